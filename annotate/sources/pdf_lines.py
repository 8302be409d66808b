"""Runs of signs to lines in the order in which a page is read: column after column.

A gutter is a white stripe from one line that crosses the page to the next one that does. Columns
are prose: most of their lines are full. What stands side by side and is not (the cells of a table)
is read row by row.
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from annotate.letters import RAISED

GUTTER = 0.55
"""Ems of the narrowest gutter; between words of a justified line there may be more, but not in line
after line."""

CELLS = 1.2
"""Ems between two pieces of one line from which they are cells of a row."""

_FULL = 0.8
"""Of the width of the widest lines but a tenth: a line that has this much is full."""

_PROSE = 0.4
"""At least this share of a column's lines is full; of a table's cells it is a quarter."""

_NARROWEST = 7
"""Ems of the narrowest column of prose."""

_FEWEST = 3
"""Lines side by side from which there is a gutter between them."""

_BULLET = re.compile(r"[•‣▪◦●○■□►▶·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words on one line of a column. Places are points from the page's top left corner.

    y: of the line its letters stand on. size: of most of its signs. bold: all of them.
    turned: it runs up or down the page.
    """

    words: str
    left: float
    right: float
    y: float
    size: float
    bold: bool = False
    turned: bool = False

    @property
    def width(self) -> float:
        """Points from its first sign to its last."""
        return self.right - self.left


def of_page(runs: Iterable[Sequence[object]]) -> list[Line]:
    """The pieces of the lines of a page, as far as no column's width parts them."""
    pieces = [_line(run) for run in runs if str(run[0]).strip()]
    upright = [(n, piece) for n, piece in enumerate(pieces) if not piece.turned]
    joined = list(_in_rows(upright, beside=0.5))
    return joined + [piece for piece in pieces if piece.turned]


def _line(run: Sequence[object]) -> Line:
    words, left, right, y, size, bold, turned = run
    return Line(
        words=str(words),
        left=float(str(left)),
        right=float(str(right)),
        y=float(str(y)),
        size=float(str(size)),
        bold=bool(bold),
        turned=bool(turned),
    )


def _in_rows(numbered: Sequence[tuple[int, Line]], *, beside: float) -> Iterator[Line]:
    """Pieces of one line as one. beside: ems between pieces that the page tells far apart."""
    order = {id(piece): n for n, piece in numbered}
    for row in _rows([piece for _, piece in numbered]):
        held: list[Line] = []
        for piece in sorted(row, key=lambda piece: piece.left):
            if held and not _is_beside(held[-1], piece, order, beside):
                yield _joined(held, "")
                held = []
            held.append(piece)
        yield _joined(held, "")


def _is_beside(before: Line, piece: Line, order: Mapping[int, int], beside: float) -> bool:
    told_next = order[id(piece)] - order[id(before)] == 1
    limit = (1.0 if told_next else beside) * max(before.size, piece.size)
    return piece.left - before.right < limit


def _rows(pieces: Sequence[Line]) -> list[list[Line]]:
    """The pieces by the line they stand on; raised and lowered signs go with their neighbours."""
    rows: list[list[Line]] = []
    heights: list[float] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.size, piece.y)):
        home = _row(rows, heights, piece)
        if home is None:
            at = bisect_left(heights, piece.y)
            heights.insert(at, piece.y)
            rows.insert(at, [piece])
        else:
            home.append(piece)
    return rows


def _row(rows: Sequence[list[Line]], heights: Sequence[float], piece: Line) -> list[Line] | None:
    """The row that a piece belongs to. heights: of the rows."""
    widest = 0.55 * _LARGEST * piece.size
    first = bisect_left(heights, piece.y - widest)
    near = [
        n
        for n in range(first, min(bisect_right(heights, piece.y + widest), first + _NEAREST))
        if abs(heights[n] - piece.y) <= _reach(rows[n][0], piece)
    ]
    for n in sorted(near, key=lambda n: abs(heights[n] - piece.y)):
        small = piece.size < _SMALL * rows[n][0].size
        if not small or any(_touches(other, piece) for other in rows[n][-_NEAREST:]):
            return rows[n]
    return None


_SMALL = 0.85
"""Of the size of the letters beside it: what is smaller may be raised or lowered."""

_LARGEST = 4
"""How much larger than a raised sign the letters beside it are, at most."""

_NEAREST = 60
"""Rows and signs that are looked at for a home, at most; a monster of a page has more."""


def _reach(main: Line, piece: Line) -> float:
    return (0.55 if piece.size < _SMALL * main.size else 0.2) * main.size


def _touches(other: Line, piece: Line) -> bool:
    near = 0.5 * other.size
    return abs(piece.left - other.right) < near or abs(other.left - piece.right) < near


def _joined(pieces: Sequence[Line], apart: str) -> Line:
    """Pieces of one line as one, a space or what is given where they stand apart."""
    main = max(pieces, key=lambda piece: (len(piece.words), piece.size))
    words = _shown(pieces[0], main)
    for before, piece in itertools.pairwise(pieces):
        gap = (piece.left - before.right) / max(before.size, piece.size)
        if gap > CELLS and apart and not _BULLET.fullmatch(words.strip()):
            words += apart
        elif gap > 0.15:
            words += " "
        words += _shown(piece, main)
    letters = [piece for piece in pieces if any(map(str.isalnum, piece.words))]
    return replace(
        main,
        words=re.sub(r" {2,}", " ", words).strip(" "),
        left=min(piece.left for piece in pieces),
        right=max(piece.right for piece in pieces),
        bold=bool(letters) and all(piece.bold for piece in letters),
    )


def _shown(piece: Line, main: Line) -> str:
    """The words of a piece; small figures above the line as such."""
    small = piece.size < 0.85 * main.size and main.y - piece.y > 0.12 * main.size
    return piece.words.translate(RAISED) if small and piece.words.isdecimal() else piece.words


# columns


def columns(pieces: Sequence[Line]) -> list[list[Line]]:
    """The lines of each column, in the order in which they are read."""
    gutter = _gutter(pieces)
    if gutter is None:
        return [_rowwise(pieces)] if pieces else []
    found: list[list[Line]] = []
    for band in _bands(pieces, gutter):
        left = [piece for piece in band if piece.right <= gutter + _HAIR]
        right = [piece for piece in band if piece.left >= gutter - _HAIR]
        if len(left) + len(right) < len(band) or not (left and right):
            found.append(_rowwise(band))
        else:
            found += [*columns(left), *columns(right)]
    return found


_HAIR = 0.75


def _rowwise(pieces: Sequence[Line]) -> list[Line]:
    """Lines from top to bottom, what stands side by side in one of them as cells."""
    return [_joined(sorted(row, key=lambda piece: piece.left), "\t") for row in _rows(list(pieces))]


def _bands(pieces: Sequence[Line], gutter: float) -> Iterator[list[Line]]:
    """The pieces from top to bottom, those that cross the gutter apart from those that do not."""
    held: list[Line] = []
    crossed = False
    ordered = sorted(pieces, key=lambda piece: (piece.y, piece.left))
    for n, piece in enumerate(ordered):
        crosses = _crosses(piece, gutter) or (crossed and _ends(ordered, n))
        if held and crosses != crossed:
            yield held
            held = []
        held.append(piece)
        crossed = crosses
    if held:
        yield held


def _ends(ordered: Sequence[Line], n: int) -> bool:
    """Whether a short line right below one that crosses the gutter is the end of it."""
    above, piece = ordered[n - 1], ordered[n]
    alike = abs(above.size - piece.size) < 0.03 * piece.size and above.bold == piece.bold
    near = piece.y - above.y < 1.6 * piece.size
    alone = n + 1 == len(ordered) or ordered[n + 1].y - piece.y > 0.5 * piece.size
    return alike and near and alone


def _crosses(piece: Line, gutter: float) -> bool:
    return piece.left < gutter - _HAIR and piece.right > gutter + _HAIR


def _gutter(pieces: Sequence[Line]) -> float | None:
    """The middle of the white stripe between two columns of prose, None if there is none."""
    if len(pieces) < 2 * _FEWEST:
        return None
    em = median(piece.size for piece in pieces)
    stripes = sorted(_stripes(pieces, GUTTER * em), key=lambda stripe: (stripe[0], -stripe[1]))
    return next((at for _, _, at in stripes[:6] if _parts(pieces, at, em)), None)


def _stripes(pieces: Sequence[Line], narrowest: float) -> Iterator[tuple[int, float, float]]:
    """Stripes that few lines cross: how many do, the stripe's width, its middle."""
    edges = sorted([(piece.left, 1) for piece in pieces] + [(piece.right, -1) for piece in pieces])
    first, last = edges[0][0], edges[-1][0]
    margin = 0.12 * (last - first)
    crossing = 0
    for (here, step), (there, _) in itertools.pairwise(edges):
        crossing += step
        inside = first + margin < (here + there) / 2 < last - margin
        if inside and there - here >= narrowest and crossing < 0.75 * len(pieces):
            yield crossing, there - here, (here + there) / 2


def _parts(pieces: Sequence[Line], gutter: float, em: float) -> bool:
    """Whether there is prose on both sides of a gutter, side by side.

    Columns of prose have lines at heights of their own; if nearly each line has one beside it, only
    full lines tell columns from a table.
    """
    left = [piece for piece in pieces if piece.right <= gutter + _HAIR]
    right = [piece for piece in pieces if piece.left >= gutter - _HAIR]
    if min(len(left), len(right)) < _FEWEST or _overlap(left, right, em) < 2:
        return False
    usual = [_usual(side) for side in (left, right)]
    full = [_full(side) for side in (left, right)]
    if min(usual) < _NARROWEST * em:
        return False
    return min(full) >= _PROSE or (max(full) >= _PROSE and _matching(left, right, em) < _ALIGNED)


_ALIGNED = 0.7
"""Share of lines with one beside them: of a table's rows nearly all, of two columns by chance."""


def _overlap(left: Sequence[Line], right: Sequence[Line], em: float) -> int:
    """How many lines of either side stand beside the other side, the lesser number."""
    top = max(min(piece.y for piece in side) for side in (left, right))
    foot = min(max(piece.y for piece in side) for side in (left, right))
    return min(sum(top - em <= piece.y <= foot + em for piece in side) for side in (left, right))


def _usual(side: Sequence[Line]) -> float:
    widths = sorted(piece.width for piece in side)
    return widths[int(0.9 * (len(widths) - 1))]


def _full(side: Sequence[Line]) -> float:
    """The share of full lines."""
    usual = _usual(side)
    return sum(piece.width >= _FULL * usual for piece in side) / len(side)


def _matching(left: Sequence[Line], right: Sequence[Line], em: float) -> float:
    """The share of the shorter side's lines that have a line at the same height beside them."""
    few, many = sorted((left, right), key=len)
    heights = sorted(piece.y for piece in many)
    near = 0.15 * em
    hits = (bisect_right(heights, one.y + near) > bisect_left(heights, one.y - near) for one in few)
    return sum(hits) / len(few)
