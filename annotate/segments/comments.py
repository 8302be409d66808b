"""Readers' comments: the lines that open one, who wrote it and when, and where the thread ends."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotate.segments import furniture
from annotate.segments.lines import Line
from annotate.sources import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What one line is in a thread: kind is comment, comment_meta or boilerplate.

    first: the line at which its comment opens: the same for all lines of one comment.
    """

    kind: str
    first: int
    author: str | None = None
    date: str | None = None


_HANDLE = r"(?P<author>[^\s|•·:;!?,<>][^|•·:;!?<>\n]{0,48}?)"
_CLOCK = (
    r"(?:[\s,|@–—-]*(?:at|um|à)?[\s,]*\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*Uhr)?"
    r"(?:\s*[A-Z]{2,4})?)"
)
_HOUR = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?,?\s*(?:on\s+)?)?"
_STAMP = rf"(?P<date>{_HOUR}(?:{dates.WEEKDAY}\s*)?(?:{dates.DATE}){_CLOCK}?|{dates.AGO.pattern})"
_SAYS = r"(?:says|said|wrote|writes|commented|replied|schrieb|sagt|a écrit|dice|escribió)"
_NUMBERED = r"(?:#?\d{1,4}[.):]?\s+)?"
_TAIL = r"(?:\s*[|•·]?\s*(?:permalink|reply|report(?: abuse)?|link|#|edit|\(edited\)))*:?"

_BY = r"(?:(?:posted|submitted|left|comment(?:ed)?)\s+)?(?:by:?\s+)?"
_SENT = r"(?:(?:posted|submitted|left|commented)\s*(?:on|at)?:?\s*)?"
RULES = (
    ("says", rf"{_HANDLE}\s+{_SAYS}(?:\s+(?:on|am|at))?[:,]?\s*(?:{_STAMP})?"),
    ("on", rf"{_BY}{_HANDLE},?\s+(?:posted\s+)?(?:on|at|am)\s+{_STAMP}"),
    ("beside", rf"{_BY}{_HANDLE}\s*(?:[,|•·–—-]|\s\(|\s{{2,}}|\s)\s*{_STAMP}\)?"),
    ("by", rf"(?:on\s+)?{_STAMP}[,:]?\s*(?:by|from|von|[|•·–—-])\s*{_HANDLE}"),
    ("alone", rf"{_SENT}{_STAMP}"),
)
"""The ways to open a comment; a number may stand before each, and buttons behind."""

_PATTERNS = tuple(
    (name, re.compile(f"{_NUMBERED}{pattern}{_TAIL}", re.IGNORECASE)) for name, pattern in RULES
)
_LONGEST = 110

_HEADING = re.compile(
    r"(?:\d+\s+|no\s+|one\s+|reader(?:s[’']?)?\s+|user\s+)?(?:comments?|responses?|replies|discussion"
    r"|thoughts? on|reactions|kommentare|commentaires|comentarios)\b.{0,90}",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:reply|like|unlike|share|report(?: abuse| this)?|flag|edit|quote|permalink|recommend|upvote"
    r"|downvote|\d+ (?:likes?|replies|votes?|points?)|[+-]?\d{1,4}"
    r"|show (?:more )?replies|thumbs? (?:up|down)"
    r"|rate this|vote|link|antworten|répondre|responder|\W{1,3})"
    r"(?:\s*[|•·,]?\s*(?:reply|like|share|report|flag|edit|link|\d{1,4}))*",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"[.!?;:,…]$")


def thread(lines: Sequence[Line], start: int) -> Mapping[int, Remark]:
    """What each line of the threads of comments is, by its index; start: where the work begins.

    A date alone opens no thread unless it has a time of day, or a heading announces comments.
    """
    openings = dict(_openings(lines, start))
    if not openings or not _is_thread(lines, openings):
        return {}
    return dict(_followed(lines, openings))


def is_opening(line: Line) -> bool:
    """Whether a line opens a comment beyond doubt: "Posted by: Lena on 3 May 2012"."""
    posted = re.match(r"(?:posted|comment(?:ed)?|submitted|left)\s+by\b", line.words, re.IGNORECASE)
    said = _stamp(line.words, sure=True) if posted and line.size <= 16 else None
    return said is not None and said.author is not None


def is_button(words: str) -> bool:
    """Whether a line of a thread is a button: "Reply", "12 likes"."""
    return bool(_BUTTON.fullmatch(words))


def announces(line: Line) -> bool:
    """Whether a line is the heading of a thread: "3 Comments", "Responses to …"."""
    return line.size <= 14 and bool(_HEADING.fullmatch(line.words)) and not line.final


def _openings(lines: Sequence[Line], start: int) -> Iterator[tuple[int, Remark]]:
    """The lines that open a comment, with what they say; two lines share one opening."""
    sure, last = False, None
    for n in range(start, len(lines)):
        line = lines[n]
        sure = sure or announces(line)
        if line.size > 16 or len(line.words) > _LONGEST:
            continue
        said = _stamp(line.words, sure=sure)
        if said is None:
            continue
        if said.author is None and last is not None and last.first == n - 1 and not last.date:
            said = replace(last, date=said.date)
            yield from ((n - 1, said), (n, said))
            continue
        named = _named(lines, n, start) if said.author is None else None
        first = n - 1 if named else n
        said = replace(said, first=first, author=named or said.author)
        if named:
            yield n - 1, said
        yield n, said
        sure, last = sure or bool(said.date), said if said.author else None


def _stamp(words: str, *, sure: bool) -> Remark | None:
    """What a line says as the opening of a comment, None if it is none."""
    for name, pattern in _PATTERNS:
        hit = pattern.fullmatch(words)
        if hit and _holds(name, hit, sure=sure):
            author = (hit.groupdict().get("author") or "").strip(" -–—,") or None
            return Remark(kind="comment_meta", first=0, author=author, date=_day(hit["date"]))
    return None


_OF_WORK = re.compile(
    r"(?:published|updated|last|first|modified|posted)\b(?!\s+by\b)", re.IGNORECASE
)
"""How the date of the work itself opens, not that of a comment."""


def _holds(name: str, hit: re.Match[str], *, sure: bool) -> bool:
    if name != "alone" and len((hit["author"] or "").split()) > 6:
        return False
    stamp = hit["date"]
    if not stamp:
        return sure
    if name == "beside" and _OF_WORK.match(hit[0]):
        return False
    return sure or dates.timed(stamp)


def _day(stamp: str | None) -> str | None:
    return dates.iso(stamp) if stamp else None


def _named(lines: Sequence[Line], n: int, start: int) -> str | None:
    """The name in the line before a date, None where that line is something else."""
    if n - 1 < start:
        return None
    before = lines[n - 1]
    near = not lines[n].apart
    if not _is_name(before.words, most=6 if near else 4) or furniture.is_furniture(before):
        return None
    if not near and not before.apart:
        return None  # the last line of the comment above
    return re.sub(r"^(?:posted\s+)?by:?\s+|^#?\d+[.)]?\s+", "", before.words, flags=re.I).strip()


def _is_name(words: str, *, most: int) -> bool:
    tokens = words.split()
    if not tokens or len(tokens) > most or len(words) > 50 or _NAME_END.search(words.rstrip("*")):
        return bool(re.fullmatch(r"(?:[^\W\d_]\.?[\w’'-]*\s+){1,3}[A-Z]\.", words))
    return len(tokens) == 1 or sum(not token[0].islower() for token in tokens) * 2 > len(tokens)


def _is_thread(lines: Sequence[Line], openings: Mapping[int, Remark]) -> bool:
    """Whether there is prose before the first opening: else it is the byline of the work."""
    return any(line.sentence for line in lines[: min(openings)])


def _followed(
    lines: Sequence[Line], openings: Mapping[int, Remark]
) -> Iterator[tuple[int, Remark]]:
    current: Remark | None = None
    for n in range(min(openings), len(lines)):
        line = lines[n]
        if n in openings:
            current = openings[n]
            yield n, current
        elif furniture.opens_form(line) or furniture.is_notice(line) or announces(line):
            current = None
        elif current:
            kind = "boilerplate" if is_button(line.words) else "comment"
            yield n, replace(current, kind=kind)
