"""What people decided about an article's findings, as its page tells it beside them."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

from annotate.model import Document
from annotate.publish.notes import Note
from annotate.store import decisions, laid
from annotate.store.laid import Overruled


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What people decided.

    said: a few words for each finding, by its id. gone: findings that they took out.
    """

    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gone: tuple[Overruled, ...] = ()


UNDECIDED = Decided()

GONE = frozenset({"rejected", "displaced"})


def of_document(conn: sqlite3.Connection, document: Document) -> Decided:
    """What people decided about an article."""
    said: dict[str, list[str]] = {}
    for name, standing in laid.standings(conn, document.id).items():
        said[name] = [f"{standing.decided} by {standing.by}"]
        said[name] += ["coders differ"] if standing.disputed else []
    for each in decisions.of_document(conn, document.id):
        if each.note and each.state in ("said", "in force"):
            said.setdefault(each.span, []).append(f"{each.coder}: {each.note}")
    gone = [each for each in laid.overruled(conn, document) if each.decided in GONE]
    return Decided(said={name: tuple(each) for name, each in said.items()}, gone=tuple(gone))


def with_decisions(note: Note, decided: Decided) -> Note:
    """A finding's note with what was decided about it."""
    said = decided.said.get(note.span.id)
    return note._replace(facts=(*note.facts, *said)) if said else note
