"""What a result can be narrowed down by: values of facets, each with a count and an address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from annotate.publish import conditions as said
from annotate.publish.addresses import Addresses
from annotate.publish.conditions import LAYER_NAMES, Conditions
from annotate.store.facets import ARTICLE, FACETS, FOUND, LAYERS, OWN
from annotate.store.selection import Asked, Counts, Selection

MOST = 8
"""Values of a facet on the page; a link leads to all."""

FULL = 1000
"""Values of a facet where all of them are asked for."""

LEADING = ("topic", "holder", "stance", "source", "counted", "name", "type", "term")
"""Facets that are offered whatever is asked; the others once their layer is."""

_UNOFFERED = frozenset({"article"})
"""Facets that an address may ask for, but that a list of thousands would not help to choose."""

_ORDER = ("stance", "quote", "number", "entity", "term")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a facet. href: of the results with it, or without it where it is chosen."""

    name: str
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A facet with its values. more: how many are not shown, all: where they are."""

    key: str
    title: str
    values: tuple[Value, ...]
    more: int
    all: str


def offered(question: Asked) -> list[str]:
    """The facets that are worth counting for a question."""
    own = [each.key for each in OWN if each.layer in question.required or each.key in LEADING]
    shared = [each.key for each in (*FOUND, *ARTICLE) if each.key not in _UNOFFERED]
    return [*own, *shared]


def of_passages() -> list[str]:
    """The facets for passages that hold words: what was found in them, not what found it."""
    return [*LEADING, *(each.key for each in ARTICLE if each.key not in _UNOFFERED)]


def meeting(selected: Selection, asked: Conditions) -> list[tuple[str, int]]:
    """How many findings of each layer meet what is asked of it; of all layers if of any finding."""
    about = {FACETS[key].layer for key in asked.wanted} | asked.layers
    asks_all = any(each.key in asked.wanted for each in FOUND)
    layers = [each for each in LAYERS if each in about] or (LAYERS if asks_all else ())
    return [(LAYER_NAMES[each], selected.layers[each]) for each in layers if selected.layers[each]]


def choices(selected: Selection, asked: Conditions, at: Addresses) -> dict[str, Any]:
    """What the template of the choices is told: the layers, and the facets by their layers."""
    return {
        "layers": list(_layers(selected, asked, at)),
        "groups": list(_groups(selected, asked, at)),
    }


def _layers(selected: Selection, asked: Conditions, at: Addresses) -> Iterator[Value]:
    for layer in LAYERS:
        count = selected.layers[layer]
        is_chosen = layer in asked.layers
        if count or is_chosen:
            href = at.find(asked.toggled("layer", layer).query)
            yield Value(name=LAYER_NAMES[layer], count=count, href=href, chosen=is_chosen)


def _groups(
    selected: Selection, asked: Conditions, at: Addresses
) -> Iterator[tuple[str, list[Choice]]]:
    """The facets that have a value, under the names of their layers."""
    parts: Sequence[tuple[str, Sequence[Any]]] = [
        *((LAYER_NAMES[layer], [each for each in OWN if each.layer == layer]) for layer in _ORDER),
        ("articles", ARTICLE),
        ("findings", FOUND),
    ]
    for name, facets in parts:
        there = [
            _choice(selected.counts[each.key], asked, at)
            for each in facets
            if each.key in selected.counts and selected.counts[each.key].distinct
        ]
        if there:
            yield name, there


def _choice(counts: Counts, asked: Conditions, at: Addresses) -> Choice:
    ticked = asked.wanted.get(counts.key, [])
    listed = counts.values[:FULL]
    known = {str(value) for value, _ in listed}
    every = [*((value, 0) for value in ticked if value not in known), *listed]
    return Choice(
        key=counts.key,
        title=FACETS[counts.key].title,
        values=tuple(
            Value(
                name=said.shown(counts.key, value),
                count=count,
                href=at.find(asked.toggled(counts.key, str(value)).query),
                chosen=str(value) in ticked,
            )
            for value, count in every
        ),
        more=counts.distinct - len(listed),
        all=at.find([*asked.query, ("all", counts.key)]) + f"#facet-{counts.key}",
    )
