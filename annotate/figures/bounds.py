"""The least and the most that a figure allows, so that figures of one quantity can be compared."""

import math

from annotate.figures.figure import Figure
from annotate.figures.units import factor

SLACK = 0.1
"""How far "about", "nearly" and "just over" reach, as a part of the value.

Writers round to one or two figures; a tenth keeps "about 5,000" and 5,200 together and parts
"about 5,000" and 6,000. What it parts is shown side by side, not dropped.
"""


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure allows; infinite on a side that it leaves open.

    In the unit that its kind is compared in: shares in per cent, measures in their base unit.
    """
    times = factor(figure)
    low, high = _bounds(figure)
    return min(low, high) * times, max(low, high) * times


def _bounds(figure: Figure) -> tuple[float, float]:
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
