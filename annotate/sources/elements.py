"""Elements of web pages: which are blocks, which nobody sees, which only look glued together."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from annotate.sources import dates
from annotate.sources.nodes import Node

_SILENT = frozenset(
    {
        "applet",
        "audio",
        "canvas",
        "datalist",
        "embed",
        "frameset",
        "head",
        "iframe",
        "map",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "script",
        "style",
        "svg",
        "template",
        "video",
    }
)
"""Elements whose content no reader of the page sees."""

_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
_PARTING = _BLOCKS | {"br"}
"""Elements at whose edges a word ends."""

_APART = frozenset({"a", "input", "label", "time", "img"})
"""Inline elements that stand apart from their like even without a space between: rows of links."""

_UNTOLD = _SILENT | {"a"}
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden"
    r"|\bclip\s*:\s*rect\(\s*(?:[01](?:px)?[\s,]*){4}\)|\bclip-path\s*:\s*inset\(\s*(?:50|100)%",
    re.IGNORECASE,
)
"""Styles of what nobody sees; what is cut to nothing is for those who have a page read to them."""

_FOR_MACHINES = frozenset(
    {"sr-only", "screen-reader-text", "screen-reader-only", "visually-hidden", "visuallyhidden"}
)
_STREAMED = re.compile(r"S:[\da-f]+")
"""The ids of parts of a page that its script puts in their place: all readers see them."""

_SAFE_NAME = re.compile(r"[A-Za-z_][\w.-]*")


def given(element: HtmlElement) -> Mapping[str, str]:
    """The attributes of an element, kept with it: the tree takes long to give them one by one."""
    held = element.__dict__
    known: Mapping[str, str] | None = held.get("given")
    if known is None:
        known = held["given"] = dict(element.items())
    return known


def elements(element: HtmlElement) -> Iterator[HtmlElement]:
    """The child elements, comments and instructions left out."""
    return (child for child in element if isinstance(child.tag, str))


def texts(element: HtmlElement) -> Iterator[str]:
    """The texts in an element behind its first one, hidden ones left out."""
    for child in element:
        if isinstance(child.tag, str) and not is_hidden(child):
            yield " " if child.tag == "br" else child.text or ""
            yield from texts(child)
        yield child.tail or ""


def steps(nodes: Iterable[Node]) -> dict[HtmlElement, str]:
    """The last step of the xpath of each element among some sister nodes, as lxml writes it.

    An odd name goes by its position.
    """
    tags = {element: tag for element, tag, _, _, _, _ in nodes if tag}
    kinds = set(tags.values())
    found = _numbered(tags) if len(kinds) < len(tags) else tags
    if not all(map(_is_safe, kinds)):
        odd = enumerate(tags.items(), 1)
        found = found | {element: f"*[{n}]" for n, (element, tag) in odd if not _is_safe(tag)}
    return found


def path(element: HtmlElement) -> str:
    """The xpath of one element, as lxml writes it but for odd names, which it cannot find again."""
    above = element.getparent()
    if above is None:
        return str(element.getroottree().getpath(element))
    sisters = [each for each in above if isinstance(each.tag, str)]
    if not _is_safe(element.tag):
        return f"{path(above)}/*[{sisters.index(element) + 1}]"
    kin = [each for each in sisters if each.tag == element.tag]
    step = f"{element.tag}[{kin.index(element) + 1}]" if len(kin) > 1 else element.tag
    return f"{path(above)}/{step}"


def _numbered(tags: Mapping[HtmlElement, str]) -> dict[HtmlElement, str]:
    """The tags of some sisters, with a number behind each that several of them have."""
    counts: dict[str, int] = {}
    for tag in tags.values():
        counts[tag] = counts.get(tag, 0) + 1
    seen = dict.fromkeys(counts, 0)
    found = dict(tags)
    for element, tag in tags.items():
        if counts[tag] > 1:
            nth = seen[tag] = seen[tag] + 1
            found[element] = f"{tag}[{nth}]"
    return found


@lru_cache(maxsize=1024)
def _is_safe(tag: str) -> bool:
    return bool(_SAFE_NAME.fullmatch(tag))


def is_block(element: HtmlElement, tag: str) -> bool:
    """Whether an element is a block of its own to a reader, or a button that a heading holds."""
    return tag in _BLOCKS or (tag == "span" and _is_edited(element))


def _is_edited(element: HtmlElement) -> bool:
    """Whether an element of a wiki's heading leads to its editor."""
    return bool(element.get("class") == "mw-editsection")


def is_hidden(element: HtmlElement) -> bool:
    """Whether no reader of the page sees an element."""
    return is_unseen(str(element.tag), given(element))


def is_unseen(tag: str, given: Mapping[str, str]) -> bool:
    """Whether no reader of the page sees an element, by its tag and its attributes."""
    if tag in _SILENT:
        return True
    if not given:
        return False
    if "hidden" in given and not _STREAMED.fullmatch(given.get("id", "")):
        return True
    style, names = given.get("style"), given.get("class")
    if style and _is_unseen(style):
        return True
    return bool(names) and _is_for_machines(names)


@lru_cache(maxsize=1024)
def _is_unseen(style: str) -> bool:
    return bool(_UNSEEN.search(style))


@lru_cache(maxsize=8192)
def _is_for_machines(names: str) -> bool:
    return not _FOR_MACHINES.isdisjoint(names.split())


def frames(figure: HtmlElement) -> bool:
    """Whether a figure shows no picture, but a table, a quotation or code, as it may."""
    return (
        next(figure.iter("table", "pre", "code", "blockquote"), None) is not None
        and next(figure.iter(*_PICTURES), None) is None
    )


_PICTURES = ("canvas", "embed", "iframe", "img", "object", "picture", "svg", "video")


def pictured(nodes: Iterable[Node], sizes: Mapping[HtmlElement, int]) -> frozenset[HtmlElement]:
    """The boxes that hold a picture and a few words without an end, whatever they are called.

    nodes: all that a page holds. sizes: how many signs of running text each element does.
    """
    found = (_box(element, sizes) for element, tag, _, _, _, _ in nodes if tag == "img")
    return frozenset(box for box in found if box is not None)


def _box(picture: HtmlElement, sizes: Mapping[HtmlElement, int]) -> HtmlElement | None:
    """The box around a picture that has words besides, None where it has many or is none."""
    inner, holder = picture, picture.getparent()
    for _ in range(_NEAR):
        if holder is None or sizes.get(holder, 0) > _WORDS:
            return None
        if len(holder) > 1 or holder.text or inner.tail:
            words = _few(holder)
            if words is None or words:
                told = words and words[-1] not in _ENDS
                return holder if told and holder.tag in _FRAMING else None
        inner, holder = holder, holder.getparent()
    return None


def _few(holder: HtmlElement) -> str | None:
    """The words in an element, None as soon as there are many."""
    held: list[str] = []
    size = 0
    for text in holder.itertext():
        if words := text.strip():
            held.append(words)
            size += len(words)
            if size > _WORDS:
                return None
    return " ".join(held)


_NEAR = 4
"""How many elements around a picture are asked for words."""

_WORDS = 200
"""Signs of what stands in a box with a picture and tells what it shows, at most."""

_ENDS = ".!?…"
"""A sentence beside a picture is the work's: lists of things have one with each; on fundus, l3s and
wcxb all nine are, and none of eleven words without an end; see tests/bench/extraction.py."""

_FRAMING = frozenset({"div", "td", "tr", "tbody", "table", "center"})


def stands_apart(before: HtmlElement, child: HtmlElement) -> bool:
    """Whether two inline neighbours without a space between are still two words to a reader."""
    first, second = before.tag, child.tag
    if first in _PARTING or second in _PARTING or before.tail:
        return False
    if (first in _APART and second in _APART) or ("-" in first and "-" in second):
        return True
    if is_block(before, first) or is_block(child, second):
        return False
    named = bool(before.get("class") and child.get("class"))
    bare = first == second == "span" and not (before.get("class") or child.get("class"))
    if "time" not in {first, second} and not (named or bare):
        return False
    left, right = (before.text_content() or "").rstrip(), (child.text_content() or "").lstrip()
    if bare and not (len(right) <= _DAY and dates.iso(right)):
        return False
    return (
        len(left) > 1
        and (left[-1].isalnum() or left[-1] == ":")
        and (right[:1].isupper() or right[:1].isdigit())
    )


_DAY = 40
"""Signs of a day beside a name, at most: the parts of a word that a page colours have none."""


def is_row(element: HtmlElement) -> bool:
    """Whether a row is one of data: two cells and more, all short, with no block in them."""
    cells = list(elements(element))
    if len(cells) < 2 or any(cell.tag not in {"td", "th"} for cell in cells):
        return False
    if "".join([element.text or "", *(node.tail or "" for node in element)]).strip():
        return False
    bare = map(_bare, cells) if _is_of_data(element) else cells
    inner = (child for cell in bare for child in cell.iterdescendants())
    if any(
        isinstance(child.tag, str) and (child.tag in _BLOCKS or is_hidden(child)) for child in inner
    ):
        return False
    sizes = [len(" ".join((cell.text_content() or "").split())) for cell in cells]
    return max(sizes) <= _CELL and sum(size > 0 for size in sizes) >= 2


def _is_of_data(row: HtmlElement) -> bool:
    """Whether the table around a row shows that it is one of data: by its heads, as a figure, or by
    short cells, as many in each row."""
    table = next(row.iterancestors("table"), None)
    if table is None:
        return False
    holder = table.getparent()
    framed = holder is not None and holder.tag == "figure"
    return framed or next(table.iter("th", "caption"), None) is not None or _is_even(table)


def _is_even(table: HtmlElement) -> bool:
    """Whether all rows of a table have as many cells, two at least, and few words in each."""
    held = vars(table)
    known: bool | None = held.get("even")
    if known is None:
        rows = list(table.iter("tr"))
        cells = [cell for row in rows for cell in elements(row)]
        counts = {sum(1 for _ in elements(row)) for row in rows}
        known = len(rows) > 1 == len(counts) < min(counts) and all(map(_is_short, cells))
        held["even"] = known
    return known


def _is_short(cell: HtmlElement) -> bool:
    alone = next(cell.iter("table", "img", "input", "form"), None) is None
    return alone and len(" ".join((cell.text_content() or "").split())) <= _CELL


_CELL = 120
"""Signs of a cell of data, at most."""


def _bare(cell: HtmlElement) -> HtmlElement:
    """A cell, or the one paragraph that is all that the cell holds."""
    words = ((cell.text or "") + (cell[0].tail or "")).strip() if len(cell) == 1 else "more"
    alone: HtmlElement = cell[0] if not words and cell[0].tag == "p" else cell
    return alone


def sizes(nodes: Sequence[Node]) -> dict[HtmlElement, int]:
    """How many signs of running text each element holds, small print in links left out.

    nodes: all that a page holds.
    """
    own: dict[HtmlElement, int] = {}
    for element, tag, text, tail, holder, _ in nodes:
        if text and tag not in _UNTOLD:
            own[element] = own.get(element, 0) + len(text.strip())
        if tail and holder is not None and holder.tag not in _SILENT and (words := tail.strip()):
            own[holder] = own.get(holder, 0) + len(words)
    sizes = {element: size for element, size in own.items() if size > 40 or element.tag == "p"}
    for element, _, _, _, holder, _ in reversed(nodes):
        if holder is not None and (size := sizes.get(element, 0)):
            sizes[holder] = sizes.get(holder, 0) + size
    return sizes


def called(element: HtmlElement) -> str:
    """The classes and the id of an element, folded; "" for `<html>` and `<body>`."""
    if element.tag in {"body", "html"}:
        return ""
    said = given(element)
    return f"{said.get('class', '')} {said.get('id', '')}".lower().replace("_", "-")
