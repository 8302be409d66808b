"""What the pages that count and list show, taken along: `?form=` of the page's own address.

Rows of counts leave as a table; statements leave also as quotations ready to be printed, as the
works they stand in, and as annotated articles that hold nothing but them.
"""

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType
from typing import Any

from datasette import Response

from annotate import answers, records
from annotate.cite import formats
from annotate.model import Document, Pair
from annotate.publish import exporting
from annotate.publish.corpora import Corpus
from annotate.publish.headers import HEADERS
from annotate.store.said import Statement

COUNTS: Mapping[str, str] = MappingProxyType({"csv": "CSV", "json": "JSON lines"})
"""The forms of rows of counts, and what readers call them."""

STATEMENTS: Mapping[str, str] = MappingProxyType(
    {
        **COUNTS,
        "articles": "annotated articles as JSON lines",
        "markdown": "quotations in Markdown",
        "csl-json": "works as CSL-JSON",
        "ris": "RIS",
        "biblatex": "BibLaTeX",
    }
)
"""The forms of statements."""

COUNTS_FIRST: Mapping[str, str] = MappingProxyType(
    {**STATEMENTS, "csv": "counts as CSV", "json": "counts as JSON lines"}
)
"""The forms of a page that counts statements and lists them too."""

MOST = 20_000
"""Statements in one answer; `annotate who --format` has no bound."""

_ENDINGS = {"csv": ("csv", "csv"), "json": ("json-lines", "jsonl")}

Offered = list[tuple[str, str]]
"""The forms that a page is offered in, and where."""


def offered(corpus: Corpus, forms: Mapping[str, str], href: Callable[[str], str]) -> Offered:
    """Each form's name with its address, none for pages that are files. href: of a form's page."""
    if corpus.addresses.is_filed:
        return []
    return [(name, href(form)) for form, name in forms.items()]


def counts(rows: Iterable[Any], form: str, name: str) -> Any:
    """Rows of counts as a file of this name."""
    body = "\n".join([*map(str, answers.written(rows, form)), ""])
    kind, ending = _ENDINGS[form]
    content_type = exporting.TYPES[kind]
    headers = {**HEADERS, "content-disposition": f'attachment; filename="{name}.{ending}"'}
    return Response(body, content_type=content_type, headers=headers)


def statements(corpus: Corpus, found: Sequence[Statement], form: str, name: str) -> Any:
    """Statements as a file of this name."""
    if form in COUNTS:
        return counts(found, form, name)
    if form in formats.WORKS:
        pieces = exporting.bibliography(
            corpus, formats.WORKS[form], [each.document for each in found]
        )
        return exporting.streamed(pieces, form, name)
    if form == "markdown":
        return exporting.streamed(_quotations(corpus, found[: exporting.QUOTATIONS]), form, name)
    return exporting.streamed(_articles(corpus, found), "json-lines", name)


async def _articles(corpus: Corpus, found: Sequence[Statement]) -> exporting.Pieces:
    """A line for each article in the contract's form, with these of its findings alone."""
    for document, group in _by_article(found):
        whole = await exporting.document_of(corpus, document)
        wanted = {each.id for each in group}
        spans = tuple(span for span in whole.spans if span.id in wanted)
        record = records.to_record(replace(whole, spans=spans))
        yield json.dumps(record, ensure_ascii=False) + "\n"


async def _quotations(corpus: Corpus, found: Sequence[Statement]) -> exporting.Pieces:
    for document, group in _by_article(found):
        whole = await exporting.document_of(corpus, document)
        places = _places(whole, {each.id for each in group})
        yield await asyncio.to_thread(exporting.quotations, whole, places)
    if len(found) == exporting.QUOTATIONS:
        yield f"*No more than {exporting.QUOTATIONS} are written; narrow the result down.*\n"


def _places(document: Document, wanted: set[str]) -> list[Pair]:
    """Where the findings stand; of a name, a figure or a word, the sentence around it."""
    sentences = [span for span in document.spans if span.layer == "sentence"]
    found: dict[Pair, None] = {}
    for span in document.spans:
        if span.id in wanted:
            around = (each for each in sentences if each.start <= span.start < each.end)
            holder = span if span.layer in ("quote", "stance") else next(around, span)
            found[(holder.start, holder.end)] = None
    return list(found)


def _by_article(found: Sequence[Statement]) -> Iterable[tuple[str, list[Statement]]]:
    """The statements of each article together, the articles in the order of their first."""
    order = {name: n for n, name in enumerate(dict.fromkeys(each.document for each in found))}
    ordered = sorted(found, key=lambda each: order[each.document])
    for name, group in groupby(ordered, lambda each: each.document):
        yield name, list(group)
