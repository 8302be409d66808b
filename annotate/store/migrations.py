"""The tables, as numbered steps from the first version on.

A step that has shipped is never edited: a change is a further step. A database knows how many
steps it has taken (`PRAGMA user_version`) and that it is ours (`PRAGMA application_id`). All steps
that are missing run in one transaction. What tables and columns mean stands in descriptions.py.

A segment's words are indexed twice: as English words by their stems, and runs of Chinese, Japanese
and Korean signs, which no space divides, as pairs of neighbouring signs (`bigrams`). The index
holds no copy of the text; triggers keep it in step with `segments`.
"""

import sqlite3

from annotate.errors import StoreError
from annotate.store.steps.articles import CLAIMS, FIGURES, PAGES, PARTS, SOURCES
from annotate.store.steps.decisions import DECISIONS
from annotate.store.steps.first import FIRST
from annotate.store.steps.ledger import LEDGER
from annotate.store.steps.orders import ORDERS
from annotate.store.steps.statements import STATEMENTS
from annotate.store.steps.tallies import OF_A_NAME, OF_A_VOICE, TALLIES

APPLICATION = 0x416E6E6F
"""What `PRAGMA application_id` says in our databases: "Anno"."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    FIRST,
    SOURCES,
    PARTS,
    PAGES,
    CLAIMS,
    FIGURES,
    STATEMENTS,
    DECISIONS,
    TALLIES,
    OF_A_NAME,
    OF_A_VOICE,
    LEDGER,
    ORDERS,
)
"""The statements of each step; the position is the step's number, from 1 on."""

VERSION = len(MIGRATIONS)
"""The version of a database that has taken all steps."""


def migrate(conn: sqlite3.Connection, *, name: str = "the database") -> None:
    """The database at the newest version, whatever version it had, or as it was on failure.

    name: what to call it in errors.
    Raises StoreError if the database is newer than this code, or is not one of ours.
    """
    if version(conn, name=name) == VERSION:
        return
    with conn:
        conn.execute("BEGIN IMMEDIATE")
        for statements in MIGRATIONS[version(conn, name=name) :]:
            for statement in statements:
                conn.execute(statement)
        conn.execute(f"PRAGMA application_id = {APPLICATION}")
        conn.execute(f"PRAGMA user_version = {VERSION}")


def version(conn: sqlite3.Connection, *, name: str = "the database") -> int:
    """How many steps the database has taken; 0 if it is empty.

    Raises StoreError if the database is newer than this code, or is not one of ours.
    """
    taken = int(conn.execute("PRAGMA user_version").fetchone()[0])
    application = conn.execute("PRAGMA application_id").fetchone()[0]
    tables = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and (tables or taken):
        raise StoreError(f"{name} is the database of another program; move it away and build again")
    if taken > VERSION:
        raise StoreError(
            f"{name} is of version {taken} and this annotate knows versions up to {VERSION}; "
            "update annotate, or delete the database and build again"
        )
    return taken
