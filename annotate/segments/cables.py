"""Cables: paragraphs that are quoted whole from one, by the number and the secrecy before each."""

import re
from collections.abc import Iterator, Sequence

from annotate.segments.lines import Line

_NUMBERED = re.compile(
    r"(?:> ?)*(?:¶\s?\d{1,3}[.)]?(?:\s*\([A-Z/ ]{1,10}\))?"
    r"|\d{1,3}\.\s*\((?:C|S|U|SBU|TS|U/FOUO|LOU|[CS]//?NF)\))\s+\S"
)


def cabled(lines: Sequence[Line]) -> Iterator[int]:
    """The numbered paragraphs ("¶4. (C) …"); none where the work is the cable itself."""
    found = [n for n, line in enumerate(lines) if _NUMBERED.match(line.words)]
    if 2 * len(found) <= sum(line.sentence for line in lines):
        yield from found
