"""Results taken along: the sentences that an address of the facets finds, for other programs.

They leave in pieces as they are read, so that a large result needs no memory and starts at once.
What an article says is hostile to a spreadsheet too: a cell that would be read as a formula is
opened with an apostrophe.
"""

import asyncio
import csv
import io
import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from datasette.utils.asgi import AsgiStream

from annotate import records
from annotate.answers import safe
from annotate.cite import formats
from annotate.cite.csl import Item, item_of
from annotate.cite.render import running
from annotate.cite.snippet import of_document
from annotate.errors import RequestError
from annotate.model import Document, Pair, Sentence, Span, span_id
from annotate.publish import conditions as said
from annotate.publish.answering import answering
from annotate.publish.corpora import Corpus
from annotate.publish.finding import asked_of, question_of
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
    asked = await asked_of(request, corpus)
    return streamed(_WRITERS[form](corpus, _portions(corpus, asked)), form, "sentences")


def streamed(pieces: Pieces, form: str, name: str) -> Any:
    """A file of a form and a name, sent as it is made."""
    disposition = f'attachment; filename="{name}.{_ENDINGS[form]}"'
    headers = {**HEADERS, "content-disposition": disposition}

    async def stream(out: Any) -> None:
        async for piece in pieces:
            await out.write(piece)

    return AsgiStream(stream, headers=headers, content_type=TYPES[form])


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
VALUES = ("canonical", "wikidata", "stands_for", "value", "low", "high", "approx", "unit",
          "counted", "as_of", "said_by", "source", "depth", "distance", "holder", "target", "act",
          "mode", "hedge", "addressee", "via", "use")  # fmt: skip
"""Columns of the CSV: of the sentence, of a finding in it, of the finding's layer."""

_CALLED = {"document": "article", "number": "paragraph", "text": "sentence"}


async def _csv(corpus: Corpus, portions: Portions) -> Pieces:
    """A row for each finding with its sentence, or for a sentence where none was asked for."""
    names = [_CALLED.get(key, key) for key in PLACE]
    yield csv_line([*names, *(f"finding_{key}" for key in FOUND), *VALUES])
    items = await corpus.ask(queries.wikidata)
    async for sentences in portions:
        yield "".join(csv_line(row) for each in sentences for row in _rows(each, items))


def _rows(sentence: hits.Sentence, items: Mapping[str, str]) -> Iterable[list[Any]]:
    """A line for each finding. items: those of Wikidata that the codebook gives names, by name."""
    place = [getattr(sentence, key) for key in PLACE]
    for span in sentence.findings or (None,):
        found = {} if span is None else {**records.span_record(span), "id": span.id}
        found["wikidata"] = items.get(found.get("canonical", ""))
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
    document = await document_of(corpus, sentences[0].document)
    record = records.to_record(_only(document, sentences))
    return json.dumps(record, ensure_ascii=False) + "\n"


async def document_of(corpus: Corpus, name: str) -> Document:
    """The article of a name."""
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
                document = await document_of(corpus, name)
                places = [(each.start, each.end) for each in some]
                yield await asyncio.to_thread(quotations, document, places)
                written += len(some)
        if written >= QUOTATIONS:
            yield f"*These are the first {QUOTATIONS}; narrow the result down for others.*\n"
            return


def quotations(document: Document, places: Sequence[Pair]) -> str:
    """Passages of an article as quotations in Markdown, with their citations in APA."""
    with running() as citeproc:
        made = of_document(citeproc, document, [[place] for place in places])
    return "".join(f"{formats.write(each, 'markdown')}\n" for each in made)


def _works(write: Callable[[Sequence[Item]], str]) -> Callable[[Corpus, Portions], Pieces]:
    """What writes the articles of a result as a bibliography, each once."""

    async def pieces(corpus: Corpus, portions: Portions) -> Pieces:
        names: dict[str, None] = {}
        async for sentences in portions:
            names |= dict.fromkeys(each.document for each in sentences)
        async for piece in bibliography(corpus, write, names):
            yield piece

    return pieces


async def bibliography(
    corpus: Corpus, write: Callable[[Sequence[Item]], str], articles: Iterable[str]
) -> Pieces:
    """Articles as a bibliography, each once."""
    names = dict.fromkeys(articles)

    def items(conn: sqlite3.Connection) -> list[Item]:
        works = ((name, *queries.work(conn, name)) for name in names)
        return [item_of(meta, id=name, form=form) for name, meta, form in works]

    yield write(await corpus.ask(items))


Writer = Callable[[Corpus, Portions], Pieces]

_WRITERS: Mapping[str, Writer] = {
    "csv": _csv,
    "json-lines": _json_lines,
    "markdown": _markdown,
    **{form: _works(formats.WORKS[form]) for form in ("csl-json", "ris", "biblatex")},
}
"""What writes each form."""

TYPES: Mapping[str, str] = {
    form: f"{kind}; charset=utf-8"
    for form, kind in (
        ("csv", "text/csv"),
        ("json-lines", "application/x-ndjson"),
        ("markdown", "text/markdown"),
        ("csl-json", "application/vnd.citationstyles.csl+json"),
        ("ris", "application/x-research-info-systems"),
        ("biblatex", "application/x-bibtex"),
    )
}
"""What browsers are told that each form is."""

_ENDINGS = {"csv": "csv", "json-lines": "jsonl", "markdown": "md", "csl-json": "json",
            "ris": "ris", "biblatex": "bib"}  # fmt: skip
