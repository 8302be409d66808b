"""What is answered at addresses that no page has: a sentence, and the way back.

Datasette, where it can import `rich`, prints every refusal to the terminal with all values of every
call, and where nothing was raised it fails over that with a bare error 500. We bring `rich` along
for our own command, so we also keep Datasette from it.
"""

from collections.abc import Awaitable
from typing import Any

from datasette import NotFound

from annotate.publish.answering import page
from annotate.publish.corpora import corpus_for


def keep_quiet() -> None:
    """Have Datasette tell of errors as it does without `rich`."""
    from datasette import handle_exception  # cannot be loaded before Datasette's plugins are

    handle_exception.rich = None


def answer(datasette: Any, request: Any, exception: Exception) -> Awaitable[Any] | None:
    """The page for an address of ours that leads nowhere; None where the answer is Datasette's."""
    is_ours = request.path.startswith("/-/") and not request.path.endswith(".json")
    return _page(datasette, request) if is_ours and isinstance(exception, NotFound) else None


async def _page(datasette: Any, request: Any) -> Any:
    corpus = await corpus_for(datasette, request)
    if corpus is None:
        return None
    context = {"corpus": corpus, "message": "no page has this address; it may be cut off"}
    return await page(datasette, request, "missing", context, status=404)
