"""What is to be reviewed: findings in the order in which a person's time is worth most.

The least sure come first: by their score where what found them gives one, else by how people have
judged its findings so far (one right and one wrong taken for granted, so that a rule that nobody
has judged counts as half sure).
"""

import heapq
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from annotate.model import SPAN_TYPES
from annotate.store import counts
from annotate.store.span_rows import PROPOSED, SPAN_TABLES
from annotate.store.sql import select

LAYERS = tuple(layer for layer in SPAN_TYPES if layer != "sentence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A finding that waits for a person. sure: how sure it is, 0 to 1."""

    id: str
    layer: str
    label: str
    document: str
    title: str | None
    text: str
    by: str
    score: float | None
    sure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What one rule or model found in a layer. right, wrong: how people judged it so far."""

    layer: str
    by: str
    findings: int
    undecided: int
    right: int
    wrong: int

    @property
    def sure(self) -> float:
        """How sure its findings are, as far as people have judged."""
        return (self.right + 1) / (self.right + self.wrong + 2)


def waiting(
    conn: sqlite3.Connection,
    *,
    layer: str = "",
    by: str = "",
    document: str = "",
    limit: int = 20,
    offset: int = 0,
) -> list[Waiting]:
    """The findings that nobody has decided about, the least sure first."""
    found = (
        each
        for made in makers(conn, layer)
        if made.undecided and by in ("", made.by)
        for each in _of(conn, made, document, limit + offset)
    )
    first = heapq.nsmallest(limit + offset, found, key=lambda each: (each.sure, each.by, each.id))
    return first[offset:]


def proposed(
    conn: sqlite3.Connection, *, by: str = "", document: str = "", limit: int = 20, offset: int = 0
) -> list[Waiting]:
    """The findings that show only if somebody accepts them, the surest first."""
    sql = (
        'SELECT overruled.id, layer, label, document, title, text, "by", score '  # noqa: S608  # ours
        f"FROM overruled JOIN documents ON documents.id = document WHERE {_PROPOSED} "
        "ORDER BY score DESC, overruled.id LIMIT :limit OFFSET :offset"
    )
    asked = {"by": by, "document": document, "limit": limit, "offset": offset}
    return [Waiting(sure=row["score"] or 0.0, **row) for row in select(conn, sql, asked)]


def count_proposed(conn: sqlite3.Connection, *, by: str = "", document: str = "") -> int:
    """How many findings show only if somebody accepts them."""
    sql = f"SELECT count(*) AS n FROM overruled WHERE {_PROPOSED}"  # noqa: S608  # ours
    return int(select(conn, sql, {"by": by, "document": document})[0]["n"])


_PROPOSED = (
    f"decided = '{PROPOSED}' AND (:by = '' OR \"by\" = :by) "
    "AND (:document = '' OR document = :document)"
)


def count(conn: sqlite3.Connection, *, layer: str = "", by: str = "", document: str = "") -> int:
    """How many findings nobody has decided about."""
    if not document:
        return sum(each.undecided for each in makers(conn, layer) if by in ("", each.by))
    total = 0
    for each in [layer] if layer else LAYERS:
        sql = (
            f"SELECT count(*) AS n FROM {SPAN_TABLES[each]} WHERE document = ? "  # noqa: S608  # ours
            "AND decided IS NULL AND (? = '' OR \"by\" = ?)"
        )
        total += select(conn, sql, (document, by, by))[0]["n"]
    return total


def makers(conn: sqlite3.Connection, layer: str = "") -> list[Made]:
    """What found the findings, in order of layers and names."""
    judged = _judged(conn)
    counted: dict[tuple[str, str], list[counts.Count]] = defaultdict(list)
    for each in counts.of_corpus(conn):
        if each.findings:
            counted[each.layer, each.by].append(each)
    return [
        Made(
            layer=one,
            by=by,
            findings=sum(each.findings for each in found),
            undecided=sum(each.findings - each.decided for each in found),
            right=right,
            wrong=wrong,
        )
        for one in ([layer] if layer else LAYERS)
        for (of_layer, by), found in counted.items()
        if of_layer == one
        for right, wrong in [judged.get((one, by), (0, 0))]
    ]


def _judged(conn: sqlite3.Connection) -> dict[tuple[str, str], tuple[int, int]]:
    sql = (
        "SELECT layer, made_by, sum(action = 'accept') AS right, sum(action <> 'accept') AS wrong "
        "FROM decisions WHERE state IN ('in force', 'moot') AND made_by IS NOT NULL "
        "AND action IN ('accept', 'reject', 'correct') GROUP BY layer, made_by"
    )
    return {
        (row["layer"], row["made_by"]): (row["right"], row["wrong"]) for row in select(conn, sql)
    }


def _of(conn: sqlite3.Connection, made: Made, document: str, limit: int) -> list[Waiting]:
    """The least sure of what one rule or model found; those with a score come first."""
    found: list[dict[str, Any]] = []
    for condition in ("score IS NOT NULL", "score IS NULL"):
        if len(found) < limit:
            found += _undecided(conn, made, document, condition, limit - len(found))
    return [
        Waiting(
            layer=made.layer,
            by=made.by,
            sure=made.sure if row["score"] is None else row["score"],
            **row,
        )
        for row in found
    ]


def _undecided(
    conn: sqlite3.Connection, made: Made, document: str, condition: str, limit: int
) -> list[dict[str, Any]]:
    """In the order of the index (decided, by, score, id), so that no million rows are sorted."""
    wanted = "AND document = :document" if document else ""
    sql = (
        f"SELECT found.id, label, document, title, text, score FROM {SPAN_TABLES[made.layer]} "  # noqa: S608  # ours
        "AS found JOIN documents ON documents.id = document "
        f'WHERE decided IS NULL AND "by" = :by AND {condition} {wanted} '
        "ORDER BY score, found.id LIMIT :limit"
    )
    return select(conn, sql, {"by": made.by, "document": document, "limit": limit})


def disputes(conn: sqlite3.Connection) -> int:
    """About how many findings coders differ."""
    return sum(each.disputed for each in counts.of_corpus(conn))


def disputed(conn: sqlite3.Connection) -> list[str]:
    """The ids of the findings about which coders differ."""
    tables = [SPAN_TABLES[layer] for layer in LAYERS]
    sql = " UNION ALL ".join(
        f"SELECT id FROM {table} WHERE disputed"  # noqa: S608  # ours
        for table in (*tables, "overruled")
    )
    return list(dict.fromkeys(row["id"] for row in select(conn, sql)))


def coverage(conn: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """For each layer how many findings people have decided about, and of how many."""
    found = dict.fromkeys(LAYERS, (0, 0))
    for each in counts.of_corpus(conn):
        if each.layer in found:
            decided, every = found[each.layer]
            gone = each.rejected
            found[each.layer] = decided + each.decided + gone, every + each.findings + gone
    return found
