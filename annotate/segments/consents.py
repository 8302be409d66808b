"""Boxes that ask a reader for consent to be followed: told by what most of their paragraphs say.

Such a box may have more words than the article that it covers, and no name that says what it is.
"""

import re
from collections.abc import Iterator, Sequence
from posixpath import commonpath

from annotate.segments.lines import Line

_TERMS = re.compile(
    r"\b(?:consent|browsers?|devices?|preferences?|privacy|visit(?:s|ors)?|traffic|partners?"
    r"|advert\w*|ads|third[ -]part(?:y|ies)|personal(?:i[sz]\w+)?|analytics|tracking|(?:web)?sites?"
    r"|services?|statistics?)\b",
    re.IGNORECASE,
)
_ENOUGH = 2
"""Such terms beside the word "cookies" in a paragraph, at least; a recipe for cookies has none."""

_SEVERAL = 3
"""Such paragraphs in a box, at least: an article that tells of cookies is not made of them."""

_MOST = 0.6
"""How many of the paragraphs of such a box speak of cookies."""


def boxed(lines: Sequence[Line]) -> Iterator[int]:
    """The lines of a box that asks for consent, unless it holds the page's main heading."""
    asking = [n for n, line in enumerate(lines) if line.prose and _asks(line)]
    if len(asking) < _SEVERAL:
        return
    box = commonpath([lines[n].home for n in asking])
    inside = [n for n, line in enumerate(lines) if line.is_in(box)]
    titled = any(lines[n].block.level == 1 and lines[n].role == "heading" for n in inside)
    prose = sum(lines[n].prose for n in inside)
    if box.count("/") > _BODY and not titled and len(asking) >= _MOST * prose:
        yield from inside


_BODY = 2
"""Steps of the path of `<body>`: what is no smaller is no box."""


def _asks(line: Line) -> bool:
    if "ookie" not in line.words:
        return False
    return len({hit[0].lower() for hit in _TERMS.finditer(line.words)}) >= _ENOUGH
