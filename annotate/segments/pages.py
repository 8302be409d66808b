"""Which blocks of a web page are the work, and which are the frame around it.

The work is where the running text is: from the root of the page down, the one element is followed
that holds nearly all of it. What lies outside, and what inside says of itself that it is a menu, a
teaser or a form, is told apart here; all other kinds are decided by the rules for any line.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotate.model import Meta
from annotate.segments import captions, comments, furniture, notes
from annotate.segments.lines import Line
from annotate.sources import dates, hints

_SHARE = 0.8
"""How much of the running text an element must hold to be followed. Lower loses the first half of
articles that are laid out in two boxes, higher keeps teasers; see bench/extraction on fundus."""

_LINKED = 0.6
"""A line with more of its signs in links is navigation; a sentence with a long link has 0.5."""

FRAME = frozenset({"boilerplate", "notice", "comment", "comment_meta"})
"""The kinds that are decided by the page alone: the rules for lines do not see them."""


def told_apart(lines: Sequence[Line], meta: Meta) -> tuple[Line, ...]:
    """The lines of a page, each with the role that its place in the page gives it."""
    main = _main(lines)
    inside = [n for n, line in enumerate(lines) if _is_within(line, main)]
    first, last = (inside[0], inside[-1]) if inside else (0, len(lines) - 1)
    title = _title(lines, meta, first, last)
    top = title if title is not None and title < first else first
    if title == top and top and _is_kicker(lines[top - 1]):
        top -= 1
    place = _Place(main=main, title=title, top=top, last=last, writers=frozenset(meta.authors))
    return tuple(_with_role(line, n, place) for n, line in enumerate(lines))


def _is_kicker(line: Line) -> bool:
    said = line.block.hints
    return "byline" in said and not said & hints.OUTSIDE and line.size <= 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where the work lies: main is its element, the lines from top to last are its reach."""

    main: str
    title: int | None
    top: int
    last: int
    writers: frozenset[str]


def _with_role(line: Line, n: int, place: _Place) -> Line:
    role = _role(line, n, place)
    return line if role == line.role else replace(line, block=replace(line.block, role=role))


def _role(line: Line, n: int, place: _Place) -> str | None:
    block, said = line.block, line.block.hints
    if n == place.title:
        return "title"
    if block.remark is not None:
        return _in_remark(line)
    if "comments" in said:
        return "thread" if "form" not in said and "respond" not in said else "boilerplate"
    if _is_within(line, place.main) or place.top <= n <= place.last:
        return _inner_role(line)
    return _outer_role(line, n, place)


def _outer_role(line: Line, n: int, place: _Place) -> str:
    """The role of a line outside the work: a notice, a word on the author, or the page's frame."""
    said = line.block.hints
    if furniture.is_notice(line):
        return "notice"
    if place.last < n <= place.last + 4 and "related" not in said:
        about = "bio" in said or notes.is_about(line, place.writers)
        return "note" if about and line.sentence and not _is_linked(line) else "boilerplate"
    return "boilerplate"


def _inner_role(line: Line) -> str | None:
    """The role of a line in the element that holds the work."""
    block, said = line.block, line.block.hints
    if block.role == "caption" or ("caption" in said and line.size <= 80):
        return "caption"
    if "bio" in said and line.sentence:
        return "note"
    if said & (hints.OUTSIDE - {"footer"}) or ("footer" in said and not line.sentence):
        return "boilerplate"
    if _is_linked(line) and not line.sentence:
        return "boilerplate" if block.role != "heading" else block.role
    if "figure" in said and block.role not in {"heading", "quote"}:
        return "caption"
    return _head_role(line)


def _head_role(line: Line) -> str | None:
    said, role = line.block.hints, line.block.role
    if role == "heading":
        return role
    if "deck" in said and role is None:
        return "deck"
    if "byline" in said and line.size <= 30 and not line.prose:
        return "byline"
    if "notes" in said:
        return "note"
    return role


def _is_linked(line: Line) -> bool:
    return line.block.links > _LINKED * max(1, line.end - line.start)


# comments


_STAMPS = re.compile(
    rf"{dates.DATE}|{dates.AGO.pattern}|\d{{1,2}}[:.]\d\d|\b(?:says|said|wrote|posted|by|on|at|reply|permalink|link"
    r"|am|pm|a\.m\.|p\.m\.|edited|report|abuse|likes?|comment|#?\d+|[ECMP][SD]T|GMT|UTC)\b|\W+",
    re.IGNORECASE,
)


def _in_remark(line: Line) -> str:
    """What a line of a reader's comment is: its name and date, a button, or what is said."""
    block = line.block
    words = line.words
    if comments.is_button(words) or "form" in block.hints or "respond" in block.hints:
        return "boilerplate"
    if line.size <= 20:
        rest = words.replace(block.author, " ") if block.author else words
        dated = block.date is not None and dates.iso(words) is not None
        named = block.author is not None and block.author in words
        if (named or dated or dates.AGO.search(words)) and len(_STAMPS.sub(" ", rest).split()) <= 3 * (named and dated):
            return "comment_meta"
        if (named or dated) and not _STAMPS.sub(" ", rest).split():
            return "comment_meta"
    return "comment"


# the element that holds the work


def _main(lines: Sequence[Line]) -> str:
    """The xpath of the smallest element that holds nearly all running text."""
    tree: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for line in lines:
        merit = _merit(line)
        if merit <= 0:
            continue
        for path, child in _steps(_holder(line)):
            tree[path][child] += merit
    return _followed(tree)


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
    for n in range(len(parts) + 1):
        at = "".join(f"/{part}" for part in parts[:n])
        yield at, parts[n] if n < len(parts) else ""


def _holder(line: Line) -> str:
    """The element that a line counts for: what is around a paragraph, or the box of bare text."""
    path = line.block.xpath or ""
    if line.block.tag in {"p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "pre"}:
        path = path.rpartition("/")[0]
    while path.rpartition("/")[2].split("[")[0] in {"ul", "ol", "blockquote", "dl"}:
        path = path.rpartition("/")[0]
    return path


def _merit(line: Line) -> float:
    """How much a line speaks for the element around it: by its words, its sentences, its hints."""
    block = line.block
    if block.remark is not None or block.hints & (hints.OUTSIDE | {"comments", "bio", "caption"}):
        return 0.0
    if not line.prose or _is_linked(line) or furniture.is_notice(line):
        return 0.0
    merit = min(line.size, 100) * (1.0 - block.links / max(1, line.end - line.start))
    if block.hints & {"article", "body"}:
        merit *= 2.0
    return merit * (0.5 if block.role == "list_item" else 1.0)


def _is_within(line: Line, main: str) -> bool:
    path = line.block.xpath or ""
    return path == main or path.startswith(f"{main}/")


# title


def _title(lines: Sequence[Line], meta: Meta, first: int, last: int) -> int | None:
    """The line that shows the title: a heading that agrees with what is declared, near the work."""
    wanted = _folded(meta.title or "")
    shown = [
        n
        for n, line in enumerate(lines[: last + 1])
        if wanted and _folded(line.words) == wanted and not line.block.hints & {"nav", "related", "comments"}
    ]
    headings = [n for n in shown if lines[n].role == "heading"]
    if headings or shown:
        return max(headings or shown, key=lambda n: (n <= first + 3, n))
    ranked = [
        n
        for n, line in enumerate(lines[: last + 1])
        if line.role == "heading"
        and line.block.level == 1
        and not line.block.hints & (hints.OUTSIDE | {"comments"})
        and not captions.is_credit(line.words)
    ]
    return ranked[-1] if len(ranked) == 1 else None


def _folded(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())
