"""What is worked out of the whole corpus when a build has ended, so that pages read rows alone.

Who says what and all that is counted of it, and the ledger of figures. Each is made anew if a
document has changed, the ledger also if the codebook's quantities have.
"""

import sqlite3
from collections.abc import Iterable

from annotate.figures.entries import Together
from annotate.store import ledger, statements


def settle(conn: sqlite3.Connection) -> None:
    """Make anew what is no longer true. Within the caller's transaction."""
    for table, fill in _FILLED.items():
        if not conn.execute(f"SELECT 1 FROM {table}").fetchone():  # noqa: S608  # ours
            conn.execute(f"INSERT INTO {table} VALUES (?)", (fill(conn),))  # noqa: S608  # ours


def reckon(conn: sqlite3.Connection, together: Iterable[Together]) -> None:
    """Make the ledger of figures that are put together already, as another database has them."""
    count = ledger.fill(conn, together)
    conn.execute("INSERT INTO reckoned VALUES (?)", (count,))


_FILLED = {"settled": statements.fill, "reckoned": ledger.fill}
"""What makes the tables of which a row in this one says that they are true."""
