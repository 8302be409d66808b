"""A database brought up to what people decided: the log replayed, the findings laid anew.

Only documents of which something changed are laid anew: the decisions about one, the names that
are shown in it, or this code. What was laid over it is told by a digest in the database.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from annotate import recipe
from annotate.review import log as logs
from annotate.review import moves, naming, proposals
from annotate.review.decisions import Decision, Entry, NameDecision
from annotate.review.known import some
from annotate.review.replay import Laid, laid_over
from annotate.review.verdicts import Verdict, outcome, standing, undone, verdicts
from annotate.store import decisions, laid, names, queries
from annotate.store.database import transaction
from annotate.store.decisions import Decided
from annotate.store.names import Renaming

HERE = Path(__file__).parent

AT_ONCE = 50_000
"""Findings up to which a decision also counts the corpus anew; in larger ones the next build does,
so that who decides need not wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What was done. documents: laid anew. faults: why lines of the log were left aside.

    strays: of which decisions the codebook has no topic any more.
    """

    documents: tuple[str, ...]
    faults: tuple[str, ...]
    lost: int
    strays: tuple[str, ...] = ()


def refresh(conn: sqlite3.Connection, folder: Path) -> Refreshed:
    """Bring the whole database up to the decisions of a folder, names included.

    Raises DecisionError if the log cannot be read, StoreError if the database cannot be written.
    """
    log = logs.read(folder)
    entries = moves.followed(log.entries, moves.moved(conn, log.entries))
    said = [each for each in standing(entries) if isinstance(each, NameDecision)]
    found = proposals.proposals(names.uses(conn), queries.wikidata(conn))
    decisions.replace_renamings(conn, naming.renamings(said, proposals.certain(found)))
    decisions.replace_faults(conn, log.faults)
    done = _lay_all(conn, entries)
    lost = len(decisions.of_state(conn, "lost"))
    strays = tuple(_stray(*each) for each in decisions.without_topic(conn).items())
    return Refreshed(documents=tuple(done), faults=log.faults, lost=lost, strays=strays)


def _stray(topic: str, spans: list[str]) -> str:
    return (
        f"decided about {topic!r}, which is no topic of the codebook: {some(spans)}; "
        "`annotate review correct SPAN --set target=TOPIC` moves them"
    )


def refresh_all(conn: sqlite3.Connection, folder: Path) -> Refreshed:
    """The same outside of a build, and what is counted over the corpus counted anew."""
    done = refresh(conn, folder)
    laid.settle(conn)
    return done


def refresh_documents(conn: sqlite3.Connection, folder: Path, only: Collection[str]) -> list[str]:
    """Bring some documents up to the decisions of a folder; names stay as they were shown.

    Raises as `refresh` does.
    """
    entries = logs.read(folder).entries
    moved = moves.moved(conn, entries)
    only = {moved.get(each, each) for each in only}
    done = _lay_all(conn, moves.followed(entries, moved), only=only)
    laid.settle(conn, most=AT_ONCE)
    return done


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """All that is laid over a document."""

    entries: tuple[Entry, ...]
    renamings: tuple[Renaming, ...]

    @property
    def digest(self) -> str:
        """A digest of all of it, "" for nothing."""
        if not (self.entries or self.renamings):
            return ""
        return recipe.fingerprint(recipe.rules(HERE), repr(self.entries), repr(self.renamings))


def _lay_all(
    conn: sqlite3.Connection, entries: Iterable[Entry], *, only: Collection[str] | None = None
) -> list[str]:
    """The documents that were laid anew."""
    layers = _layers(entries, names.concerned(conn))
    before = laid.overlays(conn)
    done: list[str] = []
    for name in sorted(layers.keys() | before.keys() | decisions.told(conn)):
        if only is not None and name not in only:
            continue
        layer = layers.get(name, _NOTHING)
        if name not in before:
            _note_lost(conn, name, layer.entries)
        elif layer.digest != before[name]:
            _lay(conn, name, layer)
            done.append(name)
    return done


_NOTHING = _Layer(entries=(), renamings=())


def _layers(
    entries: Iterable[Entry], renamed: Mapping[str, Iterable[Renaming]]
) -> dict[str, _Layer]:
    """What is laid over each document."""
    every = tuple(entries)
    about = {each.id: each.article for each in every if isinstance(each, Decision)}
    told: dict[str, list[Entry]] = defaultdict(list)
    for each in every:
        article = about.get(getattr(each, "undoes", each.id))
        if article is not None:
            told[article].append(each)
    return {
        name: _Layer(entries=tuple(told.get(name, ())), renamings=tuple(renamed.get(name, ())))
        for name in told.keys() | renamed.keys()
    }


def _lay(conn: sqlite3.Connection, name: str, layer: _Layer) -> None:
    document = laid.machines(conn, queries.document(conn, name))
    judged = verdicts(layer.entries)
    decided = laid_over(document, judged)
    named = naming.of_document(name, layer.renamings, names.labels(conn, name))
    shown, renamed = naming.named(decided.spans, named, decided.standings)
    machines = {span.id for span in document.spans}
    gone = {each.span.id for each in decided.overruled}
    also = [each for each in renamed if each.span.id in machines - gone]
    laid.lay(
        conn,
        replace(document, spans=tuple(shown)),
        standings=decided.standings,
        overruled=(*decided.overruled, *also),
        decided=_decided(layer.entries, judged, decided),
        overlay=layer.digest,
    )


def _note_lost(conn: sqlite3.Connection, name: str, entries: tuple[Entry, ...]) -> None:
    """Hold the decisions about a document that is not there."""
    judged = verdicts(entries)
    nowhere = Laid(
        spans=(), standings={}, overruled=(), fates=dict.fromkeys(judged, "lost"), places={}, ids={}
    )
    with transaction(conn):
        decisions.replace(conn, name, _decided(entries, judged, nowhere))


def _decided(
    entries: Iterable[Entry], judged: Mapping[str, Verdict], found: Laid
) -> Iterator[Decided]:
    every = tuple(entries)
    gone = undone(every)
    for each in every:
        if isinstance(each, Decision):
            place = found.places.get(each.span)
            yield Decided(
                id=each.id,
                at=each.at,
                coder=each.coder,
                action=each.action,
                document=each.article,
                span=found.ids.get(each.span, each.span),
                layer=each.layer,
                label=each.record.get("label"),
                quote=each.quote,
                start=place.start if place else None,
                end=place.end if place else None,
                made_by=each.machine.get("by"),
                changes=each.values if each.action == "correct" else {},
                note=each.note or None,
                batch=each.batch or None,
                state="undone" if each.id in gone else _state(each, judged, found),
            )


def _state(decision: Decision, judged: Mapping[str, Verdict], found: Laid) -> str:
    if decision.action == "note":
        return "said"
    counts = judged[decision.span].decision
    same = outcome(decision) == outcome(counts)
    return found.fates[decision.span] if same else "superseded"
