"""Boxes of facts between the paragraphs of a work: a heading, and what stands below it.

Pages call such a box an aside, as they call what has nothing to do with the work. Theirs have no
links, no buttons, and ask for nothing.
"""

from collections.abc import Iterator, Sequence, Set

from annotate.segments import closings, furniture, notes, pleas
from annotate.segments.lines import Line
from annotate.sources import hints
from annotate.sources.told import TOLD

_ASIDE = frozenset({"aside"})
_MOST = 30
"""Lines of such a box, at most."""

_LEAST = 12
"""Words of such a box, its heading with it, at least."""


def boxes(lines: Sequence[Line], core: Set[int]) -> Iterator[int]:
    """The lines of asides between the paragraphs of the work that tell something of it.

    core: the lines of the work. What a page declares as its body tells, too, what is not in it.
    """
    prose = [n for n in core if lines[n].prose]
    told = any(TOLD in lines[n].block.hints for n in prose)
    for run in _runs(lines, range(min(prose, default=0), max(prose, default=0))):
        declared = any(TOLD in lines[n].block.hints for n in run)
        if (declared or not told) and _tells([lines[n] for n in run]):
            yield from run


def _runs(lines: Sequence[Line], places: range) -> Iterator[list[int]]:
    """The runs of lines that are in an aside and in nothing else that is no work."""
    run: list[int] = []
    for n in places:
        if lines[n].block.hints & hints.OUTSIDE == _ASIDE:
            run.append(n)
        elif run:
            yield run
            run = []


def _tells(run: Sequence[Line]) -> bool:
    """Whether a box opens with a heading and tells something: no part of it leads on or asks."""
    heading, *rest = run
    if heading.block.role != "heading" or not 0 < len(rest) < _MOST:
        return False
    if closings.closes(heading) or notes.is_heading_about(heading.words):
        return False
    if sum(line.size for line in run) < _LEAST or any("bio" in line.block.hints for line in run):
        return False
    return not any(
        line.block.links or furniture.is_furniture(line) or pleas.is_plea(line) for line in run
    )


def without_hint(line: Line) -> Line:
    """A line of such a box, no longer called an aside."""
    return line.within(line.block._replace(hints=line.block.hints - _ASIDE))
