"""Whose conduct a topic is about, and the names that point to no topic by themselves."""

import re

from annotate import lexicons
from annotate.codebook import Codebook
from annotate.grammar import demonyms
from annotate.layers.stances.stems import WORD, stem
from annotate.patterns import Pattern, any_of


def actor(statement: str, codebook: Codebook) -> str | None:
    """Whose conduct a statement speaks of: the name it opens with."""
    opening = statement.removeprefix("The ").strip()
    spelled = {
        alias: name.stands_for or name.canonical
        for name in codebook.names.values()
        for alias in (name.canonical, *name.aliases, *([name.demonym] if name.demonym else []))
    }
    for alias in sorted(spelled, key=len, reverse=True):
        if opening.startswith((alias + "'", alias + "’", alias + " ")):
            return spelled[alias]
    named = re.match(r"([A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*)*)(['’]s?\b)?", opening)
    if named is None:
        return None
    sure = bool(named.group(2)) or " " in named.group(1) or named.group(1).isupper()
    return named.group(1) if sure else None


def who(actor: str) -> frozenset[str]:
    """The stems that name an actor: of "the city council" the last, of "Mayor Holm" both.

    Of "Judge Emil Tarrow" office and surname.
    """
    words = WORD.findall(re.split(r" (?:of|for|in|at) ", actor)[0])
    named = len(words) <= _BRIEF and all(word[:1].isupper() for word in words)
    if len(words) > _BRIEF and words[0].lower() in lexicons.listed("roles"):
        words, named = [words[0], words[-1]], True
    return frozenset(stem(word) for word in (words if named else words[-1:]))


_CROWD = lexicons.classes("stance_words", "crowd")


def crowd(actor: str) -> Pattern | None:
    """What many of a kind are called, None if an actor is another: of "animal-rights groups" any
    groups, and the "animal rights movement"; one "group" may be whatever was spoken of.
    """
    words = actor.replace("-", " ").split()
    several = actor.islower() and words and words[-1] in _CROWD
    if not several or words[-1] in {"community", "lobby", "movement", "world"}:
        return None
    kind = r"[\s-]".join(map(re.escape, words[:-1]))
    called = rf"|{kind}[\s-]{any_of(_CROWD)}" if kind else ""
    return Pattern(rf"\b(?:{re.escape(words[-1])}{called})\b", re.IGNORECASE)


_BRIEF = 2
"""Words of a name of which each is a name by itself."""


def names(codebook: Codebook) -> frozenset[str]:
    """The stems of the codebook's names: too common to point to one topic."""
    spelled = (
        word
        for name in codebook.names.values()
        for alias in (name.canonical, *name.aliases, name.demonym or "")
        for word in WORD.findall(alias)
    )
    return frozenset(stem(word) for word in spelled if word[:1].isupper())


def peoples(codebook: Codebook) -> frozenset[str]:
    """The stems of what the peoples of the codebook's countries are called: "Korean"."""
    named = {name.canonical for name in codebook.names.values()}
    called = (each for each, land in demonyms.countries(codebook).items() if land in named)
    return frozenset(stem(word) for each in called for word in WORD.findall(each)[-1:])
