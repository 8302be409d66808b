"""The builds of a database, the articles that they could not read, and the codebook they used."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from annotate.claims import JOINED
from annotate.codebook import Codebook, Quantity
from annotate.store.database import transaction
from annotate.store.figures import LISTS
from annotate.store.settled import settle
from annotate.store.sql import insert, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a build makes documents with, apart from the articles.

    tool: version of annotate. codebook, rules: SHA-256. model: the language pipeline.
    """

    tool: str
    codebook: str
    rules: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many articles a build read, found unchanged, and could not read."""

    read: int = 0
    kept: int = 0
    failed: int = 0


def begin(conn: sqlite3.Connection, recipe: Recipe, codebook: Codebook) -> int:
    """The number of a build that begins; topics, names and quantities are those of its codebook.

    Raises StoreError if the database cannot be written.
    """
    with transaction(conn):
        _replace_codebook(conn, codebook)
        number = conn.execute("SELECT coalesce(max(id), 0) + 1 FROM runs").fetchone()[0]
        row = {key: getattr(recipe, key) for key in Recipe.__dataclass_fields__}
        row |= {"id": number, "started": _now(), "read": 0, "kept": 0, "failed": 0}
        insert(conn, "runs", [row])
    return int(number)


def restate(conn: sqlite3.Connection, quantities: Iterable[Quantity]) -> None:
    """Put other quantities of a codebook in the place of those that there are."""
    book = Codebook(quantities={each.key: each for each in quantities})
    with transaction(conn):
        _replace_quantities(conn, list(_quantity_rows(book)))


def end(conn: sqlite3.Connection, number: int, counts: Counts, failed: Mapping[str, str]) -> None:
    """Note that a build has ended, what it did, and why which articles cannot be read.

    Who says what in all of the corpus is listed and counted first, and the ledger of figures made.

    failed: messages by paths, those of articles that this build left aside included.
    """
    with transaction(conn):
        settle(conn)
        conn.execute(
            "UPDATE runs SET ended = ?, read = ?, kept = ?, failed = ? WHERE id = ?",
            (_now(), counts.read, counts.kept, counts.failed, number),
        )
        conn.execute("DELETE FROM failures")
        found = [{"path": path, "message": failed[path]} for path in sorted(failed)]
        insert(conn, "failures", found)


def failures(conn: sqlite3.Connection) -> Mapping[str, str]:
    """Why articles could not be read, by their paths."""
    return dict(conn.execute("SELECT path, message FROM failures ORDER BY path").fetchall())


def fingerprints(conn: sqlite3.Connection) -> Mapping[str, str]:
    """What each document was made from, by its id."""
    return dict(conn.execute("SELECT document, fingerprint FROM inputs").fetchall())


def origins(conn: sqlite3.Connection) -> frozenset[str]:
    """Everything that a value known of a document was read from, or is stated by besides."""
    found = conn.execute("SELECT DISTINCT origins FROM claims")
    return frozenset(each for row in found for each in str(row[0]).split(JOINED))


def untagged(conn: sqlite3.Connection) -> list[str]:
    """The documents whose language kept the layers from them, in order of their ids."""
    found = conn.execute("SELECT id FROM documents WHERE untagged IS NOT NULL ORDER BY id")
    return [str(row[0]) for row in found]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _replace_codebook(conn: sqlite3.Connection, codebook: Codebook) -> None:
    conn.execute("DELETE FROM topics")
    conn.execute("DELETE FROM names")
    _replace_quantities(conn, list(_quantity_rows(codebook)))
    topics = [codebook.topics[key] for key in sorted(codebook.topics)]
    insert(conn, "topics", ({key: getattr(each, key) for key in _TOPIC} for each in topics))
    names = [codebook.names[key] for key in sorted(codebook.names)]
    insert(conn, "names", ({key: getattr(each, key) for key in _NAME} for each in names))
    insert(
        conn,
        "name_aliases",
        (
            {"canonical": each.canonical, "alias": alias}
            for each in names
            for alias in dict.fromkeys(each.aliases)
        ),
    )


def _replace_quantities(conn: sqlite3.Connection, wanted: Sequence[Mapping[str, Any]]) -> None:
    """The codebook's quantities; where they change, the ledger is no longer true."""
    if select(conn, "SELECT * FROM quantities ORDER BY position") == wanted:
        return
    conn.execute("DELETE FROM quantities")
    insert(conn, "quantities", wanted)
    conn.execute("DELETE FROM reckoned")


def _quantity_rows(codebook: Codebook) -> Iterator[dict[str, str | int]]:
    for position, each in enumerate(codebook.quantities.values()):
        lists = {key: json.dumps(getattr(each, key), ensure_ascii=False) for key in LISTS}
        title = each.title or each.key.replace("_", " ")
        yield {"key": each.key, "position": position, "title": title, **lists}


_TOPIC = ("key", "statement", "note")
_NAME = ("canonical", "label", "stands_for", "demonym", "wikidata")
