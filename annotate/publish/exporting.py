"""Results taken along: the sentences that an address of the facets finds, for other programs.

They leave in pieces as they are read, so that a large result needs no memory and starts at once.
What an article says is hostile to a spreadsheet too: a cell that would be read as a formula is
opened with an apostrophe.
"""

import asyncio
import csv
import io
import json
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from datasette.utils.asgi import AsgiStream

from annotate import records
from annotate.cite import formats
from annotate.cite.csl import Item, item_of
from annotate.cite.render import Citeproc
from annotate.cite.snippet import of_document
from annotate.errors import RequestError
from annotate.model import Document, Sentence, Span, span_id
from annotate.publish import conditions as said
from annotate.publish.answering import answering
from annotate.publish.corpora import Corpus
from annotate.publish.finding import question_of
from annotate.publish.headers import HEADERS
from annotate.store import columns, hits, queries, selection
from annotate.store.kept import kept

PORTION = 400
"""Sentences that are read at a time."""

QUOTATIONS = 500
"""Quotations in one file of Markdown: each is rendered by the citation processor."""

Portions = AsyncIterator[list[hits.Sentence]]
"""The sentences of a result, a portion at a time."""

Pieces = AsyncIterator[str]
"""A file, a piece at a time."""


@answering
async def export(request: Any, datasette: Any, corpus: Corpus) -> Any:  # noqa: ARG001  # a view
    """A result as a file."""
    form = request.url_vars["form"]
    if form not in _WRITERS:
        raise RequestError(f"no form {form!r}; the forms are {', '.join(sorted(_WRITERS))}")
    asked = said.asked(request.args)
    write, content_type, ending = _WRITERS[form]
    pieces = write(corpus, _portions(corpus, asked))
    headers = {**HEADERS, "content-disposition": f'attachment; filename="sentences.{ending}"'}

    async def stream(out: Any) -> None:
        async for piece in pieces:
            await out.write(piece)

    return AsgiStream(stream, headers=headers, content_type=content_type)


async def _portions(corpus: Corpus, asked: said.Conditions) -> Portions:
    question, places = await corpus.ask(lambda conn: _places(conn, asked))
    for first in range(0, len(places), PORTION):
        some = places[first : first + PORTION]
        yield await corpus.ask(
            lambda conn, some=some: hits.sentences(conn, some, question, asked.words)  # type: ignore[misc]
        )


def _places(conn: Any, asked: said.Conditions) -> tuple[selection.Asked, list[int]]:
    known = kept(conn, columns.read)
    question = question_of(conn, asked)
    selected = selection.select(known, question, facets=())
    return question, known.sentences[selected.sentences].tolist()


PLACE = ("document", "title", "outlet", "published", "number", "kind", "start", "end", "text")
FOUND = ("layer", "label", "text", "start", "end", "by", "score", "id")
VALUES = ("canonical", "stands_for", "value", "low", "high", "approx", "unit", "counted", "as_of",
          "said_by", "source", "depth", "distance", "holder", "target", "act", "mode", "hedge",
          "addressee", "via", "use")  # fmt: skip
"""Columns of the CSV: of the sentence, of a finding in it, of the finding's layer."""

_CALLED = {"document": "article", "number": "paragraph", "text": "sentence"}


async def _csv(_: Corpus, portions: Portions) -> Pieces:
    """A row for each finding with its sentence, or for a sentence where none was asked for."""
    names = [_CALLED.get(key, key) for key in PLACE]
    yield csv_line([*names, *(f"finding_{key}" for key in FOUND), *VALUES])
    async for sentences in portions:
        yield "".join(csv_line(row) for each in sentences for row in _rows(each))


def _rows(sentence: hits.Sentence) -> Iterable[list[Any]]:
    place = [getattr(sentence, key) for key in PLACE]
    for span in sentence.findings or (None,):
        found = {} if span is None else {**records.span_record(span), "id": span.id}
        own = [found.get(key) for key in FOUND]
        yield [*place, *own, *(_plain(found.get(key)) for key in VALUES)]


def _plain(value: Any) -> Any:
    """A value of a record as a cell: of somebody, the name."""
    if isinstance(value, Mapping):
        return value.get("canonical")
    if isinstance(value, list):
        return "; ".join(str(_plain(each)) for each in value)
    return value


def csv_line(values: Iterable[Any]) -> str:
    """A line of CSV that no spreadsheet takes for formulas."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([safe(value) for value in values])
    return line.getvalue()


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(value: Any) -> Any:
    """A value as a cell; a text that a spreadsheet would reckon with is opened by an apostrophe."""
    if isinstance(value, str) and value.lstrip(" \u00a0\u3000").startswith(_FORMULA):
        return f"'{value}"
    return value


async def _json_lines(corpus: Corpus, portions: Portions) -> Pieces:
    """A line for each article in the contract's form, with the sentences found and their findings.

    An article whose sentences fall into two portions comes in one line all the same.
    """
    held: list[hits.Sentence] = []
    async for sentences in portions:
        held += sentences
        groups = [list(group) for _, group in groupby(held, lambda each: each.document)]
        for group in groups[:-1]:
            yield await _line(corpus, group)
        held = groups[-1] if groups else []
    if held:
        yield await _line(corpus, held)


async def _line(corpus: Corpus, sentences: Sequence[hits.Sentence]) -> str:
    document = await _document(corpus, sentences[0].document)
    record = records.to_record(_only(document, sentences))
    return json.dumps(record, ensure_ascii=False) + "\n"


async def _document(corpus: Corpus, name: str) -> Document:
    return await corpus.ask(lambda conn: queries.document(conn, name))


def _only(document: Document, sentences: Sequence[hits.Sentence]) -> Document:
    """The document with what was found in it and no more."""
    known = {(span.start, span.end): span for span in document.spans if span.layer == "sentence"}
    found: dict[str, Span] = {}
    for each in sentences:
        own = known.get((each.start, each.end)) or _passage(document, each)
        found |= {span.id: span for span in (own, *each.findings)}
    return replace(document, spans=tuple(found.values()))


def _passage(document: Document, sentence: hits.Sentence) -> Span:
    """A passage whose sentences were not found, as the sentence that it was counted as."""
    made = Sentence(
        label="sentence",
        start=sentence.start,
        end=sentence.end,
        text=document.text[sentence.start : sentence.end],
        by="segment",
    )
    return replace(made, id=span_id(document.id, made))


async def _markdown(corpus: Corpus, portions: Portions) -> Pieces:
    """The sentences as quotations with their citations, in APA."""
    written = 0
    async for sentences in portions:
        for name, group in groupby(sentences, lambda each: each.document):
            some = list(group)[: QUOTATIONS - written]
            if some:
                document = await _document(corpus, name)
                yield await asyncio.to_thread(_quotations, document, some)
                written += len(some)
        if written >= QUOTATIONS:
            yield f"*These are the first {QUOTATIONS}; narrow the result down for others.*\n"
            return


def _quotations(document: Document, sentences: Sequence[hits.Sentence]) -> str:
    with Citeproc() as citeproc:
        made = of_document(citeproc, document, [(each.start, each.end) for each in sentences])
    return "".join(f"{formats.write(each, 'markdown')}\n" for each in made)


def _works(write: Callable[[Sequence[Item]], str]) -> Callable[[Corpus, Portions], Pieces]:
    """What writes the articles of a result as a bibliography, each once."""

    async def pieces(corpus: Corpus, portions: Portions) -> Pieces:
        names: dict[str, None] = {}
        async for sentences in portions:
            names |= dict.fromkeys(each.document for each in sentences)
        items = await corpus.ask(lambda conn: [item_of(queries.meta(conn, n), id=n) for n in names])
        yield write(items)

    return pieces


Writer = Callable[[Corpus, Portions], Pieces]

_WRITERS: Mapping[str, tuple[Writer, str, str]] = {
    "csv": (_csv, "text/csv; charset=utf-8", "csv"),
    "json-lines": (_json_lines, "application/x-ndjson; charset=utf-8", "jsonl"),
    "markdown": (_markdown, "text/markdown; charset=utf-8", "md"),
    **{
        form: (_works(formats.WORKS[form]), f"{content_type}; charset=utf-8", ending)
        for form, content_type, ending in (
            ("csl-json", "application/vnd.citationstyles.csl+json", "json"),
            ("ris", "application/x-research-info-systems", "ris"),
            ("biblatex", "application/x-bibtex", "bib"),
        )
    },
}
"""What writes each form, what browsers are told it is, and how a file of it ends."""
