"""Pages that are there only on a server that was started for deciding."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from datasette import NotFound, Response

from annotate.errors import DecisionError
from annotate.publish import headers
from annotate.publish.answering import answering
from annotate.publish.corpora import Corpus
from annotate.publish.room import Room, of
from annotate.publish.writing import page_of

View = Callable[[Any, Any, Corpus, Room], Awaitable[Any]]


def only(view: View) -> Callable[[Any, Any], Awaitable[Any]]:
    """A page that is there only where people may decide."""

    async def inside(request: Any, datasette: Any, corpus: Corpus) -> Any:
        room = of(request)
        if room is None or corpus.database.path is None or corpus.name != room.database.stem:
            raise NotFound("nobody decides here; `annotate serve --review` starts a server for it")
        try:
            return await view(request, datasette, corpus, room)
        except DecisionError as error:
            context = {"corpus": corpus, "message": str(error), "heading": "Not done"}
            return await page(datasette, request, "missing", context, status=400)

    return answering(inside)


async def page(
    datasette: Any, request: Any, name: str, context: Mapping[str, Any], *, status: int = 200
) -> Any:
    """What a template makes of a context, as the answer to a request."""
    body = page_of(datasette, request, name, context)
    return Response.html(body, status=status, headers=dict(HEADERS))


HEADERS = {**headers.HEADERS, "referrer-policy": "same-origin", "cache-control": "no-store"}
"""A form's request says where it comes from, so that others' can be refused."""
