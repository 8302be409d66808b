"""Zones: where the head of a work ends, where its foot begins, and which line is its title.

What a line is hangs on where it stands: a sentence above the byline is a standfirst, the same
sentence below it opens the work.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotate.segments import captions, comments, furniture, notes
from annotate.segments.comments import Remark
from annotate.segments.lines import Line

_FIRST = 25
"""A title stands among the first lines of a page as saved, behind its navigation at worst."""

_LONGEST = 40
"""Words of a title; what is longer and in the form of a heading is a sentence set large."""

_HEAD_PROSE = 3
_HEAD_SHARE = 0.35
"""A standfirst or an editor's note is at most this many paragraphs and this much of the text; of
the articles at hand the longest, an abstract, has one paragraph and a tenth of the text."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Page:
    """The lines of a source and their zones.

    title: its line, None if there is none. copies: where it is repeated. head: the first line
    behind the head. foot: the first line of the foot. thread: what lines are in threads of
    comments. forms: the lines of forms. teasers: the lines of lists of other articles.
    """

    lines: tuple[Line, ...]
    title: int | None
    copies: frozenset[int]
    head: int
    foot: int
    thread: Mapping[int, Remark]
    forms: frozenset[int]
    teasers: frozenset[int]

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
    title = _title(lines)
    copies = frozenset(_copies(lines, title))
    head = _head(lines, title, copies)
    threads = [n for n, line in enumerate(lines) if line.role == "thread"]
    thread = comments.thread(lines, _first_remark(lines, threads, head))
    forms = frozenset(_forms(lines, thread, head))
    teasers = frozenset(_teasers(lines, head))
    end = min([*thread, *forms, *threads], default=len(lines))
    return Page(
        lines=tuple(lines),
        title=title,
        copies=copies,
        head=head,
        foot=_foot(lines, head, end, teasers),
        thread=thread,
        forms=forms,
        teasers=teasers,
    )


def _first_remark(lines: Sequence[Line], threads: Sequence[int], head: int) -> int:
    """From where readers' comments are looked for: in a web page, where its form has comments."""
    if any(line.block.tag for line in lines):
        return min(threads, default=len(lines))
    return head


# title


def _title(lines: Sequence[Line]) -> int | None:
    """The best of the lines that may be the title; the earliest of equals."""
    stated = [n for n, line in enumerate(lines) if line.role == "title"]
    candidates = stated or list(_candidates(lines))
    if not candidates:
        return None
    return max(candidates, key=lambda n: (_merit(lines, n), -n))


def _candidates(lines: Sequence[Line]) -> Iterator[int]:
    for n, line in enumerate(lines[:_FIRST]):
        if (line.role == "heading" and line.size <= _LONGEST) or (
            _may_be_title(line) and line.role is None
        ):
            yield n
        if line.prose and line.role != "heading":
            return


def _may_be_title(line: Line) -> bool:
    if line.prose or line.size > 30 or line.words.endswith((".", ",", ";", ":")):
        return False
    if line.mark or line.byline or furniture.is_furniture(line) or furniture.is_notice(line):
        return False
    return not captions.is_credit(line.words) and any(sign.isalpha() for sign in line.words)


def _merit(lines: Sequence[Line], n: int) -> float:
    line = lines[n]
    later = {_folded(other.words) for other in lines[n + 1 : n + 40]}
    merit = 3.0 * (_folded(line.words) in later)
    if line.role == "heading":
        merit += 4.0 if line.block.level == 1 else 3.0
    if line.size >= 3:
        merit += 1.0
    if n + 1 < len(lines) and _introduces(lines[n + 1]):
        merit += 0.5
    return merit - (line.size == 1)


def _introduces(line: Line) -> bool:
    return line.byline is not None or captions.is_credit(line.words)


def _folded(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _copies(lines: Sequence[Line], title: int | None) -> Iterator[int]:
    if title is None:
        return
    wanted = _folded(lines[title].words)
    yield from (n for n, line in enumerate(lines) if n != title and _folded(line.words) == wanted)


# head and foot


def _head(lines: Sequence[Line], title: int | None, copies: frozenset[int]) -> int:
    """Behind the last line that only a head has, as long as hardly any prose stands above it."""
    head = 0 if title is None else title + 1
    total = sum(line.size for line in lines if line.sentence) or 1
    prose = size = 0
    for n, line in enumerate(lines):
        if prose > _HEAD_PROSE or (prose and size > _HEAD_SHARE * total):
            break
        if n in copies or (_opens(line, prose) and size <= total - size):
            head = max(head, n + 1)
        prose += line.sentence and n != title
        size += line.size if line.sentence and n != title else 0
    while head < len(lines) and furniture.is_sign(lines[head]):
        head += 1
    return head


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


def _forms(lines: Sequence[Line], thread: Mapping[int, Remark], head: int) -> Iterator[int]:
    """The lines of a form for comments: from its head on, until comments or a notice follow."""
    inside = False
    total = sum(line.prose for line in lines) or 1
    behind = 0
    for n, line in enumerate(lines):
        behind += line.prose
        if n in thread and thread[n].kind != "boilerplate":
            inside = False
        elif n >= head and furniture.opens_form(line) and behind * 2 > total:
            inside = True
        elif furniture.is_notice(line):
            inside = False
        if inside:
            yield n


def _teasers(lines: Sequence[Line], head: int) -> Iterator[int]:
    """The short lines below the head of a list of other articles, up to prose or a notice."""
    inside = False
    for n, line in enumerate(lines[head:], head):
        inside = inside and not (line.prose or line.mark or furniture.is_notice(line))
        inside = inside or furniture.opens_teasers(line)
        if inside:
            yield n


def _foot(lines: Sequence[Line], head: int, end: int, teasers: frozenset[int]) -> int:
    """The line behind the last one of the work itself."""
    writers = _writers(lines[:head])
    at = end
    while at > head and (at - 1 in teasers or _may_be_foot(lines[at - 1], writers)):
        at -= 1
    return at


def _may_be_foot(line: Line, writers: frozenset[str]) -> bool:
    if line.role in {"list_item", "quote"}:
        return False
    if furniture.is_notice(line) or furniture.is_furniture(line) or line.byline:
        return True
    if line.words.startswith("[") and notes.is_footnote(line):
        return True
    if notes.is_about(line, writers) or captions.is_credit(line.words):
        return True
    return not line.sentence and not line.mark
