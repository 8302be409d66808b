"""Documents into the database: each whole or not at all.

The text that a document had before stays as an older version, so that a citation of it still
resolves; its segments and findings are replaced.
"""

import hashlib
import json
import re
import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotate.errors import StoreError
from annotate.model import (
    BODY,
    Document,
    Meta,
    Sentence,
    Span,
    Stance,
    is_proposed,
    span_id,
)
from annotate.store import counts, names, rows, signs, span_rows
from annotate.store.database import transaction
from annotate.store.sql import Row, insert, put


class UnsavableError(StoreError):
    """A document that contradicts itself or another; other documents can still be saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """An article as it came.

    path: of the file, below the workspace. part: which article of the file it is (a page's
    address), None if the file is nothing else. fingerprint: over all that the document is made
    from.
    """

    data: bytes
    encoding: str | None = None
    path: str | None = None
    part: str | None = None
    fingerprint: str = ""


_UNDECIDED: Row = {"decided": None, "decided_by": None, "disputed": False}
_NOTHING: Mapping[str, Row] = {}

_READING = (
    "naming",
    "overruled",
    "claims",
    "metadata",
    "authors",
    "inputs",
    "terms",
    "stances",
    "quotes",
    "numbers",
    "entities",
    "sentences",
    "segments",
)
"""What is replaced when a document is read anew; a table before those that it refers to."""


def save(
    conn: sqlite3.Connection,
    document: Document,
    received: Received | None = None,
    *,
    tagged: bool = True,
) -> int:
    """The number of the version saved; a new one if the file or its text differ from the last.

    A span without an id gets one. received: without it, the text counts as the file.
    Raises UnsavableError if two spans or segments have one id, or a text is no Unicode; StoreError
    if the database cannot be written. Then the database is as it was.
    """
    document = _checked(document)
    received = received or Received(data=document.text.encode())
    with transaction(conn):
        try:
            return _save(conn, document, received, tagged=tagged)
        except (sqlite3.IntegrityError, UnicodeEncodeError, OverflowError) as error:
            raise UnsavableError(
                f"document {document.id!r} cannot be saved ({error}); no other is concerned"
            ) from error


def forget(conn: sqlite3.Connection, document_id: str) -> None:
    """Take a document out of the database with all its versions."""
    with transaction(conn):
        _unsettle(conn)
        conn.execute("DELETE FROM documents WHERE id = ?", (document_id,))


def _unsettle(conn: sqlite3.Connection) -> None:
    """Let what is worked out of the whole corpus be made anew."""
    conn.execute("DELETE FROM settled")
    conn.execute("DELETE FROM reckoned")


def _checked(document: Document) -> Document:
    named = tuple(_named(document, span) for span in document.spans)
    _require_distinct(document, "spans", [span.id for span in named])
    _require_distinct(document, "segments", [segment.n for segment in document.segments])
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        raise UnsavableError(
            f"document {document.id!r} holds half a character at {error.start}; "
            "see whether it was read in the right encoding"
        ) from error
    return replace(document, spans=named)


def _named(document: Document, span: Span) -> Span:
    return span if span.id else replace(span, id=span_id(document.id, span))


def _require_distinct(document: Document, what: str, ids: Sequence[str | int]) -> None:
    for each, count in Counter(ids).items():
        if count > 1:
            raise UnsavableError(
                f"document {document.id!r} has {count} {what} of the id {each!r}; "
                "a layer found the same thing twice"
            )


def _save(conn: sqlite3.Connection, document: Document, received: Received, *, tagged: bool) -> int:
    _unsettle(conn)
    for table in _READING:
        conn.execute(f"DELETE FROM {table} WHERE document = ?", (document.id,))  # noqa: S608  # ours
    version = _version(conn, document, received)
    put(conn, "documents", _document_row(document, received, version=version, tagged=tagged))
    put(conn, "versions", _version_row(document, received, version=version))
    insert(conn, "inputs", [{"document": document.id, "fingerprint": received.fingerprint}])
    insert(conn, "authors", _author_rows(document))
    insert(conn, "metadata", _metadata_rows(document))
    insert(conn, "claims", rows.claim_rows(document))
    insert(conn, "segments", (rows.segment_row(document, each) for each in document.segments))
    insert(conn, "naming", names.rows_of(document))
    proposed = [span for span in document.spans if is_proposed(span)]
    shown = tuple(span for span in document.spans if not is_proposed(span))
    insert_spans(conn, replace(document, spans=shown))
    held = (
        span_rows.overruled_row(document.id, each, decided=span_rows.PROPOSED) for each in proposed
    )
    insert(conn, "overruled", held)
    counts.recount(conn, document.id)
    return version


def _version(conn: sqlite3.Connection, document: Document, received: Received) -> int:
    last = conn.execute(
        "SELECT version, sha256, text_sha256 FROM versions WHERE document = ? "
        "ORDER BY version DESC LIMIT 1",
        (document.id,),
    ).fetchone()
    if last is None:
        return 1
    same = (last[1], last[2]) == (sha256(received.data), sha256(document.text.encode()))
    return int(last[0]) if same else int(last[0]) + 1


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


_SAME = ("title", "published", "publisher", "container_title", "url", "license", "language")


def _document_row(document: Document, received: Received, *, version: int, tagged: bool) -> Row:
    meta = document.meta
    return {key: getattr(meta, key) for key in (*_SAME, "type", "accessed")} | {
        "id": document.id,
        "version": version,
        "year": year(meta),
        "form": document.form,
        "path": received.path,
        "part": received.part,
        "words": count_words(document),
        "tagged": tagged and not document.untagged,
        "untagged": document.untagged,
        "text_sha256": sha256(document.text.encode()),
    }


def year(meta: Meta) -> int | None:
    """The year of publication, None if it is not known."""
    found = re.match(r"\d{4}(?!\d)", meta.published or "")
    return int(found[0]) if found else None


def count_words(document: Document) -> int:
    """How many words the body has; of a document without segments, the text."""
    body = [each for each in document.segments if each.kind in BODY]
    texts = [rows.own_text(document.text, segment) for segment in body]
    return sum(map(signs.count_words, texts if document.segments else [document.text]))


def _version_row(document: Document, received: Received, *, version: int) -> Row:
    return {
        "document": document.id,
        "version": version,
        "sha256": sha256(received.data),
        "text_sha256": sha256(document.text.encode()),
        "encoding": received.encoding,
        "bytes": received.data,
        "text": document.text,
        "marks": json.dumps(document.marks),
        "pages": json.dumps([(each.start, each.end, each.label) for each in document.pages]),
        "targets": json.dumps([(each.id, each.start, each.end) for each in document.targets]),
    }


def _author_rows(document: Document) -> list[Row]:
    return [
        {"document": document.id, "position": position, "name": name}
        for position, name in enumerate(document.meta.authors)
    ]


def _metadata_rows(document: Document) -> list[Row]:
    meta = document.meta
    values = {key: getattr(meta, key) for key in (*_SAME, "type", "accessed")}
    values["authors"] = "; ".join(meta.authors) or None
    known = [key for key in values if values[key] is not None] + sorted(meta.origins)
    return [
        {
            "document": document.id,
            "key": key,
            "value": values.get(key),
            "origin": meta.origins.get(key),
        }
        for key in dict.fromkeys(known)
    ]


def insert_spans(
    conn: sqlite3.Connection, document: Document, *, facets: Mapping[str, Row] = _NOTHING
) -> None:
    """Add a document's findings. facets: what else the rows of some of them say, by their ids."""
    segment_at = _finder(document.segments)
    sentence_at = _finder([span for span in document.spans if isinstance(span, Sentence)])
    shared = {"document": document.id}
    repeated = {"year": year(document.meta), "publisher": document.meta.publisher}
    tables: dict[str, list[Row]] = {
        table: [] for table in reversed(list(span_rows.SPAN_TABLES.values()))
    }
    for position, span in enumerate(document.spans):
        segment = segment_at(span.start)
        row = span_rows.span_row(span, document.text) | shared | {"position": position}
        row["segment"] = None if segment is None else rows.segment_id(document.id, segment.n)
        if not isinstance(span, Sentence):
            sentence = sentence_at(span.start)
            row["sentence"] = None if sentence is None else sentence.id
            row |= repeated | {"kind": None if segment is None else segment.kind}
            row |= facets.get(span.id, _UNDECIDED)
        tables[span_rows.SPAN_TABLES[span.layer]].append(row)
    for table, found in tables.items():
        insert(conn, table, found)
    stances = [span for span in document.spans if isinstance(span, Stance)]
    insert(conn, "stance_via", (row for each in stances for row in span_rows.via_rows(each)))
    insert(
        conn,
        "stance_addressees",
        (row for each in stances for row in span_rows.addressee_rows(each)),
    )


def _finder(placed: Sequence[Any]) -> Callable[[int], Any]:
    """What tells which of some segments or sentences holds a code point; None if none does."""
    stretches = sorted(
        ((start, end, each) for each in placed for start, end in each.stretches),
        key=lambda stretch: stretch[:2],
    )
    starts = [start for start, _, _ in stretches]

    def holder(point: int) -> Any:  # an item of `placed`
        at = bisect_right(starts, point) - 1
        return stretches[at][2] if at >= 0 and point < stretches[at][1] else None

    return holder
