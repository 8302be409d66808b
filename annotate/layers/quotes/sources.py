"""Who speaks: the one name behind a noun phrase.

A government's name or seat means its country; "the agency" is the last organisation named; a
pronoun goes to the last plausible holder before it, and where there is none it is the name itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from annotate import lexicons
from annotate.codebook import Codebook
from annotate.layers.quotes.cues import of_class
from annotate.layers.quotes.phrases import Phrase
from annotate.layers.quotes.reading import Reading
from annotate.model import Entity, Mention

_SILENT = frozenset({"i", "we", "you", "me", "us"})
"""Subjects that are the writer or the reader: what they say is nobody's reported speech."""


@dataclass(slots=True)
class Memory:
    """Whom the text spoke of so far: what a pronoun may mean. Lives for one document."""

    countries: Mapping[str, str] = field(default_factory=dict)
    units: list[list[Entity]] = field(default_factory=list)
    speakers: list[Mention] = field(default_factory=list)
    person: str | None = None


@cache
def _demonyms() -> dict[str, str]:
    return {row[1]: row[0] for row in lexicons.table("demonyms") if len(row) > 1}


def countries(codebook: Codebook) -> dict[str, str]:
    """The country of each adjective of nationality."""
    own = {name.demonym: name.canonical for name in codebook.names.values() if name.demonym}
    return _demonyms() | own


def mention(reading: Reading, phrase: Phrase, memory: Memory) -> Mention | None:
    """Who a phrase names, none for the writer or the reader."""
    words = reading.words[phrase.first : phrase.last]
    if words[0] in _SILENT:
        return None
    if len(words) == 1 and words[0] in {"he", "she", "they", "it", "who", "him", "them", "her"}:
        return _pronoun(reading, phrase, memory)
    named = _named(reading, phrase, memory)
    if named:
        return named
    start, end = reading.place(phrase.first, phrase.last)
    meant = _meant(reading, phrase, memory)
    return Mention(canonical=meant or _description(reading, phrase), start=start, end=end)


def _named(reading: Reading, phrase: Phrase, memory: Memory) -> Mention | None:
    """The name at a phrase's end, with what stands before it a title; or a whole government."""
    names = reading.names
    last = names.get(phrase.last - 1)
    if last is not None and last.label in {"PERSON", "ORG", "GPE", "WORK", "FAC"}:
        start = phrase.last - 1
        while start > phrase.first and names.get(start - 1) is last:
            start -= 1
        joint = _joint(reading, phrase, start)
        if joint:
            return joint
        if last.label == "PERSON" or start == phrase.first:
            here = reading.place(start, phrase.last)
            return Mention(canonical=name_of(last), start=here[0], end=here[1])
    return _opened(reading, phrase, memory)


def _opened(reading: Reading, phrase: Phrase, memory: Memory) -> Mention | None:
    """The name that a phrase opens with: "the Ostrean authorities", "the ODP in Brenn"."""
    names = reading.names
    first = names.get(phrase.first)
    if first is None:
        return None
    end = phrase.first
    while end < phrase.last and names.get(end) is first:
        end += 1
    rest = reading.words[end : phrase.last]
    here = reading.place(phrase.first, phrase.last)
    if not rest:
        return Mention(canonical=name_of(first), start=here[0], end=here[1])
    if rest[-1] in of_class("authority") and "and" not in rest and len(rest) <= 3:
        country = _country(first, memory)
        if country:
            return Mention(canonical=country, start=here[0], end=here[1])
    if rest[0] in of_class("preposition") or rest[0] in {",", "("}:
        start, end = reading.place(phrase.first, end)
        return Mention(canonical=name_of(first), start=start, end=end)
    return None


def _joint(reading: Reading, phrase: Phrase, start: int) -> Mention | None:
    """Two names joined by "and": both canonicals, one after the other."""
    names, words = reading.names, reading.words
    if start < phrase.first + 2 or words[start - 1] != "and" or start - 2 not in names:
        return None
    other, last = names[start - 2], names[phrase.last - 1]
    here = reading.place(phrase.first, phrase.last)
    return Mention(canonical=f"{name_of(other)}; {name_of(last)}", start=here[0], end=here[1])


def name_of(entity: Entity) -> str:
    """The holder that a name means: the country for a capital or a government."""
    return entity.stands_for or entity.canonical


def _country(entity: Entity, memory: Memory) -> str | None:
    if entity.label == "NORP":
        return memory.countries.get(entity.canonical)
    return name_of(entity) if entity.label in {"GPE", "ORG"} else None


def _pronoun(reading: Reading, phrase: Phrase, memory: Memory) -> Mention:
    word = reading.words[phrase.first]
    here = reading.place(phrase.first, phrase.last)
    unit = reading.unit_at(phrase.first)
    near = _distinct(reading, unit[0], phrase.first)
    wanted = {"PERSON"} if word in {"he", "she", "him", "her", "who"} else {"ORG", "GPE"}
    found = next((each for each in reversed(near) if each.label in wanted), None)
    if found is None and wanted == {"PERSON"} and (described := _described(reading, phrase.first)):
        return Mention(canonical=described, start=here[0], end=here[1])
    if found is None and wanted == {"PERSON"} and memory.person:
        return Mention(canonical=memory.person, start=here[0], end=here[1])
    if found is None:
        earlier = _before(reading, unit[0], memory)
        found = next((e for names in earlier for e in names if e.label in wanted), None)
    canonical = name_of(found) if found else word
    return Mention(canonical=canonical, start=here[0], end=here[1])


def _described(reading: Reading, at: int) -> str | None:
    """The last person brought in by a description before a token: "a young teacher"."""
    words = reading.words
    for here in range(at - 1, 0, -1):
        name = reading.names.get(here)
        if name is not None and name.label == "PERSON":
            return None
        start = next(
            (n for n in range(here - 1, max(-1, here - 4), -1) if words[n] in {"a", "an"}), None
        )
        if start is None or name is not None:
            continue
        adjective = reading.names.get(here - 1)
        if words[here] in of_class("person") or (
            adjective is not None and adjective.label == "NORP" and words[here].isalpha()
        ):
            return _description(reading, Phrase(first=start + 1, last=here + 1))
    return None


def _distinct(reading: Reading, first: int, last: int) -> list[Entity]:
    return list({id(e): e for at in range(first, last) if (e := reading.names.get(at))}.values())


def _before(reading: Reading, first: int, memory: Memory) -> list[list[Entity]]:
    """The names of the units before a token, nearest unit first."""
    here = [_distinct(reading, *unit) for unit in reading.units if unit[1] <= first]
    return [*reversed(here), *reversed(memory.units[-_FAR:])]


_FAR = 6
"""Units of earlier passages that a pronoun may look back over; about one paragraph."""


def _meant(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """Whom "the agency", "the body" and their kin mean: the last organisation named."""
    words = reading.words[phrase.first : phrase.last]
    article = reading.words[phrase.first - 1] if phrase.first else ""
    if len(words) != 1 or words[0] not in of_class("group") or article not in {"the", "its"}:
        return None
    unit = reading.unit_at(phrase.first)
    near = list(reversed(_distinct(reading, unit[0], phrase.first)))
    earlier = _before(reading, unit[0], memory)
    for names in (near, *earlier):
        found = next((each for each in names if each.label == "ORG"), None)
        if found:
            return name_of(found)
    return None


def _description(reading: Reading, phrase: Phrase) -> str:
    """A description as written; a capital that the sentence's start gave it is dropped."""
    parsed = reading.passage.parsed
    words = parsed[phrase.first : phrase.last].text
    if phrase.first not in reading.names and not parsed[phrase.first].text.isupper():
        words = words[:1].lower() + words[1:]
    return words


def remember(memory: Memory, reading: Reading) -> None:
    """Keep a passage's names for the pronouns of the next."""
    memory.units.extend(_distinct(reading, *unit) for unit in reading.units)


def keep_person(reading: Reading, who: Phrase | None, memory: Memory) -> None:
    """Keep the person who spoke for the next "he" or "she"."""
    name = reading.names.get(who.last - 1) if who else None
    if name is not None and name.label == "PERSON":
        memory.person = name.canonical
