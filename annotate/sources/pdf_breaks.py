"""Where a paragraph of a PDF's column ends.

What parts two of them is what a reader sees: a wider space, an indent, a change of size or weight,
a bullet, or a line that ends though the next word would have fitted.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annotate.sources import pdf_look
from annotate.sources.pdf_lines import Line
from annotate.sources.pdf_look import LARGE, Look

INDENT = 0.6
"""Ems that a line is set in by, at least, for an eye to see it."""

SET_IN = 1.4
"""The same of a block quotation, on the left; on the right half as much."""

_ROOM = 0.3
"""Of a column's width: a line that leaves this much is the last of its paragraph, a caption, an
item of a list, whatever it ends with."""

_SPACE = 1.22
"""Times the usual distance of lines, from which a paragraph ends between them."""

_RAISED_SPACE = 1.5
"""The same above a line with a raised sign, which browsers push down by a fourth."""

_RAISED = re.compile(r"[¹²³⁴-⁹⁰]")
MARK = re.compile(
    r"(?:[•‣▪◦●○■□►▶·]|[–—*-]|\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\([a-z]{1,4}\)|[a-z][.)])[\s\t]"
)
NOTE = re.compile(r"(?:[¹²³⁴-⁹⁰]+|\[?\d{1,3}[\]).]?|[*†‡§]+)\s*[\w“\"(]")
_ENDED = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*[¹²³⁴-⁹⁰]*$")
LEADERS = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Where the lines of a column begin and end, points.

    first: where the first lines of its paragraphs begin, None if not farther in than the others.
    """

    left: float
    right: float
    first: float | None = None


def edges(column: Sequence[Line], look: Look) -> Edges:
    """The column's edges: where most lines begin, and where the longest but a tenth end."""
    lefts: Counter[float] = Counter()
    for line in column:
        lefts[pdf_look.half(line.left)] += len(line.words)
    rights = sorted(line.right for line in column)
    common = max(lefts, key=lambda left: (lefts[left], -left))
    right = rights[int(0.9 * (len(rights) - 1))]
    return Edges(left=common, right=right, first=_first(column, common, look))


def _first(column: Sequence[Line], left: float, look: Look) -> float | None:
    """Where lines begin that are set in alone, if there are several such."""
    alone = [
        pdf_look.half(line.left)
        for line, below in itertools.pairwise(column)
        if line.left > left + INDENT * line.size
        and abs(below.left - left) < 1
        and below.y - line.y < _SPACE * _pitch([line], below, look)
        and not MARK.match(line.words)
    ]
    found = max(set(alone), key=alone.count, default=0.0)
    return found if alone.count(found) >= _SEVERAL else None


_SEVERAL = 2
"""Paragraphs of a column that open with an indent, for that to be how they open."""


def is_before(held: Sequence[Line], line: Line, edges: Edges, look: Look) -> bool:
    """Whether a paragraph ends before a line."""
    last = held[-1]
    if "\t" in line.words or "\t" in last.words or LEADERS.search(last.words):
        return True
    if _differs(held, line):
        return True
    if line.y - last.y > _space(last, line) * _pitch(held, line, look) or line.y < last.y:
        return True
    if line.size >= LARGE * look.size:
        return False
    if MARK.match(line.words) and (has_ended(last) or _opens_as(held[0], line)):
        return True
    return _is_set_otherwise(held, line, edges)


def _opens_as(first: Line, line: Line) -> bool:
    """Whether two lines are items of one list."""
    return bool(MARK.match(first.words)) and abs(first.left - line.left) < INDENT * line.size


def _differs(held: Sequence[Line], line: Line) -> bool:
    """Whether a line is of another size or weight than the paragraph above it."""
    last = held[-1]
    if abs(line.size - last.size) > 0.07 * max(line.size, last.size):
        return True
    return line.bold != last.bold and line.bold != held[0].bold and _is_whole(held, line)


def _is_whole(held: Sequence[Line], line: Line) -> bool:
    """Whether the bold words are lines by themselves, no words within a paragraph."""
    return all(one.bold == held[0].bold for one in held) and (line.bold or _fits(held[-1], line, 0))


def _space(last: Line, line: Line) -> float:
    """How many times the usual distance two lines of one paragraph may stand apart."""
    return _RAISED_SPACE if _RAISED.search(line.words) and not has_ended(last) else _SPACE


def _pitch(held: Sequence[Line], line: Line, look: Look) -> float:
    """The usual distance of two lines: of the paragraph's own, else of lines of this size."""
    even = len(held) > 1 and not _RAISED.search(held[-1].words)
    if even and abs(held[-1].size - held[-2].size) < 0.5:
        return held[-1].y - held[-2].y
    return max(look.pitch * line.size / look.size, 1.12 * line.size)


def _is_set_otherwise(held: Sequence[Line], line: Line, edges: Edges) -> bool:
    """Whether an indent, or a line that ends early, parts a line from the paragraph above it."""
    last, step = held[-1], INDENT * line.size
    right = _right(last, line, edges)
    ended = has_ended(last)
    if _is_first_again(held, line, step):
        return True
    if edges.first is not None and abs(line.left - edges.first) < 1 and not _hangs(held, line):
        return not _is_set_in(held, edges)
    if line.left > last.left + step and not _hangs(held, line):
        return ended or _fits(last, line, right)
    if line.left < last.left - step and len(held) > 1:
        return True
    if ended:
        return _fits(last, line, right - line.size)
    alike = len(held) == 1 and edges.left + step < line.left < last.left + step / 2
    room = _ROOM / 2 if alike else _ROOM
    return right - last.right > room * (right - edges.left) and not line.words[:1].islower()


def _is_set_in(held: Sequence[Line], edges: Edges) -> bool:
    """Whether a paragraph of several lines is set in as a whole: a block quotation."""
    return len(held) > 1 and all(line.left > edges.left + 1 for line in held[1:])


def _is_first_again(held: Sequence[Line], line: Line, step: float) -> bool:
    """Whether a line is set in as the first line of the paragraph above it is, and only that."""
    if len(held) < 2 or line.left < held[-1].left + step:
        return False
    return abs(line.left - held[0].left) < step / 2 and held[1].left < held[0].left - step


def _right(last: Line, line: Line, edges: Edges) -> float:
    """Where lines end: what is set in on the left may be set in as much on the right."""
    inset = min(last.left, line.left) - edges.left
    if inset < SET_IN * line.size:
        return max(edges.right, last.right)
    return max(edges.right - inset, last.right, line.right)


def _hangs(held: Sequence[Line], line: Line) -> bool:
    """Whether a line is set in below the mark that opens its paragraph."""
    first = held[0]
    marked = MARK.match(first.words) or NOTE.match(first.words)
    return bool(marked) and len(held) == 1 and line.left < first.left + 4 * line.size


def _fits(last: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would have fitted into a line that ends at `right`."""
    words = line.words.split()
    width = line.width * (len(words[0]) + 1) / max(1, len(line.words)) if words else 0.0
    return last.right + width < (right or line.right)


def has_ended(line: Line) -> bool:
    return bool(_ENDED.search(line.words))
