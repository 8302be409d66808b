"""What making and checking a publication asks of a database."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from annotate.codebook import Codebook, Name, Topic
from annotate.errors import StoreError
from annotate.store import figures, queries
from annotate.store.database import explained, name, transaction
from annotate.store.runs import Recipe
from annotate.store.sql import pairs, select


def texts(conn: sqlite3.Connection) -> Mapping[str, set[str]]:
    """How articles and codebook write each canonical name."""
    found: dict[str, set[str]] = defaultdict(set)
    for sql in (
        "SELECT DISTINCT canonical, text FROM entities",
        "SELECT canonical, alias FROM name_aliases",
    ):
        for canonical, text in pairs(conn, sql):
            found[canonical].add(text)
    return found


def labels(conn: sqlite3.Connection) -> Mapping[str, str]:
    """What each canonical name is: the codebook's word, else the one that most findings have."""
    sql = "SELECT canonical, label FROM entities GROUP BY 1, 2 ORDER BY count(*)"
    return dict(pairs(conn, sql)) | dict(pairs(conn, "SELECT canonical, label FROM names"))


def codebook(conn: sqlite3.Connection) -> Codebook:
    """The topics, names and quantities that the database was built with."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for canonical, alias in pairs(conn, "SELECT canonical, alias FROM name_aliases ORDER BY 1, 2"):
        aliases[canonical].append(alias)
    named = (
        Name(aliases=tuple(aliases[row["canonical"]]), **row)
        for row in select(conn, "SELECT * FROM names")
    )
    topics = (
        Topic(key=each.key, statement=each.statement, note=each.note)
        for each in queries.topics(conn)
    )
    return Codebook(
        topics={each.key: each for each in topics},
        names={each.canonical: each for each in named},
        quantities={each.key: each for each in figures.quantities(conn)},
    )


def recipe(conn: sqlite3.Connection) -> Recipe:
    """What the database was last built with.

    Raises StoreError if no build of it has ended.
    """
    sql = "SELECT tool, codebook, rules, model FROM runs WHERE ended IS NOT NULL ORDER BY id DESC"
    found = select(conn, f"{sql} LIMIT 1")
    if not found:
        raise StoreError(f"{name(conn)}: no build of it has ended; run `annotate build`")
    return Recipe(**found[0])


def keep_columns(conn: sqlite3.Connection, keep: Mapping[str, Collection[str]]) -> None:
    """Empty, in the tables named, every other column that may be empty.

    Raises StoreError for a table or column that there is not.
    """
    with transaction(conn):
        for table, wanted in keep.items():
            columns = _columns(conn, table)
            if unknown := sorted(set(wanted) - columns.keys()):
                raise StoreError(_unknown(table, unknown[0], columns))
            for column, may_be_empty in columns.items():
                if may_be_empty and column not in wanted:
                    conn.execute(f'UPDATE {table} SET "{column}" = NULL')  # noqa: S608  # its own


def _columns(conn: sqlite3.Connection, table: str) -> Mapping[str, bool]:
    """The columns of a table, and whether each may be empty."""
    known = {row["name"] for row in select(conn, "PRAGMA table_list") if row["schema"] == "main"}
    if table not in known:
        raise StoreError(f"publish.columns: there is no table {table!r}")
    found = select(conn, f"PRAGMA table_info({table})")
    return {row["name"]: not row["notnull"] and not row["pk"] for row in found}


def _unknown(table: str, column: str, columns: Collection[str]) -> str:
    return f"publish.columns: {table} has no {column!r}; it has {', '.join(sorted(columns))}"


def clear(conn: sqlite3.Connection, tables: Collection[str]) -> None:
    """Take all rows out of these tables."""
    with transaction(conn):
        for table in tables:
            conn.execute(f"DELETE FROM {table}")  # noqa: S608  # our names


def compact(conn: sqlite3.Connection, path: Path) -> None:
    """Write the database to a new file that holds nothing but its rows."""
    with explained(str(path)):
        conn.execute("INSERT INTO segments_fts (segments_fts) VALUES ('optimize')")
        conn.execute("VACUUM INTO ?", (str(path),))


def values(conn: sqlite3.Connection) -> Iterator[tuple[str, str | bytes]]:
    """Everything that the tables hold, the words of the index included, after where it stands."""
    conn.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_index "
        "USING fts5vocab(main, segments_fts, row)"
    )
    for row in select(conn, "SELECT term FROM words_of_index"):
        yield "the index of words", row["term"]
    tables = select(conn, "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage")
    for table in (row["name"] for row in tables):
        cursor = conn.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # its own
        columns = [column[0] for column in cursor.description]
        for row in cursor:
            for column, value in zip(columns, row, strict=True):
                if isinstance(value, (str, bytes)) and value:
                    yield f"{table}.{column}", value
