"""Printed pages: what a reader calls the page or pages that a passage stands on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from annotate.model import Leaf, Pair


def named(pages: Sequence[Leaf], stretches: Iterable[Pair]) -> str | None:
    """The label of the page that some stretches stand on, "12-13" of several; None if unknown.

    pages: of the document, in order. stretches: with text in them; white space at the end of a
    page, where the next one begins, does not count as words of that one.
    """
    touched = [page.label for page in _touched(pages, stretches)]
    if not touched or not (touched[0] and touched[-1]):
        return None
    return touched[0] if len(touched) == 1 else f"{touched[0]}-{touched[-1]}"


def first(pages: Sequence[Leaf], stretches: Iterable[Pair]) -> int | None:
    """Which of the pages, from 0 on, some stretches begin on; None where that is not known."""
    found = _touched(pages, stretches)
    return pages.index(found[0]) if found else None


def _touched(pages: Sequence[Leaf], stretches: Iterable[Pair]) -> list[Leaf]:
    found = [
        at
        for start, end in stretches
        for at in range(
            bisect_right(pages, start, key=attrgetter("start")) - 1,
            bisect_left(pages, end, key=attrgetter("start")),
        )
        if at >= 0
    ]
    return list(pages[min(found) : max(found) + 1]) if found else []
