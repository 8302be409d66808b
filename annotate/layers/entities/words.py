"""A passage's copy as words with their places: what phrases and rules are matched against."""

import re
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+|\S")
_SIGNS = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})


class Word(NamedTuple):
    """A word or a sign. text: as phrases spell it, with plain apostrophes and hyphens."""

    start: int
    end: int
    text: str


def split(text: str) -> list[Word]:
    """The words and signs of a text; one that is all in capitals is read in title case."""
    plain = text.translate(_SIGNS)
    shouted = plain.isupper() and " " in plain.strip()
    return [
        Word(found.start(), found.end(), _titled(found[0]) if shouted else found[0])
        for found in WORD.finditer(plain)
    ]


@lru_cache(maxsize=65536)
def key(phrase: str) -> tuple[str, ...]:
    """A phrase as the words it is made of."""
    return tuple(WORD.findall(phrase.translate(_SIGNS)))


def _titled(word: str) -> str:
    return word.title() if len(word) > 3 and "." not in word else word
