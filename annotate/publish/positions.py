"""The page of who supports and who opposes what: a table, and the same as a heat map."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from annotate.publish import taking
from annotate.publish.addresses import Addresses
from annotate.publish.answering import answering, page
from annotate.publish.corpora import Corpus
from annotate.publish.macros import written
from annotate.publish.notes import SIGNS
from annotate.store import queries
from annotate.store.matrix import SECTIONS, Matrix, Position
from annotate.store.matrix import matrix as stored

HOLDERS = 30
"""Holders of each part of the page; a picture of more is read by nobody."""

PARTS = {
    "own": "Writers in their own voice",
    "reported": "Voices that are reported",
    "comment": "Readers’ comments",
}

VOICES = {"own": "author", "reported": "reported", "comment": "comment"}
"""The voices of a part, as the page of statements filters them."""

STEPS = (1, 2, 4, 8)
"""From how many stances on a field of the heat map is a step darker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the heat map. side: what outweighs. strength: 1 to 4. sign: so that no colour is
    needed."""

    position: Position
    side: str
    strength: int
    x: int
    y: int
    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A topic. label: its key as readers see it."""

    key: str
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A holder with a field or nothing for each topic."""

    label: str
    named: bool
    href: str
    y: int
    fields: tuple[Field | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the matrix. rows: of the holders shown. holders: how many there are."""

    key: str
    title: str
    rows: tuple[Row, ...]
    holders: int
    width: int
    height: int


SIDE = 46
"""Width of a field in the picture."""
TALL = 30
"""Height of a field."""
LEFT = 250
"""Room for the holders' names."""
TOP = 130
"""Room for the topics' names."""


@answering
async def matrix(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of the stance matrix."""
    topic = request.args.get("topic") or None
    form = request.args.get("form")
    if form in taking.COUNTS:
        everything = await corpus.ask(lambda conn: stored(conn, topic=topic))
        return taking.counts(everything.positions, form, "matrix")
    found = await corpus.ask(lambda conn: stored(conn, topic=topic, holders=HOLDERS))
    topics = await corpus.ask(queries.topics)
    at, only = corpus.addresses, {"topic": topic} if topic else {}
    context = {
        "corpus": corpus,
        "exports": taking.offered(
            corpus, taking.COUNTS, lambda form: at.view("matrix", form=form, **only)
        ),
        "say": written("said"),
        "topic": topic,
        "topics": [
            Column(key=key, label=key.replace("_", " "), href=at.view("matrix", topic=key))
            for key in found.topics
        ],
        "silent": [] if topic else [each for each in topics if each.key not in found.topics],
        "known": {each.key: each.statement for each in topics},
        "parts": [part(found, key, at) for key in SECTIONS if found.holders[key]],
        "map": written("map"),
        "signs": SIGNS,
        "left": LEFT,
        "top": TOP,
        "side": SIDE,
        "tall": TALL,
    }
    return await page(datasette, request, "matrix", context)


def part(found: Matrix, key: str, at: Addresses) -> Part:
    """A part of the matrix laid out."""
    cells = {(each.holder, each.topic): each for each in found.positions if each.section == key}
    names = {each.holder: each.named for each in found.positions if each.section == key}
    rows = tuple(
        Row(
            label=holder or "source not stated",
            named=named,
            href=at.who(holder),
            y=TOP + line * TALL,
            fields=tuple(
                _field(cells.get((holder, topic)), LEFT + n * SIDE, TOP + line * TALL, at)
                for n, topic in enumerate(found.topics)
            ),
        )
        for line, (holder, named) in enumerate(names.items())
    )
    return Part(
        key=key,
        title=PARTS[key],
        rows=rows,
        holders=found.holders[key],
        width=LEFT + len(found.topics) * SIDE + 60,
        height=TOP + len(rows) * TALL + 8,
    )


def _field(position: Position | None, x: int, y: int, at: Addresses) -> Field | None:
    if position is None:
        return None
    return Field(
        position=position,
        side=side(position),
        strength=sum(position.different >= step for step in STEPS),
        x=x,
        y=y,
        words=counted(position),
        href=at.statements(
            layer="stance",
            speaker=position.holder,
            topic=position.topic,
            voice=VOICES[position.section],
        ),
    )


def side(position: Position) -> str:
    """What outweighs in a position: supports, opposes, ambivalent (both) or neutral."""
    supports, opposes = position.supports, position.opposes
    if supports == opposes:
        return "ambivalent" if supports or position.ambivalent else "neutral"
    return "supports" if supports > opposes else "opposes"


def counted(position: Position) -> str:
    """A position in words: "supports 2, opposes 1; 1 second-hand"."""
    labels: Sequence[tuple[str, int]] = [
        ("supports", position.supports),
        ("opposes", position.opposes),
        ("ambivalent", position.ambivalent),
        ("takes no side", position.neutral),
    ]
    said = ", ".join(f"{label} {count}" for label, count in labels if count)
    return said + (f"; {position.second_hand} second-hand" if position.second_hand else "")
