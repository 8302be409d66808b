"""Which figures of a document say again what an earlier one says.

"Nearly 300,000 refugees" and, later, "the 300,000" are one figure said twice. Small counts are left
alone: that two boats come and later two boats leave tells nothing.
"""

from collections.abc import Hashable, Iterable
from dataclasses import replace

from annotate.bounds import opposed, said
from annotate.model import Number, Stretch

REPEATED = frozenset({"count", "money", "percent", "fraction", "measure", "multiple"})

SMALL = 20
"""Counts below this are said of many things; as in style guides, these are written in words."""


def with_first(found: Iterable[Number]) -> list[Number]:
    """The numbers of a document in their order, each repeated one with the first of its kind."""
    firsts: dict[Hashable, list[Number]] = {}
    done: list[Number] = []
    for number in found:
        if _is_telling(number):
            alike = firsts.setdefault(_key(number), [])
            first = next((each for each in alike if _agree(each, number)), None)
            if first is None:
                alike.append(number)
            else:
                number = replace(number, first_span=Stretch(start=first.start, end=first.end))
        done.append(number)
    return done


def _is_telling(number: Number) -> bool:
    """Whether a figure is one that hardly stands twice by chance."""
    if number.label not in REPEATED:
        return False
    stated = (number.value, number.low, number.high)
    sizes = [each for each in stated if isinstance(each, (int, float))]
    return number.label != "count" or max(sizes, default=0) >= SMALL


def _key(number: Number) -> Hashable:
    """What is equal in two figures that say the same of one kind of thing."""
    return number.label, number.unit, said(number)


def _agree(one: Number, other: Number) -> bool:
    """Whether two equal figures are of one thing, as far as they tell.

    "Nearly 9,000" and "a little over 9,000" are two figures with one value.
    """
    if opposed(one, other):
        return False
    if one.counted is None or other.counted is None:
        return True
    return _head(one.counted) == _head(other.counted)


def _head(phrase: str) -> str:
    return phrase.rpartition(" ")[2].casefold()
