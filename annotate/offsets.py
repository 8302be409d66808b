"""Arithmetic of half-open stretches, whatever they mean."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """Whatever has a start and an end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


class Row(Generic[P]):
    """Spans found by their place: a document has thousands, a passage that asks for its own few."""

    def __init__(self, spans: Iterable[P]) -> None:
        """Put them in order of their starts."""
        self._spans = sorted(spans, key=lambda each: each.start)
        self._starts = [each.start for each in self._spans]
        self._reached = list(accumulate((each.end for each in self._spans), max))

    def begun(self, start: int, end: int) -> list[P]:
        """Those that begin in a stretch."""
        return self._spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def touching(self, start: int, end: int) -> list[P]:
        """Those that share a code point with a stretch."""
        first, last = bisect_right(self._reached, start), bisect_left(self._starts, end)
        return [each for each in self._spans[first:last] if each.end > start]


class Places:
    """Which of some stretches touch one that is asked about, told by their numbers."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Put them in order of their starts."""
        self._order = sorted((start, end, n) for n, (start, end) in enumerate(stretches))
        self._starts = [start for start, _, _ in self._order]
        self._reached = list(accumulate((end for _, end, _ in self._order), max))

    def touching(self, start: int, end: int) -> list[int]:
        """The numbers of those that share a place with a stretch, the smallest first."""
        first, last = bisect_right(self._reached, start), bisect_left(self._starts, end)
        return sorted(n for _, behind, n in self._order[first:last] if behind > start)


def overlap(first: Placed, second: Placed) -> int:
    """How many code points two stretches share; 0 if none."""
    return max(0, min(first.end, second.end) - max(first.start, second.start))


def within(inner: Placed, outer: Placed) -> bool:
    """Whether the outer stretch holds the inner one whole."""
    return outer.start <= inner.start and inner.end <= outer.end


def longest_first(spans: Iterable[P], prefer: Callable[[P], float] = lambda _: 0.0) -> list[P]:
    """The spans that are left, in order of their place, when the longest of those in conflict wins.

    prefer: breaks ties between spans of equal length; the higher wins, then the earlier.
    """
    ranked = sorted(spans, key=lambda span: (span.start - span.end, -prefer(span), span.start))
    taken: list[tuple[int, int]] = []
    kept = [span for span in ranked if _takes(taken, span.start, span.end)]
    return sorted(kept, key=lambda span: span.start)


def _takes(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch was free among sorted ones that do not overlap; then it is put there."""
    if start >= end:
        return True
    at = bisect_left(taken, (start, end))
    if (at and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end):
        return False
    taken.insert(at, (start, end))
    return True


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends; empty at `start` if there is nothing else."""
    inner = text[start:end]
    if not inner.strip():
        return start, start
    return start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))


def inside(stretches: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What of some stretches lies within another, counted from its start."""
    for first, last in stretches:
        if max(first, start) < min(last, end):
            yield max(first, start) - start, min(last, end) - start


def gaps(stretches: Sequence[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    """What sorted stretches leave free between 0 and `end`."""
    free, at = [], 0
    for first, last in stretches:
        if at < first:
            free.append((at, first))
        at = max(at, last)
    if at < end:
        free.append((at, end))
    return free
