"""Lines of a PDF's columns to paragraphs, and what their look says they are.

A PDF has no paragraphs, only lines on a page. What parts two of them is what a reader sees: a
wider space, an indent, a change of size or weight, a bullet, or a line that ends though the next
word would have fitted.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotate.sources.pdf_lines import Line

LARGE = 1.12
"""Times the size of the running text, from which a line is a heading."""

SMALL = 0.94
"""Times that size, below which lines at a page's foot are footnotes."""

TITLE = 1.2
"""Times that size, from which the largest line of the first pages is the title."""

_LONGEST_TITLE = 40
_LONGEST_HEADING = 25
_LONGEST_BOLD = 16
"""Words; what is longer and set so is a standfirst or a paragraph for those in a hurry."""

_INDENT = 0.6
"""Ems that a line is set in by, at least, for an eye to see it."""

_SET_IN = 1.4
"""The same of a block quotation, on the left; on the right half as much."""

_ROOM = 0.3
"""Of a column's width: a line that leaves this much is the last of its paragraph, a caption, an
item of a list, whatever it ends with."""

_SPACE = 1.22
"""Times the usual distance of lines, from which a paragraph ends between them."""

_RAISED_SPACE = 1.5
"""The same above a line with a raised sign, which browsers push down by a fourth."""

_RAISED = re.compile(r"[¹²³⁴-⁹⁰]")
_MARK = re.compile(
    r"(?:[•‣▪◦●○■□►▶·]|[–—*-]|\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\([a-z]{1,4}\)|[a-z][.)])[\s\t]"
)
_BULLET = re.compile(r"[•‣▪◦●○■□►▶]\s*\S")
_NOTE = re.compile(r"(?:[¹²³⁴-⁹⁰]+|\[?\d{1,3}[\]).]?|[*†‡§]+)\s*[\w“\"(]")
_ENDED = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*[¹²³⁴-⁹⁰]*$")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that belong together. role: the kind that their look states, None if it states none.

    level: of a heading. rest: it goes on a paragraph of the column before it.
    """

    lines: tuple[Line, ...]
    role: str | None = None
    level: int = 0
    rest: bool = False

    @property
    def words(self) -> str:
        """All its words on one line."""
        return " ".join(line.words for line in self.lines)

    @property
    def size(self) -> float:
        """The size of most of its signs."""
        sizes: Counter[float] = Counter()
        for line in self.lines:
            sizes[line.size] += len(line.words)
        return max(sizes, key=lambda size: sizes[size])

    @property
    def bold(self) -> bool:
        """Whether all of it is."""
        return all(line.bold for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a document is set: the size of its running text, and the distance of such lines."""

    size: float
    pitch: float


def look(columns: Iterable[Sequence[Line]]) -> Look:
    """How most of a document is set."""
    sizes: Counter[float] = Counter()
    pitches: Counter[tuple[float, float]] = Counter()
    for column in columns:
        for line in column:
            sizes[_half(line.size)] += len(line.words)
        for above, below in itertools.pairwise(column):
            if _half(above.size) == _half(below.size) and below.y > above.y:
                pitches[_half(below.size), _half(below.y - above.y)] += 1
    size = max(sizes, key=lambda size: sizes[size], default=10.0)
    own = {pitch: count for (of, pitch), count in pitches.items() if of == size}
    near = {pitch: count for pitch, count in own.items() if pitch < 3 * size}
    often = [pitch for pitch, count in near.items() if count >= _OFTEN * sum(near.values())]
    return Look(size=size, pitch=min(often, default=1.2 * size))


_OFTEN = 0.15
"""Of all distances between lines: the least that is so frequent is the one within paragraphs, even
where most paragraphs have one line."""


def _half(points: float) -> float:
    return round(points * 2) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edges:
    """Where the lines of a column begin and end, points.

    first: where the first lines of its paragraphs begin, None if not farther in than the others.
    """

    left: float
    right: float
    first: float | None = None


def paragraphs(column: Sequence[Line], look: Look) -> list[Paragraph]:
    """The paragraphs of a column."""
    edges = _edges(column, look)
    held: list[Line] = []
    found: list[Paragraph] = []
    for line in column:
        if held and _parts(held, line, edges, look):
            found.append(_paragraph(held, edges, look))
            held = []
        held.append(line)
    if held:
        found.append(_paragraph(held, edges, look))
    return list(_listed(found, edges))


def _listed(found: Sequence[Paragraph], edges: _Edges) -> Iterator[Paragraph]:
    """The paragraphs; several in a row that are set in alike are items whose bullets are drawn."""
    insets = [_inset(one, edges) for one in found]
    for n, one in enumerate(found):
        beside = (insets[at] for at in (n - 1, n + 1) if 0 <= at < len(found))
        if insets[n] is not None and insets[n] in beside:
            yield replace(one, role="list_item", level=1)
        else:
            yield one


def _inset(paragraph: Paragraph, edges: _Edges) -> int | None:
    """How far all lines of a paragraph are set in, in ems; None if it is no drawn item."""
    inset = (min(line.left for line in paragraph.lines) - edges.left) / paragraph.size
    right = max(line.right for line in paragraph.lines)
    short = len(paragraph.lines) == 1 or right > edges.right - _SET_IN * paragraph.size / 2
    plain = paragraph.role is None and not any("\t" in line.words for line in paragraph.lines)
    return (
        round(inset) if plain and short and inset >= _DRAWN and right <= edges.right + 1 else None
    )


_DRAWN = 1.9
"""Ems that an item of a list is set in by, at least, if its bullet is no sign but a picture."""


def _edges(column: Sequence[Line], look: Look) -> _Edges:
    """The column's edges: where most lines begin, and where the longest but a tenth end."""
    lefts: Counter[float] = Counter()
    for line in column:
        lefts[_half(line.left)] += len(line.words)
    rights = sorted(line.right for line in column)
    common = max(lefts, key=lambda left: (lefts[left], -left))
    right = rights[int(0.9 * (len(rights) - 1))]
    return _Edges(left=common, right=right, first=_first(column, common, look))


def _first(column: Sequence[Line], left: float, look: Look) -> float | None:
    """Where lines begin that are set in alone, if there are several such."""
    alone = [
        _half(line.left)
        for line, below in itertools.pairwise(column)
        if line.left > left + _INDENT * line.size
        and abs(below.left - left) < 1
        and below.y - line.y < _SPACE * _pitch([line], below, look)
        and not _MARK.match(line.words)
    ]
    found = max(set(alone), key=alone.count, default=0.0)
    return found if alone.count(found) >= _SEVERAL else None


_SEVERAL = 2
"""Paragraphs of a column that open with an indent, for that to be how they open."""


def _parts(held: Sequence[Line], line: Line, edges: _Edges, look: Look) -> bool:
    """Whether a paragraph ends before a line."""
    last = held[-1]
    if "\t" in line.words or "\t" in last.words or _LEADERS.search(last.words):
        return True
    if _differs(held, line):
        return True
    if line.y - last.y > _space(last, line) * _pitch(held, line, look) or line.y < last.y:
        return True
    if line.size >= LARGE * look.size:
        return False
    if _MARK.match(line.words) and (_ended(last) or _opens_as(held[0], line)):
        return True
    return _is_set_otherwise(held, line, edges)


def _opens_as(first: Line, line: Line) -> bool:
    """Whether two lines are items of one list."""
    return bool(_MARK.match(first.words)) and abs(first.left - line.left) < _INDENT * line.size


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
    return _RAISED_SPACE if _RAISED.search(line.words) and not _ended(last) else _SPACE


def _pitch(held: Sequence[Line], line: Line, look: Look) -> float:
    """The usual distance of two lines: of the paragraph's own, else of lines of this size."""
    even = len(held) > 1 and not _RAISED.search(held[-1].words)
    if even and abs(held[-1].size - held[-2].size) < 0.5:
        return held[-1].y - held[-2].y
    return max(look.pitch * line.size / look.size, 1.12 * line.size)


def _is_set_otherwise(held: Sequence[Line], line: Line, edges: _Edges) -> bool:
    """Whether an indent, or a line that ends early, parts a line from the paragraph above it."""
    last, step = held[-1], _INDENT * line.size
    right = _right(last, line, edges)
    ended = _ended(last)
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


def _is_set_in(held: Sequence[Line], edges: _Edges) -> bool:
    """Whether a paragraph of several lines is set in as a whole: a block quotation."""
    return len(held) > 1 and all(line.left > edges.left + 1 for line in held[1:])


def _is_first_again(held: Sequence[Line], line: Line, step: float) -> bool:
    """Whether a line is set in as the first line of the paragraph above it is, and only that."""
    if len(held) < 2 or line.left < held[-1].left + step:
        return False
    return abs(line.left - held[0].left) < step / 2 and held[1].left < held[0].left - step


def _right(last: Line, line: Line, edges: _Edges) -> float:
    """Where lines end: what is set in on the left may be set in as much on the right."""
    inset = min(last.left, line.left) - edges.left
    if inset < _SET_IN * line.size:
        return max(edges.right, last.right)
    return max(edges.right - inset, last.right, line.right)


def _hangs(held: Sequence[Line], line: Line) -> bool:
    """Whether a line is set in below the mark that opens its paragraph."""
    first = held[0]
    marked = _MARK.match(first.words) or _NOTE.match(first.words)
    return bool(marked) and len(held) == 1 and line.left < first.left + 4 * line.size


def _fits(last: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would have fitted into a line that ends at `right`."""
    words = line.words.split()
    width = line.width * (len(words[0]) + 1) / max(1, len(line.words)) if words else 0.0
    return last.right + width < (right or line.right)


def _ended(line: Line) -> bool:
    return bool(_ENDED.search(line.words))


def _paragraph(held: Sequence[Line], edges: _Edges, look: Look) -> Paragraph:
    made = Paragraph(lines=tuple(held))
    words = made.words
    if _LEADERS.search(words):
        return replace(made, role="boilerplate")
    if is_heading(made, look):
        return replace(made, role="heading")
    if _BULLET.match(words):
        return replace(made, role="list_item", level=1)
    return replace(made, role="quote") if _is_quote(made, edges) else made


def is_heading(paragraph: Paragraph, look: Look) -> bool:
    """Whether a paragraph is large or bold as headings are, and short enough."""
    words = paragraph.words
    count = len(words.split())
    if not any(map(str.isalpha, words)) or "\t" in words:
        return False
    if paragraph.size >= LARGE * look.size:
        return count <= _LONGEST_HEADING
    bare = words.rstrip("”’»\"')")
    return paragraph.bold and count <= _LONGEST_BOLD and not bare.endswith((".", ",", ";", ":"))


def _is_quote(paragraph: Paragraph, edges: _Edges) -> bool:
    """Whether all of a paragraph of prose is set in on both sides."""
    lines, em = paragraph.lines, paragraph.size
    if len(lines) < 2 or _MARK.match(lines[0].words) or _NOTE.match(lines[0].words):
        return False
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    set_in = left >= edges.left + _SET_IN * em and right <= edges.right - _SET_IN * em / 2
    return set_in and (max(line.left for line in lines) - left) < 3 * em


# footnotes


def footnotes(column: Sequence[Line], look: Look) -> int:
    """From which line of a column on its page's footnotes stand; their number if none do."""
    at = len(column)
    while at and column[at - 1].size <= SMALL * look.size:
        at -= 1
    if at == len(column) or (at == 0 and len(column) > 1 and not _NOTE.match(column[0].words)):
        return len(column)
    while at < len(column) and not _NOTE.match(column[at].words):
        at += 1
    return at


def notes(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The footnotes of a column's foot, each from its mark on."""
    held: list[Line] = []
    for line in lines:
        if held and _NOTE.match(line.words) and line.left <= held[0].left + _INDENT * line.size:
            yield Paragraph(lines=tuple(held), role="note")
            held = []
        held.append(line)
    if held:
        yield Paragraph(lines=tuple(held), role="note")


# columns and pages that cut a paragraph


def goes_on(last: Paragraph, first: Paragraph, right: float) -> bool:
    """Whether the first paragraph of a column is the rest of the last one before it.

    right: where the lines of the column before end. The last line is full and ends no sentence, and
    the next one looks alike; or the next one opens in mid-sentence.
    """
    end, start = last.lines[-1], first.lines[0]
    if last.role != first.role or last.role not in {None, "quote", "list_item"}:
        return False
    if abs(end.size - start.size) > 0.07 * end.size or _ended(end) or "\t" in end.words:
        return False
    if _MARK.match(start.words) or not any(map(str.isalpha, start.words)):
        return False
    return start.words[0].islower() or end.right > right - 2.5 * end.size


def titled(paragraphs: Sequence[Paragraph], look: Look) -> int | None:
    """Which of the first pages' paragraphs is the title: the largest, and the first of those."""
    large = [
        n
        for n, one in enumerate(paragraphs)
        if one.role == "heading"
        and one.size >= TITLE * look.size
        and sum(map(str.isalpha, one.words)) > 2
        and len(one.words.split()) <= _LONGEST_TITLE
    ]
    if not large:
        return None
    most = max(paragraphs[n].size for n in large)
    return next(n for n in large if paragraphs[n].size > 0.97 * most)
