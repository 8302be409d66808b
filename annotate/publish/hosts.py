"""Answers only to who asks for this machine by its own name.

A page of the web may point a name of its own at 127.0.0.1 and so read, in a visitor's browser,
what the visitor's machine serves to itself. The name that such a request asks for gives it away.
"""

from collections.abc import Collection
from typing import Any

REFUSAL = (
    b"This server answers on this machine only; to serve others, start it with --host 0.0.0.0\n"
)


def only_for(app: Any, names: Collection[str]) -> Any:
    """An application that refuses requests for other hosts than these."""

    async def guarded(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or _host(scope["headers"]) in names:
            await app(scope, receive, send)
            return
        headers = [(b"content-type", b"text/plain; charset=utf-8")]
        await send({"type": "http.response.start", "status": 421, "headers": headers})
        await send({"type": "http.response.body", "body": REFUSAL})

    return guarded


def _host(headers: Any) -> str:
    """The host that a request asks for, without its port; "" if it names none or several."""
    named: list[str] = [
        value.decode("latin-1") for name, value in headers if name.lower() == b"host"
    ]
    if len(named) != 1:
        return ""
    host = named[0].strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]
