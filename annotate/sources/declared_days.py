"""The days that a page declares: of its publication and of its revisions."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from annotate.sources import dates
from annotate.sources.declared import Declared, Stated

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


def published(said: Declared) -> Stated:
    """Days of publication, those stated for machines first."""
    yield from _of_days(
        said.stated("citation_publication_date", "citation_date", "citation_online_date")
    )
    yield from _of_days(said.described("datePublished"))
    yield from _of_days(_marked_days(said, "published", surely=True))
    yield from _of_days(said.stated(*_PUBLISHED))
    yield from _of_days(said.described("dateCreated"))
    yield from _of_days(_marked_days(said, "published", "day", surely=False))


def modified(said: Declared) -> Stated:
    """Days of revisions."""
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


def scripted(root: HtmlElement) -> str | None:
    """The day of publication in the data of a page's scripts, if they hold no other one."""
    scripts = (script.text or "" for script in root.iter("script"))
    stated = ((hit[1], "script") for script in scripts for hit in _IN_SCRIPT.finditer(script))
    days = {value for value, _ in _of_days(stated)}
    return days.pop() if len(days) == 1 else None
