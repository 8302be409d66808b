"""The start page of a corpus: what it holds, how much of it people have seen, and the ways in."""

from collections.abc import Mapping, Sequence
from typing import Any

from annotate.publish import bars
from annotate.publish.addresses import Addresses
from annotate.publish.answering import page
from annotate.publish.conditions import LAYER_NAMES
from annotate.publish.corpora import Corpus, corpus_for
from annotate.publish.questions import questions
from annotate.store import counts, overview, queries, queue
from annotate.store.facets import LAYERS
from annotate.store.kept import kept

LISTED = 300
"""Articles on the start page; the table has all."""


async def start(request: Any, datasette: Any) -> Any:
    """The start page; Datasette's own index at `/?_index=1`, and where no corpus is served.

    Datasette's index asks for each table whether it may be seen and tells how many rows it has,
    none of which ours shows; so ours is a page of its own and not another template for that.
    """
    corpus = None if "_index" in request.args else await corpus_for(datasette, request)
    if corpus is None:
        # late: Datasette's pages load its plugins, and Datasette 1.0 would take us half imported
        from datasette.views.index import IndexView

        return await IndexView(datasette).dispatch_request(request)
    context = await _told(corpus, datasette, request.actor)
    return await page(datasette, request, "start", {"corpus": corpus, "start": context})


async def _told(corpus: Corpus, datasette: Any, actor: Any) -> dict[str, Any]:
    listed = await corpus.ask(lambda conn: kept(conn, queries.documents))
    newest = sorted(listed, key=lambda each: (each.published or "", each.id), reverse=True)
    held = await corpus.ask(lambda conn: kept(conn, overview.overview))
    coverage = await corpus.ask(queue.coverage)
    return {
        "title": await _title(datasette) or corpus.name,
        "overview": held,
        "pictures": _pictures(held, coverage, corpus.addresses),
        "most": max(held.years.values(), default=0),
        "decided": sum(decided for decided, _ in coverage.values()),
        "findings": sum(every for _, every in coverage.values()),
        "topics": await corpus.ask(queries.topics),
        "documents": newest[:LISTED],
        "paragraphs": await corpus.ask(lambda conn: kept(conn, counts.paragraphs)),
        "questions": await questions(datasette, corpus.name, actor),
    }


async def _title(datasette: Any) -> str | None:
    """What either version of Datasette was told that its pages are called."""
    if hasattr(datasette, "get_instance_metadata"):
        known = await datasette.get_instance_metadata()
    else:
        known = datasette.metadata() or {}
    title: str | None = known.get("title")
    return title


def _pictures(
    held: overview.Overview, coverage: Mapping[str, tuple[int, int]], at: Addresses
) -> dict[str, Sequence[bars.Bar]]:
    """What the corpus holds as bars, each of which leads to its sentences."""
    by_name = {LAYER_NAMES[layer]: held.layers[layer] for layer in LAYERS}
    seen = {LAYER_NAMES[layer]: coverage[layer] for layer in LAYERS}
    layer_of = {name: layer for layer, name in LAYER_NAMES.items()}

    def narrowed(name: str) -> str:
        return at.find([("layer", layer_of[name])])

    return {
        "years": bars.standing(held.years, lambda year: at.find([("year", str(year))])),
        "outlets": bars.lying(held.publishers, lambda name: at.find([("outlet", str(name))])),
        "layers": bars.lying(by_name, narrowed),
        "reviewed": bars.shares(seen, narrowed),
    }
