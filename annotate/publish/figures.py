"""The page of figures: what the corpus says of each quantity, as of when, and by whom."""

from typing import Any

from annotate.errors import RequestError
from annotate.figures import of_corpus
from annotate.publish import ledger
from annotate.publish.answering import answering, page, page_number
from annotate.publish.corpora import Corpus
from annotate.publish.macros import written

PAGE = 20
"""Quantities on a page."""


@answering
async def figures(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of figures."""
    words = (request.args.get("about") or "").strip()
    entries = await corpus.ask(of_corpus)
    counts = {name: len(ledger.chosen(entries, name, words)) for name in ledger.SHOWN}
    shown = request.args.get("show") or next((name for name in counts if counts[name]), "all")
    if shown not in ledger.SHOWN:
        raise RequestError(f"no figures {shown!r}; there are {', '.join(ledger.SHOWN)}")
    found = ledger.chosen(entries, shown, words)
    number = page_number(request.args.get("page"))
    context = {
        "corpus": corpus,
        "about": words,
        "shown": shown,
        "choices": [(name, ledger.SHOWN[name], counts[name]) for name in ledger.SHOWN],
        "page": number,
        "pages": -(-len(found) // PAGE),
        "total": len(found),
        "quantities": [
            ledger.laid_out(each) for each in found[(number - 1) * PAGE : number * PAGE]
        ],
        "pictures": written("chart"),
    }
    return await page(datasette, request, "figures", context)
