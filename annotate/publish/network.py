"""Who quotes whom as a picture: those who quote on the left, those quoted on the right.

Two columns and the lines between them are read from left to right, stay legible where a drawing
of dots and arrows is a ball of wool, and are the same on every server. Whoever quotes and is
quoted stands on both sides.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotate.store.speakers import Quoting

WIDTH = 760
SIDE = 250
"""Room for the names on each side."""
TALL = 24
"""Height of a line of names."""
LONGEST = 34
"""Signs of a name that fit."""
THICKEST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A name at its height. label: the name, cut where it is too long. count: see `laid_out`."""

    name: str
    label: str
    y: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line from one who quotes to one who is quoted. path: as SVG draws it."""

    edge: Quoting
    path: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A picture of who quotes whom."""

    left: tuple[Node, ...]
    right: tuple[Node, ...]
    lines: tuple[Line, ...]
    width: int
    height: int
    side: int


def laid_out(edges: Sequence[Quoting], quoted: Mapping[str, int]) -> Network:
    """The picture of some of who quotes whom.

    quoted: how often each is quoted, which is less than its lines say where writers share an
    article. Those who quote are counted by their lines.
    """
    left = _nodes(_weights(edges))
    right = _nodes({edge.speaker: quoted[edge.speaker] for edge in edges})
    most = max((edge.different for edge in edges), default=1) or 1
    at = {node.name: node.y for node in left}, {node.name: node.y for node in right}
    lines = tuple(
        Line(
            edge=edge,
            path=_curve(at[0][edge.reporter], at[1][edge.speaker]),
            width=1 + round((THICKEST - 1) * edge.different / most),
        )
        for edge in edges
    )
    height = TALL * (max(len(left), len(right)) + 1)
    return Network(left=left, right=right, lines=lines, width=WIDTH, height=height, side=SIDE)


def _weights(edges: Sequence[Quoting]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for edge in edges:
        counts[edge.reporter] += edge.different
    return counts


def _nodes(counts: Mapping[str, int]) -> tuple[Node, ...]:
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(
        Node(
            name=name,
            label=name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…",
            y=TALL * (at + 1),
            count=counts[name],
        )
        for at, name in enumerate(ordered)
    )


def _curve(start: int, end: int) -> str:
    first, last = SIDE + 6, WIDTH - SIDE - 6
    middle = (first + last) // 2
    return f"M{first} {start}C{middle} {start} {middle} {end} {last} {end}"
