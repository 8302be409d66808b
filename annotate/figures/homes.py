"""Quantities whose state and place are known, and which of them a figure without these belongs to.

A figure is compared with those alone of which one of its words or names is said: each word knows
where it is said. Works on different subjects have quantities of their own.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from annotate.bounds import opposed
from annotate.figures.aspects import Aspects
from annotate.figures.figure import Figure
from annotate.subjects import Akin


@dataclass(slots=True)
class Home:
    """Figures of one state and place. They grow in number. works: those that tell both."""

    state: str
    places: frozenset[tuple[str, str]]
    figures: list[Figure] = field(default_factory=list)
    works: dict[str, None] = field(default_factory=dict)


class Homes:
    """The quantities of one thing whose state and place are known."""

    def __init__(self, akin: Akin) -> None:
        self.all: list[Home] = []
        self._akin = akin
        self._keys: dict[Hashable, list[int]] = defaultdict(list)
        self._words: dict[str, set[int]] = defaultdict(set)
        self._names: dict[str, set[int]] = defaultdict(set)

    def open(self, figure: Figure, own: Aspects, key: Hashable) -> None:
        """Take in a figure that tells its state and place. key: what else tells its quantity."""
        known = self._keys[own.state, own.places, key]
        at = next((at for at in known if self._is_akin(figure, self.all[at])), None)
        if at is None:
            at = len(self.all)
            known.append(at)
            self.all.append(Home(own.state, own.places))
        self.all[at].works.setdefault(figure.document)
        self._add(at, figure, own)

    def take(self, figures: Sequence[Figure], about: Mapping[str, Aspects]) -> bool:
        """Whether a figure without state or place fitted one of them, and went there.

        figures: with it those that are of its quantity for sure. They go where most is said that is
        said of one of them; to the one with more figures, or the earlier one, of equals.
        """
        if not self.all:
            return False
        fitting = [found for each in figures if (found := self._best(each, about[each.id]))]
        if not fitting:
            return False
        for each in figures:
            self._add(min(fitting)[-1], each, about[each.id])
        return True

    def _best(self, figure: Figure, own: Aspects) -> tuple[int, int, int] | None:
        """The quantity that a figure fits best, behind what tells how well."""
        words = Counter(at for word in own.words for at in self._words.get(word, ()))
        names = Counter(at for name in own.names for at in self._names.get(name, ()))
        return min(
            (
                (-(words[at] + names[at]), -len(self.all[at].figures), at)
                for at in words.keys() | names.keys()
                if _fits(own, words[at], names[at])
                and _may_hold(self.all[at], own, figure)
                and self._is_akin(figure, self.all[at])
            ),
            default=None,
        )

    def _is_akin(self, figure: Figure, home: Home) -> bool:
        return any(self._akin(figure.document, work) for work in home.works)

    def _add(self, at: int, figure: Figure, own: Aspects) -> None:
        self.all[at].figures.append(figure)
        for word in own.words:
            self._words[word].add(at)
        for name in own.names:
            self._names[name].add(at)


def _fits(own: Aspects, words: int, names: int) -> bool:
    """Whether what is shared is enough: two words, or a word and a name; a state is a word."""
    told = words + bool(own.state)
    return told > 1 or bool(told and names)


def _may_hold(home: Home, own: Aspects, figure: Figure) -> bool:
    """Whether a figure is of no other state or place than those of a home, and opposes none there.

    Who writes "just over 9,000" and "nearly 9,000" in one work tells two things apart.
    """
    if own.state not in ("", home.state) or own.places not in (frozenset(), home.places):
        return False
    return not any(
        each.document == figure.document and each.value == figure.value and opposed(each, figure)
        for each in home.figures
    )
