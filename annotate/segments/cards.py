"""Cards: boxes alike, each with a title that is a link, as pages show other articles.

A long row of cards may hold more words than a short article above it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from annotate.segments.lines import Line
from annotate.sources import hints

_LINKED = 0.8


def alike(lines: Sequence[Line], among: Sequence[int]) -> Mapping[str, Sequence[str]]:
    """The paths of headings that are links, by how they are made."""
    found: dict[str, list[str]] = defaultdict(list)
    for n in among:
        if is_heading(lines[n]):
            found[lines[n].make].append(lines[n].path)
    return found


def titled(lines: Sequence[Line], among: Sequence[int]) -> Mapping[str, Sequence[str]]:
    """The paths of links that stand above prose in their boxes, by how they are made."""
    found: dict[str, list[str]] = defaultdict(list)
    for n in among:
        if _is_title(lines[n]) and leads(lines, n):
            path = lines[n].path
            bare = is_in(lines[n + 1].path, opening(path))
            found[lines[n].make].append(f"{path}/a" if bare else path)
    return found


def _is_title(line: Line) -> bool:
    return line.size in _TITLE and line.role in _LOOSE and _is_linked(line)


_LOOSE = frozenset({None, "list_item"})


def leads(lines: Sequence[Line], n: int) -> bool:
    """Whether a line has more in common with what stands below it than with the prose above it."""
    if n + 1 == len(lines):
        return False
    above = next((m for m in range(n - 1, max(-1, n - _NEAR), -1) if lines[m].prose), None)
    return above is None or _shared(lines[n], lines[n + 1]) > _shared(lines[n], lines[above])


_NEAR = 4
"""How far above a title prose may stand that has it in one box."""


def _shared(one: Line, other: Line) -> int:
    """How deep the innermost element lies that holds two lines."""
    steps = zip(one.path.split("/"), other.path.split("/"), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], steps))


def is_heading(line: Line) -> bool:
    if line.role != "heading" or line.block.level <= 1:
        return False
    return _is_linked(line)


def _is_linked(line: Line) -> bool:
    return line.block.links >= _LINKED * (line.end - line.start)


def _bare(lines: Sequence[Line]) -> Mapping[str, Sequence[str]]:
    """The paths of links in the bare text of boxes that hold more, by how the boxes are made."""
    found: dict[str, list[str]] = defaultdict(list)
    for line, below in pairwise(lines):
        path = line.path
        if _is_bare_link(line) and is_in(below.path, opening(path)):
            found[line.make].append(f"{path}/a")
    return found


def _is_bare_link(line: Line) -> bool:
    return _is_linked(line) and line.role is None and line.size in _TITLE


_TITLE = range(2, 20)
"""Words of a card's title that is no heading."""


class Boxes(NamedTuple):
    """Boxes in one element: how the paths of what is in it open, and of what is in each box."""

    around: str = ""
    openings: frozenset[str] = frozenset()


def boxes(paths: Sequence[str]) -> Boxes:
    """The boxes of headings alike.

    There are none where the headings are beside each other: these are the work's own, in one flow
    with its paragraphs.
    """
    steps = [path.split("/") for path in paths]
    depth = 0
    for level in zip(*steps, strict=False):
        if len(set(level)) > 1:
            break
        depth += 1
    if depth >= min(map(len, steps)) - 1:
        return Boxes()
    return Boxes(
        around=opening("/".join(steps[0][:depth])),
        openings=frozenset(opening("/".join(step[: depth + 1])) for step in steps),
    )


def opening(path: str) -> str:
    """How the path of an element opens, and that of all that is in it."""
    return f"{path}/"


def is_in(path: str, box: str) -> bool:
    """Whether an element is a box, or in it; box: how its path opens."""
    return opening(path).startswith(box)


def holder(path: str, boxes: Boxes) -> str:
    """How the one of some boxes opens that an element is, or is in, "" if there is none."""
    if not (boxes.openings and path.startswith(boxes.around)):
        return ""
    path = opening(path)
    box = path[: path.find("/", len(boxes.around)) + 1]
    return box if box in boxes.openings else ""


_ROW = 3
"""Cards in a row, at least, that are other articles although they hold most of the words."""

_LONGEST = 45
"""Words of prose in such a card, on average, at most: things that a work lists have more."""

_WORK = 25
"""Words of prose below the title, in a box without cards, at least."""


def rows(lines: Sequence[Line]) -> Iterator[int]:
    """The lines of long rows of cards, apart from a work that stands in a box with its title."""
    every = range(len(lines))
    plain = titled(lines, every)
    kinds = (alike(lines, every), plain, _bare(lines))
    found = [paths for kind in kinds for paths in kind.values() if len(paths) >= _ROW]
    work = _work(lines) if found else ""
    for paths in found if work else ():
        held = boxes(paths)
        apart = not any(box.startswith(work) or work.startswith(box) for box in held.openings)
        if not (held.openings and apart):
            continue
        inside = [n for n, line in enumerate(lines) if holder(line.path, held)]
        least = _LEAST if paths in plain.values() else 0
        if least * len(paths) <= told(lines, inside) <= _LONGEST * len(paths):
            yield from inside


_LEAST = 8
"""Words of prose in cards whose titles are no headings, on average: menus have none."""


def told(lines: Sequence[Line], inside: Sequence[int]) -> int:
    """Words of prose in cards, their titles left out."""
    return sum(lines[n].size for n in inside if lines[n].prose and lines[n].role != "heading")


def _work(lines: Sequence[Line]) -> str:
    """How the path of the smallest box with the page's one main heading and prose opens, "" if
    none has both."""
    titles = [line for line in lines if line.block.level == 1 and line.role == "heading"]
    path = titles[0].home if len(titles) == 1 else ""
    prose = [line for line in lines if _says(line)] if path else []
    while path.count("/") > _BODY:
        box = opening(path)
        if sum(line.size for line in prose if is_in(line.path, box)) >= _WORK:
            return box
        path = path.rpartition("/")[0]
    return ""


_BODY = 2
"""Steps of the path of `<body>`: what is no smaller is no box."""


def _says(line: Line) -> bool:
    return line.prose and line.role != "heading" and not line.block.hints & hints.OUTSIDE
