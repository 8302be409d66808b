"""Where in the queue of what is to be decided one is, as a part of an address."""

from collections.abc import Mapping
from urllib.parse import parse_qs, quote, urlencode

from annotate.publish.addresses import Addresses

FILTERS = ("layer", "by", "document", "proposals")
"""What a queue is narrowed by; "proposals" if it is of what shows only once it is accepted."""

WAY_BACK = (*FILTERS, "page", "next")
"""What tells where in the queue one came from; "next" is the finding to go on with."""


def place(wanted: Mapping[str, str]) -> str:
    """The queue that one is in, as a part of an address."""
    return urlencode({name: each for name, each in wanted.items() if each})


def safe(given: str | None) -> str:
    """The same, of what an address says: only what tells a place in the queue."""
    asked = parse_qs(given or "", max_num_fields=20)
    return place({name: asked.get(name, [""])[-1] for name in WAY_BACK})


def address(addresses: Addresses, back: str, span: str = "", **more: str) -> str:
    """The address of the queue that one came from, at a finding, else at the one that is next."""
    asked = {name: each[-1] for name, each in parse_qs(safe(back)).items()}
    following = asked.pop("next", "")
    anchor = span or following
    return addresses.view("review", **asked, **more) + (f"#{quote(anchor)}" if anchor else "")
