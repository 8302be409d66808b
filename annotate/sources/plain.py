"""Plain text: the text as it is, a block for each line, and the hyphens that only break words.

What belongs together (soft wraps, page breaks) and what a line is are decided in `segments/`.
"""

import re
from collections.abc import Iterator

from annotate.model import Block, Meta, Pair, Source

LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]+")
"""A line of any system; a form feed ends one too."""

_CUT = re.compile(r"(?<=[^\W\d_]{2})[-\u2010][ \t]{0,20}(?:\r\n|\n|\r)[ \t]{0,20}(?=[^\W\d_A-Z])")
_HEAD = re.compile(r"[^\W\d_]{2,40}$")
_TAIL = re.compile(r"[^\W\d_]{1,40}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SOFT = re.compile("\u00ad(?:[ \t]{0,20}(?:\r\n|\n|\r)[ \t]{0,20})?")
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
    cuts = [hit for hit in _CUT.finditer(text) if _is_wrapped(text, hit.start())]
    known = {word.lower() for word in _WORD.findall(text)} if cuts else set()
    marks += [(hit.start() + _keeps_hyphen(text, hit, known), hit.end()) for hit in cuts]
    return tuple(sorted(marks))


def _is_wrapped(text: str, at: int) -> bool:
    """Whether the broken line is one of a column: neither short nor a paragraph by itself."""
    near = text[max(0, at - _NARROW - 1) : at]
    length = len(near) - 1 - max(near.rfind("\n"), near.rfind("\r"))
    return 20 <= length <= _NARROW


def word_before(text: str, at: int) -> re.Match[str] | None:
    """The word that ends at a place, None if none of a word's usual length does."""
    return _HEAD.search(text[max(0, at - 40) : at])


def _keeps_hyphen(text: str, hit: re.Match[str], known: set[str]) -> bool:
    head = word_before(text, hit.start())
    tail = _TAIL.match(text, hit.end())
    if head is None or tail is None:
        return False
    first, second = head[0].lower(), tail[0].lower()
    return f"{first}-{second}" in known and first + second not in known
