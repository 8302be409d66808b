"""Soft wraps undone: what a column's width has cut is one line again.

A line that ends because the column was full goes on in the next one; a line that ends because the
writer ended it does not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotate.model import Source
from annotate.segments import captions
from annotate.segments.lines import Line, single, words
from annotate.sources import stamps

WRAPPED = range(25, 121)
"""The widths of columns: typewriters and mail wrap at 60 to 80 signs, newspapers' from 25 on."""
_PAIR = 45
"""Two lines that are shorter are a name and a date, or a title and a credit, not a column."""


def lines(source: Source) -> tuple[Line, ...]:
    """The lines of a source, soft wraps undone, in order of place."""
    return tuple(_unwrapped(list(single(source)), source))


def _unwrapped(single: Sequence[Line], source: Source) -> Iterator[Line]:
    for run in _runs(single):
        yield from _reflowed(run, source)


def _runs(single: Sequence[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in single:
        if run and line.apart:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _reflowed(run: Sequence[Line], source: Source) -> Iterator[Line]:
    width = max(line.end - line.start for line in run)
    held = [run[0]]
    for line in run[1:]:
        if _goes_on(held, line, width, few=len(run) == 2):
            held.append(line)
        else:
            yield _joined(held, source)
            held = [line]
    yield _joined(held, source)


def _joined(held: Sequence[Line], source: Source) -> Line:
    if len(held) == 1:
        return held[0]
    start, end = held[0].start, held[-1].end
    block = held[0].block._replace(links=sum(line.block.links for line in held))
    said = words(source, start, end)
    return replace(held[0], end=end, words=said, block=block, joined=len(held))


def _goes_on(held: Sequence[Line], line: Line, width: int, *, few: bool) -> bool:
    """Whether a line is the rest of what the lines before hold."""
    first, last = held[0], held[-1]
    if line.mark and (
        last.final or last.words.endswith((";", ":", ",", "and", "or")) or first.mark
    ):
        return False
    if len(held) == 1 and (first.byline or stamps.opens(first.words)):
        return False
    if (
        _RULE.match(line.words)
        or _LABELLED.match(line.words)
        or len(_BARS.findall(first.words)) > 1
    ):
        return False
    opens_low = line.words[:1].islower()
    if width not in WRAPPED:
        return opens_low and not last.final and last.size > 8
    if last.words.endswith(("-", "\u2010")) and opens_low:
        return True
    if last.final and (stamps.opens(line.words) or stamps.is_button(line.words)):
        return False
    if line.block.remark is not None and stamps.opens(line.words):
        return False
    if (line.byline and (last.final or len(held) == 1)) or captions.is_credit(line.words):
        return False
    if few and width < _PAIR and not opens_low:
        return False
    return _is_full(last, line, width) and not (last.size < 5 and not opens_low)


_LABELLED = re.compile(
    r"(?:permalink|url|imprint|impressum|published by|printed by|publisher|isbn|issn|doi)\b"
    r"\s*(?::|\d|(?-i:[A-Z]))|©|\[\d{1,3}\]\s|\[\^[\w-]{1,20}\]:",
    re.IGNORECASE,
)
"""How the lines of an imprint and footnotes open: none of them goes on another line."""

_RULE = re.compile(r"_{6,}$")
"""A rule below a post, above what its writer puts below each."""

_BARS = re.compile(r"\s[|·•]\s")
"""What parts the links of a row."""


def _is_full(last: Line, line: Line, width: int) -> bool:
    """Whether the next word would not have fitted, give or take what a ragged edge needs."""
    length, word = last.end - last.start, len(line.words.split()[0]) if line.words else 0
    slack = 0 if last.final else width // 5
    return length + 1 + word > width - slack
