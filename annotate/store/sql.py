"""Rows out of the database and into it, by the names of their columns."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
"""A row as SQLite gives it, or as it is to be inserted."""

Values = Sequence[Any] | Mapping[str, Any]
"""What stands in for the places of a query."""


def select(conn: sqlite3.Connection, sql: str, values: Values = ()) -> list[dict[str, Any]]:
    """The rows of a query by the names of their columns, whatever the connection is set to."""
    cursor = conn.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def pairs(conn: sqlite3.Connection, sql: str, values: Values = ()) -> list[tuple[Any, Any]]:
    """The rows of a query for two columns."""
    return [(first, second) for first, second in conn.execute(sql, values)]


def insert(conn: sqlite3.Connection, table: str, new: Iterable[Row]) -> None:
    """Add rows that have the same columns."""
    found = list(new)
    if not found:
        return
    columns = ", ".join(f'"{key}"' for key in found[0])
    places = ", ".join(f":{key}" for key in found[0])
    statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608  # our names
    conn.executemany(statement, found)


def put(conn: sqlite3.Connection, table: str, row: Row) -> None:
    """Add a row, or change the one that has its key."""
    # INSERT OR REPLACE would delete the old row first, and with it all that refers to it.
    columns = ", ".join(f'"{key}"' for key in row)
    places = ", ".join(f":{key}" for key in row)
    changes = ", ".join(f'"{key}" = excluded."{key}"' for key in row)
    statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608  # our names
    conn.execute(f"{statement} ON CONFLICT DO UPDATE SET {changes}", row)
