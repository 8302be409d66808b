"""Dates as bylines, comments and metadata state them, in ISO 8601; what is ambiguous is absent.

"3/4/2012" is a day in March or in April, depending on who wrote it, so it gives nothing, while
"13/4/2012" does. Times of day are kept to the minute, time zones are not.
"""

import re
from datetime import date as day

from annotate.dates import is_day
from annotate.sources.alternatives import one_of

MONTHS = (
    "january|januar|janvier|enero|gennaio|janeiro|januari|jan",
    "february|februar|février|febrero|febbraio|fevereiro|februari|feb",
    "march|märz|mars|marzo|março|maart|mar",
    "april|avril|abril|aprile|apr",
    "may|mai|mayo|maggio|maio|mei",
    "june|juni|juin|junio|giugno|junho|jun",
    "july|juli|juillet|julio|luglio|julho|jul",
    "august|août|agosto|augustus|aug",
    "september|septembre|septiembre|settembre|setembro|sept|sep",
    "october|oktober|octobre|octubre|ottobre|outubro|oct|okt",
    "november|novembre|noviembre|novembro|nov",
    "december|dezember|décembre|diciembre|dicembre|dezembro|dec|dez",
)
_NUMBER_OF = {name: n for n, names in enumerate(MONTHS, 1) for name in names.split("|")}
MONTH = rf"\b{one_of(_NUMBER_OF)}\b\.?"

WEEKDAY = (
    r"\b(?:mon|tues?|wed(?:nes)?|thurs?|thu|fri|sat(?:ur)?|sun|montag|dienstag|mittwoch|donnerstag"
    r"|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:day)?\b\.?,?"
)

_NTH = r"(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<y>(?:1[6-9]|20)\d\d)"
_SHAPES = (
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)",
    r"(?P<y>\d{4})年(?P<m>\d\d?)月(?P<d>\d\d?)日",
    r"(?P<y>(?:1[6-9]|20)\d\d)[./](?P<m>\d\d?)[./](?P<d>\d\d?)\b",
    rf"\b(?P<d>\d\d?){_NTH}(?:\s+(?:of|de))?[\s-]+(?P<name>{MONTH})(?:\s+de)?,?[\s-]+{_YEAR}\b",
    rf"(?P<name>{MONTH})\s+(?P<d>\d\d?){_NTH},?\s+{_YEAR}\b",
    rf"(?P<name>{MONTH})\s+(?P<d>\d\d?)\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{3,5}}\s+)?{_YEAR}\b",
    r"\b(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?(?P<y>(?:1[6-9]|20)\d\d)\b",
    r"\b(?P<first>\d\d?)[/-](?P<second>\d\d?)[/-](?P<y>(?:1[6-9]|20)\d\d)\b",
    rf"(?P<name>{MONTH}),?\s+{_YEAR}\b",
    rf"(?P<name>{MONTH})\s+(?P<d>\d\d?)\s+['’](?P<yy>\d\d)\b",
    rf"\b(?P<d>\d\d?)\s+(?P<name>{MONTH})\s+['’]?(?P<yy>\d\d)\b(?![:.]\d)",
)
_FIGURE = re.compile(r"\d")
"""What every date has: most texts that are asked have none."""

_PATTERNS = tuple(re.compile(shape, re.IGNORECASE) for shape in _SHAPES)
_IN_FIGURES = tuple(
    pattern for pattern, shape in zip(_PATTERNS, _SHAPES, strict=True) if "name" not in shape
)
_STEMS = frozenset(name[:3] for name in _NUMBER_OF)
"""How the names of months begin: without one, no shape that has a name need be tried."""

_TIME = re.compile(
    r"(?:T|[\s,|@•·–—-]*(?:\b(?:at|um|à|a las|alle|om)\b)?[\s,|@•·–—-]*)"
    r"(?P<h>2[0-3]|[01]?\d)(?!\d)(?:[:.h](?P<min>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\.?(?!\w))?(?:\s*Uhr\b)?"
    r"(?:\s*\(?(?:Z|UTC|GMT|[ECMPA][SD]?T|CES?T|BST|IST|[+-]\d\d:?\d\d)\b\)?)?",
    re.IGNORECASE,
)
DATE = "|".join(re.sub(r"\?P<\w+>", "?:", shape) for shape in _SHAPES)
"""What one date looks like: for the inside of other patterns, which ignore case."""

YEARLESS = rf"(?:{MONTH}\s+\d\d?|\d\d?\s+{MONTH}),?\s+(?:at\s+)?\d\d?[:.]\d\d\b"
"""A day and an hour of which the year is not told, as beside comments: "January 7 19:12"."""

SIGN = "\0"
"""What a date is in a text that is `masked`: no page and no line has this sign of its own."""

_AGO = (
    r"(?:an?|one|\d+)\+?\s+(?:second|minute|hour|day|week|month|year|sec|min|hr|wk|mo|yr)s?\.?"
    r"(?:,?\s+\d+\s+(?:minute|hour|day|week|month)s?)?\s+ago|\d{1,3}\s?(?:m|h|d|w|y|mo)\s+ago"
    r"|yesterday|just now"
)
AGO = re.compile(rf"(?:(?:about|over|almost)\s+)?(?:{_AGO})\b", re.IGNORECASE)
"""A date told from the day on which the page was saved: it dates nothing by itself."""


def found(text: str) -> tuple[str, int, int] | None:
    """The first date in a text with its place: "2012-03-08T23:04", "2012-03-08" or "2012-03".

    None where there is none, or only one that can be read in two ways.
    """
    if not _FIGURE.search(text):
        return None
    hits = [hit for pattern in _patterns(text) if (hit := pattern.search(text))]
    wrong = 0
    for hit in sorted(hits, key=lambda hit: (hit.start(), -hit.end())):
        value = _value(hit)
        wrong = wrong if value else max(wrong, hit.end())
        if value and hit.start() >= wrong:
            time, end = _time(text, hit.end()) if len(value) == 10 else ("", hit.end())
            time = time or (_hour_before(text[: hit.start()]) if len(value) == 10 else "")
            return value + time, hit.start(), end
    return None


def _patterns(text: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of which a text may have a date."""
    plain = text.lower()
    return _PATTERNS if any(stem in plain for stem in _STEMS) else _IN_FIGURES


def masked(text: str) -> str:
    """A text with one sign in place of each thing that looks like a date, sure or not."""
    if not _FIGURE.search(text) or SIGN in text:
        return text
    spans = sorted(
        (hit.start(), -hit.end()) for pattern in _patterns(text) for hit in pattern.finditer(text)
    )
    kept: list[str] = []
    at = 0
    for start, end in spans:
        if start >= at:
            kept += text[at:start], SIGN
            at = -end
    return "".join((*kept, text[at:]))


def iso(text: str) -> str | None:
    """The first date in a text, in ISO 8601, None where there is none that is sure."""
    hit = found(text)
    return hit[0] if hit else None


def stated(words: str) -> str | None:
    """The day, month or year, without its hour, that stands where a date alone is asked for.

    A year before 1000 is none: programs that know no day write 0101-01-01.
    """
    said = words.strip()
    found = (said if is_day(said) else iso(said) or "")[:10]
    return found if found and not found.startswith("0") else None


def timed(text: str) -> bool:
    """Whether the first date in a text has a time of day."""
    return "T" in (iso(text) or "")


def _value(hit: re.Match[str]) -> str | None:
    got = hit.groupdict()
    year = int(got.get("y") or 0) or _full(int(got["yy"]))
    if "first" in got:
        order = _unambiguous(int(got["first"]), int(got["second"]))
        if order is None:
            return None
        month, number = order
    else:
        month = int(got.get("m") or 0) or _NUMBER_OF[got["name"].rstrip(".").lower()]
        if not got.get("d"):
            return f"{year}-{month:02}"
        number = int(got["d"])
    return _checked(year, month, number)


def _full(year: int) -> int:
    """A year of two figures: of this century up to 68, as POSIX has it."""
    return year + (2000 if year < 69 else 1900)


def _unambiguous(first: int, second: int) -> tuple[int, int] | None:
    """Month and day of two numbers of which one cannot be a month."""
    if first > 12 >= second or first == second:
        return second, first
    if second > 12 >= first:
        return first, second
    return None


def _checked(year: int, month: int, number: int) -> str | None:
    try:
        return day(year, month, number).isoformat()
    except ValueError:
        return None


_HOUR = re.compile(
    rf"(?<!\d)(\d{{1,2}}[:.]\d\d\s*(?:[ap]\.?m\.?)?)[\s,]*(?:[A-Z]{{2,4}}\s+)?(?:on\s+)?(?:{WEEKDAY}\s*)?$",
    re.IGNORECASE,
)


def _hour_before(words: str) -> str:
    """The time of day that stands just before a date: "5:19pm Tue 1 Jan"."""
    hit = _HOUR.search(words[-40:])
    return _time(hit[1], 0)[0] if hit else ""


def _time(text: str, at: int) -> tuple[str, int]:
    hit = _TIME.match(text, at)
    if not hit or not (hit["min"] or hit["half"]):
        return "", at
    hour = int(hit["h"])
    if hit["half"]:
        if not 1 <= hour <= 12:
            return "", at
        hour = hour % 12 + (12 if hit["half"].lower().startswith("p") else 0)
    return f"T{hour:02}:{hit['min'] or '00'}", hit.end()
