"""Who a page declares to have written its work, and whom it marks as the author."""

import re
from collections.abc import Iterator, Sequence

from annotate import claims
from annotate.letters import folded
from annotate.sources import linked_data, writers
from annotate.sources.declared import Declared, Stated
from annotate.sources.linked_data import Thing
from annotate.sources.markings import Marking

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


def people(said: Declared) -> Stated:
    """Who is said to have written the work, a value a place; organisations only when nobody is."""
    sites = said.sites
    for given, origin in _author_places(said):
        if people := writers.named(given, site=sites):
            yield claims.JOINED.join(people), origin
    for name in _organisations(said):
        yield name, "organisation"
    for name in _owners(said):
        yield name, "site's name"


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
    yield from (name for name in said.tags.get("author", ()) if folded(name) in sites)
    yield from (each.words for each in said.marked("author") if folded(each.words) in sites)


def _owners(said: Declared) -> Iterator[str]:
    """The people whose name the site bears: "Counting barns | Anja Kolde"."""
    behind = (part.strip() for part in said.page.split("|")[1:])
    named = (name for name, _ in said.stated("og:site_name", "application-name"))
    yield from dict.fromkeys(filter(writers.is_sure, (*behind, *named)))


def _is_organisation(thing: Thing | str) -> bool:
    return not isinstance(thing, str) and any("organi" in kind for kind in linked_data.types(thing))
