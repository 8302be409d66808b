"""What is run into a paragraph: a heading ("Who Counts | Nobody knows …"), or what a page asks of
its reader in brackets.

The heading goes up to its mark, and has it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotate.model import Source
from annotate.segments import captions, pleas
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
    """The lines, those that open with a run-in heading in two, and what is asked apart."""
    capitals = frozenset(_capitals(lines, source.text))
    for line in (part for whole in lines for part in _parted(whole, source)):
        patterns = (*_MARKED, _CAPITALS) if line.start in capitals else _MARKED
        cut = _cut(line, source.text, patterns)
        if cut is None:
            yield line
            continue
        head, rest = cut
        block = line.block._replace(role="heading", end=head, level=_BELOW_ALL)
        yield replace(line, end=head, words=words(source, line.start, head), block=block, joined=1)
        yield replace(line, start=rest, words=words(source, rest, line.end), apart=True, indent=0)


def _parted(line: Line, source: Source) -> Iterator[Line]:
    """A line of a web page, apart from what asks the reader for something in brackets at its edge:
    "… in June. [Sign up for our newsletter]"."""
    bracketed = line.block.tag and ("[" in line.words or "(" in line.words)
    hits = _BRACKETS.finditer(source.text, line.start, line.end) if bracketed else ()
    edges = (hit for hit in hits if hit.start() == line.start or hit.end() == line.end)
    asking = [hit.span() for hit in edges if _asks(line, hit)]
    if not asking:
        yield line
        return
    at, links = line.start, line.block.links
    left = max(0, links - sum(end - start for start, end in asking))
    for start, end in (*asking, (line.end, line.end)):
        if inner := source.text[at:start].strip():
            first = source.text.index(inner, at)
            yield _part(line, source, first, first + len(inner), links=left)
        if start < end:
            yield _part(line, source, start, end, links=min(links, end - start))
        at = end


_BRACKETS = re.compile(r"\[[^\[\]]{12,240}\]|\([^()]{12,240}\)")


def _asks(line: Line, hit: re.Match[str]) -> bool:
    words = " ".join(hit[0][1:-1].split())
    return len(words) < len(line.words) - 2 and pleas.is_plea(replace(line, words=words))


def _part(line: Line, source: Source, start: int, end: int, *, links: int) -> Line:
    said = words(source, start, end)
    block = line.block._replace(links=links)
    return replace(
        line, start=start, end=end, words=said, block=block, apart=True, joined=1, gaps=()
    )


def _capitals(lines: Sequence[Line], text: str) -> Iterator[int]:
    """Where the lines start that open with capitals and a dash, a lone dateline left out."""
    prose = [line for line in lines if line.prose and line.role in _OPEN]
    found = [line.start for line in prose if _CAPITALS.match(text, line.start, line.end)]
    top = {line.start for line in _first(prose)}
    if len(found) > 1 or not top.issuperset(found):
        yield from found


def _first(prose: Sequence[Line]) -> Iterator[Line]:
    """The prose that may open a work: its first line, and what stands below standfirsts and notes
    of who wrote it."""
    for n, line in enumerate(prose[:_TOP]):
        marked = bool(prose[n - 1].block.tag) and prose[n - 1].size <= _DECK
        if n and not (marked or (n == 1 and _is_deck(prose[0]))):
            return
        yield line


_TOP = 3
"""Lines of prose among which a work opens, at most."""


def _is_deck(line: Line) -> bool:
    """Whether a line may be a standfirst, below which a dateline stands: one short sentence."""
    return line.size <= _DECK and not _ENDED.search(line.words)


_ENDED = re.compile(r"[.!?]\s+[A-Z“\"]")


def _cut(line: Line, text: str, patterns: Sequence[re.Pattern[str]]) -> tuple[int, int] | None:
    """Where the heading ends and the paragraph starts, None if there is no run-in heading."""
    if line.role not in _OPEN or not line.prose:
        return None
    hits = (pattern.match(text, line.start, line.end) for pattern in patterns)
    cuts = ((hit.end("head"), hit.end()) for hit in hits if hit and _is_head(hit, line))
    cut = next(cuts, None)
    # Asked last: hardly a line opens so, and to tell a byline takes long.
    return None if cut and (line.byline or captions.is_figure(line.words)) else cut


def _is_head(hit: re.Match[str], line: Line) -> bool:
    """Whether what a line opens with is short enough for a heading, and the rest a paragraph."""
    return len(hit["head"].split()) <= _LONGEST and line.end - hit.end() > _REST


_REST = 60
"""Signs of the paragraph behind a run-in heading, more than which it has."""
