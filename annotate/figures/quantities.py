"""Which figures are of one quantity: those that the codebook puts together, then a proposal.

The proposal. Two figures are of one quantity when they count the same thing (persons under any
name), at the same rate, in the same state and at the same place, both of a whole or both of a part
of one. A figure whose sentence names no place, or no names in what it counts, joins the one group
that it fits and shares a word or a name with. Where no state is known, two words in common will do,
or a word and a name, and so does leaving out what it counts ("up from 300"). And a figure that says
exactly what another of the same thing says, to the digit, is that figure. All this holds within
works on one subject (`annotate.subjects`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise, product
from typing import TypeVar

from annotate.bounds import opposed, said
from annotate.codebook import Quantity
from annotate.figures.aspects import Aspects
from annotate.figures.figure import Figure
from annotate.figures.homes import Homes
from annotate.figures.words import quantity as words_of
from annotate.subjects import Akin

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
        self._counted = [f" {' '.join(words_of(each))} " for each in quantity.counted]
        self._patterns = [re.compile(each, re.IGNORECASE) for each in quantity.patterns]
        self._unless = [re.compile(each, re.IGNORECASE) for each in quantity.unless]

    def holds(self, figure: Figure) -> bool:
        """Whether a figure belongs to the quantity by its words, wherever their lines end."""
        if figure.id in self.of.apart or not (self._counted or self._patterns):
            return False
        counted, sentence = figure.counted or "", " ".join((figure.sentence or "").split())
        if self._counted and not self._counts(counted):
            return False
        if self._patterns and not any(each.search(sentence) for each in self._patterns):
            return False
        return not any(each.search(sentence) for each in self._unless)

    def _counts(self, counted: str) -> bool:
        phrase = f" {' '.join(words_of(counted))} "
        return any(each in phrase for each in self._counted)


def proposed(figures: Iterable[Figure], about: Mapping[str, Aspects], akin: Akin) -> list[Group]:
    """The figures in groups that are each proposed as one quantity."""
    things: dict[Hashable, Group] = defaultdict(list)
    for figure in figures:
        own = about[figure.id]
        things[own.kind, own.thing, own.rate, own.degree, own.is_part].append(figure)
    return [group for thing in things.values() for group in _of_thing(thing, about, akin)]


def _of_thing(figures: Group, about: Mapping[str, Aspects], akin: Akin) -> list[Group]:
    homes = Homes(akin)
    loose: Group = []
    for figure in figures:
        own = about[figure.id]
        if own.state and own.places:
            homes.open(figure, own, own.group if own.thing != PEOPLE else None)
        else:
            loose.append(figure)
    unplaced = [
        figure
        for members in _chains(loose, about)
        if not homes.take(members, about)
        for figure in members
    ]
    groups = [*(each.figures for each in homes.all), *_by_words(unplaced, about, akin)]
    return _alike(groups, about, akin)


PEOPLE = ("people",)


def _by_words(figures: Group, about: Mapping[str, Aspects], akin: Akin) -> list[Group]:
    """Figures of which alike is said: two words in common, or a word and a name."""
    found = _Sets(len(figures))
    firsts: dict[tuple[int, tuple[str, str]], list[int]] = defaultdict(list)
    for at, (bucket, words, names) in enumerate(_shared([about[each.id] for each in figures])):
        for sign in chain(combinations(words, 2), product(words, names)):
            said = firsts[bucket, sign]
            work = figures[at].document
            before = next((each for each in said if akin(figures[each].document, work)), None)
            if before is None:
                said.append(at)
            else:
                found.join(before, at)
    places = {figure.id: at for at, figure in enumerate(figures)}
    for members in _chains(figures, about):
        for one, other in pairwise(members):
            found.join(places[one.id], places[other.id])
    return found.groups(figures)


def _chains(figures: Group, about: Mapping[str, Aspects]) -> list[Group]:
    """Figures of one state and place that count what their sentence says: "up from 300".

    What another sentence takes up is mostly another thing: "nine of them", "the six".
    """
    found: dict[Hashable, Group] = defaultdict(list)
    for figure in figures:
        own = about[figure.id]
        said_at = figure.counted_start if _says_what(figure) else figure.id
        found[figure.document, said_at, own.state, own.places].append(figure)
    return list(found.values())


def _says_what(figure: Figure) -> bool:
    """Whether what a figure counts stands in its own sentence."""
    if figure.counted_start is None:
        return False
    opens = figure.sentence_start or 0
    return opens <= figure.counted_start < opens + len(figure.sentence or "")


def _shared(every: Sequence[Aspects]) -> Iterator[tuple[int, list[str], list[str]]]:
    """For each figure, what of it others of its state and place may share: words, and names.

    With it a number for the state and place. A word that is said of one figure alone joins none.
    Names are in capitals, which no word is.
    """
    places: dict[Hashable, int] = {}
    told = []
    for own in every:
        at = places.setdefault((own.state, own.places), len(places))
        words = {*own.words, own.state} - {""}
        told.append((at, words, [name.upper() for name in own.names]))
    counts = Counter((at, sign) for at, *signs in told for sign in chain(*signs))
    for at, words, names in told:
        yield (
            at,
            sorted(each for each in words if counts[at, each] > 1),
            [each for each in names if counts[at, each] > 1],
        )


def _alike(groups: list[Group], about: Mapping[str, Aspects], akin: Akin) -> list[Group]:
    """The groups, with figures of which little is said where another says exactly the same."""
    homes: dict[Hashable, list[tuple[int, Figure]]] = defaultdict(list)
    for at in sorted(range(len(groups)), key=lambda at: -len(groups[at])):
        for figure in groups[at]:
            if _is_exact(figure) and _is_placed(figure, about):
                homes[said(figure)].append((at, figure))
    stay: list[Group] = [[] for _ in groups]
    come: list[Group] = [[] for _ in groups]
    for at, group in enumerate(groups):
        for figure in group:
            is_loose = _is_exact(figure) and not _is_placed(figure, about)
            same = homes.get(said(figure), ()) if is_loose else ()
            fitting = (each for each in same if akin(each[1].document, figure.document))
            home, first = next(fitting, (at, figure))
            home = at if opposed(figure, first) else home
            (stay if home == at else come)[home].append(figure)
    return [[*own, *more] for own, more in zip(stay, come, strict=True) if own or more]


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
