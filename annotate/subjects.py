"""Which works speak of one subject, told by the names in them.

In a pile of articles on many subjects "40 people died" is said of many things, mostly without the
place. Works on one subject share what they name, each about as often: in two corpora on one subject
any two shared 0.3 to 0.6 of their mentions of names, of 40,000 pairs of works on as good as as many
subjects one in a thousand shared 0.1.
"""

from collections.abc import Callable, Mapping
from functools import cache

Akin = Callable[[str, str], bool]
"""Whether two works, by their ids, speak of one subject."""

LEAST = 0.1
"""The part of their mentions of names that two works on one subject share."""

FEW = 5
"""Names up to which a work may be on any subject, since it says too little of its own."""


def akin(names: Mapping[str, Mapping[str, int]]) -> Akin:
    """What tells whether two works speak of one subject.

    names: how often a work names what, by the work's id.
    """
    shares = {work: _shares(named) for work, named in names.items() if len(named) > FEW}

    @cache  # many figures of two works ask
    def tells(one: str, other: str) -> bool:
        mine, its = shares.get(one), shares.get(other)
        if mine is None or its is None:
            return True
        return sum(min(mine[each], its[each]) for each in mine.keys() & its.keys()) >= LEAST

    return lambda one, other: one == other or tells(*sorted((one, other)))


def _shares(named: Mapping[str, int]) -> dict[str, float]:
    """The part that each name has of all mentions."""
    whole = sum(named.values())
    return {each: count / whole for each, count in named.items()}
