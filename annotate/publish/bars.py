"""Small pictures of counts: a bar for each, as long as its share of the largest.

Only geometry, in the picture's own units; the template writes it, each bar as a link.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT = 320, 90
"""Of a picture of years: its bars stand."""

ROW = 20
"""Of a picture of names: the height of each, whose bar lies under its words."""

NAMES = 8
"""Bars of names: the leading ones; the table beside has all."""

YEARS = 80
"""Years that bars stand for; older ones stay in the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A count where it is drawn. words: what it counts. of: what it is a share of, if of any."""

    words: str
    count: int
    href: str
    x: float
    y: float
    width: float
    height: float
    of: int | None = None


def standing(counts: Mapping[Any, int], href: Callable[[Any], str]) -> Sequence[Bar]:
    """A bar for each year from the first to the last, those between without any included."""
    known = {int(year): count for year, count in counts.items() if year is not None and count}
    if not known:
        return ()
    last = max(known)
    first = max(min(known), last - YEARS + 1)
    step, most = WIDTH / (last - first + 1), max(known.values())
    return tuple(
        Bar(
            words=str(year),
            count=known[year],
            href=href(year),
            x=round((year - first) * step, 1),
            y=round(HEIGHT * (1 - known[year] / most), 1),
            width=round(max(1.0, min(step * 0.8, 40.0)), 1),
            height=round(HEIGHT * known[year] / most, 1),
        )
        for year in sorted(known)
        if year >= first
    )


def lying(counts: Mapping[Any, int], href: Callable[[Any], str]) -> Sequence[Bar]:
    """A bar for each of the leading names, one below another."""
    known = [(name, count) for name, count in counts.items() if name and count]
    leading = sorted(known, key=lambda each: -each[1])[:NAMES]
    most = leading[0][1] if leading else 1
    return tuple(
        Bar(
            words=str(name),
            count=count,
            href=href(name),
            x=0,
            y=n * ROW,
            width=round(max(1.0, WIDTH * count / most), 1),
            height=ROW,
        )
        for n, (name, count) in enumerate(leading)
    )


def shares(counts: Mapping[str, tuple[int, int]], href: Callable[[str], str]) -> Sequence[Bar]:
    """A bar for each name, one below another, as long as what is counted is of all."""
    known = [(name, count, of) for name, (count, of) in counts.items() if of]
    return tuple(
        Bar(
            words=name,
            count=count,
            of=of,
            href=href(name),
            x=0,
            y=n * ROW,
            width=round(WIDTH * count / of, 1),
            height=ROW,
        )
        for n, (name, count, of) in enumerate(known)
    )
