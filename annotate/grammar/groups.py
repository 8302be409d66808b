"""Groups by description: "the agency" is the last organisation named that may be one.

What a newspaper publishes is the newspaper's: "the article" speaks for it.
"""

import re
from collections.abc import Iterable
from functools import cache

from annotate import lexicons
from annotate.grammar import newspapers
from annotate.grammar.casts import Cast
from annotate.grammar.cues import of_class
from annotate.grammar.memories import Memory
from annotate.grammar.newspapers import PIECES
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading


def meant(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """Whom "the agency", "the body" and their kin mean: the last organisation named."""
    words = reading.words[phrase.first : phrase.last]
    if len(words) == 1 and words[0] in PIECES:
        return _published(reading, phrase, memory)
    article = reading.words[phrase.first - 1] if phrase.first else ""
    if len(words) > 1 and _is_body(words[-1]) and article in _DEFINITE:
        return _spelled(reading, phrase, memory)
    if len(words) != 1 or not _is_body(words[0]) or article not in _DEFINITE:
        return None
    unit = reading.unit_at(phrase.first)
    earlier = _before(memory)
    named = _organisations(reading, 0, phrase.first) + earlier
    fitting = [name for name in named if words[0] in name.lower().split()]
    if fitting and article not in _OWNING:
        return fitting[-1]
    if words[0] in _RULING:
        return _country(reading, phrase.first, memory)
    if words[0] not in of_class("group") or article not in {"the", "its", "this"}:
        return None
    near = _of_kind(words[0], _organisations(reading, unit[0], phrase.first))
    if near:
        return near[-1]
    for first, last in reversed([unit for unit in reading.units if unit[1] <= phrase.first]):
        if found := _of_kind(words[0], _organisations(reading, first, last)):
            return found[0]
    return _spoke_as(words[0], memory)


def _before(memory: Memory) -> list[str]:
    """The groups that earlier passages name, as they stand there."""
    return [name for cast in memory.casts for name in _names(cast)]


def _names(cast: Cast) -> list[str]:
    return [name for name in cast.groups if name[:1].isupper()]


def known(reading: Reading, at: int, described: str | None, memory: Memory) -> str | None:
    """The name of a body that a text calls by its kind before a token, where one fits."""
    if described is None or described not in of_class("group"):
        return None
    if described in _RULING:
        return _country(reading, at, memory)
    earlier = [name for cast in memory.casts for name in cast.bodies]
    named = earlier + _organisations(reading, 0, at)
    fitting = [name for name in named if described in name.lower().split()]
    return next(reversed(fitting or _of_kind(described, named[-_FEW:])), None)


_FEW = 8
"""Names before "the company" of which one may be it."""


def _spoke_as(noun: str, memory: Memory) -> str | None:
    """The last who spoke as a body of this kind: "the union" is the "city's drivers' union"; else
    the one named last that may be one.
    """
    spoke = (name for _, name, _ in reversed(memory.speakers) if name.endswith(f" {noun}"))
    kin = (_of_kind(noun, _names(cast)) for cast in reversed(memory.recent))
    return next(spoke, None) or next((names[0] for names in kin if names), None)


_RULING = frozenset({"country", "government", "regime", "state"})


def _country(reading: Reading, before: int, memory: Memory) -> str | None:
    """The country whose government is meant, where the text has named one only."""
    countries = {*memory.countries.values()}
    own = (reading.names.get(at) for at in range(before))
    here = {name.holder for name in own if name is not None and name.label in {"GPE", "NORP"}}
    here |= {memory.countries.get(name, name) for name in here}
    named = here | {name for cast in memory.casts for name in cast.groups}
    found = named & countries
    return found.pop() if len(found) == 1 else None


def _is_body(noun: str) -> bool:
    return noun in of_class("group") or noun.capitalize() in lexicons.listed("org_nouns")


def _spelled(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """The last body named whose name has all words of a description: "the | drivers' league"."""
    words = {word for word in reading.words[phrase.first : phrase.last] if word.isalpha()}
    earlier = _before(memory)
    named = earlier + _organisations(reading, 0, phrase.first)
    fitting = [name for name in named if words <= set(re.findall(r"\w+", name.lower()))]
    return fitting[-1] if fitting else None


def _of_kind(word: str, names: Iterable[str]) -> list[str]:
    """The names that a group by description may mean: "the company" is no Trust."""
    return [name for name in names if _may_be(word, name)]


def _may_be(word: str, name: str) -> bool:
    if word not in _kinds():
        return True
    if word in _PAPERS:
        return newspapers.is_press(name) or bool({*name.split()} & _kinds()[word])
    kinds = {*name.split()} & lexicons.listed("org_nouns")
    return bool(kinds & _kinds()[word]) or not (
        kinds or word in _NAMED or newspapers.is_press(name)
    )


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {word: frozenset(nouns.split()) for word, nouns in lexicons.table("group_kinds")}


_PAPERS = frozenset({"newspaper", "paper"})

_NAMED = (
    frozenset({"committee", "commission", "council", "court", "department", "embassy"})
    | {"foundation", "institute", "ministry", "university"}
)  # fmt: skip
"""Kinds of bodies whose names tell which they are: "the ministry" is no Harbour Watch."""


def _published(reading: Reading, phrase: Phrase, memory: Memory) -> str | None:
    """The newspaper whose piece was named last before "the article"."""
    if phrase.first == 0 or reading.words[phrase.first - 1] not in {"the", "this"}:
        return None
    return paper(reading, phrase.first, memory)


def paper(reading: Reading, at: int, memory: Memory) -> str | None:
    """The newspaper that was named last before a token as one in which something stands."""
    own = [newspapers.named(reading, *unit) for unit in reading.units if unit[1] <= at]
    earlier = [cast.paper for cast in memory.recent]
    return next((name for name in reversed(earlier + own) if name), None)


_OWNING = frozenset({"his", "her", "their", "your"})
"""Whose a body is by which it may be another than the text named: "his | union"."""

_DEFINITE = frozenset({"the", "its", "his", "her", "their", "your", "this"})


def _organisations(reading: Reading, first: int, last: int) -> list[str]:
    names = (reading.names.get(at) for at in range(first, last))
    return [name.holder for name in names if name is not None and name.label == "ORG"]
