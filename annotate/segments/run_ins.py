"""Run-in headings: "Who Counts | Nobody knows …" is a heading and a paragraph.

The heading goes up to its mark, and has it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotate.model import Source
from annotate.segments import captions
from annotate.segments.lines import Line, words

_MARKED = (
    re.compile(r"(?P<head>[“\"‘(\[]?[^\W\d_a-z][^|\n]{1,90}?\s*\|)\s+(?=[“\"‘(\[]?[^\W_a-z])"),
    re.compile(
        r"(?P<head>(?:\*\*|__)[^\W\d_a-z][^*_\n]{1,80}?[.?|–—](?:\*\*|__))\s+(?=[“\"‘(\[]?[^\W_a-z])"
    ),
)
_CAPITALS = re.compile(
    r"(?P<head>[“\"‘(\[]?[A-Z][A-Z’'&,-]*(?:[ ][A-Z0-9’'&,“”\"?-]+){1,9}\s+[–—])"
    r"\s+(?=[“\"‘(\[]?[A-Z])"
)
"""A heading in capitals before a dash. So opens a dateline as well ("KARST HILL – …"), but only at
the top of a work, so that a single one there is no heading."""

_DECK = 35
"""Words of a standfirst, at most."""

_OPEN = frozenset({None, "paragraph"})
"""Roles of a line that may open with a run-in heading."""

_LONGEST = 14
"""Words of a run-in heading, at most; "The “Hassle” of Repatriation |" has four."""

_BELOW_ALL = 7
"""The level of a run-in heading: below the six that pages and Markdown have."""


def divided(lines: Sequence[Line], source: Source) -> Iterator[Line]:
    """The lines, those that open with a run-in heading in two."""
    capitals = frozenset(_capitals(lines, source.text))
    for line in lines:
        patterns = (*_MARKED, _CAPITALS) if line.start in capitals else _MARKED
        cut = _cut(line, source.text, patterns)
        if cut is None:
            yield line
            continue
        head, rest = cut
        block = line.block._replace(role="heading", end=head, level=_BELOW_ALL)
        yield replace(line, end=head, words=words(source, line.start, head), block=block, joined=1)
        yield replace(line, start=rest, words=words(source, rest, line.end), apart=True, indent=0)


def _capitals(lines: Sequence[Line], text: str) -> Iterator[int]:
    """Where the lines start that open with capitals and a dash, a lone dateline left out."""
    prose = [line for line in lines if line.prose and line.role in _OPEN]
    found = [line.start for line in prose if _CAPITALS.match(text, line.start, line.end)]
    top = {line.start for line in prose[: 2 if prose and _is_deck(prose[0]) else 1]}
    if len(found) > 1 or not top.issuperset(found):
        yield from found


def _is_deck(line: Line) -> bool:
    """Whether a line may be a standfirst, below which a dateline stands: one short sentence."""
    return line.size <= _DECK and not _ENDED.search(line.words)


_ENDED = re.compile(r"[.!?]\s+[A-Z“\"]")


def _cut(line: Line, text: str, patterns: Sequence[re.Pattern[str]]) -> tuple[int, int] | None:
    """Where the heading ends and the paragraph starts, None if there is no run-in heading."""
    if line.role not in _OPEN or not line.prose or line.byline:
        return None
    if captions.is_figure(line.words):
        return None
    for pattern in patterns:
        hit = pattern.match(text, line.start, line.end)
        if hit and len(hit["head"].split()) <= _LONGEST and line.end - hit.end() > 60:
            return hit.end("head"), hit.end()
    return None
