"""A page's declarations, gathered in one pass: tags, links, linked data, headings, markings."""

from collections.abc import Iterator, Sequence
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
    tags: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    scripts: list[str] = []
    headings: list[tuple[str, int]] = []
    marked: list[Marking] = []
    page = ""
    for place, element in enumerate(markings.looked_at(nodes)):
        match element.tag:
            case "meta":
                _add_tag(tags, element)
            case "link":
                _add_link(links, element)
            case "script" if markings.is_linked_data(element):
                scripts.append(element.text or "")
            case "title":
                page = page or text_of(element)
            case "h1":
                headings.append((text_of(element), place))
        if element.tag not in {"meta", "link", "script", "title"}:
            if element.tag == "a":
                _add_link(links, element)
            marked += markings.of(element, place)
    data = linked_data.read(scripts)
    said = Declared(
        root=nodes[0][0],
        tags=tags,
        links=links,
        headings=tuple(words for words, _ in headings if words),
        page=page,
        data=data,
        works=(*data.of(ARTICLES)[:3], *data.of(PAGES)[:3]),
        markings=tuple(marked),
    )
    wanted = next((value for value, _ in titles(said)), page)
    return replace(said, head=_headline(headings, wanted))


def _add_tag(tags: dict[str, list[str]], element: HtmlElement) -> None:
    value = " ".join((element.get("content") or "").split())
    for attribute in ("property", "name", "itemprop"):
        if value and (names := element.get(attribute)):
            for name in names.split():
                tags.setdefault(name.strip().lower(), []).append(value)
            return


def _add_link(links: dict[str, list[str]], element: HtmlElement) -> None:
    if href := (element.get("href") or "").strip():
        for relation in (element.get("rel") or "").lower().split():
            links.setdefault(relation, []).append(href)


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
