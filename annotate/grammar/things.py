"""Heads of noun phrases that nobody can quote: deeds, states and things, not people or texts."""

from functools import cache

from annotate import lexicons
from annotate.grammar import phrases
from annotate.grammar.cues import of_class
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.grammar.trees import FINITE

_ABSTRACT = ("ness", "ity", "tion", "sion", "ment", "ance", "ence", "ism", "hood")
"""Endings of deeds and states; the bodies and texts that share them are listed as speaking."""


def silent(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase's head is a thing that cannot speak: "tight scrutiny of the border"."""
    at = phrases.head(reading, phrase)
    if at in reading.names or (reading.title_case(at) and at > phrase.first):
        return False
    word = reading.words[at]
    if word in _speaking() or word.removesuffix("s") in _speaking():
        return False
    things = lexicons.listed("silent_things")
    return word in things or word.removesuffix("s").endswith(_ABSTRACT)


def is_phrase(reading: Reading, phrase: Phrase) -> bool:
    """Whether tags let a stretch be a noun phrase: no clause, and none that a verb opens.

    "the first sentence is calling" and "calling the minister" are no one; where nothing has tagged
    the words, every stretch is one.
    """
    if phrase.last - phrase.first > 1 and reading.words[phrase.first] in of_class("relative"):
        return False
    tokens = reading.passage.parsed[phrase.first : phrase.last]
    unnamed = [token for token in tokens if token.i not in reading.names]
    if any(token.tag_ in FINITE and token.dep_ != "acl:relcl" for token in unnamed):
        return False
    first = tokens[0]
    named = first.i in reading.names
    return named or first.pos_ != "VERB" or first.dep_ in {"amod", "compound"}


@cache
def _speaking() -> frozenset[str]:
    """Bodies, offices and texts, in lower case."""
    lists = ("org_nouns", "institution_words", "press_nouns", "roles", "speaking_things")
    listed = {word.lower() for name in lists for word in lexicons.words(name)}
    return frozenset(listed | of_class("authority", "document", "group", "person"))
