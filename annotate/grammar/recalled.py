"""Whom a fresh description takes up: "the veteran leader", "the oil giant", "another".

Such a description introduces nobody. It goes on about whom the text has named, where only one can
be meant: a wrong name does more harm than none.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from annotate import lexicons
from annotate.grammar import casts, persons
from annotate.grammar.casts import Cast
from annotate.grammar.cues import of_class
from annotate.grammar.memories import Memory
from annotate.grammar.persons import is_crowd
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading

_LONGEST = 6
"""Tokens of such a description at most: "the 43 - year - old politician" has six."""


def meant(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """The one name behind a fresh description, none where it may be several."""
    words = reading.words[phrase.first : phrase.last]
    if len(words) == 1 and words[0] in _OF_CROWD:
        return _of_crowd(reading, phrase, memory)
    definite = phrase.first > 0 and reading.words[phrase.first - 1] == "the"
    if definite and words == ("other",):
        return _of_crowd(reading, phrase, memory)
    if definite and words[0] in _nouns("parent") and words[1:2] == ("of",):
        return _person(reading, phrase, memory) if _counted(words[2:]) else None
    if definite and len(words) == 1 and is_crowd(words[0]):
        return _same_crowd(words[0], memory)
    told = reading.words[phrase.last : phrase.last + 1] in {("that",), ("which",), ("who",)}
    if told:
        return None  # "the development bank | that had asked for it" is new
    if not definite or len(words) > _LONGEST or set(words) & of_class("preposition", "conjunction"):
        return None
    former = words[0] == "former" and words[-1] in persons.nouns()
    if words[-1] in _nouns("person") or former or _aged(words):
        return _person(reading, phrase, memory)
    if _is_body(words):
        return _body(reading, phrase, memory)
    return None


def _same_crowd(noun: str, memory: Memory) -> str | None:
    """The last who spoke as a crowd of this kind: "the officials" are the "customs officials"."""
    spoke = (name for _, name, _ in reversed(memory.speakers) if name.endswith(f" {noun}"))
    return next(spoke, None)


def _counted(words: tuple[str, ...]) -> bool:
    """Whether some words are a number: "the mother of | two"."""
    return len(words) == 1 and (words[0].isdigit() or words[0] in _numbers())


@cache
def _numbers() -> frozenset[str]:
    return frozenset(row[0] for row in lexicons.table("number_words"))


_OF_CROWD = frozenset({"another", "many", "one", "others", "some", "several"})
_SINGLE = frozenset({"another", "one", "other"})


def _of_crowd(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """What "one", "another" and "many" are of: the crowd that opened a sentence shortly before."""
    near = next(_scopes(reading, phrase, memory))
    crowds = [who for cast in near for who in cast.groups if is_crowd(who.split()[-1])]
    if not crowds or "; " in crowds[-1]:
        return None
    said = crowds[-1].split()
    counted = said[0] in of_class("vague") or _counted((said[0],))
    said = said[1:] if counted and said[1:] else said
    if reading.words[phrase.first] not in _SINGLE:
        return " ".join(said)
    *before, noun = said
    return " ".join([*before, persons.one_of(noun)])


def _nouns(kind: str) -> frozenset[str]:
    return lexicons.classes("fresh_descriptions", kind)


def _aged(words: tuple[str, ...]) -> bool:
    """Whether an age stands in a description: "71-year-old", "43-year-old politician"."""
    return any(words[at : at + 4] == YEARS for at in range(1, len(words) - 3))


YEARS = ("-", "year", "-", "old")


def _is_body(words: tuple[str, ...]) -> bool:
    if words[-1] in _nouns("body"):
        return True
    return words[-1] in of_class("group") and bool({*words[:-1]} & _nouns("group"))


def _person(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """The one person named shortly before, or of several the one who has spoken."""
    for scope in _scopes(reading, phrase, memory):
        named = _names(who for cast in scope for who in (*cast.people, *cast.agents))
        if len(named) > 1:
            named &= {who for _, who, is_person in memory.speakers if is_person}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _body(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """The one body named shortly before, or of several the one whose name has a word of these."""
    words = reading.words[phrase.first : phrase.last]
    said = {word for word in words if word.isalpha()} - of_class("group")
    for scope in _scopes(reading, phrase, memory):
        named = _names(who for cast in scope for who in cast.bodies)
        shared = {who for who in named if said & set(who.lower().split())}
        named = shared or named
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _names(found: Iterable[str]) -> set[str]:
    return {who for who in found if who[:1].isupper()}


def _scopes(reading: Reading, phrase: Phrase, memory: Memory) -> Iterator[list[Cast]]:
    """The casts before a phrase: of about a paragraph first, then of the whole text."""
    unit, _ = reading.unit_at(phrase.first)
    own = [casts.of(reading, *each) for each in reading.units if each[1] <= unit]
    if phrase.first > unit:
        own.append(casts.of(reading, unit, phrase.first))
    yield [*memory.recent, *own]
    yield [*memory.casts, *own]
