"""Findings in a stretch of text as marks within marks, the way that HTML can say it.

Findings overlap at will, elements must nest: of two that cross, the later one is cut in two.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from annotate.model import Quote, Span

INLINE = ("entity", "number", "term")
"""Layers of a few words each, whose marks are links; a link may not hold another."""

_OUTER = ("sentence", "stance", "quote", "number", "term", "entity")
"""Which mark holds the other where two have the same place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Unmarked text between two places."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A piece of a finding with what stands in it. is_link: no mark around it is a link."""

    span: Span
    start: int
    end: int
    is_link: bool
    inner: tuple["Node", ...]


Node: TypeAlias = Words | Mark

_Placed: TypeAlias = tuple[int, int, Span]


def nest(spans: Iterable[Span], start: int, end: int) -> tuple[Node, ...]:
    """The text between two places, whole, with what the spans mark of it."""
    placed = [
        (max(start, first), min(end, last), span)
        for span in spans
        for first, last in stretches(span)
        if first < end and last > start
    ]
    return _nested(sorted(placed, key=_order), start, end, within_link=False)


def stretches(span: Span) -> tuple[tuple[int, int], ...]:
    """The stretches of text that are a finding's own."""
    parts = span.parts if isinstance(span, Quote) else ()
    return parts or ((span.start, span.end),)


def _order(placed: _Placed) -> tuple[int, int, int]:
    start, end, span = placed
    return start, -end, _OUTER.index(span.layer)


def _nested(
    placed: Sequence[_Placed], start: int, end: int, *, within_link: bool
) -> tuple[Node, ...]:
    nodes: list[Node] = []
    waiting = list(placed)
    at = start
    while waiting:
        first, last, span = waiting.pop(0)
        if at < first:
            nodes.append(Words(start=at, end=first))
        inner, waiting = _parted(waiting, last)
        is_link = span.layer in INLINE and not within_link
        held = _nested(inner, first, last, within_link=within_link or is_link)
        nodes.append(Mark(span=span, start=first, end=last, is_link=is_link, inner=held))
        at = last
    if at < end:
        nodes.append(Words(start=at, end=end))
    return tuple(nodes)


def _parted(placed: list[_Placed], at: int) -> tuple[list[_Placed], list[_Placed]]:
    """What lies before a place, and what behind it, in order; what crosses it is cut in two."""
    if not placed or placed[0][0] >= at:  # most findings hold no other
        return [], placed
    count = next((n for n, (start, _, _) in enumerate(placed) if start >= at), len(placed))
    before = [(start, min(end, at), span) for start, end, span in placed[:count]]
    rest = [(at, end, span) for _, end, span in placed[:count] if end > at]
    if not rest:
        return before, placed[count:]
    return before, sorted([*rest, *placed[count:]], key=_order)
