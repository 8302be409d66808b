"""What a user says of a subject: topics, contested terms, names, units, rules, checked on load.

Nothing in the code knows a subject; all of it comes from here. A codebook is a YAML file (JSON is
YAML too) of the form that schema/codebook.schema.json states. An empty codebook is a good one:
entities, numbers and quotations need none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
class Rule:
    """A user's own pattern and the span that it makes; its `by` is "codebook:NAME"."""

    name: str
    layer: str
    label: str
    pattern: str
    canonical: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All that a user says of a subject. terms: the words of each family of contested terms."""

    topics: Mapping[str, Topic] = field(default_factory=dict)
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, Name] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()


EMPTY = Codebook()
