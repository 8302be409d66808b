"""The article of a page that shows none of it until its script has run: what the page declares.

Such a page holds its work as data alone. What it declares as `articleBody` is that work, as plain
text; its paragraphs are read behind all that the page shows, and lead back to the script
where that has them word for word.
"""

import re
from collections.abc import Sequence
from html import unescape

from annotate.letters import folded
from annotate.model import Block, Pair
from annotate.sources import elements, told

_PARTS = re.compile(r"\s*(?:</p>|<br\s*/?>|\n)\s*", re.IGNORECASE)

_LEAST = 300
"""Signs of a declared body, at least: letters and figures alone."""

_SHOWN = 0.3
"""How much of it the running text that a page shows may have in signs."""

_RUNNING = 80
"""Signs of a block that is running text, at least."""


def added(
    declared: Sequence[told.Declared], text: str, blocks: Sequence[Block]
) -> tuple[str, tuple[Block, ...]]:
    """A page's text and blocks, with the article that it declares and shows nothing of."""
    script, body = max(declared, key=lambda held: len(held[1]), default=(None, ""))
    if script is None or not _is_missing(body, text, blocks):
        return text, tuple(blocks)
    path = elements.path(script)
    more = list(blocks)
    for words in filter(None, map(_plain, _PARTS.split(body))):
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{words}" if text else words
        more.append(_block(start, len(text), path))
    return text, tuple(more)


def _is_missing(body: str, text: str, blocks: Sequence[Block]) -> bool:
    """Whether a declared body is an article of which a page shows nothing, and hardly more else."""
    words = folded(_plain(body))
    if len(words) < _LEAST or told.is_cut(body):
        return False
    shown = [text[block.start : block.end] for block in blocks]
    running = [said for said in shown if len(said) >= _RUNNING]
    few = sum(map(len, running)) <= _SHOWN * len(words)
    return few and not any(folded(said) in words for said in running)


def _plain(words: str) -> str:
    return " ".join(unescape(told.TAG.sub(" ", words)).split())


def _block(start: int, end: int, path: str) -> Block:
    return Block(
        start=start, end=end, xpath=path, tag="script", hints=frozenset({"article", "body"})
    )


def stretch(received: str, words: str) -> Pair | None:
    """Where a page as received has words that it only declares, tags and escaped marks between.

    None if it has signs of them by their numbers alone ("\\u00fc"): such a stretch reads otherwise.
    """
    at = received.find(words)
    if at >= 0:
        return at, at + len(words)
    if not (hit := _written(words).search(received)):
        return None
    return hit.span()


def _written(words: str) -> re.Pattern[str]:
    """What some words may look like in a script."""
    parts = (
        "".join(_SIGNS.get(sign) or re.escape(sign) for sign in word) for word in words.split()
    )
    return re.compile(_BETWEEN.join(parts))


_SIGNS = {
    '"': r'(?:\\?"|&quot;)',
    "/": r"\\?/",
    "&": r"&(?:amp;)?",
    "'": r"(?:'|&#0?39;|&apos;)",
}
_BETWEEN = r"(?:\s|&nbsp;|<[^<>]{1,300}>)+"
