"""Findings in a stretch of text as marks within marks, the way that HTML can say it.

Findings overlap at will, elements must nest: of two that cross, the later one is cut in two. The
answer is a flat row of beginnings, words and ends, which is made and written faster than a tree.
"""

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush
from typing import Literal, NamedTuple, TypeAlias

from annotate.model import Span

INLINE = frozenset({"entity", "number", "term"})
"""Layers of a few words each, whose marks are links; a link may not hold another."""

_OUTER = {
    layer: rank
    for rank, layer in enumerate(("sentence", "stance", "quote", "number", "term", "entity"))
}
"""Which mark holds the other where two have the same place."""

Sort: TypeAlias = Literal["link", "mark", "inner", "unlink", "end", ""]
"""What follows words: a mark, which is a link, or stands in one ("inner"), or neither; the end of
a link or of another mark; or nothing."""


class Piece(NamedTuple):
    """Words, if any, and where a piece of a finding begins or ends behind them.

    start, end: of the words. span: the finding's.
    """

    start: int
    end: int
    sort: Sort = ""
    span: Span | None = None


_Placed: TypeAlias = tuple[int, int, int, int, Span]
_Opened: TypeAlias = tuple[int, Sort, Span]


def nest(spans: Iterable[Span], start: int, end: int) -> Iterator[Piece]:
    """The text between two places, whole, with what the spans mark of it."""
    waiting = _placed(spans, start, end)
    opened: list[_Opened] = []
    at = start
    while waiting or opened:
        if opened and (not waiting or opened[-1][0] <= waiting[0][0]):
            to, sort, span = opened.pop()
            yield Piece(at, to, "unlink" if sort == "link" else "end", span)
        else:
            to = waiting[0][0]
            opened.append(_next(waiting, opened))
            _, sort, span = opened[-1]
            yield Piece(at, to, sort, span)
        at = to
    if at < end:
        yield Piece(at, end)


def _placed(spans: Iterable[Span], start: int, end: int) -> list[_Placed]:
    """What begins where, the longer first, as a heap."""
    within = (
        (max(start, first), min(end, last), span)
        for span in spans
        for first, last in span.stretches
        if first < end and last > start
    )
    placed = [(at, -to, _OUTER[span.layer], n, span) for n, (at, to, span) in enumerate(within)]
    heapify(placed)
    return placed


def _next(waiting: list[_Placed], opened: list[_Opened]) -> _Opened:
    """The mark that begins next, as far as the one around it goes; the rest waits."""
    _, negative, rank, n, span = heappop(waiting)
    last = -negative
    if opened and opened[-1][0] < last:
        around = opened[-1][0]
        heappush(waiting, (around, negative, rank, n, span))
        last = around
    in_link = any(sort == "link" for _, sort, _ in opened)
    is_link = span.layer in INLINE and not in_link
    return last, "link" if is_link else "inner" if in_link else "mark", span
