"""Boards: on a page that is nothing but a thread, the first post is the work.

A forum, a list of questions and answers and an archive of mails have no article above what people
say. Who opens the thread is the author; all others comment.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from annotate.model import Claim
from annotate.sources import elements
from annotate.sources.siblings import Record, Survey
from annotate.sources.signatures import lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A reader's comment: the xpath of its first element, and what its own part says of it.

    opens: whether it is none, but what opens a thread that has no work above it.
    """

    path: str
    depth: int = 0
    author: str | None = None
    date: str | None = None
    opens: bool = False


OPENS = "post"
"""The hint of what stands in the post that opens a thread."""

ABOVE = 200
"""Signs of prose above a thread: with less, its first record is the work itself, as in a forum."""

_SAYS = 40
"""Signs of a line of a post that says something; a name and a date have fewer."""


def opening(
    placed: Sequence[Record], found: Survey, *, announced: bool, board: bool
) -> Sequence[Record]:
    """The records that are the work: the first of a thread with no work above it.

    placed: all records, in order of place. announced: whether a heading above the first says that
    comments or answers follow. board: whether the records have numbers, or tell who their writers
    are, as those of a forum do.
    An element that holds no more of a post than who wrote it goes with the post that is in it.
    """
    if len(placed) < 1 + (not board) or _has_work(placed, found, announced=announced, board=board):
        return ()
    first = placed[0]
    known = {node for record in placed for node in record}
    if _says(first, known):
        return (first,)
    inner = (one for one in placed[1:] if _is_in(one, first) and _says(one, known))
    return (first, *islice(inner, 1))


def _has_work(placed: Sequence[Record], found: Survey, *, announced: bool, board: bool) -> bool:
    """Whether prose stands above a thread: much, or in its own box, or above what announces it.

    A forum has much of its own to say at the top of a page, so that only its thread's box counts.
    """
    first, last = placed[0][0], placed[-1][-1]
    around = [*first.iterancestors()]
    shared = set(last.iterancestors())
    boxes = [holder for holder in around if holder in shared]
    prose = found.above.get(first, 0)
    if board:
        outer = boxes[min(_AROUND, len(boxes) - 1)]
        return prose - found.above.get(outer, 0) >= ABOVE
    if announced or prose >= ABOVE:
        return prose > 0
    beside = _beside_called(boxes)
    return prose > found.above.get(boxes[0] if beside is None else beside, 0)


def _beside_called(boxes: Sequence[HtmlElement]) -> HtmlElement | None:
    """The element that holds a box called comments and what stands beside it: a short work."""
    called = (n for n, box in enumerate(boxes[:_AROUND]) if _CALLED.search(elements.called(box)))
    at = next(called, len(boxes))
    return boxes[at + 1] if at + 1 < len(boxes) else None


_AROUND = 2
"""How many elements around the box of a forum's posts may hold a work above them."""


_CALLED = re.compile("comments|disqus")


def ordered(records: Sequence[Record], found: Survey) -> list[Record]:
    """The records in order of place."""
    opened = {record[0]: record for record in records}
    return [opened[node[0]] for node in found.nodes if node[0] in opened]


def _says(record: Record, known: set[HtmlElement]) -> bool:
    return any(len(line) >= _SAYS for line in lines(record, known))


def _is_in(record: Record, outer: Record) -> bool:
    return any(holder in outer for holder in record[0].iterancestors())


def stated(remarks: Iterable[Remark]) -> Iterator[Claim]:
    """What the post that opens a thread says of itself: who wrote it, and when."""
    opening = next((remark for remark in remarks if remark.opens), None)
    if opening and opening.author:
        yield Claim(key="authors", value=opening.author, origins=("post",))
    if opening and opening.date and len(opening.date) >= len("2014-05-20"):
        yield Claim(key="published", value=opening.date[: len("2014-05-20")], origins=("post",))
