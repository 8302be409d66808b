"""Two names that nothing but a space sets apart: in a letter's head, in what is typed in haste.

"Ann Roe John Able" is how a line's end between two signatures comes down; "fresno california" lacks
its comma. Only lists can tell them from one long name.
"""

import re
from functools import cache

from annotate import lexicons
from annotate.layers.entities import gazetteer
from annotate.layers.entities.words import given_names, is_common, key

Gap = tuple[int, int]
"""Where the first name ends and the second starts."""

_FOUR = re.compile(r"([A-Z][a-z]+) ([A-Z][a-z]{3,})( )([A-Z][a-z]+) ([A-Z][a-z]{2,})")


def persons(name: str) -> Gap | None:
    """The gap between two persons: a given name and a surname, and both once more."""
    found = _FOUR.fullmatch(name)
    if not found:
        return None
    one, surname, _, other, last = found.groups()
    known = given_names()
    plain = any(is_common(word) for word in (surname, last))
    if {one, other} <= known and surname not in known and not plain:
        return found.span(3)
    return None


def bodies(name: str) -> Gap | None:
    """The gap between two bodies that a hyphen joins: "Washington Post-ABC News"."""
    first, dash, second = name.partition("-")
    if not dash or not gazetteer.is_body(second) or gazetteer.is_body(name):
        return None
    noun = first.rpartition(" ")[2]
    known = gazetteer.is_body(first) or noun in lexicons.listed("press_nouns")
    return (len(first), len(first) + 1) if known else None


def places(name: str) -> Gap | None:
    """The gap between a place and the country or province that it is in."""
    words = _capitalised(name).split(" ")
    if len(words) == 1 or _is_listed(" ".join(words)):
        return None
    for at in range(1, len(words)):
        place, around = " ".join(words[:at]), " ".join(words[at:])
        if _is_listed(place) and (_is_around(around) or around.upper() in _codes()):
            return len(place), len(place) + 1
    return None


def _capitalised(name: str) -> str:
    return name.title() if name.islower() or name.isupper() else name


def _is_listed(name: str) -> bool:
    known = gazetteer.everywhere().entries.get(key(name))
    return known is not None and known.label == "GPE"


def _is_around(name: str) -> bool:
    """Whether a name is a country's or a well-known province's, as it may stand behind a town's."""
    known = gazetteer.everywhere().entries.get(key(name))
    listed = known is not None and known.by in ("gazetteer:countries", "gazetteer:provinces")
    return listed and known is not None and known.when is None


@cache
def _codes() -> frozenset[str]:
    """The letters by which the post knows states: "CA"."""
    return frozenset(gazetteer.state_codes())
