"""Words of time to days and months: the table of absolute dates within a year.

Years and longer stretches stand in `years.py`, relative dates in `relative.py`. Each row has a
name, a pattern over the pieces of a passage and the function that makes a period of what it found.
"""

import re

from annotate.layers.numbers import times
from annotate.layers.numbers.hits import (
    CLOCK,
    CLOCK_FIRST,
    DAY,
    LAST,
    MONTH,
    ON,
    PART,
    TO,
    WEEKDAY,
    YEAR,
    DateRule,
    Hit,
    Made,
    clock_of,
    full_year,
    parted,
    timed,
    year_of,
)
from annotate.layers.numbers.neighbours import closed, near
from annotate.layers.numbers.phrases import is_plural_noun
from annotate.layers.numbers.times import Period


def _day(hit: Hit) -> Made:
    """A day, its year named or resolved."""
    month, day = hit.number("month"), hit.number("day")
    if hit.has("year"):
        year: int | None = year_of(hit.pieces("year"))
    elif _counts(hit) or _opens_sentence(hit):
        return None
    else:
        year = hit.nearest_year(month, day)
    return parted(hit, timed(times.at(year, month, day), clock_of(hit)))


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


def _opens_sentence(hit: Hit) -> bool:
    """Whether a stop ends the sentence between month and figure: "on 13 July. Four came"."""
    stop = hit.match.end("month")
    if stop >= hit.match.start("day") or hit.atoms[stop].word != ".":
        return False
    before = hit.match.start() - 1
    dated = before >= 0 and not hit.atoms[before].roles.isdisjoint(_DAYS)
    return dated or hit.pieces("day")[0].text[:1].isupper()


_DAYS = frozenset({"DAY", "NTH", "NTHWORD", "DAYWORD"})


def _month_year(hit: Hit) -> Made:
    return parted(hit, times.at(year_of(hit.pieces("year")), hit.number("month")))


_NAMES = near("dates-names")
_LEADS = near("dates-leads")


def _month(hit: Hit) -> Made:
    """A month without a year; "May" and "April" need a word before them that dates."""
    word = hit.pieces("month")[0].word
    if not hit.has("part") and word in _NAMES and hit.before() not in _LEADS and not _to_month(hit):
        return None
    month = hit.number("month")
    year = hit.nearest_year(month, None)
    return parted(hit, times.at(year, month))


def _to_month(hit: Hit) -> bool:
    """Whether another month follows: "May to September", "June–August"."""
    beyond = hit.atoms[hit.match.end() : hit.match.end() + 2]
    joined = len(beyond) == 2 and (beyond[0].word in ("to", "through") or "DASH" in beyond[0].roles)
    return joined and "MONTH" in beyond[1].roles


def _literal(hit: Hit) -> Made:
    raw, after = hit.pieces("date")[0].text, hit.after()
    if after is not None and after.word in ("minute", "minutes", "second", "seconds"):
        return None  # "the record of 2.08.50 minutes"
    if "T" in raw:
        day, _, clock = raw.partition("T")
        return timed(times.at(*map(int, day.split("-"))), clock[:5])
    figures = [int(each) for each in re.split(r"[-/.]", raw)]
    if len(re.split(r"[-/.]", raw)[0]) == 4:
        year, month, day_of = figures
    else:
        month, day_of, year = figures
        if ((hit.day_first or "." in raw) and day_of <= 12) or month > 12:
            month, day_of = day_of, month
    return timed(times.at(full_year(year), month, day_of), clock_of(hit))


def _spaced(hit: Hit) -> Made:
    """ "5 / 1 / 2020"."""
    month, day = hit.number("month"), hit.number("day")
    if month > 12:
        month, day = day, month
    return times.at(hit.number("year"), month, day)


def _joined(hit: Hit) -> Made:
    """ "Oct-2", "Oct/2": a day without a year, glued to its month."""
    if not all(piece.glued for piece in hit.atoms[hit.match.start() + 1 : hit.match.end()]):
        return None
    month, day = hit.number("month"), hit.number("day")
    return times.at(hit.nearest_year(month, day), month, day)


def _day_alone(hit: Hit) -> Made:
    """ "on the 18th": the nearest such day; nothing that is ranked may follow."""
    after, piece = hit.after(), hit.pieces("day")[0]
    follows = after is not None and (after.word.isalpha() and after.word not in closed())
    if follows or hit.anchor is None or not hit.anchor.exact or piece.kind != "rank":
        return None
    for step in range(32):
        day = times.moved(hit.anchor.day, days_on=step if hit.ahead else -step)
        if day and day.day == piece.value:
            return times.of_day(day)
    return None


def _short_numeric(hit: Hit) -> Made:
    """ "4/22" or "22/4" after a word that dates."""
    raw = hit.pieces("date")[0].text
    if " " in raw or "/" not in raw:
        return None
    month, day = map(int, raw.split("/"))
    if month > 12:
        month, day = day, month
    year = hit.nearest_year(month, day) if month <= 12 else None
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
    if _are_years(hit, year, month):
        return times.years(year, year // 10 * 10 + month)
    if two and month == (year + 1) % 100 and year > 12:
        return times.years(year, year + 1)
    return times.at(year, month)


def _are_years(hit: Hit, year: int, month: int) -> bool:
    """Whether a dash leads from a year to the last figure of another: "in 2006-7"."""
    if hit.has("both") or hit.match.start("year") > hit.match.start("month"):
        return False
    single = len(hit.pieces("month")[0].text) == 1
    dash = hit.atoms[hit.match.end("year")]
    glued = dash.glued and hit.pieces("month")[0].glued
    return single and glued and "DASH" in dash.roles and 0 < month - year % 10 <= _SPAN


_SPAN = 8
"""Years from "2001" to "-9" at most; beyond, a month is as likely."""


def _days(hit: Hit) -> Made:
    """Some days of one month: "July 13-15", "4 to 22 January 1995"."""
    month, first, last = hit.number("month"), hit.number("day"), hit.number("last")
    if hit.has("year"):
        year: int | None = year_of(hit.pieces("year"))
    elif _last_counts(hit):
        return None
    else:
        year = hit.nearest_year(month, first)
    ends = times.at(year, month, first), times.at(year, month, last)
    if ends[0] is None or ends[1] is None or first >= last:
        return None
    return Period(ends[0].first, ends[1].last)


def _last_counts(hit: Hit) -> bool:
    """Whether the last figure counts what follows: "on July 4 until 5 boats came"."""
    after = hit.after()
    if after is None or hit.match.end("last") != hit.match.end():
        return False
    return not after.roles and after.text.islower() and is_plural_noun(after)


RULES = (
    DateRule("date-literal", f"{WEEKDAY} (?P<date>DATED) {CLOCK}", _literal),
    DateRule("date-short", f"(?<={ON}) (?P<date>FRACTION)", _short_numeric),
    DateRule("date-short-weekday", "(?:WEEKDAY|WEEKDAYSHORT) (?P<date>FRACTION)", _short_numeric),
    DateRule(
        "month-day-year",
        f"{WEEKDAY} {MONTH} (?:DOT|DASH|SLASH)? the? {DAY} (?:COMMA|of|in|DASH|SLASH)* "
        f"{YEAR} {CLOCK}",
        _day,
    ),
    DateRule(
        "day-month-year",
        f"{WEEKDAY} {DAY} DOT? (?:of|DASH|SLASH)? the? {MONTH} (?:DOT|COMMA|of|in|DASH|SLASH)* "
        f"{YEAR} {CLOCK}",
        _day,
    ),
    DateRule(
        "clock-day-month-year",
        f"{CLOCK_FIRST} {WEEKDAY} {DAY} (?:of|DASH)? the? {MONTH} (?:DOT|COMMA|of)* {YEAR}",
        _day,
    ),
    DateRule(
        "clock-month-day-year",
        f"{CLOCK_FIRST} {WEEKDAY} {MONTH} DOT? the? {DAY} COMMA? {YEAR}",
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
    DateRule("month-number", "(?P<month>MONTHNO) (?:DASH|SLASH) (?P<year>YEAR)", _month_number),
    DateRule("number-month", "(?P<year>YEAR) (?:DASH|SLASH) (?P<month>MONTHNO)", _month_number),
    DateRule("date-spaced", "(?P<month>DAY) SLASH (?P<day>DAY) SLASH (?P<year>YEAR)", _spaced),
    DateRule("month-day-joined", "(?P<month>MONTH) (?:DASH|SLASH) (?P<day>DAY)", _joined),
    DateRule("day-of-month", f"(?<={ON}) the (?P<day>NTH)", _day_alone),
    DateRule("month-slash-year", "(?P<both>MONTHLY)", _month_number),
    DateRule("month", f"{PART} (?P<month>MONTH) DOT?", _month),
)
