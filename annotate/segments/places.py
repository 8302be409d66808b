"""Places: the role that a line of a web page has by where it stands, in the work or around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotate.segments import (
    captions,
    cores,
    furniture,
    hours,
    links,
    notes,
    notices,
    pleas,
    remark_lines,
)
from annotate.segments.lines import Line
from annotate.sources import boards, dates, hints
from annotate.sources.told import TOLD

_NEVER_CAPTION = frozenset({"signup", "ad", "cookie"})
_NEVER_BYLINE = frozenset({"nav", "related", "ad", "aside", "cookie", "figure"})
"""Between title and work the date may stand beside the buttons, but not in a list of teasers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the work lies: core are its lines, from first to last; its head begins at top.

    opening, ending: its first and last line of running text, deck and captions apart. bios: the
    lines that tell of its writers, wherever they stand. called: the hints of its title. sources:
    the lines of a box below it that lists what it was made from.
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
    called: frozenset[str] = frozenset()
    sources: frozenset[int] = frozenset()


def placed(lines: Sequence[Line], place: Place) -> list[Line]:
    """The lines of a page, each with the role of its place."""
    return [_with_role(line, n, place) for n, line in enumerate(lines)]


def _with_role(line: Line, n: int, place: Place) -> Line:
    role = _role(line, n, place)
    return line if role == line.role else line.placed(role)


def _role(line: Line, n: int, place: Place) -> str | None:
    block, said = line.block, line.block.hints
    if n == place.title:
        return "title"
    if block.remark is not None:
        return remark_lines.role(line)
    if "comments" in said:
        return "thread" if "form" not in said and "respond" not in said else "boilerplate"
    if boards.OPENS in said and (post := remark_lines.opening_role(line)):
        return post
    if n in place.bios:
        return "note"
    above = place.title is not None and n < place.title and n in place.core
    head = (above or place.top <= n < place.first) and not said & _NEVER_BYLINE
    if head and (line.byline is not None or line.words in place.writers):
        return "byline"
    if _tells_writers(line, n, place) or _is_dated_item(line, n, place):
        return "byline"
    if n in place.core or place.top <= n < place.first:
        if _names_writer(line, n, place):
            return "byline"
        return _inner_role(line, n, place) if not _names_site(line, n, place) else "boilerplate"
    return "deck" if _is_deck(line, n, place) else _outer_role(line, n, place)


def _is_deck(line: Line, n: int, place: Place) -> bool:
    """Whether a line between title and opening is a deck, in a box with buttons that is no core."""
    said = line.block.hints
    if place.title is None or not place.title < n < place.opening or "deck" not in said:
        return False
    short = _DECK_LEAST <= line.size <= _DECK
    return short and not said & hints.OUTSIDE and not cores.is_linked(line)


def _is_dated_item(line: Line, n: int, place: Place) -> bool:
    """Whether an item between title and opening says when the work came out, and no more."""
    if place.title is None or not place.title < n < place.opening or line.sentence:
        return False
    said = line.byline if line.block.role == "list_item" else None
    return said is not None and said.published is not None and line.size <= _SHORT_HEAD


def _names_site(line: Line, n: int, place: Place) -> bool:
    """Whether a heading stands above the title: it says whose site this is, or which part."""
    return place.title is not None and n < place.title and line.block.role == "heading"


def _names_writer(line: Line, n: int, place: Place) -> bool:
    """Whether a heading between title and opening is a writer's name, or the work's day."""
    if line.block.role != "heading" or place.title is None or not place.title < n < place.opening:
        return False
    dated = line.byline is not None and line.byline.published is not None
    named = line.size <= _NAME and bool(line.block.hints & {"byline", "bio"})
    return named or (dated and line.size <= _DATES)


_DATES = 16
"""Words of a heading that says when a work was written, and when it was changed, at most."""

_NAME = 5
"""Words of a heading that is a writer's name, at most."""


def _outer_role(line: Line, n: int, place: Place) -> str:
    """The role of a line outside the work: a notice, a word on the author, or the page's frame."""
    said = line.block.hints
    if notices.is_notice(line):
        return "notice"
    if n in place.sources:
        return "note"
    if place.last < n <= place.last + _SIGNED and _is_posted(line):
        return "byline"
    if place.last < n <= place.last + _AFTER and notes.is_labelled(line) and line.sentence:
        return "boilerplate" if said & hints.OUTSIDE or pleas.is_plea(line) else "note"
    if place.last < n and "bio" in said and line.words in place.writers:
        return "note"
    if place.last < n <= place.last + 4 and "related" not in said:
        about = "bio" in said or notes.is_about(line, place.writers)
        return "note" if about and line.sentence and not cores.is_linked(line) else "boilerplate"
    return "boilerplate"


_SIGNED = 3
"""Lines below the work, at most, in which a blog says who posted it."""


def _is_posted(line: Line) -> bool:
    """Whether a line says who posted a work, and when: "Posted by Anja Kolde at 9:02 AM"."""
    said = line.byline
    posted = said is not None and bool(said.authors) and said.published is not None
    return posted and line.words.casefold().startswith(_POSTED)


_POSTED = ("posted by", "published by", "written by")

_AFTER = 12
"""Lines below the work, at most, in which what calls itself a note is one of the work's."""


def _inner_role(line: Line, n: int, place: Place) -> str | None:
    """The role of a line in the element that holds the work."""
    block, said = line.block, line.block.hints
    if block.role == "caption" or _is_called_caption(line):
        return "caption"
    above = n < max(place.opening, place.title or 0)
    if block.role == "list_item" and _is_of_row(line, above=above):
        return "boilerplate"
    if _is_about_writer(line, n, place):
        return "note"
    if _outside(line, n, place) and (TOLD not in said or _is_of_contents(line)):
        return "boilerplate"
    row = block.tag == "tr" and n >= place.opening
    if cores.is_linked(line) and not row and not _is_kept(line):
        whole = block.tag == "li" or (block.xpath or "").endswith("/p")
        kept = block.role == "heading" or (block.role == "list_item" and whole)
        return block.role if kept else "boilerplate"
    if "pictured" in said and block.role is None and _is_under_picture(line, n, place):
        return "caption"
    if "figure" in said and block.role not in {"heading", "quote"} and block.tag != "tr":
        return "caption"
    if TOLD not in said and pleas.is_plea(line):
        about = n >= place.ending and line.words.startswith(tuple(place.writers))
        return "note" if about and line.final else "boilerplate"
    title = place.title
    above = title is not None and title < n < place.opening
    head = above and boards.OPENS not in said
    if title is not None and head and n <= title + _HEAD and _is_of_head(line):
        dated = line.byline is not None or hours.alone(line.words) or states_day(line)
        return "byline" if dated or "byline" in said else "boilerplate"
    return _head_role(line, n, place, above=above)


def _is_under_picture(line: Line, n: int, place: Place) -> bool:
    """Whether a few words without an end, in a box with a picture, tell what it shows.

    Above the running text, a name and an office stand beside the picture of who wrote it.
    """
    if line.final or n >= place.ending:
        return False
    told = line.size >= _SHOWN and not line.prose
    told = told and line.byline is None and "deck" not in line.block.hints
    return n > place.opening or (told and place.title is not None and place.title < n)


_SHOWN = 6
"""Words that tell what a picture above the running text shows, at least."""


def _is_called_caption(line: Line) -> bool:
    said = line.block.hints
    return "caption" in said and line.size <= _CAPTION and not said & _NEVER_CAPTION


_CAPTION = 80
"""Words of what a page calls a caption, at most."""


def _is_about_writer(line: Line, n: int, place: Place) -> bool:
    """Whether a line tells of a writer, or is a writer's name above such a line."""
    said, below = line.block.hints, n > place.ending
    if line.sentence:
        return "bio" in said or ("byline" in said and below)
    return "bio" in said and below and line.words in place.writers


def _outside(line: Line, n: int, place: Place) -> frozenset[str]:
    """The hints by which a line is no part of the work.

    Above its running text what the title is called, too, says nothing: it is called so as well.
    What says between the two who wrote the work, or when, is at the foot of its head.
    """
    called = place.called if n < place.opening else frozenset()
    if place.title is not None and place.title < n < place.opening and line.byline is not None:
        called |= {"footer"}
    return line.block.hints & hints.OUTSIDE - called


def _tells_writers(line: Line, n: int, place: Place) -> bool:
    """Whether a line below the title says who wrote the work, and perhaps when.

    A standfirst may stand between them, and be taken for the first of the running text.
    """
    last = place.opening + _BELOW_OPENING
    if place.title is None or not place.title < n <= last or line.sentence:
        return False
    if line.size > _SHORT_HEAD or line.block.hints & _NO_HEAD:
        return False
    named = [name for name in place.writers if name in line.words]
    rest = line.words
    for name in sorted(named, key=len, reverse=True):
        rest = rest.replace(name, " ")
    return bool(named) and not _BESIDE_NAMES.sub(" ", rest).strip()


_NO_HEAD = frozenset({"nav", "related", "ad", "cookie", "figure", "signup", "tags"})
_BESIDE_NAMES = re.compile(
    rf"\([^()]{{1,20}}\)|{dates.DATE}"
    r"|\b(?:(?:written|posted|reported) by|by|von|par|por|di|door|av|and|und|et|y|e|en)\b"
    r"|_|[^\w(]+|\(",
    re.IGNORECASE,
)
"""What stands beside the names of writers in a byline: "Anja Kolde (now) and Marek Toll"."""


def _is_of_row(line: Line, *, above: bool) -> bool:
    """Whether an item is one of a row of links or buttons, above the work or of an archive."""
    row = above and (cores.is_linked(line) or furniture.is_furniture(line))
    return row or links.is_in_archive(line)


def _is_of_contents(line: Line) -> bool:
    """Whether a line is one of a list of contents: its words are those of a heading below."""
    return "nav" in line.block.hints and line.role == "list_item" and cores.is_linked(line)


def _is_kept(line: Line) -> bool:
    """Whether a line that is a link above all may be of the work all the same."""
    stated = line.byline is not None or line.words.endswith(":") or hours.alone(line.words)
    return stated or _is_said(line)


def _is_said(line: Line) -> bool:
    """Whether a line that is a link above all may be a sentence of the work, and no headline."""
    whole = line.block.links > _WHOLE * (line.end - line.start)
    set_as_text = not whole or (line.final and line.block.tag in _SET_AS_TEXT)
    return line.sentence and set_as_text and not links.points(line)


_SET_AS_TEXT = frozenset({"p", "li", "blockquote", "td", "dd", "h2", "h3", "h4"})
"""Elements that hold the sentences of a work; what is all link in another one leads elsewhere."""

_WHOLE = 0.9
"""The share of its signs in links from which a line is nothing but a link."""

_HEAD = 12
"""Lines between title and opening, at most, in which what is no sentence is of the head."""


def _is_of_head(line: Line) -> bool:
    """Whether a line right above the opening is a date, a name or a button."""
    block = line.block
    if "deck" in block.hints and line.byline is None and line.size >= _DECK_LEAST:
        return False
    loose = block.tag != "p" or bool(block.hints & {"byline"}) or line.byline is not None
    loose = loose or bool(_HOUR.search(line.words))
    short = line.size <= _SHORT_HEAD or states_day(line)
    stated = not line.sentence or states_day(line)
    return block.role is None and stated and loose and short


def states_day(line: Line) -> bool:
    """Whether a line says when the work came out, and perhaps when it was changed, and no more."""
    stated = line.size <= _STATED and _OPENS_DAY.match(line.words) is not None
    return stated and dates.iso(line.words) is not None


_STATED = 24
_OPENS_DAY = re.compile(
    r"(?:posted|published|updated|last (?:updated|modified)|(?:publié|mis à jour) le|publicado"
    r"|actualizado|publicação|veröffentlicht|aktualisiert|erstellt|pubblicato|aggiornato|gepubliceerd"
    r"|publicerad|publisert|udgivet|opublikowano|опубликовано|обновлено)\b",
    re.IGNORECASE,
)

_SHORT_HEAD = 12
_DECK_LEAST = 4
"""Words of what a page calls a deck, at least; what is shorter is a section or a button."""

_HOUR = re.compile(
    r"(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:.])"
    r"|(?<!\d)[012]?\d(?:[時时点]|시 ?)[0-5]?\d[分분]"
)
"""A time of day: between title and opening it is of the page, in whatever language."""


def _head_role(line: Line, n: int, place: Place, *, above: bool) -> str | None:
    said, role = line.block.hints, line.block.role
    if role == "heading":
        return "deck" if above and "deck" in said else role
    if "deck" in said and role is None and not (TOLD in said or _is_long(line)):
        return "deck"
    if "byline" in said and line.size <= 30 and not line.prose:
        return "byline"
    if role is None and n <= place.opening + _BELOW_OPENING and is_byline(line):
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


def is_byline(line: Line) -> bool:
    """Whether a short line says who wrote the work, or when, and nothing else."""
    if line.size > _SHORT_HEAD or line.final:
        return False
    said = line.byline
    return said is not None and not said.closing


def _is_running(line: Line) -> bool:
    """Whether a line is running text and nothing in its words says that it is something else."""
    if not line.prose or cores.is_linked(line) or line.block.tag == "tr":
        return False
    words = line.words
    other = notes.is_labelled(line) or notices.is_notice(line) or furniture.is_furniture(line)
    mailed = words.startswith("> ")
    return not (
        other or mailed or line.mark or captions.is_credit(words) or captions.is_figure(words)
    )


_SEVERAL = re.compile(
    r"[.!?][”\"’»)]*\s+[“\"‘«(]?[^\W\d_a-z].*[.!?][”\"’»)]*\s+[“\"‘«(]?[^\W\d_a-z]"
)
"""Three sentences and more."""
