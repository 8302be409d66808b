"""The words around a finding, for who decides about it; also one that only waits to be shown."""

import sqlite3
from dataclasses import dataclass

from annotate.model import Pair
from annotate.offsets import inside
from annotate.store import rows
from annotate.store.span_rows import PROPOSED, SPAN_TABLES
from annotate.store.sql import select


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The words of a finding with those of its paragraph before and after it.

    hidden: stretches of them that are markup, counted from the first of them on.
    language: of the article.
    """

    before: str
    words: str
    after: str
    hidden: tuple[Pair, ...] = ()
    language: str | None = None


def around(conn: sqlite3.Connection, span_id: str, layer: str, *, most: int = 400) -> Around:
    """A finding's words in their paragraph, so many characters of it on each side at most."""
    sql = _AROUND.format(table=SPAN_TABLES[layer])
    found = select(conn, sql, {"span": span_id, "most": most, "proposed": PROPOSED})
    if not found:
        return Around(before="", words="", after="")
    row = found[0]
    begins = row["begins"]
    ends = begins + len(row["before"] + row["words"] + row["after"])
    return Around(
        hidden=tuple(inside(rows.pairs(row["markup"]), begins, ends)),
        **{key: row[key] for key in ("before", "words", "after", "language")},
    )


_AROUND = """
WITH places AS (
    SELECT document, segment, start_char, end_char FROM {table} WHERE id = :span
    UNION SELECT document, (
        SELECT n.id FROM segments AS n WHERE n.document = gone.document
        AND n.start_char <= gone.start_char AND gone.start_char < n.end_char LIMIT 1
    ), start_char, end_char FROM overruled AS gone
    WHERE id = :span AND decided = :proposed
), held AS (
    SELECT versions.text, versions.marks AS markup, language,
        places.start_char AS start, places.end_char AS finish,
        coalesce(segments.start_char, 0) AS first,
        max(places.end_char, coalesce(segments.end_char, length(versions.text))) AS last
    FROM places
    JOIN documents ON documents.id = places.document
    JOIN versions ON versions.document = documents.id AND versions.version = documents.version
    LEFT JOIN segments ON segments.id = places.segment
)
SELECT substr(text, 1 + max(first, start - :most), start - max(first, start - :most)) AS before,
    max(first, start - :most) AS begins, markup, language,
    substr(text, 1 + start, finish - start) AS words,
    substr(text, 1 + finish, min(last, finish + :most) - finish) AS after
FROM held"""
"""places: where the finding stands. held: its article's text; where it and its paragraph end."""
