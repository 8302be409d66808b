"""Texts that advise: what their headings, items and sentences order, their writer urges.

"1. Keep the gate shut", "Don't lend the key." A single order may be a figure of speech ("Take the
bridge."), so a text advises where several headings or items give one.
"""

import re
from collections.abc import Sequence

from annotate import lexicons
from annotate.grammar.reading import Reading
from annotate.layers.stances.recommendations import MARKER

_SEVERAL = 3
"""Headings and items that order something, from which a text advises."""
_OPENS = re.compile(
    r"\W*(?:(?:please|always|never|instead|first|then|also|do not|don['’]t),? )*", re.I
)
"""What may stand before the verb of an order."""
_LOOKS = lexicons.classes("stance_words", "leading")
"""Verbs by which a reader is led on, and seldom told what to do."""


def advises(readings: Sequence[Reading]) -> bool:
    """Whether a text advises."""
    orders = (
        each
        for each in readings
        if each.passage.segment.kind in {"heading", "list_item"} and orders_in(each, 0)
    )
    return sum(1 for _ in orders) >= _SEVERAL


def orders_in(reading: Reading, first: int) -> bool:
    """Whether the sentence that begins at a token orders something; False without a parse."""
    start = reading.passage.starts[first] if reading.words else 0
    words = reading.passage.copy
    marker = MARKER.match(words) if first == 0 else None
    opening = _OPENS.match(words, marker.end() if marker else start)
    at = opening.end() if opening else start
    verb = next((n for n, begin in enumerate(reading.passage.starts) if begin >= at), None)
    if verb is None or reading.words[verb] in _LOOKS:
        return False
    return reading.passage.parsed[verb].tag_ == "VB"
