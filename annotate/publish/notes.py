"""What stands in the margin about each finding: what it says, of whom, and where to cite it."""

from collections.abc import Mapping
from typing import NamedTuple

from annotate.bounds import stated
from annotate.model import AUTHOR, Entity, Mention, Number, Quote, Span, Stance, Term

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


def note(span: Span, statements: Mapping[str, str]) -> Note:
    """The note on a finding. statements: the codebook's, by topic."""
    match span:
        case Number():
            return _number(span)
        case Quote():
            return _quote(span)
        case Stance():
            return _stance(span, statements)
        case Term():
            return _term(span)
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


def _quote(span: Quote) -> Note:
    facts = _given(
        span.label,
        span.depth and "within another’s speech",
        span.distance and f"the reporter {span.distance}",
    )
    source = "source not stated" if span.source is None else span.source.canonical
    return Note(span=span, head=source, text=f"“{short(span.words.strip(_MARKS))}”", facts=facts)


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


def _term(span: Term) -> Note:
    facts = _given(span.use, "" if span.use == "own" else f"of {_who(span.holder)}")
    return Note(span=span, head=short(span.text), text=span.label, facts=facts)


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
