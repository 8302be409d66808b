"""The pages on which people decide, on a server that was started for it; elsewhere they are absent.

Each page is a form that works without a script; `review_forms.py` does what they ask for.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from annotate.errors import DecisionError
from annotate.model import Document, Span
from annotate.publish import around, inside, queued, review_forms
from annotate.publish.addresses import named
from annotate.publish.answering import page_number, pages_of
from annotate.publish.corpora import Corpus
from annotate.publish.notes import note as noted
from annotate.publish.room import Room
from annotate.review import values
from annotate.store import cases, decisions, laid, queries, queue, surroundings

PAGE = 10
"""Findings on a page of the queue."""

PREVIEWED = 50
"""Identical cases that are shown before all of them are decided in one go."""

NEAR = 80
"""Characters on each side of an identical case, of its paragraph."""


@inside.only
async def listed(request: Any, datasette: Any, corpus: Corpus, room: Room) -> Any:
    """The queue: what waits, the least sure first."""
    wanted = {name: request.args.get(name) or "" for name in queued.FILTERS}
    if wanted["layer"] not in ("", *queue.LAYERS):
        raise DecisionError(f"unknown layer {wanted['layer']!r}")
    asked, last = page_number(request.args.get("page")), request.args.get("done") or ""
    context = await corpus.ask(lambda conn: _queued(conn, wanted, asked, last))
    context |= {"corpus": corpus, "room": room, "wanted": wanted, "per_page": PAGE}
    return await inside.page(datasette, request, "review", context)


def _queued(conn: Any, wanted: Mapping[str, str], asked: int, last: str) -> dict[str, Any]:
    """A page of the queue. last: the finding that was decided about just now."""
    number, found, left = _waiting(conn, wanted, asked)
    here = {**wanted, "page": str(number) if number > 1 else ""}
    topics = {topic.key: topic.statement for topic in queries.topics(conn)}
    history = decisions.of_span(conn, last) if last else []
    return {
        "waiting": [
            (
                each,
                noted(laid.shown(conn, each.id), topics),
                around.seen(surroundings.around(conn, each.id, each.layer)),
                queued.place({**here, "next": _after(found, n)}),
            )
            for n, each in enumerate(found)
        ],
        "left": left,
        "number": number,
        "back": queued.place(here),
        "proposed": queue.count_proposed(conn),
        "coverage": queue.coverage(conn),
        "makers": queue.makers(conn, wanted["layer"]),
        "last": history[-1:],
        "before": [each for each in history[-2:-1] if each.state == "superseded"],
        "disputed": queue.disputes(conn),
    }


def _waiting(
    conn: Any, wanted: Mapping[str, str], asked: int
) -> tuple[int, list[queue.Waiting], int]:
    """A page of the queue, the last one if fewer are left: its number, its findings, how many."""
    narrowed = {"by": wanted["by"], "document": wanted["document"]}
    if wanted["proposals"]:
        left, some = queue.count_proposed(conn, **narrowed), queue.proposed
    else:
        narrowed["layer"] = wanted["layer"]
        left, some = queue.count(conn, **narrowed), queue.waiting
    number = max(1, min(asked, pages_of(left, PAGE)))
    return number, some(conn, **narrowed, limit=PAGE, offset=(number - 1) * PAGE), left


def _after(found: Sequence[queue.Waiting], n: int) -> str:
    """The finding that comes after one on its page, or before the last one; "" if it is alone."""
    others = [*found[n + 1 : n + 2], *found[:n][-1:]]
    return others[0].id if others else ""


@inside.only
async def finding(request: Any, datasette: Any, corpus: Corpus, room: Room) -> Any:
    """One finding: its fields to correct, what was decided about it, and its like."""
    wanted = named(request.url_vars["id"])
    context = await corpus.ask(lambda conn: _looked_at(conn, wanted))
    back = queued.safe(request.args.get("back"))
    context |= {"corpus": corpus, "room": room, "back": back}
    context |= {"queue": queued.address(corpus.addresses, back, wanted)}
    return await inside.page(datasette, request, "review-finding", context)


def _looked_at(conn: Any, wanted: str) -> dict[str, Any]:
    """A finding as it is shown, as the machine made it, and what people decided about it."""
    document, shown, machine = laid.machine(conn, wanted)
    standing = laid.standings(conn, document.id).get(wanted)
    gone = {each.span.id: each for each in laid.overruled(conn, document)}.get(wanted)
    topics = {topic.key: topic.statement for topic in queries.topics(conn)}
    alike = cases.alike(conn, wanted, shown.layer, limit=PREVIEWED)
    is_cut = len(alike) == PREVIEWED
    return {
        "document": document,
        "span": shown,
        "note": noted(shown, topics),
        "machine": noted(machine, topics) if machine != shown else None,
        "standing": standing,
        "gone": gone if standing is None else None,
        "around": around.of(document, shown),
        "fields": _fields(document, shown),
        "history": decisions.of_span(conn, wanted),
        "alike": [
            (each, around.seen(surroundings.around(conn, each.id, each.layer, most=NEAR)))
            for each in alike
        ],
        "count_alike": cases.count(conn, wanted, shown.layer) if is_cut else len(alike),
    }


@inside.only
async def missing(request: Any, datasette: Any, corpus: Corpus, room: Room) -> Any:
    """The form for a finding that the machine lacks."""
    document_id = request.args.get("document") or ""
    layer = request.args.get("layer") or "entity"
    context = {
        "corpus": corpus,
        "room": room,
        "document": await corpus.ask(lambda conn: queries.document(conn, document_id)),
        "layer": layer,
        "layers": list(values.FIELDS),
        "fields": [(each, each.default or "") for each in values.fields(layer)],
        "quote": request.args.get("words") or "",
        "required": [each.name for each in values.fields(layer) if values.is_chosen(each)],
    }
    return await inside.page(datasette, request, "review-add", context)


def _fields(document: Document, span: Span) -> list[tuple[values.Field | None, str, str]]:
    """The fields of a finding with what they say; its own words first."""
    said = values.shown(document, span)
    rest = [(each, each.name, said[each.name]) for each in values.fields(span.layer)]
    return [(None, values.WORDS, said[values.WORDS]), *rest]


ROUTES: Sequence[tuple[str, Any]] = (
    (r"^/-/review$", listed),
    (r"^/-/review/finding/(?P<id>[^/]+)$", finding),
    (r"^/-/review/missing$", missing),
    (r"^/-/review/decide$", review_forms.decide),
    (r"^/-/review/add$", review_forms.add),
    (r"^/-/review/undo$", review_forms.undo),
)
"""The pages and where they lie."""
