"""Titles by which people are addressed before their names: "Mr Pell", "Dame Ann"."""

import re

from annotate import lexicons
from annotate.patterns import any_of

TITLES = lexicons.classes(
    "courtesy_titles", "address", "calling", "degree", "knighthood", "peerage"
)
"""In small letters, without their stops."""

_BEFORE_NAMES = lexicons.classes("courtesy_titles", "address", "calling", "degree", "rank")
BEFORE_NAMES = any_of(map(str.capitalize, _BEFORE_NAMES))
"""A pattern for such a title, or an office in short, as it is written before a name: "Mrs"."""

_BEFORE = re.compile(rf"(?<![\w-]){BEFORE_NAMES}\.? $")
_LONGEST = max(map(len, _BEFORE_NAMES)) + len(". ")


def titled(text: str, start: int) -> bool:
    """Whether such a title stands right before a place: "Mrs. | Almis", "Professor | Orr"."""
    return _BEFORE.search(text, max(0, start - _LONGEST), start) is not None


def is_title(word: str) -> bool:
    """Whether a word is such a title, in whatever case, with its stop or without: "Mrs."."""
    return word.rstrip(".").lower() in TITLES
