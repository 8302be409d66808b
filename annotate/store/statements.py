"""Who says what, one row for each speaker of each finding: made once when a build has ended.

Quotations, stances, contested words and figures each know a speaker in their own way. Here they
are one list: whose words they are (an article's writers by their names), whether these are the
writer's own, reported first-hand, reported by somebody who is reported in turn, or a reader's
comment, and which repeat the words of which. Pages count and filter this list, and need not read
a million findings to do so.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotate.model import AUTHOR, Pair
from annotate.offsets import gaps, inside
from annotate.store import markup
from annotate.store.echoes import echoes
from annotate.store.figures import LABELS
from annotate.store.naming import naming
from annotate.store.sql import Row, insert, select
from annotate.store.tallies import tally

JOINT = "; "
"""What stands between the names of those who say something together."""

TABLES = ("statements", "writers")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """An article, and who writes it: its authors, else who published it, else “author of” it."""

    id: str
    published: str | None
    year: int | None
    publisher: str | None
    writers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deep:
    """Speech reported within speech. reporter: whose words report it, None if not stated."""

    start: int
    end: int
    source: str | None
    reporter: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A row of `statements` to be, with the words that tell whether it repeats another."""

    row: Row
    matter: tuple[str | float | None, ...]
    words: str


def fill(conn: sqlite3.Connection) -> int:
    """Make the list and all that is counted of it anew; how long it is.

    Within the caller's transaction.
    """
    for table in TABLES:
        conn.execute(f"DELETE FROM {table}")  # noqa: S608  # ours
    works = _works(conn)
    insert(conn, "writers", (row for work in works for row in _writer_rows(work)))
    said = [each for work in works for each in _of_work(conn, work)]
    named = naming(conn)
    insert(conn, "statements", ({**row, "named": named(row["speaker"])} for row in _rows(said)))
    tally(conn)
    return len(said)


def _works(conn: sqlite3.Connection) -> list[_Work]:
    """The articles by date, those without one last."""
    names: dict[str, list[str]] = defaultdict(list)
    for row in select(conn, "SELECT document, name FROM authors ORDER BY document, position"):
        names[row["document"]].append(row["name"])
    found = select(
        conn,
        "SELECT id, published, year, coalesce(container_title, publisher) AS publisher, "
        "coalesce(publisher, container_title, 'author of ' || coalesce(title, id)) AS house "
        "FROM documents ORDER BY published IS NULL, published, id",
    )
    return [
        _Work(
            writers=tuple(dict.fromkeys(names[row["id"]])) or (row["house"],),
            **{key: row[key] for key in ("id", "published", "year", "publisher")},
        )
        for row in found
    ]


def _writer_rows(work: _Work) -> Iterator[Row]:
    for position, name in enumerate(work.writers):
        yield {"document": work.id, "position": position, "name": name}


def _of_work(conn: sqlite3.Connection, work: _Work) -> Iterator[_Said]:
    """What is said in an article, in the order of its text."""
    found = [row for sql in _FOUND for row in select(conn, sql, {"document": work.id})]
    found.sort(key=lambda row: (row["start_char"], row["end_char"], row["layer"], row["span"]))
    deep = _deep([row for row in found if row["layer"] == "quote"])
    hidden = markup.of(conn, (work.id,)).get(work.id, ())
    for row in found:
        word = None if row["word"] is None else _spelled(row, hidden)
        yield from _by_speaker({**row, "word": word}, work, deep)


def _spelled(row: Row, hidden: Sequence[Pair]) -> str:
    """A contested word as readers see it, in small letters: broken by no line and no hyphen."""
    word, start = str(row["word"]), row["start_char"]
    cut = tuple(inside(hidden, start, row["end_char"]))
    shown = "".join(word[first:last] for first, last in gaps(cut, len(word)))
    return " ".join(shown.split()).lower()


def _by_speaker(row: Row, work: _Work, deep: Sequence[_Deep]) -> Iterator[_Said]:
    within = next((each for each in deep if _speaks_in(row, each)), None)
    reporter = row["via"] or (within.reporter if within else None)
    for speaker in _speakers(row, work):
        voice = _voice(row, work, speaker, is_second=bool(within or row["via"]))
        yield _Said(
            row={
                **{key: row[key] for key in _KEPT},
                "speaker": speaker,
                "voice": voice,
                "reporter": reporter,
                "document": work.id,
                "published": work.published,
                "year": work.year,
                "publisher": work.publisher,
            },
            matter=_matter(row, speaker, voice),
            words=_words(row),
        )


def _speakers(row: Row, work: _Work) -> tuple[str | None, ...]:
    """Whose words it is, one by one; None is "not stated"."""
    if row["holder"] == AUTHOR:
        return (row["commenter"],) if row["kind"] == "comment" else work.writers
    if row["holder"] is None:
        return (None,)
    return tuple(dict.fromkeys(row["holder"].split(JOINT)))


def _voice(row: Row, work: _Work, speaker: str | None, *, is_second: bool) -> str:
    if row["kind"] == "comment":
        return "comment"
    if is_second:
        return "second-hand"
    return "author" if speaker in work.writers and row["kind"] != "note" else "first-hand"


def _matter(row: Row, speaker: str | None, voice: str) -> tuple[str | float | None, ...]:
    """What statements must have in common to be compared by their words."""
    side = voice if voice in ("author", "comment") else "reported"
    about = () if row["layer"] == "quote" else tuple(row[key] for key in _ABOUT)
    return (
        speaker,
        side,
        row["layer"],
        *about,
        *(row[key] for key in ("value", "low", "high", "unit")),
    )


def _words(row: Row) -> str:
    """The words to compare; of a figure none, as its matter has its value."""
    if row["layer"] == "number":
        return ""
    start, text = row["start_char"], str(row["words"] or "")
    if row["parts"] and (parts := json.loads(row["parts"])):
        return " ".join(text[first - start : last - start] for first, last in parts)
    if row["content_start"] is not None and row["content_start"] >= start:
        return text[row["content_start"] - start : row["content_end"] - start] or text
    return text


def _deep(quotes: Sequence[Row]) -> list[_Deep]:
    return [
        _Deep(
            start=row["start_char"],
            end=row["end_char"],
            source=row["holder"],
            reporter=_around(row, quotes),
        )
        for row in quotes
        if row["depth"]
    ]


def _around(row: Row, quotes: Sequence[Row]) -> str | None:
    """Who is quoted with the speech that a quotation stands in."""
    around = [
        each
        for each in quotes
        if each["depth"] == row["depth"] - 1
        and each["start_char"] <= row["start_char"]
        and each["end_char"] >= row["end_char"]
    ]
    holders = [each["holder"] for each in around]
    return str(holders[-1]) if holders and holders[-1] is not None else None


def _speaks_in(row: Row, deep: _Deep) -> bool:
    """Whether a finding is what somebody says whose speech is reported within speech."""
    overlaps = row["start_char"] < deep.end and row["end_char"] > deep.start
    nested = row["layer"] != "quote" or row["depth"] > 0
    return bool(overlaps and nested and row["holder"] == deep.source)


def _rows(said: Sequence[_Said]) -> Iterator[Row]:
    """The rows with what repeats what: the first-hand comes first, then the earlier."""
    first = echoes([(each.matter, each.words) for each in said])
    groups: dict[int, list[int]] = defaultdict(list)
    for at, head in enumerate(first):
        groups[head].append(at)
    for at, each in enumerate(said):
        members = groups[first[at]]
        head = min(members, key=lambda one: (said[one].row["voice"] == "second-hand", one))
        articles = len({said[one].row["document"] for one in members})
        counted = {"echo": head + 1, "first": int(head == at), "articles": articles}
        yield {"id": at + 1, **each.row, **counted}


_ABOUT = ("topic", "label", "act", "word")

_KEPT = ("span", "layer", "topic", "label", "act", "word", "place", "kind")

_BARE = {
    "topic": "NULL",
    "act": "NULL",
    "word": "NULL",
    "via": "NULL",
    "parts": "NULL",
    "depth": "NULL",
    "content_start": "NULL",
    "content_end": "NULL",
    "value": "NULL",
    "low": "NULL",
    "high": "NULL",
    "unit": "NULL",
}
"""What not every layer has."""


def _query(table: str, layer: str, condition: str = "", **own: str) -> str:
    """The findings of a table in an article, in columns that all layers share.

    own: the columns that this layer has, or calls otherwise.
    """
    shared = {key: f"{table}.{key}" for key in ("start_char", "end_char", "label", "kind")}
    place = {
        "span": f"{table}.id",
        "layer": f"'{layer}'",
        "words": f"{table}.text",
        "place": f"coalesce({table}.sentence, {table}.segment)",
        "commenter": "segments.author",
    }
    columns = ", ".join(f"{said} AS {key}" for key, said in (shared | place | _BARE | own).items())
    return (
        f"SELECT {columns} FROM {table} LEFT JOIN segments ON segments.id = {table}.segment "  # noqa: S608  # ours
        f"WHERE {table}.document = :document {condition}"
    )


_VIA = "(SELECT canonical FROM stance_via WHERE stance = stances.id ORDER BY position DESC LIMIT 1)"
_LEDGER = ", ".join(f"'{label}'" for label in LABELS)

_FOUND = (
    _query("quotes", "quote", holder="source", parts="quotes.parts", depth="quotes.depth"),
    _query(
        "stances",
        "stance",
        holder="holder",
        topic="target",
        act="act",
        via=_VIA,
        content_start="content_start",
        content_end="content_end",
    ),
    _query(
        "terms",
        "term",
        holder="holder",
        topic="terms.label",
        label="terms.use",
        word="terms.text",
        words="coalesce((SELECT text FROM sentences WHERE id = terms.sentence), segments.text)",
    ),
    _query(
        "numbers",
        "number",
        f"AND said_by IS NOT NULL AND numbers.label IN ({_LEDGER})",
        holder="said_by",
        topic="counted",
        value="value",
        low="low",
        high="high",
        unit="unit",
    ),
)
