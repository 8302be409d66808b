"""Readers' comments of a web page: where a thread lies, and what a line of a comment is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from annotate.segments import comments
from annotate.segments.lines import Line
from annotate.sources import dates, hints, stamps


def with_thread(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those behind a heading that announces comments marked as comments."""
    start = _thread(lines)
    if start is None:
        return lines
    return [
        line
        if n < start or line.block.remark or line.block.hints & (hints.OUTSIDE | {"body"})
        else replace(line, block=replace(line.block, hints=line.block.hints | {"comments"}))
        for n, line in enumerate(lines)
    ]


_ANNOUNCED = re.compile(
    r"(?:(?:\d+|all|reader(?:s['’]?)?|user|your|recent|latest|view"
    r"|no)\s+)*comments?(?:\s*(?:\(\d+\)|:|\(\d+ .*))?"
    r"|comments? (?:on|about|from|are|have|posted|by)\b.{0,80}|\d+ (?:responses?"
    r"|replies|thoughts) (?:to|on)\b.{0,99}"
    r"|(?:have your say|your (?:views|reactions|say)|what (?:do you"
    r"|other readers) think.{0,30}|talkback)"
    r"|.{0,30}\bcomments?\b.{0,30}\bclosed\b.{0,30}",
    re.IGNORECASE,
)
_BEFORE = 40
"""Words of prose above a heading of comments; what announces them higher up is a link to them."""


def _thread(lines: Sequence[Line]) -> int | None:
    """The line that announces comments, below some prose and not a mere link."""
    above = 0
    for n, line in enumerate(lines):
        if line.block.hints & (hints.OUTSIDE | {"comments"}) or line.block.remark:
            continue
        above += line.size if line.prose else 0
        stands_out = line.role == "heading" or "bold" in line.block.hints or line.block.links == 0
        announced = stands_out and _ANNOUNCED.fullmatch(line.words.strip(" :.»|"))
        if above >= _BEFORE and (announced or comments.is_opening(line)):
            return n
    return None


_STAMPS = re.compile(
    rf"{dates.DATE}|{dates.AGO.pattern}|\d{{1,2}}[:.]\d\d|\b(?:says|said|wrote|posted|by|on|at|reply|permalink|link"
    r"|am|pm|a\.m\.|p\.m\.|edited|report|abuse|likes?|comment|#?\d+|[ECMP][SD]T|GMT|UTC)\b|\W+",
    re.IGNORECASE,
)


def role(line: Line) -> str:
    """What a line of a reader's comment is: its name and date, a button, or what is said."""
    block = line.block
    words = line.words
    if stamps.is_button(words) or "form" in block.hints or "respond" in block.hints:
        return "boilerplate"
    if line.size <= 20:
        rest = words.replace(block.author, " ") if block.author else words
        dated = block.date is not None and dates.iso(words) is not None
        named = block.author is not None and block.author in words
        if (named or dated or dates.AGO.search(words)) and len(
            _STAMPS.sub(" ", rest).split()
        ) <= 3 * (named and dated):
            return "comment_meta"
        if (named or dated) and not _STAMPS.sub(" ", rest).split():
            return "comment_meta"
    return "comment"
