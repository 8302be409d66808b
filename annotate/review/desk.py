"""Where somebody decides: an open database, the folder of decisions, and who it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotate.review.coders import coder as named
from annotate.store import database as store
from annotate.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where somebody decides."""

    conn: sqlite3.Connection
    folder: Path
    coder: str


@contextmanager
def desk(space: Workspace, coder: str | None = None) -> Iterator[Desk]:
    """A workspace's database open for decisions, and its folder of them.

    Raises StoreError if the database is absent, of an older version or cannot be written.
    """
    store.open_for_reading(space.database).close()
    with closing(store.open_for_writing(space.database)) as conn:
        yield Desk(conn=conn, folder=space.decisions, coder=named(coder))
