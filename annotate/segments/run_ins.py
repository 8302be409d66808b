"""Run-in headings: "Who Counts | Nobody knows …" is a heading and a paragraph.

The heading goes up to its mark, and has it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotate.model import Source
from annotate.segments.lines import Line, words

_MARKED = (
    re.compile(r"(?P<head>[“\"‘(\[]?[^\W\d_a-z][^|\n]{1,90}?\s*\|)\s+(?=[“\"‘(\[]?[^\W_a-z])"),
    re.compile(
        r"(?P<head>(?:\*\*|__)[^\W\d_a-z][^*_\n]{1,80}?[.?|–—](?:\*\*|__))\s+(?=[“\"‘(\[]?[^\W_a-z])"
    ),
)
_LONGEST = 14
"""Words of a run-in heading, at most; "The “Hassle” of Repatriation |" has four."""

_BELOW_ALL = 7
"""The level of a run-in heading: below the six that pages and Markdown have."""


def divided(lines: Sequence[Line], source: Source) -> Iterator[Line]:
    """The lines, those that open with a run-in heading in two."""
    for line in lines:
        cut = _cut(line, source.text)
        if cut is None:
            yield line
            continue
        head, rest = cut
        block = replace(line.block, role="heading", end=head, level=_BELOW_ALL)
        yield replace(line, end=head, words=words(source, line.start, head), block=block, joined=1)
        yield replace(line, start=rest, words=words(source, rest, line.end), apart=True, indent=0)


def _cut(line: Line, text: str) -> tuple[int, int] | None:
    """Where the heading ends and the paragraph starts, None if there is no run-in heading."""
    if line.role not in {None, "paragraph"} or not line.prose or line.byline:
        return None
    for pattern in _MARKED:
        hit = pattern.match(text, line.start, line.end)
        if hit and len(hit["head"].split()) <= _LONGEST and line.end - hit.end() > 60:
            return hit.end("head"), hit.end()
    return None
