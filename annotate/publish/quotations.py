"""The page of all passages of an article ready to be quoted: its paragraphs, and who says what."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from annotate.cite import formats
from annotate.cite.quotation import quotation
from annotate.cite.references import said
from annotate.cite.render import running
from annotate.cite.snippet import Snippet, of_document
from annotate.errors import RequestError
from annotate.model import Document, Pair
from annotate.publish.addresses import named, segment_anchor
from annotate.publish.answering import answering, page
from annotate.publish.corpora import Corpus
from annotate.store import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A passage ready to be quoted.

    anchor: of it on this page and in the article. kind: of its segment; "" for what somebody says
    in the passage before it.
    """

    anchor: str
    kind: str
    snippet: Snippet
    text: str
    markdown: str
    rich: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    anchor: str
    kind: str
    places: Sequence[Pair]


@answering
async def quotations(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of what an article has to be quoted."""
    wanted = named(request.url_vars["id"])
    document = await corpus.ask(lambda conn: queries.document(conn, wanted))
    context = {
        "corpus": corpus,
        "document": document,
        "ready": await asyncio.to_thread(ready, document),
    }
    return await page(datasette, request, "quotations", context)


def ready(document: Document) -> list[Ready]:
    """The passages of a document with their citations in APA, in the order of the text."""
    places = [each for each in _wanted(document) if _is_quotable(document, each)]
    with running() as citeproc:
        made = of_document(citeproc, document, [each.places for each in places])
    return [
        Ready(
            anchor=each.anchor,
            kind=each.kind,
            snippet=snippet,
            text=formats.as_text(snippet),
            markdown=formats.as_markdown(snippet),
            rich=formats.as_html(snippet),
        )
        for each, snippet in zip(places, made, strict=True)
    ]


def _wanted(document: Document) -> Iterator[_Wanted]:
    quoted = [span for span in document.spans if span.layer == "quote"]
    for segment in document.segments:
        if segment.kind == "boilerplate":
            continue
        anchor = segment_anchor(segment)
        whole = [(segment.start, segment.end)]
        yield _Wanted(anchor=anchor, kind=segment.kind, places=whole)
        for span in quoted:
            if segment.start <= span.start < segment.end:
                pieces = said(document, span) or [(span.start, span.end)]
                yield _Wanted(anchor=span.id, kind="", places=pieces)


def _is_quotable(document: Document, wanted: _Wanted) -> bool:
    """Whether a passage has words; a segment of signs alone has none."""
    try:
        quotation(document, wanted.places[0][0], wanted.places[-1][1])
    except RequestError:
        return False
    return True
