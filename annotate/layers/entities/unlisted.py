"""What a name is that no list has and a pipeline takes for a town, by its form.

A town has no article, a river and a mountain range do; and letters stand for a body.
"""

import re
from bisect import bisect_left

from annotate.language import Passage
from annotate.layers.entities import gazetteer
from annotate.layers.entities.words import is_headline, opens

_LETTERS = re.compile(r"[A-Z]{3,7}")
_ARTICLE = re.compile(r"\b[Tt]he $")
_WITH_ARTICLE = frozenset({"Bronx", "Hague"})
_AND_ANOTHER = re.compile(r" (?:and|or) (?:the )?[A-Z]\w+")
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def label(passage: Passage, start: int, end: int, guessed: str) -> str:
    """The label of a name of the passage's copy, given what the pipeline guessed it to be."""
    name = passage.copy[start:end]
    if guessed != "GPE" or gazetteer.entry(name) or is_headline(passage.copy):
        return guessed
    if _LETTERS.fullmatch(name):
        return "ORG" if start else guessed
    alone = name.isalpha() and name not in _WITH_ARTICLE and not _has_noun(passage, end)
    return "LOC" if alone and _has_article(passage.copy, start) else guessed


def _has_article(text: str, start: int) -> bool:
    """Whether an article stands before a name that is none of its words: not "in The Hague"."""
    found = _ARTICLE.search(text, max(0, start - 5), start)
    return found is not None and (found[0][0] == "t" or opens(text, found.start()))


def _has_noun(passage: Passage, end: int) -> bool:
    """Whether a noun follows that a name's article may be: "the Brenn | council", "the Brenn | and
    Selm councils".
    """
    another = _AND_ANOTHER.match(passage.copy, end)
    if another:
        end = another.end()
    if passage.copy[end : end + 1] in ("-", "–"):
        return True
    at = bisect_left(passage.starts, end)
    return at < len(passage.starts) and passage.parsed[at].pos_ in _NOUNS
