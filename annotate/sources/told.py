"""The words that a page declares as its article's body: evidence for which blocks are the work.

schema.org's `articleBody` repeats the work as plain text, for machines. It is often cut short and
may leave out headings and lists, so it marks blocks with a hint and decides nothing by itself.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from annotate.letters import folded
from annotate.model import Block
from annotate.sources import linked_data, markings

TOLD = "told"
"""The hint of a block whose words are in the declared body."""

_KEY = "articleBody"
TAG = re.compile(r"<[^<>]{1,300}>")
_LEAST = 200
"""Signs of a declared body, letters and figures alone; what is shorter is a teaser."""
_SHORTEST = 12
"""Signs of a block that may be looked for; what is shorter is in any text by chance."""


Declared = tuple[HtmlElement, str]
"""A body that a page declares, as written there, and the script that does."""


def marked(declared: Sequence[Declared], text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those with a hint whose words the page declares as its article's body.

    A page that declares several bodies (a live blog) or one that is cut short marks none.
    """
    held = (TAG.sub(" ", unescape(body)) for _, body in declared)
    told = [body for body in held if body.strip()]
    body = max(map(folded, told), key=len, default="")
    if len(body) < _LEAST or any(map(is_cut, told)) or not all(folded(b) in body for b in told):
        return tuple(blocks)
    return tuple(
        block._replace(hints=block.hints | {TOLD}) if _is_in(body, text, block) else block
        for block in blocks
    )


def is_cut(body: str) -> bool:
    """Whether a declared body stops before its end."""
    return body.rstrip(" \n]»").endswith(("...", "…"))


def _is_in(body: str, text: str, block: Block) -> bool:
    words = folded(text[block.start : block.end])
    return len(words) >= _SHORTEST and words in body


def bodies(root: HtmlElement) -> Iterator[Declared]:
    """The bodies that the page's JSON-LD declares, as written there, each with its script."""
    for script in root.iter("script"):
        said = script.text or ""
        if markings.is_linked_data(script) and _KEY in said:
            for value in linked_data.values(said):
                yield from ((script, body) for body in _values(value, 0))


_DEPTH = 6


def _values(said: Any, depth: int) -> Iterator[str]:  # JSON is anything
    """The strings under the key of a body, at any depth that pages use."""
    if depth > _DEPTH:
        return
    if isinstance(said, list):
        for one in said[:200]:
            yield from _values(one, depth + 1)
    elif isinstance(said, dict):
        for key, value in said.items():
            if key == _KEY and isinstance(value, str):
                yield value
            else:
                yield from _values(value, depth + 1)
