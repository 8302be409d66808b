"""The pages: each asks the corpus, lays the answer out, and leaves the writing to a template."""

from typing import Any

from datasette import Response

from annotate.model import Document
from annotate.publish import decided
from annotate.publish.addresses import named
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
    people = await corpus.ask(lambda conn: decided.of_document(conn, document))
    context = {
        "corpus": corpus,
        "gone": people.gone,
        "reading": lay_out(document, {topic.key: topic.statement for topic in topics}, people),
        "layers": _layers(request),
        "runs": written("runs"),
        "is_kept": await corpus.ask(lambda conn: reading.keeps_page(conn, document.id)),
    }
    return await shown(datasette, request, "article", context)


@answering
async def span(request: Any, _: Any, corpus: Corpus) -> Any:
    """A lasting address of a finding, which leads to its place in its article."""
    wanted = named(request.url_vars["id"])
    document, found = await corpus.ask(lambda conn: queries.span(conn, wanted))
    return Response.redirect(corpus.addresses.article(document, found.id))


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


async def _document(corpus: Corpus, document_id: str) -> Document:
    return await corpus.ask(lambda conn: queries.document(conn, document_id))


def _layers(request: Any) -> frozenset[str]:
    """The layers that are switched on: those of `?layers=entity,quote`, all without it."""
    asked = request.args.getlist("layers") or [",".join(LAYERS)]
    return frozenset(name for each in asked for name in each.split(",") if name in LAYERS)
