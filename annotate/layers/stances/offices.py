"""Whom an office means in a document: "the health minister" is who was named with it.

News names a person once with their office ("The health minister, Radek Moll, …") and goes on with
either; a stance is held by the person. A ministry's is its country's (GUIDELINES 5).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from annotate import lexicons
from annotate.layers.stances.evidence import Holder
from annotate.model import Entity
from annotate.patterns import any_of

Offices = Mapping[str, frozenset[str]]
"""By description, and by its last word, the people named with it."""

_BEFORE, _BEHIND = 90, 70
"""Characters before and behind a name in which its office stands."""
_INDEFINITE = re.compile(r"\b(?:an?|one|another|some|any|other|former)\s+$", re.IGNORECASE)
_POSSESSED = re.compile(r"^(?:its|their|his|her|our|whose)\s+", re.IGNORECASE)
_OWNER = re.compile(r"(?:.*\s)?\b(?:the|an?|its|their|his|her|our|whose)\s+", re.IGNORECASE)


@cache
def _role() -> str:
    return rf"(?:[a-z][\w’'-]*\s+){{0,3}}?{any_of(lexicons.words('roles'))}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a name, in small letters, and what stands behind it."""
    place = r"(?:\s+(?:of|for|at|in|from)\s+[^,.;:“”]{2,50}?)?"
    before = rf"(?:^|[\s(“])(?P<role>{_role()}){place},?\s+$"
    behind = rf",\s+(?:the|an?|its|their|his|her)\s+(?P<role>{_role()}){place}[,.;]"
    return re.compile(before), re.compile(behind)


def offices(text: str, entities: Iterable[Entity]) -> Offices:
    """The people of a document, by the offices that it names them with."""
    before, behind = _patterns()
    found: dict[str, set[str]] = defaultdict(set)
    for each in entities:
        if each.label != "PERSON":
            continue
        near = [
            before.search(text[max(0, each.start - _BEFORE) : each.start].lower()),
            behind.match(text[each.end : each.end + _BEHIND]),
        ]
        for role in (_bare(match["role"]) for match in near if match):
            found[role].add(each.canonical)
            found[role.split()[-1]].add(each.canonical)
    return {role: frozenset(names) for role, names in found.items()}


_DATELINE = re.compile(r"[A-Z][A-Z .,’'-]{2,40}\s[-–—]\s+(?P<who>.+)", re.DOTALL)
_MINISTRY = re.compile(
    r"(?:Ministry|Treasury|Foreign Office|Home Office)\b|.*\b(?:Ministry|ministry)\Z"
)


def home(entities: Iterable[Entity], countries: Iterable[str]) -> str | None:
    """The country whose ministries a document means that names none: the one most spoken of.

    countries: those known by name. Those are known, too, whose seat or government is named.
    """
    every = list(entities)
    known = {*countries, *(each.stands_for for each in every if each.stands_for)}
    spoken = Counter(each.stands_for or each.canonical for each in every if each.label == "GPE")
    return next((name for name, _ in spoken.most_common() if name in known), None)


def resolved(holder: Holder, text: str, known: Offices, country: str | None = None) -> Holder:
    """The holder by name: whom an office means, the country that a ministry is of.

    A description that may mean several people of the document, or none, stays. country: whose
    ministries are meant where nothing says so.
    """
    if isinstance(holder, str):
        return holder
    dated = _DATELINE.fullmatch(holder.canonical)
    if dated is not None:
        who = dated["who"]
        holder = replace(holder, canonical=who if " " in who else who.lower())
    if country is not None and _MINISTRY.match(holder.canonical):
        return replace(holder, canonical=country)
    holder = replace(holder, canonical=_HANGING.sub("", holder.canonical))
    if holder.start is None or not _describes(holder.canonical):
        return holder
    another = text[holder.start : holder.end].lower().startswith(("another ", "other "))
    if another or _INDEFINITE.search(text[max(0, holder.start - 9) : holder.start]):
        return holder
    said = _bare(holder.canonical)
    people = known.get(said) or (known.get(said.split()[-1]) if " " not in said else None)
    if people is None or len(people) != 1:
        return replace(holder, canonical=_POSSESSED.sub("", holder.canonical))
    (name,) = people
    return replace(holder, canonical=name)


_HANGING = re.compile(
    r"(?<=\w)(?:,? (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|itself|himself|herself|"
    r"themselves|there|here|yesterday|today|too|alone|"
    r"(?:appointed|set up|named|elected) by .*|whom? .*))+\Z",
    re.DOTALL,
)
"""What hangs on a description and is none of it: "committee | appointed by the State"."""


def _describes(name: str) -> bool:
    """Whether words describe somebody: in small letters, or an office: "Dorvanian leader"."""
    return name[:1].islower() or bool({*name.split()[-1:]}.intersection(lexicons.listed("roles")))


def _bare(role: str) -> str:
    """A description without whose it is and where: "whose chairman of the board" is "chairman"."""
    words = re.sub(r"\s+", " ", role.strip()).lower()
    return _OWNER.sub("", re.sub(r" (?:of|for|at|in|from) .*", "", words), count=1)
