"""What there is in a web archive: its pages, which of them count, and where other addresses lead.

A page counts if its record is a response with status 200 that is HTML, the last one of its address;
what a browser says it fetched for a frame or a script does not. Where the archive lists its pages
(WACZ), those count that it lists.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesHeaderParser
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin

from annotate.errors import SourceError
from annotate.sources import warc_records
from annotate.sources.parts import PAGE_TYPES
from annotate.sources.warc_records import Opener, Place, Record

PAGES = 5_000
"""The most pages of an archive; each becomes an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A response that is a page. date: when it was received, ISO 8601 in UTC."""

    place: Place
    id: str
    url: str
    date: str


@dataclass(slots=True)
class Index:
    """What there is in some files of records. broken: in which file and record it breaks off."""

    pages: list[Page] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    framed: set[str] = field(default_factory=set)
    broken: Place | None = None


class Listed(NamedTuple):
    """A page that an archive lists: its address, and when it was received, "" if not told."""

    url: str
    date: str


def read(files: Sequence[Opener], where: str) -> Index:
    """What there is: pages, where others have moved to, and what was fetched for frames."""
    index = Index()
    for place, record in warc_records.each(files, where, _glance):
        if record is None:
            if place.n == 0 and len(files) == 1:
                raise SourceError(f"{where}: is no web archive (WARC), or is damaged at its start")
            index.broken = index.broken or place
        elif len(index.pages) + len(index.moved) + len(index.framed) > 10 * PAGES:
            raise SourceError(f"{where}: holds too many pages for one archive; split it")
        else:
            _note(index, place, record)
    return index


def _glance(_: int, __: int, fields: Mapping[str, str], ___: int) -> int:
    """How much of a record the index asks for: the head of a response or a request."""
    return warc_records.HEAD if fields.get("warc-type") in {"response", "request"} else 0


def _note(index: Index, place: Place, record: Record) -> None:
    fields = record.fields
    if fields.get("warc-type") == "request":
        fetched_for = http_head(record.body).get("Sec-Fetch-Dest", "document")
        if fetched_for != "document":
            index.framed.add(fields.get("warc-concurrent-to", ""))
        return
    url = _joined(fields.get("warc-target-uri", "").strip("<>"), "")
    status = re.match(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b", record.body)
    if fields.get("warc-type") != "response" or status is None or not url:
        return
    head = http_head(record.body)
    if status[1] == b"200" and head.get_content_type() in PAGE_TYPES:
        index.pages.append(
            Page(
                place=place,
                id=fields.get("warc-record-id", ""),
                url=url,
                date=fields.get("warc-date", ""),
            )
        )
    elif status[1].startswith(b"3") and (target := str(head.get("Location", ""))):
        index.moved[url] = _joined(url, target)


def _joined(url: str, target: str) -> str:
    """The address that one leads to from another, "" if it is none or beyond bounds."""
    try:
        joined = urldefrag(urljoin(url, target))[0]
    except ValueError:
        return ""
    return joined if len(joined) <= _LONGEST else ""


_LONGEST = 4_000
"""Characters of an address; browsers and crawlers take no longer ones."""


def http_head(body: bytes) -> Message:
    """The fields of the head of a request or a response."""
    head = re.split(rb"\r?\n\r?\n", body, maxsplit=1)[0]
    return BytesHeaderParser().parsebytes(head.partition(b"\n")[2] + b"\n\n")


def chosen(index: Index, listed: Collection[Listed] | None) -> list[Page]:
    """The pages that count, in order of their place."""
    whole = [page for page in index.pages if page.id not in index.framed or not page.id]
    if listed is None:
        last = {page.url: page for page in sorted(whole, key=lambda page: page.date)}
        return sorted(last.values(), key=lambda page: page.place)
    by_url: dict[str, list[Page]] = {}
    for page in index.pages:
        by_url.setdefault(page.url, []).append(page)
    found: dict[str, Page] = {}
    for url, date in sorted(listed):
        if captures := by_url.get(_arrived(url, by_url, index.moved), []):
            page = min(captures, key=lambda page: (page.date[:19] != date[:19], _late(page.date)))
            found[page.url] = page
    return sorted(found.values(), key=lambda page: page.place)


def _late(date: str) -> list[int]:
    """A key by which the last date comes first."""
    return [-ord(sign) for sign in date]


def _arrived(url: str, there: Collection[str], moved: Mapping[str, str]) -> str:
    """Where an address leads to, by way of five others at most."""
    at = urldefrag(url)[0]
    for _ in range(5):
        if at in there or at not in moved:
            break
        at = moved[at]
    return at
