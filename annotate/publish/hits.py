"""A search's hit with the words found set apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotate.model import Pair, Segment
from annotate.offsets import inside
from annotate.publish.addresses import segment_anchor
from annotate.publish.finding import pieces
from annotate.store.search import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hit with its snippet in pieces, each with whether it was sought, and where it stands."""

    hit: Hit
    anchor: str
    pieces: tuple[tuple[str, bool], ...]


def laid_out(hit: Hit, hidden: Sequence[Pair] = ()) -> Found:
    """The hit laid out. hidden: what no reader sees of its segment."""
    segment = Segment(n=hit.n, kind=hit.kind, start=hit.start, end=hit.end, number=hit.number)
    return Found(hit=hit, anchor=segment_anchor(segment), pieces=tuple(_pieces(hit, hidden)))


def _pieces(hit: Hit, hidden: Sequence[Pair]) -> Iterator[tuple[str, bool]]:
    is_cut = len(hit.snippet) < hit.end - hit.start
    if is_cut and hit.snippet[:1].islower():
        yield "… ", False
    ends = hit.opens + len(hit.snippet)
    yield from pieces(hit.snippet, hit.marks, tuple(inside(hidden, hit.opens, ends)))
    if is_cut and hit.snippet[-1:].isalnum():
        yield " …", False
