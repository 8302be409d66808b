"""Boxes about who wrote a work, beside its running text, where nothing in the page calls them so.

They stand in an element made as no paragraph of the work is, open with the writer's name or stand
below it, and tell what the writer does.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from annotate.segments import notes
from annotate.segments.lines import Line
from annotate.sources import hints

_ABOVE = 3
"""How many lines above such a box the writer's name may stand: a picture, an office between."""

_ALONE = re.compile(r"^(?:(?:written\s+|posted\s+)?by|about|author)\b:?\s+", re.IGNORECASE)
_INDEX = re.compile(r"\[\d+\]")


def boxes(lines: Sequence[Line], core: frozenset[int], writers: frozenset[str]) -> Iterator[int]:
    """The lines that tell of a writer in an element of their own, above or below the text.

    core: the lines of the work. writers: their names as declared.
    """
    prose = [n for n in core if lines[n].prose and not lines[n].block.hints & hints.OUTSIDE]
    makes = Counter(_make(lines[n]) for n in prose)
    text = [n for n in prose if makes[_make(lines[n])] > 1]
    if not writers or not text:
        return
    first, last = min(text), max(text)
    for n, line in enumerate(lines):
        apart = not first <= n <= last and makes[_make(line)] <= 1
        if apart and line.sentence and line.role is None and notes.does(line.words):
            yield from _box(lines, n, writers)


def _make(line: Line) -> str:
    return _INDEX.sub("", line.block.xpath or "")


def _box(lines: Sequence[Line], n: int, writers: frozenset[str]) -> range:
    """The lines from below a writer’s name up to one that tells of the writer, none if it does not.

    A line may open with the name itself.
    """
    words = lines[n].words.casefold()
    names = [writer.casefold() for writer in writers]
    called = [part for name in names for part in (name, *name.split()[:1], *name.split()[-1:])]
    if words.startswith(tuple(f"{each} " for each in called)):
        return range(n, n + 1)
    for above in range(n - 1, max(-1, n - 1 - _ABOVE), -1):
        if _name(lines[above]) in names and any(each in words for each in called):
            return range(above + 1, n + 1)
    return range(0)


def _name(line: Line) -> str:
    return _ALONE.sub("", line.words).casefold()
