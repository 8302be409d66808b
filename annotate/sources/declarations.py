"""What a page declares of itself to machines: JSON-LD, OpenGraph, citation and Dublin Core tags.

Pages declare carelessly: a site's name as author, a title with the site's name behind it. So each
value has a list of places to look in, in order of trust, and what the page shows is preferred
where it agrees.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from annotate.model import Meta
from annotate.sources import bylines, dates

_WORKS = frozenset(
    {
        "advertisercontentarticle",
        "analysisnewsarticle",
        "article",
        "backgroundnewsarticle",
        "blogposting",
        "liveblogposting",
        "newsarticle",
        "opinionnewsarticle",
        "report",
        "reportagenewsarticle",
        "reviewnewsarticle",
        "scholarlyarticle",
        "socialmediaposting",
        "techarticle",
    }
)
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
    """A page's declarations: `tags` by lower-case name, `works` of JSON-LD, and the page itself."""

    root: HtmlElement
    tags: dict[str, list[str]] = field(default_factory=dict)
    works: tuple[dict[str, Any], ...] = ()

    def first(self, *names: str) -> tuple[str, str] | None:
        """The first value of the first tag that has one, with the tag's name."""
        return next(((value, name) for name in names for value in self.tags.get(name, ())), None)


def of(root: HtmlElement) -> Meta:
    """What a page declares of its work; what it leaves open is absent."""
    said = Declared(root=root, tags=_tags(root), works=tuple(_works(root)))
    values: dict[str, str] = {}
    origins: dict[str, str] = {}
    for key, find in _FINDERS.items():
        if found := find(said):
            values[key], origins[key] = found
    authors = _authors(said, values.get("publisher"))
    if authors:
        origins["authors"] = authors[1]
    return Meta(**values, authors=authors[0] if authors else (), origins=origins)


def _tags(root: HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        value = " ".join((meta.get("content") or "").split())
        if name and value:
            tags.setdefault(name.strip().lower(), []).append(value)
    return tags


def _works(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """The works that JSON-LD describes, as it describes them."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            said = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (thing for thing in _things(said) if not _WORKS.isdisjoint(_types(thing)))


def _things(said: Any) -> Iterator[dict[str, Any]]:  # JSON is anything
    if isinstance(said, list):
        for one in said[:50]:
            yield from _things(one)
    elif isinstance(said, dict):
        yield said
        yield from _things(said.get("@graph", []))
        yield from _things(said.get("mainEntity", []))


def _types(thing: dict[str, Any]) -> set[str]:
    kinds = thing.get("@type")
    given = kinds if isinstance(kinds, list) else [kinds]
    return {kind.lower() for kind in given if isinstance(kind, str)}


def _named(thing: Any) -> Iterator[str]:
    """The names in a JSON-LD value: of one thing, of several, or the bare words."""
    if isinstance(thing, list):
        for one in thing:
            yield from _named(one)
    elif isinstance(thing, dict):
        yield from _named(thing.get("name"))
    elif isinstance(thing, str) and thing.strip():
        yield " ".join(unescape(thing).split())


Found = tuple[str, str] | None


def _from_works(said: Declared, key: str) -> Found:
    return next(
        ((name, f"JSON-LD {key}") for work in said.works for name in _named(work.get(key))), None
    )


# title


def _title(said: Declared) -> Found:
    declared = (
        said.first("citation_title")
        or _from_works(said, "headline")
        or said.first("og:title", "dc.title", "dcterms.title", "twitter:title", "headline")
    )
    page = _text(next(said.root.iter("title"), None))
    shown = [_text(heading) for heading in said.root.iter("h1")]
    for heading in shown:
        if heading and declared and _agree(heading, declared[0]):
            return heading, "h1"
    if declared:
        return _without_site(declared[0], said), declared[1]
    for heading in shown:
        if len(heading) > 3 and page and _folded(heading) in _folded(page):
            return heading, "h1"
    return (_without_site(page, said), "title") if page else None


def _agree(first: str, second: str) -> bool:
    one, two = _folded(first), _folded(second)
    return bool(one) and (one == two or (len(one) > 12 and (one in two or two in one)))


def _folded(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join((element.text_content() or "").split())


_SITE = re.compile(r"\s+[|–—«»·•:-]{1,2}\s+|\s*[|»]\s*")


def _without_site(title: str, said: Declared) -> str:
    """A title without the site's name in front of it or behind it."""
    site = said.first("og:site_name", "application-name")
    for cut in _SITE.finditer(title):
        head, tail = title[: cut.start()], title[cut.end() :]
        if site and _folded(tail).startswith(_folded(site[0])):
            return head
        if site and _folded(head) == _folded(site[0]):
            return tail
    cuts = list(_SITE.finditer(title))
    if cuts and bylines.publishes(title[cuts[-1].end() :]) and cuts[-1].start() > 10:
        return title[: cuts[-1].start()]
    return title


# the others


_DAYS = (
    "citation_publication_date",
    "citation_date",
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
    "date",
)


def _published(said: Declared) -> Found:
    found = _from_works(said, "datePublished")
    if found and (value := dates.iso(found[0])):
        return value[:10], found[1]
    for name in _DAYS:
        for stated in said.tags.get(name, ()):
            if value := dates.iso(stated):
                return value[:10], name
    return _marked_day(said.root)


def _marked_day(root: HtmlElement) -> Found:
    """The day of a `<time>` that is marked as the publication's, or is the page's only one."""
    for element in root.iter("time", "abbr", "span", "div", "p"):
        marked = (element.get("itemprop") or "").lower() == "datepublished" or element.get(
            "pubdate"
        ) is not None
        stated = element.get("datetime") or element.get("content") or element.get("title") or ""
        if marked and (value := dates.iso(stated) or dates.iso(_text(element))):
            return value[:10], "datePublished"
    return None


def _publisher(said: Declared) -> Found:
    return (
        _from_works(said, "publisher")
        or said.first("citation_publisher", "og:site_name", "dc.publisher", "dcterms.publisher")
        or said.first("citation_journal_title", "application-name", "publisher")
    )


def _url(said: Declared) -> Found:
    for link in said.root.iter("link"):
        href = (link.get("href") or "").strip()
        if "canonical" in (link.get("rel") or "").lower().split() and href.startswith("http"):
            return href, "canonical link"
    found = said.first("og:url", "citation_public_url", "dc.identifier.uri")
    return found if found and found[0].startswith("http") else None


def _license(said: Declared) -> Found:
    for link in said.root.iter("a", "link"):
        href = (link.get("href") or "").strip()
        if "license" in (link.get("rel") or "").lower().split() and href:
            return href, "rel=license"
    return _from_works(said, "license") or said.first("dcterms.license", "dc.rights.license")


def _language(said: Declared) -> Found:
    stated = said.root.get("lang") or said.root.get("{http://www.w3.org/XML/1998/namespace}lang")
    if stated and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*", stated.strip()):
        return re.split(r"[-_]", stated.strip())[0].lower(), "html lang"
    found = said.first("og:locale", "citation_language", "dc.language", "content-language")
    return (re.split(r"[-_]", found[0])[0].lower(), found[1]) if found else None


def _type(said: Declared) -> Found:
    kinds = [kind for work in said.works for kind in _types(work)]
    known = next((_TYPES[kind] for kind in kinds if kind in _TYPES), None)
    if known:
        return known, "JSON-LD @type"
    return ("article-journal", "citation tags") if said.first("citation_journal_title") else None


_FINDERS: dict[str, Callable[[Declared], Found]] = {
    "title": _title,
    "published": _published,
    "publisher": _publisher,
    "url": _url,
    "license": _license,
    "language": _language,
    "type": _type,
}


# authors


_NOBODY = re.compile(
    r"https?:|@|\.com\b|^(?:admin|administrator|staff|editor|editors|editorial"
    r"|editorial (?:staff|team)|newsroom"
    r"|redaktion|webmaster|guest|author|unknown|none|null|by|anonymous|user)$|\b(?:staff|desk|agenc(?:y|ies)|editors)$",
    re.IGNORECASE,
)


def _authors(said: Declared, publisher: str | None) -> tuple[tuple[str, ...], str] | None:
    """The first place that names people, and whom it names."""
    for names, origin in _author_places(said):
        people = tuple(dict.fromkeys(_people(names, publisher)))
        if people:
            return people, origin
    return None


_AUTHOR_TAGS = (
    "dc.creator",
    "dcterms.creator",
    "author",
    "article:author",
    "og:article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.contributor",
)


def _author_places(said: Declared) -> Iterator[tuple[Sequence[str], str]]:
    yield [name.strip() for name in said.tags.get("citation_author", ())], "citation_author"
    for work in said.works:
        yield list(_named(work.get("author"))), "JSON-LD author"
    for name in _AUTHOR_TAGS:
        yield said.tags.get(name, []), name


def _people(names: Sequence[str], publisher: str | None) -> Iterator[str]:
    for given in names:
        name = re.sub(r"^(?:by|von|par)\s+", "", given.strip(), flags=re.I)
        turned = re.fullmatch(r"([^,]+),\s*([^,]+)", name)
        if (
            turned
            and " " not in turned[1].strip()
            and len(names) >= 1
            and not re.search(r"\s", turned[1])
        ):
            name = f"{turned[2]} {turned[1]}"
        for one in re.split(r"\s*(?:;|\s+and\s+|\s+und\s+|&|\||,)\s*", name):
            if one and len(one) <= 60 and not _NOBODY.search(one) and one != publisher:
                yield one
