"""Decisions made now: written to the log first, then laid over in the database.

The log is the truth: should the database fail, the next build brings it up to the log.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from annotate import records
from annotate.cite import anchors
from annotate.errors import DecisionError
from annotate.model import Document, Span, span_id
from annotate.review import log as logs
from annotate.review import overlay, values
from annotate.review.decisions import Decision, Undo, fresh
from annotate.review.desk import Desk
from annotate.review.verdicts import standing
from annotate.store import cases, decisions, laid, queries, write
from annotate.store.laid import PERSONS

NOTHING: Mapping[str, str] = {}


def decide(
    desk: Desk,
    action: str,
    spans: Sequence[str],
    *,
    given: Mapping[str, str] = NOTHING,
    note: str = "",
) -> list[Decision]:
    """The decisions about some findings, all alike. given: words for the fields to correct.

    Raises RequestError if there is no such finding, DecisionError if it cannot be decided so.
    """
    batch = fresh(desk.coder)["id"] if len(spans) > 1 else ""
    made = [_decision(desk, action, each, given, note, batch) for each in dict.fromkeys(spans)]
    _write(desk, made)
    return made


def add(
    desk: Desk,
    article: str,
    words: str,
    layer: str,
    *,
    given: Mapping[str, str] = NOTHING,
    near: int | None = None,
    note: str = "",
) -> Decision:
    """The decision that adds a finding that the machine lacks. near: about where its words stand.

    Raises RequestError if the words stand in several places and nothing decides.
    """
    document = queries.document(desk.conn, article)
    place = anchors.find_quote(document.text, words, hint=near, marks=document.marks)
    if place is None:
        raise DecisionError(f"{words!r} does not stand in {article!r}; copy the article's words")
    span = values.whole(document, layer, place.start, place.end, given)
    name = span_id(document.id, span)
    if any(each.id == name for each in document.spans):
        raise DecisionError(f"{name} says this already; accept or correct it")
    placed = _placed(desk, document, span, "add", name, note=note)
    made = Decision(**placed, values=_recorded(span, name))
    _write(desk, [made])
    return made


def undo(desk: Desk, spans: Sequence[str]) -> list[Undo]:
    """What takes back a coder's last decision about each of some findings.

    Raises DecisionError if there is none to take back.
    """
    said = [each for each in standing(logs.read(desk.folder).entries) if isinstance(each, Decision)]
    own = [each for each in said if each.coder == desk.coder]
    now = {each: _ids(desk, each) for each in spans}
    last = {
        span: each for span in spans for each in own if each.span == span or each.id in now[span]
    }
    if missing := [each for each in spans if each not in last]:
        raise DecisionError(f"{desk.coder} has decided nothing about {missing[0]!r}")
    return _take_back(desk, [last[each] for each in spans])


def _ids(desk: Desk, span: str) -> frozenset[str]:
    """The decisions that are now about a finding, under whatever id it once had."""
    return frozenset(each.id for each in decisions.of_span(desk.conn, span))


def undo_batch(desk: Desk, batch: str) -> list[Undo]:
    """What takes back all decisions that a coder made in one go."""
    said = [each for each in standing(logs.read(desk.folder).entries) if isinstance(each, Decision)]
    own = [each for each in said if each.coder == desk.coder and batch in (each.batch, each.id)]
    if not own:
        raise DecisionError(f"{desk.coder} has nothing to take back of {batch!r}")
    return _take_back(desk, own)


def _take_back(desk: Desk, made: Sequence[Decision]) -> list[Undo]:
    undone = [Undo(undoes=each.id, **fresh(desk.coder)) for each in made]
    logs.append(desk.folder, undone)
    _lay(desk, {each.article for each in made})
    return undone


def _write(desk: Desk, made: Sequence[Decision]) -> None:
    logs.append(desk.folder, made)
    _lay(desk, {each.article for each in made})


def _lay(desk: Desk, articles: Collection[str]) -> None:
    overlay.refresh_documents(desk.conn, desk.folder, articles)


def _decision(
    desk: Desk, action: str, name: str, given: Mapping[str, str], note: str, batch: str
) -> Decision:
    document, shown, machine = laid.machine(desk.conn, name)
    changed = values.changes(document, shown, given) if action == "correct" else {}
    if action == "correct" and not changed:
        raise DecisionError(f"{name} says so already; accept it, or give a field another value")
    if action == "note" and not note.strip():
        raise DecisionError("a note needs words")
    standing = laid.standings(desk.conn, document.id).get(name)
    if standing is not None and (standing.decided in PERSONS or standing.decided == "corrected"):
        machine = shown  # what the person saw and speaks of
    record = _recorded(machine, name)
    if not _is_whole(document, {**record, **changed}):
        raise DecisionError(f"{name} cannot be corrected so; see its words and fields")
    made = _placed(desk, document, machine, action, name, note=note)
    return Decision(**made, machine=record, values=changed, batch=batch)


def _placed(
    desk: Desk, document: Document, span: Span, action: str, name: str, *, note: str
) -> dict[str, Any]:
    words = anchors.selector(document.text, span.start, span.end)
    return fresh(desk.coder) | {
        "action": action,
        "article": document.id,
        "span": name,
        "layer": span.layer,
        "quote": words.exact,
        "prefix": words.prefix,
        "suffix": words.suffix,
        "sha256": write.sha256(document.text.encode()),
        "note": note.strip(),
    }


def _recorded(span: Span, name: str) -> dict[str, Any]:
    return {**records.span_record(span), "id": name}


def _is_whole(document: Document, record: Mapping[str, Any]) -> bool:
    """Whether a record tells a finding of the document."""
    try:
        words = {key: value for key, value in record.items() if key != "text"}
        return bool(records.span(words, document.text).text.strip())
    except (ValueError, KeyError, TypeError):
        return False


def with_alike(desk: Desk, spans: Sequence[str]) -> list[str]:
    """Some findings and all undecided ones that say the same of such words."""
    found = dict.fromkeys(spans)
    for each in spans:
        layer = laid.shown(desk.conn, each).layer
        found |= dict.fromkeys(one.id for one in cases.alike(desk.conn, each, layer))
    return list(found)
