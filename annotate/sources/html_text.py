"""The text of a web page, made once, and a block for each element with words.

White space is folded as browsers fold it, `<br>` is a line's end, blocks are apart by blank lines.
Nothing visible is left out, the frame of the page neither: what is the work is decided in
`segments/`, by the hints that each block brings along.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml.html import HtmlElement

from annotate.letters import RAISED
from annotate.model import Block
from annotate.sources import boards, elements, folds, hints, nodes, positions, threads
from annotate.sources.boards import Remark

_BLANK = " \t\n\r\f"
_SPACE = re.compile(rf"[{_BLANK}]{{2,}}|[\t\n\r\f]")
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_ROLES = {
    "blockquote": "quote",
    "caption": "caption",
    "figcaption": "caption",
    "li": "list_item",
    "dd": "list_item",
    "dt": "list_item",
}
_TABLES = frozenset({"td", "th", "table"})
_LISTS = frozenset({"ul", "ol"})
_SHAPING = _TABLES | _LISTS | _ROLES.keys() | _LEVELS.keys()
"""Elements that change what the words in them are."""

_BOLD = frozenset({"b", "strong"})

_SET_BOLD = frozenset({"bold"})
_BESIDE_PICTURE = frozenset({"pictured"})
_PLAIN: frozenset[str] = frozenset()

_COMMENTS = frozenset({"comments"})
"""What the post that opens a thread is called, as all the others are."""

_ASIDE = frozenset({"aside"})
"""What says something of a line of a post only where it stands in the post."""

_MOST = 0.6
_DOUBTED = hints.NO_WORK | {"byline", "caption", "bio", "deck", "notes"}
"""A hint that would take more than this share of a page's words with it is not believed."""


def written(root: HtmlElement) -> "Writer":
    """The text of a page; of one that shows nothing until its script runs, what it has without."""
    for unscripted in (False, True):
        writer = Writer(root, unscripted=unscripted)
        writer.walk()
        if writer.blocks or next(root.iter("noscript"), None) is None:
            break
    return writer


@dataclass(slots=True)
class _Place:
    """Where the walk is: an element, what is known of it, and what it inherits."""

    element: HtmlElement
    tag: str
    around: "_Place | None" = None
    hints: frozenset[str] = frozenset()
    role: str | None = None
    level: int = 0
    linked: bool = False
    kept: bool = False
    remark: Remark | None = None
    steps: Mapping[HtmlElement, str] | None = None
    path: str = ""


@dataclass(slots=True)
class _Open:
    """The block that is being written: its words so far, how many are links, and what all share."""

    place: _Place
    hints: frozenset[str]
    words: list[str] = field(default_factory=list)
    links: int = 0
    bold: int = 0


class Writer:
    """The text of one page while it is made."""

    def __init__(self, root: HtmlElement, *, unscripted: bool = False) -> None:
        self.root = root
        self.unscripted = unscripted
        self.held = nodes.of(root)  # also because each look at an element else makes it anew
        self.sizes = elements.sizes(self.held)
        self.total = self.sizes.get(root, 0) or 1
        self.pictured = elements.pictured(self.held, self.sizes)
        self.remarks = threads.remarks(self.held)
        self.children = nodes.children(self.held)
        self.known: frozenset[HtmlElement] | None = None
        self.chunks: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.open: _Open | None = None
        self.words = positions.Words()

    def walk(self) -> None:
        """The page from its root on, in the order in which it is read.

        A page has further roots where a `</html>` closes what nothing opened.
        """
        roots = [self.held[0]]
        for root in self.root.itersiblings(etree.Element):
            held = nodes.of(root)
            self.children |= nodes.children(held)
            roots.append(held[0])
        steps = elements.steps(roots)
        for root, tag, text, _, _, _ in roots:
            self.enter(_Place(root, tag, path=f"/{steps[root]}"), text)
            self.flush()

    def finished(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks."""
        return "".join(self.chunks), tuple(self.blocks)

    def enter(self, place: _Place, text: str) -> None:
        """One element and what is in it; text: what stands before its first child."""
        element, tag = place.element, place.tag
        if tag == "br":
            self.newline()
            return
        if tag == "tr" and place.remark is None and elements.is_row(element):
            self.row(place)
            return
        block = elements.is_block(element, tag)
        if block and self.open is not None:
            self.flush()
        if text:
            self.say(text, place)
        if element in self.children:
            self.inner(place)
        if block and self.open is not None:
            self.flush()

    def inner(self, place: _Place) -> None:
        """What is in an element behind its first words, comments and instructions left out."""
        glued: HtmlElement | None = None
        for held in self.children[place.element]:
            node, tag, text, tail, _, given = held
            if tag:
                if elements.is_unseen(tag, given) and not self.is_shown(node):
                    self.words.hide(held, self.children)
                else:
                    if glued is not None and elements.stands_apart(glued, node):
                        self.say(" ", place)
                    if text or tag == "br" or node in self.children:
                        self.enter(self.inside(place, node, tag, given), text)
                    elif elements.is_block(node, tag):
                        self.flush()
                glued = None if tail else node
            if tail:
                self.say(tail, place)

    def path(self, place: _Place) -> str:
        """The xpath of a place; lxml, asked for it, counts all sisters anew each time."""
        around = place.around
        if not place.path and around is not None:
            if around.steps is None:
                around.steps = elements.steps(self.children[around.element])
            place.path = f"{self.path(around)}/{around.steps[place.element]}"
        return place.path

    def is_shown(self, element: HtmlElement) -> bool:
        """Whether readers come to see a hidden element: where no script runs, or below a button."""
        return (self.unscripted and element.tag == "noscript") or element in self.folded

    @property
    def folded(self) -> frozenset[HtmlElement]:
        """The hidden elements that hold most of the page: works, or what buttons fold."""
        if self.known is None:
            self.known = folds.folded(self.held, self.sizes, self.total)
        return self.known

    def inside(
        self, place: _Place, child: HtmlElement, tag: str, given: Mapping[str, str]
    ) -> _Place:
        """The place of a child: what it says of itself by its attributes, and what it inherits."""
        folding = tag == "button" and folds.is_folding(child, place.role)
        said = self.said(child, tag, given, folding=folding)
        role, level = place.role, place.level
        if tag in _SHAPING:
            role = self.shaped(child, tag, role)
            level += tag in _LISTS
            if tag in _LEVELS:
                role, level = "heading", _LEVELS[tag]
        elif folding and folds.heads(child):
            role, level = "heading", folds.LEVEL
        remark, around = place.remark, place.hints
        if child in self.remarks:
            remark = self.remarks[child]
            role = _role_in(remark, role)
            around -= hints.NO_WORK if remark.opens else _ASIDE
        if remark is not None:
            said -= _COMMENTS if remark.opens else _PLAIN
            said -= _ASIDE if tag == "aside" and "quote" in given.get("class", "") else _PLAIN
        return _Place(
            child,
            tag,
            place,
            around | said if said else around,
            role,
            level,
            place.linked or (tag == "a" and "href" in given),
            place.kept or tag == "pre",
            remark,
        )

    def said(
        self, element: HtmlElement, tag: str, given: Mapping[str, str], *, folding: bool
    ) -> frozenset[str]:
        """What an element says that it is part of, unless it holds too much for that, and what it
        looks like: bold, beside a picture."""
        said = hints.said(tag, given)
        if said:
            if self.sizes.get(element, 0) > _MOST * self.total:
                said -= _DOUBTED
            if folding:
                said -= {"form"}
            elif tag == "figure" and elements.frames(element):
                said -= {"figure"}
        if tag in _BOLD:
            said |= _SET_BOLD
        return said | _BESIDE_PICTURE if element in self.pictured else said

    def shaped(self, element: HtmlElement, tag: str, role: str | None) -> str | None:
        """The role that an element gives its words, or the one around it.

        Old pages set all their text in a `<blockquote>`, for its margins: that is no quotation.
        """
        if tag == "blockquote" and self.sizes.get(element, 0) > _MOST * self.total:
            return role
        return _ROLES.get(tag) or (role if tag not in _TABLES else None)

    def row(self, place: _Place) -> None:
        """A row of a table of data: one block, its cells apart by tabs."""
        self.flush()
        for n, cell in enumerate(elements.elements(place.element)):
            if n:
                self.say("\t", _kept(place))
            inner = self.inside(place, cell, str(cell.tag), elements.given(cell))
            if cell.text:
                self.say(cell.text, inner, owner=place)
            self.cell(inner, place)
        self.flush()

    def cell(self, inner: _Place, row: _Place) -> None:
        for text in filter(None, elements.texts(inner.element)):
            self.say(text, inner, owner=row)
        if self.open is not None:
            links = inner.element.iter("a")
            self.open.links += sum(len(_linked(link)) for link in links if link.get("href"))

    def say(self, text: str, place: _Place, *, owner: _Place | None = None) -> None:
        """Some words, added to the open block, or opening one."""
        if text.isspace():
            if self.open is not None:
                self.open.words.append(text if place.kept else _folded(text))
            return
        self.words.show(text)
        folded = text if place.kept else _folded(text)
        held = self.open
        if held is None:
            held = self.open = _Open(_block_place(owner or place), place.hints)
        if place.tag == "sup" and folded.strip().isdecimal():
            folded = folded.translate(RAISED)
        held.words.append(folded)
        if held.hints is not place.hints:
            held.hints &= place.hints
        if place.linked:
            held.links += len(folded.strip())
        if "bold" in place.hints:
            held.bold += len(folded.strip())

    def newline(self) -> None:
        """A `<br>`: the end of a line, and the second in a row the end of the block."""
        if self.open is None:
            return
        if "".join(self.open.words[-3:]).rstrip(" \t\u00a0").endswith("\n"):
            self.flush()
        else:
            self.open.words.append("\n")

    def flush(self) -> None:
        """The open block, written down."""
        held = self.open
        if held is None:
            return
        self.open = None
        words = _tidy("".join(held.words), kept=held.place.kept)
        if not words:
            return
        if self.chunks:
            self.chunks.append("\n\n")
            self.length += 2
        self.chunks.append(words)
        self.blocks.append(_block(held, self.length, words, self.path(held.place)))
        self.length += len(words)


def _linked(link: HtmlElement) -> str:
    return " ".join((link.text_content() or "").split())


def _block(held: _Open, start: int, words: str, path: str) -> Block:
    place = held.place
    said = held.hints - {"bold"} if "bold" in held.hints else held.hints
    if held.bold and held.bold >= len(words.replace(" ", "")) * 0.9:
        said |= {"bold"}
    remark = place.remark
    if remark and remark.opens:
        said |= {boards.OPENS}
    return Block(
        start=start,
        end=start + len(words),
        role=place.role,
        level=place.level if place.role in {"heading", "list_item"} else 0,
        depth=remark.depth if remark else 0,
        author=remark.author if remark else None,
        date=remark.date if remark else None,
        xpath=path,
        tag=place.tag,
        links=min(held.links, len(words)),
        hints=said,
        remark=remark.path if remark and not remark.opens else None,
    )


def _role_in(remark: Remark, role: str | None) -> str | None:
    """The role of what is in a post: the work is no item, whatever its thread is a list of."""
    return None if role == "list_item" and remark.opens else role


def _block_place(place: _Place) -> _Place:
    """The place of the nearest block around some inline words."""
    while not elements.is_block(place.element, place.tag) and place.around is not None:
        place = place.around
    return place


def _kept(place: _Place) -> _Place:
    return replace(place, kept=True)


def _folded(text: str) -> str:
    """Some text with white space folded; most has nothing to fold, which is quickly seen."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
        return _SPACE.sub(" ", text) if text.strip(_BLANK) else " "
    return text


def _tidy(words: str, *, kept: bool) -> str:
    """Words without white space at the ends of lines, and without empty lines.

    Of those one stays between the paragraphs of what is set out in lines, as a mail is.
    """
    if not kept and "  " in words:
        words = re.sub(r" {2,}", " ", words)
    if "\n" not in words:
        return words.strip()
    if kept:
        return _EMPTY.sub("\n\n", "\n".join(map(str.rstrip, words.split("\n")))).strip()
    lines = map(str.strip, words.split("\n"))
    return "\n".join(line for line in lines if line)


_EMPTY = re.compile(r"\n{3,}")
