"""A user's own rules for numbers.

A rule's pattern is a regular expression over a passage's words; its span gets the rule's label and,
where the pattern has groups of these names, `value`, `low` and `high`.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

from annotate import offsets
from annotate.codebook import Rule
from annotate.language import Parsed, Passage
from annotate.layers.numbers.words import decimal
from annotate.model import Number


def with_rules(found: Sequence[Number], passage: Passage, parsed: Parsed) -> list[Number]:
    """The numbers with those of the codebook's rules, which win where they overlap."""
    rules = [rule for rule in parsed.codebook.rules if rule.layer == "number"]
    own = [span for rule in rules for span in _matches(rule, passage, parsed.text)]
    kept = [span for span in found if not any(offsets.overlap(span, each) for each in own)]
    return sorted([*kept, *offsets.longest_first(own)], key=lambda span: span.start)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _matches(rule: Rule, passage: Passage, text: str) -> Iterator[Number]:
    for match in _compiled(rule.pattern).finditer(passage.copy):
        if not match.group().strip():
            continue
        start, end = passage.stretch(*match.span())
        yield Number(
            label=rule.label,
            start=start,
            end=end,
            text=text[start:end],
            by=f"codebook:{rule.name}",
            value=_group(match, "value"),
            low=_group(match, "low"),
            high=_group(match, "high"),
            unit=rule.canonical,
        )


def _group(match: re.Match[str], name: str) -> float | None:
    """The number in a named group, None if there is none, or none that a float holds."""
    said = match[name] if name in match.re.groupindex else None
    if not said or not _DIGITS.fullmatch(said):
        return None
    value = decimal(said)
    return value if math.isfinite(value) else None


_DIGITS = re.compile(r"\d+(?:,\d{2,3})*(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?")
