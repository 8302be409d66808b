"""Readers' comments: where a thread of them begins, whose each is, and where it ends.

A thread begins only where the work has been read: below its first paragraphs, with a line that
names somebody and tells when, or with a date alone if more evidence adds up. Whatever is mistaken
for a comment stays small: what would hold half of a text is no comment.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from annotate.segments import furniture, links, notices, turns
from annotate.segments.lines import Line
from annotate.sources import announcements, stamps
from annotate.sources.stamps import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What one line is in a thread: kind is comment, comment_meta or boilerplate.

    first: the line at which its comment opens: the same for all lines of one comment.
    """

    kind: str
    first: int
    author: str | None = None
    date: str | None = None


_FEW = 2
"""Paragraphs of a work that must be read before a date without a name may open a comment."""

_SHARE = 0.5
"""How much of a text one comment may hold; the longest at hand has a sixth."""

_NAME_END = re.compile(r"[.!?;:,…]$")


def thread(lines: Sequence[Line], start: int) -> Mapping[int, Remark]:
    """What each line of the threads of comments is, by its index; start: where the work begins.

    A date alone opens no thread unless it has a time of day, or a heading or a web page's form
    announces comments.
    """
    openings = dict(_openings(lines, start))
    first = _first_small(lines, openings)
    openings = {n: said for n, said in openings.items() if said.first >= first}
    if not openings:
        return dict(_named_alone(lines, start))
    closed = dict(_closed(lines, openings))
    return closed or dict(_followed(lines, openings))


def is_opening(line: Line) -> bool:
    """Whether a line opens a comment beyond doubt: "Posted by: Lena on 3 May 2012"."""
    posted = re.match(r"(?:posted|comment(?:ed)?|submitted|left)\s+by\b", line.words, re.IGNORECASE)
    said = stamps.read(line.words) if posted else None
    return said is not None and said.stated and said.author is not None


def is_signed(line: Line) -> bool:
    """Whether a line names somebody and tells a day."""
    said = stamps.read(line.words)
    return said is not None and said.stated and said.author is not None


def announces(line: Line) -> bool:
    """Whether a line is the heading of a thread: "3 Comments", "Responses to …"."""
    return line.size <= 14 and not line.final and announcements.in_text(line.words)


# which lines open a comment


def _openings(lines: Sequence[Line], start: int) -> Iterator[tuple[int, Remark]]:
    """The lines that open a comment, with what they say; two lines share one opening."""
    read = _stamps(lines, start)
    sure, last = False, None
    evidence = _evidence(lines, start, read)
    for n in range(start, len(lines)):
        sure = sure or (evidence.above[n] > 0 and announces(lines[n]))
        said = read.get(n)
        if said is None:
            continue
        completes = said.author is None and last is not None and last.first == n - 1
        if completes and last is not None and not last.date and said.stated:
            last = replace(last, date=said.date)
            yield from ((n - 1, last), (n, last))
            continue
        name = _named(lines, n, start) if said.author is None else None
        if not (sure or _is_signed(lines[n], said) or evidence.suffices(said, n, name)):
            continue
        remark = _remark(said, n, name)
        if name:
            yield n - 1, remark
        yield n, remark
        sure, last = sure or said.stated, remark if said.author else None


def _is_signed(line: Line, said: Stamp) -> bool:
    """Whether a line of what a page shows to be a thread says by whom: "by Lena on 1/2/2008"."""
    by = re.match(r"by\b", line.words, re.IGNORECASE)
    return bool(by) and line.role == "thread" and said.stated and said.author is not None


def _remark(said: Stamp, n: int, name: str | None) -> Remark:
    """An opening; its name may stand in the line above."""
    first = n - 1 if name else n
    return Remark(kind="comment_meta", first=first, author=name or said.author, date=said.date)


def _stamps(lines: Sequence[Line], start: int) -> dict[int, Stamp]:
    found = (
        (n, stamps.read(lines[n].words))
        for n in range(start, len(lines))
        if not announces(lines[n])
    )
    return {n: said for n, said in found if said is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What a text shows of a thread in all.

    above: how many sentences and paragraphs stand above each line. told: how many stamps speak of
    comments. named: whether a stamp has a name and a time of day. form: the last line that opens a
    form for comments, -1 if there is none.
    """

    above: Sequence[int]
    told: int
    named: bool
    form: int

    def suffices(self, said: Stamp, n: int, name: str | None) -> bool:
        """Whether a stamp opens a thread that no heading announces."""
        if not self.above[n]:
            return False
        form = self.form > n
        if said.author or name:
            return said.timed or (said.told and (self.told > 1 or form))
        more = form or self.named or self.told > 1
        return said.timed and more and self.above[n] >= _FEW


def _evidence(lines: Sequence[Line], start: int, read: Mapping[int, Stamp]) -> _Evidence:
    above = list(accumulate((line.sentence for line in lines), initial=0))
    low = {n: said for n, said in read.items() if above[n]}
    forms = (n for n, line in enumerate(lines) if furniture.opens_form(line))
    return _Evidence(
        above=above,
        told=sum(said.told and said.author is not None for said in low.values()),
        named=any(
            said.timed and (said.author or _named(lines, n, start)) for n, said in low.items()
        ),
        form=max(forms, default=-1),
    )


def _named(lines: Sequence[Line], n: int, start: int) -> str | None:
    """The name in the line before a date, None where that line is something else."""
    if n - 1 < start:
        return None
    before = lines[n - 1]
    words = stamps.without_reply(before.words)
    near = not lines[n].apart
    if not _is_name(words, most=6 if near else 4) or furniture.is_furniture(before):
        return None
    if announces(before) or (not near and not before.apart):
        return None  # the heading of the thread, or the last line of the comment above
    return re.sub(r"^(?:posted\s+)?by:?\s+|^#?\d+[.)]?\s+", "", words, flags=re.I).strip()


def _is_name(words: str, *, most: int) -> bool:
    tokens = words.split()
    if not tokens or len(tokens) > most or len(words) > 50 or _NAME_END.search(words.rstrip("*")):
        return bool(re.fullmatch(r"(?:[^\W\d_]\.?[\w’'-]*\s+){1,3}[A-Z]\.", words))
    return len(tokens) == 1 or sum(not token[0].islower() for token in tokens) * 2 > len(tokens)


# how much a comment may hold


def _first_small(lines: Sequence[Line], openings: Mapping[int, Remark]) -> int:
    """The first opening behind the last one that would take a work for a comment."""
    firsts = sorted({said.first for said in openings.values()})
    total, at = sum(line.size for line in lines), 0
    for first, behind in pairwise((*firsts, len(lines))):
        end = next((n for n in range(first, behind) if _ends(lines[n])), behind)
        held = lines[first:end]
        size = sum(line.size for line in held)
        works = first == firsts[0] and _opens_work(lines[:first], held)
        if sum(line.prose for line in held) > 1 and (size > _SHARE * total or works):
            at = behind
    return at


def _opens_work(above: Sequence[Line], held: Sequence[Line]) -> bool:
    """Whether hardly anything stands above a "comment" of many paragraphs: it is a byline's."""
    read = [line.size for line in above if line.prose]
    paragraphs = sum(line.prose for line in held)
    return len(read) <= _FEW < paragraphs and sum(line.size for line in held) > sum(read)


# what follows an opening


def _followed(
    lines: Sequence[Line], openings: Mapping[int, Remark]
) -> Iterator[tuple[int, Remark]]:
    current: Remark | None = None
    for n in range(min(openings), len(lines)):
        line = lines[n]
        if n in openings:
            current = openings[n]
            yield n, current
        elif _ends(line) or _is_off_thread(line):
            current = None
        elif current:
            yield n, replace(current, kind=_kind(line))


def _is_off_thread(line: Line) -> bool:
    """Whether a web page shows by its form that a line is in no thread."""
    return bool(line.block.tag) and line.role != "thread"


def _end(lines: Sequence[Line], n: int) -> int:
    """Where the thread that holds line n ends."""
    behind = range(n + 1, len(lines))
    return next((m for m in behind if _ends(lines[m]) or _is_off_thread(lines[m])), len(lines))


def _closed(lines: Sequence[Line], openings: Mapping[int, Remark]) -> Iterator[tuple[int, Remark]]:
    """The lines of a thread whose names and dates stand below what is said; none if above."""
    firsts = sorted({said.first for said in openings.values()})
    start = turns.begins(lines, firsts[0], announces)
    if start is None or not turns.are_signed_below(
        lines, start, firsts, max(openings), _end(lines, max(openings))
    ):
        return
    held: dict[int, list[int]] = {}
    for n, said in openings.items():
        held.setdefault(said.first, []).append(n)
    at = start
    for first in firsts:
        stamp = openings[first]
        while at < first and _kind(lines[at]) == "boilerplate":
            yield at, Remark(kind="boilerplate", first=at)
            at += 1
        for n in range(at, first):
            yield n, replace(stamp, kind=_kind(lines[n]), first=at)
        yield from ((n, replace(stamp, first=at)) for n in held[first])
        at = max(held[first]) + 1


def _named_alone(lines: Sequence[Line], start: int) -> Iterator[tuple[int, Remark]]:
    """The lines of a thread on a web page that gives names and no dates."""
    within = [n for n in range(start, len(lines)) if lines[n].role == "thread"]
    named = turns.names(lines, within)
    for n, name in named.items():
        kind = "comment_meta" if n == name else _kind(lines[n])
        author = lines[name].words.strip(" ,-–—~")
        yield n, Remark(kind=kind, first=name, author=author)
    if not named:
        yield from ((n, Remark(kind=_kind(lines[n]), first=n)) for n in turns.said(lines, within))


def _ends(line: Line) -> bool:
    """Whether a line is none of a comment, and ends the one above."""
    frame = furniture.opens_form(line) or notices.is_notice(line) or furniture.is_cookie(line)
    below = furniture.is_powered(line) or (links.is_menu(line) and not _is_button(line))
    teasers = line.apart and links.opens_teasers(line)
    return frame or below or announces(line) or teasers


def _is_button(line: Line) -> bool:
    return stamps.is_button(line.words)


def _kind(line: Line) -> str:
    if stamps.is_button(line.words) or links.is_menu(line) or _is_row(line):
        return "boilerplate"
    if turns.is_rule(line):
        return "boilerplate"
    ends = line.apart and line.size <= 6 and furniture.is_furniture(line)
    return "boilerplate" if ends else "comment"


def _is_row(line: Line) -> bool:
    """Whether bars part a line into many links: "Share this: Digg | Furl | What's this?"."""
    return line.block.links > 0 and line.words.count(" | ") >= _BARS


_BARS = 3
