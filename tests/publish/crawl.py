"""The pages of a served corpus, found by following links: some of every kind."""

import re
from collections import Counter, deque
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from annotate.publish import register_routes
from tests.publish.pages import parsed

NOBODY = "nobody decides here"
"""What a server that is not for review says where decisions would be taken."""

EACH = 2
"""How many pages of one kind are looked at, of Datasette's own one."""


def seeds() -> list[str]:
    """The addresses of our pages that need nothing filled in, and the start page."""
    plain = (re.sub(r"[\^$\\]", "", route) for route, _ in register_routes())
    return ["/", *_THEIRS, *(each for each in plain if re.fullmatch(r"[/\w.-]+", each))]


_THEIRS = ("/-/versions", "/-/settings.json", "/-/plugins")


async def pages(client: Any, *, ours_alone: bool = False) -> dict[str, Any]:
    """Answers by address. ours_alone: leave out what Datasette answers itself."""
    found: dict[str, Any] = {}
    seen: Counter[Any] = Counter()
    waiting = deque(seeds())
    while waiting:
        address = waiting.popleft()
        kind = _kind(address)
        if (
            address in found
            or seen[kind] >= (EACH if kind[0] == "ours" else 1)
            or (ours_alone and not is_ours(address))
        ):
            continue
        seen[kind] += 1
        answer = await client.get(address, follow_redirects=True)
        if answer.status_code == HTTPStatus.NOT_FOUND and NOBODY in answer.text:
            continue  # pages of a server for review, which this one is not
        found[address] = answer
        if answer.headers.get("content-type", "").startswith("text/html"):
            links = parsed(answer.text).xpath("//a/@href")
            waiting.extend(str(link).partition("#")[0] for link in links if _is_local(str(link)))
    return found


def is_ours(address: str) -> bool:
    """Whether a page of ours answers to an address."""
    return _kind(address)[0] == "ours" and "_index" not in address


def _is_local(link: str) -> bool:
    """Whether a link leads to a page here; what begins with `/-/` is a page of ours."""
    is_page = link.startswith("/") and not link.startswith("//") and not link.endswith(".db")
    return is_page and (is_ours(link) or not link.startswith("/-/"))


def _kind(address: str) -> tuple[Any, ...]:
    """What pages of one kind have in common: their route and what is asked of it."""
    parts = urlsplit(address)
    asked = min(2, len({key for key, _ in parse_qsl(parts.query, keep_blank_values=True)}))
    for n, (route, _) in enumerate(register_routes()):
        if re.match(route, parts.path):
            return "ours", n, asked
    folders = parts.path.split("/")
    return "theirs", len(folders), "/".join(folders[:3]), asked > 0
