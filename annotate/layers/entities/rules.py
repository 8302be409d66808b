"""Hand rules as rows: a name, a pattern over a passage's copy, and what it makes."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from annotate.layers.entities.proposals import Proposal


def same(name: str) -> str:
    """The name as it stands, white space folded."""
    return " ".join(name.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A row. The pattern's group "name" is the span, or all of it where it has no such group.

    unless: a pattern that the whole name must not match. canonical: the one name of what was found.
    """

    name: str
    label: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    canonical: Callable[[str], str] = same
    weak: bool = False


def found(rules: Iterable[Rule], text: str) -> Iterator[Proposal]:
    """What a table of rules makes of a passage."""
    for rule in rules:
        group = "name" if "name" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(text):
            name = match[group]
            if rule.unless and rule.unless.fullmatch(name):
                continue
            yield Proposal(
                start=match.start(group),
                end=match.end(group),
                label=rule.label,
                canonical=rule.canonical(name),
                by=f"rule:{rule.name}",
                weak=rule.weak,
            )
