"""The page of recommendations: what is urged on whom, counted and then in its own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotate.publish import taking
from annotate.publish.answering import answering, page
from annotate.publish.corpora import Corpus
from annotate.publish.macros import written
from annotate.publish.notes import SIGNS
from annotate.publish.statements import shown, taken
from annotate.store import queries
from annotate.store.recommendations import Urging
from annotate.store.recommendations import recommendations as stored

ADDRESSEES = 40
"""Addressees on the page, those who are urged most."""

LEFT, WIDE, TALL = 250, 420, 28
"""Of the picture: room for names, the longest bar, the height of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a bar: what is urged on one topic. words: as many of them as fit on it."""

    urging: Urging
    x: int
    width: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """All that is urged on somebody; addressee None where the text names nobody."""

    addressee: str | None
    count: int
    y: int
    pieces: tuple[Piece, ...]


@answering
async def recommendations(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of recommendations, of all or of those to one addressee or on one topic."""
    only = {key: each for key in ("addressee", "topic") if (each := request.args.get(key))}
    wanted = {"layer": "stance", "act": "urges", **only}
    form = request.args.get("form")
    if form in taking.COUNTS:
        return taking.counts(await _urgings(corpus, only), form, "recommendations")
    if form in taking.STATEMENTS:
        return await taken(corpus, wanted, form, "recommendations")
    context = await _context(corpus, only) | await shown(request, corpus, wanted)
    return await page(datasette, request, "recommendations", context)


async def _urgings(corpus: Corpus, only: Mapping[str, str], *, limit: int = -1) -> Sequence[Urging]:
    """What is urged, by addressee. only: the addressee and the topic that are wanted."""
    addressee, topic = only.get("addressee"), only.get("topic")
    return await corpus.ask(
        lambda conn: stored(conn, addressee=addressee, topic=topic, limit=limit)
    )


async def _context(corpus: Corpus, only: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows above the statements themselves."""
    found = await _urgings(corpus, only, limit=ADDRESSEES)
    topics = await corpus.ask(queries.topics)
    at = corpus.addresses
    return {
        "corpus": corpus,
        "exports": taking.offered(
            corpus, taking.COUNTS_FIRST, lambda form: at.view("recommendations", form=form, **only)
        ),
        "say": written("said"),
        "addressee": only.get("addressee"),
        "topic": only.get("topic"),
        "known": {each.key: each.statement for each in topics},
        "urgings": found,
        **_picture(found),
    }


def _picture(found: Sequence[Urging]) -> dict[str, Any]:
    """The bars and the measures of their picture, by the template's names."""
    bars = tuple(_bars(found))
    return {
        "bars": bars,
        "left": LEFT,
        "wide": LEFT + WIDE + 50,
        "tall": TALL,
        "height": len(bars) * TALL + 4,
    }


def _bars(found: Sequence[Urging]) -> Iterator[Bar]:
    names = dict.fromkeys(each.addressee for each in found)
    groups = {name: [each for each in found if each.addressee == name] for name in names}
    counts = {name: sum(each.different for each in group) for name, group in groups.items()}
    most = max(counts.values(), default=1)
    for at, (name, group) in enumerate(groups.items()):
        yield Bar(addressee=name, count=counts[name], y=at * TALL, pieces=_pieces(group, most))


def _pieces(group: Sequence[Urging], most: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    x = LEFT
    for each in group:
        width = max(round(WIDE * each.different / most), 14)
        pieces.append(Piece(urging=each, x=x, width=width, words=_fitting(each, width)))
        x += width
    return tuple(pieces)


def _fitting(urging: Urging, width: int) -> str:
    """What a piece says: side, count and topic, without what is too long for its width."""
    sign = SIGNS.get(urging.label, "")
    words = (
        f"{sign} {urging.different} {urging.topic.replace('_', ' ')}",
        f"{sign} {urging.different}",
    )
    return next((each for each in words if len(each) * SIGN <= width - 6), str(urging.different))


SIGN = 7
"""Width of a sign in the picture."""
