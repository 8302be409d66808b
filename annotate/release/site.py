"""The reading pages of a publication as files, for a host that only hands out files.

They are the pages that a server would show of the published database, by the same templates. Links
are followed from the first page on, and each page that is reached becomes a file; what asks a
server (search, facets, forms) is left out by the templates.
"""

import asyncio
import posixpath
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from html import unescape
from importlib import resources
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Request

from annotate.publish import filed, register_routes, server
from annotate.publish.addresses import segment_place
from annotate.publish.contents import contents
from annotate.publish.filed import Filed, Place, Shelf
from annotate.store import database as store
from annotate.store import queries

_LINK = re.compile(r'\s(?:href|src)="([^"#:]+)[#"]')


def write(database: Path, folder: Path, *, robots: bool) -> int:
    """Write the pages of a database into a folder; how many files they are.

    robots: whether search engines may list them.
    """
    with closing(store.open_for_reading(database)) as conn:
        shelf = Shelf(place_of=lambda span: _place(conn, span), is_listed=robots)
        return asyncio.run(_Press(database, folder, shelf).run())


def _place(conn: Any, span: str) -> Place:
    document, layer, n, number = queries.standing(conn, span)
    return document, span if layer == "quote" else segment_place(n, number)


class _Press:
    """The pages of one database on their way into a folder."""

    def __init__(self, database: Path, folder: Path, shelf: Shelf) -> None:
        self.datasette = server.application(database)
        self.folder = folder
        self.shelf = shelf
        first = [(r"^/$", contents)]
        self.views = [(re.compile(route), view) for route, view in (*first, *register_routes())]

    async def run(self) -> int:
        """Write the first page and all that links lead to from there; how many files they are."""
        await self.datasette.invoke_startup()
        try:
            waiting, written = [self.shelf.file("/")], 0
            known = set(waiting)
            while waiting:
                here = waiting.pop()
                body = await self._print(here)
                written += 1
                fresh = [each for each in _links(here, body) if each not in known]
                waiting += [each for each in fresh if each in self.shelf.addresses]
                known.update(waiting)
        finally:
            for each in self.datasette.databases.values():
                each.close()
        return written + self._dress()

    async def _print(self, here: str) -> bytes:
        """Write the page that a file is; its bytes."""
        address = self.shelf.addresses[here]
        view, found = self._view(address.partition("?")[0])
        request = Request.fake(address, url_vars=found)
        request.scope["csrftoken"] = str  # Datasette asks for one; a file has no form that posts
        request.scope[filed.MARK] = Filed(path=str, shelf=self.shelf, here=here)
        answer = await view(request, self.datasette)
        pieces: list[bytes] = []

        async def take(message: Any) -> None:
            pieces.append(message.get("body", b""))

        await answer.asgi_send(take)
        body = b"".join(pieces)
        path = self.folder / here
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(body)
        return body

    def _view(self, path: str) -> tuple[Callable[..., Awaitable[Any]], dict[str, str]]:
        found = ((route.match(path), view) for route, view in self.views)
        return next((view, match.groupdict()) for match, view in found if match)

    def _dress(self) -> int:
        """Write the styles and scripts that the pages ask for; how many."""
        assets = self.folder / filed.ASSETS
        assets.mkdir(exist_ok=True)
        for name in self.shelf.assets:
            source = resources.files("annotate.publish") / "static" / name
            (assets / name).write_bytes(source.read_bytes())
        return len(self.shelf.assets)


def _links(here: str, body: bytes) -> Iterator[str]:
    """The files that a page leads to."""
    if here.endswith(".html"):
        for link in dict.fromkeys(_LINK.findall(body.decode())):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(here), unescape(link)))
