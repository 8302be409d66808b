"""Names over the corpus as people would have them: which name is shown for which.

People merge names, split one, hide one; what the corpus itself makes certain is applied beside it
and yields to what people say. Of names that lead to names, the last is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotate.model import Entity, Span
from annotate.review.decisions import NameDecision
from annotate.store.laid import Overruled
from annotate.store.names import Renaming, named_by

HIDDEN = ""
"""What stands for a hidden name."""

Key = tuple[str, str, str]
"""A name, the kind it is limited to and the article it is limited to; "" for no limit."""


def renamings(
    decisions: Iterable[NameDecision], certain: Iterable[Renaming] = ()
) -> list[Renaming]:
    """The names that are shown under others.

    decisions: in order of time. certain: what needs no person, but yields to one.
    """
    said = _said(decisions)
    spoken_for = {name for name, _, _ in said}
    every = said | {_key(each): each for each in certain if each.name not in spoken_for}
    ended = (replace(each, canonical=_end(every, each)) for each in every.values())
    return sorted((each for each in ended if each.canonical != each.name), key=_key)


def _said(decisions: Iterable[NameDecision]) -> dict[Key, Renaming]:
    said: dict[Key, Renaming] = {}
    for decision in decisions:
        into = {"merge": decision.into, "hide": HIDDEN, "show": decision.name}.get(
            decision.action, decision.into or decision.name
        )
        for article in decision.articles or ("",):
            made = Renaming(
                name=decision.name,
                canonical=into,
                by=f"person:{decision.coder}",
                label=decision.label,
                document=article,
                evidence=decision.note,
            )
            said.pop(_key(made), None)
            if into and _end(said, made) == decision.name != into:
                _free(said, into)  # A was shown as B; now B shall be shown as A
            said[_key(made)] = made
    return said


def _free(said: dict[Key, Renaming], name: str) -> None:
    for key in [key for key in said if key[0] == name]:
        del said[key]


def _key(each: Renaming) -> Key:
    return each.name, each.label, each.document


def _end(every: Mapping[Key, Renaming], start: Renaming) -> str:
    """The name that is shown at the end of the way from one to another."""
    seen = {start.name}
    name = start.canonical
    while name and name not in seen:
        seen.add(name)
        step = _step(every, name, start.label, start.document)
        if step is None or step.canonical == name:
            break
        name = step.canonical
    return name


def _step(every: Mapping[Key, Renaming], name: str, label: str, document: str) -> Renaming | None:
    """The renaming that holds for a name, the narrowest first."""
    keys = ((name, label, document), (name, "", document), (name, label, ""), (name, "", ""))
    return next((every[key] for key in keys if key in every), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The names of one document. labels: the kinds of each name that the machine found in it."""

    document: str
    every: Mapping[Key, Renaming]
    labels: Mapping[str, Iterable[str]]

    def shown(self, span: Span) -> Span | None:
        """The finding under the names that are shown; None for a hidden name."""
        label = span.label if isinstance(span, Entity) else ""
        if label and self._for(span_name(span), label) == HIDDEN:
            return None
        return named_by(span, lambda name: self._for(name, label) or name)

    def _for(self, name: str, label: str) -> str:
        kinds = tuple(self.labels.get(name, ()))
        kind = label or (kinds[0] if len(kinds) == 1 else "")
        step = _step(self.every, name, kind, self.document)
        return name if step is None else step.canonical


def span_name(span: Span) -> str:
    """The one name of a finding that is a name."""
    return span.canonical if isinstance(span, Entity) else ""


def of_document(
    document: str, found: Iterable[Renaming], labels: Mapping[str, Iterable[str]]
) -> Naming:
    """The names of a document, of the renamings that hold for it."""
    return Naming(document=document, every={_key(each): each for each in found}, labels=labels)


def named(
    spans: Sequence[Span], naming: Naming, decided: Iterable[str]
) -> tuple[list[Span], list[Overruled]]:
    """Findings under the names that are shown, and those that this changed as they were.

    decided: the ids of findings that a person decided about, which no hidden name takes out.
    """
    kept = frozenset(decided)
    shown: list[Span] = []
    overruled: list[Overruled] = []
    for span in spans:
        new = naming.shown(span)
        if new is None and span.id in kept:
            new = span
        if new is None:
            overruled.append(Overruled(span=span, decided="hidden"))
            continue
        if new != span:
            overruled.append(Overruled(span=span, decided="renamed"))
        shown.append(new)
    return shown, overruled
