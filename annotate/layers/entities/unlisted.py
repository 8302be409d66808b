"""What a name is that no list has and a pipeline takes for a town, by its form.

A town has no article, a river and a mountain range do; and letters stand for a body.
"""

import re
from bisect import bisect_left
from functools import cache

from annotate import courtesy, lexicons
from annotate.language import Passage
from annotate.layers.entities import gazetteer
from annotate.layers.entities.words import CAP, given_names, is_common, is_headline, opens
from annotate.patterns import any_of

_LETTERS = re.compile(r"[A-Z]{3,7}")
_ARTICLE = re.compile(r"\b[Tt]he $")
_WITH_ARTICLE = frozenset({"Bronx", "Hague"})
_AND_ANOTHER = re.compile(r" (?:and|or) (?:the )?[A-Z]\w+")
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def label(passage: Passage, start: int, end: int, guessed: str) -> str:
    """The label of a name of the passage's copy, given what the pipeline guessed it to be."""
    name = passage.copy[start:end]
    known = gazetteer.entry(name)
    if guessed != "WORK" and (kind := _kind(name, guessed)):
        return kind
    if guessed in ("GPE", "ORG") and _is_person(
        passage.copy, start, name, listed=known is not None
    ):
        return "PERSON"
    if guessed in _NO_RULERS and _RULER.fullmatch(name) and not is_common(name.split()[0]):
        return "PERSON"
    if guessed == "ORG" and not known and _is_somebody(passage.copy, start, end):
        return "PERSON"
    if guessed in _NO_BODIES and not known and _is_body(passage.copy, start, end):
        return "ORG"
    if guessed != "GPE" or is_headline(passage.copy) or (known and known.when is None):
        return guessed
    if not known and start and (_LETTERS.fullmatch(name) or _told(passage.copy, start, end)):
        return "ORG"
    alone = name.isalpha() and name not in _WITH_ARTICLE and not _has_noun(passage, end)
    return "LOC" if alone and _has_article(passage.copy, start) else guessed


_NO_BODIES = frozenset({"PERSON", "GPE", "WORK", "FAC"})
_NO_RULERS = frozenset({"ORG", "GPE", "LOC", "FAC", "WORK"})
_RULER = re.compile(rf"{CAP}(?: {CAP})? (?:I[IV]|III|VI{{1,3}}|IX|XI{{1,3}}|XI?[VX]|XVI{{0,3}})")
"""Who is told from others of his name by a number: "Menas IV"."""


def _is_person(text: str, start: int, name: str, *, listed: bool) -> bool:
    """Whether one word is somebody's: "Mrs Almis", or a given name that no list has otherwise."""
    if not name.isalpha():
        return False
    return courtesy.titled(text, start) or (not listed and name in given_names())


def _kind(name: str, guessed: str) -> str | None:
    """What the last of a name's words says that it is; of a place also its first."""
    first, _, last = name.rpartition(" ")
    if not first:
        return None
    kind = _kinds().get(last)
    if kind == "LOC" and guessed not in ("GPE", "FAC", "LOC"):
        return None
    if kind is None and guessed == "GPE" and _BUILT.match(name):
        return "FAC"
    return kind


_BUILT = re.compile(
    r"(?:Abbey|Basilica|Castle|Cathedral|Château|Fort|Mausoleum|Monastery|Palace|Shrine) "
    r"(?:de |of )"
)


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.table("name_kinds")}


@cache
def _body() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kinds = any_of(lexicons.listed("body_kinds") - lexicons.classes("name_words", "either"))
    behind = (
        rf", (?:an?|the|its|our|their|[\w’'-]+[’']s?)(?: [\w’'&-]+){{0,4}}? {kinds}"
        r"(?=[,.;)]| (?:which|that|in|of|based|behind|for|from|with|known|owned|run)\b)"
    )
    ahead = (
        r"(?:courier|distributor|employer|importer|insurer|manufacturer|parent company|retailer|"
        r"shipbuilder|subsidiary|supplier|wholesaler), "
    )
    return re.compile(behind), re.compile(rf"\b{ahead}$")


def _is_body(text: str, start: int, end: int) -> bool:
    """Whether what stands beside a name says that it is a body: "Almis, a shipping company"."""
    behind, ahead = _body()
    apposed = ahead.search(text, max(0, start - 30), start) and text[end : end + 1] in (",", ".")
    return bool(apposed) or behind.match(text, end) is not None


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
