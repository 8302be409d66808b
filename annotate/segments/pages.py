"""Which blocks of a web page are the work, and which are the frame around it.

The work is where the running text is: from the root of the page down, the one element is followed
that holds nearly all of it. What lies outside, and what inside says of itself that it is a menu, a
teaser or a form, is told apart here; all other kinds are decided by the rules for any line.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotate.model import Meta
from annotate.segments import (
    bios,
    boxes,
    captions,
    cores,
    days,
    furniture,
    headlines,
    links,
    notes,
    notices,
    pleas,
    remarks,
    repeats,
    tails,
)
from annotate.segments.lines import Line
from annotate.sources import hints
from annotate.sources.told import TOLD

_NEVER_BYLINE = frozenset({"nav", "related", "ad", "aside", "cookie", "footer", "figure"})
"""Between title and work the date may stand beside the buttons, but not in a list of teasers."""

FRAME = frozenset({"boilerplate", "notice", "comment", "comment_meta"})
"""The kinds that are decided by the page alone: the rules for lines do not see them."""

_BELIEVED = 0.4
"""A hint that more than this share of a page's prose carries says nothing: page builders call every
paragraph a widget."""

_FRAMES = frozenset({"nav", "footer", "cookie"})
"""The hints that are believed whatever they hold."""

_DOUBTED = (hints.OUTSIDE - _FRAMES) | {
    "byline",
    "caption",
    "bio",
    "deck",
    "notes",
    "figure",
    "rights",
}


def told_apart(lines: Sequence[Line], meta: Meta) -> tuple[Line, ...]:
    """The lines of a page, each with the role that its place in the page gives it."""
    lines = _with_work(remarks.with_thread(_flowing(_believed(lines))))
    core = cores.core(lines)
    core -= tails.idle(lines, core, meta.title)
    again = repeats.copied(lines, core)
    core -= again
    told = frozenset(bios.boxes(lines, core, _writers(lines, core, meta)))
    core -= told
    first, last = min(core, default=0), max(core, default=len(lines) - 1)
    title = headlines.shown(lines, meta, first)
    top = title if title is not None and title < first else first
    while title and 0 < top <= title < top + _ABOVE and _is_kicker(lines[top - 1]):
        top -= 1
    running = _running(lines, core)
    place = _Place(
        core=core,
        title=title,
        top=top,
        first=first,
        opening=min(running, default=first),
        ending=max(running, default=first),
        last=last,
        writers=frozenset(meta.authors),
        bios=told,
    )
    placed = [_with_role(line, n, place) for n, line in enumerate(lines)]
    for n in (*boxes.furnished(placed, core, place.opening), *again):
        placed[n] = placed[n].placed("boilerplate")
    for n in days.headings(lines, core):
        placed[n] = placed[n].placed("heading")
    return _without_contents(list(remarks.settled(placed)))


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
    r"|(?:jump|skip) to(?: section)?|what[’']s inside|overview of contents",
    re.IGNORECASE,
)


def _believed(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the hints that would call most of the page's prose a frame."""
    prose = [
        line
        for line in lines
        if line.prose and line.block.remark is None and not line.block.hints & _FRAMES
    ]
    total = sum(line.size for line in prose)
    taken: Counter[str] = Counter()
    for line in prose:
        for hint in line.block.hints:
            taken[hint] += line.size
    wrong = {hint for hint in _DOUBTED if taken[hint] > _BELIEVED * total}
    if not wrong:
        return lines
    return [line.within(replace(line.block, hints=line.block.hints - wrong)) for line in lines]


def _flowing(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the hints that many paragraphs in one element refute.

    What is behind a paywall is called after it, and so is the box that offers to lift it.
    """
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for line in lines:
        said = line.block.hints & hints.OUTSIDE
        if said and said <= _REFUTED and line.prose and line.block.tag == "p":
            counts[line.home] += 1
            sizes[line.home] += 0 if cores.is_linked(line) else line.size
    homes = {home for home, n in counts.items() if n >= _SEVERAL_PARAGRAPHS <= sizes[home] / _LONG}
    if not homes:
        return lines
    return [_without(line, _REFUTED) if line.home in homes else line for line in lines]


def _without(line: Line, wrong: frozenset[str]) -> Line:
    return replace(line, block=replace(line.block, hints=line.block.hints - wrong))


_REFUTED = frozenset({"signup", "tags", "share", "ad"})
_SEVERAL_PARAGRAPHS = 3
_LONG = 40
"""Words of a paragraph of the work, on average; an offer's has fewer."""


def _with_work(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, none in a thread by a heading alone where that would leave no work.

    The entries of a live blog stand below a count of comments as comments do.
    """
    prose = [
        line
        for line in lines
        if line.prose and line.block.hints & _WORKS and not line.block.hints & hints.OUTSIDE
    ]
    said = ["comments" in line.block.hints and line.block.remark is None for line in prose]
    if not said or not all(said):
        return lines
    return [
        line.within(replace(line.block, hints=line.block.hints - {"comments"})) for line in lines
    ]


_WORKS = frozenset({"article", "body", "main"})


def _running(lines: Sequence[Line], core: frozenset[int]) -> list[int]:
    """The lines of the work's running text; a deck and a byline are none of it."""
    return [
        n
        for n in core
        if lines[n].prose
        and not _is_byline(lines[n])
        and lines[n].role not in {"heading", "caption"}
        and not lines[n].block.hints & {"deck", "byline", "figure", "caption", "bio"}
        and cores.merit(lines[n])
    ]


def _writers(lines: Sequence[Line], core: frozenset[int], meta: Meta) -> frozenset[str]:
    """Who wrote the work, as the page declares, or else as a line above its text says."""
    head = lines[: min(_running(lines, core), default=0)]
    said = (line.byline.authors for line in head[-_ABOVE:] if line.byline is not None)
    return frozenset(meta.authors or next(filter(None, said), ()))


def _is_kicker(line: Line) -> bool:
    """Whether a line above the title belongs to it: a section's name, a date."""
    said = line.block.hints
    marked = "byline" in said or line.byline is not None
    return marked and not said & hints.OUTSIDE and line.size <= _SHORT


_ABOVE = 3
"""How many lines above the title may be kickers and dates of the work."""

_SHORT = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where the work lies: core are its lines, from first to last; its head begins at top.

    opening, ending: its first and last line of running text, deck and captions apart. bios: the
    lines that tell of its writers, wherever they stand.
    """

    core: frozenset[int]
    title: int | None
    top: int
    first: int
    opening: int
    ending: int
    last: int
    writers: frozenset[str]
    bios: frozenset[int]


def _with_role(line: Line, n: int, place: _Place) -> Line:
    role = _role(line, n, place)
    return line if role == line.role else line.placed(role)


def _role(line: Line, n: int, place: _Place) -> str | None:
    block, said = line.block, line.block.hints
    if n == place.title:
        return "title"
    if block.remark is not None:
        return remarks.role(line)
    if "comments" in said:
        return "thread" if "form" not in said and "respond" not in said else "boilerplate"
    if n in place.bios:
        return "note"
    if place.top <= n < place.first and line.byline and not said & _NEVER_BYLINE:
        return "byline"
    if n in place.core or place.top <= n < place.first:
        if _names_writer(line, n, place):
            return "byline"
        return _inner_role(line, n, place) if not _names_site(line, n, place) else "boilerplate"
    return _outer_role(line, n, place)


def _names_site(line: Line, n: int, place: _Place) -> bool:
    """Whether a heading stands above the title: it says whose site this is, or which part."""
    return place.title is not None and n < place.title and line.block.role == "heading"


def _names_writer(line: Line, n: int, place: _Place) -> bool:
    """Whether a heading between title and opening is a writer's name."""
    if line.block.role != "heading" or place.title is None or not place.title < n < place.opening:
        return False
    return line.size <= _NAME and bool(line.block.hints & {"byline", "bio"})


_NAME = 5
"""Words of a heading that is a writer's name, at most."""


def _outer_role(line: Line, n: int, place: _Place) -> str:
    """The role of a line outside the work: a notice, a word on the author, or the page's frame."""
    said = line.block.hints
    if notices.is_notice(line):
        return "notice"
    if place.last < n <= place.last + 4 and "related" not in said:
        about = "bio" in said or notes.is_about(line, place.writers)
        return "note" if about and line.sentence and not cores.is_linked(line) else "boilerplate"
    return "boilerplate"


def _inner_role(line: Line, n: int, place: _Place) -> str | None:
    """The role of a line in the element that holds the work."""
    block, said = line.block, line.block.hints
    if block.role == "caption" or ("caption" in said and line.size <= 80):
        return "caption"
    if n < place.first and block.role == "list_item" and _is_of_row(line):
        return "boilerplate"
    if line.sentence and ("bio" in said or ("byline" in said and n > place.ending)):
        return "note"
    if said & hints.OUTSIDE and (TOLD not in said or _is_of_contents(line)):
        return "boilerplate"
    if cores.is_linked(line) and not (_is_said(line) or line.byline or line.words.endswith(":")):
        whole = block.tag == "li" or (block.xpath or "").endswith("/p")
        kept = block.role == "heading" or (block.role == "list_item" and whole)
        return block.role if kept else "boilerplate"
    inside = place.opening < n < place.ending
    if "pictured" in said and block.role is None and inside and not line.sentence:
        return "caption"
    if "figure" in said and block.role not in {"heading", "quote"} and block.tag != "tr":
        return "caption"
    if TOLD not in said and pleas.is_plea(line):
        return "boilerplate"
    title = place.title
    above = title is not None and title < n < place.opening
    if title is not None and above and n <= title + _HEAD and _is_of_head(line):
        return "byline" if line.byline or "byline" in said else "boilerplate"
    return _head_role(line, n, place, above=above)


def _is_of_row(line: Line) -> bool:
    """Whether an item above the work is one of a row of links or buttons."""
    return cores.is_linked(line) or furniture.is_furniture(line)


def _is_of_contents(line: Line) -> bool:
    """Whether a line is one of a list of contents: its words are those of a heading below."""
    return "nav" in line.block.hints and line.role == "list_item" and cores.is_linked(line)


def _is_said(line: Line) -> bool:
    """Whether a line that is a link above all may be a sentence of the work, and no headline."""
    whole = line.block.links > _WHOLE * (line.end - line.start)
    return line.sentence and (line.final or not whole) and not links.points(line)


_WHOLE = 0.9
"""The share of its signs in links from which a line is nothing but a link."""

_HEAD = 12
"""Lines between title and opening, at most, in which what is no sentence is of the head."""


def _is_of_head(line: Line) -> bool:
    """Whether a line right above the opening is a date, a name or a button."""
    block = line.block
    loose = block.tag != "p" or bool(block.hints & {"byline"}) or line.byline is not None
    loose = loose or bool(_HOUR.search(line.words))
    return block.role is None and not line.sentence and loose and line.size <= _SHORT_HEAD


_SHORT_HEAD = 12

_HOUR = re.compile(
    r"(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:.])"
    r"|(?<!\d)[012]?\d(?:[時时点]|시 ?)[0-5]?\d[分분]"
)
"""A time of day: between title and opening it is of the page, in whatever language."""


def _head_role(line: Line, n: int, place: _Place, *, above: bool) -> str | None:
    said, role = line.block.hints, line.block.role
    if role == "heading":
        return "deck" if above and "deck" in said else role
    if "deck" in said and role is None and not (TOLD in said or _is_long(line)):
        return "deck"
    if "byline" in said and line.size <= 30 and not line.prose:
        return "byline"
    if role is None and n <= place.opening + _BELOW_OPENING and _is_byline(line):
        return "byline"
    if "notes" in said:
        return "note"
    if role is None and line.block.tag == "tr":
        return "list_item"
    if role is None and place.opening <= n < place.ending and _is_running(line):
        return "paragraph"
    return role


def _is_long(line: Line) -> bool:
    """Whether a line is no deck, whatever the page's designer called it."""
    return line.size > _DECK or bool(_SEVERAL.search(line.words))


_DECK = 50

_BELOW_OPENING = 2
"""How far below the first paragraph a byline may stand: a bold deck may open the text."""


def _is_byline(line: Line) -> bool:
    """Whether a short line says who wrote the work, or when, and nothing else."""
    said = line.byline
    return said is not None and not said.closing and line.size <= _SHORT_HEAD and not line.final


def _is_running(line: Line) -> bool:
    """Whether a line is running text and nothing in its words says that it is something else."""
    if not line.prose or cores.is_linked(line) or line.block.tag == "tr":
        return False
    words = line.words
    other = notes.is_labelled(line) or notices.is_notice(line) or furniture.is_furniture(line)
    return not (other or line.mark or captions.is_credit(words) or captions.is_figure(words))


_SEVERAL = re.compile(
    r"[.!?][”\"’»)]*\s+[“\"‘«(]?[^\W\d_a-z].*[.!?][”\"’»)]*\s+[“\"‘«(]?[^\W\d_a-z]"
)
"""Three sentences and more."""
