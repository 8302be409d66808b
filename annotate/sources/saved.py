"""What a page as received says of its being saved: from which address, on which day.

Browsers and their extensions write it into a comment or a tag on top of the page, mirrors into a
comment below; a web archive tells which page its copy is of (`wayback.py`).
"""

import re
from dataclasses import replace
from typing import NamedTuple

from annotate.model import Meta
from annotate.sources import dates, wayback


class Rule(NamedTuple):
    """A way to say it. name: the origin of what it tells."""

    name: str
    url: re.Pattern[str]
    day: re.Pattern[str] | None = None


_DAY = (
    r"(?:[A-Z][a-z]{2},?\s+)?(?P<day>\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}"
    r"|[A-Z][a-z]{2,8}\s+\d{1,2}\s+\d{4}|\d{4}-\d\d-\d\d)"
)

RULES = (
    Rule(
        "SingleFile",
        re.compile(
            r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S{4,4000})", re.IGNORECASE
        ),
        re.compile(rf"\bsaved date:\s*{_DAY}"),
    ),
    Rule(
        "Save Page WE",
        re.compile(
            r"<meta\s+name=[\"']?savepage-url[\"']?\s+content=[\"'](?P<url>[^\"'>]{4,4000})"
        ),
        re.compile(rf"<meta\s+name=[\"']?savepage-date[\"']?\s+content=[\"']{_DAY}"),
    ),
    Rule(
        "HTTrack",
        re.compile(r"<!--\s*Mirrored from\s+(?P<url>\S{4,4000})\s+by HTTrack", re.IGNORECASE),
        re.compile(rf"<!--\s*Mirrored from\s[^>]{{0,4200}}?,\s*{_DAY}", re.IGNORECASE),
    ),
    Rule(
        "saved from",
        re.compile(
            r"<!--\s*saved from url=\(\d{1,5}\)\s*(?P<url>\S{4,4000}?)\s*-->", re.IGNORECASE
        ),
    ),
)
_SIGNS = (b"singlefile", b"savepage-url", b"mirrored from", b"saved from url")
"""What all that savers write holds one of, in small letters: most pages need no further look."""

_TOP = 20_000
"""Signs on top of a page in which savers write; mirrors write below as well."""


def told(page: str, declared: Meta) -> Meta:
    """What a page declares of its work, with where and when it was saved.

    The address that a page was saved from is the one that was read, so it comes before the one
    that the page declares. Of a copy in an archive it is the address of the page itself, and the
    day is that of the capture.
    """
    stated = _stated(page)
    meta = _turned_back(declared)
    meta = with_origin(meta, *stated) if stated else meta
    copy = wayback.of(page)
    return with_origin(meta, copy.url, copy.day, "web archive") if copy else meta


def with_origin(meta: Meta, url: str | None, day: str | None, origin: str) -> Meta:
    """The same, with an address and a day of access, where there are such, and their origin."""
    if url and (copy := wayback.original(url)):
        url, day, origin = copy.url, copy.day or day, "web archive"
    found = {"url": url if is_web(url) else None, "accessed": day}
    known = {key: value for key, value in found.items() if value}
    origins = {**meta.origins, **dict.fromkeys(known, origin)}
    return replace(
        meta,
        url=known.get("url", meta.url),
        accessed=known.get("accessed", meta.accessed),
        origins=origins,
    )


def is_web(url: str | None) -> bool:
    """Whether an address is one that others can go to."""
    return bool(url) and re.match(r"https?://[^\s/]", url or "", re.IGNORECASE) is not None


def _stated(page: str) -> tuple[str | None, str | None, str] | None:
    ends = page if len(page) <= 2 * _TOP else f"{page[:_TOP]}\n{page[-_TOP:]}"
    plain = ends.encode("utf-8", "ignore").lower()  # in letters of all scripts it takes long
    if not any(sign in plain for sign in _SIGNS):
        return None
    for rule in RULES:
        if hit := rule.url.search(ends):
            url = hit["url"] if "://" in hit["url"] else f"http://{hit['url']}"
            when = rule.day.search(ends) if rule.day else None
            day = dates.iso(when["day"]) if when else None
            return url, day[:10] if day else None, rule.name
    return None


def _turned_back(meta: Meta) -> Meta:
    """Addresses that an archive has rewritten, as the page's own site writes them."""
    url = wayback.address(meta.url) if meta.url else None
    licence = wayback.address(meta.license) if meta.license else None
    return replace(meta, url=url, license=licence)
