"""What a line of a comment is: its name and date, a button, or what is said."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from annotate.segments import furniture
from annotate.segments.lines import Line
from annotate.sources import dates, stamps

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
