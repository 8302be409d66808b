"""Whom evidence judges by name, where it speaks of none of the codebook's topics.

“Acme has lied to its customers,” said a driver: a person, a body or a country is a target too. A
judging word in the name's clause and what the trained pipeline feels must agree, since a name
stands in many a sentence that judges something else. Behind a preposition ("unfair to Acme", "in
the days of Acme") it is not judged itself.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotate import courtesy
from annotate.grammar.cues import of_class
from annotate.layers.stances import clauses, polarity
from annotate.layers.stances.evidence import Evidence
from annotate.model import Entity, Pair, Stretch
from annotate.patterns import any_of

_LABELS = frozenset({"PERSON", "ORG", "GPE"})
"""Names of who can do right or wrong."""
_FELT = 0.7
"""How likely the attitude to a name must be."""
_RULES = frozenset({"quoted", "writer-judges", "calls"})
"""Evidence whose words may judge whom they name."""
_SAID = 0.7
"""Base from which on a writer's sentence clearly judges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A name, 1 if it is praised, else -1, how sure that is, and the word that shows it."""

    target: str
    sign: int
    sure: float
    cue: Stretch | None


def judged(
    each: Evidence, names: Sequence[Entity], feel: Callable[[Stretch], float]
) -> Judged | None:
    """Whom evidence praises or blames most surely, None if nobody.

    feel: what is felt of a stretch of the document, from -1 to 1.
    """
    if each.rule not in _RULES or each.urged or (each.own and each.base < _SAID):
        return None
    return max(_judged(each, names, feel), key=lambda one: one.sure, default=None)


def _judged(
    each: Evidence, names: Sequence[Entity], feel: Callable[[Stretch], float]
) -> Iterator[Judged]:
    signs = list(polarity.signs(each.words))
    for name in _within(names, each.region) if signs else ():
        at = _place(each, name)
        if at is None:
            continue
        near = [s for s in signs if clauses.together(each.words, s.start, at)]
        total, winning = polarity.balance(near, [(at, at + len(name.text))])
        sign = (total > 0) - (total < 0)
        sure = sign * feel(Stretch(start=name.start, end=name.end)) if sign else 0.0
        if sure >= _FELT:
            cue = polarity.stretch(winning)
            yield Judged(target=name.canonical, sign=sign, sure=sure, cue=cue)


def _within(names: Sequence[Entity], region: Pair) -> Sequence[Entity]:
    """The names that begin in a region; names: in order of their place, as their layer has them."""
    first, last = (bisect_left(names, at, key=lambda name: name.start) for at in region)
    return names[first:last]


def _place(each: Evidence, name: Entity) -> int | None:
    """Where a name that may be judged stands in evidence's words, None if it may not."""
    if name.label not in _LABELS or name.canonical == each.name:
        return None
    at = each.words.find(name.text)
    before = _BEFORE.search(each.words[: max(at, 0)])
    hangs = before is not None and before["word"].lower() in of_class("preposition")
    return None if at < 0 or hangs else at


_BEFORE = re.compile(
    rf"(?P<word>\w+)(?: (?:the|former|president|minister|{any_of(courtesy.TITLES)})\.?)*\W*\Z",
    re.I,
)
"""The word before a name, its title and article aside."""
