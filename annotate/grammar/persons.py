"""Nouns for people: what one person is introduced by, and what several are."""

from functools import cache

from annotate import lexicons
from annotate.grammar.cues import of_class


@cache
def nouns() -> frozenset[str]:
    """The nouns that one person is introduced by: "ferryman", "aunt", "doctor"."""
    return frozenset(word.lower() for word in lexicons.words("roles")) | of_class("person")


def is_crowd(word: str) -> bool:
    """Whether a word is of several people: "teachers", "ferrymen"."""
    one = word[:-2] + "an" if word.endswith("men") else word[:-1] if word.endswith("s") else ""
    return one in nouns()
