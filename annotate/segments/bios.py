"""Boxes about who wrote a work, beside its running text, where nothing in the page calls them so.

They stand in an element made as no paragraph of the work is, open with the writer's name or stand
below it, and tell what the writer does.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from annotate.segments import furniture, notes
from annotate.segments.lines import Line
from annotate.sources import hints

_ABOVE = 3
"""How many lines above such a box the writer's name may stand: a picture, an office between."""

_NEAR = 40
"""How far from the text such a box stands, in lines: lists of links may stand between."""

_ALONE = re.compile(r"^(?:(?:written\s+|posted\s+)?by|about|author)\b:?\s+", re.IGNORECASE)


def boxes(lines: Sequence[Line], core: frozenset[int], writers: frozenset[str]) -> Iterator[int]:
    """The lines that tell of a writer in an element of their own, above or below the text.

    core: the lines of the work. writers: their names. A name above the text is the byline.
    """
    prose = [n for n in core if lines[n].prose and not lines[n].block.hints & hints.OUTSIDE]
    makes = Counter(lines[n].make for n in prose)
    text = [n for n in prose if makes[lines[n].make] > 1]
    if not writers or not text:
        return
    first, last = min(text), max(text)
    for n in (*range(max(0, first - _NEAR), first), *range(last + 1, last + 1 + _NEAR)):
        if n < len(lines) and _is_apart(lines[n], makes):
            told = _box(lines, n, writers)
            named = told.start < n
            if told and (notes.does(lines[n].words) or (n > last and named)):
                left = named and (n < first or told.start not in core)
                yield from (m for m in told[left:] if not furniture.is_furniture(lines[m]))


def sources(lines: Sequence[Line], last: int) -> Iterator[int]:
    """The lines of a box below the work that opens with a heading of sources or notes.

    last: the last line of the work.
    """
    for n in range(last + 1, min(len(lines), last + 1 + _SOON)):
        line = lines[n]
        if line.role == "heading" and notes.is_heading(line.words) and not _is_framed(line):
            yield n
            for m in range(n + 1, len(lines)):
                other = lines[m]
                if not other.is_in(line.home) or other.role == "heading" or _is_framed(other):
                    return
                if not furniture.is_furniture(other):
                    yield m
            return


_SOON = 6
"""Lines below the work, at most, in which such a heading stands."""


def _is_framed(line: Line) -> bool:
    return bool(line.block.hints & (hints.OUTSIDE | {"comments"}))


def _is_apart(line: Line, makes: Counter[str]) -> bool:
    """Whether a line is a sentence in an element of its own, and not in the frame of the page."""
    framed = line.role is not None or bool(line.block.hints & hints.OUTSIDE)
    return line.sentence and not framed and makes[line.make] <= 1


def _box(lines: Sequence[Line], n: int, writers: frozenset[str]) -> range:
    """The lines from a writer’s name up to one that tells of the writer, none if it does not.

    A line may open with the name itself, if it is a person's: a house is told of anywhere.
    """
    words = lines[n].words.casefold()
    names = [writer.casefold() for writer in writers]
    called = [part for name in names for part in (name, *name.split()[:1], *name.split()[-1:])]
    people = [
        part.casefold()
        for name in writers
        if " " in name
        for part in (name, *name.split())
        if part[:1].isupper()
    ]
    for above in range(n - 1, max(-1, n - 1 - _ABOVE), -1):
        if _name(lines[above]) in names and any(each in words for each in called):
            return range(above, n + 1)
    return range(n, n + words.startswith(tuple(f"{each} " for each in people)))


def _name(line: Line) -> str:
    return _ALONE.sub("", line.words).casefold()
