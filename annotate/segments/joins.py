"""Lines to segments: what a page break cut in two is one again, and what goes together is put so.

A paragraph that ends without a full stop goes on in the next one that opens in mid-sentence; what
stands between them and belongs elsewhere is left out by giving the segment parts.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from annotate.model import COMMENTS, NUMBERED, Pair, Segment, Stretch
from annotate.segments import breaks
from annotate.segments.comments import Remark
from annotate.segments.lines import Line

TOGETHER = frozenset({"boilerplate", "byline", "comment_meta", "caption", "notice", "title"})
"""The kinds of which neighbouring lines, without a blank line between, are one segment."""

BETWEEN = frozenset({"boilerplate", "caption", "notice", "note"})
"""What may stand between the two halves of a paragraph: a page's furniture, a picture, a
footnote."""

_PARTED = COMMENTS | {"paragraph"}
"""The kinds of what may be in two halves, with something else between."""

_TOLD = frozenset({"paragraph", "list_item", "quote"})
"""The kinds of what an article tells."""
_REACH = 6
"""How many lines may stand between two halves: the foot and head of a page have fewer."""


class Piece(NamedTuple):
    """A line with its kind, and what it is in a thread of comments."""

    line: Line
    kind: str
    remark: Remark | None = None


def segments(
    groups: Sequence[Sequence[Piece]], text: str, found: Sequence[Stretch | None]
) -> tuple[Segment, ...]:
    """The segments of a page, in order of place, numbered, each with the heading above it.

    groups: the pieces of each. found: where in the page as received each stands.
    """
    return tuple(_numbered(groups, text, found))


def bounds(groups: Sequence[Sequence[Piece]]) -> list[Pair]:
    """Where the segment of each group starts and ends."""
    return [(group[0].line.start, group[-1].line.end) for group in groups]


def grouped(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of each segment, in order of the first of each."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        home = _home(groups, piece)
        if home is None:
            groups.append([piece])
        else:
            home.append(piece)
    return groups


def _home(groups: Sequence[list[Piece]], piece: Piece) -> list[Piece] | None:
    """The group that a piece goes on, None if it opens one."""
    if groups and _is_run(groups[-1][-1], piece):
        return groups[-1]
    if piece.kind not in _PARTED:
        return None
    between: list[Piece] = []
    for group in reversed(groups[-_REACH - 1 :]):
        last = group[-1]
        if _is_same_remark(last, piece):
            return group if piece.kind == "comment" or _is_latest(groups, last) else None
        if last.kind in _TOLD:
            return group if _goes_on(last, piece, between, groups) else None
        if last.kind not in BETWEEN and not _is_meta_of(last, piece):
            return None
        between += group
    return None


def _is_run(last: Piece, piece: Piece) -> bool:
    """Whether two pieces are lines of one run of furniture, names or captions."""
    same = last.kind == piece.kind and last.kind in TOGETHER and not piece.line.apart
    return same and last.line.block.xpath == piece.line.block.xpath


def _is_same_remark(last: Piece, piece: Piece) -> bool:
    if last.kind != piece.kind or piece.kind not in COMMENTS:
        return False
    if piece.line.block.remark is not None:
        return last.line.block.remark == piece.line.block.remark
    if last.remark is None or piece.remark is None:
        return False
    return last.remark.first == piece.remark.first


def _is_latest(groups: Sequence[list[Piece]], last: Piece) -> bool:
    """Whether nothing stands behind a piece yet: name lines above and below a comment stay two."""
    return all(group[-1].line.start <= last.line.start for group in groups[-_REACH - 1 :])


def _is_meta_of(last: Piece, piece: Piece) -> bool:
    """Whether a name line stands between the parts of one comment: below its title."""
    path = piece.line.block.remark
    return path is not None and last.kind == "comment_meta" and last.line.block.remark == path


def _goes_on(
    last: Piece, piece: Piece, between: Sequence[Piece], groups: Sequence[Sequence[Piece]]
) -> bool:
    """Whether a piece is the rest of a sentence that the last one left open.

    between: what stands between them. groups: all that stands above. A paragraph of a web page goes
    on with a capital in another element only behind an advertisement: above a picture or a byline
    it has ended.
    """
    rest = piece.line.words
    if piece.kind != "paragraph" or piece.line.mark or last.line.final or not rest:
        return False
    held = last.line.words.rstrip(" -–—*_")
    if held.endswith((":", ";")) or not (last.line.prose or last.line.size >= 6):
        return False
    other = piece.line.block.tag and last.line.block.xpath != piece.line.block.xpath
    if other and _root(last) != _root(piece):
        return False
    if "rest" in piece.line.block.hints:
        return True
    if rest[0].islower():
        return not other or piece.line.size >= _FEW
    if rest[0] in ",;)" and len(rest) > 1:
        return True
    if other and not (breaks.ends_open(held) and held[-1] != "," and _is_inset(between)):
        return False
    # A standfirst of one sentence ends without a stop, and where it ends with a name none goes on.
    if not piece.line.sentence or not breaks.is_open(held, rest):
        return False
    deck = not between and not _STOP.search(held) and _opens(groups, last)
    return breaks.ends_open(held) or not deck


def _opens(groups: Sequence[Sequence[Piece]], last: Piece) -> bool:
    """Whether nothing is told above the group that a piece ends."""
    return not any(each[0].kind in _TOLD for each in groups if each[-1] is not last)


def _root(piece: Piece) -> list[str]:
    """The root of the page that a piece is in: a page closed too early goes on in another."""
    return piece.line.path.split("/")[1:2]


def _is_inset(between: Sequence[Piece]) -> bool:
    """Whether pieces are an advertisement or its like: the page's furniture, and no byline."""
    framed = all(one.kind == "boilerplate" and not one.line.byline for one in between)
    return bool(between) and framed


_STOP = re.compile(r"[.!?][”\"’')\]]*\s")
"""A sentence's end in the midst of a paragraph."""
_FEW = 3
"""Words of the rest of a sentence in an element of its own; what has fewer is a label."""


def _segment(
    group: Sequence[Piece],
    text: str,
    n: int,
    *,
    heading: int | None,
    number: int | None,
    source: Stretch | None,
) -> Segment:
    first, last = group[0], group[-1]
    parts = _parts(group, text) if len(group) > 1 else ()
    block = first.line.block
    said = (first.remark or block) if first.kind.startswith("comment") else None
    return Segment(
        n=n,
        kind=first.kind,
        start=first.line.start,
        end=last.line.end,
        parts=parts if len(parts) > 1 else (),
        heading=heading,
        number=number,
        author=said.author if said else None,
        date=said.date if said else None,
        xpath=_around(group),
        source=source,
        level=block.level,
        depth=block.depth,
    )


def _around(group: Sequence[Piece]) -> str | None:
    """The xpath of the innermost element that holds all of a group's lines."""
    paths = {piece.line.block.xpath for piece in group} if len(group) > 1 else ()
    if len(paths) < 2 or None in paths:
        return group[0].line.block.xpath
    steps = zip(*(path.split("/") for path in paths if path), strict=False)
    return "/".join(same[0] for same in takewhile(lambda step: len(set(step)) == 1, steps))


def _parts(group: Sequence[Piece], text: str) -> tuple[Pair, ...]:
    """The stretches of a group's lines, those with nothing but white space between them as one."""
    parts: list[Pair] = []
    for piece in group:
        start, end = piece.line.start, piece.line.end
        if parts and not text[parts[-1][1] : start].strip():
            parts[-1] = parts[-1][0], end
        else:
            parts.append((start, end))
    return tuple(parts)


def _numbered(
    groups: Sequence[Sequence[Piece]], text: str, found: Sequence[Stretch | None]
) -> Iterator[Segment]:
    """The segments with their numbers, their paragraph numbers and the headings above them."""
    above: list[Segment] = []
    number = 0
    for n, (group, source) in enumerate(zip(groups, found, strict=True)):
        kind = group[0].kind
        if kind == "heading":
            above = [one for one in above if one.level < group[0].line.block.level]
        counted = kind in NUMBERED
        number += counted
        under = above[-1].n if above and (counted or kind in {"heading", "caption"}) else None
        counts = number if counted else None
        segment = _segment(group, text, n, heading=under, number=counts, source=source)
        if kind == "heading":
            above.append(segment)
        yield segment
