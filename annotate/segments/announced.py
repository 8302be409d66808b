"""Where the comments of a page that marks none lie: what announces a thread, and where it ends."""

import re
from collections.abc import Sequence

from annotate.segments import comments, cores, links, pleas, turns
from annotate.segments.lines import Line
from annotate.sources import announcements, hints, stamps


def prose(lines: Sequence[Line]) -> int:
    return sum(line.size for line in lines if line.prose)


def end(lines: Sequence[Line], start: int) -> int:
    """Where the thread that a line announces ends: with the largest element without the work.

    If that holds nothing but the heading, it ends with the element that holds both.
    """
    path, end, said = lines[start].path, start, False
    while path:
        first, behind = _extent(lines, start, path)
        works = prose(lines[first:start]) >= BEFORE
        if works and said:
            return _on(lines, end, behind)
        end = behind
        if works or _COLUMN.search(path):
            return end
        said = said or any(_says(line) for line in lines[start + 1 : end])
        path = path.rpartition("/")[0]
    return end


def _on(lines: Sequence[Line], at: int, end: int) -> int:
    """Where a thread ends that goes on beside the box of its heading: at the next heading."""
    breaks = (n for n in range(at, end) if _breaks(lines[n]))
    stop = next(breaks, end)
    return stop if any(_says(line) for line in lines[at:stop]) else at


def _breaks(line: Line) -> bool:
    other = line.role == "heading" and not announcements.on_page(line.words)
    return other or bool(line.block.hints & hints.OUTSIDE) or links.opens_teasers(line)


_COLUMN = re.compile(r"/td\[\d+\]$")
"""A cell beside others, as pages were laid out before style sheets."""


def _says(line: Line) -> bool:
    return line.sentence and not cores.is_linked(line)


def _extent(lines: Sequence[Line], n: int, path: str) -> tuple[int, int]:
    """The lines around line n that are in an element."""
    first, end = n, n + 1
    while first > 0 and lines[first - 1].is_in(path):
        first -= 1
    while end < len(lines) and lines[end].is_in(path):
        end += 1
    return first, end


BEFORE = 40
"""Words of prose above a heading of comments; what announces them higher up is a link to them."""

_SHORT = 20
"""The same above what is set as a heading: a short work has no more."""


def start(lines: Sequence[Line]) -> int | None:
    """The line that announces comments, below some prose and not a mere link."""
    above = 0
    for n, line in enumerate(lines):
        if line.block.remark or not line.block.hints.isdisjoint(hints.NO_WORK):
            continue
        above += line.size if line.prose and not pleas.is_consent(line) else 0
        if above < _SHORT:
            continue
        stands_out = line.role == "heading" or "bold" in line.block.hints
        if above < BEFORE and not stands_out:
            continue
        if above >= BEFORE and comments.is_opening(line):
            return n
        stands_out = stands_out or line.block.links == 0
        if stands_out and announcements.on_page(line.words) and not _heads_section(lines, n):
            return n
    return None


def _heads_section(lines: Sequence[Line], n: int) -> bool:
    """Whether what might announce comments is a heading of the work: "Discussion", "Response".

    The work goes on below it, in the same element or in one that another heading of the work opens,
    and nobody is named and no day told there.
    """
    above = next((line for line in reversed(lines[:n]) if line.prose), None)
    below = lines[n + 1 : n + 1 + _NEAR]
    at = next((m for m, line in enumerate(below) if line.sentence), None)
    if above is None or at is None or any(map(_names, below[: at + 2])):
        return False
    if _COUNTED_ALL.search(lines[n].words) or any(comments.is_signed(line) for line in below):
        return False
    said = next((line for line in below if line.prose), below[at])
    heads = (line for line in lines[:n] if line.role == "heading")
    parted = said.make == above.make and any(line.make == lines[n].make for line in heads)
    return parted or _box(said) == _box(above)


_COUNTED_ALL = re.compile(r"\d|\b(?:readers?|users?)\b", re.IGNORECASE)
"""What no section of a work is called: "Comments (12)", "Reader comments"."""


def _box(line: Line) -> str:
    """The element that a line stands in, a list left out."""
    return _LISTED.sub("", line.home)


_LISTED = re.compile(r"(?:/[uo]l(?:\[\d+\])?)+$")


def _names(line: Line) -> bool:
    """Whether a line names somebody, or tells a day, as one beside a comment does."""
    return line.role != "heading" and (turns.is_name(line) or stamps.read(line.words) is not None)


_NEAR = 6
"""Lines below a heading of comments in which the first of them has a name or a day."""
