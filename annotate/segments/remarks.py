"""Readers' comments of a web page: which lines are, and what frames them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from annotate.segments import (
    announced,
    comments,
    cores,
    notices,
    posters,
    remark_lines,
)
from annotate.segments.lines import Line
from annotate.sources import hints, stamps


def with_thread(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of a thread marked as comments, and its frame as such."""
    marked = {n for n, line in enumerate(lines) if line.block.remark is not None}
    if marked:
        lines = _with_work(lines, min(marked))
        frame = _frame(lines, sorted(marked)) | _behind(lines, min(marked), max(marked) + 1)
        frame |= frozenset(posters.profiles(lines)) | frozenset(_repeated(lines, marked))
        return [
            _with(line, "comments", "respond") if n in frame else line
            for n, line in enumerate(lines)
        ]
    start = announced.start(lines)
    end = start if start is None else announced.end(lines, start)
    if start is None or end is None or _is_called(lines, start, end):
        return lines
    heading = set() if comments.is_opening(lines[start]) else {start}
    frame = _behind(lines, start, end) | heading
    if _is_poll(lines[start:end]):
        frame |= frozenset(range(start, end))
    return [
        _with(line, "comments", "respond")
        if n in frame
        else _said(line)
        if start <= n < end
        else line
        for n, line in enumerate(lines)
    ]


def _repeated(lines: Sequence[Line], marked: Set[int]) -> Iterator[int]:
    """The short lines that most comments of a thread have, but for their figures: buttons."""
    total = len({lines[n].block.remark for n in marked})
    if total < _OFTEN:
        return
    short = [n for n in sorted(marked) if _may_be_button(lines[n])]
    held: dict[str, set[str | None]] = defaultdict(set)
    for n in short:
        held[_FIGURES.sub("0", lines[n].words)].add(lines[n].block.remark)
    yield from (
        n for n in short if 2 * len(held[_FIGURES.sub("0", lines[n].words)]) > max(total, _OFTEN)
    )


def _may_be_button(line: Line) -> bool:
    return (
        line.size <= _BUTTON
        and line.block.role != "heading"
        and remark_lines.role(line) == "comment"
    )


_OFTEN = 3
"""Comments of a thread, at least, for what most of them have to be a button."""

_BUTTON = 5
"""Words of a button, at most."""

_FIGURES = re.compile(r"\d+")


def _is_poll(lines: Sequence[Line]) -> bool:
    """Whether a house asks its readers something, where nobody has said when they answered."""
    asked = any(_POLLS.search(line.words) for line in lines)
    return asked and not any(stamps.read(line.words) for line in lines)


_POLLS = re.compile(r"\bdo you (?:think|agree|believe|support)\b[^.?]*\?\Z", re.IGNORECASE)
"""What a house asks its readers, below "Your say": a poll, and nobody's comment."""


def _with_work(lines: Sequence[Line], first: int) -> Sequence[Line]:
    """The lines, those above a thread believed to be no comments where nothing else is the work.

    What opens a thread may be called a discussion, as all of it is.
    """
    if any(cores.merit(line) for line in lines):
        return lines
    return [_without(line) if n < first else line for n, line in enumerate(lines)]


def _without(line: Line) -> Line:
    """A line without the hint that it is a comment."""
    said = line.block.hints
    return (
        line.within(line.block._replace(hints=said - {"comments"})) if "comments" in said else line
    )


def _behind(lines: Sequence[Line], start: int, end: int) -> frozenset[int]:
    """The lines behind a thread that has the work above it: none of them is of the work."""
    if announced.prose(lines[end:]) > announced.prose(lines[:start]):
        return frozenset()
    return frozenset(n for n in range(end, len(lines)) if not _is_own(lines[n]))


def _is_own(line: Line) -> bool:
    """Whether a line behind a thread may be of the work all the same: a notice, a note."""
    said = line.block.hints
    return line.block.remark is not None or "bio" in said or notices.is_notice(line)


def _is_called(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether the page itself calls more of what it says comments than is announced."""
    called = sum(_is_beside(line) and line.sentence for line in lines)
    return called >= max(_CALLED, sum(line.sentence for line in lines[start:end]))


_CALLED = 2


def _said(line: Line) -> Line:
    return line if line.block.hints & (hints.OUTSIDE | {"body"}) else _with(line, "comments")


def _with(line: Line, *said: str) -> Line:
    return line.within(line.block._replace(hints=line.block.hints.union(said)))


def _frame(lines: Sequence[Line], marked: Sequence[int]) -> frozenset[int]:
    """The lines in and around a thread that are nobody's comment: headings, buttons, house rules.

    marked: the lines of comments, in order. What the page calls comments beside them is the frame,
    unless it says more than they do.
    """
    frame = {
        n
        for a, b in pairwise(marked)
        if announced.prose(lines[a + 1 : b]) < announced.BEFORE
        for n in range(a + 1, b)
    }
    beside = [n for n, line in enumerate(lines) if _is_beside(line)]
    if announced.prose([lines[n] for n in beside]) <= announced.prose([lines[n] for n in marked]):
        frame.update(beside)
    return frozenset(frame)


def _is_beside(line: Line) -> bool:
    return line.block.remark is None and "comments" in line.block.hints
