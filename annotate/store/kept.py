"""Answers that hang on nothing but the database's file, kept as long as the file stays as it is.

Counting over a million findings takes SQLite seconds; a corpus that is served seldom changes.
Whether it has is told by the file's size and time, so that a database that is written to (a
review, a build beside a running server) is asked anew. Of a database in memory nothing is kept.
"""

import sqlite3
import threading
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
Stamp = tuple[int, int, int]

_answers: dict[tuple[str, str], tuple[Stamp, Any]] = {}
_locks: defaultdict[tuple[str, str], threading.Lock] = defaultdict(threading.Lock)


def kept(conn: sqlite3.Connection, question: Callable[[sqlite3.Connection], T]) -> T:
    """The answer to a question, a function of this package; asked once for each state of a file.

    Two that ask at once wait for one answer.
    """
    path = str(conn.execute("PRAGMA database_list").fetchone()[2])
    if not path:
        return question(conn)
    key = (path, f"{question.__module__}.{question.__qualname__}")
    with _locks[key]:  # what takes long holds up who asks the same alone
        stamp = stamp_of(path)
        known = _answers.get(key)
        if known is None or known[0] != stamp:
            known = _answers[key] = (stamp, question(conn))
    answer: T = known[1]
    return answer


def stamp_of(path: str) -> Stamp:
    """What tells one state of a file from another."""
    found = Path(path).stat()
    return found.st_ino, found.st_mtime_ns, found.st_size
