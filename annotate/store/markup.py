"""What no reader sees of a sentence or segment: markup, and the hyphens at line ends."""

import sqlite3
from collections.abc import Iterable, Mapping

from annotate.model import Pair
from annotate.offsets import inside
from annotate.store import rows
from annotate.store.sql import select

_ARTICLES = """
SELECT documents.id, versions.marks AS markup FROM documents
JOIN versions ON versions.document = documents.id AND versions.version = documents.version
WHERE versions.marks != '[]'"""

Hidden = Mapping[str, tuple[Pair, ...]]
"""Stretches by the id of what they stand in, counted from its start, in order."""

_PLACES = "SELECT id, document, text, start_char, end_char FROM {} WHERE id IN ({})"
_MARKED = """
SELECT places.id, start_char, end_char, versions.marks AS markup
FROM ({places}) AS places
JOIN documents ON documents.id = places.document
JOIN versions ON versions.document = documents.id AND versions.version = documents.version
WHERE versions.marks != '[]' AND length(places.text) = end_char - start_char"""
"""Of one that has another's words between its own, places in its text are none in the article."""


def of(conn: sqlite3.Connection, documents: Iterable[str]) -> Hidden:
    """What is hidden in articles as they are, by their ids; those without are left out."""
    asked = tuple(set(documents))
    signs = ", ".join("?" * len(asked))
    found = select(conn, f"{_ARTICLES} AND documents.id IN ({signs})", asked)
    return {row["id"]: rows.pairs(row["markup"]) for row in found}


def within(conn: sqlite3.Connection, ids: Iterable[str | None]) -> Hidden:
    """What is hidden in sentences and segments. ids: of either, as many as a page shows."""
    asked = tuple({each for each in ids if each is not None})
    signs = ", ".join("?" * len(asked))
    places = " UNION ALL ".join(_PLACES.format(table, signs) for table in ("sentences", "segments"))
    return {
        row["id"]: tuple(inside(rows.pairs(row["markup"]), row["start_char"], row["end_char"]))
        for row in select(conn, _MARKED.format(places=places), (*asked, *asked))
    }
