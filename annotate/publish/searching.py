"""The page of a search: passages that hold the words, the best first, and what narrows them."""

from typing import Any

from annotate.publish import narrowing
from annotate.publish.answering import answering, page, page_number, pages_of
from annotate.publish.conditions import Conditions
from annotate.publish.corpora import Corpus
from annotate.publish.finding import exports, question_of
from annotate.publish.hits import Found, laid_out
from annotate.store import columns, markup, search, selection
from annotate.store.kept import kept
from annotate.store.selection import Selection

PAGE = 20
"""Hits on a page of results."""


@answering
async def search_page(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of a search."""
    words = (request.args.get("q") or "").strip()
    within = request.args.get("document") or None
    at_page = page_number(request.args.get("page"))
    total, hits = await corpus.ask(lambda conn: _hits(conn, words, within, at_page))
    context = {
        "corpus": corpus,
        "words": words,
        "within": within,
        "page": at_page,
        "pages": pages_of(total, PAGE),
        "total": total,
        "hits": hits,
    }
    if hits:
        context |= await _narrower(corpus, words, within)
    return await page(datasette, request, "search", context)


async def _narrower(corpus: Corpus, words: str, within: str | None) -> dict[str, Any]:
    """What the passages can be narrowed down by, on the page of findings, and taken along in."""
    pairs = (("article", within),) if within else ()
    asked = Conditions(words=words, pairs=pairs)
    selected = await corpus.ask(lambda conn: _selected(conn, asked))
    return {
        "asked": asked,
        "sentences": len(selected.sentences),
        "exports": exports(asked, corpus.addresses),
        **narrowing.choices(selected, asked, corpus.addresses),
    }


def _hits(conn: Any, words: str, within: str | None, number: int) -> tuple[int, list[Found]]:
    first = (number - 1) * PAGE
    found = search.search(conn, words, limit=PAGE, offset=first, document=within)
    hidden = markup.within(conn, [each.segment for each in found.hits])
    return found.total, [laid_out(hit, hidden.get(hit.segment, ())) for hit in found.hits]


def _selected(conn: Any, asked: Conditions) -> Selection:
    question = question_of(conn, asked)
    facets = narrowing.of_passages()
    return selection.select(kept(conn, columns.read), question, facets=facets, most=narrowing.MOST)
