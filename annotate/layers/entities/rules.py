"""Hand rules as rows: a name, a pattern over a passage's copy, and what it makes."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.words import given_names, is_common, is_headline, opens
from annotate.patterns import Pattern


def same(name: str) -> str:
    """The name as it stands, white space folded and apostrophes as typed.

    Else "Jean O’Neil" and "Jean O'Neil" would be two people.
    """
    return " ".join(name.replace("’", "'").split())


def is_named(text: str, start: int, end: int) -> bool:
    """Whether a noun's company is a name: not "Closed Gate" in a headline, "Withdraw Directive".

    Ordinary words before the noun are a name only inside a sentence, where they need no capital.
    """
    before = text[start:end].split()[:-1]
    if len(before) < 3 and before and before[-1] in given_names():
        return False
    if any(not is_common(word) for word in before):
        return not (
            len(before) == 1
            and opens(text, start)
            and before[0][1:].islower()
            and end < len(text)
            and text[end : end + 2].strip().isdigit()
        )
    return not opens(text, start) and not is_headline(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A row. The pattern's group "name" is the span, or all of it where it has no such group.

    unless: a pattern that the whole name must not match. when: what must hold of the text and the
    name's place in it. canonical: the one name of what was found.
    """

    name: str
    label: str
    pattern: Pattern
    unless: re.Pattern[str] | None = None
    canonical: Callable[[str], str] = same
    when: Callable[[str, int, int], bool] | None = None
    weak: bool = False


def found(rules: Iterable[Rule], text: str) -> Iterator[Proposal]:
    """What a table of rules makes of a passage."""
    for rule in rules:
        group = "name" if "name" in rule.pattern.compiled.groupindex else 0
        for match in rule.pattern.finditer(text):
            name = match[group]
            if rule.unless and rule.unless.fullmatch(name):
                continue
            if rule.when and not rule.when(text, *match.span(group)):
                continue
            yield Proposal(
                start=match.start(group),
                end=match.end(group),
                label=rule.label,
                canonical=rule.canonical(name),
                by=f"rule:{rule.name}",
                weak=rule.weak,
            )
