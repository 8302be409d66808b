"""The core of a web page: the lines of the element that holds nearly all of its running text.

From the root of the page down, the one child is followed that holds nearly all; where no child
does, those boxes are left out that hold hardly any, or links above all.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from annotate.segments import cards, consents, furniture, notices, pleas
from annotate.segments.lines import Line
from annotate.sources import boards, hints
from annotate.sources.told import TOLD

_SHARE = 0.8
"""How much of the running text a child must hold to be followed. Lower loses the first half of
articles that are laid out in two boxes, higher keeps teasers; see tests/bench/extraction.py,
fundus."""

_LINKED = 0.6
"""A line with more of its signs in links is navigation; a sentence with a long link has 0.5."""

_LINKED_LIST = 0.75
"""A list with more of its signs in links leads elsewhere; one of things to buy has half of them."""

_FEW = 60
"""Words of prose in all, below which a page is a list or a poem and its short lines count too."""

_LINKED_BOX = 0.4
_LARGE_BOX = 0.5
_EVIDENCE = 3.0
"""What the page declares as its article's body counts so much more."""

_OPENING = 10.0
"""So much more the post counts that opens a thread: a page of posts has no other work, and much
of its own to say above them; see tests/bench/extraction.py, wcxb-forum."""

_APART = hints.NO_WORK | {"bio", "caption"}
_SMALL_BOX = 0.1
"""A box with less than this share of the largest one's text, in several lines, is a teaser."""

_PARAGRAPHS = frozenset(
    {"p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "pre"}
)
_LISTS = frozenset({"ul", "ol", "blockquote", "dl"})
_FLOWING = _PARAGRAPHS | _LISTS | {"table", "figure", "tr"}


@dataclass(slots=True)
class _Box:
    """A child of the element that holds the work: its lines, their text, links and merit.

    items: how many of its lines are headings and items; headings: how many are headings; rows: how
    many are of a table of data. first: its first line. makes: the makes of its paragraphs.
    """

    first: int = 0
    lines: int = 0
    size: int = 0
    links: int = 0
    items: int = 0
    headings: int = 0
    rows: int = 0
    quotes: int = 0
    merit: float = 0.0
    makes: set[str] = field(default_factory=set)


def core(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of the lines of the element that holds the work, its idle boxes left out."""
    others = frozenset((*cards.rows(lines), *consents.boxed(lines)))
    merits = [0.0 if n in others else merit(line) for n, line in enumerate(lines)]
    if sum(line.size for line, value in zip(lines, merits, strict=True) if value) < _FEW:
        merits = [0.0 if n in others else _slight(line) for n, line in enumerate(lines)]
    main = _followed(_tree(lines, merits))
    boxes = _boxes(lines, merits, main)
    best = max((box.merit for box in boxes.values()), default=0.0)
    makes = _makes(boxes, best)
    akin = _akin(boxes, makes, best)
    idle = frozenset(_linked_lists(lines))
    insets = frozenset(_insets(boxes))
    held = {
        n
        for n, line in enumerate(lines)
        if n not in others
        and line.is_in(main)
        and (child := _child(line, main)) not in insets
        and (not idle or _list(line) not in idle or line.sentence)
        and (
            child in akin
            or _is_kept(line, child, boxes[child], best)
            or (merits[n] and line.block.links == 0 and line.make in makes)
        )
    }
    return frozenset(held | _bare(lines, main, held))


def _bare(lines: Sequence[Line], main: str, held: Set[int]) -> set[int]:
    """The paragraphs right beside the work, in an element around it.

    Old pages open with bare text, and set what follows in an element of its own.
    """
    around = [n for n, line in enumerate(lines) if _is_around(line, main) and merit(line)]
    above = {n for n in around if n + 1 in held}
    return above | {n for n in around if n - 1 in held}


def _is_around(line: Line, main: str) -> bool:
    told = line.block.tag == "p" and line.final and not line.block.links
    path = line.home if told else line.block.xpath
    return main.startswith(f"{path}/")


def is_linked(line: Line) -> bool:
    """Whether a line is a link above all."""
    return line.block.links > _LINKED * max(1, line.end - line.start)


def merit(line: Line) -> float:
    """How much a line speaks for the element around it: by its words, its sentences, its hints."""
    block = line.block
    if block.remark is not None or _is_outside(line):
        return 0.0
    if not line.prose or is_linked(line) or notices.is_notice(line) or pleas.is_consent(line):
        return 0.0
    value = min(line.size, 100) * (1.0 - block.links / max(1, line.end - line.start))
    if block.hints & {"article", "body"}:
        value *= 2.0
    if TOLD in block.hints:
        value *= _EVIDENCE
    if boards.OPENS in block.hints:
        value *= _OPENING
    return value * (0.5 if block.role == "list_item" else 1.0)


def _is_outside(line: Line) -> bool:
    """Whether a line says that it is no part of a work, and the page does not say that it is."""
    said = line.block.hints
    return TOLD not in said and bool(said & _APART)


def _slight(line: Line) -> float:
    """How much a line speaks for its element where a page has hardly any running text."""
    if line.block.remark is not None or _is_outside(line) or is_linked(line):
        return 0.0
    if pleas.is_consent(line):
        return 0.0
    value = min(line.size, 100) * (1.0 - line.block.links / max(1, line.end - line.start))
    if boards.OPENS in line.block.hints:
        value *= _OPENING
    return value * (3.0 if line.block.hints & {"article", "body"} else 1.0)


def _tree(lines: Sequence[Line], merits: Sequence[float]) -> Mapping[str, Mapping[str, float]]:
    """For each element above running text, how much each of its children holds."""
    tree: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for line, value in zip(lines, merits, strict=True):
        if value > 0:
            for path, child in _steps(_holder(line)):
                tree[path][child] += value
    return tree


def _followed(tree: Mapping[str, Mapping[str, float]]) -> str:
    at = ""
    while at in tree:
        child, most = max(tree[at].items(), key=lambda held: held[1])
        if child == "" or most < _SHARE * sum(tree[at].values()):
            break
        at = f"{at}/{child}"
    return at


def _steps(path: str) -> Iterator[tuple[str, str]]:
    """Each element on a path with the step below it; the last one with an empty step."""
    parts = path.strip("/").split("/")
    at = ""
    for part in parts:
        yield at, part
        at = f"{at}/{part}"
    yield at, ""


def _holder(line: Line) -> str:
    """The element that a line counts for: what is around a paragraph, or the box of bare text."""
    path = line.path
    if line.block.tag in _PARAGRAPHS:
        path = path.rpartition("/")[0]
    while _name(path) in _LISTS:
        path = path.rpartition("/")[0]
    return path


def _name(path: str) -> str:
    return path.rpartition("/")[2].split("[")[0]


def _boxes(lines: Sequence[Line], merits: Sequence[float], main: str) -> dict[str, _Box]:
    boxes: dict[str, _Box] = {}
    for n, (line, value) in enumerate(zip(lines, merits, strict=True)):
        if line.is_in(main):
            box = boxes.setdefault(_child(line, main), _Box(first=n))
            box.lines += 1
            box.size += line.end - line.start
            box.links += line.block.links
            box.items += line.block.role in _ITEMS and not _is_outside(line)
            box.headings += line.block.role == "heading"
            box.rows += line.block.tag == "tr"
            box.quotes += line.block.role == "quote"
            box.merit += value
            if value:
                box.makes.add(line.make)
    return boxes


_ITEMS = frozenset({"heading", "list_item"})


_DATA = frozenset({"tr", "pre"})
"""A row of a table of data and a piece of code are of the work, however few words they have."""


def _makes(boxes: Mapping[str, _Box], best: float) -> frozenset[str]:
    """How the paragraphs of the large boxes are made; in a small box such a one is of the work."""
    large = (box for box in boxes.values() if box.merit >= _LARGE_BOX * best > 0)
    return frozenset(make for box in large for make in box.makes)


def _akin(boxes: Mapping[str, _Box], makes: Set[str], best: float) -> frozenset[str]:
    """The small boxes that are made as the large ones are.

    Their paragraphs are alike in tags, or they are lists between two others of running text.
    """
    between = [box.first for box in boxes.values() if box.merit >= _SMALL_BOX * best > 0]
    first, last = min(between, default=0), max(between, default=0)
    return frozenset(
        child
        for child, box in boxes.items()
        if box.links <= _UNLINKED * box.size
        and (box.makes & makes or (first < box.first < last and box.items > _LISTED * box.lines))
    )


_LISTED = 0.7
_UNLINKED = 0.2
"""The share of its signs that a box of running text may have in links."""


def _insets(boxes: Mapping[str, _Box]) -> Iterator[str]:
    """The small boxes of several lines, with links, among paragraphs that stand in no box.

    A table with headings in it is such a box, as old pages have them.
    """
    total = sum(box.merit for box in boxes.values())
    bare = [box for child, box in boxes.items() if _is_bare(child, box) and box.merit]
    if len(bare) < _FLOW or sum(box.merit for box in bare) < _SHARE * total:
        return
    for child, box in boxes.items():
        linked = box.lines > 1 and box.links > _TIED * max(1, box.size)
        quoted = box.quotes == box.lines  # a post of somebody's, as it was written
        if not _is_bare(child, box) and linked and not quoted and box.merit < _SMALL_BOX * total:
            yield child


def _is_bare(child: str, box: _Box) -> bool:
    name = child.split("[")[0]
    return not child or (name in _FLOWING and not (name == "table" and box.headings))


_FLOW = 5
"""Paragraphs side by side that are a text by themselves, at least."""

_TIED = 0.1
"""The share of its signs in links from which a box among paragraphs offers something else: on
fundus, wcxb and l3s, nine of ten words in such are none of the work (tests/bench/extraction.py)."""


def _child(line: Line, main: str) -> str:
    return line.path[len(main) + 1 :].partition("/")[0]


def _linked_lists(lines: Sequence[Line]) -> Iterator[str]:
    """The paths of the lists that are links above all."""
    items: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if at := _list(line):
            items[at].append(line)
    yield from (at for at, held in items.items() if _is_linked_list(held))


def _is_linked_list(items: Sequence[Line]) -> bool:
    """Whether the items of a list are links above all, labels left out.

    Mostly it is the same with all short items and without them, and none need be asked what it is.
    """
    labels = [item for item in items if item.size <= _LABEL]
    sure = sum(_over(item) for item in items if item.size > _LABEL)
    if sure + sum(min(0.0, _over(item)) for item in labels) > 0:
        return True
    if sure + sum(max(0.0, _over(item)) for item in labels) <= 0:
        return False
    return sure + sum(_over(item) for item in labels if not furniture.is_furniture(item)) > 0


def _over(item: Line) -> float:
    """How many more of its signs are in links than an item of a list of links needs."""
    return item.block.links - _LINKED_LIST * (item.end - item.start)


_LABEL = 2
"""Words of an item that says what the others are, at most: "Tags:"."""


def _list(line: Line) -> str:
    """The path of the outermost list around an item, empty where there is none."""
    if line.block.role != "list_item":
        return ""
    hit = _LIST.match(line.path)
    return hit[0] if hit else ""


_LIST = re.compile(r".*?/(?:ul|ol|dl|menu)(?:\[\d+\])?(?=/)")


def _is_kept(line: Line, child: str, box: _Box, best: float) -> bool:
    """Whether a line's box may be part of the work: paragraphs always, others by what they hold.

    child: the step of the box, empty for a line in none.
    """
    if box.merit >= _LARGE_BOX * best > 0:
        return True
    name = child.split("[")[0]
    if name in _LISTS and box.links <= _LINKED_LIST * max(1, box.size):
        return True
    if box.links > _LINKED_BOX * max(1, box.size) and (
        box.lines > 1 or line.block.role != "heading"
    ):
        stated = line.sentence or line.words.endswith(":") or line.byline is not None
        return box.lines == 1 and stated
    if not child or name in _FLOWING:
        return True
    if box.merit == 0.0:
        tabled = box.rows > 0 and box.links == 0
        return box.lines <= 3 or tabled or (line.block.tag in _DATA and line.block.links == 0)
    return box.merit >= _SMALL_BOX * best or box.lines <= 2
