"""The page of the sentences behind a cell, a mark or a count: what a filter leaves, by date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from datasette import Response

from annotate import answers
from annotate.publish.answering import answering, page, page_number
from annotate.publish.corpora import Corpus
from annotate.publish.headers import HEADERS
from annotate.publish.macros import written
from annotate.publish.notes import SIGNS
from annotate.store.said import FILTERS, Statement, Wanted, said

PAGE = 50
"""Statements on a page."""

MOST = 20_000
"""Statements in one answer for other programs; `annotate who --format` has no bound."""

TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/x-ndjson; charset=utf-8",
}
"""The forms for other programs, and what browsers are told that they are."""

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
    if form in TYPES:
        return await _exported(corpus, wanted, form)
    number = page_number(request.args.get("page"))
    found = await corpus.ask(
        lambda conn: said(conn, wanted, limit=PAGE, offset=(number - 1) * PAGE)
    )
    context = {
        "corpus": corpus,
        "say": written("said"),
        "told": list(told(wanted)),
        "wanted": {key: value or "" for key, value in wanted.items()},
        "total": found.total,
        "entries": [entry(each) for each in found.statements],
        "page": number,
        "pages": -(-found.total // PAGE),
    }
    return await page(datasette, request, "statements", context)


async def _exported(corpus: Corpus, wanted: Wanted, form: str) -> Any:
    """The statements for other programs, in one answer."""
    found = await corpus.ask(lambda conn: said(conn, wanted, limit=MOST))
    body = "\n".join([*map(str, answers.written(found.statements, form)), ""])
    headers = {**HEADERS, "content-disposition": f'attachment; filename="statements.{form}"'}
    return Response(body, content_type=TYPES[form], headers=headers)


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


def entry(statement: Statement) -> Entry:
    """The statement as a page shows it."""
    sentence, words = statement.sentence, statement.words
    at = sentence.find(words)
    inside = at >= 0 and statement.layer != "stance"
    return Entry(
        statement=statement,
        before=sentence[:at] if inside else "",
        words=words,
        after=sentence[at + len(words) :] if inside else "",
        kind=_LAYERS.get(statement.layer, statement.layer),
        sign=SIGNS.get(statement.label, "") if statement.layer == "stance" else "",
        voice=VOICES[statement.voice],
    )
