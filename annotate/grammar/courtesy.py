"""Titles by which people are addressed before their names: "Mr Pell", "Dame Ann"."""

import re

from annotate import lexicons
from annotate.patterns import any_of

TITLES = lexicons.classes(
    "courtesy_titles", "address", "calling", "degree", "knighthood", "peerage"
)
"""In small letters, without their stops."""

_BEFORE_NAMES = lexicons.classes("courtesy_titles", "address", "calling", "degree", "rank")
BEFORE = re.compile(rf"(?<![\w-]){any_of(map(str.capitalize, _BEFORE_NAMES))}\.? $")
"""Such a title, or an office in short, right before a name: "Mrs. | Almis", "Capt | Orr"."""


def is_title(word: str) -> bool:
    """Whether a word is such a title, in whatever case, with its stop or without: "Mrs."."""
    return word.rstrip(".").lower() in TITLES
