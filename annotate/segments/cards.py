"""Cards: boxes alike, each with a heading that is a link, as pages show other articles.

A long row of cards may hold more words than a short article above it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from annotate.segments.lines import Line
from annotate.sources import hints

_LINKED = 0.8
_INDEX = re.compile(r"\[\d+\]")


def alike(lines: Sequence[Line], among: Sequence[int]) -> Mapping[str, Sequence[str]]:
    """The paths of headings that are links, by how they are made."""
    found: dict[str, list[str]] = defaultdict(list)
    for n in among:
        if is_heading(lines[n]):
            path = lines[n].block.xpath or ""
            found[_INDEX.sub("", path)].append(path)
    return found


def is_heading(line: Line) -> bool:
    linked = line.block.links >= _LINKED * (line.end - line.start)
    return line.role == "heading" and line.block.level > 1 and linked


def boxes(paths: Sequence[str]) -> frozenset[str]:
    """The paths of the boxes of headings alike; none where the headings are beside each other.

    Headings beside each other are the work's own, in one flow with its paragraphs.
    """
    steps = [path.split("/") for path in paths]
    depth = 0
    for level in zip(*steps, strict=False):
        if len(set(level)) > 1:
            break
        depth += 1
    if depth >= min(map(len, steps)) - 1:
        return frozenset()
    return frozenset("/".join(step[: depth + 1]) for step in steps)


def is_in(path: str, boxes: Set[str]) -> bool:
    at = path.find("/", 1)
    while at > 0:
        if path[:at] in boxes:
            return True
        at = path.find("/", at + 1)
    return path in boxes


_ROW = 4
"""Cards in a row, at least, that are other articles although they hold most of the words."""

_LONGEST = 45
"""Words of prose in such a card, on average, at most: things that a work lists have more."""

_WORK = 40
"""Words of prose below the title, in a box without cards, at least."""


def rows(lines: Sequence[Line]) -> Iterator[int]:
    """The lines of long rows of cards, apart from a work that stands in a box with its title."""
    found = [paths for paths in alike(lines, range(len(lines))).values() if len(paths) >= _ROW]
    work = _work(lines) if found else ""
    for paths in found if work else ():
        held = boxes(paths)
        if any(
            f"{box}/".startswith(f"{work}/") or f"{work}/".startswith(f"{box}/") for box in held
        ):
            continue
        inside = [n for n, line in enumerate(lines) if is_in(line.block.xpath or "", held)]
        told = sum(lines[n].size for n in inside if lines[n].prose and lines[n].role != "heading")
        if told <= _LONGEST * len(paths):
            yield from inside


def _work(lines: Sequence[Line]) -> str:
    """The path of the smallest box with the page's one main heading and prose, "" if none has."""
    titles = [line for line in lines if line.block.level == 1 and line.role == "heading"]
    path = titles[0].home if len(titles) == 1 else ""
    while path and path.count("/") > _BODY:
        prose = (line for line in lines if _says(line) and is_in(line.block.xpath or "", {path}))
        if sum(line.size for line in prose) >= _WORK:
            return path
        path = path.rpartition("/")[0]
    return ""


_BODY = 2
"""Steps of the path of `<body>`: what is no smaller is no box."""


def _says(line: Line) -> bool:
    return line.prose and line.role != "heading" and not line.block.hints & hints.OUTSIDE
