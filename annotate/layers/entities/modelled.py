"""Names that a trained pipeline proposes, and what of the rules' proposals it agrees with.

A list knows a name and a rule its surroundings; a trained pipeline reads the whole sentence. So it
is asked of whatever hangs on the form alone: which of two readings a name has here ("Chelsea" the
club), where it ends, and whether capitals are a name at all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from annotate import lexicons, offsets
from annotate.grammar import titles
from annotate.language import Passage
from annotate.layers.entities import gazetteer, persons, places, twins, unlisted
from annotate.layers.entities.organisations import MODIFIES
from annotate.layers.entities.phrases import Phrases
from annotate.layers.entities.proposals import Proposal, near
from annotate.layers.entities.rules import same
from annotate.layers.entities.words import given_names, is_common, key, opens
from annotate.model import BLANK, ENTITY_LABELS

Name = tuple[int, int, str, float | None]
"""Where a proposed name starts and ends, its label, and how sure of it the pipeline is."""

MODEL = "model:"
"""How `by` begins of what a trained pipeline proposes."""

SURE = 0.4
"""How likely the least likely word of a name must be; measured by `tests/bench/entities.py`."""

ALWAYS = (
    "codebook", "gazetteer:countries", "gazetteer:demonyms", "gazetteer:capitals", "rule:alias",
    "rule:bracketed", "rule:completed", "rule:government", "rule:border", "rule:embassy",
    "rule:author", "rule:address", "rule:publisher", "rule:comment-author", "rule:credit",
    "rule:resolution", "rule:numbered-law", "rule:case", "rule:cop", "rule:apposed-work",
    "rule:abroad", "rule:party", "rule:dated-body", "rule:two-names",
    "rule:field-of", "rule:service-of", "rule:work", "rule:titled", "rule:direction", "rule:storm",
    "rule:gloss", "rule:dateline",
    "gazetteer:organisations", "gazetteer:peoples", "gazetteer:rivers",
)  # fmt: skip
"""What stands whatever the pipeline says: it is stated by a person, by the text, or by both words
of a pair; or it is a name that is one thing only."""

ALONE = ("rule:given-name", "rule:shop", "rule:titled-behind", "rule:titled-alone",
         "rule:title-and-name", "rule:city-of", "rule:ministry", "rule:told-the", "rule:named-work",
         "gazetteer:persons")  # fmt: skip
"""What stands where the pipeline proposes nothing: it overlooks more of these than they err."""

LONGER = ("rule:area", "rule:state", "rule:water", "rule:land", "rule:before-land", "rule:built",
          "rule:aged", "rule:law", "rule:law-on", "rule:dated-law", "rule:event", "rule:war-of",
          "rule:named-work")  # fmt: skip
"""What may take more words than the pipeline does: the noun that says what a name is of."""


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


_MUHAMMAD = re.compile(r"(?<!\w)(?:Md|Mohd|Muhd)\.? $")


def _left_out(text: str, start: int, label: str) -> int:
    """How many characters of a name the pipeline leaves out at its front: a title's "The" amid a
    sentence, a given name that is written short.
    """
    if label == "WORK" and text.endswith("The ", 0, start) and not opens(text, start - 4):
        return 4
    found = _MUHAMMAD.search(text, max(0, start - 8), start) if label == "PERSON" else None
    return len(found[0]) if found else 0


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


_TWO = re.compile(r"([A-Z]{3,})( and )(?=[A-Z])")


def _apart(text: str, names: Iterable[Name]) -> Iterator[Name]:
    """The names, with two that nothing but a word or a line's end sets apart as two."""
    for start, end, label, score in names:
        first, second = _parted(text[start:end], label) or (end - start, None)
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
        return found.span(2) if found else None
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
    words = name.split()
    long = all(len(word) > 2 for word in words) and (len(words) > 1 or len(name) > 4)
    if label in _IN_SMALL and name.isupper() and long:  # "BRENN — Boats …": the town of Brenn
        return same(name.title())
    if label == "GPE" and places.has_kind(name):
        return places.kindless(name)
    plural = label == "NORP" and name.endswith("s") and not name.endswith(("ss", "us", "is"))
    return same(name.removesuffix("s") if plural else name)


_IN_SMALL = frozenset({"GPE", "LOC", "PERSON"})
"""Labels of names that are seldom letters that stand for words."""


def agreed(asked: Iterable[Proposal], others: Iterable[Proposal]) -> list[Proposal]:
    """What a trained pipeline is sure of, and of the lists' and rules' proposals those that stand.

    What it is not sure of stands where a list or a rule says the same.
    """
    asked, others = list(asked), list(others)
    placed = offsets.Row(others)
    kept = [each for each in asked if is_sure(each) and not _is_more(each, near(each, placed))]
    taken = offsets.Row(kept)
    unsure = [
        each
        for each in asked
        if not is_sure(each) and not near(each, taken) and not _is_other(each, near(each, placed))
    ]
    kept += [each for each in unsure if any(_is_typed(each, o) for o in near(each, placed))]
    sure, doubted = offsets.Row(kept), offsets.Row(unsure)
    judged = (_judged(each, near(each, sure), near(each, doubted)) for each in others)
    return [*kept, *(one for each in judged for one in each)]


def _is_more(name: Proposal, others: Sequence[Proposal]) -> bool:
    """Whether a name is more than one, by the lists' and rules' proposals that touch it."""
    more = any(_described(name, one) or _joined(name, one) for one in others)
    return more or _is_two(name, others)


GUESSES = ("rule:person-form", "rule:in", "rule:before-place")
"""What is guessed from the form alone, with which nobody agrees who is not sure either."""


def _is_other(name: Proposal, others: Iterable[Proposal]) -> bool:
    """Whether a list knows a name for something else."""
    return any(
        _place(one) == _place(name) and one.label != name.label and one.by.startswith("gazetteer:")
        for one in others
    )


def _is_typed(name: Proposal, listed: Proposal) -> bool:
    """Whether a name is a listed place's and a noun that says what it is: "Putumayo state"."""
    longer = name.start == listed.start and name.end > listed.end
    return longer and (name.label, name.canonical) == (listed.label, listed.canonical)


def _is_two(name: Proposal, others: Sequence[Proposal]) -> bool:
    """Whether a name is two listed places without their comma: "Fresno California"."""
    listed = [each for each in others if each.label == name.label == "GPE" and not each.weak]
    return any(
        one.start == name.start and two.end == name.end and two.start - one.end == 1
        for one in listed
        for two in listed
    )


def _described(name: Proposal, people: Proposal) -> bool:
    """Whether a name is no more than a people's adjective or a listed body and a common noun:
    "Ostrean bank", "NATO force".
    """
    listed = people.by.startswith(("gazetteer:groups", "gazetteer:peoples"))
    adjective = people.label == "NORP" and (people.country or listed)
    body = people.by == "gazetteer:organisations" and name.label == "ORG"
    if not (adjective or body) or name.start != people.start:
        return False
    rest = name.canonical[people.end - people.start :]
    if not people.country and rest.strip() in _NAMED_WITH[people.label]:
        return False
    return name.end > people.end and (not rest or rest.islower())


_NAMED_WITH = {
    "ORG": frozenset({"government", "news agency"}),
    "NORP": frozenset({"church", "government", "party"}),
}
"""Nouns without a capital that belong to a body's name: "Xinhua news agency", "Tory party"."""


def _joined(name: Proposal, stated: Proposal) -> bool:
    """Whether a name runs on beyond one that the article's form states: a byline's next line."""
    return (
        stated.by in ("rule:author", "rule:publisher")
        and offsets.within(stated, name)
        and name.end - name.start > stated.end - stated.start
    )


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


def _judged(
    proposal: Proposal, sure: Sequence[Proposal], unsure: Sequence[Proposal]
) -> Iterator[Proposal]:
    """A list's or rule's proposal, if it stands beside those of the pipeline that touch it."""
    same = [each for each in sure if _place(each) == _place(proposal)]
    also = () if proposal.by in GUESSES else unsure
    if proposal.by.startswith(ALWAYS) or (proposal.by.startswith(ALONE) and not sure):
        yield proposal
    elif any(_says_same(each, proposal) for each in (*same, *also)):
        yield replace(proposal, weak=False)
    elif any(_is_known_as(each, proposal) for each in same) or _is_longer(proposal, sure):
        yield proposal


def _says_same(name: Proposal, proposal: Proposal) -> bool:
    return _place(name) == _place(proposal) and name.label == proposal.label


def _is_longer(proposal: Proposal, sure: Iterable[Proposal]) -> bool:
    """Whether a noun that says what a name is of makes it longer than the pipeline has it."""
    sure = list(sure)
    if proposal.by.startswith(_WHOLE) and " " in proposal.canonical:
        return bool(sure) and all(_is_less(each, proposal) for each in sure)
    return proposal.by.startswith(LONGER) and all(
        offsets.within(each, proposal) and each.label == proposal.label for each in sure
    )


_WHOLE = ("gazetteer:regions", "gazetteer:events")
"""The lists of whose names of several words a part is no name: "Hindu | Kush"."""


def _is_less(name: Proposal, listed: Proposal) -> bool:
    return offsets.within(name, listed) and name.end - name.start < listed.end - listed.start


def _is_known_as(name: Proposal, listed: Proposal) -> bool:
    """Whether a list knows better what a name is: one of several words, a people ("Copts")."""
    if listed.by == "gazetteer:groups":
        return name.label in ("ORG", "GPE")
    return listed.by in ("gazetteer:regions", "gazetteer:persons") and " " in name.canonical


def _place(proposal: Proposal) -> tuple[int, int]:
    return proposal.start, proposal.end
