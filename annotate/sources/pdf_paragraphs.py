"""Lines of a PDF's columns to paragraphs, and what their look says they are.

A PDF has no paragraphs, only lines on a page. Where one ends is told by `pdf_breaks.py`; what it is
(a heading, an item, a quotation, a footnote) by how it is set beside the rest (`pdf_look.py`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotate.sources import pdf_breaks
from annotate.sources.pdf_breaks import INDENT, LEADERS, MARK, NOTE, SET_IN, Edges
from annotate.sources.pdf_lines import Line
from annotate.sources.pdf_look import LARGE, SMALL, TITLE, Look

_LONGEST_TITLE = 40
_LONGEST_HEADING = 25
_LONGEST_BOLD = 16
"""Words; what is longer and set so is a standfirst or a paragraph for those in a hurry."""

_BULLET = re.compile(r"[•‣▪◦●○■□►▶]\s*\S")


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


def paragraphs(column: Sequence[Line], look: Look) -> list[Paragraph]:
    """The paragraphs of a column."""
    edges = pdf_breaks.edges(column, look)
    held: list[Line] = []
    found: list[Paragraph] = []
    for line in column:
        if held and pdf_breaks.is_before(held, line, edges, look):
            found.append(_paragraph(held, edges, look))
            held = []
        held.append(line)
    if held:
        found.append(_paragraph(held, edges, look))
    return list(_listed(found, edges))


def _listed(found: Sequence[Paragraph], edges: Edges) -> Iterator[Paragraph]:
    """The paragraphs; several in a row that are set in alike are items whose bullets are drawn."""
    insets = [_inset(one, edges) for one in found]
    for n, one in enumerate(found):
        beside = (insets[at] for at in (n - 1, n + 1) if 0 <= at < len(found))
        if insets[n] is not None and insets[n] in beside:
            yield replace(one, role="list_item", level=1)
        else:
            yield one


def _inset(paragraph: Paragraph, edges: Edges) -> int | None:
    """How far all lines of a paragraph are set in, in ems; None if it is no drawn item."""
    inset = (min(line.left for line in paragraph.lines) - edges.left) / paragraph.size
    right = max(line.right for line in paragraph.lines)
    short = len(paragraph.lines) == 1 or right > edges.right - SET_IN * paragraph.size / 2
    plain = paragraph.role is None and not any("\t" in line.words for line in paragraph.lines)
    return (
        round(inset) if plain and short and inset >= _DRAWN and right <= edges.right + 1 else None
    )


_DRAWN = 1.9
"""Ems that an item of a list is set in by, at least, if its bullet is no sign but a picture."""


def _paragraph(held: Sequence[Line], edges: Edges, look: Look) -> Paragraph:
    made = Paragraph(lines=tuple(held))
    words = made.words
    if LEADERS.search(words):
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


def _is_quote(paragraph: Paragraph, edges: Edges) -> bool:
    """Whether all of a paragraph of prose is set in on both sides."""
    lines, em = paragraph.lines, paragraph.size
    if len(lines) < 2 or MARK.match(lines[0].words) or NOTE.match(lines[0].words):
        return False
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    set_in = left >= edges.left + SET_IN * em and right <= edges.right - SET_IN * em / 2
    return set_in and (max(line.left for line in lines) - left) < 3 * em


# footnotes


def footnotes(column: Sequence[Line], look: Look) -> int:
    """From which line of a column on its page's footnotes stand; their number if none do."""
    at = len(column)
    while at and column[at - 1].size <= SMALL * look.size:
        at -= 1
    if at == len(column) or (at == 0 and len(column) > 1 and not NOTE.match(column[0].words)):
        return len(column)
    while at < len(column) and not NOTE.match(column[at].words):
        at += 1
    return at


def notes(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The footnotes of a column's foot, each from its mark on."""
    held: list[Line] = []
    for line in lines:
        if held and NOTE.match(line.words) and line.left <= held[0].left + INDENT * line.size:
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
    if (
        abs(end.size - start.size) > 0.07 * end.size
        or pdf_breaks.has_ended(end)
        or "\t" in end.words
    ):
        return False
    if MARK.match(start.words) or not any(map(str.isalpha, start.words)):
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
