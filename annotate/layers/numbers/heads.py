"""In what the figures of a table's column are told: "Cost (million dollars)", "Share (%)"."""

import re
from dataclasses import replace
from typing import NamedTuple

from annotate import lexicons
from annotate.layers.numbers import units
from annotate.model import Number

_BRACKET = re.compile(r"\s*\((?P<unit>[^()|\n]{1,40})\)\s*$")
_SHORT = {"bn": 1e9, "k": 1e3, "m": 1e6, "mn": 1e6}
_SHARES = frozenset({"%", "in %", "per cent", "percent", "in per cent", "in percent"})
_WORDS = re.compile(r"[^\W\d_]+|[^\w\s]+")
_SILENT = frozenset({"in", "of"})


class Told(NamedTuple):
    """In what a column's figures are told. label: None if it only multiplies them."""

    label: str | None
    unit: str | None
    factor: float


def parted(head: str) -> tuple[str, Told | None]:
    """The words of a column's head, and what a bracket says that its figures are told in."""
    found = _BRACKET.search(head)
    if found is None:
        return head, None
    return head[: found.start()], _told(found["unit"].strip())


def valued(number: Number, told: Told) -> Number:
    """A bare count as what its column tells it in."""
    if number.label != "count":
        return number
    return replace(
        number,
        label=told.label or number.label,
        unit=told.unit or number.unit,
        value=_times(number.value, told.factor),
        low=_times(number.low, told.factor),
        high=_times(number.high, told.factor),
    )


def _times(value: float | str | None, factor: float) -> float | str | None:
    return round(value * factor, 6) if isinstance(value, (int, float)) else value


def _told(words: str) -> Told | None:
    if words.lower() in _SHARES:
        return Told("percent", "%", 1.0)
    factor, left = 1.0, []
    for word in _WORDS.findall(words):
        scale = _SHORT.get(word) or _scales().get(word.lower())
        factor = factor * scale if scale else factor
        if not scale and word.lower() not in _SILENT:
            left.append(word)
    if not left:
        return Told(None, None, factor)
    currency = units.currency(" ".join(left))
    return Told("money", currency.code, factor * currency.share) if currency else None


def _scales() -> dict[str, float]:
    rows = lexicons.table("number_words")
    return {word: float(value) for word, kind, value in rows if kind in ("scale", "scales")}
