"""Blocks to segments: what kind, and which belong together."""

from annotate.model import Segment, Source


def split(source: Source) -> tuple[Segment, ...]:
    return tuple(
        Segment(n=n, kind=block.role or "paragraph", start=block.start, end=block.end, number=n + 1)
        for n, block in enumerate(source.blocks)
    )
