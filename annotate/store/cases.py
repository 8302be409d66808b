"""Identical cases: undecided findings that say the same of the same words as one does."""

import sqlite3
from collections.abc import Mapping

from annotate.store.queue import Waiting
from annotate.store.span_rows import SPAN_TABLES
from annotate.store.sql import select


def alike(conn: sqlite3.Connection, span_id: str, layer: str, *, limit: int = -1) -> list[Waiting]:
    """The undecided findings that say the same of the same words as one does, itself left out.

    limit: how many of them, in the order of the articles' names.
    """
    sql = (
        "SELECT other.id, other.label, other.document, title, other.text, "
        f'other."by", other.score {_alike(layer)} '
        "ORDER BY other.document, other.start_char LIMIT :limit"
    )
    sql = sql.replace("WHERE", "JOIN documents ON documents.id = other.document WHERE", 1)
    return [
        Waiting(layer=layer, sure=row["score"] or 0.0, **row)
        for row in select(conn, sql, {"span": span_id, "limit": limit})
    ]


def count(conn: sqlite3.Connection, span_id: str, layer: str) -> int:
    """How many of these there are."""
    sql = f"SELECT count(*) AS n {_alike(layer)}"
    return int(select(conn, sql, {"span": span_id})[0]["n"])


def _alike(layer: str) -> str:
    table = SPAN_TABLES[layer]
    same = " AND ".join(f"other.{key} IS one.{key}" for key in _ALIKE[layer])
    return (
        f"FROM {table} AS one JOIN {table} AS other ON {same} "  # ours
        "AND lower(other.text) = lower(one.text) "
        "WHERE one.id = :span AND other.id <> one.id AND other.decided IS NULL"
    )


_ALIKE: Mapping[str, tuple[str, ...]] = {
    "entity": ("label", "canonical", "stands_for"),
    "number": ("label", "value", "low", "high", "date", "date_from", "date_to", "unit", "counted"),
    "quote": ("label", "source"),
    "stance": ("label", "holder", "target", "act"),
    "term": ("label", "holder", "use"),
}
"""What two findings of the same words must have in common to be identical cases."""
