"""How most of a PDF is set: the size of its running text and the distance of its lines.

By these what is larger, smaller or wider apart than usual is told.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotate.sources.pdf_lines import Line

LARGE = 1.12
"""Times the size of the running text, from which a line is a heading."""

SMALL = 0.94
"""Times that size, below which lines at a page's foot are footnotes."""

TITLE = 1.2
"""Times that size, from which the largest line of the first pages is the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a document is set: the size of its running text, and the distance of such lines."""

    size: float
    pitch: float


def of(columns: Iterable[Sequence[Line]]) -> Look:
    """How most of a document is set."""
    sizes: Counter[float] = Counter()
    pitches: Counter[tuple[float, float]] = Counter()
    for column in columns:
        for line in column:
            sizes[half(line.size)] += len(line.words)
        for above, below in itertools.pairwise(column):
            if half(above.size) == half(below.size) and below.y > above.y:
                pitches[half(below.size), half(below.y - above.y)] += 1
    size = max(sizes, key=lambda size: sizes[size], default=10.0)
    own = {pitch: count for (of, pitch), count in pitches.items() if of == size}
    near = {pitch: count for pitch, count in own.items() if pitch < 3 * size}
    often = [pitch for pitch, count in near.items() if count >= _OFTEN * sum(near.values())]
    return Look(size=size, pitch=min(often, default=1.2 * size))


_OFTEN = 0.15
"""Of all distances between lines: the least that is so frequent is the one within paragraphs, even
where most paragraphs have one line."""


def half(points: float) -> float:
    """A length to the nearest half point, so that lines set alike compare as equal."""
    return round(points * 2) / 2
