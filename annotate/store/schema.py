"""The tables as other programs may read them: SQL with a comment on every table and column."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from annotate.store.descriptions import TABLES
from annotate.store.migrations import migrate

_HEAD = """\
-- The database that `annotate build` makes, as SQL.
-- Made from the code by `just docs`; change annotate/store/ instead.
-- Offsets are Unicode code points into the document's text, half open.
"""


def schema() -> str:
    """The SQL that makes an empty database of the newest version, commented."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        migrate(conn)
        pragmas = [f"PRAGMA {key} = {_pragma(conn, key)};" for key in _PRAGMAS]
        return "\n".join([_HEAD, *pragmas, "", *_statements(conn)])


_PRAGMAS = ("application_id", "user_version")


def _pragma(conn: sqlite3.Connection, key: str) -> int:
    return int(conn.execute(f"PRAGMA {key}").fetchone()[0])


def _statements(conn: sqlite3.Connection) -> Iterator[str]:
    made = conn.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
        "AND name NOT LIKE 'segments\\_fts\\_%' ESCAPE '\\' ORDER BY rowid"
    )
    for kind, name, sql in made.fetchall():
        if kind == "table":
            yield f"\n-- {TABLES[name][0]}\n{_commented(name, sql)};"
        else:
            yield f"{sql};"


_ADDED = re.compile(r"\n?, (?=[a-z0-9_]+ (?:INTEGER|REAL|TEXT)\b)")
"""Where a later step added a column: SQLite writes it behind the last one, on its line."""


def _commented(table: str, sql: str) -> str:
    columns = TABLES[table][1]
    if sql.startswith("CREATE VIRTUAL"):  # a comment among its arguments would be one of them
        return "\n".join([*(f"-- {name}: {text}" for name, text in columns.items()), sql])
    lines: list[str] = []
    for line in _ADDED.sub(",\n    ", sql).splitlines():
        column = re.match(r'\s+"?([a-z0-9_]+)"?', line)
        if column and column[1] in columns:
            lines.append(f"    -- {columns[column[1]]}")
        lines.append(line)
    return "\n".join(lines)
