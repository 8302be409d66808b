"""Readers' comments in a page: which element is one, who wrote it, when, and in answer to whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from annotate.sources import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A reader's comment: its element's xpath, and what its own part says of it."""

    path: str
    depth: int = 0
    author: str | None = None
    date: str | None = None


_ITEM = re.compile(
    r"(?:(?:user|reader|single|article|post|blog|forum)?-?comment(?:-?(?:item|entry|node|post|row|wrap|box|single"
    r"|container-?\d+))?|comment-?\d+|(?:li|div|dsq)-comment-?\d+|commententry|u-comment|h-cite|reader-?post"
    r"|message|forum-?post|postbit)"
)
_AUTHOR = re.compile(
    r"(?:.*-)?(?:author(?:-?name)?|fn|c?name|nick(?:name)?|user(?:-?name)?|commenter(?:-?name)?|poster|screen-?name)"
)
_WHEN = re.compile(
    r"(?:.*-)?(?:c?date|c?time|timestamp|datetime|published|posted(?:-on)?|ago|when|permalink|metadata|meta)"
)
_SAYS = re.compile(
    r"^(?:posted\s+by|comment(?:ed)?\s+by|by|from|von|par)\s*:?\s+|\s*(?:says|said|wrote|writes|schrieb)?\s*[:,]?$",
    re.IGNORECASE,
)
_LEAST = 15
"""An element with fewer signs of its own is a wrapper around a comment, not one."""


def remarks(root: HtmlElement) -> dict[HtmlElement, Remark]:
    """The elements that are readers' comments, each with its remark; empty if there are none."""
    candidates = [element for element in root.iter() if _may_be_item(element)]
    if not candidates:
        return {}
    known = set(candidates)
    items = [element for element in candidates if _is_item(element, known)]
    tree = root.getroottree()
    return {item: _remark(item, known, str(tree.getpath(item))) for item in items}


def _may_be_item(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in {
        "body",
        "html",
        "a",
        "span",
        "form",
        "input",
    }:
        return False
    if "comment" in (element.get("itemtype") or "").lower():
        return True
    names = (
        f"{element.get('class') or ''} {element.get('id') or ''}".lower().replace("_", "-").split()
    )
    return any(_ITEM.fullmatch(name) for name in names)


def _is_item(element: HtmlElement, known: set[HtmlElement]) -> bool:
    """Whether a candidate says something itself, and is no list of comments."""
    own = list(_own(element, known))
    words = sum(len((node.text or "").strip()) for node in own)
    words += sum(len((child.tail or "").strip()) for node in own for child in node)
    if words < _LEAST:
        return False
    inner = sum(node in known for node in element.iterdescendants())
    named = _author(own) is not None or _date(own) is not None
    return named or (inner == 0 and bool(_is_announced(element)))


def _is_announced(element: HtmlElement) -> bool:
    names = " ".join(
        f"{holder.get('class') or ''} {holder.get('id') or ''}".lower()
        for holder in element.iterancestors()
        if holder.tag not in {"body", "html"}
    )
    return "comment" in names


def _own(element: HtmlElement, known: set[HtmlElement]) -> Iterator[HtmlElement]:
    """The element and what is in it, the comments within it left out."""
    yield element
    for child in element:
        if (
            isinstance(child.tag, str)
            and child not in known
            and child.tag not in {"script", "style"}
        ):
            yield from _own(child, known)


def _remark(item: HtmlElement, known: set[HtmlElement], path: str) -> Remark:
    own = list(_own(item, known))
    return Remark(path=path, depth=_depth(item, known), author=_author(own), date=_date(own))


def _depth(item: HtmlElement, known: set[HtmlElement]) -> int:
    """How many comments it is in: a wrapper that holds nothing above it but its like is its own."""
    depth, inner = 0, item
    for holder in item.iterancestors():
        if holder not in known:
            continue
        if not _is_wrapper_of(holder, inner):
            depth += 1
        inner = holder
    return depth


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


def _names(element: HtmlElement) -> list[str]:
    given = (
        f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}"
    )
    return given.lower().replace("_", "-").split()


def _author(own: Sequence[HtmlElement]) -> str | None:
    for element in own[1:]:
        if not any(_AUTHOR.fullmatch(name) for name in _names(element)):
            continue
        name = _SAYS.sub("", _SAYS.sub("", " ".join((element.text_content() or "").split())))
        if name and len(name) <= 60 and dates.iso(name) is None and re.search(r"\w", name):
            return name
    return None


def _date(own: Sequence[HtmlElement]) -> str | None:
    for element in own:
        stated = element.get("datetime") or (
            element.get("title") if element.tag == "abbr" else None
        )
        if stated and (value := dates.iso(stated)):
            return value
    for element in own[1:]:
        if any(_WHEN.fullmatch(name) for name in _names(element)):
            words = " ".join((element.text_content() or "").split())
            if len(words) <= 120 and (value := dates.iso(words)):
                return value
    return None
