"""A text changed in places, and where each of its offsets goes.

Everything that we know of a text is told in its code points. Who changes the text must move all of
that along; here is the arithmetic, once.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from annotate.model import Pair

GAP = "[…]"
"""What stands for words left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A stretch of the old text, and what stands there in the new one.

    is_cut: the stretch has gone and `by` only says so; else `by` is the same thing in other words.
    """

    start: int
    end: int
    by: str
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """The new text and the way to it. firsts: where each edit's words stand in it."""

    text: str
    edits: tuple[Edit, ...]
    firsts: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def stretch(self, start: int, end: int) -> Pair | None:
        """Where a stretch stands now: with all of what it had a part of, or None if it was cut."""
        first, last = self.start(start), self.end(end)
        return (first, last) if first < last else None

    def start(self, place: int) -> int:
        """Where a stretch begins now that began at a place; behind a cut if it began in one."""
        at = bisect_right(self.starts, place) - 1
        if at < 0:
            return place
        edit, first = self.edits[at], self.firsts[at]
        if place < edit.end:
            return first + len(edit.by) if edit.is_cut else first
        return first + len(edit.by) + place - edit.end

    def end(self, place: int) -> int:
        """Where a stretch ends now that ended at a place; before a cut if it ended in one."""
        at = bisect_left(self.starts, place) - 1
        if at < 0:
            return place
        edit, first = self.edits[at], self.firsts[at]
        if edit.is_cut and place <= edit.end:
            return first
        if place < edit.end:
            return first + len(edit.by)
        return first + len(edit.by) + place - edit.end

    def is_whole(self, start: int, end: int) -> bool:
        """Whether nothing of a stretch was cut."""
        at = bisect_right(self.ends, start)
        inside = self.edits[at : bisect_left(self.starts, end)]
        return not any(edit.is_cut for edit in inside)


def edited(text: str, edits: Sequence[Edit]) -> Moved:
    """The text with all edits made. They are in order, none empty, none overlaps another."""
    pieces: list[str] = []
    firsts: list[int] = []
    at = length = 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.by]
        length += edit.start - at
        firsts.append(length)
        length += len(edit.by)
        at = edit.end
    pieces.append(text[at:])
    return Moved(
        text="".join(pieces),
        edits=tuple(edits),
        firsts=tuple(firsts),
        starts=tuple(edit.start for edit in edits),
        ends=tuple(edit.end for edit in edits),
    )
