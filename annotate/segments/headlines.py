"""The line of a web page that shows the title of its work."""

import re
from collections.abc import Sequence

from annotate.letters import folded
from annotate.model import Meta
from annotate.segments import captions
from annotate.segments.lines import Line
from annotate.sources import hints

_BELOW = 5
"""How many lines of the core may stand above the title: a kicker, a date, a picture's caption."""


_ABOVE = 15
"""How many lines above the work a title may stand that is declared in other words."""

_LISTS = frozenset({"nav", "related", "comments"})


def shown(lines: Sequence[Line], meta: Meta, first: int) -> int | None:
    """The line that shows the title: a heading that agrees with what is declared, near the work."""
    wanted = folded(meta.title or "")
    shown = [
        n
        for n, line in enumerate(lines[: first + _BELOW])
        if wanted and line.block.hints.isdisjoint(_LISTS) and line.letters == wanted
    ]
    headings = [n for n in shown if lines[n].role == "heading"]
    if headings or shown:
        return _last_above_prose(lines, headings or shown)
    parts = [n for n in range(min(len(lines), first + _BELOW)) if _is_part(lines[n], wanted)]
    if parts:
        return max(parts, key=lambda n: lines[n].size)
    ranked = [
        n
        for n, line in enumerate(lines[: first + _BELOW])
        if line.role == "heading"
        and line.block.level == 1
        and line.block.hints.isdisjoint(hints.NO_WORK)
        and not captions.is_credit(line.words)
    ]
    if len(ranked) == 1:
        return ranked[-1]
    akin = [n for n in range(max(0, first - _ABOVE), first) if _is_akin(lines[n], meta.title or "")]
    return akin[-1] if akin else None


def _last_above_prose(lines: Sequence[Line], found: Sequence[int]) -> int:
    """The last of some headings that is one at all; below prose a box of the work is called so."""
    prose = (n for n in range(found[0], found[-1]) if lines[n].prose and lines[n].role is None)
    opening = next(prose, found[-1])
    return [n for n in found if n <= opening][-1]


def _is_akin(line: Line, title: str) -> bool:
    """Whether a heading above a work has most words of the declared title, which is shorter."""
    if line.role != "heading" or not line.block.hints.isdisjoint(hints.NO_WORK):
        return False
    wanted, said = (set(_WORD.findall(words.casefold())) for words in (title, line.words))
    return len(wanted) >= _WORDS and len(wanted & said) > _AKIN * len(wanted)


_WORD = re.compile(r"\w{4,}")
_WORDS = 3
_AKIN = 0.6
"""Words of four letters and more that tell a title, and how many of them its heading has."""


def _is_part(line: Line, wanted: str) -> bool:
    """Whether a line is the declared title but for the site's name."""
    if not wanted or not line.block.hints.isdisjoint(hints.NO_WORK):
        return False
    said = line.letters
    ends = wanted.startswith(said) or wanted.endswith(said)
    return len(said) > 8 and 2 * len(said) > len(wanted) and ends
