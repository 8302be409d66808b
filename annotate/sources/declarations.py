"""What a page declares of its work: to machines in its head, and by marks on what it shows.

Pages declare carelessly: a site's name as author, a title with the site's name behind it. So all
that is declared is kept, a claim a value, in order of trust; `choices.py` decides.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from annotate import claims
from annotate.model import Claim, Meta
from annotate.sources import bylines, dates, linked_data, markings, writers
from annotate.sources.linked_data import ARTICLES, PAGES, LinkedData, Thing
from annotate.sources.markings import Marking

_TYPES = {
    "newsarticle": "article-newspaper",
    "reportagenewsarticle": "article-newspaper",
    "analysisnewsarticle": "article-newspaper",
    "backgroundnewsarticle": "article-newspaper",
    "opinionnewsarticle": "article-newspaper",
    "blogposting": "post-weblog",
    "liveblogposting": "post-weblog",
    "scholarlyarticle": "article-journal",
    "report": "report",
}


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


def of(root: HtmlElement) -> Meta:
    """What a page declares of its work: the first claim of each key, and all of them."""
    said = _gathered(root)
    found = [
        Claim(key=key, value=value, origins=(origin,))
        for key, find in _FINDERS.items()
        for value, origin in find(said)
    ]
    if not any(claim.key == "published" for claim in found) and (day := _scripted(root)):
        found.append(Claim(key="published", value=day, origins=("script",)))
    stated = claims.gathered(found)
    first = {claim.key: claim for claim in reversed(stated) if claim.key not in _ONLY_CLAIMS}
    values = {key: claim.value for key, claim in first.items() if key != "authors"}
    authors = first["authors"].value.split(claims.JOINED) if "authors" in first else ()
    origins = {key: claim.origins[0] for key, claim in first.items()}
    return Meta(**values, authors=tuple(authors), origins=origins, claims=stated)


_ONLY_CLAIMS = frozenset({"modified", "doi"})

# one pass


def _gathered(root: HtmlElement) -> Declared:
    tags: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    scripts: list[str] = []
    headings: list[tuple[str, int]] = []
    marked: list[Marking] = []
    page = ""
    for place, element in enumerate(markings.looked_at(root)):
        match element.tag:
            case "meta":
                _add_tag(tags, element)
            case "link":
                _add_link(links, element)
            case "script" if markings.is_linked_data(element):
                scripts.append(element.text or "")
            case "title":
                page = page or _text(element)
            case "h1":
                headings.append((_text(element), place))
        if element.tag not in {"meta", "link", "script", "title"}:
            if element.tag == "a":
                _add_link(links, element)
            marked += markings.of(element, place)
    data = linked_data.read(scripts)
    said = Declared(
        root=root,
        tags=tags,
        links=links,
        headings=tuple(words for words, _ in headings if words),
        page=page,
        data=data,
        works=(*data.of(ARTICLES)[:3], *data.of(PAGES)[:3]),
        markings=tuple(marked),
    )
    wanted = next((value for value, _ in _declared_titles(said)), page)
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


Stated = Iterator[tuple[str, str]]
"""Values, each with what states it."""


# title


def _titles(said: Declared) -> Stated:
    declared = list(_declared_titles(said))
    for heading in said.headings:
        if any(agree(heading, value) for value, _ in declared[:1]):
            yield heading, "h1"
    for value, origin in declared:
        yield _without_site(value, said), origin
    for heading in said.headings:
        if len(heading) > 3 and said.page and folded(heading) in folded(said.page):
            yield heading, "h1"
    if said.page:
        yield _without_site(said.page, said), "title tag"
    for heading in said.headings:
        yield heading, "h1"


def _declared_titles(said: Declared) -> Stated:
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


def folded(words: str) -> str:
    """The letters and figures of some words, in small letters."""
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _text(element: HtmlElement) -> str:
    return " ".join((element.text_content() or "").split())


_SITE = re.compile(r"\s+[|–—«»·•:-]{1,2}\s+|\s*[|»]\s*")


def _without_site(title: str, said: Declared) -> str:
    """A title without the site's name in front of it or behind it."""
    site = next(said.stated("og:site_name", "application-name"), None)
    for cut in _SITE.finditer(title):
        head, tail = title[: cut.start()], title[cut.end() :]
        if site and folded(tail).startswith(folded(site[0])):
            return head
        if site and folded(head) == folded(site[0]):
            return tail
    cuts = list(_SITE.finditer(title))
    if cuts and bylines.publishes(title[cuts[-1].end() :]) and cuts[-1].start() > 10:
        return title[: cuts[-1].start()]
    return title


# days

_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "sailthru.date",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publication_date",
    "publish-date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "displaydate",
    "originalpublicationdate",
    "rnews:datepublished",
    "created",
    "date",
)
_MODIFIED = (
    "article:modified_time",
    "article:modified",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "og:updated_time",
    "last-modified",
    "lastmod",
    "revised",
)
_EARLIEST = "1990"
"""No page is older than the web; 1 January 1970 is a clock that was never set."""


def _days(said: Declared) -> Stated:
    yield from _of_days(
        said.stated("citation_publication_date", "citation_date", "citation_online_date")
    )
    yield from _of_days(said.described("datePublished"))
    yield from _of_days(_marked_days(said, "published", surely=True))
    yield from _of_days(said.stated(*_PUBLISHED))
    yield from _of_days(said.described("dateCreated"))
    yield from _of_days(_marked_days(said, "published", "day", surely=False))


def _revised(said: Declared) -> Stated:
    yield from _of_days(said.described("dateModified"))
    yield from _of_days(said.stated(*_MODIFIED))
    yield from _of_days(_marked_days(said, "modified", surely=True))
    yield from _of_days(_marked_days(said, "modified", surely=False))


def _of_days(stated: Iterator[tuple[str, str]]) -> Stated:
    for words, origin in stated:
        value = dates.iso(words)
        if value and value > _EARLIEST and not value.startswith("1970-01-01"):
            yield value[:10], origin


def _marked_days(said: Declared, *keys: str, surely: bool) -> Stated:
    """Days that elements are marked with. surely: for machines, not by a class's name alone."""
    for marking in said.marked(*keys):
        loosely = marking.by.startswith("class") or marking.by == "time"
        if loosely != surely:
            yield (marking.stated if dates.iso(marking.stated) else marking.words), marking.by


_IN_SCRIPT = re.compile(
    r"\\?\"(?:date_?published|published_?(?:at|date|on|time)|publish_?(?:date|time)|pub_?date"
    r"|first_?published(?:_?(?:at|date))?)\\?\"\s*:\s*\\?\"([^\"\\]{8,40})",
    re.IGNORECASE,
)


def _scripted(root: HtmlElement) -> str | None:
    """The day of publication in the data of a page's scripts, if they hold no other one."""
    scripts = (script.text or "" for script in root.iter("script"))
    stated = ((hit[1], "script") for script in scripts for hit in _IN_SCRIPT.finditer(script))
    days = {value for value, _ in _of_days(stated)}
    return days.pop() if len(days) == 1 else None


# people

_AUTHOR_TAGS = (
    "parsely-author",
    "sailthru.author",
    "byl",
    "author",
    "dc.creator",
    "dcterms.creator",
    "dc.creator.personalname",
    "article:author",
    "og:article:author",
    "article:author_name",
    "twitter:creator:name",
    "dc.contributor",
)


def _people(said: Declared) -> Stated:
    """Who is said to have written the work, a value a place; organisations only when nobody is."""
    sites = said.sites
    for given, origin in _author_places(said):
        if people := writers.named(given, site=sites):
            yield claims.JOINED.join(people), origin
    for name in _organisations(said):
        yield name, "organisation"


def _author_places(said: Declared) -> Iterator[tuple[list[str], str]]:
    yield said.tags.get("citation_author", []), "citation_author"
    for key in ("author", "creator"):
        for work in said.works:
            people = [one for one in said.data.all(work.get(key)) if not _is_organisation(one)]
            yield list(said.data.names(people)), f"JSON-LD {key}"
    yield from _marked_people(said, surely=True)
    for name in _AUTHOR_TAGS:
        yield said.tags.get(name, []), name
    yield list(_labelled(said)), "twitter:data1"
    yield from _marked_people(said, surely=False)


def _labelled(said: Declared) -> Iterator[str]:
    for n in "1234":
        labels = said.tags.get(f"twitter:label{n}", [])
        if any(re.search(r"(?i)\bby\b|author", label) for label in labels):
            yield from said.tags.get(f"twitter:data{n}", [])


def _marked_people(said: Declared, *, surely: bool) -> Iterator[tuple[list[str], str]]:
    """The people marked nearest to the headline: the first of each kind of mark, and its like."""
    ordered = said.marked("author")
    for by in dict.fromkeys(each.by for each in ordered):
        kind = [each for each in ordered if each.by == by]
        if by.startswith("class") or by == "author's page":
            if not surely:
                yield _first_likely(kind), by
        elif surely:
            yield [each.words for each in _together(kind)], by


_APART = 2
"""How many places lie between the marked names of two authors of one work, at the most."""

_MOST = 4
"""Authors of one work whom a class or a link alone marks; more are a list of the site's."""


def _first_likely(kind: Sequence[Marking]) -> list[str]:
    """The words of the first marking that are nothing but names, and of those right behind it."""
    sure = [each for each in kind if all(map(writers.is_sure, writers.named([each.words]) or [""]))]
    for marking in (*sure, *kind):
        if _are_names(marking.words):
            n = kind.index(marking)
            like = [marking.words]
            for before, after in zip(kind[n:], kind[n + 1 :], strict=False):
                if after.form != marking.form or not 0 < after.place - before.place < 4:
                    break
                like += [after.words] if _are_names(after.words) else []
            return like if len(like) <= _MOST else []
    return []


def _together(kind: Sequence[Marking]) -> list[Marking]:
    """The first marking and those of its form that follow at once: the authors of one work."""
    like = list(kind[:1])
    for marking in kind[1:]:
        if marking.form == like[0].form and 0 < marking.place - like[-1].place <= _APART:
            like.append(marking)
    return like if len(like) <= _MOST else like[:1]


def _are_names(words: str) -> bool:
    people = writers.named([words])
    return bool(people) and all(map(writers.is_likely, people))


def _organisations(said: Declared) -> Iterator[str]:
    """Organisations that are stated to be the author."""
    for work in said.works:
        things = [one for one in said.data.all(work.get("author")) if _is_organisation(one)]
        yield from said.data.names(things)
    sites = {folded(name) for name in said.sites}
    yield from (each.words for each in said.marked("author") if folded(each.words) in sites)


def _is_organisation(thing: Thing | str) -> bool:
    return not isinstance(thing, str) and any("organi" in kind for kind in linked_data.types(thing))


# the others


def _publishers(said: Declared) -> Stated:
    yield from said.described("publisher")
    yield from said.stated(
        "citation_publisher", "og:site_name", "dc.publisher", "dcterms.publisher"
    )
    yield from said.stated("citation_journal_title", "application-name", "publisher")


def _addresses(said: Declared) -> Stated:
    yield from (
        (href, "canonical link") for href in said.links.get("canonical", ()) if _is_web(href)
    )
    tags = said.stated("og:url", "citation_public_url", "dc.identifier.uri")
    yield from ((value, name) for value, name in tags if _is_web(value))


def _is_web(address: str) -> bool:
    return address.startswith("http")


def _licences(said: Declared) -> Stated:
    yield from ((href, "rel=license") for href in said.links.get("license", ()))
    yield from said.described("license")
    yield from said.stated("dcterms.license", "dc.rights.license")


def _languages(said: Declared) -> Stated:
    stated = said.root.get("lang") or said.root.get("{http://www.w3.org/XML/1998/namespace}lang")
    if stated and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*", stated.strip()):
        yield re.split(r"[-_]", stated.strip())[0].lower(), "html lang"
    tags = said.stated("og:locale", "citation_language", "dc.language", "content-language")
    yield from ((re.split(r"[-_]", value)[0].lower(), name) for value, name in tags)


def _dois(said: Declared) -> Stated:
    tags = said.stated("citation_doi", "prism.doi", "dc.identifier.doi", "dc.identifier", "doi")
    for value, name in tags:
        if hit := re.search(r"\b10\.\d+/\S+", value):
            yield hit[0].casefold(), name


def _kinds(said: Declared) -> Stated:
    for work in said.works:
        for kind in sorted(linked_data.types(work)):
            if kind in _TYPES:
                yield _TYPES[kind], "JSON-LD @type"
    if "citation_journal_title" in said.tags:
        yield "article-journal", "citation tags"


_FINDERS: dict[str, Callable[[Declared], Stated]] = {
    "title": _titles,
    "authors": _people,
    "published": _days,
    "modified": _revised,
    "publisher": _publishers,
    "url": _addresses,
    "license": _licences,
    "language": _languages,
    "type": _kinds,
    "doi": _dois,
}
