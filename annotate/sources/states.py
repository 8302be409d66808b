"""States: the data from which a page's script would make its article, where the page shows none.

An application sends its article as JSON, a paragraph an item of a list or all of it as one string
with tags. Nothing says which of its strings are the article; of the lists and long strings the one
is taken that holds the most prose.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from lxml.html import HtmlElement

from annotate.model import Block
from annotate.sources.told import Declared

_LITTLE = 400
"""Signs of running text that a page shows, at most, for its data to be looked through."""

_RUNNING = 80
"""Signs of running text, at least: of a block of the page, or of a string of its data."""

_SEVERAL = 3
"""Strings of prose in the list that is an article, at least."""

_LONGEST = 5_000_000
_DEEPEST = 24
_ITEM = 4
"""How deep in an item of a list its words may lie."""

_ASSIGNED = re.compile(r"\s*(?:(?:var|let|const)\s+)?[\w.$\[\]\"']{0,80}\s*=?\s*(?=[{\[])")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*\s*(?:</\w+>\s*)*$")
_PARTED = re.compile(r"</p>|<br\s*/?>\s*<br|\n\s*\n", re.IGNORECASE)


def bodies(root: HtmlElement, blocks: Sequence[Block]) -> Iterator[Declared]:
    """The article that a page's data hold, a paragraph a line, with its script; none if it shows
    running text itself."""
    shown = sum(block.end - block.start for block in blocks if _is_running(block))
    if shown > _LITTLE:
        return
    for script in root.iter("script"):
        held = max(_texts(_data(script.text or ""), 0), key=len, default="")
        if held:
            yield script, held


def _is_running(block: Block) -> bool:
    return block.end - block.start >= _RUNNING


def _data(words: str) -> Any:  # JSON is anything
    """What a script assigns or holds as JSON, None if it is something else."""
    start = _ASSIGNED.match(words)
    if start is None or len(words) > _LONGEST:
        return None
    try:
        return json.JSONDecoder().raw_decode(words, start.end())[0]
    except (ValueError, RecursionError):
        return None


def _texts(said: Any, depth: int) -> Iterator[str]:
    """The texts that some data hold: long strings in parts, and lists of prose."""
    if depth > _DEEPEST:
        return
    if isinstance(said, str):
        if len(_PARTED.findall(said)) >= _SEVERAL:
            yield said
    elif isinstance(said, list):
        if listed := _listed(said):
            yield listed
        for one in said:
            yield from _texts(one, depth + 1)
    elif isinstance(said, dict):
        for value in said.values():
            yield from _texts(value, depth + 1)


def _listed(items: Sequence[Any]) -> str:
    """The strings of a list's items under the key that holds most prose; "" if they are few."""
    held = [list(_strings("", item, 0)) for item in items]
    sizes = Counter[str]()
    for key, words in (pair for pairs in held for pair in pairs):
        sizes[key] += len(words) if _is_prose(words) else 0
    if not sizes or 2 * sum(map(_leads, items)) > len(items):
        return ""
    main = sizes.most_common(1)[0][0]
    lines = [words for pairs in held for key, words in pairs if key == main and " " in words]
    return "\n".join(lines) if sum(map(_is_prose, lines)) >= _SEVERAL else ""


def _leads(item: Any) -> bool:
    """Whether an item has an address of its own: it is a teaser of something else."""
    return isinstance(item, dict) and any(isinstance(item.get(key), str) for key in _ADDRESSES)


_ADDRESSES = ("url", "href", "link", "slug", "path", "permalink", "canonical", "canonicalUrl")


def _strings(key: str, said: Any, depth: int) -> Iterator[tuple[str, str]]:
    """The strings in an item of a list, each with its key."""
    if isinstance(said, str):
        yield key, said
    elif isinstance(said, list) and depth < _ITEM:
        for one in said:
            yield from _strings(key, one, depth + 1)
    elif isinstance(said, dict) and depth < _ITEM:
        for name, value in said.items():
            yield from _strings(name, value, depth + 1)


def _is_prose(words: str) -> bool:
    return (
        len(words) >= _RUNNING
        and words.count(" ") > len(words) // 15
        and bool(_ENDED.search(words))
    )
