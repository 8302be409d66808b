"""The page of the sentences behind a cell, a mark or a count: what a filter leaves, by date."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from annotate.model import Pair
from annotate.offsets import inside
from annotate.publish import taking
from annotate.publish.answering import answering, page, page_number, pages_of
from annotate.publish.corpora import Corpus
from annotate.publish.display import seen
from annotate.publish.macros import written
from annotate.publish.notes import SIGNS
from annotate.store import markup
from annotate.store.said import FILTERS, Statement, Wanted, said

PAGE = 50
"""Statements on a page."""

VOICES: Mapping[str, str] = {
    "author": "the writer’s own voice",
    "first-hand": "reported first-hand",
    "second-hand": "reported second-hand",
    "comment": "a reader’s comment",
}
"""What readers are told of whose voice it is."""

_NAMES: Mapping[str, str] = {
    "speaker": "said by",
    "layer": "kind",
    "topic": "about",
    "label": "label",
    "act": "act",
    "word": "word",
    "publisher": "outlet",
    "document": "article",
    "addressee": "addressed to",
    "reporter": "quoted by",
    "voice": "voice",
}
_LAYERS = {"quote": "quotation", "stance": "stance", "term": "contested word", "number": "figure"}
_FLAGS = {"1": "by name", "0": "without a name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A sentence with what is said in it, as the page shows it.

    before, words, after: the sentence in three pieces, the finding's words in the middle.
    """

    statement: Statement
    before: str
    words: str
    after: str
    kind: str
    sign: str
    voice: str


@answering
async def statements(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of what is said and has all that the address names."""
    wanted = wanted_of(request)
    form = request.args.get("form")
    if form in taking.STATEMENTS:
        return await taken(corpus, wanted, form, "statements")
    at, query = corpus.addresses, {key: value or "" for key, value in wanted.items()}
    context = {
        "corpus": corpus,
        "say": written("said"),
        "exports": taking.offered(
            corpus, taking.STATEMENTS, lambda form: at.statements(**{**query, "form": form})
        ),
        "told": list(told(wanted)),
        "wanted": query,
        **await shown(request, corpus, wanted),
    }
    return await page(datasette, request, "statements", context)


async def taken(corpus: Corpus, wanted: Wanted, form: str, name: str) -> Any:
    """All that is said and has what is wanted, as a file. form: one of `taking.STATEMENTS`."""
    everything = await corpus.ask(lambda conn: said(conn, wanted, limit=taking.MOST))
    return taking.statements(corpus, everything.statements, form, name)


async def shown(request: Any, corpus: Corpus, wanted: Wanted) -> dict[str, Any]:
    """The same on the page that the address names, by the templates' names."""
    number = page_number(request.args.get("page"))
    found = await corpus.ask(
        lambda conn: said(conn, wanted, limit=PAGE, offset=(number - 1) * PAGE)
    )
    return {
        "entries": await entries(corpus, found.statements),
        "total": found.total,
        "page": number,
        "pages": pages_of(found.total, PAGE),
    }


def wanted_of(request: Any) -> Wanted:
    """The filters that an address names; an empty one is for what is not stated."""
    return {key: request.args.get(key) or None for key in FILTERS if key in request.args}


def told(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """The filters in words."""
    for key, value in wanted.items():
        if key == "echo":
            yield "the same words", "in every article"
        elif key == "named":
            yield "speaker", _FLAGS.get(value or "", value or "")
        else:
            words = {"layer": _LAYERS, "voice": VOICES}.get(key, {}).get(value or "", value)
            yield _NAMES[key], (words or "not stated").replace("_", " ")


async def entries(corpus: Corpus, statements: Sequence[Statement]) -> list[Entry]:
    """The statements as a page shows them."""
    places = [each.place for each in statements]
    hidden = await corpus.ask(lambda conn: markup.within(conn, places))
    return [entry(each, hidden.get(each.place or "", ())) for each in statements]


def entry(statement: Statement, hidden: Sequence[Pair] = ()) -> Entry:
    """The statement as a page shows it. hidden: what no reader sees of its sentence."""
    sentence, words = statement.sentence, statement.words
    at = sentence.find(words)
    is_whole = at < 0 or statement.layer == "stance"
    borders = (at, at + len(words)) if at >= 0 else (0, 0)
    before, shown, after = (
        seen(sentence[start:end], inside(hidden, start, end))
        for start, end in pairwise((0, *borders, len(sentence)))
    )
    return Entry(
        statement=statement,
        before="" if is_whole else before,
        words=shown if at >= 0 else words,
        after="" if is_whole else after,
        kind=_LAYERS.get(statement.layer, statement.layer),
        sign=SIGNS.get(statement.label, "") if statement.layer == "stance" else "",
        voice=VOICES[statement.voice],
    )
