"""Documents and their parts out of the database, as they were saved.

Every query takes a plain connection, so that Datasette can run it in its own threads, and leaves
the connection's settings alone.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from annotate.errors import RequestError
from annotate.model import SPAN_TYPES, Document, Mention, Meta, Pair, Segment, Span, Target
from annotate.store import rows
from annotate.store.span_rows import SPAN_TABLES, columns, span_of, via_of
from annotate.store.sql import Row, pairs, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A document as a list shows it.

    publisher: the outlet that it appeared in. spans: how many findings of all layers but sentences.
    """

    id: str
    version: int
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    year: int | None
    publisher: str | None
    url: str | None
    language: str | None
    form: str
    words: int
    tagged: bool
    spans: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A text that a document has had, with the file as received."""

    document: str
    version: int
    sha256: str
    text_sha256: str
    encoding: str | None
    data: bytes
    text: str
    marks: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A statement that is argued about."""

    key: str
    statement: str
    note: str | None


def canonical(conn: sqlite3.Connection, names: Collection[str]) -> dict[str, str]:
    """The codebook's one name for each of these that is another name of it, and none itself."""
    signs = ", ".join("?" * len(names))
    sql = (
        f"SELECT alias, min(canonical) FROM name_aliases WHERE alias IN ({signs}) "  # noqa: S608  # ours
        "AND alias NOT IN (SELECT canonical FROM name_aliases) GROUP BY alias"
    )
    return dict(pairs(conn, sql, tuple(names)))


def document(conn: sqlite3.Connection, document_id: str) -> Document:
    """The document as it was saved last, with its segments and findings.

    Raises RequestError if there is none of this id.
    """
    row = _work(
        conn,
        select(
            conn,
            "SELECT documents.*, text, marks, targets, pages FROM documents JOIN versions "
            "ON versions.document = documents.id AND versions.version = documents.version "
            "WHERE documents.id = ?",
            (document_id,),
        ),
        document_id,
    )
    return Document(
        id=row["id"],
        text=row["text"],
        form=row["form"],
        meta=_meta(conn, row),
        segments=segments(conn, document_id),
        marks=rows.pairs(row["marks"]),
        spans=spans(conn, document_id),
        targets=_targets(row["targets"]),
        pages=rows.leaves_of(row["pages"]),
        untagged=row["untagged"],
    )


def work(conn: sqlite3.Connection, document_id: str) -> tuple[Meta, str]:
    """What is known of a work, and the form that its article has.

    Raises RequestError if there is none of this id.
    """
    found = select(conn, "SELECT * FROM documents WHERE id = ?", (document_id,))
    row = _work(conn, found, document_id)
    return _meta(conn, row), row["form"]


def documents(conn: sqlite3.Connection) -> list[Listing]:
    """All documents in order of their ids."""
    names = _grouped(conn, "SELECT document, name FROM authors ORDER BY document, position")
    counts = dict(pairs(conn, _COUNTED))
    same = set(Listing.__dataclass_fields__) - {"authors", "publisher", "spans", "tagged"}
    return [
        Listing(
            authors=tuple(names.get(row["id"], ())),
            spans=counts.get(row["id"], 0),
            tagged=bool(row["tagged"]),
            publisher=row["container_title"] or row["publisher"],
            **{key: row[key] for key in same},
        )
        for row in select(conn, "SELECT * FROM documents ORDER BY id")
    ]


def version(conn: sqlite3.Connection, document_id: str, number: int | None = None) -> Version:
    """A text that the document has had; the newest unless a number is given.

    Raises RequestError if there is none.
    """
    found = select(
        conn,
        "SELECT * FROM versions WHERE document = ? AND version = coalesce(?, "
        "(SELECT version FROM documents WHERE id = ?))",
        (document_id, number, document_id),
    )
    wanted = "" if number is None else f" in version {number}"
    return _version(_one(found, f"no document {document_id!r}{wanted}"))


def _version(row: Row) -> Version:
    same = set(Version.__dataclass_fields__) - {"data", "marks"}
    return Version(
        data=row["bytes"], marks=rows.pairs(row["marks"]), **{key: row[key] for key in same}
    )


def replaced(conn: sqlite3.Connection, document_id: str | None = None) -> list[Version]:
    """The texts that documents, or one, had before their newest one, the latest first."""
    found = select(
        conn,
        "SELECT versions.* FROM versions JOIN documents ON documents.id = versions.document "
        "WHERE versions.version < documents.version AND documents.id = coalesce(?, documents.id) "
        "ORDER BY versions.version DESC, versions.document",
        (document_id,),
    )
    return [_version(row) for row in found]


def segments(conn: sqlite3.Connection, document_id: str) -> tuple[Segment, ...]:
    """The document's segments in order of their numbers."""
    sql = "SELECT * FROM segments WHERE document = ? ORDER BY n"
    return tuple(rows.segment_of(row) for row in select(conn, sql, (document_id,)))


def spans(
    conn: sqlite3.Connection, document_id: str, *, layers: Iterable[str] = tuple(SPAN_TYPES)
) -> tuple[Span, ...]:
    """The document's findings of the named layers in the order in which they were saved."""
    placed: list[tuple[int, Span]] = []
    for layer in layers:
        placed += _spans(conn, layer, "document = ?", document_id)
    return tuple(span for _, span in sorted(placed, key=lambda each: each[0]))


def span(conn: sqlite3.Connection, span_id: str) -> tuple[str, Span]:
    """The finding of an id, after the id of its document.

    Raises RequestError if there is none.
    """
    layer = _LAYERS.get(span_id.partition("-")[0])
    for each in [layer] if layer else SPAN_TYPES:
        table = SPAN_TABLES[each]
        sql = f"SELECT document FROM {table} WHERE id = ?"  # noqa: S608  # our names
        if found := select(conn, sql, (span_id,)):
            return found[0]["document"], _spans(conn, each, "id = ?", span_id)[0][1]
    raise RequestError(_GONE.format(span_id))


_GONE = "no finding {!r} in the database; its article may have changed since, or is not built"


def standing(conn: sqlite3.Connection, span_id: str) -> tuple[str, str, int | None, int | None]:
    """Where the finding of an id stands: its document, layer, segment and paragraph by number.

    Raises RequestError if there is none.
    """
    layer = _LAYERS.get(span_id.partition("-")[0])
    for each in [layer] if layer else SPAN_TYPES:
        table = SPAN_TABLES[each]
        sql = (
            f"SELECT found.document, n, number FROM {table} AS found "  # noqa: S608  # our names
            "LEFT JOIN segments ON segments.id = segment WHERE found.id = ?"
        )
        if found := conn.execute(sql, (span_id,)).fetchone():
            return found[0], each, found[1], found[2]
    raise RequestError(_GONE.format(span_id))


def topics(conn: sqlite3.Connection) -> list[Topic]:
    """The codebook's statements in order of their keys."""
    same = Topic.__dataclass_fields__
    found = select(conn, "SELECT * FROM topics ORDER BY key")
    return [Topic(**{key: row[key] for key in same}) for row in found]


def wikidata(conn: sqlite3.Connection) -> dict[str, str]:
    """The items of Wikidata that the codebook gives names, by the name."""
    sql = "SELECT canonical, wikidata FROM names WHERE wikidata IS NOT NULL"
    return dict(pairs(conn, sql))


def contested(conn: sqlite3.Connection, document_id: str | None = None) -> list[str]:
    """The words of contested terms as the documents have them. document_id: of one alone."""
    where = "" if document_id is None else "WHERE document = :document"
    sql = f"SELECT DISTINCT text FROM terms {where} ORDER BY text"  # noqa: S608  # ours
    return [row["text"] for row in select(conn, sql, {"document": document_id})]


_COUNTED = (
    "SELECT document, sum(findings) FROM article_counts "
    "WHERE layer NOT IN ('sentence', 'segment', 'paragraph') GROUP BY document"
)
_LAYERS = {kind.letter: layer for layer, kind in SPAN_TYPES.items()}


def _work(conn: sqlite3.Connection, found: Sequence[Row], document_id: str) -> Row:
    """The one row of a document. Raises RequestError with the ids like its if there is none."""
    if found:
        return found[0]
    known = [name for (name,) in conn.execute("SELECT id FROM documents ORDER BY id")]
    near = ", ".join(map(repr, get_close_matches(document_id, known, n=3)))
    hint = f"ids like it: {near}" if near else "see whether it is built anew"
    raise RequestError(f"no document {document_id!r} in the database; {hint}")


def _one(found: Sequence[Row], missing: str) -> Row:
    if not found:
        raise RequestError(f"{missing} in the database; see whether it is built anew")
    return found[0]


def _spans(
    conn: sqlite3.Connection, layer: str, condition: str, value: str
) -> list[tuple[int, Span]]:
    """Findings with their places in the document."""
    named = ", ".join(f'"{each}"' for each in columns(layer))
    sql = f"SELECT {named} FROM {SPAN_TABLES[layer]} WHERE {condition}"  # noqa: S608  # ours
    found = select(conn, sql, (value,))
    if layer != "stance":
        return [(row["position"], span_of(layer, row)) for row in found]
    via = _via(conn, condition, value)
    return [(row["position"], span_of(layer, row, via=tuple(via[row["id"]]))) for row in found]


def _via(conn: sqlite3.Connection, condition: str, value: str) -> dict[str, list[Mention]]:
    chains: dict[str, list[Mention]] = defaultdict(list)
    inner = f"SELECT id FROM stances WHERE {condition}"  # noqa: S608  # our names
    sql = f"SELECT * FROM stance_via WHERE stance IN ({inner}) ORDER BY stance, position"  # noqa: S608  # ours
    for row in select(conn, sql, (value,)):
        chains[row["stance"]].append(via_of(row))
    return chains


def _meta(conn: sqlite3.Connection, row: Row) -> Meta:
    names = select(
        conn, "SELECT name FROM authors WHERE document = ? ORDER BY position", (row["id"],)
    )
    origins = select(
        conn,
        "SELECT key, origin FROM metadata WHERE document = ? AND origin IS NOT NULL",
        (row["id"],),
    )
    stated = select(conn, "SELECT * FROM claims WHERE document = ? ORDER BY position", (row["id"],))
    same = set(Meta.__dataclass_fields__) - {"authors", "origins", "claims"}
    return Meta(
        authors=tuple(each["name"] for each in names),
        origins={each["key"]: each["origin"] for each in origins},
        claims=tuple(map(rows.claim_of, stated)),
        **{key: row[key] for key in same},
    )


def _targets(stored: str) -> tuple[Target, ...]:
    return tuple(Target(id=name, start=start, end=end) for name, start, end in json.loads(stored))


def _grouped(conn: sqlite3.Connection, sql: str) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for key, value in pairs(conn, sql):
        groups[key].append(value)
    return groups
