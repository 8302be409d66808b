"""Names that a trained pipeline proposes.

A list knows a name and a rule its surroundings; a trained pipeline reads the whole sentence. So it
is asked of whatever hangs on the form alone: which of two readings a name has here ("Chelsea" the
club), where it ends, and whether capitals are a name at all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from annotate import lexicons
from annotate.grammar import titles
from annotate.language import Passage
from annotate.layers.entities import gazetteer, persons, places, twins, unlisted
from annotate.layers.entities.organisations import MODIFIES
from annotate.layers.entities.phrases import Phrases
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.rules import same
from annotate.layers.entities.words import given_names, is_common, key, opens
from annotate.model import BLANK, ENTITY_LABELS

Name = tuple[int, int, str, float | None]
"""Where a proposed name starts and ends, its label, and how sure of it the pipeline is."""

MODEL = "model:"
"""How `by` begins of what a trained pipeline proposes."""

SURE = 0.4
"""How likely the least likely word of a name must be; measured by `tests/bench/entities.py`."""


def proposals(passage: Passage, pipeline: str) -> Iterator[Proposal]:
    """The names that the named pipeline proposes for a passage, sure of them or not.

    By rules alone there are none.
    """
    if pipeline == BLANK:
        return
    text = passage.copy
    for start, end, label, score in _apart(text, _names(passage)):
        start += _modifiers(text[start:end]) if label == "ORG" else 0
        start += _office(text[start:end]) if label == "PERSON" else 0
        start -= _left_out(text, start, label)
        end -= _beyond(text[start:end], label)
        end += _dated(text, end) if label == "EVENT" else 0
        if _is_no_name(text[start:end], label) or _is_vessel(text, start, end):
            continue
        if text.endswith("#", 0, start) or _is_small(text, start, end, label):
            continue
        if label == "ORG" and _is_bare(text, start, end):
            continue
        label = unlisted.label(passage, start, end, label)
        if label in ENTITY_LABELS:
            yield Proposal(
                start=start,
                end=end,
                label=label,
                canonical=_canonical(text[start + _before(text[start:end], label) : end], label),
                by=f"{MODEL}{pipeline}",
                score=score,
            )


def is_sure(proposal: Proposal) -> bool:
    """Whether the pipeline that proposes a name needs nobody's agreement."""
    return proposal.score is None or proposal.score >= SURE


_MUHAMMAD = re.compile(r"(?<!\w)(?P<name>(?:Md|Mohd|Muhd)\.? )$")
_INITIAL = re.compile(
    r"(?:^|[“”\"‘’'(,;:—–]\s?|\b(?:and|as|by|from|like|of|said|says|than|to|told|with|wrote) )"
    r"(?P<name>(?:[A-Z]\. ){1,2})$"
)
"""Initials before a name where no sentence can end with them: "wrote | E. | Alex Jung"."""


def _left_out(text: str, start: int, label: str) -> int:
    """How many characters of a name the pipeline leaves out at its front: a title's "The" amid a
    sentence, a given name that is written short, an initial.
    """
    if label == "WORK" and text.endswith("The ", 0, start) and not opens(text, start - 4):
        return 4
    if label != "PERSON":
        return 0
    before = max(0, start - 12)
    found = _MUHAMMAD.search(text, before, start) or _INITIAL.search(text, before, start)
    return start - found.start("name") if found else 0


def _modifiers(name: str) -> int:
    """How many characters at a body's front are compounds that only tell of it."""
    kept = name.split(" ")
    while len(kept) > 1 and MODIFIES.fullmatch(kept[0]):
        del kept[0]
    return len(name) - len(" ".join(kept))


def _office(name: str) -> int:
    """How many characters at a person's front are titles: "Hetman Jan Brenn"."""
    found = persons.titled().match(name)
    return found.end() if found and found[0].split()[0] not in given_names() | _BORNE else 0


_BORNE = lexicons.classes("name_words", "borne")
"""Titles that are names too: "Dean Orr", "Sheikh Hasina"."""

_OWNED = re.compile(r"(?P<owner>(?:[A-Z]\.)+|[A-Z]{2,}|[A-Z]\w+(?: [A-Z]\w+)?)['’]s (?=[A-Z]\w+ )")
"""Who owns a body that a list knows: "the U.N.'s | Food and Agriculture Organization"."""

_TWO = re.compile(r"([A-Z]{3,})( and )(?=[A-Z])")


def _apart(text: str, names: Iterable[Name]) -> Iterator[Name]:
    """The names, with two that nothing but a word or a line's end sets apart as two."""
    for start, end, label, score in names:
        first, second = _parted(text[start:end], label) or (end - start, None)
        owned = _OWNED.match(text[start:end]) if label == "ORG" else None
        if owned and gazetteer.entry(owned["owner"]) and not gazetteer.is_body(text[start:end]):
            yield start + owned.end(), end, label, score  # the owner is a list's
            continue
        yield start, start + first, label, score
        if second is not None:
            yield start + second, end, label, score


def _parted(name: str, label: str) -> tuple[int, int] | None:
    """Where the first of two names ends and the second starts, None of one.

    Organisations of which one is letters ("WHO and Oxfam"), a place and what it is in
    ("Fresno California"), persons at the end of a letter ("Ann Roe John Able").
    """
    if label == "ORG":
        found = _TWO.match(name)
        return found.span(2) if found else twins.bodies(name)
    if label == "PERSON":
        return twins.persons(name)
    return twins.places(name) if label == "GPE" else None


_YEAR = re.compile(r"(?<!Act) of (?:1[5-9]|20)\d\d$")
"""A law's year, which is a date of its own; in "the Act of 1998" it is the name."""

_OF_YEAR = re.compile(r"(?:(?<=Crash)|(?<=Fire)|(?<=Flood)) of 1[0-9]\d\d\b(?![/–-])")


def _dated(text: str, end: int) -> int:
    """How many characters the year has that an event is named with: "Great Fire | of 1666"."""
    found = _OF_YEAR.match(text, end)
    return len(found[0]) if found else 0


_COUNT = re.compile(r"(?<=\w) \d[\d,.]*$")
"""A number behind a name, which counts what follows: "in Selm 40 were hurt"."""


def _beyond(name: str, label: str) -> int:
    """How many characters at its end do not belong to a name."""
    found = _YEAR.search(name) if label == "LAW" else None
    if label in ("PERSON", "NORP", "GPE", "LOC", "FAC") and not is_common(name.partition(" ")[0]):
        found = _COUNT.search(name)
    if label == "PERSON" and not name.isupper():
        found = found or _letters().search(name)
    return len(found[0]) if found else 0


@cache
def _letters() -> re.Pattern[str]:
    """What lawyers, members and the learned have behind their names: "Ruth Able | KC"."""
    return re.compile(rf"(?<=\w)(?:,? (?:{'|'.join(lexicons.words('degrees'))})(?!\w))+\Z")


def _before(name: str, label: str) -> int:
    """How many characters at its front only say what is named: "Hairdresser | Ilma Sorek".

    The pipeline takes them for a part of it; its one name is without them all the same.
    """
    kept = name.split(" ")
    while len(kept) > 1 and _says_what(kept[0], label):
        del kept[0]
    return len(name) - len(" ".join(kept))


def _says_what(word: str, label: str) -> bool:
    if label == "ORG":
        return word.islower() and is_common(word)
    return label == "PERSON" and word.rstrip(".").lower() in titles.offices() - _given()


@cache
def _given() -> frozenset[str]:
    """Titles that are also given names: "Dean"."""
    return frozenset(name.lower() for name in given_names())


_VESSEL = re.compile(
    r"(?:(?<=\s)|\A)(?:BRP|HMAS|HMCS|HMNZS|HMS|INS|KRI|MV|RMS|RRS|USCGC|USNS|USS) "
)


def _is_vessel(text: str, start: int, end: int) -> bool:
    """Whether a name is a ship's, which is nobody and no place: "MV Brenn Star"."""
    found = _VESSEL.search(text, max(0, start - 6), end)
    return found is not None and found.end() >= start


def _is_small(text: str, start: int, end: int, label: str) -> bool:
    """Whether what is told "by ward" is taken for somebody's, where others have capitals."""
    name = text[start:end]
    small = name.isalpha() and name.islower() and not text.islower()
    return label == "PERSON" and small and bool(_BY.search(text, max(0, start - 12), start))


_BY = re.compile(r"(?<!osted )(?<!ritten )(?<!ent )\bby $")
"""What a person in small letters is seldom told by, but for who posted something."""


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether a body's noun alone opens a headline's sentence: "Court strips ally of seat"."""
    name = text[start:end]
    bare = name in lexicons.listed("org_nouns") and not gazetteer.is_body(name)
    return bare and opens(text, start) and not text.rstrip().endswith((".", "!", "?", "”"))


_UNNAMED = re.compile(
    r"(?:Article|Section|Chapter|Clause|Paragraph|Part|Title)s? [\dIVXLC.]+|Governments of .+|"
    r"[DIR]-[A-Z][\w.]*|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?"
)
"""Parts of laws, governments of several countries, of which each is named for itself, and what
tells of a member's party and state: "R-Ky."."""


def _is_no_name(name: str, label: str) -> bool:
    """Whether what the pipeline takes for a name is none: a part of a law, a faith, a common noun.

    Who writes without capitals still names people and places ("san francisco"), but several words
    without a capital describe a body or an event ("the oil cartel").
    """
    if _UNNAMED.fullmatch(name) or {name, name.removesuffix("s")} & lexicons.listed("unnamed"):
        return True
    words = name.split()
    described = len(words) > 1 and label in ("ORG", "EVENT", "LAW", "FAC")
    return name.islower() and (described or all(is_common(word) for word in words))


def _names(passage: Passage) -> Iterator[Name]:
    # Not above: who reads with rules alone waits for no network.
    from annotate.encoder.reading import reading

    found = reading(passage.parsed)
    if found is None:
        for span in passage.parsed.ents:
            label = "WORK" if span.label_ == "WORK_OF_ART" else span.label_
            yield span.start_char, span.end_char, label, None
        return
    for name in found.names:
        span = passage.parsed[name.first : name.end]
        yield span.start_char, span.end_char, name.label, name.score


def _canonical(name: str, label: str) -> str:
    """The name; of a people in the singular ("Tartars" are Tartar), of a place not in capitals."""
    words = [word for word in name.split() if not _ROMAN.fullmatch(word)]
    long = all(len(word) > 2 for word in words) and (len(words) > 1 or len(name) > 4)
    if label in _IN_SMALL and name.isupper() and words and long:
        return _in_small(name)  # "BRENN — Boats …": the town of Brenn
    if label == "PERSON" and _SHOUTED.fullmatch(name):
        return _in_small(name)  # "Angela MERKEL"
    if label == "GPE" and places.has_kind(name):
        return places.kindless(name)
    plural = label == "NORP" and name.endswith("s") and not name.endswith(("ss", "us", "is"))
    return same(name.removesuffix("s") if plural else name)


_ROMAN = re.compile(r"[IVX]+")
_SHOUTED = re.compile(r"(?:[A-Z][a-z]+ )+[A-Z]{4,}")
"""A name as reference works write it, with the surname in capitals."""


def _in_small(name: str) -> str:
    """A name in capitals as it is written else; its number stays: "GUSTAV III"."""
    words = name.split()
    return " ".join(word if _ROMAN.fullmatch(word) else word.title() for word in words)


_IN_SMALL = frozenset({"GPE", "LOC", "PERSON"})
"""Labels of names that are seldom letters that stand for words."""


def known(proposal: Proposal, lists: Iterable[Phrases]) -> Proposal:
    """The pipeline's proposal by the name that lists have for it, if it is of the same kind."""
    if not proposal.by.startswith(MODEL):
        return proposal
    for each in lists:
        entry = each.entries.get(key(proposal.canonical))
        entry = (entry.otherwise or entry) if entry else None
        if entry is not None and _are_alike(entry.label, proposal.label):
            return replace(
                proposal,
                label=entry.label,
                canonical=entry.canonical,
                seat=entry.seat,
                country=entry.country,
            )
    return proposal


def _are_alike(listed: str, guessed: str) -> bool:
    """Whether a guess differs from a list by no more than the kind of place: "in Europe"."""
    return listed == guessed or (listed == "LOC" and guessed == "GPE")
