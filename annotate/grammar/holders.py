"""Who speaks: the one name behind a noun phrase.

A government's name or seat means its country; "the agency" is the last organisation named; a
pronoun goes to the last plausible holder before it, and where there is none it is the name itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from annotate import lexicons
from annotate.codebook import Codebook, once
from annotate.grammar import attributions, descriptions, phrases, pronouns, things, titles
from annotate.grammar.cues import find, of_class
from annotate.grammar.phrases import Phrase
from annotate.grammar.pronouns import fits, is_crowd
from annotate.grammar.reading import Reading
from annotate.model import Entity, Mention

_SILENT = frozenset({"i", "we", "you", "me", "us"})
"""Subjects that are the writer or the reader: what they say is nobody's reported speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Whom one unit speaks of, subject first: what a later pronoun may mean.

    opener: its first word; a pronoun there goes back further. paper: whose article it names.
    agents: people by whom something is done, whom a pronoun of the same unit does not mean.
    """

    start: int
    end: int
    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    opener: str = ""
    paper: str | None = None
    agents: tuple[str, ...] = ()


@dataclass(slots=True)
class Memory:
    """Whom the text spoke of so far. Lives for one document.

    countries: of each adjective of nationality. speakers: place, name and whether it is a person.
    described: whom each noun introduced. titled: the pronoun of whom the text calls "Ms" or "Mr".
    """

    countries: Mapping[str, str] = field(default_factory=dict)
    scenes: list[Scene] = field(default_factory=list)
    speakers: list[tuple[int, str, bool]] = field(default_factory=list)
    described: dict[str, list[str]] = field(default_factory=dict)
    titled: Mapping[str, str] = field(default_factory=dict)

    def may_be(self, pronoun: str, who: str) -> bool:
        """Whether a pronoun may mean somebody."""
        return fits(pronoun, who, self.titled.get(who))


@cache
def _demonyms() -> dict[str, str]:
    return {row[1]: row[0] for row in lexicons.table("demonyms") if len(row) > 1}


@once
def countries(codebook: Codebook) -> dict[str, str]:
    """The country of each adjective of nationality."""
    own = {name.demonym: name.canonical for name in codebook.names.values() if name.demonym}
    return _demonyms() | own


_PRONOUNS = (
    frozenset({"he", "she", "they", "it", "who", "him", "them"}) | {"her", "his", "their", "its"}
)  # fmt: skip


_POINTING = frozenset({"which", "that", "this", "these", "what"})
"""Words for what was just said, which nobody can quote: ", which later historians dispute"."""


def mention(reading: Reading, phrase: Phrase, memory: Memory) -> Mention | None:
    """Who a phrase names, none for the writer or the reader."""
    phrase = phrases.whole(reading, phrase)
    words = reading.words[phrase.first : phrase.last]
    if words[0] in _SILENT or words[-1] in of_class("evidence") or things.silent(reading, phrase):
        return None
    if not things.is_phrase(reading, phrase) or (len(words) == 1 and words[0] in _POINTING):
        return None
    if len(words) == 1 and words[0] in _PRONOUNS:
        return _pronoun(reading, phrase, memory)
    named = _named(reading, phrase, memory)
    if named:
        return named
    start, end = reading.place(phrase.first, phrase.last)
    meant = _meant(reading, phrase, memory)
    meant = meant or descriptions.meant(reading, phrase, memory.described)
    return Mention(canonical=meant or _description(reading, phrase), start=start, end=end)


def _named(reading: Reading, phrase: Phrase, memory: Memory) -> Mention | None:
    """The name at a phrase's end, with what stands before it a title; or a whole government."""
    names = reading.names
    if placed := titles.placed(reading, phrase):
        return _at(reading, *placed)
    last = names.get(phrase.last - 1)
    if last is not None and last.label in {"PERSON", "ORG", "GPE", "WORK", "FAC"}:
        if _belonging(reading, phrase, last):
            return None
        start = phrase.last - 1
        while start > phrase.first and names.get(start - 1) is last:
            start -= 1
        joint = _joint(reading, phrase, start)
        if joint:
            return joint
        body = last.label == "ORG" and titles.is_kind(reading, phrase.first, start)
        if last.label == "PERSON" or start == phrase.first or body:
            return _at(reading, start, phrase.last)
    return _opened(reading, phrase, memory)


def _at(reading: Reading, first: int, last: int) -> Mention:
    """The name that some tokens are."""
    start, end = reading.place(first, last)
    return Mention(canonical=reading.names[first].holder, start=start, end=end)


def _belonging(reading: Reading, phrase: Phrase, last: Entity) -> bool:
    """Whether the name only says whose the speaker is: "spokesman for X", "friends of X"."""
    inner = [at for at in range(phrase.first, phrase.last) if reading.names.get(at) is not last]
    if titles.is_office(reading, inner):
        return False
    return any(reading.words[at] in {"for", "of", "to"} for at in inner) and last.label == "PERSON"


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
        return Mention(canonical=first.holder, start=here[0], end=here[1])
    if rest[-1] in of_class("authority") and "and" not in rest and len(rest) <= 3:
        country = _country(first, memory)
        if country:
            return Mention(canonical=country, start=here[0], end=here[1])
    if rest[0] in of_class("preposition") or rest[0] in {",", "("}:
        start, end = reading.place(phrase.first, end)
        return Mention(canonical=first.holder, start=start, end=end)
    return None


def _joint(reading: Reading, phrase: Phrase, start: int) -> Mention | None:
    """Two names joined by "and": both canonicals, one after the other."""
    names, words = reading.names, reading.words
    if start < phrase.first + 2 or words[start - 1] != "and" or start - 2 not in names:
        return None
    other, last = names[start - 2], names[phrase.last - 1]
    here = reading.place(phrase.first, phrase.last)
    return Mention(canonical=f"{other.holder}; {last.holder}", start=here[0], end=here[1])


def _country(entity: Entity, memory: Memory) -> str | None:
    if entity.label == "NORP":
        return memory.countries.get(entity.canonical)
    return entity.holder if entity.label in {"GPE", "ORG"} else None


def _pronoun(reading: Reading, phrase: Phrase, memory: Memory) -> Mention:
    """Who a pronoun means: nearest in its sentence, then speaker or subject of those before."""
    word = reading.words[phrase.first]
    start, end = reading.place(phrase.first, phrase.last)
    person = word in {"he", "she", "him", "her", "his", "who"}
    first, _ = reading.unit_at(phrase.first)
    stop = attributions.outside(reading, phrase)
    here = _scene(reading, first, stop) if stop > first else None
    near = _fitting(here, word, person=person, memory=memory) if here else []
    if subject := _subject_before(memory, here, start, word, person=person):
        return Mention(canonical=subject, start=start, end=end)
    found = near[-1] if near else _earlier(reading, first, memory, word, person=person)
    return Mention(canonical=found or word, start=start, end=end)


def _fitting(scene: Scene, word: str, *, person: bool, memory: Memory) -> list[str]:
    """Whom of those that a unit speaks of a pronoun may mean."""
    spoken_of = scene.people if person else scene.groups
    return [who for who in spoken_of if memory.may_be(word, who)]


def _subject_before(
    memory: Memory, here: Scene | None, at: int, word: str, *, person: bool
) -> str | None:
    """Who spoke in the clause before, in the same sentence: "villagers conceded it; | they"."""
    if here is None:
        return None
    spoke = [
        (place, name)
        for place, name, is_person in memory.speakers
        if here.start <= place < at and is_person == person and memory.may_be(word, name)
    ]
    return max(spoke)[1] if spoke else None


def _earlier(
    reading: Reading, first: int, memory: Memory, word: str, *, person: bool
) -> str | None:
    own = [_scene(reading, *unit) for unit in reading.units if unit[1] <= first]
    for scene in [*reversed(own), *reversed(memory.scenes[-_FAR:])]:
        for at, name, is_person in reversed(memory.speakers):
            here = is_person == person and scene.start <= at < scene.end
            if here and memory.may_be(word, name):
                return name
        names = _fitting(scene, word, person=person, memory=memory)
        if person and not names:
            names = [who for who in scene.agents if memory.may_be(word, who)]
        back = {"he", "she"} if person else {"it", "they"}
        if names and scene.opener not in back:
            return names[0]
    return None


_FAR = 6
"""Units of earlier passages that a pronoun may look back over; about one paragraph."""


def _scene(reading: Reading, first: int, last: int) -> Scene:
    found = reading.kept.get((first, last))
    if found is None:
        found = reading.kept[first, last] = _seen(reading, first, last)
    return cast(Scene, found)


def _seen(reading: Reading, first: int, last: int) -> Scene:
    people: dict[str, None] = {}
    owners: dict[str, None] = {}
    agents: dict[str, None] = {}
    groups: dict[str, None] = dict.fromkeys(
        [*_document(reading, first), *_crowd(reading, first, last)]
    )
    for at in range(first, last):
        if reading.spoken(at) is not None:
            continue
        name = reading.names.get(at)
        if name is not None and name.label == "PERSON":
            owning = owns(reading, at) or _held(reading, at)
            kept = agents if _agent(reading, at) else owners if owning else people
            kept[name.canonical] = None
        elif name is not None and name.label in {"ORG", "GPE"} and not _place(reading, at):
            groups[name.holder] = None
        elif described := _described(reading, at):
            people[described] = None
    start, end = reading.place(first, last)
    return Scene(
        start=start,
        end=end,
        people=tuple(people or owners),
        groups=tuple(groups),
        opener=reading.words[first],
        paper=_paper(reading, first, last),
        agents=tuple(agents),
    )


def owns(reading: Reading, at: int) -> bool:
    """Whether the name at a token only says whose something is: "Hale's deputy, Priya Raman"."""
    return reading.behind(at) in {"'s", "'"}


def _held(reading: Reading, at: int) -> bool:
    """Whether the name at a token only says whom or where something is of: "mayor of | Orsk"."""
    name = reading.names[at]
    while at > 0 and reading.names.get(at - 1) is name:
        at -= 1
    return at > 0 and reading.words[at - 1] == "of"


def _agent(reading: Reading, at: int) -> bool:
    """Whether the name at a token is of who does it to another: "Asked by Kolde, | she said"."""
    name = reading.names[at]
    while at > 0 and reading.names.get(at - 1) is name:
        at -= 1
    titled = at > 1 and reading.words[at - 1] in _TITLED
    return at > 0 and reading.words[at - 1 - titled] == "by"


_TITLED = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})


def _document(reading: Reading, first: int) -> list[str]:
    """The document that a unit opens with: "The article, which …"."""
    opening = reading.words[first : first + 2]
    if opening[:1] not in {("the",), ("this",)} or opening[1:] == ():
        return []
    return [opening[1]] if opening[1] in of_class("document") else []


def _crowd(reading: Reading, first: int, last: int) -> list[str]:
    """The people that a unit opens with: "Many teachers …"."""
    for at in range(first, min(first + _OPENING, last)):
        if at in reading.names:
            break
        if is_crowd(reading.words[at]):
            begin = first + (reading.words[first] in {"the", "these", "those"})
            return [_description(reading, Phrase(first=begin, last=at + 1))]
    return []


_OPENING = 3
"""Tokens in which a unit's subject may end."""


def _place(reading: Reading, at: int) -> bool:
    """Whether a name only says where: "in Vantor"."""
    name = reading.names[at]
    while at > 0 and reading.names.get(at - 1) is name:
        at -= 1
    before = reading.words[at - 1] if at else ""
    return name.label == "GPE" and before in {"in", "at", "near", "from", "into", "across"}


def _described(reading: Reading, at: int) -> str | None:
    """The person that a description ending here brings in: "a young teacher"."""
    words = reading.words
    adjective = reading.names.get(at - 1)
    of_people = adjective is not None and adjective.label == "NORP"
    if not of_people and words[at] not in of_class("person"):
        return None
    if at in reading.names or not words[at].isalpha() or reading.is_person(at + 1):
        return None  # "the economist | Dara Linde" is one person
    if descriptions.is_named(reading, at):
        return None
    opens = (n for n in range(at - 1, max(-1, at - 4), -1) if words[n] in {"a", "an", "the"})
    start = next(opens, None)
    if start is None:
        return None
    of_people = of_people and words[start] != "the"
    if words[at] not in of_class("person") and not (of_people and _last_noun(words, at)):
        return None
    return _description(reading, Phrase(first=start + 1, last=at + 1))


def _last_noun(words: tuple[str, ...], at: int) -> bool:
    return (
        not words[at + 1 : at + 2]
        or not words[at + 1].isalpha()
        or words[at + 1]
        in (of_class("preposition", "relative", "be", "have", "modal", "adverb", "conjunction"))
    )


def _meant(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """Whom "the agency", "the body" and their kin mean: the last organisation named."""
    words = reading.words[phrase.first : phrase.last]
    if len(words) == 1 and words[0] in _PIECES:
        return _published(reading, phrase, memory)
    article = reading.words[phrase.first - 1] if phrase.first else ""
    if len(words) != 1 or words[0] not in of_class("group") or article not in _DEFINITE:
        return None
    unit = reading.unit_at(phrase.first)
    named = _organisations(reading, 0, phrase.first) + [
        name for scene in memory.scenes for name in scene.groups
    ]
    fitting = [name for name in named if words[0] in name.lower().split()]
    if fitting:
        return fitting[-1]
    if article not in {"the", "its", "this"}:
        return None
    near = _of_kind(words[0], _organisations(reading, unit[0], phrase.first))
    if near:
        return near[-1]
    for first, last in reversed([unit for unit in reading.units if unit[1] <= phrase.first]):
        if found := _of_kind(words[0], _organisations(reading, first, last)):
            return found[0]
    earlier = (_of_kind(words[0], scene.groups) for scene in reversed(memory.scenes[-_FAR:]))
    return next((names[0] for names in earlier if names), None)


def _of_kind(word: str, names: Iterable[str]) -> list[str]:
    """The names that a group by description may mean: "the company" is no Trust."""
    return [name for name in names if _may_be(word, name)]


def _may_be(word: str, name: str) -> bool:
    if word not in _kinds():
        return True
    if word in _PAPERS:
        return _press(name) or bool({*name.split()} & _kinds()[word])
    kinds = {*name.split()} & _organisation_nouns()
    return bool(kinds & _kinds()[word]) or not (kinds or word in _NAMED or _press(name))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {word: frozenset(nouns.split()) for word, nouns in lexicons.table("group_kinds")}


@cache
def _organisation_nouns() -> frozenset[str]:
    return frozenset(lexicons.words("org_nouns"))


_PAPERS = frozenset({"newspaper", "paper"})

_NAMED = (
    frozenset({"committee", "commission", "council", "court", "department", "embassy"})
    | {"foundation", "institute", "ministry", "university"}
)  # fmt: skip
"""Kinds of bodies whose names tell which they are: "the ministry" is no Harbour Watch."""

_PIECES = frozenset({"article", "column", "commentary", "editorial", "essay", "op-ed", "piece"})
"""What a newspaper publishes: "the article argues" is the newspaper's."""


def _published(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """The newspaper whose piece was named last before "the article"."""
    if phrase.first == 0 or reading.words[phrase.first - 1] not in {"the", "this"}:
        return None
    own = [_paper(reading, *unit) for unit in reading.units if unit[1] <= phrase.first]
    earlier = [scene.paper for scene in memory.scenes[-_FAR:]]
    return next((paper for paper in reversed(earlier + own) if paper), None)


def _paper(reading: Reading, first: int, last: int) -> str | None:
    """The newspaper of which some tokens name a piece: "a commentary in the Courier"."""
    if not _PIECES & set(reading.words[first:last]):
        return None
    named = (reading.names.get(at) for at in range(first, last))
    papers = (name for name in named if name is not None and name.label in {"ORG", "WORK"})
    return next((name.holder for name in papers if _press(name.canonical)), None)


def _press(name: str) -> bool:
    return bool({*name.split()} & {*lexicons.words("press_nouns")} - {"Agency", "Forum"})


_DEFINITE = frozenset({"the", "its", "his", "her", "their", "your", "this"})


def _organisations(reading: Reading, first: int, last: int) -> list[str]:
    names = (reading.names.get(at) for at in range(first, last))
    return [name.holder for name in names if name is not None and name.label == "ORG"]


def _description(reading: Reading, phrase: Phrase) -> str:
    """A description, apostrophes as typed; a capital that the sentence's start gave is dropped."""
    words = reading.passage.text_of(phrase.first, phrase.last).replace("’", "'")
    named = any(
        reading.title_case(at)
        for at in range(phrase.first + 1, phrase.first + 3)
        if at < phrase.last and at not in reading.names
    )
    opening = reading.passage.words[phrase.first]
    if phrase.first not in reading.names and opening[1:].islower() and not named:
        words = words[:1].lower() + words[1:]
    return words


def memory(codebook: Codebook, readings: Iterable[Reading]) -> Memory:
    """What is known of a document before its first word."""
    return Memory(countries=countries(codebook), titled=_titled(readings))


def _titled(readings: Iterable[Reading]) -> dict[str, str]:
    """The pronoun of whoever is called "Ms" or "Mr" in a document, by name; none of who is both."""
    found: dict[str, str | None] = {}
    for reading in readings:
        for at, name in reading.names.items():
            if name.label == "PERSON" and reading.names.get(at - 1) is not name:
                told = pronouns.titled(reading.words[max(0, at - 2) : at])
                if told is not None:
                    alike = found.get(name.canonical, told) == told
                    found[name.canonical] = told if alike else None
    return {name: told for name, told in found.items() if told is not None}


def remember(memory: Memory, reading: Reading) -> None:
    """Keep whom a passage speaks of for the pronouns of the next."""
    memory.scenes.extend(_scene(reading, *unit) for unit in reading.units)
    for noun, name in descriptions.introduced(reading):
        memory.described.setdefault(noun, []).append(name)


def foresee(memory: Memory, reading: Reading) -> None:
    """Keep which persons speak in a passage: what is in marks is read before what is not."""
    for cue in find(reading, 0, len(reading.words)):
        name = reading.names.get(cue.head - 1)
        if cue.passive or name is None or name.label != "PERSON" or reading.spoken(cue.first):
            continue
        start, _ = reading.place(cue.head - 1, cue.head)
        memory.speakers.append((start, name.canonical, True))


def keep_speaker(reading: Reading, who: Phrase | None, source: Mention, memory: Memory) -> None:
    """Keep who spoke for the next "he", "she" or "they"."""
    if who is None or source.start is None:
        return
    name = reading.names.get(who.last - 1)
    word = reading.words[who.last - 1]
    person = name is not None and name.label == "PERSON"
    described = word in of_class("person") or word in {"he", "she"}
    memory.speakers.append((source.start, source.canonical, person or described))
