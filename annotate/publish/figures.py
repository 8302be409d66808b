"""The page of figures: what the corpus says of each quantity, as of when, and by whom."""

from typing import Any

from annotate.errors import RequestError
from annotate.figures import of_corpus, sums_of_corpus
from annotate.publish import ledger
from annotate.publish.answering import answering, page, page_number
from annotate.publish.corpora import Corpus
from annotate.publish.macros import written
from annotate.store.kept import kept

PAGE = 20
"""Quantities on a page."""

COUNTED = (of_corpus, sums_of_corpus)
"""What is put together from the whole corpus, kept as long as the file stays as it is."""

SUMS = "sums"
NAMES = ledger.SHOWN | {SUMS: "sums that the texts state"}
"""What a reader can have shown, and what it is called."""


@answering
async def figures(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of figures."""
    words = (request.args.get("about") or "").strip()
    entries = await corpus.ask(lambda conn: kept(conn, of_corpus))
    sums = ledger.sought(await corpus.ask(lambda conn: kept(conn, sums_of_corpus)), words)
    counts = {name: len(ledger.chosen(entries, name, words)) for name in ledger.SHOWN}
    counts[SUMS] = len(sums)
    shown = request.args.get("show") or next((name for name in counts if counts[name]), "all")
    if shown not in counts:
        raise RequestError(f"no figures {shown!r}; there are {', '.join(counts)}")
    found = sums if shown == SUMS else ledger.chosen(entries, shown, words)
    number = page_number(request.args.get("page"))
    context = {
        "corpus": corpus,
        "about": words,
        "shown": shown,
        "choices": [(name, NAMES[name], counts[name]) for name in counts],
        "page": number,
        "pages": -(-len(found) // PAGE),
        "total": len(found),
        "found": [ledger.laid_out(each) for each in found[(number - 1) * PAGE : number * PAGE]],
        "pictures": written("chart"),
    }
    return await page(datasette, request, "figures", context)
