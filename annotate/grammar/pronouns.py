"""Which pronoun may take up whom: "she" is no Martin Hale and no "old man", "they" no report."""

from collections.abc import Sequence
from functools import cache

from annotate import courtesy, lexicons
from annotate.grammar.cues import of_class
from annotate.grammar.persons import is_crowd

_SAME = {"him": "he", "his": "he", "her": "she", "its": "it", "their": "they"}


def fits(pronoun: str, who: str, titled: str | None = None) -> bool:
    """Whether a pronoun may mean somebody, by given name or title, or by a description's noun.

    Who is known by a surname alone, or by a name that women and men bear, may be either. titled:
    the pronoun of the title that the text gives them elsewhere, if any.
    """
    words = who.split()
    if pronoun in {"it", "its"} and words and (is_crowd(words[-1]) or _plural(words[-1])):
        return False
    if "; " in who:
        return pronoun in {"who", "they", "them", "their"}
    if pronoun in {"they", "them", "their"} and words and words[-1] in of_class("document"):
        return False
    named = words[0] if words[1:] and words[0][:1].isupper() else words[-1] if words else ""
    told = titled or _pronouns().get(named)
    return told is None or _SAME.get(pronoun, pronoun) in {told, "who", "they", "them", "their"}


def _plural(noun: str) -> bool:
    """Whether a noun is one of several: "sides"; not "press", "series" or a name's last word."""
    return noun.islower() and noun.endswith("s") and not noun.endswith(_SINGLE)


_SINGLE = ("ss", "us", "is", "news", "series", "species", "headquarters", "works")
"""How nouns end that are one, though they end with "s"."""


def titled(words: Sequence[str]) -> str | None:
    """The pronoun of a title before a name: "Ms", "Mrs.", "Mrs Justice" and their kin."""
    before = [word.rstrip(".").capitalize() for word in words[-_BESIDE:] if word != "."]
    if before[1:] and before[1].isalpha() and not courtesy.is_title(before[1]):
        before = before[:1]
    return _pronouns().get(before[-1]) if before and courtesy.is_title(before[-1]) else None


_BESIDE = 2
"""Tokens before a name in which its title stands, with its stop."""


@cache
def _pronouns() -> dict[str, str]:
    rows = lexicons.table("pronouns")
    return {word: pronoun for pronoun, entries in rows for word in entries.split()}
