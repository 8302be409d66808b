"""Hints of a page that its own prose refutes, and its lines without them.

A designer calls a paragraph whatever styles it well: an advertisement, a sign-up, a comment.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from annotate.segments import cores
from annotate.segments.lines import Line
from annotate.sources import hints

_BELIEVED = 0.4
"""A hint that more than this share of a page's prose carries says nothing: page builders call every
paragraph a widget."""

_FRAMES = frozenset({"nav", "footer", "cookie"})
"""The hints that are believed whatever they hold."""

_DOUBTED = (hints.OUTSIDE - _FRAMES) | {
    "byline",
    "caption",
    "bio",
    "deck",
    "notes",
    "figure",
    "rights",
}


def believed(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a page without the hints that its prose refutes."""
    return _beside_title(_flowing(_of_few(_told(lines))))


def _told(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, none a heading that is a paragraph by its length, where there are many such and
    they say more than the paragraphs do."""
    long = {n for n, line in enumerate(lines) if _is_paragraph(line)}
    told = sum(lines[n].size for n in long)
    rest = sum(line.size for line in lines if line.prose and line.role != "heading")
    if len(long) < _SEVERAL_PARAGRAPHS or told <= rest:
        return lines
    return [_as_paragraph(line) if n in long else line for n, line in enumerate(lines)]


def _is_paragraph(line: Line) -> bool:
    return line.role == "heading" and line.block.level > 1 and line.prose and line.final


def _as_paragraph(line: Line) -> Line:
    return line.within(line.block._replace(role=None, level=0))


def _of_few(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the hints that would call most of the page's prose a frame."""
    prose = [
        line
        for line in lines
        if line.prose and line.block.remark is None and not line.block.hints & _FRAMES
    ]
    total = sum(line.size for line in prose)
    taken: Counter[str] = Counter()
    for line in prose:
        for hint in line.block.hints:
            taken[hint] += line.size
    wrong = {hint for hint in _DOUBTED if taken[hint] > _BELIEVED * total}
    if not wrong:
        return lines
    return [line.within(line.block._replace(hints=line.block.hints - wrong)) for line in lines]


def _flowing(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the hints that many paragraphs in one element refute.

    What is behind a paywall is called after it, and so is the box that offers to lift it.
    """
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for line in lines:
        said = line.block.hints & hints.OUTSIDE
        if said and said <= _REFUTED and line.prose and line.block.tag == "p":
            counts[line.home] += 1
            sizes[line.home] += 0 if cores.is_linked(line) else line.size
    homes = {home for home, n in counts.items() if n >= _SEVERAL_PARAGRAPHS <= sizes[home] / _LONG}
    if not homes:
        return lines
    return [_without(line, _REFUTED) if line.home in homes else line for line in lines]


def _without(line: Line, wrong: frozenset[str]) -> Line:
    return replace(line, block=line.block._replace(hints=line.block.hints - wrong))


_REFUTED = frozenset({"ad", "masthead", "player", "pull", "related", "share", "signup", "tags"})
_SEVERAL_PARAGRAPHS = 3
_LONG = 40
"""Words of a paragraph of the work, on average; an offer's has fewer."""


def _beside_title(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the hints of paragraphs beside the page's one main heading, where hardly
    any other running text is left."""
    titles = [line for line in lines if line.role == "heading" and line.block.level == 1]
    if len(titles) != 1:
        return lines
    running = [line for line in lines if line.prose and not cores.is_linked(line)]
    free = sum(line.size for line in running if not line.block.hints & hints.NO_WORK)
    held = [line for line in running if line.home == titles[0].home and line.block.remark is None]
    if len(held) < _SEVERAL_PARAGRAPHS or sum(line.size for line in held) <= _MORE * free:
        return lines
    home = titles[0].home
    return [_without(line, hints.NO_WORK) if line.home == home else line for line in lines]


_MORE = 3
"""How many times as much such paragraphs say as all else that may be the work."""


def with_work(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, none in a thread by a heading alone where that would leave no work.

    The entries of a live blog stand below a count of comments as comments do.
    """
    prose = [
        line
        for line in lines
        if line.prose and line.block.hints & hints.WORKS and not line.block.hints & hints.OUTSIDE
    ]
    said = ["comments" in line.block.hints and line.block.remark is None for line in prose]
    if not said or not all(said):
        return lines
    return [
        line.within(line.block._replace(hints=line.block.hints - {"comments"})) for line in lines
    ]
