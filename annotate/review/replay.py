"""A document's findings with what people decided laid over them.

A decision is first looked for by the finding's id, which holds as long as the article's text and
the machine's answer do. Where the id is gone, the words are found again by what stands around them:
the decision then concerns what the machine now says of that place. What somebody accepted,
corrected or added stays, though the machine no longer finds it, as long as its words are there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from annotate import records
from annotate.cite.anchors import find_quote
from annotate.errors import RequestError
from annotate.model import Document, Quote, Span, Stance, Stretch, is_proposed, order, span_id
from annotate.offsets import overlap
from annotate.review.decisions import Decision
from annotate.review.verdicts import Verdict
from annotate.store import span_rows
from annotate.store.laid import Overruled, Standing

KEPT = {"accept": "accepted", "correct": "corrected", "add": "added"}
"""What a finding is called that a decision leaves."""

SINGLE = frozenset({"entity", "number", "term"})
"""Layers whose findings do not overlap: a person's stands where one of the machine's would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A document's findings as people left them.

    standings: of those that somebody decided about. overruled: findings of the machine that are
    gone or changed. fates: what became of each verdict: "in force", "moot" (there is nothing left
    to reject) or "lost" (the words are gone). places: where the verdict's words stand now. ids: of
    the finding that each verdict is about now.
    """

    spans: tuple[Span, ...]
    standings: Mapping[str, Standing]
    overruled: tuple[Overruled, ...]
    fates: Mapping[str, str]
    places: Mapping[str, Stretch]
    ids: Mapping[str, str]


def laid_over(document: Document, verdicts: Mapping[str, Verdict]) -> Laid:
    """The document's findings with verdicts laid over. document: with the machine's spans."""
    work = _Work(document)
    for name, verdict in verdicts.items():
        work.settle(name, verdict)
    work.displace()
    work.withhold()
    return Laid(
        spans=tuple(sorted(work.spans.values(), key=order)),
        standings=work.standings,
        overruled=tuple(work.overruled.values()),
        fates=work.fates,
        places=work.places,
        ids=work.ids,
    )


class _Work:
    """The findings while decisions are laid over them, one by one."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.machines = {span.id: span for span in document.spans}
        self.spans = dict(self.machines)
        self.ids: dict[str, str] = {}
        self.standings: dict[str, Standing] = {}
        self.overruled: dict[str, Overruled] = {}
        self.fates: dict[str, str] = {}
        self.places: dict[str, Stretch] = {}

    def settle(self, name: str, verdict: Verdict) -> None:
        """Lay a verdict over the finding that it is about."""
        decision = verdict.decision
        place, machine = self._found(name, decision)
        if place is None:
            self.fates[name] = "lost"
            return
        self.places[name] = place
        if machine is not None:
            self._begin_with(machine)
            self.ids[name] = machine.id
        if decision.action == "reject":
            self.fates[name] = "in force" if machine else "moot"
            if machine:
                self._overrule(machine, "rejected", verdict)
            return
        made = _made(decision, self.document.text, place)
        if made is None:
            self.fates[name] = "lost"
            return
        kept = self._identified(name, made, machine)
        self.ids[name] = kept.id
        self._keep(kept, machine, verdict)
        self.fates[name] = "in force"

    def _found(self, name: str, decision: Decision) -> tuple[Stretch | None, Span | None]:
        """Where a decision's words stand, and the machine's finding that it is about."""
        text, seen = self.document.text, decision.machine or decision.record
        start, end = seen["start"], seen["end"]
        stays = text[start:end] == decision.quote
        place = Stretch(start=start, end=end) if stays else _again(text, decision, hint=start)
        if place is None:
            return None, None
        machine = self.machines.get(name)
        if machine is not None and stays and overlap(machine, place):
            return place, machine
        return place, self._twin(seen, place)

    def _identified(self, name: str, span: Span, machine: Span | None) -> Span:
        """A finding with the id of the machine's that it is, else with its own of old."""
        if machine is not None:
            return replace(span, id=machine.id)
        return replace(span, id=span_id(self.document.id, span) if name in self.spans else name)

    def _twin(self, seen: Mapping[str, Any], place: Stretch) -> Span | None:
        """The machine's finding that says the same of the place."""
        same = (
            span
            for span in self.machines.values()
            if (span.start, span.end) == (place.start, place.end)
            and (span.layer, span.label) == (seen["layer"], seen["label"])
            and span.id not in self.standings
            and _who(span) == _who_recorded(seen)
        )
        return next(same, None)

    def _keep(self, span: Span, machine: Span | None, verdict: Verdict) -> None:
        action = verdict.decision.action
        decided = KEPT[action] if machine or action == "add" else "kept"
        if machine and replace(span, score=None, by="") != replace(machine, score=None, by=""):
            self._overrule(machine, KEPT[action], verdict)
        elif machine:
            span = machine
        self.spans[span.id] = span
        self.standings[span.id] = Standing(
            decided=decided, by=verdict.decision.coder, disputed=verdict.is_disputed
        )

    def _overrule(self, machine: Span, why: str, verdict: Verdict) -> None:
        self.overruled[machine.id] = Overruled(
            span=machine,
            decided=why,
            by=verdict.decision.coder,
            disputed=verdict.is_disputed,
        )
        self.spans.pop(machine.id, None)

    def _begin_with(self, machine: Span) -> None:
        """Forget what an older decision made of a finding, when it had another id."""
        self.overruled.pop(machine.id, None)
        self.standings.pop(machine.id, None)
        self.spans[machine.id] = machine

    def displace(self) -> None:
        """Take out findings of the machine in the place of which a person's stands."""
        taken: dict[Any, str] = {}
        for name, standing in self.standings.items():
            taken |= dict.fromkeys(_claimed(self.spans[name]), standing.by)
        for span in [each for each in self.spans.values() if each.id not in self.standings]:
            by = next((taken[each] for each in _claimed(span) if each in taken), None)
            if by is not None:
                self.overruled[span.id] = Overruled(span=span, decided="displaced", by=by)
                del self.spans[span.id]

    def withhold(self) -> None:
        """Take out what is only proposed and nobody has accepted."""
        for span in [each for each in self.spans.values() if is_proposed(each)]:
            self.overruled[span.id] = Overruled(span=span, decided=span_rows.PROPOSED)
            del self.spans[span.id]


def _claimed(span: Span) -> Iterator[tuple[Any, ...]]:
    """What a finding has to itself: each of its code points, or its place and what it says."""
    if span.layer in SINGLE:
        yield from ((span.layer, point) for point in range(span.start, span.end))
    else:
        yield (span.layer, span.start, span.end, *_who(span))


def _who(span: Span) -> tuple[Any, ...]:
    """What tells findings of one layer in one place apart."""
    if isinstance(span, Stance):
        holder = span.holder if isinstance(span.holder, str) else span.holder.canonical
        return (span.target, holder)
    return (span.depth,) if isinstance(span, Quote) else ()


def _who_recorded(record: Mapping[str, Any]) -> tuple[Any, ...]:
    if record["layer"] == "stance":
        holder = record.get("holder")
        named = holder.get("canonical") if isinstance(holder, Mapping) else holder
        return (record.get("target"), named)
    return (record.get("depth", 0),) if record["layer"] == "quote" else ()


def _again(text: str, decision: Decision, *, hint: int) -> Stretch | None:
    """Where the words of a decision stand now, None if they do not or it cannot be told."""
    try:
        found = find_quote(
            text, decision.quote, prefix=decision.prefix, suffix=decision.suffix, hint=hint
        )
    except RequestError:
        return None
    return found


def _made(decision: Decision, text: str, place: Stretch) -> Span | None:
    """The finding that a decision leaves, at the place where its words stand now."""
    seen = decision.machine or decision.record
    record = dict(_moved(decision.record, place.start - seen["start"]))
    moved = place.start != seen["start"] or place.end - place.start != seen["end"] - seen["start"]
    if moved and "start" not in decision.values:
        record |= {"start": place.start, "end": place.end}
    record |= {"layer": decision.layer}
    record.pop("proposed", None)  # a person takes it for a finding
    record["text"] = text[record["start"] : record["end"]]
    try:
        return records.span(record, text)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _moved(value: Any, by: int) -> Any:  # whatever a record holds
    """A record with every place in it moved by so many code points."""
    if not by:
        return value
    if isinstance(value, Mapping):
        return {key: _moved_value(key, each, by) for key, each in value.items()}
    return [_moved(each, by) for each in value] if isinstance(value, list) else value


def _moved_value(key: str, value: Any, by: int) -> Any:
    if key in ("start", "end") and isinstance(value, int):
        return value + by
    if key == "parts" and value and not isinstance(value[0], Mapping):
        return [[first + by, last + by] for first, last in value]
    return _moved(value, by)
