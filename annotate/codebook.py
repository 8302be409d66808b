"""What a user says of a subject: topics, contested terms, names, units, quantities, rules.

All of it is checked on load.

Nothing in the code knows a subject; all of it comes from here. A codebook is a YAML file (JSON is
YAML too) of the form that schema/codebook.schema.json states. An empty codebook is a good one:
entities, numbers and quotations need none.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from annotate import letters, yamlfile
from annotate.model import ENTITY_LABELS, NUMBER_LABELS
from annotate.yamlfile import Checked, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A statement that can be held true or false.

    patterns: regular expressions that find the topic in a sentence; may be none.
    """

    key: str
    statement: str
    note: str | None = None
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name for one thing, its label, its other names.

    stands_for: what a capital or seat means when it means its government.
    """

    canonical: str
    label: str
    aliases: tuple[str, ...] = ()
    stands_for: str | None = None
    demonym: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of number that the shipped lexicons lack.

    label: the number label it makes. factor, of: how many of which other unit it is.
    """

    name: str
    label: str
    aliases: tuple[str, ...] = ()
    factor: float | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Which figures are of one quantity, where the tool's proposal is wrong or wants a name.

    counted: words of what its figures count, any of which will do. patterns: regular expressions
    of which one must be found in a figure's sentence, unless: of which none may be. figures, apart:
    ids of findings that belong to it, and that do not, whatever else holds.
    """

    key: str
    title: str | None = None
    counted: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A user's own pattern and the span that it makes; its `by` is "codebook:NAME"."""

    name: str
    layer: str
    label: str
    pattern: str
    canonical: str | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All that a user says of a subject. terms: the words of each family of contested terms."""

    topics: Mapping[str, Topic] = field(default_factory=dict)
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, Name] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    quantities: Mapping[str, Quantity] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()


EMPTY = Codebook()

T = TypeVar("T")
_KEPT = 8
"""Codebooks that a function remembers what it made of; a corpus has one."""


def once(make: Callable[[Codebook], T]) -> Callable[[Codebook], T]:
    """The same function, which makes its answer once for a codebook, not for each document."""
    made: dict[int, tuple[Codebook, T]] = {}

    @wraps(make)
    def kept(codebook: Codebook) -> T:
        known = made.get(id(codebook))
        if known is None:
            if len(made) >= _KEPT:
                made.clear()
            known = made[id(codebook)] = codebook, make(codebook)
        return known[1]

    return kept


LABELS = {"entity": ENTITY_LABELS, "number": NUMBER_LABELS}
"""The labels that a rule of a layer may make; a term's rule makes a family of `terms`."""


def load(path: Path, *, shown: str | None = None) -> Codebook:
    """The codebook that a file holds. Raises CodebookError naming file, line and key.

    shown: what errors call the file, if not by its path.
    """
    checked = yamlfile.load(path, "codebook", shown=shown)
    _check_patterns(checked)
    _check_labels(checked)
    _check_terms(checked)
    _check_aliases(checked)
    _check_figures(checked)
    return _codebook(checked.value)


def _codebook(value: Mapping[str, Any]) -> Codebook:
    return Codebook(
        topics={key: Topic(key=key, **_tuples(topic)) for key, topic in _part(value, "topics")},
        terms={family: tuple(words) for family, words in _part(value, "terms")},
        names={key: Name(canonical=key, **_tuples(name)) for key, name in _part(value, "names")},
        units={key: Unit(name=key, **_tuples(unit)) for key, unit in _part(value, "units")},
        quantities={
            key: Quantity(key=key, **_tuples(quantity))
            for key, quantity in _part(value, "quantities")
        },
        rules=tuple(Rule(**rule) for rule in value.get("rules") or ()),
    )


def _part(value: Mapping[str, Any], key: str) -> list[tuple[str, Any]]:
    return list((value.get(key) or {}).items())


def _tuples(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(item) if isinstance(item, list) else item for key, item in value.items()}


def _check_patterns(checked: Checked) -> None:
    for key, pattern in _patterns(checked.value):
        try:
            matches_nothing = re.compile(pattern).match("") is not None
        except re.error as error:
            raise checked.error(key, f"{_dotted(key)}: not a pattern: {error}") from None
        if matches_nothing:
            raise checked.error(key, f"{_dotted(key)}: the pattern matches empty text")


def _patterns(value: Mapping[str, Any]) -> list[tuple[Key, str]]:
    of_topics = [
        (("topics", name, "patterns", n), pattern)
        for name, topic in _part(value, "topics")
        for n, pattern in enumerate(topic.get("patterns", ()))
    ]
    of_quantities = [
        (("quantities", name, part, n), pattern)
        for name, quantity in _part(value, "quantities")
        for part in ("patterns", "unless")
        for n, pattern in enumerate(quantity.get(part, ()))
    ]
    of_rules = [
        (("rules", n, "pattern"), rule["pattern"])
        for n, rule in enumerate(value.get("rules") or ())
    ]
    return [*of_topics, *of_quantities, *of_rules]


def _check_labels(checked: Checked) -> None:
    families = tuple(checked.value.get("terms") or ())
    for n, rule in enumerate(checked.value.get("rules") or ()):
        allowed = LABELS.get(rule["layer"], families)
        if rule["label"] not in allowed:
            raise checked.error(
                ("rules", n, "label"),
                f"rules.{n}.label: unknown label {rule['label']!r} of layer {rule['layer']}; "
                f"the labels are {', '.join(sorted(allowed))}",
            )


def _check_terms(checked: Checked) -> None:
    owners: dict[str, str] = {}
    for family, words in _part(checked.value, "terms"):
        for n, word in enumerate(words):
            owner = owners.setdefault(letters.spaced(word), family)
            if owner != family:
                raise checked.error(
                    ("terms", family, n),
                    f"terms.{family}: {word!r} is a word of {owner!r} already",
                )


def _check_aliases(checked: Checked) -> None:
    names = dict(_part(checked.value, "names"))
    owners: dict[str, str] = {}
    for canonical, name in names.items():
        for n, alias in enumerate(name.get("aliases", ())):
            if alias in names and alias != canonical:
                raise checked.error(
                    ("names", canonical, "aliases", n),
                    f"names.{canonical}.aliases: {alias!r} is a name of its own",
                )
            owner = owners.setdefault(alias, canonical)
            if owner != canonical:
                raise checked.error(
                    ("names", canonical, "aliases", n),
                    f"names.{canonical}.aliases: {alias!r} is an alias of {owner!r} already",
                )


def _check_figures(checked: Checked) -> None:
    owners: dict[str, str] = {}
    for key, quantity in _part(checked.value, "quantities"):
        for n, figure in enumerate(quantity.get("figures", ())):
            owner = owners.setdefault(figure, key)
            if owner != key:
                raise checked.error(
                    ("quantities", key, "figures", n),
                    f"quantities.{key}.figures: {figure!r} is a figure of {owner!r} already",
                )


def _dotted(key: Key) -> str:
    return ".".join(str(part) for part in key)
