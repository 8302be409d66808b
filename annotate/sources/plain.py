"""Plain text: the text as it is, a block for each line, and the hyphens that only break words.

What belongs together (soft wraps, page breaks) and what a line is are decided in `segments/`.
"""

import re
from collections.abc import Iterator

from annotate.model import Block, Meta, Pair, Source

LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]+")
"""A line of any system; a form feed ends one too."""

_BROKEN = re.compile(
    r"(?P<head>[^\W\d_]{2,})(?P<cut>[-\u2010][ \t]*(?:\r\n|\n|\r)[ \t]*)(?P<tail>[^\W\d_A-Z]+)"
)
_SOFT = re.compile("\u00ad(?:[ \t]*(?:\r\n|\n|\r)[ \t]*)?")
_NARROW = 130
"""A longer line is a paragraph, not a wrapped line: typewriters, terminals and mail end theirs at
60 to 100 signs, and editors without wraps at none."""


def read(text: str) -> Source:
    """A source whose text is the input, unchanged."""
    return Source(
        text=text, blocks=tuple(lines(text)), form="text", meta=Meta(), marks=broken_words(text)
    )


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Block]:
    """The lines of a stretch that hold anything, each without white space at its ends."""
    for line in LINE.finditer(text, start, len(text) if end is None else end):
        if words := line[0].strip():
            at = line.start() + line[0].index(words[0])
            yield Block(start=at, end=at + len(words))


def broken_words(text: str) -> tuple[Pair, ...]:
    """The stretches that only break a word: soft hyphens, and hyphens at the end of a wrapped line.

    A hyphen that the word has elsewhere in the text stays ("half-year"); then the line's end is
    the mark.
    """
    marks = [hit.span() for hit in _SOFT.finditer(text)]
    lower = text.lower()
    for hit in _BROKEN.finditer(text):
        if _is_wrapped(text, hit):
            start, end = hit.span("cut")
            marks.append((start + _keeps_hyphen(lower, hit), end))
    return tuple(sorted(marks))


def _is_wrapped(text: str, hit: re.Match[str]) -> bool:
    """Whether the broken line is one of a column: neither short nor a paragraph by itself."""
    start = max(text.rfind("\n", 0, hit.start()), text.rfind("\r", 0, hit.start())) + 1
    return 20 <= hit.start("cut") - start <= _NARROW


def _keeps_hyphen(lower: str, hit: re.Match[str]) -> bool:
    head, tail = hit["head"].lower(), hit["tail"].lower()
    whole, hyphenated = head + tail, f"{head}-{tail}"
    return hyphenated in lower and whole not in lower
