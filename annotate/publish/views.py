"""The pages: each asks the corpus, lays the answer out, and leaves the writing to a template."""

from collections.abc import Callable, Sequence
from typing import Any

from datasette import Response

from annotate.model import Document, Segment
from annotate.publish import decided, saved
from annotate.publish.addresses import named, segment_anchor
from annotate.publish.answering import answering
from annotate.publish.answering import page as shown
from annotate.publish.article import lay_out
from annotate.publish.corpora import Corpus
from annotate.publish.macros import written
from annotate.store import columns, counts, overview, queries, reading
from annotate.store.facets import LAYERS

COUNTED: Sequence[Callable[[Any], Any]] = (
    columns.read,
    overview.overview,
    queries.documents,
    counts.paragraphs,
)
"""What pages count over the whole corpus, kept as long as the file stays as it is."""


@answering
async def article(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of an article."""
    document = await _document(corpus, named(request.url_vars["id"]))
    topics = await corpus.ask(queries.topics)
    people = await corpus.ask(lambda conn: decided.of_document(conn, document))
    statements = {topic.key: topic.statement for topic in topics}
    held = await corpus.ask(lambda conn: reading.kept_as(conn, document.id))
    is_filed = corpus.addresses.is_filed
    held = None if is_filed and held not in saved.SHARED else held
    beside = request.args.get("beside") if held and not is_filed else None
    context = {
        "corpus": corpus,
        "gone": people.gone,
        "reading": lay_out(document, statements, people, cite=corpus.addresses.cite_span),
        "layers": _layers(request),
        "runs": written("runs"),
        "page_address": _on_paper(datasette, request, corpus, document),
        "held": held and saved.HELD[held],
        "is_printed": held == "print" and not is_filed,
        "beside": beside,
        "beside_at": _anchor(saved.segment_at(document, beside)),
    }
    answer = await shown(datasette, request, "article", context)
    return saved.framing(answer) if beside else answer


@answering
async def span(request: Any, _: Any, corpus: Corpus) -> Any:
    """A lasting address of a finding, which leads to its place in its article."""
    wanted = named(request.url_vars["id"])
    document, found = await corpus.ask(lambda conn: queries.span(conn, wanted))
    return Response.redirect(corpus.addresses.article(document, found.id))


def _on_paper(datasette: Any, request: Any, corpus: Corpus, document: Document) -> str | None:
    """The address of an article's page as it stands on paper; a file has none of its own."""
    if corpus.addresses.is_filed:
        return None
    return str(datasette.absolute_url(request, corpus.addresses.article(document.id)))


def _anchor(segment: Segment | None) -> str:
    return segment_anchor(segment) if segment else ""


async def _document(corpus: Corpus, document_id: str) -> Document:
    return await corpus.ask(lambda conn: queries.document(conn, document_id))


def _layers(request: Any) -> frozenset[str]:
    """The layers that are switched on: those of `?layers=entity,quote`, all without it."""
    asked = request.args.getlist("layers") or [",".join(LAYERS)]
    return frozenset(name for each in asked for name in each.split(",") if name in LAYERS)
