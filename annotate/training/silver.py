"""Quotations that our own rules are sure of, in news that is free to use.

The rules stall at the long tail of cues; an encoder that has seen what they are sure of goes on
from there. A paragraph is taken if everything in it that could be a cue is one, by rules that are
seldom wrong, of a source that is named; or if it has no cue at all.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from annotate import lexicons, pipeline
from annotate.model import Document, Mention, Quote, Stretch
from annotate.training.examples import Marked, Role, rows, share

WEIGHT = 0.5
"""What a silver label counts beside one of ours."""

PART = 0.35
"""How many of the paragraphs are asked."""

_QUIET = 0.3
"""How many of the paragraphs without any cue are taken."""

_SURE = frozenset(
    {
        "rule:according-to", "rule:quoted-then-verb", "rule:verb-then-quoted", "rule:verb-that",
        "rule:verb-clause", "rule:quoted-goes-on", "rule:verb-addressee-clause",
    }
)  # fmt: skip

_LONGEST_SOURCE = 6
"""Words of a source: what the rules give as a longer one is often half a clause."""

_NAME = re.compile(
    r"(?:[A-Z][\w.'’-]*|of|the|for|and|de|al)(?: (?:[A-Z][\w.'’-]*|of|the|for|and|de|al))*"
)
_SPOKEN = re.compile(
    r"he|she|they|officials?|authorities|analysts?|[a-z]+ officials?|[a-z]+s", re.I
)


def texts(path: Path) -> Iterator[Marked]:
    """The paragraphs of a file of news that our rules are sure of, quotations marked."""
    for number, row in enumerate(rows(path)):
        text = row["text"]
        if share("silver:" + text) < PART and (marked := _marked(str(number), text)):
            yield marked


def _marked(name: str, text: str) -> Marked | None:
    document = pipeline.tag(pipeline.read(text, id=name, form="text"), layers=("quote",))
    quotes = [span for span in document.spans if isinstance(span, Quote)]
    if not all(_sure(document, quote) for quote in quotes) or _overlap(quotes):
        return None
    cues = {range(quote.cue.start, quote.cue.end) for quote in quotes if quote.cue}
    if any(not any(at in cue for cue in cues) for at in _possible(text)):
        return None
    if not quotes and share("quiet:" + text) > _QUIET:
        return None
    roles = tuple(role for number, quote in enumerate(quotes) for role in _roles(quote, number))
    return Marked(text=text, unknown=None, roles=roles, source="silver", weight=WEIGHT)


def _sure(document: Document, quote: Quote) -> bool:
    if quote.by not in _SURE or not quote.cue or not quote.source or quote.source.start is None:
        return False
    source = document.text[quote.source.start : quote.source.end]
    return len(source.split()) <= _LONGEST_SOURCE and bool(
        _NAME.fullmatch(source) or _SPOKEN.fullmatch(source)
    )


def _overlap(quotes: list[Quote]) -> bool:
    return any(
        one.start < other.end and other.start < one.end
        for number, one in enumerate(quotes)
        for other in quotes[:number]
    )


def _possible(text: str) -> Iterator[int]:
    """Where a word stands that may be a cue, and where a quotation mark does."""
    for word in re.finditer(r"[A-Za-z]+", text):
        if word.group().lower() in _forms():
            yield word.start()


def _forms() -> frozenset[str]:
    return frozenset(form for row in lexicons.table("reporting_verbs") for form in row[1].split())


def _roles(quote: Quote, number: int) -> Iterator[Role]:
    name = frozenset({str(number)})
    for start, end in quote.stretches:
        yield Role(start=start, end=end, role="content", quotes=name)
    parts: tuple[tuple[str, Stretch | Mention | None], ...] = (
        ("source", quote.source),
        ("cue", quote.cue),
    )
    for role, part in parts:
        if part is not None and part.start is not None and part.end is not None:
            yield Role(start=part.start, end=part.end, role=role, quotes=name)
