"""Readers' comments in a page: which elements are one, who wrote it, when, in answer to whom.

Two things show a comment: what its element is called, and that it is one of many built alike, each
with a date, in surroundings of a thread (`surroundings`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from lxml.html import HtmlElement

from annotate.sources import boards, depths, elements, siblings, signatures, surroundings
from annotate.sources.boards import Remark
from annotate.sources.nodes import Node
from annotate.sources.siblings import Group, Record, Survey

_ITEM = re.compile(
    r"(?:(?:user|reader|single|article|post|blog|forum)?-?comment(?:-?(?:item|entry|node|post|row"
    r"|wrap|box|single|block|holder|element|content-?wrapper"
    r"|container-?\d+))?|comment-?\d+|(?:li|div|dsq)-comment-?\d+|commententry|u-comment|h-cite"
    r"|(?:leser)?kommentar(?:-?(?:item|eintrag|\d+))?|reader-?post|message|forum-?post|postbit|idc-c|echo-item)"
)
_LEAST = 15
"""An element with fewer signs of its own is a wrapper around a comment, not one."""

_NO_ITEM = frozenset(
    {
        "",
        *("html", "head", "title", "meta", "link", "script", "style", "body"),
        *("a", "span", "form", "input", "textarea", "label", "h2", "h3"),
        *("svg", "symbol", "defs", "g", "path", "use", "rect", "circle"),
    }
)
"""What is no comment, whatever it is called; "" is a comment of the page's own writer."""


def remarks(nodes: Sequence[Node]) -> dict[HtmlElement, Remark]:
    """The elements that are readers' comments, each with its remark; empty if there are none.

    nodes: all that a page holds.
    A comment that is a run of neighbours has one remark for all of them.
    """
    found = siblings.survey(nodes)
    groups = siblings.groups(found)
    records = [each for group in groups for each in surroundings.accepted(group, found)]
    records += _answers(records, found)
    known = {node for record in records for node in record}
    named = [
        element
        for element, tag, _, _, _, given in nodes
        if given and tag not in _NO_ITEM and _is_called(given)
    ]
    items = set(named)
    apart = known | items
    records += [(item,) for item in named if item not in known and _is_item(item, apart, known)]
    return _remarks(nodes[0][0], records, _opening(records, found))


def _opening(records: Sequence[Record], found: Survey) -> Sequence[Record]:
    """The records that are no comments but the work that a thread opens with."""
    placed = tuple(boards.ordered(records, found)) if records else ()
    if not placed:
        return ()
    announced = surroundings.is_headed(placed[0][0])
    posts = Group(members=(), records=placed)
    numbered = surroundings.posted(posts) > surroundings.HALF
    board = not announced and (numbered or surroundings.is_marked(posts))
    return boards.opening(placed, found, announced=announced, board=board)


def _answers(records: Sequence[Record], found: Survey) -> list[Record]:
    """The dated elements within comments that are built as these are."""
    known = {record[0] for record in records if len(record) == 1}
    kinds = {siblings.kind(node) for node in known if node.get("class") or node.tag == "li"}
    inner: dict[HtmlElement, Record] = {}
    for holder in found.holders if kinds else ():
        own = next((node for node in _around(holder) if siblings.kind(node) in kinds), None)
        if own is not None and own not in known and any(node in known for node in _around(own)):
            inner[own] = (own,)
    return list(inner.values())


def _around(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _remarks(
    root: HtmlElement, records: Sequence[Record], opening: Sequence[Record]
) -> dict[HtmlElement, Remark]:
    known = {node for record in records for node in record}
    tree = root.getroottree() if records else None
    found = {}
    signed = {record[0]: _signed(record, known) for record in records}
    named = _named(records, signed, known)
    for record in records:
        path = str(tree.getpath(record[0])) if tree is not None else ""
        author, date = signed[record[0]]
        remark = Remark(
            path=path,
            depth=depths.of(record[0], known),
            author=author or named.get(record[0]),
            date=date,
        )
        if record in opening:
            remark = replace(remark, opens=True)
        found.update(dict.fromkeys(record, remark))
    return found


def _signed(record: Record, known: set[HtmlElement]) -> tuple[str | None, str | None]:
    own = [node for element in record for node in signatures.own(element, known)]
    return signatures.signed(own, signatures.lines(record, known))


def _named(
    records: Sequence[Record],
    signed: Mapping[HtmlElement, tuple[str | None, str | None]],
    known: set[HtmlElement],
) -> dict[HtmlElement, str]:
    """The names that stand in the same place of comments built alike, where nothing else tells."""
    alike: dict[str, list[Record]] = {}
    for record in records:
        if signed[record[0]][0] is None:
            alike.setdefault(siblings.kind(record[0]), []).append(record)
    found: dict[HtmlElement, str] = {}
    for group in alike.values():
        if len(group) > 1:
            names = signatures.aligned([signatures.lines(record, known) for record in group])
            found.update(zip((record[0] for record in group), names, strict=False))
    return found


def _is_called(given: Mapping[str, str]) -> bool:
    names, name, kind = given.get("class"), given.get("id"), given.get("itemtype")
    if (names and _is_name_of_item(names)) or (name and _is_name_of_item(name)):
        return True
    return kind is not None and "comment" in kind.lower()


@lru_cache(maxsize=8192)
def _is_name_of_item(given: str) -> bool:
    return any(map(_ITEM.fullmatch, given.lower().replace("_", "-").split()))


def _is_item(element: HtmlElement, apart: set[HtmlElement], known: set[HtmlElement]) -> bool:
    """Whether an element of that name says something itself, and is no list of comments."""
    own = list(signatures.own(element, apart))
    words = sum(len((node.text or "").strip()) for node in own)
    words += sum(len((child.tail or "").strip()) for node in own for child in node)
    if words < _LEAST:
        return False
    author, date = signatures.signed(own, signatures.lines((element,), apart))
    if author is not None or date is not None:
        return True
    alone = not any(node in apart for node in element.iterdescendants())
    inside = any(holder in known for holder in element.iterancestors())
    return alone and not inside and _is_announced(element)


def _is_announced(element: HtmlElement) -> bool:
    return any("comment" in elements.called(holder) for holder in element.iterancestors())
