"""What a page declares of its work: to machines in its head, and by marks on what it shows.

Pages declare carelessly: a site's name as author, a title with the site's name behind it. So all
that is declared is kept, a claim a value, in order of trust; `choices.py` decides.
"""

import re
from collections.abc import Callable, Sequence

from annotate import claims
from annotate.letters import folded
from annotate.model import Claim, Meta
from annotate.sources import bylines, declared, declared_days, declared_people, linked_data
from annotate.sources.declared import Declared, Stated, agree
from annotate.sources.nodes import Node

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


def of(nodes: Sequence[Node]) -> Meta:
    """What a page declares of its work: the first claim of each key, and all of them.

    nodes: all that the page holds.
    """
    said = declared.gathered(nodes)
    found = [
        Claim(key=key, value=value, origins=(origin,))
        for key, find in _FINDERS.items()
        for value, origin in find(said)
    ]
    dated = any(claim.key == "published" for claim in found)
    if not dated and (day := declared_days.scripted(said.root)):
        found.append(Claim(key="published", value=day, origins=("script",)))
    stated = claims.gathered(found)
    first = {claim.key: claim for claim in reversed(stated) if claim.key not in _ONLY_CLAIMS}
    values = {key: claim.value for key, claim in first.items() if key != "authors"}
    authors = first["authors"].value.split(claims.JOINED) if "authors" in first else ()
    origins = {key: claim.origins[0] for key, claim in first.items()}
    return Meta(**values, authors=tuple(authors), origins=origins, claims=stated)


_ONLY_CLAIMS = frozenset({"modified", "doi", *claims.PLACES})


def _titles(said: Declared) -> Stated:
    stated = list(declared.titles(said))
    headings = _of_work(said)
    for heading in headings:
        if any(agree(heading, value) for value, _ in stated[:1]):
            yield heading, "h1"
    for value, origin in stated:
        yield _without_site(value, said), origin
    below = () if stated else tuple(_below_site(said))
    yield from below
    headings = headings[1:] if below else headings
    for heading in headings:
        if len(heading) > 3 and said.page and folded(heading) in folded(said.page):
            yield heading, "h1"
    if said.page:
        yield _without_site(said.page, said), "title tag"
    for heading in headings:
        yield heading, "h1"


def _of_work(said: Declared) -> tuple[str, ...]:
    """The main headings of a page without the site's name, where there is another one.

    Such a one is called as the site is, or is what the page's title has beside the next one.
    """
    sites = {folded(name) for name in said.sites}
    others = tuple(words for words in said.headings if folded(words) not in sites)
    if len(others) > 1:
        site, work, page = folded(others[0]), folded(others[1]), folded(said.page)
        if site and work and page in {f"{work}{site}", f"{site}{work}"}:
            return others[1:]
    return others or said.headings


def _below_site(said: Declared) -> Stated:
    """The heading below the first one that the page's title has beside it: that is the site's name.

    Where the heading stands above, it is the site's, and the first one the title.
    """
    site, page = folded(next(iter(said.headings), "")), folded(said.page)
    rest = page.removeprefix(site) if page.startswith(site) else page.removesuffix(site)
    if not rest or rest == page:
        return
    below = False
    for element in said.root.iter("h1", "h2", "h3"):
        below = below or element.tag == "h1"
        words = declared.text_of(element) if below and element.tag != "h1" else ""
        if words and _is_rest(folded(words), rest):
            yield words, str(element.tag)
            return


def _is_rest(words: str, rest: str) -> bool:
    """Whether a heading is what a page's title has beside the site's name, but for a label."""
    return words == rest or (
        rest.endswith(words)
        and len(words) >= _LEAST
        and rest in {f"{label}{words}" for label in _LABELS}
    )


_LEAST = 4
_LABELS = ("viewtopic", "viewthread", "topic", "thread", "themaanzeigen", "thema")


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


def _volumes(said: Declared) -> Stated:
    return said.stated("citation_volume", "prism.volume")


def _issues(said: Declared) -> Stated:
    return said.stated("citation_issue", "prism.number")


def _pages(said: Declared) -> Stated:
    """The first page and the last, where both are stated, in the same form."""
    for opening, closing in (_FIRST_AND_LAST, _START_AND_END):
        last = next(said.stated(closing), ("", ""))[0]
        for first, name in said.stated(opening):
            yield f"{first}-{last}" if last and last != first else first, name


_FIRST_AND_LAST = ("citation_firstpage", "citation_lastpage")
_START_AND_END = ("prism.startingpage", "prism.endingpage")


def _kinds(said: Declared) -> Stated:
    for work in said.works:
        for kind in sorted(linked_data.types(work)):
            if kind in _TYPES:
                yield _TYPES[kind], "JSON-LD @type"
    if "citation_journal_title" in said.tags:
        yield "article-journal", "citation tags"


_FINDERS: dict[str, Callable[[Declared], Stated]] = {
    "title": _titles,
    "authors": declared_people.people,
    "published": declared_days.published,
    "modified": declared_days.modified,
    "publisher": _publishers,
    "url": _addresses,
    "license": _licences,
    "language": _languages,
    "type": _kinds,
    "doi": _dois,
    "volume": _volumes,
    "issue": _issues,
    "page": _pages,
}
