"""Words found in the segments of all documents, and the segments that a quoted text may be from."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotate.model import Pair
from annotate.store import signs
from annotate.store.sql import Row, select

WINDOW = 240
"""Code points of a snippet: about three lines."""

RANKED = 10_000
"""Segments that are ranked at the most: of more, a rank says little and costs much."""

RARE = 12
"""How many words of a quoted text are looked up: its longest, which tend to be its rarest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A segment that holds the words sought.

    snippet: some of its own words around the first place found, from its sign `opens` on. marks:
    the stretches of the snippet that were sought. It is plain text of an article: escape it.
    """

    segment: str
    document: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    kind: str
    n: int
    number: int | None
    start: int
    end: int
    opens: int
    snippet: str
    marks: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best hits of a search. total: how many segments hold the words."""

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A segment that a quoted text may be from. text: its own words."""

    segment: str
    document: str
    version: int
    start: int
    end: int
    text: str


def search(
    conn: sqlite3.Connection,
    words: str,
    *,
    limit: int = 20,
    offset: int = 0,
    document: str | None = None,
) -> Found:
    """The segments that hold all the words, the best first, boilerplate left out.

    English words match by their stems, words between quotation marks as a phrase, Chinese,
    Japanese and Korean words also as a part of a longer one. document: an id, to search in one.
    """
    sought = expression(words)
    if not sought:
        return Found(total=0, hits=())
    total, shown = _ranked(conn, sought, document, limit, offset)
    at = {row: n for n, row in enumerate(shown)}
    places = ", ".join("?" * len(shown))
    sql = f"{_HITS} {_JOINED} WHERE segments_fts MATCH ? AND segments_fts.rowid IN ({places})"
    hits = sorted(select(conn, sql, (sought, *shown)), key=lambda row: at[row["place"]])
    return Found(total=total, hits=tuple(_hit(row, words) for row in hits))


def _ranked(
    conn: sqlite3.Connection, sought: str, document: str | None, limit: int, offset: int
) -> tuple[int, list[int]]:
    """How many segments are found, and the rows of some of them, the best first.

    Very many come in the order of articles, and of those only the ones that are shown are fetched.
    """
    found = f"FROM segments_fts WHERE segments_fts MATCH :sought {_OWN}"
    values = {"sought": sought, "document": document, "limit": limit, "offset": offset}
    total: int = conn.execute(f"SELECT count(*) {found}", values).fetchone()[0]
    order = "rank" if total <= RANKED else "rowid"
    if document is not None:
        found = f"{found} {_WITHIN}"
        total = conn.execute(f"SELECT count(*) {found}", values).fetchone()[0]
    sql = f"SELECT rowid {found} ORDER BY {order} LIMIT :limit OFFSET :offset"
    return total, [row[0] for row in conn.execute(sql, values)]


def find_text(conn: sqlite3.Connection, words: str, *, limit: int = 10) -> list[Candidate]:
    """The segments that a quoted text may be from, the likeliest first.

    Those that hold all its words in order come alone; if there are none, those that share most of
    its rarest words. A text that runs over two segments has both among them.
    """
    tokens = _WORD.findall(words)
    runs = signs.RUN.findall(words)
    latin = [token for token in tokens if not signs.RUN.search(token)]
    if exact := _candidates(conn, " AND ".join(_phrases(latin, runs)), limit):
        return exact
    rare = sorted(dict.fromkeys(latin), key=len, reverse=True)[:RARE]
    pairs = [pair for run in runs for pair in signs.bigrams(run).split()[:-1]][: 2 * RARE]
    loose = [f'"{token}"' for token in rare] + [f'bigrams : "{pair}"' for pair in pairs]
    return _candidates(conn, " OR ".join(loose), limit)


def expression(words: str) -> str:
    """The full-text expression for words as a person types them, "" if they hold no word.

    Nothing in the words is read as syntax but quotation marks.
    """
    return " AND ".join(part for piece in _pieces(words) for part in _parts(piece))


def segments(conn: sqlite3.Connection, words: str) -> NDArray[np.int64]:
    """The rows of all segments that hold the words, as `search` finds them; boilerplate too."""
    sought = expression(words)
    if not sought:
        return np.empty(0, dtype=np.int64)
    # as one text: a hundred thousand rows one by one take three times as long
    sql = "SELECT group_concat(rowid, ' ') FROM segments_fts WHERE segments_fts MATCH ?"
    (listed,) = conn.execute(sql, (sought,)).fetchone()
    return np.fromstring(listed or "", dtype=np.int64, sep=" ")


def marks(
    conn: sqlite3.Connection, words: str, texts: Mapping[int, str]
) -> Mapping[int, tuple[Pair, ...]]:
    """Where the words stand in some segments. texts: the segments' own words by their rows."""
    sought = expression(words)
    if not sought or not texts:
        return {}
    places = ", ".join("?" * len(texts))
    sql = (
        f"SELECT rowid, highlight(segments_fts, 0, '{_OPEN}', '{_CLOSE}') FROM segments_fts "  # noqa: S608  # ours
        f"WHERE segments_fts MATCH ? AND rowid IN ({places})"
    )
    return {
        row: tuple(sorted([*_marks(texts[row], marked), *_sign_marks(texts[row], words)]))
        for row, marked in conn.execute(sql, (sought, *texts))
    }


_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[\"“”„«»「『]([^\"“”„«»」』]*)[\"“”„«»」』]|(\S+)")
_OPEN, _CLOSE = "\ue000", "\ue001"
_HITS = (
    "SELECT segments.rowid AS place, segments.*, documents.title, "
    "coalesce(container_title, publisher) AS publisher, documents.published, documents.language, "
    f"highlight(segments_fts, 0, '{_OPEN}', '{_CLOSE}') AS marked"
)
_OWN = "AND rowid NOT IN (SELECT rowid FROM segments WHERE kind = 'boilerplate')"
_WITHIN = "AND +rowid IN (SELECT rowid FROM segments WHERE document = :document)"
"""The plus keeps SQLite from asking the index for each segment of the article by itself."""
_JOINED = (
    "FROM segments_fts JOIN segments ON segments.rowid = segments_fts.rowid "
    "JOIN documents ON documents.id = segments.document"
)
_FROM = (
    f"{_JOINED} WHERE segments_fts MATCH :sought AND segments.kind != 'boilerplate' "
    "AND (:document IS NULL OR segments.document = :document)"
)


def _pieces(words: str) -> Iterator[str]:
    for found in _PIECE.finditer(words):
        yield found[1] if found[1] is not None else found[2]


def _parts(piece: str) -> list[str]:
    runs = signs.RUN.findall(piece)
    latin = _WORD.findall(signs.RUN.sub(" ", piece))
    return _phrases(latin, runs)


def _phrases(latin: list[str], runs: list[str]) -> list[str]:
    own = [f'text : "{" ".join(latin)}"'] if latin else []
    return own + [signs.phrase(run) for run in runs]


def _candidates(conn: sqlite3.Connection, sought: str, limit: int) -> list[Candidate]:
    if not sought:
        return []
    found = select(
        conn,
        f"SELECT segments.*, documents.version {_FROM} ORDER BY rank, segments.id LIMIT :limit",
        {"sought": sought, "document": None, "limit": limit},
    )
    return [
        Candidate(
            segment=row["id"],
            document=row["document"],
            version=row["version"],
            start=row["start_char"],
            end=row["end_char"],
            text=row["text"],
        )
        for row in found
    ]


def _hit(row: Row, words: str) -> Hit:
    marks = sorted([*_marks(row["text"], row["marked"]), *_sign_marks(row["text"], words)])
    first, last = _window(row["text"], marks[0] if marks else (0, 0))
    same = ("document", "title", "publisher", "published", "language", "kind", "n", "number")
    return Hit(
        segment=row["id"],
        start=row["start_char"],
        end=row["end_char"],
        opens=first,
        snippet=row["text"][first:last],
        marks=tuple((a - first, b - first) for a, b in marks if first <= a and b <= last),
        **{key: row[key] for key in same},
    )


def _marks(text: str, marked: str) -> list[Pair]:
    """Where SQLite put its marks, in code points of the text, which may hold such signs itself."""
    marks: list[Pair] = []
    at = opened = 0
    for sign in marked:
        if sign == _OPEN and text[at : at + 1] != _OPEN:
            opened = at
        elif sign == _CLOSE and text[at : at + 1] != _CLOSE:
            marks.append((opened, at))
        else:
            at += 1
    return marks


def _sign_marks(text: str, words: str) -> list[Pair]:
    runs = dict.fromkeys(signs.RUN.findall(words))
    return [found.span() for run in runs for found in re.finditer(run, text)]


def _window(text: str, mark: Pair) -> Pair:
    """A stretch of the text around a mark, at the borders of words where there are any near."""
    first = max(0, min(mark[0] - WINDOW // 3, len(text) - WINDOW))
    last = min(len(text), first + WINDOW)
    if first:
        space = text.find(" ", first, mark[0])
        first = first if space < 0 else space + 1
    if last < len(text):
        space = text.rfind(" ", mark[1], last)
        last = last if space < 0 else space
    return first, last


__all__ = ["Candidate", "Found", "Hit", "expression", "find_text", "marks", "search", "segments"]
