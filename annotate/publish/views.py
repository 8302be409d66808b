"""The pages: each asks the corpus, lays the answer out, and leaves the writing to a template."""

import asyncio
from collections.abc import Mapping
from typing import Any

from datasette import Response

from annotate.cite import formats, references
from annotate.cite.snippet import Snippet, in_styles
from annotate.errors import RequestError
from annotate.model import Document
from annotate.publish.addresses import named, segment_anchor
from annotate.publish.answering import answering, page_number
from annotate.publish.answering import page as shown
from annotate.publish.article import LAYERS, lay_out
from annotate.publish.corpora import Corpus
from annotate.publish.hits import laid_out
from annotate.publish.macros import written
from annotate.publish.questions import questions
from annotate.store import overview, queries, reading, search

PAGE = 20
"""Hits on a page of results."""

LISTED = 300
"""Articles on the start page; the table has all."""

STYLES: Mapping[str, str] = {
    "apa": "APA",
    "chicago-author-date": "Chicago, author and date",
    "chicago-notes": "Chicago, notes",
    "mla": "MLA",
}
"""The citation styles on a cite page, and what readers call them."""

FORMATS: Mapping[str, str] = {
    "text": "Plain text",
    "markdown": "Markdown",
    "html": "HTML",
    "csl-json": "CSL-JSON",
    "biblatex": "BibLaTeX",
    "ris": "RIS",
}
"""The formats on a cite page, and what readers call them."""


async def start(corpus: Corpus, datasette: Any, actor: Any) -> dict[str, Any]:
    """What the start page's template is told: what the corpus holds."""
    listed = await corpus.ask(queries.documents)
    newest = sorted(listed, key=lambda each: (each.published or "", each.id), reverse=True)
    return {
        "corpus": corpus,
        "overview": await corpus.ask(overview.overview),
        "topics": await corpus.ask(queries.topics),
        "documents": newest[:LISTED],
        "paragraphs": await corpus.ask(reading.paragraph_counts),
        "questions": await questions(datasette, corpus.name, actor),
    }


@answering
async def article(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of an article."""
    document = await _document(corpus, named(request.url_vars["id"]))
    topics = await corpus.ask(queries.topics)
    context = {
        "corpus": corpus,
        "reading": lay_out(document, {topic.key: topic.statement for topic in topics}),
        "layers": _layers(request),
        "runs": written("runs"),
    }
    return await shown(datasette, request, "article", context)


@answering
async def span(request: Any, _: Any, corpus: Corpus) -> Any:
    """A lasting address of a finding, which leads to its place in its article."""
    wanted = named(request.url_vars["id"])
    document, found = await corpus.ask(lambda conn: queries.span(conn, wanted))
    return Response.redirect(corpus.addresses.article(document, found.id))


@answering
async def cite_span(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page that cites a finding."""
    wanted = named(request.url_vars["id"])
    document_id, found = await corpus.ask(lambda conn: queries.span(conn, wanted))
    document = await _document(corpus, document_id)
    passage = references.Passage(document=document, start=found.start, end=found.end)
    return await _cite(request, datasette, corpus, passage, found.id)


@answering
async def cite_segment(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page that cites a paragraph, or another segment of an article."""
    document = await _document(corpus, named(request.url_vars["id"]))
    anchor = request.url_vars["anchor"]
    found = next((each for each in document.segments if segment_anchor(each) == anchor), None)
    if found is None:
        raise RequestError(f"no passage {anchor!r} in {document.id!r}")
    passage = references.Passage(document=document, start=found.start, end=found.end)
    return await _cite(request, datasette, corpus, passage, anchor)


@answering
async def search_page(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of a search."""
    words = (request.args.get("q") or "").strip()
    within = request.args.get("document") or None
    page = page_number(request.args.get("page"))
    found = await corpus.ask(
        lambda conn: search.search(
            conn, words, limit=PAGE, offset=(page - 1) * PAGE, document=within
        )
    )
    context = {
        "corpus": corpus,
        "words": words,
        "within": within,
        "page": page,
        "pages": -(-found.total // PAGE),
        "total": found.total,
        "hits": [laid_out(hit) for hit in found.hits],
    }
    return await shown(datasette, request, "search", context)


async def _cite(
    request: Any, datasette: Any, corpus: Corpus, passage: references.Passage, anchor: str
) -> Any:
    snippets = await asyncio.to_thread(_snippets, passage)
    one = next(iter(snippets.values()))
    context = {
        "corpus": corpus,
        "document": passage.document,
        "anchor": anchor,
        "snippet": one,
        "styles": [(STYLES[name], snippets[name]) for name in STYLES],
        "formats": [(FORMATS[name], formats.write(one, name)) for name in FORMATS],
    }
    return await shown(datasette, request, "cite", context)


def _snippets(passage: references.Passage) -> dict[str, Snippet]:
    return in_styles(passage.document, passage.start, passage.end, list(STYLES))


async def _document(corpus: Corpus, document_id: str) -> Document:
    return await corpus.ask(lambda conn: queries.document(conn, document_id))


def _layers(request: Any) -> frozenset[str]:
    """The layers that are switched on: those of `?layers=entity,quote`, all without it."""
    asked = request.args.getlist("layers") or [",".join(LAYERS)]
    return frozenset(name for each in asked for name in each.split(",") if name in LAYERS)
