"""Titles by which people are addressed before their names: "Mr Pell", "Dame Ann"."""

from annotate import lexicons

TITLES = lexicons.classes(
    "courtesy_titles", "address", "calling", "degree", "knighthood", "peerage"
)
"""In small letters, without their stops."""


def is_title(word: str) -> bool:
    """Whether a word is such a title, in whatever case, with its stop or without: "Mrs."."""
    return word.rstrip(".").lower() in TITLES
