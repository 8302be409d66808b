"""Sentences that a selection found, with the findings that they were found for."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotate.model import Mention, Pair, Span, Stance
from annotate.offsets import inside
from annotate.store import rows, search
from annotate.store.facets import FOUND, LAYERS, of_layer
from annotate.store.selection import Asked
from annotate.store.span_rows import SPAN_TABLES, span_of, via_of
from annotate.store.sql import Row, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence where it stands; of a passage without sentences, the passage.

    place: its row, as `Columns.sentences` has it. text: its words, as the article has them.
    findings: those that meet what was asked. marks: stretches of the text that were sought: the
    findings, or the words. hidden: those that no reader sees: markup, hyphens at line ends. It is
    plain text of an article: escape it.
    """

    place: int
    document: str
    version: int
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    n: int
    number: int | None
    kind: str
    start: int
    end: int
    text: str
    findings: tuple[Span, ...]
    marks: tuple[Pair, ...]
    hidden: tuple[Pair, ...]


def sentences(
    conn: sqlite3.Connection, places: Sequence[int], asked: Asked, words: str = ""
) -> list[Sentence]:
    """The sentences at these places, in their order. words: those sought, to be marked."""
    found = {row["place"]: row for part in _portions(places) for row in _rows(conn, part)}
    findings = _findings(conn, found, asked)
    sought = _sought(conn, found, words)
    return [
        _sentence(found[place], findings[place], sought.get(place, ()))
        for place in places
        if place in found
    ]


PORTION = 400
"""Values in one query: older builds of SQLite take a thousand."""


def _portions(things: Iterable[int | str]) -> Iterator[Sequence[int | str]]:
    every = list(things)
    for first in range(0, len(every), PORTION):
        yield every[first : first + PORTION]


_COLUMNS = """
    documents.id AS document, documents.version, documents.title, documents.published,
    coalesce(documents.container_title, documents.publisher) AS outlet, documents.language,
    segments.n, segments.number, segments.kind, segments.id AS segment, segments.text AS passage,
    segments.rowid AS passage_row, segments.parts AS own, versions.marks AS markup"""
_VERSIONS = """
JOIN versions ON versions.document = documents.id AND versions.version = documents.version"""
_SENTENCES = f"""
SELECT sentences.rowid AS place, sentences.id, sentences.start_char, sentences.end_char,
    sentences.text, {_COLUMNS}
FROM sentences JOIN segments ON segments.id = sentences.segment
JOIN documents ON documents.id = sentences.document {_VERSIONS}
WHERE sentences.rowid IN """  # noqa: S608  # our own columns
_PASSAGES = f"""
SELECT -segments.rowid AS place, segments.id, segments.start_char, segments.end_char,
    segments.text, {_COLUMNS}
FROM segments JOIN documents ON documents.id = segments.document {_VERSIONS}
WHERE segments.rowid IN """  # noqa: S608  # our own columns


def _rows(conn: sqlite3.Connection, places: Sequence[int | str]) -> Iterator[Row]:
    told = [place for place in places if int(place) > 0]
    untold = [-int(place) for place in places if int(place) < 0]
    for sql, values in ((_SENTENCES, told), (_PASSAGES, untold)):
        if values:
            yield from select(conn, f"{sql}{_marks(values)}", values)


def _marks(values: Sequence[int | str]) -> str:
    return f"({', '.join('?' * len(values))})"


def _findings(
    conn: sqlite3.Connection, found: Mapping[int, Row], asked: Asked
) -> Mapping[int, list[Span]]:
    """The findings that meet the conditions, by the place of their sentence."""
    place_of = {row["id"]: place for place, row in found.items()}
    met: dict[int, list[Span]] = defaultdict(list)
    for layer in _layers(asked):
        for part in _portions(place_of):
            those = [row for row in _candidates(conn, layer, part) if _meets(row, layer, asked)]
            via = _via(conn, those) if layer == "stance" else {}
            for row in those:
                place = place_of.get(row["sentence"], place_of.get(row["segment"]))
                if place is not None:
                    met[place].append(span_of(layer, row, via=tuple(via.get(row["id"], ()))))
    return met


def _layers(asked: Asked) -> Sequence[str]:
    """The layers whose findings are shown: those asked for, or all if any layer's was asked."""
    if asked.required:
        return asked.required
    return LAYERS if any(each.key in asked.wanted for each in FOUND) else ()


def _candidates(conn: sqlite3.Connection, layer: str, ids: Sequence[int | str]) -> list[Row]:
    named = ", ".join(f'{sql} AS "facet_{key}"' for key, sql in of_layer(layer).items())
    table, among = SPAN_TABLES[layer], _marks(ids)
    own = f"SELECT *, {named} FROM {table}"  # noqa: S608  # our names
    sql = f"{own} WHERE sentence IN {among} UNION {own} WHERE segment IN {among}"
    return list(select(conn, f"{sql} ORDER BY start_char, end_char, id", [*ids, *ids]))


def _via(conn: sqlite3.Connection, stances: Sequence[Row]) -> Mapping[str, list[Mention]]:
    """The reporters of stances, by the stances' ids."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for part in _portions(row["id"] for row in stances):
        sql = f"SELECT * FROM stance_via WHERE stance IN {_marks(part)} ORDER BY stance, position"  # noqa: S608
        for row in select(conn, sql, part):
            found[row["stance"]].append(via_of(row))
    return found


def _meets(row: Row, layer: str, asked: Asked) -> bool:
    shared = {each.key for each in FOUND}
    for key, values in asked.wanted.items():
        if key in of_layer(layer):
            value = row[f"facet_{key}"]
            if ("" if value is None else str(value)) not in values:
                return False
        elif key in shared:
            return False
    return True


def _sought(
    conn: sqlite3.Connection, found: Mapping[int, Row], words: str
) -> Mapping[int, Collection[Pair]]:
    """Where the words stand in the sentences."""
    if not words:
        return {}
    passages = {row["passage_row"]: row["passage"] for row in found.values()}
    marks = search.marks(conn, words, passages)
    return {
        place: tuple(_within(row, marks.get(row["passage_row"], ())))
        for place, row in found.items()
    }


def _within(row: Row, marks: Iterable[Pair]) -> Iterator[Pair]:
    at = row["passage"].find(row["text"])
    for start, end in marks:
        if at <= start and end <= at + len(row["text"]):
            yield start - at, end - at


def _sentence(row: Row, findings: Sequence[Span], sought: Collection[Pair]) -> Sentence:
    start, end = row["start_char"], row["end_char"]
    shown = [stretch for each in findings for stretch in _telling(each)]
    same = set(Sentence.__dataclass_fields__) - {"start", "end", "findings", "marks", "hidden"}
    return Sentence(
        start=start,
        end=end,
        findings=tuple(findings),
        marks=tuple(sorted({*inside(shown, start, end), *sought})),
        hidden=tuple(inside(_hidden(row), start, end)),
        **{key: row[key] for key in same},
    )


def _hidden(row: Row) -> list[Pair]:
    """Markup, and what cuts a passage in two and is none of its words, as a page number does."""
    markup = rows.pairs(row["markup"])
    whole = len(row["text"]) == row["end_char"] - row["start_char"]
    cuts = [(end, start) for (_, end), (start, _) in pairwise(rows.pairs(row["own"])) if whole]
    if not cuts:
        return list(markup)
    apart = (
        mark for mark in markup if not any(mark[0] < end and start < mark[1] for start, end in cuts)
    )
    return sorted((*apart, *cuts))


def _telling(span: Span) -> Sequence[Pair]:
    """What of a finding shows where it is: of a stance, which is a sentence, its cue and holder."""
    if isinstance(span, Stance):
        holder = None if isinstance(span.holder, str) else span.holder
        own = [(each.start, each.end) for each in (span.cue, holder) if each is not None]
        if found := [(start, end) for start, end in own if start is not None and end is not None]:
            return found
    return span.stretches
