"""Blocks to segments: what kind, and which belong together."""

from collections.abc import Sequence

from annotate.model import Segment, Source
from annotate.segments import joins, kinds, pages, run_ins, wraps, zones
from annotate.segments.joins import Piece
from annotate.segments.lines import Line
from annotate.sources import positions


def split(source: Source) -> tuple[Segment, ...]:
    """The segments of a source, in order of place.

    Every character that is no white space is in exactly one. Source: GUIDELINES 1.
    """
    found = tuple(run_ins.divided(wraps.lines(source), source))
    if source.form == "html":
        found = pages.told_apart(found, source.meta)
    frame = [Piece(line=line, kind=line.role) for line in found if line.role in pages.FRAME]
    work = _decided([line for line in found if line.role not in pages.FRAME])
    pieces = sorted([*frame, *work], key=lambda piece: piece.line.start)
    groups = joins.grouped(pieces)
    return joins.segments(groups, source.text, positions.led_back(source, joins.bounds(groups)))


def _decided(found: Sequence[Line]) -> list[Piece]:
    """The lines of the work, each with its kind."""
    page = zones.page(found)
    return [
        Piece(line=line, kind=kinds.of(page, n), remark=page.thread.get(n))
        for n, line in enumerate(page.lines)
    ]
