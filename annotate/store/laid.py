"""What people left of a document's findings, and what they took from it, so that either is at hand.

The tables of findings hold what is shown: the machine's findings with people's decisions and names
laid over. What the machine said otherwise stands as a record in `overruled`; from both together its
own findings are had again, to lay new decisions over them.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from annotate import records
from annotate.errors import RequestError
from annotate.model import Document, Span
from annotate.store import counts, decisions, ledger, queries, settled, span_rows
from annotate.store.database import transaction
from annotate.store.decisions import Decided
from annotate.store.sql import Row, insert, pairs, select
from annotate.store.write import insert_spans

PERSONS = frozenset({"added", "kept"})
"""How findings are decided that are no longer, or never were, the machine's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a finding that is shown was decided, and by whom.

    decided: "accepted", "corrected", "added", or "kept" if the machine no longer finds it.
    """

    decided: str
    by: str
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled:
    """A finding as the machine had it, where that is not shown.

    decided: "rejected", "accepted" (as it then was), "corrected", "displaced" by a person's,
    "renamed", "hidden" or "proposed" (nobody has accepted it yet). by: the coder; "" where nobody
    has decided.
    """

    span: Span
    decided: str
    by: str = ""
    disputed: bool = False


def machines(conn: sqlite3.Connection, document: Document) -> Document:
    """The document with the findings that are the machine's, as it had them."""
    shown = _decided(conn, document.id)
    spans = {each.id: each for each in document.spans if shown.get(each.id) not in PERSONS}
    spans |= {each.span.id: each.span for each in overruled(conn, document)}
    return replace(document, spans=tuple(spans.values()))


def machine(conn: sqlite3.Connection, span_id: str) -> tuple[Document, Span, Span]:
    """The document that holds a finding, the finding as shown, and as the machine had it.

    Of one that is not shown, the machine's stands for both. Raises RequestError if there is none.
    """
    found = select(conn, "SELECT document FROM overruled WHERE id = ?", (span_id,))
    name = found[0]["document"] if found else queries.span(conn, span_id)[0]
    document = queries.document(conn, name)
    shown = {each.id: each for each in document.spans}
    was = {each.span.id: each.span for each in overruled(conn, document)}
    return document, shown.get(span_id) or was[span_id], was.get(span_id) or shown[span_id]


def shown(conn: sqlite3.Connection, span_id: str) -> Span:
    """A finding as shown, or as the machine had it; read without the others of its document.

    Raises RequestError if there is none.
    """
    try:
        return queries.span(conn, span_id)[1]
    except RequestError:
        found = select(conn, "SELECT document, record FROM overruled WHERE id = ?", (span_id,))
        if not found:
            raise
    text = queries.version(conn, found[0]["document"]).text
    return records.span(json.loads(found[0]["record"]), text)


def overruled(conn: sqlite3.Connection, document: Document) -> list[Overruled]:
    """The findings of the machine that are not shown as it had them, in order of their place."""
    found = select(
        conn, "SELECT * FROM overruled WHERE document = ? ORDER BY start_char, id", (document.id,)
    )
    return [
        Overruled(
            span=records.span(json.loads(row["record"]), document.text),
            decided=row["decided"],
            by=row["decided_by"] or "",
            disputed=bool(row["disputed"]),
        )
        for row in found
    ]


def standings(conn: sqlite3.Connection, document_id: str) -> dict[str, Standing]:
    """How the shown findings of a document were decided, by their ids."""
    found: dict[str, Standing] = {}
    for table in DECIDED:
        sql = f"SELECT id, decided, decided_by, disputed FROM {table} WHERE document = ?"  # noqa: S608  # ours
        for row in select(conn, f"{sql} AND decided IS NOT NULL", (document_id,)):
            found[row["id"]] = Standing(
                decided=row["decided"], by=row["decided_by"], disputed=bool(row["disputed"])
            )
    return found


def lay(
    conn: sqlite3.Connection,
    document: Document,
    *,
    standings: Mapping[str, Standing],
    overruled: Iterable[Overruled],
    decided: Iterable[Decided],
    overlay: str,
) -> None:
    """Show a document's findings as people left them.

    document: with the findings to show. decided: all decisions about it. overlay: a digest of all
    that was laid over, "" for nothing. Raises StoreError if the database cannot be written.
    """
    with transaction(conn):
        before = ledger.made_of(conn, document.id)
        for table in ("overruled", *reversed(DECIDED), "sentences"):  # these refer to sentences
            conn.execute(f"DELETE FROM {table} WHERE document = ?", (document.id,))  # noqa: S608  # ours
        facets = {name: _facets(each) for name, each in standings.items()}
        insert_spans(conn, document, facets=facets)
        insert(conn, "overruled", (_row(document.id, each) for each in overruled))
        decisions.replace(conn, document.id, decided)
        counts.recount(conn, document.id)
        conn.execute("DELETE FROM settled")
        if ledger.made_of(conn, document.id) != before:
            conn.execute("DELETE FROM reckoned")
        conn.execute("UPDATE inputs SET overlay = ? WHERE document = ?", (overlay, document.id))


def settle(conn: sqlite3.Connection, *, most: int | None = None) -> None:
    """Make anew what is counted over the corpus, if a document has changed since.

    most: findings of all layers up to which this is done; beyond, the next build does.
    """
    if most is not None and sum(counts.layers(conn).values()) > most:
        return
    with transaction(conn):
        settled.settle(conn)


def overlays(conn: sqlite3.Connection) -> dict[str, str]:
    """The digest of what was laid over each document, by its id; "" for nothing."""
    return dict(pairs(conn, "SELECT document, overlay FROM inputs"))


def _decided(conn: sqlite3.Connection, document_id: str) -> dict[str, str]:
    return {name: each.decided for name, each in standings(conn, document_id).items()}


def _facets(standing: Standing) -> Row:
    return {
        "decided": standing.decided,
        "decided_by": standing.by,
        "disputed": standing.disputed,
    }


def _row(document_id: str, each: Overruled) -> Row:
    row = span_rows.overruled_row(document_id, each.span, decided=each.decided)
    return row | {"decided_by": each.by or None, "disputed": each.disputed}


DECIDED = tuple(table for layer, table in span_rows.SPAN_TABLES.items() if layer != "sentence")
"""The tables of findings that people decide about."""
