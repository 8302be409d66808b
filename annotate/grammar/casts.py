"""Casts: whom one unit of a text speaks of, which is whom a pronoun in it or behind it may mean."""

from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import cast

from annotate import courtesy, lexicons
from annotate.grammar import descriptions, lists, newspapers, persons
from annotate.grammar.cues import of_class
from annotate.grammar.persons import is_crowd
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.grammar.trees import FINITE


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Whom one unit speaks of, subject first: what a later pronoun may mean.

    opener: its first word; a pronoun there goes back further. paper: whose article it names.
    bodies: those of the groups that are organisations by name.
    agents: people by whom something is done, whom a pronoun of the same unit does not mean.
    """

    start: int
    end: int
    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    opener: str = ""
    paper: str | None = None
    agents: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


def of(reading: Reading, first: int, last: int) -> Cast:
    """Whom the unit between two tokens speaks of; read once, then kept with the passage."""
    found = reading.kept.get((first, last))
    if found is None:
        found = reading.kept[first, last] = _read(reading, first, last)
    return cast(Cast, found)


def _read(reading: Reading, first: int, last: int) -> Cast:
    people: dict[str, None] = {}
    owners: dict[str, None] = {}
    agents: dict[str, None] = {}
    bodies: dict[str, None] = {}
    groups: dict[str, None] = dict.fromkeys(
        [
            *_document(reading, first),
            *_body(reading, first, last),
            *_joint(reading, first, last),
            *_crowd(reading, first, last),
        ]
    )
    for at in range(first, last):
        if reading.spoken(at) is not None:
            continue
        name = reading.names.get(at)
        if name is not None and name.label == "PERSON":
            owning = is_owner(reading, at) or _held(reading, at)
            kept = agents if _agent(reading, at) else owners if owning else people
            kept[name.canonical] = None
        elif name is not None and name.label in {"ORG", "GPE"} and not _place(reading, at):
            groups[name.holder] = None
            if name.label == "ORG":
                bodies[name.holder] = None
        elif described := _described(reading, at, first):
            people[described] = None
        elif office := _office(reading, at):
            owners[office] = None
    start, end = reading.place(first, last)
    return Cast(
        start=start,
        end=end,
        people=tuple(people or owners),
        groups=tuple(groups),
        opener=reading.words[first],
        paper=newspapers.named(reading, first, last),
        agents=tuple(agents),
        bodies=tuple(bodies),
    )


def is_owner(reading: Reading, at: int) -> bool:
    """Whether the name at a token only says whose something is: "Hale's deputy, Priya Raman"."""
    return reading.behind(at) in {"'s", "'"}


def _held(reading: Reading, at: int) -> bool:
    """Whether the name at a token only says whom or where something is of: "mayor of | Orsk"."""
    first, _ = reading.name_at(at)
    return first > 0 and reading.words[first - 1] == "of"


def _agent(reading: Reading, at: int) -> bool:
    """Whether the name at a token is of who does it to another: "Asked by Kolde, | she said"."""
    first, _ = reading.name_at(at)
    titled = first > 1 and courtesy.is_title(reading.words[first - 1])
    return first > 0 and reading.words[first - 1 - titled] == "by"


def _document(reading: Reading, first: int) -> list[str]:
    """The document that a unit opens with: "The article, which …"."""
    opening = reading.words[first : first + 2]
    if opening[:1] not in {("the",), ("this",)} or opening[1:] == ():
        return []
    return [opening[1]] if opening[1] in of_class("document") else []


def _body(reading: Reading, first: int, last: int) -> list[str]:
    """The body without a name that a unit opens with: "The opposition met", "A court of Selm"."""
    if reading.words[first] not in {"a", "an", "its", "our", "the", "this"}:
        return []
    parsed = reading.passage.parsed
    for at in range(first + 1, min(first + _OPENING + 1, last - 1)):
        if at in reading.names or parsed[at].tag_ not in _IN_DESCRIPTION:
            return []
        ends = parsed[at + 1].tag_ in FINITE or reading.words[at + 1] in _BEHIND_BODY
        if ends and _is_body(reading.words[at]):
            return [descriptions.words(reading, Phrase(first=first + 1, last=at + 1))]
    return []


_BEHIND_BODY = of_class("relative", "adverb") | {",", "in", "of"}


def _is_body(noun: str) -> bool:
    """Whether a noun is of a body: "opposition", "company", "ministry"."""
    unnamed = of_class("group", "authority", "side")
    return noun in unnamed or noun.capitalize() in _named_bodies()


@cache
def _named_bodies() -> frozenset[str]:
    return lexicons.listed("org_nouns") | lexicons.listed("institution_words")


def _joint(reading: Reading, first: int, last: int) -> list[str]:
    """Those who together are the subject that a unit opens with: "Selm and Orsk held back"."""
    found = takewhile(
        lambda place: _acts(reading, place[0]), lists.names_from(reading, first, last)
    )
    places = list(found)
    names = [reading.names[at] for at, _ in places]
    if len(names) < 2 or len({name.label == "PERSON" for name in names}) > 1:
        return []
    end = places[-1][1]
    goes_on = reading.words[end : end + 1] in {(",",), ("and",), ("'s",)}
    owned = end < last and reading.owning(end)
    whole = "and" in reading.words[first:end] and not (goes_on or owned)
    return ["; ".join(name.holder for name in names)] if whole else []


def _acts(reading: Reading, at: int) -> bool:
    """Whether a name is of who can do something; a people can as "Ostreans", not as "Ostrean"."""
    label = reading.names[at].label
    return label in {"PERSON", "ORG", "GPE"} or (label == "NORP" and reading.words[at][-1] == "s")


def _crowd(reading: Reading, first: int, last: int) -> list[str]:
    """The people that a unit opens with: "Many teachers …"."""
    begin = first = _behind_opening(reading, first, last)
    while begin < last and reading.words[begin] in _QUANTITY:
        begin += 1
    for at in range(first, min(begin + _OPENING, last)):
        if at in reading.names:
            break
        if is_crowd(reading.words[at]):
            begin = first + (reading.words[first] in {"a", "the", "these", "those"})
            return [descriptions.words(reading, Phrase(first=begin, last=at + 1))]
    return []


def _behind_opening(reading: Reading, first: int, last: int) -> int:
    """Where a subject begins behind when or where it was: "During the meeting, | some clerks"."""
    near = range(first + 2, min(first + _SET, last))
    comma = next((at for at in near if reading.words[at] == ","), first)
    opens = reading.words[first] in of_class("preposition") and first not in reading.names
    return comma + 1 if opens and comma > first else first


_SET = 8
"""Tokens in which such an opening ends."""
_OPENING = 3
"""Tokens in which a unit's subject may end."""
_QUANTITY = frozenset({"-", "a", "about", "at", "dozen", "half", "least", "more", "some", "than"})
"""Words of how many, before a crowd: "at least half a dozen | clerks"."""


def _place(reading: Reading, at: int) -> bool:
    """Whether a name only says where: "in Vantor"."""
    first, _ = reading.name_at(at)
    before = reading.words[first - 1] if first else ""
    return reading.names[at].label == "GPE" and before in _WHERE


_WHERE = frozenset({"across", "at", "from", "in", "into", "near"})


def _described(reading: Reading, at: int, first: int) -> str | None:
    """The person that a description ending here brings in: "a young teacher".

    By work or kin only who opens a unit: "My aunt keeps bees", not "named a candidate".
    """
    words = reading.words
    adjective = reading.names.get(at - 1)
    of_people = adjective is not None and adjective.label == "NORP"
    if not of_people and words[at] not in persons.nouns():
        return None
    common = of_people or words[at] in of_class("person")
    if at in reading.names or not words[at].isalpha() or reading.is_person(at + 1):
        return None  # "the economist | Dara Linde" is one person
    if is_owner(reading, at):
        return None  # "the victim | 's mother"
    if descriptions.is_named(reading, at) or descriptions.named_behind(reading, at):
        return None
    opens = (n for n in range(at - 1, max(-1, at - _DESCRIBED), -1) if words[n] in _OPENERS)
    start = next(opens, None)
    if (
        start is None
        or not _is_noun_phrase(reading, first, start, at)
        or (words[start] == "the" and (not common or _goes_on(words, at)))
    ):
        return None
    if start > first and not (common and words[start] in {"a", "an", "the"}):
        return None
    of_people = of_people and words[start] != "the"
    if words[at] not in persons.nouns() and not (of_people and _last_noun(words, at)):
        return None
    return descriptions.words(reading, Phrase(first=start + 1, last=at + 1))


def _is_noun_phrase(reading: Reading, first: int, start: int, noun: int) -> bool:
    """Whether a long description is one, and a subject: "a | former Ostrean | minister"."""
    tags = [reading.passage.parsed[n].tag_ for n in range(start + 1, noun)]
    opens = start == first or reading.words[start - 1] == ","
    return noun - start < _SHORT or (opens and all(tag in _IN_DESCRIPTION for tag in tags))


_DESCRIBED, _SHORT = 7, 4
"""Tokens of a description at most, its article with it, and of one that has to show no parse."""
_IN_DESCRIPTION = frozenset({"HYPH", "JJ", "NN", "NNP", "VBN"})


def _goes_on(words: tuple[str, ...], at: int) -> bool:
    """Whether "the mother of two" only goes on about somebody who is named."""
    parents = lexicons.classes("fresh_descriptions", "parent")
    return words[at] in parents and words[at + 1 : at + 2] == ("of",)


def _office(reading: Reading, at: int) -> str | None:
    """The office by which somebody is known already: "start with the | mayor"."""
    known = at > 0 and reading.words[at - 1] == "the" and reading.words[at] in _offices()
    named = at in reading.names or reading.is_person(at + 1) or descriptions.is_named(reading, at)
    ends = _last_noun(reading.words, at)
    return reading.words[at] if known and ends and not named else None


@cache
def _offices() -> frozenset[str]:
    return frozenset(word.lower() for word in lexicons.words("titles"))


_OPENERS = frozenset({"a", "an", "the", "my", "our"})
"""What a description of a person opens with: "a young teacher", "my aunt"."""


def _last_noun(words: tuple[str, ...], at: int) -> bool:
    """Whether a noun phrase ends at a token."""
    behind = words[at + 1 : at + 2]
    return not behind or not behind[0].isalpha() or behind[0] in of_class(*_BEHIND_NOUNS)


_BEHIND_NOUNS = ("preposition", "relative", "be", "have", "modal", "adverb", "conjunction")
