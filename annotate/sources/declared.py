"""A page's declarations, gathered in one pass: tags, links, linked data, headings, markings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from annotate.letters import folded
from annotate.sources import linked_data, markings
from annotate.sources.linked_data import ARTICLES, PAGES, LinkedData, Thing
from annotate.sources.markings import Marking
from annotate.sources.nodes import Node

Stated = Iterator[tuple[str, str]]
"""Values, each with what states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A page's declarations, gathered in one pass.

    tags: by lower-case name. links: addresses by relation. headings: the words of the `<h1>`.
    page: the words of `<title>`. works: what JSON-LD describes, articles first. head: the place of
    the headline among the markings.
    """

    root: HtmlElement
    tags: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    page: str = ""
    data: LinkedData = field(default_factory=LinkedData)
    works: tuple[Thing, ...] = ()
    markings: tuple[Marking, ...] = ()
    head: int | None = None

    def stated(self, *names: str) -> Iterator[tuple[str, str]]:
        """The values of some tags, each with the tag's name, in the order of the names."""
        return ((value, name) for name in names for value in self.tags.get(name, ()))

    def described(self, key: str) -> Iterator[tuple[str, str]]:
        """The names that the works in JSON-LD have under a key."""
        for work in self.works:
            yield from ((name, f"JSON-LD {key}") for name in self.data.names(work.get(key)))

    def marked(self, *keys: str) -> list[Marking]:
        """The markings of some keys, those below the headline first."""
        found = [each for each in self.markings if each.key in keys]
        return markings.nearest(found, self.head)

    @property
    def sites(self) -> list[str]:
        """What the site and its publisher are called."""
        names = self.stated("og:site_name", "application-name", "citation_publisher")
        return [name for name, _ in (*names, *self.described("publisher"))]


def gathered(nodes: Sequence[Node]) -> Declared:
    """The declarations of a page. nodes: all that it holds."""
    seen = list(enumerate(markings.looked_at(nodes)))
    every = [element for _, element in seen]
    data = linked_data.read([each.text or "" for each in every if markings.is_linked_data(each)])
    headings = [(text_of(each), place) for place, each in seen if each.tag == "h1"]
    called = (text_of(each) for each in every if each.tag == "title")
    said = Declared(
        root=nodes[0][0],
        tags=_tags(every),
        links=_links(every),
        headings=tuple(words for words, _ in headings if words),
        page=next(filter(None, called), ""),
        data=data,
        works=(*data.of(ARTICLES)[:3], *data.of(PAGES)[:3]),
        markings=tuple(
            marking
            for place, each in seen
            if each.tag not in _UNMARKED
            for marking in markings.of(each, place)
        ),
    )
    wanted = next((value for value, _ in titles(said)), said.page)
    return replace(said, head=_headline(headings, wanted))


_UNMARKED = frozenset({"meta", "link", "script", "title"})
"""Elements that declare by themselves, and mark nothing that a reader sees."""


def _tags(elements: Iterable[HtmlElement]) -> dict[str, list[str]]:
    """What the tags of a page say, by their names in small letters."""
    tags: dict[str, list[str]] = {}
    for element in elements:
        if element.tag != "meta" or not (value := " ".join((element.get("content") or "").split())):
            continue
        given = (element.get(key) for key in ("property", "name", "itemprop"))
        for name in next(filter(None, given), "").split():
            tags.setdefault(name.strip().lower(), []).append(value)
    return tags


def _links(elements: Iterable[HtmlElement]) -> dict[str, list[str]]:
    """Where the links of a page lead, by what they say of it."""
    links: dict[str, list[str]] = {}
    for element in elements:
        href = (element.get("href") or "").strip() if element.tag in {"link", "a"} else ""
        for relation in (element.get("rel") or "").lower().split() if href else ():
            links.setdefault(relation, []).append(href)
    return links


def _headline(headings: Sequence[tuple[str, int]], title: str) -> int | None:
    """The place of the heading that says what the page is called, else of the first."""
    named = (place for words, place in headings if agree(words, title))
    return next(named, headings[0][1] if headings else None)


def titles(said: Declared) -> Stated:
    """The titles that a page declares in its head, the surest first."""
    yield from said.stated("citation_title")
    for work in said.works:
        if not ARTICLES.isdisjoint(linked_data.types(work)) and (
            words := linked_data.words(work.get("headline"))
        ):
            yield words, "JSON-LD headline"
    yield from said.stated(
        "og:title", "dc.title", "dcterms.title", "twitter:title", "parsely-title", "sailthru.title"
    )
    yield from said.stated("headline")


def agree(first: str, second: str) -> bool:
    """Whether two titles are one, or one is the other with something before or behind it."""
    one, two = folded(first), folded(second)
    return bool(one) and (one == two or (len(one) > 12 and (one in two or two in one)))


def text_of(element: HtmlElement) -> str:
    return " ".join((element.text_content() or "").split())
