"""The pages on which people decide, on a server that was started for it; elsewhere they are absent.

Each page is a form that works without a script. What is decided goes the way that the terminal's
decisions go: into the log first, then over the article in the database.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

from datasette import NotFound, Response

from annotate.errors import DecisionError
from annotate.model import Document, Span
from annotate.publish import around
from annotate.publish.addresses import Addresses, named
from annotate.publish.answering import answering, page_number, pages_of
from annotate.publish.corpora import Corpus
from annotate.publish.headers import HEADERS
from annotate.publish.notes import note as noted
from annotate.publish.room import Room, of, require_own
from annotate.publish.writing import page_of
from annotate.review import deciding, values
from annotate.review.desk import Desk
from annotate.store import decisions, laid, queries, queue

PAGE = 10
"""Findings on a page of the queue."""

PREVIEWED = 50
"""Identical cases that are shown before all of them are decided in one go."""

NEAR = 80
"""Characters on each side of an identical case, of its paragraph."""

FILTERS = ("layer", "by", "document", "proposals")
"""What a queue is narrowed by; "proposals" if it is of what shows only once it is accepted."""

WAY_BACK = (*FILTERS, "page", "next")
"""What tells where in the queue one came from; "next" is the finding to go on with."""

TYPED = "typed"
"""What Enter in a field asks for: that what was typed is kept, as a correction or as a note."""

PREFIX = "field-"
"""What the names of the form's fields begin with."""


Form = Mapping[str, list[str]]

View = Callable[[Any, Any, Corpus, Room], Awaitable[Any]]


def _in_the_room(view: View) -> Callable[[Any, Any], Awaitable[Any]]:
    """A page that is there only where people may decide."""

    async def inside(request: Any, datasette: Any, corpus: Corpus) -> Any:
        room = of(request)
        if room is None or corpus.database.path is None or corpus.name != room.database.stem:
            raise NotFound("nobody decides here; `annotate serve --review` starts a server for it")
        try:
            return await view(request, datasette, corpus, room)
        except DecisionError as error:
            context = {"corpus": corpus, "message": str(error), "heading": "Not done"}
            return await _page(datasette, request, "missing", context, status=400)

    return answering(inside)


@_in_the_room
async def listed(request: Any, datasette: Any, corpus: Corpus, room: Room) -> Any:
    """The queue: what waits, the least sure first."""
    wanted = {name: request.args.get(name) or "" for name in FILTERS}
    if wanted["layer"] not in ("", *queue.LAYERS):
        raise DecisionError(f"unknown layer {wanted['layer']!r}")
    asked, last = page_number(request.args.get("page")), request.args.get("done") or ""
    context = await corpus.ask(lambda conn: _queued(conn, wanted, asked, last))
    context |= {"corpus": corpus, "room": room, "wanted": wanted, "per_page": PAGE}
    return await _page(datasette, request, "review", context)


def _queued(conn: Any, wanted: Mapping[str, str], asked: int, last: str) -> dict[str, Any]:
    """A page of the queue. last: the finding that was decided about just now."""
    number, found, left = _waiting(conn, wanted, asked)
    here = {**wanted, "page": str(number) if number > 1 else ""}
    topics = {topic.key: topic.statement for topic in queries.topics(conn)}
    return {
        "waiting": [
            (
                each,
                noted(laid.shown(conn, each.id), topics),
                around.seen(queue.around(conn, each.id, each.layer)),
                _back({**here, "next": _after(found, n)}),
            )
            for n, each in enumerate(found)
        ],
        "left": left,
        "number": number,
        "back": _back(here),
        "proposed": queue.count_proposed(conn),
        "coverage": queue.coverage(conn),
        "makers": queue.makers(conn, wanted["layer"]),
        "last": decisions.of_span(conn, last)[-1:] if last else [],
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


@_in_the_room
async def finding(request: Any, datasette: Any, corpus: Corpus, room: Room) -> Any:
    """One finding: its fields to correct, what was decided about it, and its like."""
    wanted = named(request.url_vars["id"])
    context = await corpus.ask(lambda conn: _looked_at(conn, wanted))
    back = _safe_back(request.args.get("back"))
    context |= {"corpus": corpus, "room": room, "back": back}
    context |= {"queue": _queue(corpus.addresses, back, wanted)}
    return await _page(datasette, request, "review-finding", context)


def _looked_at(conn: Any, wanted: str) -> dict[str, Any]:
    """A finding as it is shown, as the machine made it, and what people decided about it."""
    document, shown, machine = laid.machine(conn, wanted)
    standing = laid.standings(conn, document.id).get(wanted)
    gone = {each.span.id: each for each in laid.overruled(conn, document)}.get(wanted)
    topics = {topic.key: topic.statement for topic in queries.topics(conn)}
    alike = queue.alike(conn, wanted, shown.layer, limit=PREVIEWED)
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
            (each, around.seen(queue.around(conn, each.id, each.layer, most=NEAR)))
            for each in alike
        ],
        "count_alike": queue.count_alike(conn, wanted, shown.layer) if is_cut else len(alike),
    }


@_in_the_room
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
    return await _page(datasette, request, "review-add", context)


@_in_the_room
async def decide(request: Any, _: Any, corpus: Corpus, room: Room) -> Any:
    """What a form says is decided, then the page that one came from."""
    form = await _posted(request)
    span, action = _one(form, "span"), _one(form, "action")
    note = _one(form, "note")
    is_typed = action in ("correct", TYPED)
    given = await corpus.ask(lambda conn: _given(conn, span, form)) if is_typed else {}
    if action == TYPED:
        action = "correct" if given else "note"

    def work(desk: Desk) -> None:
        wanted = deciding.with_alike(desk, [span]) if _one(form, "like") else [span]
        deciding.decide(desk, action, wanted, given=given, note=note)

    if action not in ("accept", "reject", "correct", "note"):
        raise DecisionError(f"unknown action {action!r}")
    await _at_the_desk(room, work)
    stays = span if action == "note" else ""
    return _to(_queue(corpus.addresses, _one(form, "back"), stays, done=span))


@_in_the_room
async def add(request: Any, _: Any, corpus: Corpus, room: Room) -> Any:
    """What a form adds, then the article."""
    form = await _posted(request)
    document, layer = _one(form, "document"), _one(form, "layer")
    known = {each.name for each in values.fields(layer)}
    given = {name: said for name, said in _named_fields(form).items() if name in known and said}
    near = await corpus.ask(lambda conn: _near(conn, document, _one(form, "paragraph")))
    words, note = _one(form, "words"), _one(form, "note")
    made = await _at_the_desk(
        room,
        lambda desk: deciding.add(desk, document, words, layer, given=given, near=near, note=note),
    )
    return _to(corpus.addresses.article(document, made.span))


@_in_the_room
async def undo(request: Any, _: Any, corpus: Corpus, room: Room) -> Any:
    """What was decided last about a finding, or in one go, taken back."""
    form = await _posted(request)
    span, batch = _one(form, "span"), _one(form, "batch")
    if batch:
        await _at_the_desk(room, lambda desk: deciding.undo_batch(desk, batch))
    else:
        await _at_the_desk(room, lambda desk: deciding.undo(desk, [span]))
    return _to(_queue(corpus.addresses, _one(form, "back"), span, done=span))


def _near(conn: Any, document: str, paragraph: str) -> int | None:
    """Where a paragraph of a number starts; None if none is told."""
    if not paragraph.strip():
        return None
    numbered = {str(each.number): each for each in queries.document(conn, document).segments}
    if (found := numbered.get(paragraph.strip().lstrip("¶").strip())) is None:
        raise DecisionError(f"there is no paragraph {paragraph!r} in {document!r}")
    return found.start


async def _at_the_desk(room: Room, work: Callable[[Desk], Any]) -> Any:
    """What somebody does at the desk, in a thread of its own."""

    def sat() -> Any:
        with room.desk() as desk:
            return work(desk)

    return await asyncio.to_thread(sat)


async def _posted(request: Any) -> Form:
    """What a form of ours sent. Raises DecisionError if it is none of ours."""
    if request.method != "POST":
        raise DecisionError("decisions are sent by the forms of these pages")
    require_own(request)
    try:
        body = (await request.post_body()).decode()
        return parse_qs(body, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        raise DecisionError("this is no form of these pages") from None


def _one(form: Form, name: str) -> str:
    return form.get(name, [""])[-1].replace("\r\n", "\n")


def _named_fields(form: Form) -> dict[str, str]:
    return {name.removeprefix(PREFIX): _one(form, name) for name in form if name.startswith(PREFIX)}


def _given(conn: Any, span_id: str, form: Form) -> dict[str, str]:
    """The fields of a form whose words were changed."""
    document, shown, _ = laid.machine(conn, span_id)
    before = values.shown(document, shown)
    said = _named_fields(form)
    return {name: each for name, each in said.items() if before.get(name) != each}


def _fields(document: Document, span: Span) -> list[tuple[values.Field | None, str, str]]:
    """The fields of a finding with what they say; its own words first."""
    said = values.shown(document, span)
    rest = [(each, each.name, said[each.name]) for each in values.fields(span.layer)]
    return [(None, values.WORDS, said[values.WORDS]), *rest]


def _back(wanted: Mapping[str, str]) -> str:
    """The queue that one is in, as a part of an address."""
    return urlencode({name: each for name, each in wanted.items() if each})


def _safe_back(given: str | None) -> str:
    """The same, of what an address says: only what tells a place in the queue."""
    asked = parse_qs(given or "", max_num_fields=20)
    return _back({name: asked.get(name, [""])[-1] for name in WAY_BACK})


def _queue(addresses: Addresses, back: str, span: str = "", **more: str) -> str:
    """The address of the queue that one came from, at a finding, else at the one that is next."""
    asked = {name: each[-1] for name, each in parse_qs(_safe_back(back)).items()}
    following = asked.pop("next", "")
    anchor = span or following
    return addresses.view("review", **asked, **more) + (f"#{quote(anchor)}" if anchor else "")


def _to(address: str) -> Any:
    return Response("", status=303, headers={**_HEADERS, "location": address})


_HEADERS = {**HEADERS, "referrer-policy": "same-origin", "cache-control": "no-store"}
"""A form's request says where it comes from, so that others' can be refused."""


async def _page(
    datasette: Any, request: Any, name: str, context: Mapping[str, Any], *, status: int = 200
) -> Any:
    body = page_of(datasette, request, name, context)
    return Response.html(body, status=status, headers=dict(_HEADERS))


ROUTES: Sequence[tuple[str, Any]] = (
    (r"^/-/review$", listed),
    (r"^/-/review/finding/(?P<id>[^/]+)$", finding),
    (r"^/-/review/missing$", missing),
    (r"^/-/review/decide$", decide),
    (r"^/-/review/add$", add),
    (r"^/-/review/undo$", undo),
)
"""The pages and where they lie."""
