"""The line of a web page that shows the title of its work."""

from collections.abc import Sequence

from annotate.letters import folded
from annotate.model import Meta
from annotate.segments import captions
from annotate.segments.lines import Line
from annotate.sources import hints

_BELOW = 5
"""How many lines of the core may stand above the title: a kicker, a date, a picture's caption."""


_LISTS = frozenset({"nav", "related", "comments"})


def shown(lines: Sequence[Line], meta: Meta, first: int) -> int | None:
    """The line that shows the title: a heading that agrees with what is declared, near the work."""
    wanted = folded(meta.title or "")
    shown = [
        n
        for n, line in enumerate(lines[: first + _BELOW])
        if wanted and line.block.hints.isdisjoint(_LISTS) and folded(line.words) == wanted
    ]
    headings = [n for n in shown if lines[n].role == "heading"]
    if headings or shown:
        return (headings or shown)[-1]
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
    return ranked[-1] if len(ranked) == 1 else None


def _is_part(line: Line, wanted: str) -> bool:
    """Whether a line is the declared title but for the site's name."""
    if not wanted or not line.block.hints.isdisjoint(hints.NO_WORK):
        return False
    said = folded(line.words)
    ends = wanted.startswith(said) or wanted.endswith(said)
    return len(said) > 8 and 2 * len(said) > len(wanted) and ends
