"""What the elements of a page are marked as: who wrote it, and when it came out and was revised.

Pages mark for machines (microdata, RDFa, hAtom, `rel=author`, `<time>`) and for their own looks (a
class "author-name"). What is marked in the head of the article counts before what is marked below
it, and what stands in a reader's comment or in a teaser of another article counts nothing.
Source: https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-core/,
http://microformats.org/wiki/hatom and the names in blogs' and newspapers' templates.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from annotate.sources import hints
from annotate.sources.nodes import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """Words that an element marks. key: "author", "published", "modified" or "day".

    by: what marks them, such as "itemprop author". words: what a reader sees; stated: what the
    element gives to machines, such as `datetime`. place: of the element among those marked.
    """

    key: str
    by: str
    words: str
    stated: str
    place: int
    form: tuple[str, str] = ("", "")


_TAGS = frozenset({"h1", "link", "meta", "time", "title"})
_MARKING_CLASS = re.compile(r"uthor|yline|riter|ublished|posted|vcard|[dD]ate|timestamp").search
"""What class names must hold to be looked at."""

_PROPERTIES = {
    "author": "author",
    "creator": "author",
    "date": "published",
    "datecreated": "created",
    "datemodified": "modified",
    "datepublished": "published",
    "issued": "published",
    "modified": "modified",
    "pubdate": "published",
    "published": "published",
}
"""What the properties of schema.org, Dublin Core and their like mean, in small letters."""

_CLASSES = (
    ("author", "class author", r"p-author|author|fn|(?:.*-)?(?:author|byline|writer)s?(?:-.*)?"),
    ("modified", "class modified", r"(?:.*-)?(?:modified|updated)(?:-.*)?"),
    (
        "published",
        "class published",
        r"dt-published|published|(?:.*-)?(?:published|posted|pub)-?(?:date|on|at|time)?(?:-.*)?",
    ),
    ("day", "class date", r"(?:.*-)?date(?:line|time)?(?:-.*)?|timestamp"),
)
"""What class names mark, the surest first."""

_OTHERWISE = re.compile(
    r"(?:^|-)(?:about|avatar|bio|biography|btn|button|comments?|count|desc|description|follow|icon"
    r"|image|img|job|list|more|photo|pic|picture|position|role|share|social|tags?|thumb|twitter"
    r"|thumbnail|desk|cta|filter|picker|range|archive|search)(?:-|$)"
)
"""Parts of class names beside an author's or a day's that say it is something about them."""

_ELSEWHERE = frozenset({"comments", "related", "nav", "ad", "signup", "cookie", "respond"})
_AROUND = 7
"""How many elements around a marking are asked whether they are something else's."""

_LONGEST = 200


def looked_at(nodes: Iterable[Node]) -> Iterator[HtmlElement]:
    """The elements that a declaration may stand in, in order. nodes: all that a page holds."""
    for element, tag, _, _, _, given in nodes:
        if tag == "script":
            if is_linked_data(element):
                yield element
        elif tag in _TAGS or (given and tag not in _WORDLESS and _may_mark(tag, given)):
            yield element


_WORDLESS = frozenset(
    {
        "",
        *("style", "br", "hr"),
        *("svg", "symbol", "defs", "g", "path", "use", "rect", "circle", "line", "polygon"),
    }
)
"""What marks nothing, whatever it is called: code, and pictures, which have much to say of their
shapes; "" is a comment of the page's own writer."""


def is_linked_data(element: HtmlElement) -> bool:
    """Whether an element is a script that describes the page."""
    return element.tag == "script" and "ld+json" in (element.get("type") or "").lower()


def _may_mark(tag: str, given: Mapping[str, str]) -> bool:
    names = given.get("class")
    if (names and _is_marking(names)) or given.get("itemprop") or given.get("property"):
        return True
    return tag == "a" and bool(given.get("rel") or "/author" in given.get("href", ""))


@lru_cache(maxsize=20_000)
def _is_marking(names: str) -> bool:
    return bool(_MARKING_CLASS(names))


def of(element: HtmlElement, place: int) -> Iterator[Marking]:
    """What an element is marked as."""
    found = list(_marked(element))
    if not found:
        return
    text = " ".join(" ".join(element.itertext()).split())
    if len(text) > _LONGEST or _is_elsewhere(element):
        return
    stated = next(
        (said for name in ("content", "datetime", "title") if (said := element.get(name))), ""
    )
    form = (str(element.tag), element.get("class") or "")
    for key, by in found:
        words = (_name_in(element) if key == "author" else "") or text
        yield Marking(key=key, by=by, words=words, stated=stated, place=place, form=form)


def _name_in(element: HtmlElement) -> str:
    """The name that a person marked as one has among what else is told of them, "" if none."""
    if element.get("itemscope") is None:
        return ""
    named = (node for node in element.iterdescendants() if node.get("itemprop") == "name")
    name = next(named, None)
    if name is None:
        return ""
    return " ".join((name.get("content") or "".join(name.itertext())).split())


def nearest(markings: Sequence[Marking], head: int | None) -> list[Marking]:
    """The markings by how near they are to the headline: those below it first, in order.

    head: the place of the headline's element, None where there is none.
    """
    if head is None:
        return list(markings)
    below = [marking for marking in markings if marking.place >= head]
    above = [marking for marking in markings if marking.place < head]
    return below + above[::-1]


def _marked(element: HtmlElement) -> Iterator[tuple[str, str]]:
    for attribute in ("itemprop", "property"):
        for name in (element.get(attribute) or "").split():
            key = _PROPERTIES.get(re.split(r"[:/#.]", name)[-1].lower())
            if key and _is_of_a_work(element, attribute):
                yield key, f"{attribute} {name}"
    if element.get("pubdate") is not None:
        yield "published", "time pubdate"
    if "author" in (element.get("rel") or "").lower().split():
        yield "author", "rel=author"
    yield from _by_class(element)
    if element.tag == "time":
        yield "day", "time"
    if element.tag == "a" and re.search(r"/authors?/[^/?#]", element.get("href") or ""):
        yield "author", "author's page"


def _by_class(element: HtmlElement) -> Iterator[tuple[str, str]]:
    for name in (element.get("class") or "").split()[:8]:
        plain = _hyphened(name[:60])
        if key := _key(plain):
            yield key


@lru_cache(maxsize=10_000)
def _key(plain: str) -> tuple[str, str] | None:
    """What a class name marks, and what marks it; None if it marks nothing."""
    if _OTHERWISE.search(plain):
        return None
    hits = ((key, by) for key, by, pattern in _CLASSES if re.fullmatch(pattern, plain))
    return next(hits, None)


@lru_cache(maxsize=10_000)
def _hyphened(name: str) -> str:
    """A class name in small letters, its parts apart by hyphens: "authorName_1r0t6" """
    return re.sub(r"[-_]+", "-", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name)).lower().strip("-")


def _is_of_a_work(element: HtmlElement, attribute: str) -> bool:
    """Whether a property is one of the page's work, not of a comment or a person in it."""
    scope, type_ = ("itemscope", "itemtype") if attribute == "itemprop" else ("typeof", "typeof")
    holder = next((each for each in element.iterancestors() if each.get(scope) is not None), None)
    kind = (holder.get(type_) or "") if holder is not None else ""
    return not re.search(
        r"(?i)comment|person|organi[sz]ation|product|offer|rating|imageobject", kind
    )


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands in a comment, in navigation or in a teaser of something else."""
    around = (element, *element.iterancestors())
    for _, holder in zip(range(_AROUND), around, strict=False):
        if not _ELSEWHERE.isdisjoint(hints.of(holder)):
            return True
    return False
