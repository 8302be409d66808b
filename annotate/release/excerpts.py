"""What leaves of an article of which only quotations may: short stretches around its findings.

Each stretch is a finding with some words around it, never across a border of its segment. All
together are at most a share of the article, the findings that matter most to a reader first; a
finding for which nothing is left does not leave. Where something was left out stands `[…]`.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from annotate.model import Document, Pair, Span
from annotate.release.edits import GAP, Edit

_FIRST = ("stance", "quote", "term", "number")
"""The layers that earn a stretch, in the order in which they get it; names come along."""

_WHOLE = frozenset({"title", "byline"})
"""Kinds of segments that leave whole: they are what every catalogue says of a work."""


def cuts(document: Document, *, around: int, share: float) -> list[Edit]:
    """The edits that leave the quotations of a document.

    around: code points kept on each side of a finding, less for the border of a word or segment.
    share: of the text that may leave at most, 0 to 1, besides title and byline.
    """
    kept = bytearray(len(document.text))
    for segment in document.segments:
        if segment.kind in _WHOLE:
            _keep(kept, (segment.start, segment.end))
    places = [pair for segment in document.segments for pair in segment.stretches]
    left = int(share * len(document.text))
    for span in _in_order(document.spans):
        wanted = list(_around(document.text, span, places, around))
        cost = sum(kept.count(0, *pair) for pair in wanted)
        if wanted and cost <= left:
            left -= cost
            for pair in wanted:
                _keep(kept, pair)
    return list(_edits(document, kept))


def _in_order(spans: Iterable[Span]) -> list[Span]:
    earning = [span for span in spans if span.layer in _FIRST]
    return sorted(earning, key=lambda span: (_FIRST.index(span.layer), span.start, span.end))


def _keep(kept: bytearray, stretch: Pair) -> None:
    start, end = stretch
    kept[start:end] = b"\1" * (end - start)


def _around(text: str, span: Span, places: Iterable[Pair], around: int) -> Iterator[Pair]:
    """The finding with the words around it, in each of the stretches that it touches."""
    for first, last in places:
        if first < span.end and span.start < last:
            start = max(first, span.start - around)
            end = min(last, span.end + around)
            yield _to_word(text, start, first, span.start), _to_last(text, end, last, span.end)


def _to_word(text: str, start: int, first: int, limit: int) -> int:
    """The first start of a word from a place on, at the latest where the finding starts."""
    while first < start < limit and not text[start - 1].isspace():
        start += 1
    return start


def _to_last(text: str, end: int, last: int, limit: int) -> int:
    while limit < end < last and not text[end].isspace():
        end -= 1
    return end


def _edits(document: Document, kept: bytearray) -> Iterator[Edit]:
    """What takes the place of all that is not kept."""
    inside = bytearray(len(kept) + 1)  # of which segment's stretch a place is, told by turns
    for n, (first, last) in enumerate(
        sorted(pair for segment in document.segments for pair in segment.stretches)
    ):
        inside[first:last] = bytes([1 + n % 2]) * (last - first)
    at = 0
    for is_kept, run in groupby(kept):
        start, at = at, at + len(list(run))
        if not is_kept:
            yield from _cut(start, at, inside, size=len(kept))


def _cut(start: int, end: int, inside: bytearray, *, size: int) -> Iterator[Edit]:
    """The edits of one stretch left out: within a segment, or from one to another."""
    opens = start > 0 and inside[start] and inside[start] == inside[start - 1]
    closes = end < size and inside[end - 1] and inside[end] == inside[end - 1]
    borders = [place for place in range(start + 1, end) if inside[place] != inside[place - 1]]
    if opens and closes and not borders:
        yield _gap(start, end, f" {GAP} ")
        return
    left = borders[0] if opens and borders else end if opens else start
    right = borders[-1] if closes and borders else start if closes else end
    if opens:
        yield _gap(start, left, f" {GAP}")
    if left < right:
        yield _gap(left, right, "\n\n" if start and end < size else "")
    if closes:
        yield _gap(right, end, f"{GAP} ")


def _gap(start: int, end: int, by: str) -> Edit:
    return Edit(start=start, end=end, by=by, is_cut=True)
