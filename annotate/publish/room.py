"""A server that people decide through: who may, and that each request is their own.

Nothing is written unless the server was started for it; such a server hands each request its room:
the folder of decisions, the database and the coder. It answers this machine alone, or whoever knows
the password. A page of another site that makes a visitor's browser ask us is told from one of ours
by what browsers say of a request's origin.
"""

import base64
import binascii
import hmac
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from annotate.errors import DecisionError, RequestError
from annotate.review.desk import Desk
from annotate.store import database as store

MARK = "annotate.room"
"""Where a request carries the room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What decisions are written to, and who makes them."""

    database: Path
    folder: Path
    coder: str

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The database open for decisions."""
        with closing(store.open_for_writing(self.database)) as conn:
            yield Desk(conn=conn, folder=self.folder, coder=self.coder)


def of(request: Any) -> Room | None:
    """The room of a request, None where nobody may decide."""
    found: Room | None = request.scope.get(MARK) if request is not None else None
    return found


def opened(app: Any, room: Room) -> Any:
    """An application that hands each request the room."""

    async def reviewing(scope: Any, receive: Any, send: Any) -> None:
        await app({**scope, MARK: room} if scope["type"] == "http" else scope, receive, send)

    return reviewing


def require_own(request: Any) -> None:
    """Raises DecisionError for a request that a page of another site made, or that may be one."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        own = site == "same-origin"
    else:
        origin = request.headers.get("origin") or ""
        own = bool(origin) and urlsplit(origin).netloc == request.headers.get("host")
    if not own:
        raise DecisionError("this does not come from a page of this server; nothing was decided")


def locked(app: Any, password: str) -> Any:
    """An application that answers only to who knows the password, under whatever name.

    Raises RequestError for a password that is too short to be one.
    """
    if len(password) < SHORTEST:
        raise RequestError(f"the password is too short; take {SHORTEST} characters or more")

    async def guarded(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or _knows(scope["headers"], password):
            await app(scope, receive, send)
            return
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"www-authenticate", b'Basic realm="annotate", charset="UTF-8"'),
        ]
        await send({"type": "http.response.start", "status": 401, "headers": headers})
        await send({"type": "http.response.body", "body": b"A password is needed here.\n"})

    return guarded


SHORTEST = 12
"""Characters of a password at least: it guards against who tries from the network."""


def _knows(headers: Any, password: str) -> bool:
    given = [value for name, value in headers if name.lower() == b"authorization"]
    if len(given) != 1 or not given[0].lower().startswith(b"basic "):
        return False
    try:
        _, _, said = base64.b64decode(given[0][6:], validate=True).partition(b":")
    except binascii.Error:
        return False
    return hmac.compare_digest(said, password.encode())


def guard(app: Any, *, is_local: bool, password: str | None) -> Callable[..., Any]:
    """The application behind what a server for decisions needs.

    Raises RequestError where others could decide without a password.
    """
    if password:
        found: Callable[..., Any] = locked(app, password)
        return found
    if not is_local:
        raise RequestError(
            "others could decide here; set a password in ANNOTATE_PASSWORD, or leave out --host"
        )
    local: Callable[..., Any] = app
    return local
