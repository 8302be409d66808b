"""Posters: what a forum says beside a post of who wrote it: since when, how many posts, a motto."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from annotate.segments.lines import Line
from annotate.sources import boards, dates, stamps


def profiles(lines: Sequence[Line]) -> Iterator[int]:
    """The lines of posts that tell of their writers, where the posts say anything else."""
    yield from _below_rules(lines)
    signed = (n for n, line in enumerate(lines) if line.block.author is not None)
    inside = [n for n in signed if _post(lines[n]) is not None]
    listed = {lines[n].home for n in inside if _is_entry(lines[n])}
    cells = _cells([lines[n] for n in inside])
    told = [
        n
        for n in inside
        if "profile" in lines[n].block.hints
        or _is_listed(lines[n], listed)
        or (lines[n].path in cells and not lines[n].sentence)
    ]
    if not told:
        return
    about = frozenset(told)
    saying = {_post(lines[n]) for n in inside if n not in about and lines[n].size > _LABEL}
    for n in told:
        line = lines[n]
        if _post(line) in saying and line.size <= _MOTTO and not _signs(line):
            yield n


def _cells(inside: Sequence[Line]) -> frozenset[str]:
    """The cells of a table that tell of a writer in several entries: "Joined: …", "Posts: 12"."""
    told = (
        line.path for line in inside if line.block.tag == "td" and stamps.is_profile(line.words)
    )
    return frozenset(path for path, entries in Counter(told).items() if entries >= _ENTRIES)


_ENTRIES = 2


def _below_rules(lines: Sequence[Line]) -> Iterator[int]:
    """The lines below a rule of low lines in a post: what its writer puts below each."""
    ruled: Line | None = None
    for n, line in enumerate(lines):
        if _RULE.fullmatch(line.words) and _post(line) is not None:
            ruled = line
        if ruled is not None and line.block.xpath == ruled.block.xpath and _post(line) is not None:
            yield n
        else:
            ruled = None


_RULE = re.compile(r"_{6,}")

_LABEL = 2
_MOTTO = 60
"""Words of a motto below a post, at most."""


def _post(line: Line) -> str | None:
    """The post that a line is in: the xpath of a comment's, "" of the one that opens a thread."""
    return "" if boards.OPENS in line.block.hints else line.block.remark


def _is_entry(line: Line) -> bool:
    """Whether a line is a term of a list of who a writer is: "Joined"."""
    return line.block.tag == "dt" and stamps.is_profile(line.words)


def _signs(line: Line) -> bool:
    """Whether a line has the name of who wrote the post, or its day."""
    author, date = line.block.author, line.block.date
    if author is not None and author in line.words:
        return True
    return date is not None and (dates.iso(line.words) or "").startswith(date[:10])


def _is_listed(line: Line, lists: Set[str]) -> bool:
    return line.block.tag in {"dt", "dd"} and line.home in lists
