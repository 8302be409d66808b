"""Folds: what a page hides below a button until its reader presses it, and the button.

The button is the heading of what it folds. What is folded is of the page although it is hidden:
a reader who presses the button sees it. So is a work that a page holds back whole until its script
has run.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from lxml import etree
from lxml.html import HtmlElement

from annotate import lexicons
from annotate.sources import elements, hints
from annotate.sources.nodes import Node

LEVEL = 3
"""The level of a heading that is nothing but a button."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_LEAST = 60
"""Signs of what a button folds, at least; a menu has shorter entries."""

_STATED = 25
"""Signs of a sentence that a button folds, at least."""

_ENDS = (".", "!", "?", "…", "。")

_LONGEST = 200
"""Signs of a button that is a heading, at most."""

_FOLDING = re.compile(
    r"(?:^|[\s_-])(?:accordion|collaps\w*|toggle\w*|expand\w*|fold\w*|question)(?=$|[\s_-])",
    re.IGNORECASE,
)
_MENUS = frozenset({"nav", "header", "footer", "form", "li", "menu"})
"""Elements in which a button opens a menu."""


def is_folding(button: HtmlElement, role: str | None) -> bool:
    """Whether a button is a heading, or in one or around one: it folds what stands below it.

    role: of what is around the button.
    """
    if role == "heading" or next(button.iter(*_HEADINGS), None) is not None:
        return True
    return heads(button)


def heads(button: HtmlElement) -> bool:
    """Whether a button is by itself the heading of what stands right below it."""
    return _calls_itself(button) and _folds(button, _next(button))


def folded(
    nodes: Sequence[Node], sizes: Mapping[HtmlElement, int], total: int
) -> frozenset[HtmlElement]:
    """The hidden elements that hold most of a page, each below what folds it; else none.

    nodes: all that the page holds. sizes: the signs of running text of each. total: of the page.
    Where a page hides less, its readers may not have seen it, and most did not.
    """
    found = frozenset(
        element
        for element, tag, _, _, _, given in nodes
        if given and tag in _PANELS and elements.is_unseen(tag, given) and _is_folded(element)
    )
    if sum(sizes.get(node, 0) for node in found) > _MOST * total:
        return found
    return frozenset(
        element
        for element, tag, _, _, _, given in nodes
        if tag in _HOLDERS
        and (size := sizes.get(element, 0)) > _LEAST
        and elements.is_unseen(tag, given)
        and (_is_rest(element) or (size > _MOST * total and _holds_back(element)))
    )


_MOST = 0.5

_HOLDERS = frozenset({"article", "div", "main", "noscript", "section"})


def _holds_back(element: HtmlElement) -> bool:
    """Whether a hidden element is a work, or the rest of one that began above it.

    Dialogs that ask for consent are hidden as well, and may have most of the words of a page.
    """
    if hints.of(element) & hints.NO_WORK:
        return False
    paragraphs = sum(len(node.text_content()) > _LEAST for node in element.iter("p"))
    if paragraphs < _PARAGRAPHS or next(element.iter("input", "textarea"), None) is not None:
        return False
    inner = (element, *element.iter("h1", "article", "main"))
    said = any(node.tag == "h1" or hints.of(node) & hints.WORKS for node in inner)
    return said or _goes_on(element)


def _goes_on(element: HtmlElement) -> bool:
    """Whether a paragraph stands right beside an element, above it."""
    above = element.itersiblings("p", preceding=True)
    return any(len(node.text_content()) > _LEAST for node in above)


def _is_rest(element: HtmlElement) -> bool:
    """Whether a hidden element is the rest of a text above it that a button beside it shows."""
    after = _next(element)
    if after is None or hints.of(element) & hints.NO_WORK:
        return False
    words = " ".join(after.text_content().split()).casefold()
    asks = len(words) <= _BUTTON and words.startswith(_reading_on())
    return asks and _goes_on(element)


_BUTTON = 40
"""Signs of such a button, at most."""


@cache
def _reading_on() -> tuple[str, ...]:
    return tuple(lexicons.words("reading_on"))


_PARAGRAPHS = 3


def _is_folded(element: HtmlElement) -> bool:
    """Whether a hidden element is what the heading or button right before it folds."""
    before = element.getprevious()
    while before is not None and not isinstance(before.tag, str):
        before = before.getprevious()
    return before is not None and _calls(before) and _folds(before, element)


_PANELS = frozenset({"div", "section", "dd", "p"})


def _folds(button: HtmlElement, below: HtmlElement | None) -> bool:
    """Whether a few words stand above running text, in no menu."""
    if (
        below is None
        or below.tag in _MENUS
        or any(holder.tag in _MENUS for holder in button.iterancestors())
    ):
        return False
    words = " ".join(button.text_content().split())
    told = " ".join(below.text_content().split())
    linked = sum(len(link.text_content()) for link in below.iter("a"))
    lists = next(below.iter("form", "input", "textarea", "select"), None)
    least = _STATED if told.endswith(_ENDS) else _LEAST
    return 0 < len(words) <= _LONGEST and len(told) - linked >= least and lists is None


def _calls(element: HtmlElement) -> bool:
    """Whether an element, or one in it, says that it folds what is below."""
    return any(_calls_itself(node) for node in (element, *element.iter("button", "a")))


def _calls_itself(element: HtmlElement) -> bool:
    said = elements.given(element)
    if "aria-expanded" in said or "aria-controls" in said:
        return True
    return bool(_FOLDING.search(said.get("class", "")))


def _next(element: HtmlElement) -> HtmlElement | None:
    return next(element.itersiblings(tag=etree.Element), None)
