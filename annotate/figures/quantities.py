"""Which figures are of one quantity: those that the codebook puts together, then a proposal.

The proposal. Two figures are of one quantity when they count the same thing (persons under any
name), at the same rate, in the same state and at the same place. A figure whose sentence names no
place, or no names in what it counts, joins the one group that it fits and shares a word or a name
with. Where no state is known, two words in common will do, or a word and a name. And a figure that
says exactly what another of the same thing says, to the digit, is that figure.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from annotate.codebook import Quantity
from annotate.figures.aspects import Aspects
from annotate.figures.conflicts import said
from annotate.figures.words import quantity as words_of
from annotate.figures.words import singular
from annotate.store.figures import Figure

EXACT = 1000
"""From this on, two equal counts of one thing are taken for one figure; so are two equal ranges."""

Group = list[Figure]
T = TypeVar("T")


def claimed(
    figures: Iterable[Figure], quantities: Sequence[Quantity]
) -> tuple[dict[str, Group], Group]:
    """The figures of each quantity of the codebook by its key, and those that none claims."""
    found: dict[str, Group] = {each.key: [] for each in quantities}
    tests = [_Test(each) for each in quantities]
    left: Group = []
    for figure in figures:
        owner = next((each for each in tests if figure.id in each.of.figures), None)
        owner = owner or next((each for each in tests if each.holds(figure)), None)
        (found[owner.of.key] if owner else left).append(figure)
    return found, left


class _Test:
    """A quantity of the codebook made ready to be asked of many figures."""

    def __init__(self, quantity: Quantity) -> None:
        self.of = quantity
        self._counted = frozenset(singular(each.casefold()) for each in quantity.counted)
        self._patterns = [re.compile(each, re.IGNORECASE) for each in quantity.patterns]
        self._unless = [re.compile(each, re.IGNORECASE) for each in quantity.unless]

    def holds(self, figure: Figure) -> bool:
        """Whether a figure belongs to the quantity by its words."""
        if figure.id in self.of.apart or not (self._counted or self._patterns):
            return False
        counted, sentence = figure.counted or "", figure.sentence or ""
        if self._counted and not self._counts(counted):
            return False
        if self._patterns and not any(each.search(sentence) for each in self._patterns):
            return False
        return not any(each.search(sentence) for each in self._unless)

    def _counts(self, counted: str) -> bool:
        phrase = f" {' '.join(words_of(counted))} "
        return any(f" {' '.join(words_of(each))} " in phrase for each in self._counted)


def proposed(figures: Iterable[Figure], about: Mapping[str, Aspects]) -> list[Group]:
    """The figures in groups that are each proposed as one quantity."""
    things: dict[Hashable, Group] = defaultdict(list)
    for figure in figures:
        own = about[figure.id]
        things[own.kind, own.thing, own.rate].append(figure)
    return [group for thing in things.values() for group in _of_thing(thing, about)]


def _of_thing(figures: Group, about: Mapping[str, Aspects]) -> list[Group]:
    placed: dict[Hashable, _Home] = {}
    loose: Group = []
    for figure in figures:
        own = about[figure.id]
        if own.state and own.places:
            key = (own.state, own.places, own.group if own.thing != PEOPLE else None)
            placed.setdefault(key, _Home()).add(figure, own)
        else:
            loose.append(figure)
    homes = list(placed.values())
    unplaced = [figure for figure in loose if not _is_joined(figure, homes, about)]
    return _alike([*(each.figures for each in homes), *_by_words(unplaced, about)], about)


PEOPLE = ("people",)


class _Home:
    """Figures of one state and place, and all that is said of them. It grows."""

    def __init__(self) -> None:
        self.figures: Group = []
        self._words: set[str] = set()
        self._names: set[str] = set()
        self._states: set[str] = set()
        self._places: set[frozenset[tuple[str, str]]] = set()

    def add(self, figure: Figure, own: Aspects) -> None:
        """Take in one more figure."""
        self.figures.append(figure)
        self._words |= own.words
        self._names |= own.names
        self._states |= {own.state} - {""}
        self._places |= {own.places} - {frozenset()}

    def fit(self, own: Aspects) -> int:
        """How many words and names a figure shares with those here; 0 where it may not be here.

        Two words must be in common, or a word and a name; a state is a word. A figure of another
        state or place may not be here.
        """
        if own.state and self._states - {own.state}:
            return 0
        if own.places and self._places - {own.places}:
            return 0
        words, names = len(own.words & self._words), len(own.names & self._names)
        if words + bool(own.state) > 1 or ((words or own.state) and names):
            return words + names
        return 0


def _is_joined(figure: Figure, homes: Iterable[_Home], about: Mapping[str, Aspects]) -> bool:
    """Whether a figure without state or place went to the home that it fits best."""
    own = about[figure.id]
    best = max(homes, key=lambda each: (each.fit(own), len(each.figures)), default=None)
    if best is None or not best.fit(own):
        return False
    best.add(figure, own)
    return True


def _by_words(figures: Group, about: Mapping[str, Aspects]) -> list[Group]:
    """Figures of which alike is said: two words in common, or a word and a name."""
    found = _Sets(len(figures))
    first: dict[Hashable, int] = {}
    for at, figure in enumerate(figures):
        own = about[figure.id]
        words = sorted(own.words | ({own.state} if own.state else set()))
        signs = [
            *combinations(words, 2),
            *((word, name.upper()) for word in words for name in own.names),
        ]
        for sign in signs:
            found.join(first.setdefault((own.state, own.places, sign), at), at)
    return found.groups(figures)


def _alike(groups: list[Group], about: Mapping[str, Aspects]) -> list[Group]:
    """The groups, with figures of which little is said where another says exactly the same."""
    homes: dict[Hashable, Group] = {}
    for group in sorted(groups, key=len, reverse=True):
        for figure in group:
            if _is_exact(figure) and _is_placed(figure, about):
                homes.setdefault(said(figure), group)
    for group in groups:
        for figure in list(group):
            home = homes.get(said(figure)) if _is_exact(figure) else None
            if home is not None and home is not group and not _is_placed(figure, about):
                group.remove(figure)
                home.append(figure)
    return [group for group in groups if group]


def _is_placed(figure: Figure, about: Mapping[str, Aspects]) -> bool:
    """Whether a figure's own words tell state and place."""
    return bool(about[figure.id].state and about[figure.id].places)


def _is_exact(figure: Figure) -> bool:
    """Whether an equal figure of the same thing can hardly be another one."""
    if figure.label != "count":
        return False
    if figure.value is None:
        return figure.low is not None and figure.high is not None and figure.high >= EXACT / 10
    return abs(figure.value) >= EXACT


class _Sets:
    """Numbers from 0 on in sets that can be joined."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def join(self, one: int, other: int) -> None:
        """Put two sets together."""
        self._parents[self._root(other)] = self._root(one)

    def _root(self, at: int) -> int:
        while self._parents[at] != at:
            self._parents[at] = self._parents[self._parents[at]]
            at = self._parents[at]
        return at

    def groups(self, things: Sequence[T]) -> list[list[T]]:
        """The things at these numbers, set by set, in the order of each set's first."""
        found: dict[int, list[T]] = {}
        for at, thing in enumerate(things):
            found.setdefault(self._root(at), []).append(thing)
        return list(found.values())
