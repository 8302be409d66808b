"""Rows of cards in the element of a work: other articles, told by where they stand and how many
words they have."""

from collections.abc import Iterator, Sequence

from annotate.segments import cards, closings
from annotate.segments.lines import Line
from annotate.sources import hints

_CARDS = 0.2
"""How much of the prose boxes with linked headings may hold; a list of reviews holds more."""

_ROW = 3
"""Cards that may hold more, or whose titles are no headings, at least."""

_APART = 0.45
"""How much of the prose cards may hold that stand apart from all else."""

_BELOW = 0.35
"""How much of it they may hold in one box with all else, below that."""

_LONGEST = 80
"""Words of prose in such a card, on average, at most."""

_LABEL = 12
"""Words of the line that says what the cards are, at most."""


def idle(lines: Sequence[Line], held: Sequence[int]) -> Iterator[int]:
    """The lines of boxes alike, each with a title that is a link, and those that announce them."""
    for paths in cards.alike(lines, held).values():
        boxes = cards.boxes(paths) if len(paths) > 1 else cards.Boxes()
        inside = _inside(lines, held, boxes)
        if inside and (_are_few(lines, held, inside) or _are_apart(lines, held, boxes)):
            yield from inside
            yield from _above(lines, held, inside[0])
    for paths in cards.titled(lines, held).values():
        boxes = cards.boxes(paths) if len(paths) >= _ROW else cards.Boxes()
        inside = _inside(lines, held, boxes)
        if inside and _are_apart(lines, held, boxes):
            yield from inside
            yield from _label(lines, held, inside[0])
            yield from _above(lines, held, inside[0])


def size(line: Line) -> int:
    """The words of a line of prose that may be the work's, none of any other."""
    return line.size if line.prose and not line.block.hints & hints.OUTSIDE else 0


def _inside(lines: Sequence[Line], held: Sequence[int], boxes: cards.Boxes) -> list[int]:
    return [n for n in held if cards.holder(lines[n].path, boxes)]


def _label(lines: Sequence[Line], held: Sequence[int], first: int) -> Iterator[int]:
    """The line right above the first card that says what the cards are, if there is one."""
    n = first - 1
    label = n in held and lines[n].size <= _LABEL and not lines[n].sentence
    if label and cards.leads(lines, n):
        yield n


def _above(lines: Sequence[Line], held: Sequence[int], first: int) -> Iterator[int]:
    """The lines above the first card, where the work is below: the site's name."""
    above = [n for n in held if n < first]
    if not any(lines[n].sentence for n in above):
        yield from above


def _are_few(lines: Sequence[Line], held: Sequence[int], inside: Sequence[int]) -> bool:
    """Whether cards hold little of the prose, are in no article of a page that has one, or are
    announced as something else."""
    prose = sum(size(lines[n]) for n in inside)
    few = prose <= _CARDS * sum(size(lines[n]) for n in held)
    return few or _are_outside(lines, held, inside) or _are_announced(lines, held, inside[0])


def _are_apart(lines: Sequence[Line], held: Sequence[int], boxes: cards.Boxes) -> bool:
    """Whether cards stand above or below all other prose, and hold less of it, a few words each.

    Above it only by themselves in a box.
    """
    told = [n for n in held if size(lines[n])]
    inside = [n for n in told if cards.holder(lines[n].path, boxes)]
    others = [n for n in told if n not in inside]
    if len(boxes.openings) < _ROW or not (inside and others):
        return False
    prose, rest = (sum(size(lines[n]) for n in each) for each in (inside, others))
    few = prose <= min(_APART * (prose + rest), _LONGEST * len(boxes.openings))
    if not any(cards.is_in(lines[n].path, boxes.around) for n in others):
        return few and (others[-1] < inside[0] or inside[-1] < others[0])
    return few and others[-1] < inside[0] and prose <= _BELOW * (prose + rest)


def _are_outside(lines: Sequence[Line], held: Sequence[int], inside: Sequence[int]) -> bool:
    """Whether the work is in an article of the page, and the cards are not."""
    marked = {n for n in held if size(lines[n]) and lines[n].block.hints & {"article", "body"}}
    return bool(marked) and marked.isdisjoint(inside)


def _are_announced(lines: Sequence[Line], held: Sequence[int], first: int) -> bool:
    """Whether the line above the first card says that what comes is something else."""
    above = [n for n in held if n < first]
    return bool(above) and closings.closes(lines[above[-1]])
