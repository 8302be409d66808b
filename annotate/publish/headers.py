"""What browsers and robots are told about the pages: which scripts run, and that none is framed.

The words of the articles come from the web. They are escaped by the templates; these headers are
the second lock, on our pages and on Datasette's own.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from annotate.publish import scripts

_NOTHING = ("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")

POLICY = "; ".join(
    (
        *_NOTHING,
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
    )
)
"""Of our pages: no script but our files, no style but our sheets."""

DATA = "; ".join((*_NOTHING, "sandbox"))
"""Of what is no page: a browser that shows it does nothing else."""

_ALWAYS: Mapping[str, str] = MappingProxyType(
    {
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }
)

FILED = "; ".join(
    (
        "default-src 'none'",
        "base-uri 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'none'",
    )
)
"""What pages that are files tell browsers themselves."""

HEADERS: Mapping[str, str] = MappingProxyType({"content-security-policy": POLICY, **_ALWAYS})
"""Of every page of ours."""

UNSEEN: Mapping[str, str] = MappingProxyType({"x-robots-tag": "noindex, nofollow, noarchive"})
"""What robots are told unless the corpus says otherwise."""

Headers = list[tuple[bytes, bytes]]


def guarded(app: Any, *, robots: bool) -> Any:
    """An application whose every answer carries these headers, those that it has set itself kept.

    robots: whether search engines may list the pages.
    """
    more = _ALWAYS if robots else {**_ALWAYS, **UNSEEN}

    async def answering(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        held: list[dict[str, Any]] = []

        async def sending(message: dict[str, Any]) -> None:
            """Hold a page back until it is whole, as its policy names its scripts."""
            if message["type"] == "http.response.start" and not _wants_hashes(message):
                await send(_told(message, more, DATA))
            elif held or message["type"] == "http.response.start":
                held.append(message)
                if message["type"] == "http.response.body" and not message.get("more_body"):
                    await _let_go(held, more, send)
            else:
                await send(message)

        await app(scope, receive, sending)

    return answering


async def _let_go(held: list[dict[str, Any]], more: Mapping[str, str], send: Any) -> None:
    start, *pieces = held
    page = b"".join(each.get("body", b"") for each in pieces).decode("utf-8", "replace")
    await send(_told(start, more, _policy_for(page)))
    for each in pieces:
        await send(each)


def _policy_for(page: str) -> str:
    """The strictest policy under which a page of Datasette's own does what it does."""
    has_styles = "<style" in page or "style=" in page  # by which tables are told apart in colour
    script = " ".join(["script-src 'self'", *scripts.hashes(page), *scripts.handlers(page)])
    style = "style-src 'self'" + (" 'unsafe-inline'" if has_styles else "")
    rest = ("img-src 'self' data:", "connect-src 'self'", "form-action 'self'")
    return "; ".join((*_NOTHING, script, style, *rest))


def _wants_hashes(start: dict[str, Any]) -> bool:
    named = _named(start.get("headers", []))
    is_page = named.get(b"content-type", b"").startswith(b"text/html")
    return is_page and b"content-security-policy" not in named


def _told(start: dict[str, Any], more: Mapping[str, str], policy: str) -> dict[str, Any]:
    given: Headers = list(start.get("headers", []))
    named = _named(given)
    ours = {**more, "content-security-policy": policy}
    added = [(key.encode(), value.encode()) for key, value in ours.items()]
    return {**start, "headers": [*given, *(each for each in added if each[0] not in named)]}


def _named(headers: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    return {name.lower(): value for name, value in headers}
