"""Nodes: the elements and comments of a page, in order, each with the text that is its own.

The tree takes longer to be asked for these than it takes to make something of them, and several
look through the whole page; so it is asked once.
"""

from collections.abc import Iterable, Mapping

from lxml.html import HtmlElement

Node = tuple[HtmlElement, str, str, str, HtmlElement | None, Mapping[str, str]]
"""An element, its tag ("" of a comment or an instruction), the text before its first child, the
text behind it, the element around it, and its attributes (none of what has no words)."""

_CODE = frozenset({"script", "style"})
"""Elements whose text is no words, and long."""

_UNASKED = _CODE | {"svg"}
_NONE: Mapping[str, str] = {}


def of(root: HtmlElement) -> list[Node]:
    """The nodes of a page."""
    found: list[Node] = []
    for element in root.iter():
        tag, text, given = element.tag, "", _NONE
        if not isinstance(tag, str):
            tag = ""
        elif tag not in _UNASKED:
            text, given = element.text or "", dict(element.items())
        found.append((element, tag, text, element.tail or "", element.getparent(), given))
    return found


def children(nodes: Iterable[Node]) -> dict[HtmlElement, list[Node]]:
    """The child nodes of each element that has some."""
    held: dict[HtmlElement, list[Node]] = {}
    for node in nodes:
        holder = node[4]
        if holder is not None:
            held.setdefault(holder, []).append(node)
    return held
