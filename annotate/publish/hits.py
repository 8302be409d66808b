"""A search's hit with the words found set apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotate.model import Segment
from annotate.publish.addresses import segment_anchor
from annotate.store.search import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hit with its snippet in pieces, each with whether it was sought, and where it stands."""

    hit: Hit
    anchor: str
    pieces: tuple[tuple[str, bool], ...]


def laid_out(hit: Hit) -> Found:
    """The hit laid out."""
    segment = Segment(n=hit.n, kind=hit.kind, start=hit.start, end=hit.end, number=hit.number)
    return Found(hit=hit, anchor=segment_anchor(segment), pieces=tuple(_pieces(hit)))


def _pieces(hit: Hit) -> Iterator[tuple[str, bool]]:
    is_cut = len(hit.snippet) < hit.end - hit.start
    if is_cut and hit.snippet[:1].islower():
        yield "… ", False
    at = 0
    for start, end in hit.marks:
        if start >= at:
            yield hit.snippet[at:start], False
            yield hit.snippet[start:end], True
            at = end
    yield hit.snippet[at:], False
    if is_cut and hit.snippet[-1:].isalnum():
        yield " …", False
