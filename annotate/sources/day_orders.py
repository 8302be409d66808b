"""In which order a page writes day and month where both are figures: "6/2/2025".

The other days on the page tell it best: one "6/13/2025" says that months come first. Else the
country does, of the page's address or of the language that it declares, where the two agree; a
language without a country, or with two that differ, tells nothing.
"""

import re
from datetime import date
from functools import cache

from annotate import lexicons

_DAY = re.compile(r"(?<![\d/])(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>(?:19|20)\d\d)(?![\d/])")
_REGION = re.compile(
    r"<html\b[^>]*?\blang\s*=\s*[\"']?[A-Za-z]{2,3}[-_](?P<lang>[A-Za-z]{2})\b"
    r"|og:locale[\"'][^>]*?content\s*=\s*[\"']?[A-Za-z]{2,3}[-_](?P<locale>[A-Za-z]{2})\b"
)
_OF_WEEK = re.compile(
    r"\b(?P<name>[A-Za-z]{3,9})\b[.,]?\s+(?P<day>\d\d?/\d\d?/(?:19|20)\d\d)(?![\d/])"
)
_HEAD = 200_000
_ENDING = re.compile(r"^https?://[^/?#]*\.(?P<ending>[a-z]+)(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_MONTHS_FIRST = frozenset({"us", "gov", "mil", "edu"})
_SOLD = frozenset({"ae", "co", "in", "is", "it", "me", "us"})
"""Endings of addresses that are sold to everybody, or are words, and so tell no country."""


def settled(line: str, *, months_first: bool | None) -> str:
    """A line with its days in figures as years, months and days, where their order is known.

    The day of the week right before a day tells the order by itself: "Tue, 05/07/2019".
    """
    if "/" not in line:
        return line
    line = _OF_WEEK.sub(_by_day_of_week, line)
    if months_first is None:
        return line
    return _DAY.sub(lambda hit: _in_order(hit, months_first=months_first), line)


def _by_day_of_week(hit: re.Match[str]) -> str:
    """A day in figures behind the day of the week, in the one order that has it fall on that."""
    wanted = _days_of_week().get(hit["name"].lower())
    if wanted is None:
        return hit[0]
    stated = _DAY.match(hit[0], hit.start("day") - hit.start())
    orders = (_in_order(stated, months_first=first) for first in (True, False)) if stated else ()
    fitting = {day for day in orders if "-" in day and _falls_on(day) == wanted}
    name = hit[0][: hit.start("day") - hit.start()]
    return f"{name}{fitting.pop()}" if len(fitting) == 1 else hit[0]


def _falls_on(day: str) -> int | None:
    """The day of the week of a day, None if there is no such day."""
    try:
        return date.fromisoformat(day).weekday()
    except ValueError:
        return None


@cache
def _days_of_week() -> dict[str, int]:
    rows = lexicons.table("calendar")
    kinds = {"weekday", "weekday-short"}
    return {name.lower(): int(value) for name, kind, value, *_ in rows if kind in kinds}


def _in_order(hit: re.Match[str], *, months_first: bool) -> str:
    one, two = int(hit["first"]), int(hit["second"])
    if max(one, two) > 12 or not one or not two:
        return hit[0]
    month, day = (one, two) if months_first else (two, one)
    return f"{hit['year']}-{month:02}-{day:02}"


def months_first(text: str, *, received: str, address: str | None) -> bool | None:
    """Whether months come before days; None if nothing tells it, or two things differ.

    text: what the page shows. received: the page's characters. address: of the page.
    """
    told = {int(hit["second"]) > 12 for hit in _DAY.finditer(text) if _is_plain(hit)}
    if told:
        return told.pop() if len(told) == 1 else None
    said = {_of_country(hit.lastgroup and hit[hit.lastgroup]) for hit in _regions(received)}
    ending = _ENDING.match(address or "")
    if ending and ending["ending"].lower() not in _SOLD:
        said.add(_of_country(ending["ending"]))
    said.discard(None)
    return said.pop() if len(said) == 1 else None


def _is_plain(hit: re.Match[str]) -> bool:
    """Whether of two figures exactly one can be a month."""
    one, two = int(hit["first"]), int(hit["second"])
    return 0 < min(one, two) <= 12 < max(one, two) <= 31


def _regions(received: str) -> list[re.Match[str]]:
    return list(_REGION.finditer(received[:_HEAD]))


def _of_country(name: str | None) -> bool | None:
    country = (name or "").lower()
    if country in _MONTHS_FIRST:
        return True
    return False if country in lexicons.listed("countries_days_first") else None
