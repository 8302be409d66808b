"""Blocks to segments: what kind, and which belong together."""

from annotate.model import Segment, Source
from annotate.segments import joins, kinds, lines, run_ins, zones


def split(source: Source) -> tuple[Segment, ...]:
    """The segments of a source, in order of place: every character that is no white space is in one.

    Source: GUIDELINES 1.
    """
    page = zones.page(tuple(run_ins.divided(lines.lines(source), source)))
    decided = [kinds.of(page, n) for n in range(len(page.lines))]
    return joins.segments(page, decided, source.text)
