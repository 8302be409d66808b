"""What an element says that it is part of, by its name, class, id and role.

Class names are written by whoever made the page, so a hint is a hint: it is dropped where it would
take most of the page's text with it (`<div class="with-sidebar">` around everything).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from annotate import lexicons

_BY_TAG = {
    "nav": "nav",
    "footer": "footer",
    "aside": "aside",
    "form": "form",
    "button": "form",
    "select": "form",
    "textarea": "form",
    "label": "form",
    "dialog": "dialog",
    "article": "article",
    "main": "main",
    "figure": "figure",
    "menu": "nav",
}
_BY_ROLE = {
    "navigation": "nav",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "banner": "masthead",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "main": "main",
    "article": "article",
    "menu": "nav",
    "menubar": "nav",
    "tablist": "nav",
}

_SLUGGED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "a"})
"""Elements whose ids are made of their own words, as targets of links: "tools-for-sharing"."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
"""A heading alone is no list of tags: "tag" in its class names a style."""

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

OUTSIDE = frozenset(
    {
        "nav",
        "masthead",
        "footer",
        "aside",
        "related",
        "ad",
        "share",
        "signup",
        "cookie",
        "dialog",
        "tags",
        "form",
        "respond",
        "pull",
    }
)
"""The hints of what is no part of a work."""


def of(element: HtmlElement) -> frozenset[str]:
    """What one element says of itself; nothing for `<html>` and `<body>`: theirs are switches."""
    get = element.get
    said = (get("role"), get("itemprop"), get("class"), get("id"))
    return _of(str(element.tag), *said)


@lru_cache(maxsize=20_000)
def _of(
    tag: str, role: str | None, prop: str | None, classes: str | None, name: str | None
) -> frozenset[str]:
    if tag in {"html", "body"}:
        return frozenset()
    found = {_BY_TAG.get(tag), _BY_ROLE.get((role or "").lower())}
    if "articlebody" in (prop or "").lower():
        found.add("body")
    for part in _names(tag, classes or "", name or ""):
        found |= _named().get(part, frozenset())
    if tag in _HEADINGS:
        found.discard("tags")
    return frozenset(hint for hint in found if hint)


@lru_cache(maxsize=1)
def _named() -> dict[str, frozenset[str]]:
    """The hints that each name gives."""
    rows = [(name, hint) for hint, names in lexicons.table("page_hints") for name in names.split()]
    return {name: frozenset(hint for other, hint in rows if other == name) for name, _ in rows}


def _names(tag: str, classes: str, name: str) -> Iterator[str]:
    """The class names and the id of an element, whole, and their first and last parts."""
    for each in classes.split()[:12]:
        yield from _parts(each[:60])
    if tag not in _SLUGGED:
        yield from _parts(name[:60])


@lru_cache(maxsize=10_000)
def _parts(name: str) -> tuple[str, ...]:
    parts = [part for part in re.split(r"[-_]+", _CAMEL.sub("-", name).lower()) if part]
    if len(parts) < 2:
        return tuple(parts)
    return ("".join(parts), parts[-1], parts[0], "".join(parts[-2:]))
