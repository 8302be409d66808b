"""What a PDF's pages repeat: running heads, feet, and the numbers of the pages.

A line at the edge of a page is a running head if the same line, its figures aside, stands at the
same height of other pages. A number at the edge is the page's if it counts along with the pages.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from annotate.sources.pdf_lines import Line

EDGE = 3
"""How many lines from the top or foot of a page a running head may stand, at most."""

_ZONE = 0.16
"""Of a page's height: running heads and feet stand in this much of it at either edge."""

_NEAR = 6.0
"""Points by which the heights of one running head differ from page to page, at most."""


_PAGE = re.compile(
    r"(?:.{0,80}\D)?\b(?:page|p\.|seite|s\.)\s*(?P<a>\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von)\s*\d+)?"
    r"|[-–—\[(|\s]*(?P<b>\d{1,4}|[ivxlc]{1,7})[-–—\])|\s]*|(?P<c>\d{1,4})\s*(?:of|/|von)\s*\d{1,4}",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?P<first>\d{1,4})\b\D.*|.*\D(?P<last>\d{1,4})", re.DOTALL)

Places = frozenset[int]
"""The numbers of the lines of one page that are furniture."""


def found(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[Places]:
    """For each page, which of its lines are furniture."""
    edges = [tuple(_edge(page, height)) for page, height in zip(pages, heights, strict=True)]
    repeated = _repeated(pages, edges)
    offset = counted_from(pages, heights)
    return [
        frozenset(
            n
            for n in edge
            if any((key, at) in repeated for key, at in _keys(pages[page][n]))
            or (offset is not None and page + offset in set(_lone_numbers(pages[page][n].words)))
            or _is_printed(pages[page][n].words, page + 1, len(pages))
        )
        for page, edge in enumerate(edges)
    ]


def _is_printed(words: str, page: int, pages: int) -> bool:
    """Whether a line is what a browser prints around a page, or tells which of all pages it is."""
    if hit := _OF_ALL.fullmatch(words.strip()):
        return (int(hit["page"]), int(hit["all"])) == (page, pages)
    return bool(_BROWSER.match(words))


_OF_ALL = re.compile(
    r"(?:\S+://\S+\s+|page\s+)?(?P<page>\d{1,4})\s*(?:/|of)\s*(?P<all>\d{1,4})", re.I
)
_BROWSER = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s|$)"
    r"|(?:file|https?)://\S+\s*(?:\d+/\d+)?$"
)


def counted_from(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> int | None:
    """What to add to a page's place, from 0 on, for the number printed on it; None if unknown.

    Three pages must agree, of fewer pages all of two, and a third of all.
    """
    votes: Counter[int] = Counter()
    for n, (page, height) in enumerate(zip(pages, heights, strict=True)):
        seen = {number - n for at in _edge(page, height) for number in _numbers(page[at].words)}
        votes.update(seen)
    if not votes:
        return None
    offset, count = max(votes.items(), key=lambda vote: (vote[1], -abs(vote[0] - 1)))
    return offset if count >= max(min(3, len(pages)), len(pages) // 3, 2) else None


def _numbers(words: str) -> Iterator[int]:
    """The numbers of a line that may be the page's: alone, or at either end."""
    if hit := _PAGE.fullmatch(words.strip()):
        yield from _lone_numbers(words)
    elif hit := _BESIDE.fullmatch(words.strip()):
        yield int(hit["first"] or hit["last"])


def _lone_numbers(words: str) -> Iterator[int]:
    if hit := _PAGE.fullmatch(words.strip()):
        said = hit["a"] or hit["b"] or hit["c"]
        if said.isdecimal():
            yield int(said)


def _edge(page: Sequence[Line], height: float) -> Iterator[int]:
    """The lines at the top and at the foot of a page, outermost first."""
    order = sorted(range(len(page)), key=lambda n: page[n].y)
    for numbers, above, below in (
        (order, -math.inf, _ZONE * height),
        (order[::-1], (1 - _ZONE) * height, math.inf),
    ):
        rows: list[float] = []
        for n in numbers:
            if not above < page[n].y < below:
                break
            if not rows or abs(page[n].y - rows[-1]) > 0.5 * page[n].size:
                rows.append(page[n].y)
            if len(rows) > EDGE:
                break
            yield n


Key = tuple[str, int]
"""The words of a line with figures alike, and its height in steps of _NEAR."""


def _keys(line: Line) -> tuple[Key, Key]:
    """Two keys, so that heights on either side of a step meet in one of them."""
    words = re.sub(r"\d+|\b[ivxlc]+\b", "#", " ".join(line.words.casefold().split()))
    return (words, round(line.y / _NEAR)), (words, -1 - int(line.y / _NEAR))


def _repeated(pages: Sequence[Sequence[Line]], edges: Sequence[Sequence[int]]) -> frozenset[Key]:
    on: Mapping[Key, set[int]] = defaultdict(set)
    for number, edge in enumerate(edges):
        for n in edge:
            for key in _keys(pages[number][n]):
                on[key].add(number)
    needed = 2 if len(pages) < 6 else 3
    return frozenset(key for key, seen in on.items() if len(seen) >= needed and key[0] != "#")
