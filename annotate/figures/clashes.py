"""How many figures each figure of a quantity contradicts, counted without comparing all with all.

Two figures of different voices contradict each other when their times meet and their bounds do
not; one voice that gives two figures in one work tells two things apart. Of the figures
whose bounds stand apart from one's own, those are taken off that are of an earlier or a later time;
these are counted in one sweep over time each, which keeps a tally of the bounds that it has passed.
The work grows about as the number of figures, where comparing pairs grows as its square.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from itertools import chain, combinations
from typing import Any, NamedTuple

from annotate.figures.bounds import bounds
from annotate.figures.figure import Figure
from annotate.figures.times import APART, Time, may_meet, open_end, time_of


class Claim(NamedTuple):
    """What a figure states and when: all that a contradiction hangs on."""

    low: float
    high: float
    time: Time | None

    @property
    def is_stated(self) -> bool:
        """Whether a sentence says when."""
        return self.time is not None and self.time.stated

    @property
    def is_known(self) -> bool:
        """Whether the years are known."""
        return self.time is not None and self.time.is_known


def claim(figure: Figure) -> Claim:
    """What a figure states and when."""
    return Claim(*bounds(figure), time_of(figure))


def against(figures: Sequence[Figure]) -> dict[str, int]:
    """How many figures of other voices each figure contradicts, by its id; those above 0.

    One voice that gives two figures in one work tells two things apart.
    """
    claims = {each.id: claim(each) for each in figures}
    found = dict(zip(claims, clashes(list(claims.values())), strict=True))
    voices: dict[Hashable, list[str]] = defaultdict(list)
    for figure in figures:
        voices[figure.document, figure.said_by].append(figure.id)
    for ids in voices.values():
        if len(ids) > 1:
            for name, own in zip(ids, clashes([claims[each] for each in ids]), strict=True):
                found[name] -= own
    return {name: n for name, n in found.items() if n > 0}


def are_of_times(claims: Sequence[Claim]) -> bool:
    """Whether two claims that differ are kept from contradicting each other by their times."""
    different = sum(_different(claims, claims))
    return different > sum(clashes(claims))


def clashes(claims: Sequence[Claim]) -> list[int]:
    """For each claim how many of them it contradicts, whoever makes them."""
    if len(claims) < FEW:
        return _pairwise(claims)
    sides: dict[tuple[bool, bool], list[int]] = defaultdict(list)
    for at, each in enumerate(claims):
        sides[each.is_known, each.is_stated].append(at)
    found = [0] * len(claims)
    for (one, other), span in _MEETING.items():
        ones, others = sides[one], [claims[at] for at in sides[other]]
        counts = _clashes([claims[at] for at in ones], others, span)
        for at, n in zip(ones, counts, strict=True):
            found[at] += n
    return found


FEW = 12
"""Claims that are compared by pairs sooner than they are sorted."""


def _pairwise(claims: Sequence[Claim]) -> list[int]:
    found = [0] * len(claims)
    for (n, one), (m, other) in combinations(enumerate(claims), 2):
        if (one.low > other.high or other.low > one.high) and may_meet(one.time, other.time):
            found[n] += 1
            found[m] += 1
    return found


Span = Callable[[Time], tuple[Any, Any]]
"""From when to when a figure holds, as two things in order; two meet that share one of these."""


def _days(time: Time) -> tuple[str, str]:
    return time.first, open_end(time.last)


def _years(time: Time) -> tuple[int, int]:
    """Its years, and those after it that figures of which one is undated still meet in."""
    first, last = time.years
    return first, last + APART - 1


_MEETING: dict[tuple[tuple[bool, bool], tuple[bool, bool]], Span | None] = {
    ((True, True), (True, True)): _days,
    ((True, True), (True, False)): _years,
    ((True, False), (True, True)): _years,
    ((True, False), (True, False)): _years,
    ((False, True), (False, True)): None,
    ((False, False), (False, False)): None,
}
"""Which claims may meet, by whether their years are known and stated, and how that is told; None
where they always do. What is not here never meets: it is `times.may_meet`, as a table."""


def _clashes(ones: Sequence[Claim], others: Sequence[Claim], span: Span | None) -> list[int]:
    """For each of some claims how many of the others differ at a time that meets its own."""
    if not ones or not others:
        return [0] * len(ones)
    apart = _different(ones, others)
    if span is None:
        return apart
    mine, theirs = _spans(ones, span), _spans(others, span)
    order = {each: n for n, each in enumerate(sorted({*chain(*mine), *chain(*theirs)}))}
    earlier = _before(
        [(order[first], each) for (first, _), each in zip(mine, ones, strict=True)],
        [(order[last], each) for (_, last), each in zip(theirs, others, strict=True)],
    )
    later = _before(
        [(-order[last], each) for (_, last), each in zip(mine, ones, strict=True)],
        [(-order[first], each) for (first, _), each in zip(theirs, others, strict=True)],
    )
    return [n - one - other for n, one, other in zip(apart, earlier, later, strict=True)]


def _spans(claims: Sequence[Claim], span: Span) -> list[tuple[Any, Any]]:
    return [span(each.time) for each in claims if each.time is not None]


def _different(ones: Iterable[Claim], others: Collection[Claim]) -> list[int]:
    """For each of some claims how many of the others share no value with it."""
    lows, highs = sorted(each.low for each in others), sorted(each.high for each in others)
    above = len(lows)
    return [above - bisect_right(lows, each.high) + bisect_left(highs, each.low) for each in ones]


def _before(ones: Sequence[tuple[int, Claim]], others: Iterable[tuple[int, Claim]]) -> list[int]:
    """For each of some claims, with when it begins, how many of the others differ and end before.

    The time of others is when they end.
    """
    ended = sorted(others, key=lambda each: each[0])
    lows = _Tally(each.low for _, each in ended)
    highs = _Tally(each.high for _, each in ended)
    found, at = [0] * len(ones), 0
    for n in sorted(range(len(ones)), key=lambda n: ones[n][0]):
        begins, claim = ones[n]
        while at < len(ended) and ended[at][0] < begins:
            lows.add(ended[at][1].low)
            highs.add(ended[at][1].high)
            at += 1
        found[n] = at - lows.up_to(claim.high) + highs.below(claim.low)
    return found


class _Tally:
    """Values that come one by one, counted: how many so far are below another one.

    A Fenwick tree over all that will come: both steps take the logarithm of their number.
    """

    def __init__(self, values: Iterable[float]) -> None:
        self._values = sorted(set(values))
        self._sums = [0] * (len(self._values) + 1)

    def add(self, value: float) -> None:
        """One more value, of those that were to come."""
        at = bisect_right(self._values, value)
        while at < len(self._sums):
            self._sums[at] += 1
            at += at & -at

    def below(self, value: float) -> int:
        """How many so far are less."""
        return self._sum(bisect_left(self._values, value))

    def up_to(self, value: float) -> int:
        """How many so far are not more."""
        return self._sum(bisect_right(self._values, value))

    def _sum(self, at: int) -> int:
        found = 0
        while at:
            found += self._sums[at]
            at -= at & -at
        return found
