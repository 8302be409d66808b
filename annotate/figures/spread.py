"""Which of a quantity's figures stand for all of them, where a page has no room for more."""

from collections.abc import Sequence
from itertools import accumulate, islice

from annotate.figures.bounds import bounds
from annotate.figures.entries import Entry

FEW = 16
"""Figures of a quantity among others that are drawn and told; its own page has all of them."""

DRAWN = 60
"""Marks that a picture has room for."""


def spread(entry: Entry, most: int) -> Sequence[int]:
    """Where some of the lines stand, evenly over their times, the least and the most among them.

    Lines of one time stand in the order of their sizes, so that these are at the ends of one.
    """
    if entry.size <= most:
        return range(entry.size)
    starts, lines = _starts(entry), entry.lines
    ends = set(starts) | {at - 1 for at in starts[1:]} | {len(lines) - 1}
    sizes = {at: bounds(lines[at].figure) for at in ends}
    taken = {
        min(ends, key=lambda at: (sizes[at][0], at)),
        max(ends, key=lambda at: (sizes[at][1], -at)),
    }
    even = (round(at * (len(lines) - 1) / (most - 1)) for at in range(most))
    taken.update(islice((at for at in even if at not in taken), most - len(taken)))
    return sorted(taken)


def _starts(entry: Entry) -> list[int]:
    """Where the lines of each time begin."""
    sizes = [len(row.lines) for row in entry.rows]
    return [0, *accumulate(sizes)][: len(sizes)]
