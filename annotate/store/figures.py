"""The ledger of figures: what is counted, how many, as of when, and who says so."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from annotate.codebook import Quantity
from annotate.store.queries import select
from annotate.store.rows import Row

LABELS = ("count", "percent", "money", "measure", "fraction")
"""The labels of numbers that a ledger of figures is about."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a sentence names, and where."""

    canonical: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure with the work and the sentence that it stands in.

    text: the figure's words; start and end are theirs. paragraph: as a reader counts. sentence:
    the words of the sentence, of the segment where sentences were not found; sentence_start: where
    it opens. counted_start: where what is counted was read. first_start: of a figure said again,
    where it is said first. language, authors: of the work. places: those that the sentence names.
    """

    id: str
    document: str
    version: int
    title: str | None
    publisher: str | None
    published: str | None
    year: int | None
    segment: str | None
    kind: str | None
    paragraph: int | None
    start: int
    end: int
    text: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    approx: bool
    unit: str | None
    counted: str | None
    as_of: str | None
    said_by: str | None
    sentence: str | None
    sentence_start: int | None = None
    language: str | None = None
    counted_start: int | None = None
    first_start: int | None = None
    authors: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


def figures(
    conn: sqlite3.Connection,
    *,
    labels: Collection[str] = LABELS,
    document: str | None = None,
) -> list[Figure]:
    """The figures of these labels by what is counted, year and document.

    document: an id, for the figures of one.
    """
    values: dict[str, str | None] = {f"label{n}": label for n, label in enumerate(sorted(labels))}
    places = ", ".join(f":{key}" for key in values)
    wanted = f"numbers.label IN ({places}) AND (:document IS NULL OR numbers.document = :document)"
    values["document"] = document
    named = _grouped(select(conn, f"{_PLACES} WHERE {wanted} ORDER BY 1, 3", values), "sentence")
    writers = _grouped(select(conn, _AUTHORS), "document")
    found = select(conn, f"{_FIGURES} WHERE {wanted} {_ORDER}", values)
    return [_figure(row, named[row["sentence"]], writers[row["document"]]) for row in found]


def quantities(conn: sqlite3.Connection) -> list[Quantity]:
    """The quantities of the codebook in its order."""
    found = select(conn, "SELECT * FROM quantities ORDER BY position")
    return [
        Quantity(
            key=row["key"],
            title=row["title"],
            **{name: tuple(json.loads(row[name])) for name in _LISTS},
        )
        for row in found
    ]


_LISTS = ("counted", "patterns", "unless", "figures", "apart")
_FIGURES = """
SELECT numbers.*, numbers.start_char AS start, numbers.end_char AS end,
    documents.version, documents.title, documents.published, documents.language,
    segments.number AS paragraph,
    coalesce(sentences.text, segments.text) AS sentence_text,
    coalesce(sentences.start_char, segments.start_char) AS sentence_start
FROM numbers
JOIN documents ON documents.id = numbers.document
LEFT JOIN segments ON segments.id = numbers.segment
LEFT JOIN sentences ON sentences.id = numbers.sentence"""
_PLACES = """
SELECT DISTINCT entities.sentence, entities.canonical, entities.start_char AS start,
    entities.end_char AS end
FROM numbers JOIN entities ON entities.sentence = numbers.sentence
    AND entities.label IN ('GPE', 'LOC', 'FAC')"""
_AUTHORS = "SELECT document, name FROM authors ORDER BY document, position"
_ORDER = """
ORDER BY numbers.counted IS NULL, numbers.counted COLLATE NOCASE, numbers.year,
    numbers.document, numbers.start_char, numbers.id"""


def _grouped(found: Iterable[Row], key: str) -> dict[str | None, list[Row]]:
    groups: dict[str | None, list[Row]] = defaultdict(list)
    for row in found:
        groups[row[key]].append(row)
    return groups


def _figure(row: Row, places: Iterable[Row], writers: Iterable[Row]) -> Figure:
    same = set(Figure.__dataclass_fields__) - {"approx", "sentence", "authors", "places"}
    return Figure(
        approx=bool(row["approx"]),
        sentence=row["sentence_text"],
        authors=tuple(each["name"] for each in writers),
        places=tuple(Place(each["canonical"], each["start"], each["end"]) for each in places),
        **{key: row[key] for key in same},
    )
