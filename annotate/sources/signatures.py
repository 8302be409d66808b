"""Signatures: who wrote a reader's comment and when, as the elements of the comment say it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from annotate.sources import dates, elements, stamps
from annotate.sources.stamps import Stamp

_AUTHOR = re.compile(
    r"\w*username|(?:.*-)?(?:author(?:-?name)?|fn|c?name|nick(?:name)?|user(?:-?name)?|commenter(?:-?name)?"
    r"|poster|creator|screen-?name|display-?name|byline)"
)
_WHEN = re.compile(
    r"(?:.*-)?(?:c?date|c?time|timestamp|datetime|published|posted(?:-on)?|ago|when|permalink"
    r"|metadata|meta)"
)
_SAYS = re.compile(
    r"^(?:#?\d{1,4}[.)]\s+)?(?:posted\s+by|comment(?:ed)?\s+by|submitted\s+by|by|(?-i:from)|from(?=:)|von|par)\s*:?\s+"
    rf"|\s*{stamps.SAYS}?\s*[:,|•·–—…-]*(?:\.{3})?$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s+(?:post|article|story|blog|thread) (?:author|starter)$"
    r"|\s*(?:\((?:e-?mail|profile|guest|author|not verified|verified \w+|.{0,30}\bago)\)|\|.*$)",
    re.IGNORECASE,
)
_LONGEST = 60
_LINE = 120
"""Signs of a line that may be a name and a date, at most."""

_READ = 4
"""How many lines at either end of a comment are read for its stamp."""


def names(element: HtmlElement) -> tuple[str, ...]:
    """The class names and properties of an element, folded."""
    said = elements.given(element)
    return _folded(f"{said.get('class', '')} {said.get('itemprop', '')} {said.get('rel', '')}")


@lru_cache(maxsize=4096)
def _folded(given: str) -> tuple[str, ...]:
    return tuple(given.lower().replace("_", "-").split())


def signed(own: Sequence[HtmlElement], words: Sequence[str]) -> tuple[str | None, str | None]:
    """The author and the date of a comment: by what its elements are called, else by its words.

    own: its elements. words: its lines. None where it does not say.
    """
    author, date = _author(own), _date(own)
    if author and date:
        return author, date
    said = _said(words)
    return author or said[0] or _cited(own, words) or _linked(own), date or said[1]


def _cited(own: Iterable[HtmlElement], words: Sequence[str]) -> str | None:
    """The name in a `<cite>` that is the first line of a comment."""
    if not words or not is_name(words[0]):
        return None
    said = (" ".join((node.text_content() or "").split()) for node in own if node.tag == "cite")
    return _name(words[0]) if words[0] in said else None


def _linked(own: Iterable[HtmlElement]) -> str | None:
    """The name in the first link to a person's page; "@Karel" is somebody spoken to."""
    for element in own:
        if element.tag == "a" and leads_to_person(element.get("href") or ""):
            words = " ".join((element.text_content() or "").split())
            if not words.startswith("@") and is_name(words):
                return _name(words)
    return None


def leads_to_person(target: str) -> bool:
    """Whether a link leads to who wrote something, and not to what was written."""
    return bool(_PERSON.search(target))


_PERSON = re.compile(
    r"(?:^|/)(?:profiles?|users?|members?|people|author|u|~)/[^/]|[?&](?:u|uid|userid)=|^/?@\w",
    re.IGNORECASE,
)


def _author(own: Iterable[HtmlElement]) -> str | None:
    for element in own:
        if not _names_author(element) or any(map(_names_author, element.iterdescendants("*"))):
            continue
        if name := _name(" ".join((element.text_content() or "").split())):
            return name
    return None


def _names_author(element: HtmlElement) -> bool:
    return any(_is_author(name) for name in names(element))


@lru_cache(maxsize=4096)
def _is_author(name: str) -> bool:
    return bool(_AUTHOR.fullmatch(name))


@lru_cache(maxsize=4096)
def _is_when(name: str) -> bool:
    return bool(_WHEN.fullmatch(name))


def _name(words: str) -> str | None:
    """The name that some words give, None if they give none."""
    if not words or len(words) > 2 * _LONGEST:
        return None
    stamp = stamps.read(words)
    name = (stamp.author or "") if stamp else words
    name = _SAYS.sub("", _SAYS.sub("", _ASIDE.sub("", name)))
    fits = name and len(name) <= _LONGEST and re.search(r"[^\W\d_]", name)
    return name if fits and dates.iso(name) is None else None


def _date(own: Sequence[HtmlElement]) -> str | None:
    for element in own:
        stated = _stated(element)
        if stated and (value := dates.iso(stated)):
            return value
    for element in own[1:]:
        if any(_is_when(name) for name in names(element)):
            for words in (
                " ".join((element.text_content() or "").split()),
                element.get("title") or "",
            ):
                if len(words) <= _LINE and (value := dates.iso(words)):
                    return value
    return None


def _stated(element: HtmlElement) -> str:
    """The date that an attribute states, nothing where none does."""
    if element.tag in {"abbr", "time"}:
        return str(element.get("datetime") or element.get("title") or "")
    if element.tag == "meta" and _TIMES.search(element.get("itemprop") or ""):
        return str(element.get("content") or "")
    return str(element.get("datetime") or "")


_TIMES = re.compile(r"date|time", re.IGNORECASE)


def _said(words: Sequence[str]) -> tuple[str | None, str | None]:
    """What the lines at either end of a comment say of who wrote it and when."""
    words = [*_without_profile(words)]
    near = [*range(min(_READ, len(words))), *range(max(_READ, len(words) - _READ), len(words))]
    author = date = None
    for n in near:
        stamp = stamps.read(words[n])
        if stamp is None or not (stamp.author or stamp.stated) or _is_told_of(stamp, words, n):
            continue
        if author is None and stamp.author:
            author = _name(stamp.author)
        elif author is None and stamp.stated and len(words) > _ALONE:
            author = _beside(words, n)
        date = date or stamp.date
        if author and date:
            break
    return author, date


def aligned(records: Sequence[Sequence[str]]) -> list[str]:
    """The name in the first line of each of several comments, or in the last; [] if there is none.

    records: the lines of each comment. What stands in a few forms only is a button.
    """
    said = [[line for line in _without_profile(words) if _may_name(line)] for words in records]
    if not all(len(words) > 1 for words in said):
        return []
    for at in (0, -1):
        found = [_first_field(words[at]) for words in said]
        if all(map(is_name, found)) and 2 * len(set(found)) > len(found):
            return found
    return []


def _may_name(line: str) -> bool:
    return not stamps.is_button(line) and stamps.read(line) is None


def _first_field(line: str) -> str:
    """What stands before the first bar or point of a line: "Karel J. · Works in Brenn"."""
    return re.split(r"\s+[|•·]\s+", line.strip(" -–—~|•·:,"))[0]


def _without_profile(words: Sequence[str]) -> Iterator[str]:
    """The lines of a comment that do not tell since when who wrote it has been a member."""
    above = ""
    for n, line in enumerate(words):
        sent = n == 0 and line.lower().startswith("from:")
        told = not sent and (line.isdecimal() or stamps.is_profile(line))
        if not told and not stamps.is_entry(above):
            yield line
        above = line


def _is_told_of(stamp: Stamp, words: Sequence[str], n: int) -> bool:
    """Whether a day alone, without its hour, stands in the midst of what a comment says."""
    alone = stamp.author is None and not (stamp.timed or stamp.told)
    return alone and _TOP <= n < len(words) - 1


_TOP = 3
"""Lines in which a comment may have a title, a name and its day."""


def _beside(words: Sequence[str], n: int) -> str | None:
    """The name in the line above a date, or below it where that is the last.

    Between the name and the date may stand a place: "Lorton, Brenn".
    """
    placed = n == _PLACED and "," in words[n - 1] and is_name(words[0])
    for m in (0,) if placed else (n - 1, n + 1):
        if 0 <= m < len(words) and (is_name(_SAYS.sub("", words[m])) or _is_first(words, m)):
            return _name(words[m])
    return None


_PLACED = 2


def _is_first(words: Sequence[str], m: int) -> bool:
    """Whether a line opens a comment and has two small words, as some write their names."""
    return m == 0 and bool(_SMALL.fullmatch(words[m]))


_SMALL = re.compile(r"[^\W\d_A-Z]{2,}(?: [^\W\d_A-Z]{2,})?")


def is_name(words: str) -> bool:
    """Whether a line may be somebody's name and no sentence."""
    parts = words.split()
    if not 0 < len(parts) <= _FEW or len(words) > _LONGEST:
        return False
    if words[-1] in ".!?;…" and not _INITIAL.search(words):
        return False
    if stamps.is_button(words) or not re.search(r"[^\W\d_]", words):
        return False
    return len(parts) == 1 or 2 * sum(not part[0].islower() for part in parts) > len(parts)


_ALONE = 2
"""Lines of a comment that says one thing, and when, and not who."""

_INITIAL = re.compile(r"^\w+\s(?:\w+\s)?[A-Z]\.$")
"""A name that ends in an initial: "Karel J."."""

_FEW = 4
"""Words of a name beside a date, at most."""


def lines(nodes: Iterable[HtmlElement], left_out: set[HtmlElement]) -> list[str]:
    """The lines of some elements as a reader sees them, in order, what is left out left out."""
    held: list[str] = [""]
    for node in nodes:
        _write(node, left_out, held)
        held.append("")
    folded = (" ".join(line.split()) for line in held)
    return [line for line in folded if line]


def _write(node: HtmlElement, left_out: set[HtmlElement], held: list[str]) -> None:
    apart = elements.is_block(node, str(node.tag)) or node.tag == "br"
    if apart:
        held.append("")
    held[-1] += node.text or ""
    for child in node:
        if isinstance(child.tag, str) and child not in left_out and not elements.is_hidden(child):
            _write(child, left_out, held)
        held[-1] += child.tail or " "
    if apart:
        held.append("")


def own(element: HtmlElement, left_out: set[HtmlElement]) -> Iterator[HtmlElement]:
    """The element and what is in it, elements left out left out."""
    yield element
    for child in element:
        if (
            isinstance(child.tag, str)
            and child not in left_out
            and child.tag not in {"script", "style"}
        ):
            yield from own(child, left_out)
