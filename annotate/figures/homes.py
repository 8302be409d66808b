"""Quantities whose state and place are known, and which of them a figure without these belongs to.

A figure is compared with those alone of which one of its words or names is said: each word knows
where it is said.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field

from annotate.figures.aspects import Aspects
from annotate.store.figures import Figure


@dataclass(slots=True)
class Home:
    """Figures of one state and place. They grow in number."""

    state: str
    places: frozenset[tuple[str, str]]
    figures: list[Figure] = field(default_factory=list)


class Homes:
    """The quantities of one thing whose state and place are known."""

    def __init__(self) -> None:
        self.all: list[Home] = []
        self._keys: dict[Hashable, int] = {}
        self._words: dict[str, set[int]] = defaultdict(set)
        self._names: dict[str, set[int]] = defaultdict(set)

    def open(self, figure: Figure, own: Aspects, key: Hashable) -> None:
        """Take in a figure that tells its state and place. key: what else tells its quantity."""
        whole = (own.state, own.places, key)
        if whole not in self._keys:
            self._keys[whole] = len(self.all)
            self.all.append(Home(own.state, own.places))
        self._add(self._keys[whole], figure, own)

    def take(self, figure: Figure, own: Aspects) -> bool:
        """Whether a figure without state or place fitted one of them, and went there.

        It goes where most is said that is said of it; to the one with more figures, or the earlier
        one, of equals.
        """
        if not self.all:
            return False
        words = Counter(at for word in own.words for at in self._words.get(word, ()))
        names = Counter(at for name in own.names for at in self._names.get(name, ()))
        best = min(
            (
                (-(words[at] + names[at]), -len(self.all[at].figures), at)
                for at in words.keys() | names.keys()
                if _fits(own, words[at], names[at]) and _may_hold(self.all[at], own)
            ),
            default=None,
        )
        if best is None:
            return False
        self._add(best[-1], figure, own)
        return True

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


def _may_hold(home: Home, own: Aspects) -> bool:
    """Whether a figure is of no other state or place than those of a home."""
    return own.state in ("", home.state) and own.places in (frozenset(), home.places)
