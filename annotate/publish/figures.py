"""The page of figures: what the corpus says of each quantity, as of when, and by whom."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from annotate.errors import RequestError
from annotate.publish.answering import answering, page, page_number, pages_of
from annotate.publish.corpora import Corpus
from annotate.publish.ledger import Reckoned, Shown, laid_out, reckoned
from annotate.publish.macros import written
from annotate.store import ledger, markup
from annotate.store.ledger import Kept

PAGE = 20
"""Quantities on a page."""

FIGURES = 100
"""Figures on a page of one quantity."""

NAMES = {
    "contested": "contested",
    "compared": "given more than once",
    "all": "all",
    ledger.SUMS: "sums that the texts state",
}
"""What a reader can have shown, and what it is called."""


@answering
async def figures(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of figures, or of one quantity of them."""
    number = page_number(request.args.get("page"))
    key, asked = request.args.get("quantity"), request.args
    told = await corpus.ask(
        lambda conn: _of_one(conn, key, number) if key else _of_many(conn, asked, number)
    )
    context = {"corpus": corpus, "page": number, "pictures": written("chart"), **told}
    return await page(datasette, request, "figures", context)


def _of_one(conn: sqlite3.Connection, key: str, number: int) -> dict[str, Any]:
    """What the page of one quantity shows. Raises RequestError if there is none of this key."""
    found = ledger.named(conn, key, first=(number - 1) * FIGURES, most=FIGURES)
    if not found:
        raise RequestError(f"no quantity {key!r}; the page of figures lists them")
    return {
        "quantity": found[0].entry,
        "pages": max(pages_of(each.size, FIGURES) for each in found),
        "found": _laid_out(conn, found),
    }


def _of_many(conn: sqlite3.Connection, asked: Any, number: int) -> dict[str, Any]:
    """What the page of all quantities shows. Raises RequestError for what cannot be shown."""
    words = (asked.get("about") or "").strip()
    counts = ledger.counted(conn, words)
    shown = asked.get("show") or next((name for name in NAMES if counts[name]), "all")
    if shown not in NAMES:
        raise RequestError(f"no figures {shown!r}; there are {', '.join(NAMES)}")
    return {
        "about": words,
        "shown": shown,
        "choices": [(name, called, counts[name]) for name, called in NAMES.items()],
        "pages": pages_of(counts[shown], PAGE),
        "found": _listed(conn, shown, words, offset=(number - 1) * PAGE),
    }


def _listed(
    conn: sqlite3.Connection, shown: str, words: str, *, offset: int
) -> list[Shown] | list[Reckoned]:
    if shown == ledger.SUMS:
        sums = ledger.sums(conn, words, limit=PAGE, offset=offset)
        hidden = markup.of(conn, (each.claim.figure.document for each in sums))
        return [reckoned(each, hidden) for each in sums]
    return _laid_out(conn, ledger.listed(conn, shown, words, limit=PAGE, offset=offset))


def _laid_out(conn: sqlite3.Connection, found: Sequence[Kept]) -> list[Shown]:
    lines = (line for each in found for row in each.entry.rows for line in row.lines)
    hidden = markup.of(conn, (line.figure.document for line in lines))
    return [laid_out(each, hidden) for each in found]
