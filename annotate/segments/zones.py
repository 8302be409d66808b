"""Zones: where the head of a work ends, where its foot begins, and which line is its title.

What a line is hangs on where it stands: a sentence above the byline is a standfirst, the same
sentence below it opens the work.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate

from annotate.segments import (
    backs,
    buttons,
    cables,
    captions,
    comments,
    furniture,
    links,
    notes,
    notices,
    repeats,
    titles,
)
from annotate.segments.comments import Remark
from annotate.segments.lines import Line
from annotate.sources import bylines

_HEAD_PROSE = 3
_HEAD_SHARE = 0.35
"""A standfirst or an editor's note is at most this many paragraphs and this much of the text; of
the articles at hand the longest, an abstract, has one paragraph and a tenth of the text."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Page:
    """The lines of a source and their zones.

    title: its line, None if there is none. copies: where it is repeated. head: the first line
    behind the head. foot: the first line of the foot. thread: what lines are in threads of
    comments. announced: the headings of those. forms: the lines of forms. teasers: the lines of
    lists of other articles. notes: the lines about the author and of footnotes, behind the work.
    days: the lines that are headings of a diary. subtitle: whether the title goes on in the next
    line. repeated: the running heads of pages and the sentences pulled out of the work.
    cabled: the numbered paragraphs of a cable.
    """

    lines: tuple[Line, ...]
    title: int | None
    copies: frozenset[int]
    head: int
    foot: int
    thread: Mapping[int, Remark]
    announced: frozenset[int]
    forms: frozenset[int]
    teasers: frozenset[int]
    notes: frozenset[int]
    days: frozenset[int]
    subtitle: bool
    repeated: frozenset[int]
    cabled: frozenset[int]

    def before(self, n: int) -> Line | None:
        """The line above line n."""
        return self.lines[n - 1] if n else None

    def behind(self, n: int) -> Line | None:
        """The line below line n."""
        return self.lines[n + 1] if n + 1 < len(self.lines) else None

    def in_head(self, n: int) -> bool:
        """Whether line n stands before the work begins."""
        return n < self.head

    def in_foot(self, n: int) -> bool:
        """Whether line n stands behind the work's end."""
        return n >= self.foot


def page(lines: Sequence[Line]) -> Page:
    """The zones of a page."""
    title = titles.title(lines)
    copies = frozenset(titles.copies(lines, title))
    days = frozenset(_days(lines, title))
    subtitle = titles.subtitled(lines, title)
    head = _head(lines, title, copies, days)
    if title is not None and subtitle:
        head = max(head, title + 2)
    threads = [n for n, line in enumerate(lines) if line.role == "thread"]
    thread = comments.thread(lines, _first_remark(lines, threads, head))
    forms = frozenset(_forms(lines, thread, head))
    announced = frozenset(_announced(lines, thread))
    teasers = frozenset(_teasers(lines, head))
    middle = _middle(lines)
    late = (n for n in (*forms, *threads) if n >= middle)
    end = min([*thread, *late, *announced], default=len(lines))
    about = frozenset(backs.notes_behind(lines, head, end))
    return Page(
        lines=tuple(lines),
        title=title,
        copies=copies,
        head=head,
        foot=_foot(lines, head, end, teasers | about),
        thread=thread,
        announced=announced,
        forms=forms,
        teasers=teasers,
        notes=about,
        days=days,
        subtitle=subtitle,
        repeated=frozenset(repeats.repeated(lines, title, head)),
        cabled=frozenset(cables.cabled(lines)),
    )


def _first_remark(lines: Sequence[Line], threads: Sequence[int], head: int) -> int:
    """From where readers' comments are looked for: in a web page, where its form has comments.

    They stand behind its last running text: the entries of a live blog have stamps as well.
    """
    if any(line.block.tag for line in lines):
        last = max((n for n, line in enumerate(lines) if line.role == "paragraph"), default=-1)
        return min((n for n in threads if n > last), default=len(lines))
    return head


# head and foot


_DIARY = 3
"""Days that stand each above its own prose, for them to be headings and none a byline."""


def _days(lines: Sequence[Line], title: int | None) -> Iterator[int]:
    """The lines that are nothing but a day and a place, each above prose, where there are many.

    A web page marks its headings by itself.
    """
    if any(line.block.tag for line in lines):
        return
    found = [
        n
        for n, line in enumerate(lines[:-1])
        if n != title and line.size <= 8 and lines[n + 1].prose and _is_day(line)
    ]
    if len(found) >= _DIARY:
        yield from found


def _is_day(line: Line) -> bool:
    said = line.byline
    return bool(said and said.published and line.apart and not (said.authors or said.publisher))


def _head(
    lines: Sequence[Line], title: int | None, copies: frozenset[int], days: frozenset[int]
) -> int:
    """Behind the last line that only a head has, as long as hardly any prose stands above it."""
    head = 0 if title is None else title + 1
    total = sum(line.size for line in lines if line.sentence and line.role != "thread") or 1
    prose = size = 0
    for n, line in enumerate(lines):
        if prose > _HEAD_PROSE or (prose and size > _HEAD_SHARE * total):
            break
        early = n not in days and (_opens(line, prose) or (prose <= 1 and _opens_timed(lines, n)))
        again = n in copies and (prose <= 1 or (n + 1 < len(lines) and lines[n + 1].byline))
        if again or (early and size <= total - size):
            head = max(head, n + 1)
        read = line.sentence and n != title and not furniture.is_furniture(line)
        prose += read
        size += line.size if read else 0
    while head < len(lines) and _belongs_to_head(lines, head):
        head += 1
    return head


def _belongs_to_head(lines: Sequence[Line], n: int) -> bool:
    """A rule or a row of buttons behind the head, or a name that goes on a line of the head."""
    line = lines[n]
    if furniture.is_sign(line) or links.is_menu(line) or furniture.is_own_filed(line):
        return True
    beside = n > 0 and not line.apart and lines[n - 1].byline is not None
    said = line.byline is not None and not line.byline.closing and line.role is None
    return beside and (said or bylines.is_name(line.words))


def _opens_timed(lines: Sequence[Line], n: int) -> bool:
    """A day with its hour above several paragraphs: the work's own, not a comment's."""
    said = lines[n].byline
    if said is None or said.closing or not said.published:
        return False
    behind = [line for line in lines[n + 1 : n + 7] if line.role is None]
    undated = not any(line.byline and line.byline.published for line in behind)
    return undated and sum(line.prose for line in behind) >= _HEAD_PROSE


def _opens(line: Line, prose: int) -> bool:
    """Whether a line is a byline of the head; below prose, a time of day makes it a comment's."""
    said = line.byline
    if line.role in {"byline", "deck"} and prose <= (line.role == "byline"):
        return True
    if said is None or said.closing or line.role == "heading":
        return False
    if not prose or said.authors:
        return True
    return prose == 1 if line.block.tag else "T" not in (said.published or "")


def _writers(head: Sequence[Line]) -> frozenset[str]:
    return frozenset(name for line in head if line.byline for name in line.byline.authors)


def _announced(lines: Sequence[Line], thread: Mapping[int, Remark]) -> Iterator[int]:
    """The headings of threads: those among the comments, or a few lines above the first."""
    first = min(thread, default=len(lines))
    for n in range(max(0, first - _NEAR), len(lines)):
        near = n > first or not any(line.sentence for line in lines[n:first])
        if n not in thread and near and thread and comments.announces(lines[n]):
            yield n


_NEAR = 4
"""How many lines may stand between the heading of a thread and its first comment."""


def _forms(lines: Sequence[Line], thread: Mapping[int, Remark], head: int) -> Iterator[int]:
    """The lines of forms for comments: from its head on, until comments or a notice follow.

    In the first half of the work only what has the shape of a form is one.
    """
    inside = False
    total = sum(line.prose for line in lines) or 1
    behind = 0
    boxed, homes = False, set[str]()
    for n, line in enumerate(lines):
        behind += line.prose
        late = behind * 2 > total
        if n in thread and thread[n].kind != "boilerplate":
            inside = False
        elif n >= head and _opens_form(lines, n):
            inside, boxed = True, line.role == "heading" and line.home not in homes
        elif inside and boxed and _is_beside(line, homes):
            inside = False  # the work goes on below a box that asks for comments
        elif notices.is_notice(line) or (inside and not late and not _is_of_form(line)):
            inside = False
        if inside:
            yield n
        elif line.role == "paragraph" and line.block.tag:
            homes.add(line.home)


def _is_beside(line: Line, homes: Set[str]) -> bool:
    return line.prose and line.role in {"paragraph", None} and line.home in homes


def _middle(lines: Sequence[Line]) -> int:
    """The line from which on most of the prose stands above: an earlier form is inside the work."""
    above = list(accumulate(line.prose and line.role != "thread" for line in lines))
    return next((n for n, count in enumerate(above) if count * 2 > above[-1]), 0)


def _opens_form(lines: Sequence[Line], n: int) -> bool:
    """The heading of a form, or the first of several fields."""
    near = (line for line in lines[n + 1 : n + 3] if buttons.is_field(line))
    return furniture.opens_form(lines[n]) or (buttons.is_field(lines[n]) and any(near))


def _is_of_form(line: Line) -> bool:
    return buttons.is_field(line) or furniture.is_furniture(line)


def _teasers(lines: Sequence[Line], head: int) -> Iterator[int]:
    """The short lines below the head of a list of other articles, up to prose or a notice."""
    inside = False
    for n, line in enumerate(lines[head:], head):
        inside = inside and not (line.prose or line.mark or notices.is_notice(line))
        inside = inside or links.opens_teasers(line)
        if inside:
            yield n


def _foot(lines: Sequence[Line], head: int, end: int, known: frozenset[int]) -> int:
    """The line behind the last one of the work itself."""
    writers = _writers(lines[:head])
    at = end
    while at > head and (at - 1 in known or _may_be_foot(lines[at - 1], writers)):
        at -= 1
    return at


def _may_be_foot(line: Line, writers: frozenset[str]) -> bool:
    if line.role in {"list_item", "quote"}:
        return False
    if notices.is_notice(line) or furniture.is_furniture(line) or line.byline:
        return True
    if line.words.startswith("[") and notes.is_footnote(line):
        return True
    if notes.is_about(line, writers) or captions.is_credit(line.words):
        return True
    return not line.sentence and not line.mark
