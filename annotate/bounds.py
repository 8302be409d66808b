"""What a figure states: as signs for the margin of a page, and whether another states the same."""

from typing import Protocol


class Bounded(Protocol):
    """Whatever has a value and bounds, of which any may be missing."""

    @property
    def label(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def value(self) -> float | str | None: ...
    @property
    def low(self) -> float | str | None: ...
    @property
    def high(self) -> float | str | None: ...
    @property
    def approx(self) -> bool: ...
    @property
    def unit(self) -> str | None: ...


def stated(number: Bounded) -> str:
    """A figure with its bounds: "4,000–9,000", "≤ 9,000", "≈ 300", "≥ 21,000"; else its words.

    A bound that is the value too tells on which side the figure may be off: "nearly 300,000" is
    "≤ 300,000", "just over 23,000" is "≥ 23,000". A fraction is told as its per cent.
    """
    words = _words(number)
    if not words:
        return " ".join(number.text.split())
    is_open = (number.low is None) != (number.high is None)
    return ("≈ " if number.approx and not is_open else "") + _with_unit(words, number)


Said = tuple[float | str | None, float | str | None, float | str | None]
"""What is equal in two figures that say the same."""


def said(number: Bounded) -> Said:
    """What is equal in two figures that say the same: the value, else the bounds."""
    if number.value is not None:
        return number.value, None, None
    return None, number.low, number.high


def opposed(one: Bounded, other: Bounded) -> bool:
    """Whether two figures with one value look away from each other: "nearly" and "just over" it."""
    return _side(one) * _side(other) < 0


def _side(number: Bounded) -> int:
    return (number.low is not None) - (number.high is not None)


def _words(number: Bounded) -> str:
    scale = 100 if number.label == "fraction" else 1
    low, high, value = (_figure(each, scale) for each in (number.low, number.high, number.value))
    if low and high:
        return low if low == high else f"{low}–{high}"
    return f"≥ {low}" if low else f"≤ {high}" if high else value


def _figure(value: float | str | None, scale: int) -> str:
    if not isinstance(value, (int, float)):
        return value or ""
    value = round(value * scale, 1) if scale > 1 else value
    return f"{value:,.0f}" if float(value).is_integer() else f"{round(value, 3):,}"


def _with_unit(words: str, number: Bounded) -> str:
    if number.label in ("percent", "fraction"):
        return f"{words}%"
    if number.label == "money" and number.unit and number.unit.isupper():
        return f"{number.unit} {words}"
    if number.label in ("age", "duration") and number.unit and words != "1":
        return f"{words} {_plural(number.unit)}"
    return f"{words} {number.unit}" if number.unit else words


def _plural(unit: str) -> str:
    return f"{unit[:-1]}ies" if unit.endswith("ury") else f"{unit}s"
