"""The names in a topic's statement: who or what it speaks of, not what it holds of them.

An article on somebody is not for that on what a statement holds of them, and "President Jan Orvel"
says one thing of "Jan Orvel is too old to be president", not three.
"""

import re

from annotate import lexicons
from annotate.grammar.cues import of_class
from annotate.layers.stances.stems import WORD, stem

_IDLE = of_class("conjunction", "determiner", "object", "preposition", "pronoun", "subordinator")


def things(statement: str) -> dict[str, str]:
    """The stems of a statement's names, each with the name that it belongs to."""
    found = {stem(word): stem(word) for word in words(statement)}
    for name in _LONG.findall(statement):
        parts = [word for word in WORD.findall(name) if word.lower() not in _IDLE]
        if parts[:1] != ["United"]:
            parts = [word for word in parts if not _is_common(word)]
        if len(parts) > 1:
            found |= {stem(word): " ".join(parts) for word in parts}
    return found


def words(statement: str) -> list[str]:
    """The words of a statement's names, but of those that it opens with."""
    found = [m for m in WORD.finditer(statement) if m.start() and m.group()[:1].isupper()]
    return [m.group() for m in found if len(m.group()) > 2 and m.group() not in _IDLE]


_LONG = re.compile(r"\b[A-Z][\w’'-]*(?:(?: of(?: the)?)? [A-Z][\w’'-]*)+")
"""Capitals in a row: "Jan Orvel", "the United States", "the State Secrets Act". Common words in
them mean things by themselves, but in "United"."""


def _is_common(word: str) -> bool:
    given = word in lexicons.listed("given_names")
    return word.lower() in lexicons.listed("common_words") and not given


_BEFORE = re.compile(r" [A-Z]")


def is_title(match: re.Match[str]) -> bool:
    """Whether a word is somebody's office before their name: "President | Jan Orvel"."""
    word = match.group()
    follows = _BEFORE.match(match.string, match.end()) is not None
    return follows and word[:1].isupper() and word.lower() in lexicons.listed("roles")
