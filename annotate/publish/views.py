"""The pages: each asks the corpus, lays the answer out, and leaves the writing to a template."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from datasette import NotFound, Response

from annotate.cite import formats, references
from annotate.cite.snippet import Snippet, in_styles
from annotate.errors import RequestError
from annotate.model import Document
from annotate.publish.addresses import named, segment_anchor
from annotate.publish.article import LAYERS, lay_out
from annotate.publish.corpora import Corpus, corpus_for
from annotate.publish.headers import HEADERS
from annotate.publish.hits import laid_out
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


async def article(request: Any, datasette: Any) -> Any:
    """The page of an article."""
    corpus = await _corpus(request, datasette)
    document = await _document(corpus, named(request.url_vars["id"]))
    topics = await corpus.ask(queries.topics)
    context = {
        "corpus": corpus,
        "reading": lay_out(document, {topic.key: topic.statement for topic in topics}),
        "layers": _layers(request),
    }
    return await _page(datasette, request, "article", context)


async def span(request: Any, datasette: Any) -> Any:
    """A lasting address of a finding, which leads to its place in its article."""
    corpus = await _corpus(request, datasette)
    wanted = named(request.url_vars["id"])
    document, found = await _found(corpus, lambda conn: queries.span(conn, wanted))
    return Response.redirect(corpus.addresses.article(document, found.id))


async def cite_span(request: Any, datasette: Any) -> Any:
    """The page that cites a finding."""
    corpus = await _corpus(request, datasette)
    wanted = named(request.url_vars["id"])
    document_id, found = await _found(corpus, lambda conn: queries.span(conn, wanted))
    document = await _document(corpus, document_id)
    passage = references.Passage(document=document, start=found.start, end=found.end)
    return await _cite(request, datasette, corpus, passage, found.id)


async def cite_segment(request: Any, datasette: Any) -> Any:
    """The page that cites a paragraph, or another segment of an article."""
    corpus = await _corpus(request, datasette)
    document = await _document(corpus, named(request.url_vars["id"]))
    anchor = request.url_vars["anchor"]
    found = next((each for each in document.segments if segment_anchor(each) == anchor), None)
    if found is None:
        raise NotFound(f"no passage {anchor!r} in {document.id!r}")
    passage = references.Passage(document=document, start=found.start, end=found.end)
    return await _cite(request, datasette, corpus, passage, anchor)


async def search_page(request: Any, datasette: Any) -> Any:
    """The page of a search."""
    corpus = await _corpus(request, datasette)
    words = (request.args.get("q") or "").strip()
    within = request.args.get("document") or None
    page = _page_number(request.args.get("page"))
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
    return await _page(datasette, request, "search", context)


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
    return await _page(datasette, request, "cite", context)


def _snippets(passage: references.Passage) -> dict[str, Snippet]:
    try:
        return in_styles(passage.document, passage.start, passage.end, list(STYLES))
    except RequestError as error:
        raise NotFound(str(error)) from error


async def _corpus(request: Any, datasette: Any) -> Corpus:
    corpus = await corpus_for(datasette, request)
    if corpus is None:
        raise NotFound("no corpus is served here, or none of this name")
    return corpus


async def _document(corpus: Corpus, document_id: str) -> Document:
    found: Document = await _found(corpus, lambda conn: queries.document(conn, document_id))
    return found


async def _found(corpus: Corpus, query: Callable[[Any], Any]) -> Any:
    """What a query finds; a page that is not there if it finds nothing."""
    try:
        return await corpus.ask(query)
    except RequestError as error:
        raise NotFound(str(error)) from error


async def _page(datasette: Any, request: Any, name: str, context: dict[str, Any]) -> Any:
    body = await datasette.render_template(f"annotate/{name}.html", context, request=request)
    return Response.html(body, headers=dict(HEADERS))


def _layers(request: Any) -> frozenset[str]:
    """The layers that are switched on: those of `?layers=entity,quote`, all without it."""
    asked = request.args.getlist("layers") or [",".join(LAYERS)]
    return frozenset(name for each in asked for name in each.split(",") if name in LAYERS)


def _page_number(written: str | None) -> int:
    known = written is not None and written.isascii() and written.isdigit() and len(written) < 6
    return max(1, int(written or "1")) if known else 1
