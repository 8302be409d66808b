"""What a reader's pages ask of the database beyond the documents themselves."""

import sqlite3

from annotate.errors import StoreError
from annotate.store.migrations import VERSION, version
from annotate.store.sql import pairs


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


def texts(conn: sqlite3.Connection) -> dict[str, str]:
    """The hash of the text of each document, by its id."""
    return dict(pairs(conn, "SELECT id, text_sha256 FROM documents"))


def kept_as(conn: sqlite3.Connection, document: str) -> str | None:
    """What is kept of an article as received: "page" of the web, "print", or "text" of other files.

    "print" is of a PDF. None of a web page of which the text alone is kept, and of what is not
    there.
    """
    sql = (
        "SELECT form, CASE form WHEN 'pdf' THEN "
        "instr(substr(bytes, 1, 1024), CAST('%PDF-' AS BLOB)) "
        "ELSE sha256 <> versions.text_sha256 AND encoding IS NOT NULL END FROM documents "
        "JOIN versions ON versions.document = id AND versions.version = documents.version "
        "WHERE id = ?"
    )
    for form, kept in pairs(conn, sql, (document,)):
        if form == "html":
            return "page" if kept else None
        return "print" if form == "pdf" and kept else "text"
    return None
