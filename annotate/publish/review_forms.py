"""What the forms of the pages on which people decide send, and what is done about it.

What is decided goes the way that the terminal's decisions go: into the log first, then over the
article in the database.
"""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs

from datasette import Response

from annotate.errors import DecisionError
from annotate.publish import inside, queued
from annotate.publish.corpora import Corpus
from annotate.publish.room import Room, require_own
from annotate.review import deciding, values
from annotate.review.desk import Desk
from annotate.store import laid, queries

TYPED = "typed"
"""What Enter in a field asks for: that what was typed is kept, as a correction or as a note."""

PREFIX = "field-"
"""What the names of the form's fields begin with."""


Form = Mapping[str, list[str]]


@inside.only
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
    return _to(queued.address(corpus.addresses, _one(form, "back"), stays, done=span))


@inside.only
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


@inside.only
async def undo(request: Any, _: Any, corpus: Corpus, room: Room) -> Any:
    """What was decided last about a finding, or in one go, taken back."""
    form = await _posted(request)
    span, batch = _one(form, "span"), _one(form, "batch")
    if batch:
        await _at_the_desk(room, lambda desk: deciding.undo_batch(desk, batch))
    else:
        await _at_the_desk(room, lambda desk: deciding.undo(desk, [span]))
    return _to(queued.address(corpus.addresses, _one(form, "back"), span, done=span))


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


def _to(address: str) -> Any:
    return Response("", status=303, headers={**inside.HEADERS, "location": address})
