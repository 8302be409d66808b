"""Opening a database, writing to it in one piece, and saying what went wrong in a sentence.

The database is one file at all times (no write-ahead log): it can be copied, served from a medium
that cannot be written, and read by Datasette while a build writes one document at a time. A build
that is killed leaves a journal beside it, from which the next program that opens it undoes the
half-written document.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from annotate.errors import StoreError
from annotate.store.migrations import VERSION, migrate, version

PATIENCE = 30.0
"""Seconds that a writer waits for readers; a reader holds the database for a query at most."""

_WAYS_OUT = {
    "SQLITE_FULL": "the disk is full; make room and build again, what was saved before is kept",
    "SQLITE_IOERR": "it cannot be written or read in full; see whether the disk is full or "
    "failing and build again, what was saved before is kept",
    "SQLITE_NOTADB": "this is no database; move the file away and build again",
    "SQLITE_CORRUPT": "the database is damaged; delete it and build again",
    "SQLITE_BUSY": "another program is writing to the database; try again when it has ended",
    "SQLITE_LOCKED": "another program is writing to the database; try again when it has ended",
    "SQLITE_READONLY": "the database may not be written; change its permissions or its place",
    "SQLITE_CANTOPEN": "the database cannot be opened; see whether the folder exists and may "
    "be written",
    "SQLITE_PERM": "the database may not be opened; change its permissions",
    "SQLITE_TOOBIG": "a value is too large for the database; split the article",
}
"""What SQLite calls an error, and what would do; the longer names of an error begin alike."""


def open_for_writing(path: Path | str) -> sqlite3.Connection:
    """The database at a path, made or brought to the newest version.

    Raises StoreError if it is no database, newer than this code, or cannot be written.
    """
    _refuse_a_folder(path)
    with explained(str(path)):
        conn = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            conn.execute("PRAGMA foreign_keys = ON")
            migrate(conn, name=str(path))
        except (sqlite3.Error, StoreError):
            conn.close()
            raise
    return conn


def open_for_reading(path: Path | str) -> sqlite3.Connection:
    """The database at a path, which is left as it is.

    What a killed build left half written is undone first, if the file may be written.
    Raises StoreError if it is absent, no database, or of another version than this code.
    """
    _refuse_a_folder(path)
    if not Path(path).is_file():
        raise StoreError(f"{path}: there is no database; `annotate build` makes it")
    with explained(str(path)):
        conn = sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, timeout=PATIENCE)
        try:
            conn.execute("PRAGMA query_only = ON")
            _require_newest(conn, str(path))
        except (sqlite3.Error, StoreError):
            conn.close()
            raise
    return conn


def _refuse_a_folder(path: Path | str) -> None:
    if Path(path).is_dir():
        raise StoreError(f"{path}: is a folder, no database; move it away or name another file")


def _require_newest(conn: sqlite3.Connection, name: str) -> None:
    steps = version(conn, name=name)
    if not steps:
        raise StoreError(f"{name} is empty; `annotate build` fills it")
    if steps < VERSION:
        raise StoreError(f"{name} was built by an older annotate; `annotate build` renews it")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Sees to it that no other build of the same database is at work.

    The lock is a lock of SQLite on an empty file beside the database: it ends with the process
    that holds it, however that ends, and leaves readers of the database alone.
    Raises StoreError if another build is at work.
    """
    lock = path.with_name(path.name + "-build")
    with explained(str(path)), closing(sqlite3.connect(lock, timeout=0)) as holder:
        _hold(holder, path)
        try:
            yield
        finally:
            with suppress(OSError):  # Windows removes no open file; an empty one does no harm
                lock.unlink()


def _hold(lock: sqlite3.Connection, path: Path) -> None:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_BUSY":
            raise
        raise StoreError(
            f"{path}: another build is at work on it; wait until that has ended"
        ) from None


@contextmanager
def transaction(conn: sqlite3.Connection) -> Iterator[None]:
    """All that is written within, or nothing of it.

    Raises StoreError if the database cannot be written.
    """
    with explained(name(conn)), conn:
        conn.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def explained(name: str) -> Iterator[None]:
    """SQLite's errors as StoreErrors that say which database, what is wrong and what would do."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{name}: {_way_out(error)}") from error


def _way_out(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorname", "")
    for prefix, sentence in _WAYS_OUT.items():
        if code.startswith(prefix):
            return sentence
    return f"SQLite says {str(error)!r}; delete the database and build again"


def name(conn: sqlite3.Connection) -> str:
    """The path of a connection's database, as errors call it."""
    path = conn.execute("PRAGMA database_list").fetchone()[2]
    return str(path) or "the database in memory"
