"""Which blocks of a web page are the work, and which are the frame around it.

The work is where the running text is: from the root of the page down, the one element is followed
that holds nearly all of it. What lies outside, and what inside says of itself that it is a menu, a
teaser or a form, is told apart here (line by line: `places.py`); all other kinds are decided by the
rules for any line.
"""

import re
from collections.abc import Sequence

from annotate.model import COMMENTS, Meta
from annotate.segments import (
    bios,
    boxes,
    cores,
    days,
    doubts,
    facts,
    furniture,
    headlines,
    places,
    remark_lines,
    remarks,
    repeats,
    tails,
)
from annotate.segments.lines import Line
from annotate.segments.places import Place
from annotate.sources import hints

FRAME = COMMENTS | {"boilerplate", "notice"}
"""The kinds that are decided by the page alone: the rules for lines do not see them."""


def told_apart(lines: Sequence[Line], meta: Meta) -> tuple[Line, ...]:
    """The lines of a page, each with the role that its place in the page gives it."""
    lines = doubts.with_work(remarks.with_thread(doubts.believed(lines)))
    core = cores.core(lines)
    if facted := frozenset(facts.boxes(lines, core)):
        lines = [facts.without_hint(line) if n in facted else line for n, line in enumerate(lines)]
        core |= facted
    core -= tails.idle(lines, core, meta.title)
    again = repeats.copied(lines, core)
    core -= again
    told = frozenset(bios.boxes(lines, core, _writers(lines, core, meta)))
    core -= told
    first, last = min(core, default=0), max(core, default=len(lines) - 1)
    title = headlines.shown(lines, meta, first)
    top = title if title is not None and title < first else first
    while title and 0 < top <= title < top + _ABOVE:
        above = _kicker(lines, top, meta)
        if above is None:
            break
        top = above
    running = _running(lines, core)
    place = Place(
        core=core,
        title=title,
        top=top,
        first=first,
        opening=min(running, default=first),
        ending=max(running, default=first),
        last=last,
        writers=frozenset(meta.authors),
        bios=told,
        sources=frozenset(bios.sources(lines, last)),
        called=lines[title].block.hints if title is not None else frozenset(),
    )
    placed = places.placed(lines, place)
    for n in (*boxes.furnished(placed, core, place.opening), *again):
        placed[n] = placed[n].placed("boilerplate")
    for n in boxes.credited(placed):
        placed[n] = placed[n].placed("caption")
    for n in days.headings(lines, core):
        placed[n] = placed[n].placed("heading")
    return _without_contents(list(remark_lines.settled(placed)))


def _without_contents(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, no heading above a list of contents that is none of the work."""
    return tuple(
        line.placed("boilerplate") if _heads_contents(line) and _is_frame(behind) else line
        for line, behind in zip(lines, (*lines[1:], None), strict=True)
    )


def _heads_contents(line: Line) -> bool:
    return line.role in {"heading", None} and bool(_CONTENTS.fullmatch(line.words))


def _is_frame(line: Line | None) -> bool:
    return line is not None and line.role == "boilerplate"


_CONTENTS = re.compile(
    r"(?:table of )?contents|in this (?:article|post|guide|story|review|issue)|on this page"
    r"|(?:jump|skip) to(?: section)?|what[’']s inside|overview of contents"
    r"|key (?:events|moments|developments)",
    re.IGNORECASE,
)


def _running(lines: Sequence[Line], core: frozenset[int]) -> list[int]:
    """The lines of the work's running text; a deck and a byline are none of it."""
    return [
        n
        for n in core
        if lines[n].prose
        and not places.is_byline(lines[n])
        and lines[n].role not in {"heading", "caption"}
        and not lines[n].block.hints & {"deck", "byline", "figure", "caption", "bio"}
        and cores.merit(lines[n])
    ]


def _writers(lines: Sequence[Line], core: frozenset[int], meta: Meta) -> frozenset[str]:
    """Who wrote the work, as the page declares, or else as a line above its text says."""
    head = lines[: min(_running(lines, core), default=0)]
    said = (line.byline.authors for line in head[-_ABOVE:] if line.byline is not None)
    return frozenset(meta.authors or next(filter(None, said), ()))


def _kicker(lines: Sequence[Line], top: int, meta: Meta) -> int | None:
    """The kicker above a title and its kickers; "3 min read" may be in the same list, behind it."""
    home = lines[top - 1].home
    for n in range(top - 1, max(top - 1 - _ABOVE, -1), -1):
        beside = n == top - 1 or lines[n].home == home
        if beside and _is_kicker(lines[n], meta):
            return n
        if not beside or not furniture.is_furniture(lines[n]):
            return None
    return None


def _is_kicker(line: Line, meta: Meta) -> bool:
    """Whether a line above the title belongs to it: a section's name, a date, who wrote it."""
    said = line.block.hints
    marked = "byline" in said or line.byline is not None or line.words in meta.authors
    dated = line.byline is not None and line.byline.published is not None
    short = line.size <= (_DATED if dated else _SHORT)
    return marked and not said & hints.OUTSIDE and short


_ABOVE = 3
"""How many lines above the title may be kickers and dates of the work."""

_SHORT = 6
_DATED = 12
"""Words of a kicker, and of a line that says when a work was written, at most."""
