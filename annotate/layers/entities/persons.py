"""Persons: capitalised words that are no ordinary ones, where something shows they are a name.

What shows it is a row of a table: a title or an office before, a word of speech or an office after,
a given name, a hyphened one, a byline. Without any, the form alone makes a weak guess.
"""

import calendar
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from annotate import courtesy, lexicons
from annotate.layers.entities import offices
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.rules import same
from annotate.layers.entities.words import (
    CAP,
    UPPER,
    given_names,
    is_common,
    is_headline,
    opens,
)
from annotate.offsets import Row
from annotate.patterns import any_of

_TWO = ("de la", "de los", "van den", "van der", "von der")
_PARTICLE = any_of({*lexicons.listed("name_particles"), *_TWO, "y", "e"})
_PART = rf"(?:{UPPER}\.(?!\w)|{CAP})"
_ANY_PART = re.compile(rf"{_PART}|[^\W\d_]+-?")
_FOLLOWING = re.compile(rf" ({UPPER}[^\W\d_]+)")
_PLACED = re.compile(r"\b(?:in|at|from|near|of|to) $")
_NEAR = 8
"""Characters before a place that tell whether a preposition stands there, and where it begins."""
_RUN = re.compile(rf"(?<![\w’'-]){_PART}(?:(?:[  ]{_PARTICLE})?[  -](?:[Aa]l-|[Ee]l-)?{_PART})*")
_HYPHENED = re.compile(rf"{UPPER}\w+[  ]{UPPER}\w+-[a-z]\w+|{UPPER}\w+-[a-z]\w+[  ]{UPPER}\w+")
_INITIALED = re.compile(
    rf"{UPPER}\w+(?:[  ]{UPPER}\.?)+[  ]{UPPER}\w+|"
    rf"(?:{UPPER}\. ?)+{UPPER}\w+(?:[  ]{UPPER}\w+)?"
)
_TAIL = re.compile(r"-(?:led|based|born|backed|style|era|like|wide|run|owned|held|only|made|has)\b")
_BIG_PARTICLES = lexicons.classes("name_words", "particle")

_NAMED = re.compile(r"\b(?:names?|named|nicknamed)(?: (?:only|is|was|as|him|her))* $")
_OF = re.compile(r" (?:of|from|at|with) (?:the )?")
_FREE = re.compile(
    r"(?:^|[.!?:;,“”\"—–(-] ?|\b(?:and|but|that|as|when|while|because|if|what|which|whom|"
    r"before|after|And|But|As|When|While|Then|where|yet|so|though|since) )$"
)
_PLACE_LISTS = tuple(
    f"gazetteer:{name}" for name in ("cities", "provinces", "countries", "capitals")
)
_THE = re.compile(r"\b(?:the|an?|this|our|its|The) $")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Capitalised words that may be a person's name."""

    start: int
    end: int
    words: tuple[str, ...]


def proposals(text: str, taken: Sequence[Proposal]) -> Iterator[Proposal]:
    """The persons of a passage, beside the names that lists know."""
    headline = is_headline(text)
    bodies = {each.start for each in taken if each.label == "ORG"}
    countries = {each.end for each in taken if each.label == "GPE"}
    yield from _honoured(text)
    for candidate in candidates(text, taken):
        rule = (
            evidence(text, candidate)
            or _employed(text, candidate, bodies)
            or _of_country(text, candidate, countries)
        )
        guessed = None if rule or headline else guess(text, candidate)
        if rule or guessed:
            yield Proposal(
                start=candidate.start,
                end=candidate.end,
                label="PERSON",
                canonical=same(text[candidate.start : candidate.end]),
                by=f"rule:{rule or guessed}",
                weak=rule is None,
            )


_AGED = re.compile(r", (?:aged )?\d\d[,.)]")
"""A person's age behind the whole name: "Zuwena Khamis Ally, 31,"."""

_HONOURED = re.compile(rf"(?<![\w-])(?P<name>{UPPER}[a-z]+)-(?:san|sama|sensei|kun|chan)\b")


def _honoured(text: str) -> Iterator[Proposal]:
    """Persons with an honorific behind the name, which is none of it: "Mori-san"."""
    for found in _HONOURED.finditer(text):
        start, end = found.span("name")
        yield Proposal(
            start=start, end=end, label="PERSON", canonical=found["name"], by="rule:titled-behind"
        )


def evidence(text: str, candidate: Candidate) -> str | None:
    """The row that shows a candidate to be a person, None if none does."""
    before, after = text[max(0, candidate.start - 60) : candidate.start], text[candidate.end :][:80]
    name = text[candidate.start : candidate.end]
    several = len(candidate.words) > 1
    alone = not several and not is_common(candidate.words[0]) and not _is_acronym(name)
    if alone and courtesy.titled(text, candidate.start):
        return "titled-alone"
    known = candidate.words[0] in given_names()
    if _titled().search(before) and (alone or (several and (known or not is_headline(text)))):
        plain = any(is_common(word) for word in candidate.words)
        return "title" if alone or plain else "title-and-name"
    if several and known:
        return "given-name"
    if several and (_HYPHENED.fullmatch(name) or _INITIALED.fullmatch(name)):
        return "romanised" if "-" in name else "initial"
    if several and _before().search(before):
        return "office-before"
    if several and _after().match(after):
        return "aged" if _AGED.match(after) else "after"
    if alone and _says().match(after) and _FREE.search(before):
        return "speaker"
    if several and _spoken().search(before):
        return "spoken"
    if alone and _NAMED.search(before):
        return "named"
    return None


def _of_country(text: str, candidate: Candidate, countries: Collection[int]) -> str | None:
    """Whether two words stand behind whose they are: "Kiribati's Taneti Maamau".

    countries: where countries end.
    """
    if len(candidate.words) != 2 or not text.endswith(_WHOSE, 0, candidate.start):
        return None
    return "of-country" if candidate.start - len(_WHOSE[0]) in countries else None


_WHOSE = ("’s ", "'s ")


def _employed(text: str, candidate: Candidate, bodies: Collection[int]) -> str | None:
    """Whether an organisation that a person would be of follows: "Ruo Lin of the Academy".

    bodies: where organisations begin.
    """
    of = _OF.match(text, candidate.end)
    if not of or len(candidate.words) < 2:
        return None
    return "of-organisation" if of.end() in bodies else None


def guess(text: str, candidate: Candidate) -> str | None:
    """What the form alone suggests: a given name, two or three words that are no ordinary ones."""
    words = candidate.words
    if text[candidate.end : candidate.end + 1] in ("-", "/", "@", "_") or _THE.search(
        text, max(0, candidate.start - 6), candidate.start
    ):
        return None
    if len(words) == 1 and words[0] in _MONTHS and _DAY.match(text, candidate.end):
        return None  # "on Jan. 9"
    if len(words) == 1:
        following = _FOLLOWING.match(text, candidate.end)
        named_after = following is not None and following[1] in _KINDS
        named_after |= text.endswith(("St ", "St. ", "Saint "), 0, candidate.start)
        return "given-name-alone" if words[0] in given_names() and not named_after else None
    if len(words) > 3 or any(len(word) < 3 or _is_acronym(word) for word in words):
        return None
    return None if opens(text, candidate.start) else "person-form"


_MONTHS = frozenset({*calendar.month_name, *calendar.month_abbr})
_DAY = re.compile(r"\.? \d")


def candidates(text: str, taken: Sequence[Proposal]) -> Iterator[Candidate]:
    """The runs of capitalised words, without titles, ordinary words and names of lists."""
    row = Row(taken)
    for run in _RUN.finditer(text):
        parts = list(_parts(text, run.start(), run.end(), row))
        yield from _joined(text, parts)


def _parts(
    text: str, start: int, end: int, taken: Row[Proposal]
) -> Iterator[tuple[int, int, bool]]:
    """The words of a run, each with whether it may be part of a name."""
    titles = [found.span() for found in _title().finditer(text, start, end)]
    given = False
    for found in _ANY_PART.finditer(text[start:end]):
        first, last = start + found.start(), start + found.end()
        word = text[first:last]
        busy = any(a <= first and last <= b for a, b in titles) or any(
            not _may_be_name(each, text, after_given=given)
            for each in taken.touching(first, first + 1)
        )
        opening = opens(text, first) and is_common(word)
        aged = found.start() and last == end and _AGED.match(text, end)
        surname = (given and last == end and word not in _nouns() | _KINDS) or aged
        fits = not busy and not opening and (bool(surname) or not _is_ordinary(word))
        given = fits and (word in given_names() or (given and len(word.strip(".")) == 1))
        yield first, last, fits


_KINDS = lexicons.classes("name_words", "namesake")
"""What is named after somebody by the given name: "the Tony Awards"."""


def _may_be_name(place: Proposal, text: str, *, after_given: bool) -> bool:
    """Whether a listed place may be part of a name: "Austin Ramzy", "Lena Orsk", no "in Austin"."""
    name = text[place.start : place.end]
    if not place.by.startswith(_PLACE_LISTS) or " " in name:
        return False
    if after_given:
        return True
    following = _FOLLOWING.match(text, place.end)
    placed = _PLACED.search(text[max(0, place.start - _NEAR) : place.start])
    small = not place.by.startswith(("gazetteer:countries", "gazetteer:capitals"))
    return bool(small and following and not placed and not _is_ordinary(following[1]))


def _is_ordinary(word: str) -> bool:
    if word in given_names() or word in _BIG_PARTICLES or len(word.strip(".")) == 1:
        return False
    if _TAIL.search(word):
        return True
    return is_common(word) or word in _nouns()


def _joined(text: str, parts: Iterable[tuple[int, int, bool]]) -> Iterator[Candidate]:
    kept: list[tuple[int, int]] = []
    for first, last, fits in [*parts, (0, 0, False)]:
        if fits:
            kept.append((first, last))
            continue
        kept = _without_particles(text, kept)
        if kept:
            words = tuple(text[a:b] for a, b in kept)
            yield Candidate(start=kept[0][0], end=kept[-1][1], words=words)
        kept = []


def _without_particles(text: str, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    while kept and text[kept[-1][0]].islower():
        kept = kept[:-1]
    while kept and text[kept[0][0]].islower():
        kept = kept[1:]
    return kept


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper()


@cache
def _nouns() -> frozenset[str]:
    return frozenset((*lexicons.words("org_nouns"), *lexicons.words("press_nouns")))


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){offices.titles()}(?:\.|\b)(?!-)")


@cache
def titled() -> re.Pattern[str]:
    """The titles at the front of what a pipeline takes for a person's name."""
    return re.compile(rf"(?:{offices.titles()}\.? )+(?={UPPER})")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{offices.titles()}\.?|{offices.lower_titles()})[\u00a0 ]$")


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf",? {offices.says()}\b")


@cache
def _spoken() -> re.Pattern[str]:
    said = offices.says()
    return re.compile(
        rf"[”\"’',] {said} $|\b(?:{said}|according to) $|\b(?:named|called) $|[–—] ?$|\b[Bb]y $"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s,“\"(])(?:the |former |then-|ex-)?{offices.role()}[, ] ?$")


@cache
def _after() -> re.Pattern[str]:
    whose = r"(?:an?|the|its|their|his|her|our|former|[’'\w-]+[’']s?) (?:[\w’'-]+ ){0,5}?"
    return re.compile(
        rf",? (?:also |later |then |once |has |had )?{offices.says()}\b|"
        rf",? \(?(?:who|whose|aged? \d|\d\d)\b|,? (?:{whose})?{offices.role()}\b"
    )
