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
    return one_of(word) in nouns() or word in of_class("crowd")


def one_of(crowd: str) -> str:
    """One of several: "teacher", "ferryman"; "" for a word that is no plural."""
    if crowd.endswith("men"):
        return crowd[:-2] + "an"
    return crowd[:-1] if crowd.endswith("s") else ""


def may_speak(noun: str) -> bool:
    """Whether a noun is of somebody, of several or of a body."""
    return noun in nouns() or is_crowd(noun) or noun in of_class("group")
