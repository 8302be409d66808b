"""How deep a reader's comment stands in a thread: how many comments it answers to."""

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

from annotate.sources import elements

_NTH = re.compile(r"(?:^|[\s-])(?:depth|level|indent)[-_]?(\d{1,2})(?=$|[\s])")
_INDENTED = re.compile(r"(?:^|\s)(?:indented|children|replies|child-?comments?)(?=$|\s)")


def of(item: HtmlElement, known: Mapping[HtmlElement, object] | set[HtmlElement]) -> int:
    """How many comments a comment is in, or stands below as its class says.

    A wrapper that holds nothing above a comment but itself is its own, and no other.
    """
    depth, inner = 0, item
    for holder in item.iterancestors():
        if holder not in known:
            continue
        if not _is_wrapper_of(holder, inner):
            depth += 1
        inner = holder
    return depth or _stated_depth(item)


def _stated_depth(item: HtmlElement) -> int:
    hit = _NTH.search(elements.called(item))
    if hit:
        return max(0, int(hit[1]) - 1)
    return sum(bool(_INDENTED.search(elements.called(holder))) for holder in item.iterancestors())


def _is_wrapper_of(holder: HtmlElement, inner: HtmlElement) -> bool:
    """Whether the inner element is the holder's own comment: the first thing in it."""
    node = inner
    while node is not holder:
        before = node.getprevious()
        while before is not None and not isinstance(before.tag, str):
            before = before.getprevious()
        if before is not None and (before.text_content() or "").strip():
            return False
        parent = node.getparent()
        if parent is None or (parent.text or "").strip():
            return False
        node = parent
    return True
