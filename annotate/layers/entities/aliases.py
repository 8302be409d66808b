"""What a text itself says are names of one thing: a surname of a full name, letters in brackets.

They are learned from the whole document first and then found everywhere in it, both ways.
"""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from annotate import lexicons
from annotate.layers.entities import companies, conditions, gazetteer, initials, listed, surnames
from annotate.layers.entities.phrases import Known, Phrases, alias, phrases
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.words import Word, is_common

_TAKEN_UP = re.compile(
    r"\b(Academy|Accords?|Act|Agency|Agreement|Alliance|Assembly|Association|Bank|Bureau|Coalition|"
    r"Authority|Board|Centre|Center|Chamber|Charter|Commission|Committee|Convention|Corporation|"
    r"Council|Court|Covenant|Department|Directorate|Federation|Forum|Foundation|Friends|Front|"
    r"Fund|Group|Institute|League|Ministry|Movement|Network|Observatory|Office|Organi[sz]ation|Party|"
    r"Protocol|Secretariat|Service|Society|Tribunal|Treaty|Trust|Union|University)\b"
)


def learned(named: Iterable[tuple[str, Proposal]]) -> Phrases:
    """The other names that a document's own names give: surnames, letters and names again.

    named: each name as it was decided to be, with the text that it stands in, in their order.
    """
    named = list(named)
    found = [proposal for _, proposal in named]
    names = [
        *_letters(named),
        *initials.of_bodies(named),
        *initials.spelled_out(named),
        *surnames.of_persons(listed.own(named)),
        *_without_kind(found),
        *_of_company(found),
        *((each.canonical, replace(alias(each), label="ORG")) for each in companies.told(named)),
        *_again(found),
        *_short(found),
    ]
    return phrases([*names, *_directions(found)])


def _directions(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """ "The North" and "the South" where a text names one country of that name, and its other."""
    named = {each.canonical: each for each in found if each.label == "GPE"}
    meant: dict[str, dict[str, Proposal]] = {}
    for name, each in named.items():
        direction, _, rest = name.partition(" ")
        if each.country and rest and direction in _DIRECTIONS:
            meant.setdefault(direction, {})[name] = each
    for direction, one, opposite, other in lexicons.table("directions"):
        like = next((named[name] for name in (one, other) if name in named and " " in name), None)
        if like is None:
            continue
        for where, name in ((direction, one), (opposite, other)):
            meant.setdefault(where, {})[name] = named.get(name) or replace(like, canonical=name)
    for direction, names in meant.items():
        if len(names) == 1:
            known = alias(next(iter(names.values())))
            yield direction, replace(known, by="rule:direction", when=conditions.with_article)


_DIRECTIONS = frozenset({"North", "South", "East", "West"})


def _letters(named: Iterable[tuple[str, Proposal]]) -> Iterator[tuple[str, Known]]:
    for text, each in named:
        written = text[each.start : each.end]
        if each.by == "rule:gloss":
            yield written, alias(each)
        elif each.by == "rule:alias" and each.label != "PERSON":
            yield written, alias(each)
            yield each.canonical, alias(each)


def _short(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """The nouns by which a text takes a name up again, where one name has it: "the Convention"."""
    owners: dict[str, dict[str, Proposal]] = {}
    for each in found:
        if each.label in ("ORG", "LAW") and not each.by.startswith("gazetteer") and not each.weak:
            nouns = [*_TAKEN_UP.findall(each.canonical), *_press_noun(each)]
            for noun in nouns if " " in each.canonical else ():
                owners.setdefault(noun, {})[each.canonical] = each
    for noun, names in owners.items():
        if len(names) == 1:
            yield noun, replace(alias(next(iter(names.values()))), when=_taken_up)


def _press_noun(named: Proposal) -> Iterator[str]:
    """What a newspaper's name ends with, unless another is known by it alone: "the Courier"."""
    noun = named.canonical.rpartition(" ")[2]
    if noun in lexicons.listed("press_nouns") and gazetteer.entry(noun) is None:
        yield noun


def _without_kind(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """Names of three words and more without the noun that says what they are of: "Mill Lane Marsh"
    for "Mill Lane Marsh School"; none that two names of the text open with.

    By "International" and the nouns of other bodies a name goes on where what is left is named too.
    """
    found = list(found)
    bodies = {each.canonical for each in found if each.label == "ORG"}
    owners: dict[str, dict[str, Proposal]] = {}
    for each in found:
        name, _, kind = each.canonical.rpartition(" ")
        nouns = lexicons.listed("org_nouns")
        called = name in bodies and not nouns & {*name.split()[-1:]}
        goes_on = called and (kind in nouns or kind == "International")
        if each.label == "ORG" and " " in name and (kind in _KINDS or goes_on):
            owners.setdefault(name, {})[each.canonical] = each
    for name, names in owners.items():
        if len(names) == 1:
            yield name, replace(alias(next(iter(names.values()))), when=conditions.ends_here)


def _of_company(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """The one word by which a text calls a company: "HCA" for "HCA Healthcare"; none that two names
    open with, since "Ford" is no Ford Foundation.
    """
    names = {each.canonical: each for each in found if each.label == "ORG"}
    borne = {
        word for each in found if each.label == "PERSON" for word in each.canonical.split()[1:]
    }
    bare = {name for name in names if " " not in name}
    opening: dict[str, list[str]] = {}
    for each in names.keys() - bare:
        opening.setdefault(each.partition(" ")[0], []).append(each)
    for name in sorted(bare | (_first_words(names) - borne)):
        longer = opening.get(name, ())
        if len(longer) != 1:
            continue
        last = longer[0].split()[1:][-1]
        coined = name in bare and _is_coined(name, last)
        if last in _companies() or coined:
            yield name, replace(alias(names[longer[0]]), when=conditions.ends_here)


def _is_coined(first: str, last: str) -> bool:
    """Whether both words of a name are names only, of which a text may leave out the second."""
    words = not (is_common(first) or is_common(last)) and gazetteer.entry(last) is None
    return words and gazetteer.entry(first) is None and last not in lexicons.listed("org_nouns")


def _first_words(names: Iterable[str]) -> set[str]:
    """What names of two words open with, where it is no word and no name of a list."""
    firsts = {name.partition(" ")[0] for name in names if name.count(" ") == 1}
    return {
        word
        for word in firsts
        if len(word) > _SHORTEST and not is_common(word) and gazetteer.entry(word) is None
    }


_SHORTEST = 3
"""Letters of what is no word a text calls a company by."""


@cache
def _companies() -> frozenset[str]:
    """What the name of a company ends with."""
    rows = {row[0]: row[1] for row in lexicons.table("group_kinds")}
    return frozenset(rows["company"].split())


_KINDS = frozenset(
    {"Co", "College", "Company", "Corporation", "Group", "Holdings", "Hospital", "Inc", "Ltd"}
    | {"School", "University"}
)


def _taken_up(words: Sequence[Word], first: int, last: int) -> bool:
    before = words[first - 1].text if first else ""
    after = words[last].text if last < len(words) else ""
    goes_on = after in ("of", "for") or (after == "on" and not _is_day(words, last + 1))
    return before in ("the", "The") and not after[:1].isupper() and not goes_on


def _is_day(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text in calendar.day_name


def _again(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    for each in found:
        ruled = each.by.startswith("rule:") and not each.weak
        if each.by == "rule:embassy" and " in " in each.canonical:
            yield each.canonical.partition(" in ")[0], alias(each)
        if ruled and each.label in ("PERSON", "ORG") and " " in each.canonical:
            yield each.canonical, replace(alias(each), by=each.by)
    yield from _seen(found)


def _seen(found: Iterable[Proposal]) -> Iterator[tuple[str, Known]]:
    """The names of several words that a trained pipeline sees somewhere in the text, of one label.

    It reads sentence by sentence: what is a name in one it may overlook in the next.
    """
    labels: dict[str, dict[str, Proposal]] = {}
    for each in found:
        work = each.label == "WORK" and each.canonical.count(" ") < _TITLE
        if each.by.startswith("model:") and " " in each.canonical and not work:
            labels.setdefault(each.canonical, {})[each.label] = each
    for name, by_label in labels.items():
        if len(by_label) == 1:
            known = alias(next(iter(by_label.values())))
            yield name, replace(known, by="rule:again", weak=True, when=conditions.ends_here)


_TITLE = 2
"""Spaces in a title that is no phrase besides."""
