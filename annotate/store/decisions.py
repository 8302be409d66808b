"""The decisions of people as rows: what was said, by whom, and what became of it."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotate.store.database import transaction
from annotate.store.names import Renaming, renaming_rows
from annotate.store.sql import Row, insert, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as the database knows it.

    state: "in force", "superseded" by a later one, "undone", "moot", "lost" or, of a note, "said".
    start, end: where its words stand now.
    """

    id: str
    at: str
    coder: str
    action: str
    document: str
    span: str
    layer: str
    label: str | None
    quote: str
    start: int | None
    end: int | None
    made_by: str | None
    changes: Mapping[str, Any]
    note: str | None
    batch: str | None
    state: str


def replace(conn: sqlite3.Connection, document_id: str, found: Iterable[Decided]) -> None:
    """Hold exactly these decisions about a document's findings. Within a transaction.

    One that was held about another document, by whose name this one went, is so no longer.
    """
    held = list(map(_row, found))
    conn.execute("DELETE FROM decisions WHERE document = ?", (document_id,))
    conn.executemany("DELETE FROM decisions WHERE id = ?", [(each["id"],) for each in held])
    insert(conn, "decisions", held)


def told(conn: sqlite3.Connection) -> set[str]:
    """The documents, present or gone, that decisions are held about."""
    return {row["document"] for row in select(conn, "SELECT DISTINCT document FROM decisions")}


def replace_faults(conn: sqlite3.Connection, found: Iterable[str]) -> None:
    """Hold exactly these sentences on lines that could not be read."""
    with transaction(conn):
        conn.execute("DELETE FROM decision_faults")
        insert(conn, "decision_faults", ({"message": each} for each in dict.fromkeys(found)))


def replace_renamings(conn: sqlite3.Connection, found: Iterable[Renaming]) -> None:
    """Hold exactly these names that are shown under others."""
    with transaction(conn):
        conn.execute("DELETE FROM renamings")
        insert(conn, "renamings", renaming_rows(found))


def of_document(conn: sqlite3.Connection, document_id: str) -> list[Decided]:
    """The decisions about a document's findings, in order of time."""
    sql = "SELECT * FROM decisions WHERE document = ? ORDER BY at, coder"
    return [_decided(row) for row in select(conn, sql, (document_id,))]


def of_state(conn: sqlite3.Connection, state: str) -> list[Decided]:
    """The decisions of a state, in order of time."""
    sql = "SELECT * FROM decisions WHERE state = ? ORDER BY at, coder"
    return [_decided(row) for row in select(conn, sql, (state,))]


def of_span(conn: sqlite3.Connection, span_id: str) -> list[Decided]:
    """The decisions about a finding, in order of time."""
    sql = "SELECT * FROM decisions WHERE span = ? ORDER BY at, coder"
    return [_decided(row) for row in select(conn, sql, (span_id,))]


def faults(conn: sqlite3.Connection) -> list[str]:
    """Why which lines of the log could not be read."""
    return [row["message"] for row in select(conn, "SELECT message FROM decision_faults")]


def without_topic(conn: sqlite3.Connection) -> dict[str, list[str]]:
    """The findings that people decided about by what they are on, where that is nothing now.

    A topic of the codebook has another key now, or none; no name of the corpus is meant either.
    """
    found: dict[str, list[str]] = {}
    for row in select(conn, _WITHOUT_TOPIC):
        found.setdefault(row["target"], []).append(row["id"])
    return found


_WITHOUT_TOPIC = """
SELECT target, id FROM stances WHERE decided IS NOT NULL AND decided <> ''
AND target NOT IN (SELECT key FROM topics) AND target NOT IN (SELECT canonical FROM entities)
ORDER BY target, document, position"""


def _row(each: Decided) -> Row:
    row = {key: getattr(each, key) for key in _SAME}
    changes = json.dumps(each.changes, ensure_ascii=False) if each.changes else None
    return row | {"start_char": each.start, "end_char": each.end, "changes": changes}


def _decided(row: Row) -> Decided:
    return Decided(
        start=row["start_char"],
        end=row["end_char"],
        changes=json.loads(row["changes"]) if row["changes"] else {},
        **{key: row[key] for key in _SAME},
    )


_SAME = tuple(key for key in Decided.__dataclass_fields__ if key not in ("start", "end", "changes"))
