"""What a reader's pages ask of the database beyond the documents themselves."""

import sqlite3
from collections.abc import Mapping

from annotate.errors import StoreError
from annotate.store.migrations import VERSION, version
from annotate.store.queries import pairs


def is_corpus(conn: sqlite3.Connection) -> bool:
    """Whether the database is one of ours, of the version that this code reads."""
    try:
        return version(conn) == VERSION
    except StoreError:
        return False


def paragraph_counts(conn: sqlite3.Connection) -> Mapping[str, int]:
    """How many numbered paragraphs each document has, by its id; those without are absent."""
    sql = "SELECT document, count(*) FROM segments WHERE number IS NOT NULL GROUP BY document"
    return dict(pairs(conn, sql))
