"""Every expression of quantity, amount, proportion, rank or time, with its value and context.

How: a passage is cut into pieces (`atoms`), words of number are folded into one piece with a value
(`values`), tables of rules find dates (`dates`, `relative`) and quantities (`expressions`,
`ranks`), words around them set bounds (`bounds`), and `context` says what is counted, when, and
who says so, each with the words it was read from, `rows` what a table says of its figures, and
`repeats` where a figure was said first.
Source of every decision: GUIDELINES 3.
"""

import re

from annotate import offsets
from annotate.language import Known, Parsed
from annotate.layers.numbers import context, homes, repeats, rows
from annotate.layers.numbers.grammar import grammar
from annotate.layers.numbers.search import search
from annotate.layers.numbers.times import Anchor, anchor_of
from annotate.model import Number, Span


def find(parsed: Parsed, known: Known) -> list[Span]:
    """The numbers of a document, in order of their place.

    known: entities (a figure within a name is none) and quotes (their source says the figure).
    """
    rules = grammar(tuple(parsed.codebook.units.values()))
    published = _anchor(parsed)
    day_first = _is_day_first(parsed.text)
    found: list[Number] = []
    earlier = context.Earlier()
    alone = len(parsed.passages) == 1
    placed = {layer: offsets.Row(spans) for layer, spans in known.items()}
    for passage in parsed.passages:
        own = anchor_of(passage.segment.date) or published
        stretch = passage.segment.start, passage.segment.end
        near = {layer: tuple(row.touching(*stretch)) for layer, row in placed.items()}
        drafts = search(passage, rules, own, near, day_first=day_first, alone=alone)
        found.extend(context.numbers(passage, drafts, parsed, near, earlier))
    placed_in_rows = rows.told(homes.settled(found, parsed, known), parsed.text)
    return [*repeats.with_first(placed_in_rows)]


_NUMERIC = re.compile(r"(?<![\d/.-])(\d\d?)[/-](\d\d?)[/-](?:\d{4}|\d\d)(?![\d/-])")


def _is_day_first(text: str) -> bool:
    """Whether the numeric dates of a text put the day first: one can be read no other way."""
    dates = [(int(first), int(second)) for first, second in _NUMERIC.findall(text)]
    days = any(12 < first <= 31 and second <= 12 for first, second in dates)
    return days and not any(first <= 12 < second <= 31 for first, second in dates)


def _anchor(parsed: Parsed) -> Anchor | None:
    """The day from which relative dates count: that of publication.

    A work without one was published before its first comment, and seldom long before: that gives
    the month, not the day.
    """
    if anchor := anchor_of(parsed.meta.published):
        return anchor
    dates = [anchor_of(passage.segment.date) for passage in parsed.passages]
    days = [each.day for each in dates if each]
    return Anchor(min(days), exact=False) if days else None


__all__ = ["Number", "find"]
