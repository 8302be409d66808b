"""The page of figures: what the corpus says of each quantity, as of when, and by whom."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from annotate.errors import RequestError
from annotate.figures import Entry, of_corpus, sums_of_corpus
from annotate.figures.sums import Sum
from annotate.publish import ledger
from annotate.publish.answering import answering, page, page_number
from annotate.publish.corpora import Corpus
from annotate.publish.macros import written
from annotate.store.kept import kept

PAGE = 20
"""Quantities on a page."""

FIGURES = 100
"""Figures on a page of one quantity."""


def listed(conn: sqlite3.Connection) -> list[ledger.Listed]:
    """The quantities of a corpus, ready to be sought."""
    return ledger.listed(of_corpus(conn))


COUNTED = (listed, sums_of_corpus)
"""What is put together from the whole corpus, kept as long as the file stays as it is."""

SUMS = "sums"
NAMES = ledger.SHOWN | {SUMS: "sums that the texts state"}
"""What a reader can have shown, and what it is called."""


@answering
async def figures(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of figures, or of one quantity of them."""
    entries = await corpus.ask(lambda conn: kept(conn, listed))
    number = page_number(request.args.get("page"))
    context = {"corpus": corpus, "page": number, "pictures": written("chart")}
    key = request.args.get("quantity")
    if key:
        context |= _of_one(entries, key, number)
    else:
        sums = await corpus.ask(lambda conn: kept(conn, sums_of_corpus))
        context |= _of_many(entries, sums, request.args, number)
    return await page(datasette, request, "figures", context)


def _of_one(entries: list[ledger.Listed], key: str, number: int) -> dict[str, Any]:
    """What the page of one quantity shows. Raises RequestError if there is none of this key."""
    found = ledger.named(entries, key)
    if not found:
        raise RequestError(f"no quantity {key!r}; the page of figures lists them")
    first = (number - 1) * FIGURES
    return {
        "quantity": found[0],
        "pages": max(-(-each.size // FIGURES) for each in found),
        "found": [ledger.laid_out_whole(each, first=first, most=FIGURES) for each in found],
    }


def _of_many(
    entries: list[ledger.Listed], every: list[Sum], asked: Any, number: int
) -> dict[str, Any]:
    """What the page of all quantities shows. Raises RequestError for what cannot be shown."""
    words = (asked.get("about") or "").strip()
    sums = ledger.sought(every, words)
    chosen = {name: ledger.chosen(entries, name, words) for name in ledger.SHOWN}
    lists: dict[str, Sequence[Entry | Sum]] = {**chosen, SUMS: sums}
    shown = asked.get("show") or next((name for name in lists if lists[name]), "all")
    if shown not in lists:
        raise RequestError(f"no figures {shown!r}; there are {', '.join(lists)}")
    found = lists[shown]
    return {
        "about": words,
        "shown": shown,
        "choices": [(name, NAMES[name], len(lists[name])) for name in lists],
        "pages": -(-len(found) // PAGE),
        "found": [ledger.laid_out(each) for each in found[(number - 1) * PAGE : number * PAGE]],
    }
