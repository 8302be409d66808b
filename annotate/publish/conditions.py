"""What an address of the facets asks for, and the addresses that ask for a little more or less.

`?holder=Vantor&topic=ferries&year=2013` asks for sentences that meet all three; a facet that is
named twice asks for either value. What is no facet is left aside, so that no address is wrong.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from annotate.model import AUTHOR
from annotate.publish.addresses import Addresses, Pair
from annotate.publish.answering import page_number
from annotate.store.facets import FACETS, LAYERS

MOST = 60
"""Conditions that one address may state; more than anybody ticks, fewer than would slow us."""

LAYER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "entity": "names",
        "number": "figures",
        "quote": "quotations",
        "stance": "stances",
        "term": "contested terms",
    }
)
"""What readers call the findings of a layer."""

_NAMED = {
    ("hand", "first"): "first-hand",
    ("hand", "second"): "second-hand",
    ("made", "machine"): "a machine",
    ("made", "person"): "a person",
}
_PLAIN = frozenset({"topic", "kind"})
_WHO = frozenset({"holder", "whose", "said_by", "source"})
_NAMING = _WHO | {"name", "addressee"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What is asked for. full: a facet whose values shall all be listed. page: of the results."""

    pairs: tuple[Pair, ...] = ()
    words: str = ""
    page: int = 1
    full: str | None = None

    @property
    def wanted(self) -> dict[str, list[str]]:
        """The values by their facets."""
        found: dict[str, list[str]] = {}
        for key, value in self.pairs:
            if key in FACETS:
                found.setdefault(key, []).append(value)
        return found

    @property
    def layers(self) -> frozenset[str]:
        """The layers that a sentence shall have a finding of."""
        return frozenset(value for key, value in self.pairs if key == "layer")

    @property
    def query(self) -> list[Pair]:
        """All of it but the page, as an address says it."""
        return [*([("q", self.words)] if self.words else []), *self.pairs]

    @property
    def names(self) -> list[str]:
        """The values that name somebody or something."""
        return [value for key, value in self.pairs if key in _NAMING]

    def with_names(self, canonical: Mapping[str, str]) -> "Conditions":
        """The same with the one name of each that is called by another."""
        pairs = (
            (key, canonical.get(value, value) if key in _NAMING else value)
            for key, value in self.pairs
        )
        return replace(self, pairs=tuple(dict.fromkeys(pairs)))

    def toggled(self, key: str, value: str) -> "Conditions":
        """The same with a condition, or without it if it is there."""
        pair = (key, value)
        kept = tuple(each for each in self.pairs if each != pair)
        return replace(self, pairs=kept if pair in self.pairs else (*self.pairs, pair), page=1)


def asked(arguments: Any) -> Conditions:  # Datasette's MultiParams
    """What the arguments of an address ask for."""
    pairs = dict.fromkeys(_pairs(arguments))
    full = arguments.get("all")
    return Conditions(
        pairs=tuple(pairs)[:MOST],
        words=(arguments.get("q") or "").strip(),
        page=page_number(arguments.get("page")),
        full=full if full in FACETS else None,
    )


def _pairs(arguments: Any) -> Iterator[Pair]:
    for key in arguments:
        for value in arguments.getlist(key):
            if key in FACETS or (key == "layer" and value in LAYERS):
                yield key, value


def shown(key: str, value: Any) -> str:
    """A value as readers see it."""
    if value is None or value == "":
        return "not stated"
    if key == "layer":
        return LAYER_NAMES.get(value, str(value))
    if key in _WHO and value == AUTHOR:
        return "the author"
    words = _NAMED.get((key, value), str(value))
    return words.replace("_", " ") if key in _PLAIN else words


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A condition that is set, and the address without it."""

    title: str
    value: str
    href: str


def chosen(conditions: Conditions, addresses: Addresses) -> list[Chosen]:
    """The conditions that are set."""
    found = [
        Chosen(
            title=FACETS[key].title if key in FACETS else "With",
            value=shown(key, value),
            href=addresses.find(conditions.toggled(key, value).query),
        )
        for key, value in conditions.pairs
    ]
    if conditions.words:
        less = replace(conditions, words="")
        words = Chosen(
            title="In a passage with", value=conditions.words, href=addresses.find(less.query)
        )
        return [words, *found]
    return found
