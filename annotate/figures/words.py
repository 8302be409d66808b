"""Words without the endings of their forms, so that "hides" and "hiding" are one."""

import re
from functools import lru_cache

SEEN = 1 << 16
"""Words whose forms are remembered: more than a corpus has that come again and again."""


@lru_cache(SEEN)
def quantity(counted: str) -> tuple[str, ...]:
    """The words that tell one thing from another, in the singular."""
    words = re.findall(r"\w+", counted.casefold())
    return tuple(singular(word) for word in words if word not in _EMPTY)


_EMPTY = frozenset({"a", "an", "the", "of", "such", "these", "those", "other", "more", "further"})


@lru_cache(SEEN)
def stem(word: str) -> str:
    """A word without the ending of its form: "hiding", "hides" and "hide" are "hid"."""
    return _ENDING.sub("", word)


_ENDING = re.compile(r"(?<=...)(?:ings?|ed|es|e|s)$")


_SINGULAR = (
    (re.compile(r"(?<=..)ies$"), "y"),
    (re.compile(r"(?<=(?:sh|ch|ss))es$|(?<=x)es$"), ""),
    (re.compile(r"(?<=...)(?<![su])s$"), ""),
)


@lru_cache(SEEN)
def singular(word: str) -> str:
    """The singular of a regular English plural, any other word unchanged."""
    for pattern, end in _SINGULAR:
        if pattern.search(word):
            return pattern.sub(end, word)
    return word
