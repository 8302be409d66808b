"""The ledger of figures: one entry for one quantity, and whether its figures contradict each other.

Which figures are of the same quantity is told by what they count: the same words, whatever their
case and number. Two figures contradict each other when their bounds share nothing and nothing says
that they are of different times.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rich.table import Table

from annotate.store.figures import Figure

SLACK = 0.1
"""How far "about", "nearly" and "just over" reach, as a part of the value.

Writers round to one or two figures; a tenth keeps "about 5,000" and 5,200 together and parts
"about 5,000" and 6,000. What it parts is shown side by side, not dropped.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A quantity with all that is said of it, and whether any of it is contradictory."""

    counted: str
    figures: tuple[Figure, ...]
    contested: bool


def ledger(figures: Iterable[Figure]) -> list[Entry]:
    """The entries of a corpus's figures, the contested ones first, then those with most figures."""
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.counted:
            groups[(figure.label, figure.unit or "", *quantity(figure.counted))].append(figure)
    entries = [_entry(group) for group in groups.values()]
    return sorted(entries, key=lambda each: (not each.contested, -len(each.figures), each.counted))


def _entry(figures: Sequence[Figure]) -> Entry:
    ordered = sorted(figures, key=lambda each: (_time(each) or "", each.document, each.start))
    return Entry(
        counted=str(ordered[0].counted),
        figures=tuple(ordered),
        contested=any(contradict(*pair) for pair in combinations(ordered, 2)),
    )


def quantity(counted: str) -> tuple[str, ...]:
    """The words that tell one quantity from another, in the singular."""
    words = re.findall(r"\w+", counted.casefold())
    return tuple(singular(word) for word in words if word not in _EMPTY)


_EMPTY = frozenset({"a", "an", "the", "of", "such", "these", "those", "other", "more", "further"})

_SINGULAR = (
    (re.compile(r"(?<=..)ies$"), "y"),
    (re.compile(r"(?<=(?:sh|ch|ss))es$|(?<=x)es$"), ""),
    (re.compile(r"(?<=...)(?<![su])s$"), ""),
)


def singular(word: str) -> str:
    """The singular of a regular English plural, any other word unchanged."""
    for pattern, end in _SINGULAR:
        if pattern.search(word):
            return pattern.sub(end, word)
    return word


def contradict(one: Figure, other: Figure) -> bool:
    """Whether two figures of one quantity cannot both be right."""
    first, second = _time(one), _time(other)
    if first and second and not (first.startswith(second) or second.startswith(first)):
        return False
    low, high = bounds(one)
    other_low, other_high = bounds(other)
    return high < other_low or other_high < low


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure allows; infinite on a side that it leaves open."""
    value = figure.value
    if value is None:
        return _or(figure.low, -math.inf), _or(figure.high, math.inf)
    loose = abs(value) * SLACK if figure.approx else 0.0
    low, high = value - loose, value + loose
    if figure.high is not None:
        low, high = value - abs(value) * SLACK, figure.high
    if figure.low is not None:
        low, high = figure.low, max(high, value + abs(value) * SLACK)
    return low, high


def _or(bound: float | None, otherwise: float) -> float:
    return otherwise if bound is None else bound


def _time(figure: Figure) -> str | None:
    return figure.as_of.partition("/")[0][:4] if figure.as_of else None


def tables(entries: Iterable[Entry]) -> Iterator[Table]:
    """A table for each quantity: what is said, bounds, time, who says so, where."""
    for entry in entries:
        unit = entry.figures[0].unit
        title = f"{entry.counted} ({unit})" if unit else entry.counted
        table = Table("figure", "bounds", "as of", "said by", "article", title=title)
        for figure in entry.figures:
            words = " ".join(figure.text.split())
            table.add_row(words, stated(figure), figure.as_of, speaker(figure), place(figure))
        yield table


def speaker(figure: Figure) -> str:
    """Who gives the figure: whom the sentence names, else a commenter, else the article."""
    return figure.said_by or ("a reader" if figure.kind == "comment" else "the article")


def place(figure: Figure) -> str:
    """Where the figure stands: "ferries#p3", and the year of the article."""
    where = f"#p{figure.paragraph}" if figure.paragraph else ""
    return f"{figure.document}{where}" + (f" ({figure.year})" if figure.year else "")


def stated(figure: Figure) -> str:
    """A figure's bounds as signs: "≥ 21,000", "30,000–50,000", "≈ 5,000", "≲ 300,000"."""
    value, low, high = (_sign(each) for each in (figure.value, figure.low, figure.high))
    unit = f" {figure.unit}" if figure.unit else ""
    about = "≈ " if figure.approx else ""
    if value is None:
        if low and high:
            return f"{about}{low}–{high}{unit}"
        return f"≥ {low}{unit}" if low else f"≤ {high}{unit}" if high else "?"
    if low and not high:
        return f"≳ {value}{unit}"
    if high and not low:
        return f"≲ {value}{unit}"
    return f"{about}{value}{unit}"


def _sign(number: float | None) -> str | None:
    return None if number is None else f"{number:,.10g}"
