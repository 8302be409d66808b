"""How every page of ours answers: of the corpus that the request means, with our headers."""

from collections.abc import Awaitable, Callable
from typing import Any

from datasette import NotFound, Response

from annotate.errors import RequestError
from annotate.publish.corpora import Corpus, corpus_for
from annotate.publish.headers import HEADERS
from annotate.publish.writing import page_of

View = Callable[[Any, Any, Corpus], Awaitable[Any]]
"""A page: what is asked, the Datasette that is asked, the corpus that is meant."""


def answering(view: View) -> Callable[[Any, Any], Awaitable[Any]]:
    """A page as Datasette asks for it: of the corpus that the request means.

    What is not there gets a page that says so. Where no corpus is served, there is no page of ours.
    """

    async def answer(request: Any, datasette: Any) -> Any:
        corpus = await corpus_for(datasette, request)
        if corpus is None:
            raise NotFound("no corpus is served here, or none of this name")
        try:
            return await view(request, datasette, corpus)
        except RequestError as error:
            context = {"corpus": corpus, "message": str(error)}
            return await page(datasette, request, "missing", context, status=404)

    return answer


async def renewed(name: str, send: Any) -> None:
    """The answer of every page, Datasette's own too, once an unchanging file has changed: SQLite
    would mix what it has read of it with what stands in it now. name: the file's.
    """
    said = f"{name} has been built anew since it is served; end `annotate serve` and start it again"
    await Response.text(said, status=503, headers=dict(HEADERS)).asgi_send(send)


async def page(
    datasette: Any, request: Any, name: str, context: dict[str, Any], *, status: int = 200
) -> Any:
    """The answer that a template of ours writes. name: the template's.

    Raises RequestError for a page of results behind the last one.
    """
    last = max(1, context.get("pages", 1))
    if context.get("page", 1) > last:
        raise RequestError(
            f"there is no page {context['page']:,} of this; the last one is {last:,}"
        )
    body = page_of(datasette, request, name, context)
    return Response.html(body, status=status, headers=dict(HEADERS))


def pages_of(total: int, size: int) -> int:
    """How many pages so many entries take, so many of them on each."""
    return -(-total // size)


def page_number(written: str | None) -> int:
    """Which page of several an address asks for: the first unless it says a number."""
    known = written is not None and written.isascii() and written.isdigit() and len(written) < 6
    return max(1, int(written or "1")) if known else 1
