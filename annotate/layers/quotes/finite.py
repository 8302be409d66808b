"""Finite verbs, as far as closed classes and endings tell without a parse."""

from annotate import lexicons
from annotate.grammar.cues import of_class
from annotate.grammar.reading import Reading

SURE = of_class("be", "have", "do", "modal") - {"being", "be", "having", "doing"}
"""Words that are finite verbs wherever they stand."""

_PAST = of_class("finite")


def soon(reading: Reading, at: int, last: int) -> bool:
    """Whether a finite verb follows soon, as far as closed classes and endings tell."""
    return any(is_at(reading, here, last) for here in range(at, min(at + 14, last)))


def within(reading: Reading, first: int, last: int) -> bool:
    """Whether a finite verb stands in a stretch."""
    return any(is_at(reading, at, last) for at in range(first + 1, last))


def is_at(reading: Reading, here: int, last: int) -> bool:
    """Whether a token is a finite verb."""
    words, word = reading.words, reading.words[here]
    if word == "'s" and reading.passage.parsed[here].tag_ == "POS":
        return False
    joined = words[here - 1] in of_class("conjunction") or not words[here - 1].isalpha()
    if reading.passage.parsed[here].tag_ == "VBZ" and not joined:
        return True
    if word in SURE or (word.endswith("ed") and len(word) > 4) or word in _PAST:
        return True
    noun = here - 1 - (words[here - 1] in of_class("adverb"))
    owner = words[noun] == "'s"
    plural = (words[noun].endswith("s") and not owner) or words[noun] in _SEVERAL
    if plural and word in lexicons.listed("common_verbs"):
        return True
    if not word.endswith("s") or word.endswith("ss") or here in reading.names:
        return False
    followed = of_class("determiner", "object", "preposition", "adverb")
    return words[here - 1].isalpha() and here + 1 < last and words[here + 1] in followed


_SEVERAL = frozenset({"children", "men", "people", "women"})
"""Nouns of several that do not end with "s"."""
