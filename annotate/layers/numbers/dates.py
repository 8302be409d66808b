"""Words of time to a stretch of the calendar: the table of absolute dates.

Relative ones stand in `relative.py`. Each row has a name, a pattern over the pieces of a passage
and the function that makes a period of what it found.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from annotate.layers.numbers import times
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.neighbours import near
from annotate.layers.numbers.times import Anchor, Moment, Period

LATEST_SPAN = 2030
"""The last year that two figures after a dash may mean: "2015-32" is no span of years."""

PIVOT = 35
"""Two-digit years up to this are of this century, the others of the last."""


class Hit(NamedTuple):
    """What a rule found: the pieces, and which of them stand in which group."""

    atoms: list[Atom]
    match: re.Match[str]
    anchor: Anchor | None
    ahead: bool = False

    def pieces(self, group: str) -> list[Atom]:
        """The pieces of a group, none if it took no part."""
        if self.match[group] is None:
            return []
        start, end = self.match.span(group)
        return self.atoms[start:end]

    def number(self, group: str) -> int:
        """The value of a group's last piece."""
        return int(self.pieces(group)[-1].value)

    def has(self, group: str) -> bool:
        """Whether a group took part."""
        return group in self.match.re.groupindex and self.match[group] is not None

    def before(self, steps: int = 1) -> str:
        """The word so many pieces before."""
        at = self.match.start() - steps
        return self.atoms[at].word if at >= 0 else ""

    def after(self) -> Atom | None:
        """The piece after."""
        at = self.match.end()
        return self.atoms[at] if at < len(self.atoms) else None


class Unresolved:
    """What a rule makes of a date that nothing resolves: "today" in an undated text."""


UNRESOLVED = Unresolved()
Made = Period | Unresolved | None


class DateRule(NamedTuple):
    """A row: its name, its pattern, and what makes a period of it (None if it is no date)."""

    name: str
    pattern: str
    make: Callable[[Hit], Made]


MONTH = "(?P<month>MONTH|MONTHWORD)"
DAY = "(?P<day>DAY|NTH|NTHWORD|DAYWORD)"
YEAR = "(?P<year>YEAR|SHORTYEAR|YEARWORD|CENTURYWORD TWOWORD)"
WEEKDAY = "(?:(?:WEEKDAY|WEEKDAYSHORT) DOT? COMMA? DASH? the?)?"
CLOCK = "(?:(?:COMMA|at|DASH|BREAK)* (?P<clock>CLOCK))?"
PART = (
    "(?:(?P<part>(?:early|late|mid|earlier|later)|(?:beginning|start|middle|end)(?=of)) "
    "DASH? (?:of|in)? the?)?"
)
PARTS = {
    "early": "early",
    "earlier": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "later": "late",
    "end": "late",
}


def year_of(pieces: list[Atom]) -> int:
    """The year of figures or words: "2012", "’99", "nineteen ninety nine"."""
    if len(pieces) == 2:
        return int(pieces[0].value) * 100 + int(pieces[1].value)
    return full_year(int(pieces[0].value))


def full_year(number: int) -> int:
    """A year of two figures in its century."""
    if number >= 100:
        return number
    return number + (2000 if number <= PIVOT else 1900)


def clock_of(hit: Hit) -> str | None:
    """The time of day as HH:MM, None if none is given."""
    if not hit.has("clock"):
        return None
    raw = hit.pieces("clock")[0].word.replace(" ", "").replace(".", ":").removesuffix(":")
    found = re.match(r"(\d{1,2})(?::(\d\d))?(?::\d\d)?:?([ap])?", raw)
    if found is None:
        return None
    hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0) if found[3] else int(found[1])
    return f"{hour:02d}:{found[2] or '00'}"


def parted(hit: Hit, period: Period | None) -> Period | None:
    """The part of a period that the words before it name."""
    if period is None or not hit.has("part"):
        return period
    return times.part(PARTS[hit.pieces("part")[0].word], period)


def _timed(period: Period | None, clock: str | None) -> Period | None:
    if period is None or clock is None:
        return period
    first = period.first
    moment = Moment(first.year, first.month, first.day, clock)
    return Period(moment, moment)


def _day(hit: Hit) -> Made:
    """A day, its year named or resolved."""
    month, day = hit.number("month"), hit.number("day")
    if hit.has("year"):
        year: int | None = year_of(hit.pieces("year"))
    elif _counts(hit):
        return None
    else:
        year = times.nearest_year(hit.anchor, month, day, ahead=hit.ahead)
    return parted(hit, _timed(times.at(year, month, day), clock_of(hit)))


def _counts(hit: Hit) -> bool:
    """Whether the figure after a month counts something: "in May 12 people drowned"."""
    day = hit.pieces("day")[-1]
    after = hit.after()
    if hit.match.end("day") != hit.match.end() or "DAYWORD" not in day.roles | {"DAYWORD"}:
        return False
    if hit.match.end("month") > hit.match.start("day"):  # "12 May"
        return False
    plural = after is not None and (after.word == "people" or after.word.endswith("s"))
    return bool(plural and after and not after.roles and hit.before() in ("in", "since", "during"))


def _month_year(hit: Hit) -> Made:
    return parted(hit, times.at(year_of(hit.pieces("year")), hit.number("month")))


_NAMES = near("dates-names")
_LEADS = near("dates-leads")


def _month(hit: Hit) -> Made:
    """A month without a year; "May" and "April" need a word before them that dates."""
    word = hit.pieces("month")[0].word
    if not hit.has("part") and word in _NAMES and hit.before() not in _LEADS:
        return None
    month = hit.number("month")
    year = times.nearest_year(hit.anchor, month, None, ahead=hit.ahead)
    return parted(hit, times.at(year, month))


def _literal(hit: Hit) -> Made:
    raw = hit.pieces("date")[0].text
    if "T" in raw:
        day, _, clock = raw.partition("T")
        return _timed(times.at(*map(int, day.split("-"))), clock[:5])
    figures = [int(each) for each in re.split(r"[-/.]", raw)]
    if len(re.split(r"[-/.]", raw)[0]) == 4:
        year, month, day_of = figures
    else:
        month, day_of, year = figures
        if ("." in raw and day_of <= 12) or month > 12:
            month, day_of = day_of, month
    return _timed(times.at(full_year(year), month, day_of), clock_of(hit))


def _short_numeric(hit: Hit) -> Made:
    """ "4/22" or "22/4" after a word that dates."""
    raw = hit.pieces("date")[0].text
    if " " in raw or "/" not in raw:
        return None
    month, day = map(int, raw.split("/"))
    if month > 12:
        month, day = day, month
    year = times.nearest_year(hit.anchor, month, day, ahead=hit.ahead) if month <= 12 else None
    return times.at(year, month, day)


def _month_number(hit: Hit) -> Made:
    """ "2/2013", "2015-3"; but "2011-12" is two years."""
    if hit.has("both"):
        first, second = map(int, hit.pieces("both")[0].text.split("/"))
        year, month = (first, second) if first > 12 else (second, first)
        two = hit.pieces("both")[0].text.endswith(f"/{second:02d}")
    else:
        year, month = hit.number("year"), hit.number("month")
        two = (
            hit.match.start("year") < hit.match.start("month")
            and len(hit.pieces("month")[0].text) == 2
        )
    if two and month == (year + 1) % 100 and year > 12:
        return times.years(year, year + 1)
    return times.at(year, month)


def _years(hit: Hit) -> Made:
    """ "1950-53": the second year is of the first one's century."""
    first, last = hit.number("year"), hit.number("last")
    dash = hit.atoms[hit.match.start("last") - 1]
    ends = first // 100 * 100 + last
    if not (dash.glued and first < ends <= LATEST_SPAN):
        return None
    return times.years(first, ends)


def _decade(hit: Hit) -> Made:
    pieces = hit.pieces("decade")
    number = int(pieces[-1].value)
    if len(pieces) == 2:
        number += int(pieces[0].value) * 100
    elif number < 100:
        if hit.before() in _OWNERS or hit.before(2) in _OWNERS:
            return None
        if not hit.has("part") and hit.before() != "the" and "DECADEWORD" in pieces[0].roles:
            return None
        number += 2000 if number < 20 else 1900
    return parted(hit, times.decade(number))


_OWNERS = frozenset({"his", "her", "their", "my", "your", "our", "its"})


def _century(hit: Hit) -> Made:
    return parted(hit, times.century(hit.number("number")))


def _season(hit: Hit) -> Made:
    """ "Summer 2010", "winter of 2011–12"."""
    year = year_of(hit.pieces("year"))
    return parted(hit, times.season(year, hit.number("season")))


_MONTHS_OF = {"quarter": 3, "half": 6}


def _quarter(hit: Hit) -> Made:
    """ "Q3 2016", "third quarter of 2012", "2016H2"."""
    year = year_of(hit.pieces("year"))
    piece = hit.pieces("quarter")[0]
    size = 6 if piece.kind == "quarter" and piece.word[0] == "h" else 3
    number = int(piece.value)
    if not 1 <= number <= 12 // size:
        return None
    return times.months(year, size * (number - 1) + 1, size * number)


def _half(hit: Hit) -> Made:
    """ "latter half of 2011", "first half of the 1990s"."""
    which = 1 if hit.pieces("which")[0].word in ("first", "former") else 2
    whole = _decade(hit) if hit.has("decade") else times.at(year_of(hit.pieces("year")))
    return times.half(which, whole) if isinstance(whole, Period) else None


def _year(hit: Hit) -> Made:
    return parted(hit, times.at(year_of(hit.pieces("year"))))


_YEAR_LEADS = near("dates-year-leads")


def _bare_year(hit: Hit) -> Made:
    """A year by itself. Figures below 1900 and round ones need a word before them that dates."""
    pieces = hit.pieces("year")
    atom, year, after = pieces[0], year_of(pieces), hit.after()
    lead = hit.before()
    if len(pieces) > 1 or atom.kind == "short" or "FIG" not in atom.roles:
        dated = lead in (
            "in",
            "since",
            "by",
            "of",
            "from",
            "until",
            "year",
            "to",
            "before",
            "after",
        )
        return times.at(year) if dated and 1800 <= year <= 2100 else None
    if _in_figures(hit):
        return None
    if lead in _COUNT_LEADS or (after is not None and _counted_next(after, lead, year)):
        return None
    if year < 1900 or year > 2050:
        return times.at(year) if lead in _YEAR_LEADS - {",", "/", "than", "for"} else None
    return times.at(year)


_COUNT_LEADS = near("dates-count-leads")
_COUNTABLE = frozenset(
    ["people", "men", "women", "children", "soldiers", "refugees", "troops", "persons"]
)


def _in_figures(hit: Hit) -> bool:
    """Whether a dash joins the figure to one that is no year: "32 - 2015", "2015-32"."""
    end, start = hit.match.end(), hit.match.start()
    after = hit.atoms[end : end + 2]
    before = hit.atoms[max(0, start - 2) : start]
    for dash, other in ((after[:1], after[1:]), (before[1:], before[:1])):
        if dash and other and "DASH" in dash[0].roles and "FIG" in other[0].roles:
            return "YEAR" not in other[0].roles
    return False


def _counted_next(after: Atom, lead: str, year: int) -> bool:
    """Whether what follows a four-figure number is counted by it: "2000 refugees"."""
    if after.kind or after.roles & {"UNIT", "TIME", "CURRENCY", "PERCENT"}:
        return bool(after.roles & {"UNIT", "TIME", "CURRENCY", "PERCENT"})
    if lead in ("in", "since", "until", "by", "during"):
        return False
    plural = after.word in _COUNTABLE or (after.word.endswith("s") and len(after.word) > 3)
    return plural and after.text.islower() and (year % 100 == 0 or after.word in _COUNTABLE)


def _days(hit: Hit) -> Made:
    """Some days of one month: "July 13-15", "4 to 22 January 1995"."""
    month, first, last = hit.number("month"), hit.number("day"), hit.number("last")
    if hit.has("year"):
        year: int | None = year_of(hit.pieces("year"))
    else:
        year = times.nearest_year(hit.anchor, month, first, ahead=hit.ahead)
    ends = times.at(year, month, first), times.at(year, month, last)
    if ends[0] is None or ends[1] is None or first >= last:
        return None
    return Period(ends[0].first, ends[1].last)


LAST = "(?P<last>DAY|NTH|NTHWORD|DAYWORD)"
_ON = "on|since|after|before|until|till|by|from|back"
TO = "(?:DASH|to|through|till|until|and)"

RULES = (
    DateRule("date-literal", f"{WEEKDAY} (?P<date>DATED) {CLOCK}", _literal),
    DateRule("date-short", f"(?<={_ON}) (?P<date>FRACTION)", _short_numeric),
    DateRule("date-short-weekday", "(?:WEEKDAY|WEEKDAYSHORT) (?P<date>FRACTION)", _short_numeric),
    DateRule(
        "month-day-year", f"{WEEKDAY} {MONTH} DOT? the? {DAY} (?:COMMA|of|in)* {YEAR} {CLOCK}", _day
    ),
    DateRule(
        "day-month-year",
        f"{WEEKDAY} {DAY} DOT? (?:of|DASH|SLASH)? the? {MONTH} (?:DOT|COMMA|of|in|DASH|SLASH)* "
        f"{YEAR} {CLOCK}",
        _day,
    ),
    DateRule(
        "year-month-day",
        f"{WEEKDAY} {YEAR} (?:DASH|SLASH|COMMA)? {MONTH} (?:DASH|SLASH)? {DAY}",
        _day,
    ),
    DateRule("year-day-month", f"{YEAR} SLASH {DAY} SLASH {MONTH}", _day),
    DateRule("month-day", f"{WEEKDAY} {MONTH} DOT? the? {DAY} {CLOCK}", _day),
    DateRule("day-month", f"{WEEKDAY} {DAY} DOT? (?:of|DASH)? the? {MONTH} {CLOCK}", _day),
    DateRule(
        "days-of-month",
        f"{MONTH} DOT? the? {DAY} {TO} the? {LAST} (?:COMMA|of)* (?:{YEAR})?",
        _days,
    ),
    DateRule(
        "days-before-month",
        f"between? the? {DAY} {TO} the? {LAST} of? {MONTH} (?:DOT|COMMA|of|in)* (?:{YEAR})?",
        _days,
    ),
    DateRule("month-year", f"{PART} {MONTH} (?:DOT|COMMA|of|in|DASH|SLASH)* {YEAR}", _month_year),
    DateRule("year-month", f"{YEAR} (?:COMMA|DASH|SLASH)? {MONTH}", _month_year),
    DateRule("month-number", "(?P<month>MONTHNO) DASH (?P<year>YEAR)", _month_number),
    DateRule("number-month", "(?P<year>YEAR) DASH (?P<month>MONTHNO)", _month_number),
    DateRule("month-slash-year", "(?P<both>MONTHLY)", _month_number),
    DateRule("month", f"{PART} (?P<month>MONTH) DOT?", _month),
    DateRule("years", "(?P<year>YEAR) (?:DASH|SLASH) (?P<last>TWO)", _years),
    DateRule("decade", f"{PART} (?P<decade>DECADE|CENTURYWORD? DECADEWORD)", _decade),
    DateRule("century", f"{PART} (?P<number>ORDINAL) DASH? century", _century),
    DateRule(
        "season",
        f"{PART} (?P<season>SEASON) (?:of|COMMA)? the? {YEAR} (?:(?:DASH|SLASH) TWO)?",
        _season,
    ),
    DateRule(
        "quarter",
        "(?P<quarter>QUARTER|ORDINAL (?=DASH?(?:quarter|qtr))) (?:DASH? (?:quarter|qtr))? "
        f"(?:of|in|DASH|COMMA)? the? {YEAR}",
        _quarter,
    ),
    DateRule(
        "year-quarter",
        f"{YEAR} DASH? the? (?P<quarter>QUARTER|ORDINAL(?=DASH?(?:quarter|qtr))) "
        "(?:DASH? (?:quarter|qtr))?",
        _quarter,
    ),
    DateRule(
        "half-year",
        f"(?P<which>first|second|latter|former) half of the? (?:{YEAR}|(?P<decade>DECADE))",
        _half,
    ),
    DateRule(
        "fiscal-year", f"(?:(?:fiscal|financial|school|academic|calendar) year|fy) {YEAR}", _year
    ),
    DateRule(
        "part-of-year",
        f"(?P<part>early|late|mid|beginning|start|middle|end) DASH? (?:of|in)? the? year? {YEAR}",
        _year,
    ),
    DateRule("year", f"{YEAR}", _bare_year),
)
