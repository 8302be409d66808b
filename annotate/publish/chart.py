"""A picture of a quantity: its figures over time, bounds as bars, a sign for each source.

Only geometry, in the picture's own units; the template writes it. Each mark stands at its time, or
as near to it as those of its height let it, so that none hides another. Figures that differ by more
than an order of magnitude stand on a scale of tenfolds.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotate.bounds import stated
from annotate.figures import Entry, Line
from annotate.figures.times import Time, position
from annotate.figures.units import factor

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 74, 14, 16, 34
GAP = 17
"""Units between two marks: the widest sign and some air."""

OPEN = 26
"""Units that an open bound reaches beyond what is stated."""

NAMED = 16
"""Sources that have a sign of their own and stand below a picture by name: eight shapes, then
letters. Further ones share one; the table names each where it speaks."""

TENFOLD = 12
"""From this ratio of the largest figure to the smallest on, the scale is one of tenfolds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A figure: its sign at x, y, its bar from low to high. open: which ends have no bound."""

    line: Line
    x: float
    y: float
    low: float
    high: float
    is_open_below: bool
    is_open_above: bool
    sign: int
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis and what it says."""

    at: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture in units of its own. sources: the voices by sign.

    unnamed: how many more share the sign behind the last of these.
    """

    width: int
    height: int
    marks: tuple[Mark, ...]
    years: tuple[Tick, ...]
    values: tuple[Tick, ...]
    sources: tuple[tuple[int, str], ...]
    unnamed: int
    title: str
    description: str
    is_tenfold: bool

    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    base: int = HEIGHT - BOTTOM


def chart(entry: Entry, lines: Sequence[Line] | None = None) -> Chart | None:
    """The picture of a quantity; None where fewer than two figures have a value and a time.

    lines: those to draw, of a quantity with more figures than a picture holds.
    """
    lines = [line for line in (entry.lines if lines is None else lines) if _is_drawn(line)]
    if len(lines) < 2:
        return None
    scale = _Scale([each for line in lines for each in _ends(line) if each is not None])
    spread = _Years([_at(line) for line in lines])
    sources = [voice for voice, _ in Counter(line.voice for line in lines).most_common()]
    marks = [
        _mark(line, spread.x(_at(line)), scale, min(sources.index(line.voice), NAMED))
        for line in lines
    ]
    places = _apart([each.x for each in marks], [(each.high, each.low) for each in marks])
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        marks=tuple(replace(each, x=round(x, 1)) for each, x in zip(marks, places, strict=True)),
        years=spread.ticks(),
        values=scale.ticks(entry.kind),
        sources=tuple(enumerate(sources[:NAMED])),
        unnamed=len(sources[NAMED:]),
        title=f"{entry.title}: figures over time",
        description=_description(entry, lines),
        is_tenfold=scale.is_tenfold,
    )


def _is_drawn(line: Line) -> bool:
    return bool(line.time and line.time.is_known) and any(each is not None for each in _ends(line))


def _at(line: Line) -> float:
    return position(line.time) if isinstance(line.time, Time) else 0.0


def _ends(line: Line) -> tuple[float | None, float | None]:
    """The least and the most that a figure states, in the unit of its kind."""
    figure = line.figure
    known = [each for each in (figure.low, figure.value, figure.high) if each is not None]
    times = factor(figure)
    low = min(known) * times if known and (figure.low is not None or figure.high is None) else None
    high = max(known) * times if known and (figure.high is not None or figure.low is None) else None
    return low, high


def _mark(line: Line, x: float, scale: "_Scale", sign: int) -> Mark:
    figure = line.figure
    low, high = _ends(line)
    ends = [each for each in (low, high) if each is not None]
    value = figure.value * factor(figure) if figure.value is not None else None
    middle = scale.y(value) if value is not None else sum(map(scale.y, ends)) / len(ends)
    below = scale.y(low) if low is not None else middle + OPEN
    above = scale.y(high) if high is not None else middle - OPEN
    return Mark(
        line=line,
        x=round(x, 1),
        y=round(middle, 1),
        low=round(min(below, HEIGHT - BOTTOM), 1),
        high=round(max(above, TOP - 10), 1),
        is_open_below=low is None,
        is_open_above=high is None,
        sign=sign,
        label=label(line),
    )


def label(line: Line) -> str:
    """A figure in a few words: what is stated, by whom, when."""
    when = f", {time_words(line.time)}" if line.time else ""
    return f"{stated(line.figure)}, {line.voice}{when}"


def time_words(time: Time | None) -> str:
    """When a figure holds, as a reader is told it."""
    if time is None:
        return "at no stated time"
    return f"as of {time.words}" if time.stated else f"published {time.words}"


def _apart(places: Sequence[float], bands: Sequence[tuple[float, float]]) -> list[float]:
    """Places at which no sign hides another, each as near to its own as may be.

    bands: from where to where each mark reaches in height; what stands above another hides nothing.
    """
    gap = min(GAP, (WIDTH - LEFT - RIGHT - 2 * GAP) / max(1, len(places)))
    moved: dict[int, float] = {}
    for at in sorted(range(len(places)), key=places.__getitem__):
        taken = [x for other, x in moved.items() if _meet(bands[at], bands[other])]
        moved[at] = _free(places[at], taken, gap)
    return [moved[at] for at in range(len(places))]


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two marks would touch if they stood at one time."""
    return one[0] < other[1] + GAP and other[0] < one[1] + GAP


def _free(place: float, taken: Sequence[float], gap: float) -> float:
    """The place nearest to a given one, in the picture, a gap from all that are taken."""
    sides = [x + side for x in taken for side in (-gap, gap)]
    inside = [x for x in sides if LEFT + GAP / 2 <= x <= WIDTH - RIGHT - GAP / 2]
    clear = (x for x in [place, *inside] if all(abs(x - each) > gap - 0.01 for each in taken))
    return min(clear, key=lambda x: abs(x - place), default=place)


class _Years:
    """Times to places from left to right."""

    def __init__(self, times: Sequence[float]) -> None:
        self._first, self._last = math.floor(min(times)), math.ceil(max(times) + 1e-9)
        self._last = max(self._last, self._first + 1)

    def x(self, time: float) -> float:
        """Where a time stands."""
        part = (time - self._first) / (self._last - self._first)
        return LEFT + GAP + part * (WIDTH - LEFT - RIGHT - 2 * GAP)

    def ticks(self) -> tuple[Tick, ...]:
        """The beginnings of years, at most about ten."""
        step = _rounded((self._last - self._first) / 10, least=1)
        first = math.ceil(self._first / step) * int(step)
        years = range(first, self._last + 1, int(step))
        return tuple(Tick(round(self.x(year), 1), str(year)) for year in years)


class _Scale:
    """Values to places from the base up: even, or tenfolds where figures differ much."""

    def __init__(self, values: Sequence[float]) -> None:
        least, most = min(values), max(values)
        self.is_tenfold = least > 0 and most / least > TENFOLD
        if self.is_tenfold:
            self._low = math.log10(least) - 0.15
            self._high = math.log10(most) + 0.15
        else:
            self._low, self._high = min(0.0, least), most * 1.12 if most > 0 else 1.0
        if self._high <= self._low:
            self._high = self._low + 1

    def y(self, value: float) -> float:
        """Where a value stands."""
        at = math.log10(value) if self.is_tenfold and value > 0 else value
        at = self._low if self.is_tenfold and value <= 0 else at
        part = (at - self._low) / (self._high - self._low)
        return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)

    def ticks(self, kind: str) -> tuple[Tick, ...]:
        """Round values, about five."""
        sign = "%" if kind == "share" else ""
        values = self._tenfolds() if self.is_tenfold else self._even()
        return tuple(Tick(round(self.y(each), 1), _number(each) + sign) for each in values)

    def _even(self) -> list[float]:
        step = _rounded((self._high - self._low) / 5)
        first, last = math.ceil(self._low / step), math.floor(self._high / step)
        return [n * step for n in range(first, last + 1)]

    def _tenfolds(self) -> list[float]:
        powers = range(math.floor(self._low), math.ceil(self._high) + 1)
        steps = (1, 2, 5) if self._high - self._low < 3 else (1,)
        values = [step * 10.0**power for power in powers for step in steps]
        return [each for each in values if self._low <= math.log10(each) <= self._high]


def _rounded(step: float, least: float = 0.0) -> float:
    """A step of 1, 2 or 5 with noughts, not below the one given."""
    step = max(step, least, 1e-9)
    power = 10.0 ** math.floor(math.log10(step))
    return next(each * power for each in (1, 2, 5, 10) if each * power >= step * (1 - 1e-9))


def _number(value: float) -> str:
    for size, name in ((1e12, " tn"), (1e9, " bn"), (1e6, " m")):
        if abs(value) >= size:
            return f"{value / size:,.4g}{name}"
    return f"{value:,.6g}"


def _description(entry: Entry, lines: Sequence[Line]) -> str:
    """The picture in words, for those who do not see it."""
    told = "; ".join(label(line) for line in lines[:SPOKEN])
    rest = f"; and {len(lines) - SPOKEN} more" if len(lines) > SPOKEN else ""
    return f"{VERDICTS[entry.verdict]} {told}{rest}. The table below tells them one by one."


SPOKEN = 12
"""Figures that a description names; a longer one is no longer listened to."""

VERDICTS = {
    "contested": "The figures contradict each other.",
    "changes": "The figures are of different times and differ.",
    "agreed": "Nothing keeps all these figures from being right.",
    "single": "One voice gives these figures.",
}
"""What the figures of a quantity do to each other, in a sentence."""
