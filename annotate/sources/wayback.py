"""Copies of pages in web archives: which page it is a copy of, and of what day.

The Wayback Machine and archive.today serve pages under addresses of their own and put a bar of
theirs on top. A copy is cited as the page that it is a copy of, seen on the day of the capture. The
bar stays in the page as received, where our positions lead; it is furniture by its name.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from annotate.dates import is_day
from annotate.sources import dates


class Copy(NamedTuple):
    """The address of the page, "" if it is not told, and the day of the capture in ISO 8601."""

    url: str
    day: str | None


_HOSTS = (
    r"(?:web\.archive\.org|(?:www\.)?archive\.(?:today|ph|is|li|fo|md|vn|org)|web-beta\.archive\.org"
    r"|wayback\.archive-it\.org|arquivo\.pt|webarchive\.nationalarchives\.gov\.uk"
    r"|www\.webarchive\.org\.uk|webarchive\.loc\.gov)"
)
_TYPES = r"(?:[a-z]{2}_)*"
_COPY = re.compile(
    rf"(?:https?:)?//{_HOSTS}(?::\d+)?/(?:[\w-]+/){{0,3}}?(?P<stamp>\d{{4,14}}|\d{{4}}\.\d\d\.\d\d-\d{{6}})"
    rf"{_TYPES}(?:\*)?/(?P<url>https?:/{{1,2}}.+|[\w-]+(?:\.[\w-]+)+(?:[:/].*)?)",
    re.IGNORECASE | re.DOTALL,
)


def original(address: str) -> Copy | None:
    """The page that an address in an archive is of; None if it is of no archive."""
    hit = _COPY.fullmatch(address.strip())
    return Copy(_whole(hit["url"]), _day(hit["stamp"])) if hit else None


def address(address: str) -> str:
    """An address as the page's own site writes it: turned back if an archive has rewritten it."""
    copy = original(address)
    return copy.url if copy else address


def _whole(url: str) -> str:
    """An address with its scheme; archives fold the two slashes behind it into one."""
    if not re.match(r"https?:", url, re.IGNORECASE):
        return f"http://{url}"
    return re.sub(r"^(https?):/{1,2}", r"\1://", url, flags=re.IGNORECASE)


def _day(stamp: str) -> str | None:
    """The day of a stamp of up to fourteen digits, or as much of it as there is."""
    digits = re.sub(r"\D", "", stamp)
    said = "-".join(part for part in (digits[:4], digits[4:6], digits[6:8]) if len(part) > 1)
    return said if is_day(said) else None


_WOMBAT = re.compile(
    r"__wm\.wombat\(\s*[\"'](?P<url>https?:[^\"']{4,2000})[\"']\s*,\s*[\"'](?P<stamp>\d{4,14})[\"']"
)
_ARCHIVED = re.compile(
    r"FILE ARCHIVED ON\s+(?P<time>[\d:]{5,8})\s+(?P<day>[A-Z][a-z]{2,8}\s+\d{1,2},?\s+\d{4})\s+AND"
    r"\s+RETRIEVED"
)
_BAR = re.compile(
    r"__wm\.(?:init|wombat|bt)\(|\bid=[\"']?wm-ipp(?:-base)?\b|WAYBACK TOOLBAR INSERT"
)
_TAG = re.compile(r"<(?:input|link|meta|time)\b[^<>]{0,3000}>", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:href|content|value)\s*=\s*[\"']?(?P<address>(?:https?:)?//[^\"'\s>]{4,2000})",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:canonical|og:url|bookmark|wmtbURL)\b")
_SHORT = re.compile(r"https?://archive\.(?:today|ph|is|li|fo|md|vn)/\w{4,8}", re.IGNORECASE)
_ASKED = re.compile(r"\bname=[\"']?q\b")
_LOOKED_AT = 400_000
"""Signs at each end of a page in which archives put their words."""


_TOP, _FOOT = 60_000, 20_000
"""Signs on top of a page, and below it, in which archives sign: they add a script or a link above
all that the page itself has, or a comment below."""

_OF_BAR = ("__wm", "wm-ipp", "WAYBACK TOOLBAR")
_SIGNS = (*_OF_BAR, "FILE ARCHIVED ON", "rchive.", "RCHIVE.")
"""What all copies of archives hold one of: most pages need no further look."""


def of(page: str) -> Copy | None:
    """The page that a page as received is a copy of; None if no archive's words are in it."""
    signed = page if len(page) <= _TOP + _FOOT else page[:_TOP] + page[-_FOOT:]
    if not any(sign in signed for sign in _SIGNS):
        return None
    ends = page if len(page) <= 2 * _LOOKED_AT else page[:_LOOKED_AT] + page[-_LOOKED_AT:]
    if hit := _WOMBAT.search(ends):
        return Copy(address(hit["url"]), _day(hit["stamp"]))
    archived = _ARCHIVED.search(ends)
    if archived or (any(sign in ends for sign in _OF_BAR) and _BAR.search(ends)):
        stated = dates.iso(archived["day"]) if archived else None
        return _rewritten(ends, stated[:10] if stated else None)
    return _today(ends)


def _rewritten(page: str, day: str | None) -> Copy | None:
    """What a page says of its own address, as the archive has rewritten it or shows it in its bar.

    day: of the capture, where the archive states it.
    """
    for address in _own(page):
        if copy := original(address):
            return Copy(copy.url, day or copy.day)
    shown = next((tag for tag in _TAG.findall(page) if "wmtbURL" in tag), "")
    hit = _ADDRESS.search(shown)
    if hit or day:
        return Copy(hit["address"] if hit else "", day)
    return None


def _own(page: str) -> Iterator[str]:
    """The addresses that a page states as its own."""
    for tag in _TAG.findall(page):
        if _OWN.search(tag) and (hit := _ADDRESS.search(tag)):
            yield hit["address"]


def _today(page: str) -> Copy | None:
    """The page that a copy of archive.today is of; a short address leaves it to the bar to say."""
    for address in _own(page):
        if (copy := original(unquote(address))) and "//archive." in address:
            return copy
        if _SHORT.fullmatch(address):
            asked = (tag for tag in _TAG.findall(page) if _ASKED.search(tag))
            hit = _ADDRESS.search(next(asked, ""))
            return Copy(hit["address"], _marked_day(page)) if hit else None
    return None


def _marked_day(page: str) -> str | None:
    hit = re.search(r"<time\b[^<>]{0,200}?\bdatetime=[\"']?(?P<day>\d{4}-\d\d-\d\d)", page)
    return hit["day"] if hit else None
