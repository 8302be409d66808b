"""How a stretch of text touches a topic, and with which words.

A word of the topic is worth the less, the more of the document's sentences it stands in; "non-"
before a word turns it round.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from annotate.layers.stances import named, polarity
from annotate.layers.stances.clues import WHO
from annotate.layers.stances.matters import Matter
from annotate.layers.stances.stems import WORD, spelled, stem

TOUCH = 0.3
"""Weight from which a topic is touched: one word that only some topics have. What is touched
lightly needs clear words of attitude to be told (`resolution.THRESHOLD`)."""
TOUCH_NOTED = 0.45
"""The same for a topic whose note says in more words what belongs to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """A topic touched: how much, and where the words stand, each with its side.

    rank: how much with what is spoken of around it. named: whether only names say so.
    """

    matter: Matter
    weight: float
    places: tuple[tuple[int, int], ...]
    actor: bool = False
    told: bool = False
    rank: float = 0.0
    named: bool = False

    @property
    def clear(self) -> bool:
        """Whether more than one word says that the topic is meant, or its pattern."""
        several = len(self.places) > 1 and not self.named
        return several or bool(self.places and self.matter.patterns)


def rarity(sentences: Iterable[str]) -> dict[str, float]:
    """How telling each stem is in a document: 1 if rare, near 0 if most sentences have it."""
    counts: Counter[str] = Counter()
    total = 0
    for words in sentences:
        total += 1
        counts.update({word.whole for word in _words(words) if not word.compound})
    return {
        word: max(_COMMON, 1 - _STEEP * (n - 1) / max(total, _SHORT)) for word, n in counts.items()
    }


_STEEP, _COMMON, _SHORT = 3.0, 0.1, 20
"""A word in a third of the sentences is worth a tenth; a document counts as 20 sentences or more,
so that a short one does not make every word common."""


def touches(
    matter: Matter,
    words: str,
    names: frozenset[str],
    rare: Mapping[str, float],
    *,
    context: str = "",
    loosely: bool = False,
    by_name: bool = False,
    near: frozenset[str] = frozenset(),
    holder: str = "",
) -> Touch | None:
    """How a stretch touches a topic, None if it does not.

    names: the names in the stretch and near it, by country or canonical. context: what stands
    around it, whose words count half. loosely: words count for a topic with patterns too. by_name:
    the actor's name is enough for a topic about its conduct. near: names that stand by; without
    its actor among all these a topic counts half. holder: who speaks, and presses only others.
    """
    acting = matter.actor is not None and matter.actor in names
    hits = [m for each in matter.patterns for m in each.finditer(words)]
    if hits:
        places = tuple((m.start(), _side(matter, m.group())) for m in hits)
        return Touch(matter=matter, weight=1.0, places=places, actor=acting)
    if matter.patterns and not loosely:
        return None
    seen, weight = _seen(matter, words, rare, context=context, loosely=loosely)
    if matter.kind == "conduct" and acting and (seen or by_name):
        weight += _ACTOR
    if not acting and (place := _acts(matter, words)) is not None:
        acting, weight = True, weight + _ACTOR
        seen.setdefault("", (place, 1))
    others = acting and matter.actor != holder
    if others and matter.pressing and (place := pressed(words)) is not None:
        weight += 0 if matter.pressing in seen else _PRESSED
        seen.setdefault(matter.pressing, (place, 1))
    told = any(matter.clues[bare].told for bare in seen if bare)
    weight *= 1 + _coverage(matter, seen)
    weight *= _trust(matter, names=near, acting=acting, told=told)
    if weight < (TOUCH_NOTED if matter.topic.note else TOUCH):
        return None
    return Touch(
        matter=matter,
        weight=weight,
        places=tuple(seen.values()),
        actor=acting,
        told=told,
        named=_by_names(matter, seen, words),
    )


def _side(matter: Matter, hit: str) -> int:
    """The side of what a pattern found: that of a word of it of which the topic's note tells it."""
    told = (matter.clues.get(stem(word[0].lower())) for word in WORD.finditer(hit))
    return next((clue.side for clue in told if clue is not None and clue.told), 1)


def _seen(
    matter: Matter, words: str, rare: Mapping[str, float], *, context: str, loosely: bool
) -> tuple[dict[str, tuple[int, int]], float]:
    """The topic's words and phrases in a stretch, each with its place and side, and their weight.

    What stands around a stretch weighs only where it has no word of the topic itself.
    """
    seen, weight = _found(matter, WHO.sub(_blank, words) if loosely else words, rare)
    _, more = _found(matter, context, rare)
    weight += more / 2 if not seen else 0
    for phrase in (m for each in matter.phrases for m in each.finditer(words)):
        seen.setdefault("", (phrase.start(), 1))
        weight += 1
    return seen, weight


def _by_names(matter: Matter, seen: Mapping[str, tuple[int, int]], words: str) -> bool:
    """Whether names touch a topic, and besides them no word that the codebook spells so."""
    if not any(bare and matter.clues[bare].name for bare in seen):
        return False
    others = (at for bare, (at, _) in seen.items() if not bare or not matter.clues[bare].name)
    said = (WORD.match(words, at) for at in others)
    return not any(each and spelled(each.group()) in matter.spelled for each in said)


def _trust(matter: Matter, *, names: frozenset[str], acting: bool, told: bool) -> float:
    """How far words alone tell of a topic whose actor, or whose pattern, is not there."""
    trust = _LOOSE if matter.patterns else 1.0
    if matter.actor is not None and not (acting or told or matter.actor in names or matter.who):
        trust /= 2
    return trust / 2 if matter.who and not acting else trust


def _acts(matter: Matter, words: str) -> int | None:
    """Where the actor of a topic about its conduct is spoken of, by the last of its words."""
    if matter.kind != "conduct":
        return None
    if matter.crowd is not None:
        return max((m.start() for m in matter.crowd.finditer(words)), default=None)
    said = (word for word in _words(words) if not word.compound)
    found = [word.start for word in said if word.whole in matter.who]
    return found[-1] if found else None


def pressed(words: str) -> int | None:
    """Where something is done to make somebody change, whatever it is: "| scolding Ostrea"."""
    said = (m for m in WORD.finditer(words) if m.group().endswith("ing"))
    verbs = [m.start() for m in said if polarity.of("harsh", m.group())]
    phrase = _HEAT.search(words)
    return min([*verbs, *([phrase.start()] if phrase else [])], default=None)


_HEAT = re.compile(
    r"\b(?:putting|turning|piling|keeping)(?: up)?(?: the)? (?:heat|pressure|screws?) (?:up )?on\b",
    re.IGNORECASE,
)


def _coverage(matter: Matter, seen: Mapping[str, tuple[int, int]]) -> float:
    """How much of the statement's words are there: who says most of it means it."""
    said = sum(matter.clues[bare].weight for bare in seen if bare)
    return min(0.5, said / matter.whole) if matter.whole else 0.0


def _found(
    matter: Matter, words: str, rare: Mapping[str, float]
) -> tuple[dict[str, tuple[int, int]], float]:
    """The topic's words in a stretch, each with its place and side, and what they weigh."""
    seen: dict[str, tuple[int, int]] = {}
    weight = 0.0
    if _bare(words).isdisjoint(matter.clues):  # as of most topics in most stretches
        return seen, weight
    said = [
        word
        for word in _words(words)
        if word.bare in matter.clues and matter.clues.keys() >= set(word.compound)
    ]
    if matter.kind != "conduct":
        said = [w for w in said if not (w.title or matter.clues[w.bare].people)]
    called = [m.span() for m in matter.terms.finditer(words)] if matter.terms else []
    named = [w for w in said if _within(w.start, called) and w.bare not in matter.core]
    free = [word for word in said if word not in named] if named else said
    # Contested words only name people: they count behind others, and not without one.
    names: set[str] = set()
    for word in (*free, *named) if free else ():
        clue = matter.clues[word.bare]
        if word.bare not in seen and clue.name not in names:
            names |= {clue.name} - {""}
            seen[word.bare] = word.start, -clue.side if word.denied else clue.side
            weight += clue.weight * max(rare.get(word.bare, 1.0), clue.floor)
    return seen, weight


class _Word(NamedTuple):
    """A word of a stretch: where it begins, its stem, and that of what "non-" may stand before.

    title: whether it is somebody's office before their name, which tells who they are and no more.
    compound: of a part of a word with a hyphen the stems of all its parts.
    """

    start: int
    whole: str
    bare: str
    denied: bool
    title: bool
    compound: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def _words(words: str) -> tuple[_Word, ...]:
    """The words of a stretch; kept, since each topic asks for the same ones."""
    return tuple(each for match in WORD.finditer(words) for each in _read(match))


def _read(match: re.Match[str]) -> Iterator[_Word]:
    """A word, and the parts of one that is made with a hyphen: "this | blind-eye | policy"."""
    yield _word(match)
    if "-" in match.group() and not _PREFIXED.match(match.group()):
        parts = list(WORD.finditer(match.group().replace("-", " ")))
        stems = tuple(stem(part.group().lower()) for part in parts)
        for part, whole in zip(parts, stems, strict=True):
            yield _Word(
                start=match.start() + part.start(),
                whole=whole,
                bare=whole,
                denied=False,
                title=False,
                compound=stems,
            )


_PREFIXED = re.compile(r"(?:anti|co|ex|mid|non|pre|post|pro|re|un)-", re.IGNORECASE)


def _word(match: re.Match[str]) -> _Word:
    word = match.group().lower()
    bare = stem(word.removeprefix("non-").removeprefix("anti-"))
    denied = word.startswith(("non-", "anti-"))
    return _Word(match.start(), stem(word), bare, denied, named.is_title(match))


@lru_cache(maxsize=64)
def _bare(words: str) -> frozenset[str]:
    """The stems of a stretch, whatever their order."""
    return frozenset(word.bare for word in _words(words))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _within(at: int, places: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in places)


_LOOSE = 0.6
"""What a topic's words weigh that says by pattern what points to it."""
_PRESSED = 0.8
"""What it weighs that its actor is pressed in another way than the statement says."""
_ACTOR = 0.45
"""What the actor's name adds to a topic about its conduct: no more than one faint word."""
