"""What an element says that it is part of, by its name, class, id and role.

Class names are written by whoever made the page, so a hint is a hint: it is dropped where it would
take most of the page's text with it (`<div class="with-sidebar">` around everything).
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from lxml.html import HtmlElement

from annotate import lexicons
from annotate.sources import elements

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
_NO_HEADING = frozenset({"aside", "tags"})
"""What no heading is by itself: "tag" in its class names a style, "widget" what adorns it."""

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
        "player",
        "pull",
    }
)
"""The hints of what is no part of a work."""

WORKS = frozenset({"article", "body", "main"})
"""The hints of what holds a work."""

NO_WORK = OUTSIDE | {"comments"}
"""The same, and what readers add to it."""


def of(element: HtmlElement) -> frozenset[str]:
    """What one element says of itself; nothing for `<html>` and `<body>`: theirs are switches."""
    return said(str(element.tag), elements.given(element))


def said(tag: str, given: Mapping[str, str]) -> frozenset[str]:
    """What an element says of itself, by its tag and its attributes."""
    if not given:
        return _by_name(tag) if "-" in tag else _BARE.get(tag, _NOTHING)
    if tag in {"html", "body"}:
        return _NOTHING
    get = given.get
    classes = get("class")
    if len(given) == (classes is not None) + ("href" in given):  # most say no more
        return _of(tag, None, None, classes)
    found = _of(tag, get("role"), get("itemprop"), classes)
    if not _TESTED.isdisjoint(given):
        for test in filter(None, map(get, _TESTED)):
            found |= _by_name(test) - _VAGUE
    if tag == "a" and get("rel") == "author":
        found |= _BY_PROPERTY["author"]
    name = get("id")
    told = _told(tag, name) if name else None
    return found | told if told else found


_TESTED = frozenset({"data-testid", "data-component", "data-qa", "data-test"})
"""Attributes by which a page's makers find its parts: names where class names are hashes."""

_VAGUE = frozenset({"aside"})
"""What such a name does not tell: each part of a page may be called a widget."""

_BY_PROPERTY = {
    "alternativeheadline": frozenset({"deck"}),
    "articlebody": frozenset({"body"}),
    "author": frozenset({"byline"}),
    "datepublished": frozenset({"byline"}),
}
"""What the properties of schema.org say."""

_NOTHING: frozenset[str] = frozenset()
_BARE = {tag: frozenset({hint}) for tag, hint in _BY_TAG.items()}
"""What elements without attributes say."""


@lru_cache(maxsize=20_000)
def _of(tag: str, role: str | None, prop: str | None, classes: str | None) -> frozenset[str]:
    """What an element's name, role, property and classes say; a page names some of its own."""
    found = {_BY_TAG.get(tag), _BY_ROLE.get((role or "").lower())}
    if "-" in tag:
        found |= _by_name(tag)
    for each in (prop or "").split():
        found |= _BY_PROPERTY.get(each.lower(), _NOTHING)
    for each in (classes or "").split()[:12]:
        found |= _by_name(each)
    if tag in _HEADINGS:
        found -= _NO_HEADING
    return frozenset(hint for hint in found if hint)


@lru_cache(maxsize=1)
def _named() -> dict[str, frozenset[str]]:
    """The hints that each name gives."""
    rows = [(name, hint) for hint, names in lexicons.table("page_hints") for name in names.split()]
    return {name: frozenset(hint for other, hint in rows if other == name) for name, _ in rows}


@lru_cache(maxsize=20_000)
def _by_name(name: str) -> frozenset[str]:
    """What a class name or an id says, whole or by its first and last parts."""
    return _NOTHING.union(*(_named().get(part, _NOTHING) for part in _parts(name[:60])))


def _told(tag: str, name: str) -> frozenset[str]:
    """What an id says; of a paragraph, often called by its own words, whether it is a deck."""
    if tag not in _SLUGGED:
        return _by_name(name)
    whole = "".join(_parts(name[:60])[:1]) if tag == "p" else ""
    return _named().get(whole, _NOTHING) & _TITLED


_TITLED = frozenset({"deck"})


def _parts(name: str) -> tuple[str, ...]:
    plain = name if name.islower() else _CAMEL.sub("-", name).lower()
    parts = [part for part in plain.replace("_", "-").split("-") if part]
    if len(parts) < 2:
        return tuple(parts)
    return ("".join(parts), parts[-1], parts[0], "".join(parts[-2:]))
