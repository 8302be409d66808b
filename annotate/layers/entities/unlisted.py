"""What a name is that no list has and a pipeline takes for a town, by its form.

A town has no article, a river and a mountain range do; and letters stand for a body.
"""

import re
from bisect import bisect_left

from annotate import lexicons
from annotate.language import Passage
from annotate.layers.entities import gazetteer
from annotate.layers.entities.words import CAP, is_common, is_headline, opens

_LETTERS = re.compile(r"[A-Z]{3,7}")
_ARTICLE = re.compile(r"\b[Tt]he $")
_WITH_ARTICLE = frozenset({"Bronx", "Hague"})
_AND_ANOTHER = re.compile(r" (?:and|or) (?:the )?[A-Z]\w+")
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def label(passage: Passage, start: int, end: int, guessed: str) -> str:
    """The label of a name of the passage's copy, given what the pipeline guessed it to be."""
    name = passage.copy[start:end]
    known = gazetteer.entry(name)
    if guessed == "ORG" and not known and _is_somebody(passage.copy, start, end):
        return "PERSON"
    if guessed != "GPE" or is_headline(passage.copy) or (known and known.when is None):
        return guessed
    if not known and start and (_LETTERS.fullmatch(name) or _told(passage.copy, start, end)):
        return "ORG"
    alone = name.isalpha() and name not in _WITH_ARTICLE and not _has_noun(passage, end)
    return "LOC" if alone and _has_article(passage.copy, start) else guessed


_FULL = re.compile(rf"{CAP}(?: {CAP}){{1,3}}")
_WHO = re.compile(r",? who(?:se)? [a-z]")
_APPOSED = re.compile(
    r"\b(?:aide|aunt|brother|boss|colleague|cousin|daughter|deputy|father|friend|grandmother|husband|"
    r"lawyer|mother|neighbour|predecessor|sister|son|spokesman|spokeswoman|successor|teacher|uncle|"
    r"widow|wife), $"
)


_LED_BY = re.compile(r"\b(?:[Aa]dministration|[Cc]abinet|[Gg]overnment|[Pp]residency) of $")


def _is_somebody(text: str, start: int, end: int) -> bool:
    """Whether what looks like a body is a person: "their lawyer, Ngo Lam, …", "Ngo Lam, who …"."""
    name = text[start:end]
    nouns = lexicons.listed("org_nouns", "press_nouns")
    if not _FULL.fullmatch(name) or any(word in nouns for word in name.split()):
        return False
    if any(is_common(word) for word in name.split()):
        return False
    if _LED_BY.search(text, max(0, start - 20), start):
        return True
    apposed = _APPOSED.search(text, max(0, start - 20), start) and text[end : end + 1] == ","
    return bool(apposed) or _WHO.match(text, end) is not None


def _told(text: str, start: int, end: int) -> bool:
    """Whether a name is a paper's that is told what follows: "told La Mattina that"."""
    return text.endswith(("told ", "telling "), 0, start) and text[end:].startswith(
        (" that", ",", ".")
    )


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
