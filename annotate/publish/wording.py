"""The page of contested words: who uses which, as their own or as another's, and who avoids it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from annotate.publish import taking
from annotate.publish.answering import answering, page, page_number, pages_of
from annotate.publish.corpora import Corpus
from annotate.publish.macros import written
from annotate.store import uses
from annotate.store.uses import SIDES, Use

LISTED = 40
"""Outlets or speakers on a page."""

USES = ("own", "attributed", "rejected", "mentioned", "comments")

LEFT, WIDE, TALL = 250, 420, 26
"""Of the picture: room for names, the longest bar, the height of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a bar: one use of a family by one speaker or outlet."""

    use: str
    count: int
    x: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What one speaker or outlet does with a family."""

    use: Use
    y: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A family with a bar for each who uses it. avoiding: who uses others and never these."""

    family: uses.Family
    bars: tuple[Bar, ...]
    avoiding: tuple[Use, ...]
    height: int


@answering
async def terms(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of contested words, by outlet or by speaker."""
    side = request.args.get("by") if request.args.get("by") in SIDES else "outlet"
    form = request.args.get("form")
    if form in taking.COUNTS:
        everything = await corpus.ask(lambda conn: uses.terms(conn, side=side))
        return taking.counts(everything, form, "terms")
    number = page_number(request.args.get("page"))
    offset = (number - 1) * LISTED
    found = await corpus.ask(lambda conn: uses.terms(conn, side=side, limit=LISTED, offset=offset))
    families = await corpus.ask(uses.families)
    total = await corpus.ask(lambda conn: uses.count(conn, side))
    at = corpus.addresses
    context = {
        "corpus": corpus,
        "exports": taking.offered(
            corpus, taking.COUNTS, lambda form: at.view("terms", by=side, form=form)
        ),
        "say": written("said"),
        "side": side,
        "charts": [chart(each, found) for each in families],
        "uses": USES,
        "left": LEFT,
        "wide": LEFT + WIDE + 50,
        "tall": TALL,
        "total": total,
        "page": number,
        "pages": pages_of(total, LISTED),
        "spoken": uses.SPOKEN,
    }
    return await page(datasette, request, "terms", context)


def chart(family: uses.Family, found: Sequence[Use]) -> Chart:
    """The bars of a family, the longest first."""
    own = [each for each in found if each.family == family.name]
    used = sorted((each for each in own if each.different), key=lambda each: -each.different)
    most = max((each.different for each in used), default=1)
    return Chart(
        family=family,
        bars=tuple(
            Bar(use=each, y=at * TALL, pieces=_pieces(each, most)) for at, each in enumerate(used)
        ),
        avoiding=tuple(each for each in own if each.avoided),
        height=len(used) * TALL + 4,
    )


def _pieces(use: Use, most: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    x = LEFT
    for name in USES:
        count = getattr(use, name)
        if count:
            width = max(round(WIDE * count / most), 14)
            pieces.append(Piece(use=name, count=count, x=x, width=width))
            x += width
    return tuple(pieces)
