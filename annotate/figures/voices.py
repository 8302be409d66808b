"""Who gives a figure, and whether the article is the first to: its own count, or another's.

A figure that a sentence lays in somebody else's mouth is repeated, and so is one that the document
has said before or that an earlier article of the corpus gives with the same bounds, unless others
lay just this figure in the mouth of the work's own author or publisher.
"""

from collections.abc import Iterable, Mapping

from annotate.bounds import said
from annotate.figures.figure import Figure
from annotate.model import COMMENTS

READER = "a reader"


def voice(figure: Figure) -> str:
    """Who gives the figure: whom the sentence names, else a commenter, else the work's own."""
    if figure.said_by:
        return figure.said_by
    if figure.kind in COMMENTS:
        return READER
    own = _own(figure)
    return own[0] if own else f"author of {figure.title or figure.document}"


def speaker(figure: Figure) -> str:
    """The same in few words: the work's own voice is "the article"."""
    return figure.said_by or (READER if voice(figure) == READER else "the article")


def _own(figure: Figure) -> tuple[str, ...]:
    """The names that a work itself speaks under."""
    return tuple(each for each in (figure.publisher, *figure.authors) if each)


def repeated(figures: Iterable[Figure]) -> Mapping[str, Figure | None]:
    """The figures given at second hand, by id, each with the earlier figure that it repeats.

    None where there is no earlier one.
    """
    ordered = sorted(figures, key=_age)
    credited = {(said(each), each.said_by) for each in ordered if each.said_by}
    found: dict[str, Figure | None] = {}
    firsts: dict[object, Figure] = {}
    for figure in ordered:
        first = firsts.setdefault(said(figure), figure)
        before = first if first is not figure and _is_telling(figure) else None
        is_own = not figure.said_by and any(
            (said(figure), each) in credited for each in _own(figure)
        )
        if figure.first_start is not None or _is_of_another(figure) or (before and not is_own):
            found[figure.id] = before
    return found


def _is_of_another(figure: Figure) -> bool:
    """Whether the sentence lays the figure in the mouth of somebody else than the work's own."""
    return figure.said_by is not None and figure.said_by not in _own(figure)


def _is_telling(figure: Figure) -> bool:
    """Whether an equal figure is hardly given twice by chance."""
    sizes = [abs(each) for each in (figure.value, figure.low, figure.high) if each is not None]
    return figure.label != "count" or max(sizes, default=0) >= TELLING


TELLING = 20
"""Counts below this are equal by chance."""


def _age(figure: Figure) -> tuple[str, str, int]:
    return figure.published or "9999", figure.document, figure.start
