"""The saved page as it was received, made safe to look at, with a passage of it marked.

What a page of the web may do is taken from it four times: it is shown in a frame without rights,
its own policy lets it load nothing and run nothing, the page around the frame lets it go nowhere
else, and the elements that reach out by themselves are no longer what they were. Its words and
their order stay; it looks plainer than it did.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from annotate.model import Document, Leaf, Pair, Segment
from annotate.publish.addresses import PASSAGE
from annotate.store.queries import Version

POLICY = "; ".join(
    (
        "sandbox",
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    )
)
"""Of the saved page itself."""

FRAMING = "frame-src 'self'"
"""What the policy of the page around it says besides."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-dns-prefetch-control": "off",
    "cross-origin-resource-policy": "same-origin",
}

LOCK = (
    '<!DOCTYPE html>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="'
    + "; ".join(each for each in POLICY.split("; ") if not each.startswith(("sandbox", "frame-")))
    + '">\n<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
)
"""What a page that is a file tells browsers itself, before its first word: the same, if it can."""

_STYLE = (
    f"<style>#{PASSAGE}, .{PASSAGE} {{ background: #fbe9a6; color: #22201c; }}"
    f"#{PASSAGE} {{ scroll-margin-top: 4rem; }} was-script {{ display: none; }}</style>"
)
_REACHING = re.compile(
    r"<(/?)(?=(?:applet|base|embed|frame|frameset|iframe|link|meta|object|portal|script)\b)",
    re.IGNORECASE,
)
_TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)


def safe(version: Version, segment: Segment | None) -> str:
    """The page of a version as it may be shown. segment: what to mark in it, where known."""
    page = version.data.decode(version.encoding or "utf-8", "replace").replace("\0", "\ufffd")
    if segment is not None and segment.source is not None:
        start, end = segment.source.start, segment.source.end
        page = page[:start] + _marked(page[start:end]) + page[end:]
    return _REACHING.sub(r"<\1was-", page) + _STYLE


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a text that was read. is_marked: they are of the passage. is_first: and its first.

    page: of a printed work, where a new one begins.
    """

    words: str
    is_marked: bool = False
    is_first: bool = False
    page: str | None = None


def pieces(document: Document, segment: Segment | None) -> Iterator[Piece]:
    """The whole text of a document as it was read, with a passage of it marked."""
    marked = segment.stretches if segment else ()
    begins = {page.start: page.label for page in document.pages}
    borders = {0, len(document.text), *begins, *(place for pair in marked for place in pair)}
    ordered = sorted(borders)
    first = segment.start if segment else None
    for start, end in pairwise(ordered):
        yield Piece(
            words=document.text[start:end],
            is_marked=_is_in(start, end, marked),
            is_first=start == first,
            page=begins.get(start),
        )


def pieces_of(document: Document, segment: Segment | None, leaf: Leaf) -> list[Piece]:
    """The words of one printed page, with those of a passage marked."""
    every = [replace(each, page=None) for each in pieces(document, segment)]
    starts = accumulate((len(each.words) for each in every), initial=0)
    on_page = zip(starts, every, strict=False)
    return [each for start, each in on_page if leaf.start <= start < leaf.end]


def _is_in(start: int, end: int, stretches: tuple[Pair, ...]) -> bool:
    return any(first <= start and end <= last for first, last in stretches)


def _marked(passage: str) -> str:
    """A piece of a page with its words marked, its tags as they were."""
    pieces = _TAG.split(passage)
    words = (n for n, piece in enumerate(pieces) if n % 2 == 0 and piece.strip())
    first = next(words, None)
    for n in [] if first is None else [first, *words]:
        name = f'id="{PASSAGE}"' if n == first else f'class="{PASSAGE}"'
        pieces[n] = f"<mark {name}>{pieces[n]}</mark>"
    return "".join(pieces)
