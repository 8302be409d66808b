"""Chapters of an e-book that only its table of contents names: each gets its name as a heading.

A chapter is a page of its own in the book. Where that page has no heading, a reader knows what the
chapter is called from the list of contents alone; the book's text says it above the chapter.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from urllib.parse import unquote

from annotate.sources import properties

_HEADED = re.compile(rb"<h[1-6][\s>]", re.IGNORECASE)
_BODY = re.compile(rb"<body\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_LONGEST = 200
"""Signs of a chapter's name, at most."""

_OPENING = 1_000
"""Bytes of a chapter in which its name stands, if the page itself says it."""


def named(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a book, each page without a heading with its name from the list of contents.

    A page of which the list names several places has no name of its own.
    """
    names: dict[str, set[str]] = {}
    for path, name in _listed(parts):
        names.setdefault(path, set()).add(name)
    sure = {path: next(iter(held)) for path, held in names.items() if len(held) == 1}
    return {
        path: _headed(part, sure[path]) if path in sure else part for path, part in parts.items()
    }


def _headed(page: bytes, name: str) -> bytes:
    """A chapter with its name on top, unless it has a heading or opens with that name."""
    body = _BODY.search(page)
    if body is None or _HEADED.search(page):
        return page
    opening = page[body.end() : body.end() + _OPENING].decode("utf-8", "replace")
    if _folded(name) in _runs([_folded(text) for text in _TAG.split(opening)]):
        return page
    heading = f"<h1>{escape(name)}</h1>".encode("ascii", "xmlcharrefreplace")
    return page[: body.end()] + heading + page[body.end() :]


def _runs(texts: Sequence[str]) -> Iterator[str]:
    """What up to three texts side by side say: a name may have a number in an element apart."""
    said = [text for text in texts if text]
    for n in range(len(said)):
        yield from (" ".join(said[n : n + many]) for many in (1, 2, 3))


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _listed(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The page that each entry of a list of contents leads to, and the entry's words."""
    for path, part in parts.items():
        points = path.lower().endswith(".ncx")
        for target, name in _points(part) if points else _links(part) if b"<nav" in part else ():
            page = unquote(target.partition("#")[0])
            if page and 0 < len(name) <= _LONGEST:
                yield posixpath.normpath(posixpath.join(posixpath.dirname(path), page)), name


def _points(part: bytes) -> Iterator[tuple[str, str]]:
    """The entries of a list of contents as EPUB 2 has it."""
    root = properties.parsed(part)
    for point in root.iter("{*}navPoint") if root is not None else ():
        label, content = point.find("{*}navLabel"), point.find("{*}content")
        if label is not None and content is not None:
            yield content.get("src") or "", properties.words(label)


def _links(part: bytes) -> Iterator[tuple[str, str]]:
    """The entries of a list of contents as EPUB 3 has it."""
    root = properties.parsed(part)
    for nav in root.iter("{*}nav") if root is not None else ():
        if "toc" in (nav.get("{http://www.idpf.org/2007/ops}type") or ""):
            yield from (
                (link.get("href") or "", properties.words(link)) for link in nav.iter("{*}a")
            )
