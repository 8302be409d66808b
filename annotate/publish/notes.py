"""What stands in the margin about each finding: what it says, of whom, and where to cite it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from annotate.bounds import stated
from annotate.model import AUTHOR, Entity, Mention, Number, Pair, Quote, Span, Stance, Term
from annotate.offsets import inside
from annotate.publish.display import instead

LONGEST = 56
"""Characters of a quotation in the margin, about a line; the whole stands beside it."""

SIGNS: Mapping[str, str] = {"supports": "▲", "opposes": "▼", "ambivalent": "◆", "neutral": "○"}
"""What stands before a stance, so that no colour is needed to tell one from another."""

_WRITER = "the author"


class Note(NamedTuple):
    """A finding in the margin.

    head: what one looks for first: a figure, a speaker, a holder, a word. text: what it is about.
    facts: further values, each a few words. sign: what marks it in the text, "" for none.
    """

    span: Span
    head: str
    text: str
    facts: tuple[str, ...]
    sign: str = ""

    @property
    def tip(self) -> str:
        """All of it in one line."""
        said = (self.head, self.text, *self.facts)
        return f"{self.span.layer}: " + " · ".join(each for each in said if each)


def note(span: Span, statements: Mapping[str, str], hidden: Sequence[Pair] = ()) -> Note:
    """The note on a finding. statements: the codebook's, by topic.

    hidden: stretches of the article that no reader sees, in order, as `Document.marks` has them.
    """
    match span:
        case Number():
            return _number(span)
        case Quote():
            return _quote(span, _as_seen(span, hidden))
        case Stance():
            return _stance(span, statements)
        case Term():
            return _term(span, _as_seen(span, hidden))
        case Entity():
            stands_for = span.stands_for and f"stands for {span.stands_for}"
            return Note(
                span=span, head=span.canonical, text=span.label, facts=_given(stands_for or "")
            )
    return Note(span=span, head=short(span.text), text=span.label, facts=())


def short(words: str) -> str:
    """The first words of a text on one line."""
    line = " ".join(words.split())
    if len(line) <= LONGEST:
        return line
    head, _, _ = line[:LONGEST].rpartition(" ")
    return f"{head or line[:LONGEST]} …"


def _number(span: Number) -> Note:
    facts = _given(
        span.said_by and f"says {_who(span.said_by)}",
        span.as_of and f"as of {span.as_of}",
        "said again" if span.first_span else None,
    )
    return Note(span=span, head=short(stated(span)), text=span.counted or span.label, facts=facts)


_GONE = "\0"
"""Stands for each sign that no reader sees, so that the places of the others stay."""

Said = TypeVar("Said", Quote, Term)


def _as_seen(span: Said, hidden: Sequence[Pair]) -> Said:
    """A copy of a finding in whose text, of equal length, what no reader sees is gone."""
    first, last = (bisect_left(hidden, (place, 0)) for place in (span.start, span.end))
    signs = list(span.text)
    for start, end in inside(hidden[max(0, first - 1) : last], span.start, span.end):
        shown = instead(span.text, (start, end))
        signs[start:end] = shown + _GONE * (end - start - len(shown))
    return replace(span, text="".join(signs)) if hidden else span


def _quote(span: Quote, seen: Quote) -> Note:
    facts = _given(
        span.label,
        span.depth and "within another’s speech",
        span.distance and f"the reporter {span.distance}",
    )
    words = seen.words.replace(_GONE, "")
    source = "source not stated" if span.source is None else span.source.canonical
    return Note(span=span, head=source, text=f"“{short(words.strip(_MARKS))}”", facts=facts)


def _stance(span: Stance, statements: Mapping[str, str]) -> Note:
    via = [mention.canonical for mention in span.via]
    facts = _given(
        span.act,
        span.mode,
        span.hedge if span.hedge != "plain" else "",
        span.addressee and f"to {span.addressee}",
        via and f"via {', '.join(via)}",
    )
    return Note(
        span=span,
        head=f"{_holder(span.holder)} {_VERBS.get(span.label, span.label)}",
        text=statements.get(span.target, span.target),
        facts=facts,
        sign=SIGNS.get(span.label, ""),
    )


def _term(span: Term, seen: Term) -> Note:
    facts = _given(span.use, "" if span.use == "own" else f"of {_who(span.holder)}")
    return Note(span=span, head=short(seen.text.replace(_GONE, "")), text=span.label, facts=facts)


_MARKS = '“”"«»„「」『』‘’'
_VERBS = {
    "supports": "supports",
    "opposes": "opposes",
    "ambivalent": "is ambivalent on",
    "neutral": "takes no side on",
}


def _given(*facts: str | bool | int | list[str] | None) -> tuple[str, ...]:
    return tuple(str(fact) for fact in facts if fact)


def _holder(holder: Mention | str) -> str:
    return _WRITER if isinstance(holder, str) else _who(holder.canonical)


def _who(name: str) -> str:
    return _WRITER if name == AUTHOR else name
