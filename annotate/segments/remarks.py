"""Readers' comments of a web page: where a thread lies, and what a line of a comment is."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from annotate.segments import comments, cores, furniture, links, notices, pleas, posters, turns
from annotate.segments.lines import Line
from annotate.sources import announcements, dates, hints, stamps


def with_thread(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of a thread marked as comments, and its frame as such."""
    marked = {n for n, line in enumerate(lines) if line.block.remark is not None}
    if marked:
        lines = _with_work(lines, min(marked))
        frame = _frame(lines, sorted(marked)) | _behind(lines, min(marked), max(marked) + 1)
        frame |= frozenset(posters.profiles(lines)) | frozenset(_repeated(lines, marked))
        return [
            _with(line, "comments", "respond") if n in frame else line
            for n, line in enumerate(lines)
        ]
    start = _thread(lines)
    end = start if start is None else _end(lines, start)
    if start is None or end is None or _is_called(lines, start, end):
        return lines
    heading = set() if comments.is_opening(lines[start]) else {start}
    frame = _behind(lines, start, end) | heading
    if _is_poll(lines[start:end]):
        frame |= frozenset(range(start, end))
    return [
        _with(line, "comments", "respond")
        if n in frame
        else _said(line)
        if start <= n < end
        else line
        for n, line in enumerate(lines)
    ]


def _repeated(lines: Sequence[Line], marked: Set[int]) -> Iterator[int]:
    """The short lines that most comments of a thread have, but for their figures: buttons."""
    total = len({lines[n].block.remark for n in marked})
    if total < _OFTEN:
        return
    short = [n for n in sorted(marked) if _may_be_button(lines[n])]
    held: dict[str, set[str | None]] = defaultdict(set)
    for n in short:
        held[_FIGURES.sub("0", lines[n].words)].add(lines[n].block.remark)
    yield from (
        n for n in short if 2 * len(held[_FIGURES.sub("0", lines[n].words)]) > max(total, _OFTEN)
    )


def _may_be_button(line: Line) -> bool:
    return line.size <= _BUTTON and line.block.role != "heading" and role(line) == "comment"


_OFTEN = 3
"""Comments of a thread, at least, for what most of them have to be a button."""

_BUTTON = 5
"""Words of a button, at most."""

_FIGURES = re.compile(r"\d+")


def _is_poll(lines: Sequence[Line]) -> bool:
    """Whether a house asks its readers something, where nobody has said when they answered."""
    asked = any(_POLLS.search(line.words) for line in lines)
    return asked and not any(stamps.read(line.words) for line in lines)


_POLLS = re.compile(r"\bdo you (?:think|agree|believe|support)\b[^.?]*\?\Z", re.IGNORECASE)
"""What a house asks its readers, below "Your say": a poll, and nobody's comment."""


def _with_work(lines: Sequence[Line], first: int) -> Sequence[Line]:
    """The lines, those above a thread believed to be no comments where nothing else is the work.

    What opens a thread may be called a discussion, as all of it is.
    """
    if any(cores.merit(line) for line in lines):
        return lines
    return [_without(line) if n < first else line for n, line in enumerate(lines)]


def _without(line: Line) -> Line:
    """A line without the hint that it is a comment."""
    said = line.block.hints
    return (
        line.within(line.block._replace(hints=said - {"comments"})) if "comments" in said else line
    )


def _behind(lines: Sequence[Line], start: int, end: int) -> frozenset[int]:
    """The lines behind a thread that has the work above it: none of them is of the work."""
    if _prose(lines[end:]) > _prose(lines[:start]):
        return frozenset()
    return frozenset(n for n in range(end, len(lines)) if not _is_own(lines[n]))


def _is_own(line: Line) -> bool:
    """Whether a line behind a thread may be of the work all the same: a notice, a note."""
    said = line.block.hints
    return line.block.remark is not None or "bio" in said or notices.is_notice(line)


def _is_called(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether the page itself calls more of what it says comments than is announced."""
    called = sum(_is_beside(line) and line.sentence for line in lines)
    return called >= max(_CALLED, sum(line.sentence for line in lines[start:end]))


_CALLED = 2


def _said(line: Line) -> Line:
    return line if line.block.hints & (hints.OUTSIDE | {"body"}) else _with(line, "comments")


def _with(line: Line, *said: str) -> Line:
    return line.within(line.block._replace(hints=line.block.hints.union(said)))


def _frame(lines: Sequence[Line], marked: Sequence[int]) -> frozenset[int]:
    """The lines in and around a thread that are nobody's comment: headings, buttons, house rules.

    marked: the lines of comments, in order. What the page calls comments beside them is the frame,
    unless it says more than they do.
    """
    frame = {
        n
        for a, b in pairwise(marked)
        if _prose(lines[a + 1 : b]) < _BEFORE
        for n in range(a + 1, b)
    }
    beside = [n for n, line in enumerate(lines) if _is_beside(line)]
    if _prose([lines[n] for n in beside]) <= _prose([lines[n] for n in marked]):
        frame.update(beside)
    return frozenset(frame)


def _is_beside(line: Line) -> bool:
    return line.block.remark is None and "comments" in line.block.hints


def _prose(lines: Sequence[Line]) -> int:
    return sum(line.size for line in lines if line.prose)


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the thread that a line announces ends: with the largest element without the work.

    If that holds nothing but the heading, it ends with the element that holds both.
    """
    path, end, said = lines[start].path, start, False
    while path:
        first, behind = _extent(lines, start, path)
        works = _prose(lines[first:start]) >= _BEFORE
        if works and said:
            return _on(lines, end, behind)
        end = behind
        if works or _COLUMN.search(path):
            return end
        said = said or any(_says(line) for line in lines[start + 1 : end])
        path = path.rpartition("/")[0]
    return end


def _on(lines: Sequence[Line], at: int, end: int) -> int:
    """Where a thread ends that goes on beside the box of its heading: at the next heading."""
    breaks = (n for n in range(at, end) if _breaks(lines[n]))
    stop = next(breaks, end)
    return stop if any(_says(line) for line in lines[at:stop]) else at


def _breaks(line: Line) -> bool:
    other = line.role == "heading" and not announcements.on_page(line.words)
    return other or bool(line.block.hints & hints.OUTSIDE) or links.opens_teasers(line)


_COLUMN = re.compile(r"/td\[\d+\]$")
"""A cell beside others, as pages were laid out before style sheets."""


def _says(line: Line) -> bool:
    return line.sentence and not cores.is_linked(line)


def _extent(lines: Sequence[Line], n: int, path: str) -> tuple[int, int]:
    """The lines around line n that are in an element."""
    first, end = n, n + 1
    while first > 0 and lines[first - 1].is_in(path):
        first -= 1
    while end < len(lines) and lines[end].is_in(path):
        end += 1
    return first, end


_BEFORE = 40
"""Words of prose above a heading of comments; what announces them higher up is a link to them."""

_SHORT = 20
"""The same above what is set as a heading: a short work has no more."""


def _thread(lines: Sequence[Line]) -> int | None:
    """The line that announces comments, below some prose and not a mere link."""
    above = 0
    for n, line in enumerate(lines):
        if line.block.remark or not line.block.hints.isdisjoint(hints.NO_WORK):
            continue
        above += line.size if line.prose and not pleas.is_consent(line) else 0
        if above < _SHORT:
            continue
        stands_out = line.role == "heading" or "bold" in line.block.hints
        if above < _BEFORE and not stands_out:
            continue
        if above >= _BEFORE and comments.is_opening(line):
            return n
        stands_out = stands_out or line.block.links == 0
        if stands_out and announcements.on_page(line.words) and not _heads_section(lines, n):
            return n
    return None


def _heads_section(lines: Sequence[Line], n: int) -> bool:
    """Whether what might announce comments is a heading of the work: "Discussion", "Response".

    The work goes on below it, in the same element or in one that another heading of the work opens,
    and nobody is named and no day told there.
    """
    above = next((line for line in reversed(lines[:n]) if line.prose), None)
    below = lines[n + 1 : n + 1 + _NEAR]
    at = next((m for m, line in enumerate(below) if line.sentence), None)
    if above is None or at is None or any(map(_names, below[: at + 2])):
        return False
    if _COUNTED_ALL.search(lines[n].words) or any(comments.is_signed(line) for line in below):
        return False
    said = next((line for line in below if line.prose), below[at])
    heads = (line for line in lines[:n] if line.role == "heading")
    parted = said.make == above.make and any(line.make == lines[n].make for line in heads)
    return parted or _box(said) == _box(above)


_COUNTED_ALL = re.compile(r"\d|\b(?:readers?|users?)\b", re.IGNORECASE)
"""What no section of a work is called: "Comments (12)", "Reader comments"."""


def _box(line: Line) -> str:
    """The element that a line stands in, a list left out."""
    return _LISTED.sub("", line.home)


_LISTED = re.compile(r"(?:/[uo]l(?:\[\d+\])?)+$")


def _names(line: Line) -> bool:
    """Whether a line names somebody, or tells a day, as one beside a comment does."""
    return line.role != "heading" and (turns.is_name(line) or stamps.read(line.words) is not None)


_NEAR = 6
"""Lines below a heading of comments in which the first of them has a name or a day."""


_STAMPS = re.compile(
    rf"{dates.WEEKDAY}|{dates.DATE}|{dates.AGO.pattern}|\b{stamps.SINCE}\b|\d{{1,2}}[:.]\d\d(?:\s*[ap]\.?m\b\.?)?"
    rf"|\b(?:{stamps.SAYS}|posted|answered|asked|by|from|on|at|reply|permalink|link(?: to this)?"
    r"|post subject(?:: .*)?|um|uhr|vom|von|às|a las|alle|om|op|le|el|il"
    r"|am|pm|a\.m\.|p\.m\.|edited|report|abuse|likes?|comment|#?\d+|[ECMP][SD]T|GMT|UTC)\b|\W+",
    re.IGNORECASE,
)


def opening_role(line: Line) -> str | None:
    """What a line of the post that opens a thread is by itself: its name and date, or a button."""
    if _is_frame(line):
        return "boilerplate"
    return "byline" if line.size <= _META and _is_meta(line) else None


def role(line: Line) -> str:
    """What a line of a reader's comment is: its name and date, a button, or what is said."""
    if _names_author(line):
        return "comment_meta"
    if _is_frame(line):
        return "boilerplate"
    if (line.size <= _META and _is_meta(line)) or _COUNTED.fullmatch(line.words):
        return "comment_meta"
    return "boilerplate" if "aside" in line.block.hints else "comment"


def _names_author(line: Line) -> bool:
    """Whether a line is nothing but who wrote a comment, and what they do: "Lena · Brenn"."""
    author = line.block.author
    if not author or line.size > _META:
        return False
    words = line.words.strip(" -–—~|•·:,")
    return words == author or (
        words.startswith(author)
        and _BESIDE.match(words[len(author) :]) is not None
        and not line.final
    )


_BESIDE = re.compile(r"\s+[|•·]\s")

_COUNTED = re.compile(r"(?:comment|post|reply) (?:(?:no|nr)\.?|number|id|#) ?\d+", re.IGNORECASE)
"""What a page calls a comment by: "Comment No. 1034545"."""
_META = 20
"""Words of a line that says who and when, at most."""

_REST = 3
"""Words beside a name and a date: "reader since 2003"."""


def _is_frame(line: Line) -> bool:
    said = line.block.hints
    author = line.block.author
    if stamps.is_button(line.words):
        return True
    if stamps.is_profile(line.words) and not (author and author in line.words):
        return True
    if _PINGED.match(line.words):
        return True
    if furniture.opens_form(line) and not line.sentence:
        return True
    return "respond" in said or ("form" in said and (not line.sentence or _asks(line)))


_PINGED = re.compile(
    r"(?:pingback|trackback)s?(?: from| by)?\s*:?\s"
    r"|your comment is (?:awaiting|waiting for|pending) (?:moderation|approval)"
    r"|(?:in reply|replying) to:? \S.{0,40}$|.{1,40}[’']s avatar(?: .{0,20}profile)?$",
    re.IGNORECASE,
)
"""Who links to the work, and that a comment waits: said by a machine, and no reader's comment."""


def _asks(line: Line) -> bool:
    return bool(_SIGNING_IN.search(line.words))


_SIGNING_IN = re.compile(
    r"\b(?:log ?in|sign(?:ed)? (?:in|on|up)|regist\w+)\b.{0,60}\bto (?:\w+ )?"
    r"(?:post|leave|add|submit|write|make) (?:an? |your )?(?:comments?|reply|replies)\b",
    re.IGNORECASE,
)
"""What a form says to readers who have not signed in."""


def _is_meta(line: Line) -> bool:
    """Whether a line of a comment says nothing but who wrote it, or when, or both."""
    author, words = line.block.author, line.words
    named = author is not None and author in words
    dated = line.block.date is not None and dates.iso(words) is not None
    aged = dates.AGO.search(words) is not None
    if not (named or dated or aged):
        return bool(_SINCE.fullmatch(words) or _UNSURE.fullmatch(words))
    rest = words.replace(author, " ") if author and named else words
    return len(_STAMPS.sub(" ", rest).split()) <= _REST * (named and (dated or aged))


_SINCE = re.compile(rf"{stamps.SINCE}(?:\s*[(•·]?\s*edited\)?)?", re.IGNORECASE)


_UNSURE = re.compile(
    rf"{dates.YEARLESS}(?:\s*[ap]\.?m\.?)?|"
    r"\d{1,2}[-./]\d{1,2}[-./](?:\d\d){1,2},?\s+(?:at\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?",
    re.IGNORECASE,
)
"""A date of which nothing tells whether the month or the day stands first, "02-06-2009, 11:40",
or of which year it is."""


def settled(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a page, none in the midst of a comment a name line: "You said:", a day told of.

    Above what is said may stand its title, but no sentence and another line.
    """
    lines = _between_names(lines)
    held: Counter[str] = Counter()
    sentences: Counter[str] = Counter()
    last = {line.block.remark: n for n, line in enumerate(lines) if line.role == "comment"}
    for n, line in enumerate(lines):
        path = line.block.remark
        if path is None:
            yield line
            continue
        inside = held[path] >= _TITLED and sentences[path] and n < last.get(path, 0)
        if line.role == "comment_meta" and inside:
            line = line.placed("comment")
        held[path] += line.role == "comment"
        sentences[path] += line.role == "comment" and line.sentence
        yield line


def _between_names(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, what stands between the name and the day of a comment with them: a place."""
    found = list(lines)
    for n, (above, line, below) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), 1):
        if line.role != "comment" or line.sentence or line.size > _PLACE:
            continue
        beside = (above, below)
        if all(
            one.role == "comment_meta" and one.block.remark == line.block.remark for one in beside
        ):
            found[n] = line.placed("comment_meta")
    return found


_PLACE = 8
"""Words of a place beside a name, at most."""

_TITLED = 2
"""Lines of a comment above a name line in its midst, at least; its title is one."""
