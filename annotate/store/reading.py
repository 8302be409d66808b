"""What a reader's pages ask of the database beyond the documents themselves."""

import sqlite3

from annotate.errors import StoreError
from annotate.store.migrations import VERSION, version
from annotate.store.queries import pairs


def is_corpus(conn: sqlite3.Connection) -> bool:
    """Whether the database is one of ours, of the version that this code reads."""
    try:
        return version(conn) == VERSION
    except StoreError:
        return False


def version_with(conn: sqlite3.Connection, document: str, sha256: str) -> int | None:
    """The newest version of a document whose text has a hash that begins so; None if none has."""
    sql = (
        "SELECT max(version) FROM versions WHERE document = ? "
        "AND substr(text_sha256, 1, length(?)) = ?"
    )
    found = conn.execute(sql, (document, sha256, sha256)).fetchone()[0]
    return None if found is None else int(found)


def keeps_page(conn: sqlite3.Connection, document: str) -> bool:
    """Whether an article is a web page of which not only the text is kept."""
    sql = (
        "SELECT form, sha256 <> versions.text_sha256 AND encoding IS NOT NULL FROM documents "
        "JOIN versions ON versions.document = id AND versions.version = documents.version "
        "WHERE id = ?"
    )
    return any(form == "html" and kept for form, kept in pairs(conn, sql, (document,)))
