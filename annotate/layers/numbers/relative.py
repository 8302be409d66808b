"""Words of time that count from the day of publication, and the table of their rules.

Days of the week stand in `weekdays.py`, what is some time ago in `ago.py`.

In a reader's comment they count from the comment's own date. What nothing resolves stays a date
without a value.
"""

import datetime as dt

from annotate.layers.numbers import tenses, times
from annotate.layers.numbers.hits import (
    CLOCK,
    CLOCK_FIRST,
    DAY,
    MONTH,
    PART,
    UNRESOLVED,
    YEAR,
    DateRule,
    Hit,
    Made,
    clock_of,
    parted,
    timed,
    year_of,
)
from annotate.layers.numbers.neighbours import near
from annotate.layers.numbers.times import Period

_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}


def exact(hit: Hit) -> dt.date | None:
    """The day of publication, None if it is known only in part."""
    return hit.anchor.day if hit.anchor and hit.anchor.exact else None


def is_soon(hit: Hit) -> bool:
    """Whether what is told beside it is to come: "on Friday they will | meet"."""
    return tenses.looks_soon(hit.atoms, hit.match.start(), hit.match.end())


def made(period: Period | None) -> Made:
    return UNRESOLVED if period is None else period


def on_day(hit: Hit, day: dt.date | None) -> Made:
    """A day with its hour where one is told."""
    return made(timed(times.of_day(day), clock_of(hit)) if day else None)


NAMED_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1, "tomorrows": 1}


def _named_day(hit: Hit) -> Made:
    """ "today", "yesterday", "the day before yesterday"."""
    now = exact(hit)
    step = NAMED_DAYS[hit.pieces("day")[0].word]
    if hit.has("further"):
        step *= 2
    if step == 0 and _is_of_our_time(hit):
        return None
    return on_day(hit, now and times.moved(now, days_on=step))


_OF_OUR_TIME = near("relative-of-our-time")


def _is_of_our_time(hit: Hit) -> bool:
    """Whether today is no day: "today's youth", "today's world"."""
    behind = [atom.word for atom in hit.atoms[hit.match.end() : hit.match.end() + 4]]
    owned = behind[:1] in (["'"], ["’"], ["'s"], ["’s"])
    return owned and not _OF_OUR_TIME.isdisjoint(behind[1:])


def _part_of_day(hit: Hit) -> Made:
    """ "last night", "this morning"."""
    now = exact(hit)
    moved = now and times.moved(now, days_on=step_of(hit))
    return made(times.of_day(moved) if moved else None)


def _beside(_hit: Hit) -> Made:
    """ "the previous year", "the following day": beside a day that the text has named before.

    `reaches.beside` resolves it by that day.
    """
    return UNRESOLVED


def _before_it(hit: Hit) -> Made:
    """ "the year before", but not "the year before the vote" or "before last"."""
    after = hit.after()
    return UNRESOLVED if after is None or not after.word.isalpha() else None


def step_of(hit: Hit) -> int:
    """How many units on from publication a word such as "last" or "next" means."""
    return _STEPS[hit.pieces("step")[0].word]


def _period(hit: Hit) -> Made:
    """ "last week", "this month", "late last year"; "the last year" is a length instead."""
    unit, step = hit.pieces("unit")[0].word, step_of(hit)
    length = hit.before() in ("the", "these", "those") and not hit.has("part")
    if length and hit.pieces("step")[0].word != "current":
        return None
    if hit.anchor is None:
        return UNRESOLVED
    now = hit.anchor.day
    period = of_unit(unit, step, now, exact=hit.anchor.exact)
    return made(parted(hit, period) if period else None)


def of_unit(unit: str, step: int, now: dt.date, *, exact: bool) -> Period | None:
    """The unit so many on from the one that holds a day, None if the day is too unsure for it."""
    if unit == "year":
        return times.at(now.year + step)
    if unit in ("month", "quarter"):
        size = 1 if unit == "month" else 3
        moved = times.moved(now, months_on=step * size)
        return _months_around(moved, size) if moved else None
    if unit == "decade":
        return times.decade(now.year // 10 * 10 + step * 10)
    if unit == "century":
        return times.century((now.year - 1) // 100 + 1 + step)
    if not exact:
        return None
    moved = times.moved(now, days_on=7 * step)
    if moved is None:
        return None
    if unit == "weekend":
        return times.weekend(now if step == 0 else moved)
    if unit == "day":
        beside = times.moved(now, days_on=step)
        return times.of_day(beside) if beside else None
    return times.week(moved)


def _months_around(day: dt.date, size: int) -> Period | None:
    if size == 1:
        return times.at(day.year, day.month)
    first = (day.month - 1) // 3 * 3 + 1
    return times.months(day.year, first, first + 2)


def _season(hit: Hit) -> Made:
    """ "last spring": the last one that is over; "this summer": the year's own."""
    if hit.anchor is None:
        return UNRESOLVED
    now, first, step = hit.anchor.day, hit.number("season"), step_of(hit)
    year = now.year
    begun = now.month >= first
    over = now.month > first + 2 if first < 12 else False
    if step < 0:
        year -= 0 if over else 1
        if first == 12 and now.month <= 2:
            year = now.year - 2
    elif step > 0:
        year += 1 if begun else 0
    elif first == 12 and now.month <= 2:
        year -= 1
    return made(parted(hit, times.season(year, first)))


def _month(hit: Hit) -> Made:
    """ "last March", "this September", "next June"."""
    if hit.anchor is None:
        return UNRESOLVED
    now, month, step = hit.anchor.day, hit.number("month"), step_of(hit)
    if step < 0:
        year = now.year if month < now.month else now.year - 1
    elif step > 0:
        year = now.year if month > now.month else now.year + 1
    else:
        year = now.year
    return made(parted(hit, times.at(year, month)))


def _month_of_year(hit: Hit) -> Made:
    """ "June of last year", "March next year", "12 October last year"."""
    if hit.anchor is None:
        return UNRESOLVED
    day = hit.number("day") if hit.has("day") else None
    year = hit.anchor.day.year + step_of(hit)
    return made(parted(hit, times.at(year, hit.number("month"), day)))


def _season_alone(hit: Hit) -> Made:
    """ "until spring", "is set for autumn": the one at hand."""
    if hit.before() in ("in", "for") and not hit.ahead:
        return None  # "in summer" may be any
    if hit.anchor is None:
        return UNRESOLVED
    first, ahead = hit.number("season"), is_soon(hit)
    return made(times.season(times.nearest_year(hit.anchor, first, None, ahead=ahead), first))


def _part_of_unit(hit: Hit) -> Made:
    """ "By the end of the year": of the one at hand, where what is told is to come."""
    behind = [atom.word for atom in hit.atoms[hit.match.end() : hit.match.end() + tenses.NEAR]]
    if hit.anchor is None or not is_soon(hit) or "had" in behind:
        return UNRESOLVED
    period = of_unit(hit.pieces("unit")[0].word, 0, hit.anchor.day, exact=hit.anchor.exact)
    return made(parted(hit, period))


def _quarter_alone(hit: Hit) -> Made:
    """ "in the first quarter": the last one that has begun, or the next one."""
    number, after = hit.number("quarter"), hit.after()
    if number > _QUARTERS or (after is not None and after.word in ("of", "-", "final", "century")):
        return None
    if hit.anchor is None:
        return UNRESOLVED
    now, first = hit.anchor.day, 3 * number - 2
    year = now.year
    if hit.ahead:
        year += first + 2 < now.month
    else:
        year -= first > now.month
    return made(times.months(year, first, first + 2))


_QUARTERS = 4


def _week_of(hit: Hit) -> Made:
    """ "week of 8 October": the week that holds the day."""
    month, day = hit.number("month"), hit.number("day")
    year = year_of(hit.pieces("year")) if hit.has("year") else hit.nearest_year(month, day)
    period = times.at(year, month, day)
    if period is None or year is None:
        return period
    return made(times.week(dt.date(year, month, day)))


STEP = "(?P<step>last|past|previous|this|current|next|coming|upcoming)"
_UNITS = "week|weekend|month|quarter|year|decade|century"
UNIT = f"(?P<unit>{_UNITS})"
_NEXT_TO = "previous|preceding|prior|following"
_TOWARDS = "before|by|till|toward|towards|until"
PART_OF_DAY = "morning|afternoon|evening|night"
_DAY_NAMES = "today|tonight|tomorrow|tmrw|tomorrows|yesterday"
_WEEK_OF = "week (?:of|beginning|commencing|starting) on?"

RULES = (
    DateRule(
        "named-day",
        f"(?P<day>{_DAY_NAMES}) (?:{PART_OF_DAY})? {CLOCK}",
        _named_day,
    ),
    DateRule("clock-named-day", f"{CLOCK_FIRST} (?P<day>{_DAY_NAMES})", _named_day),
    DateRule(
        "day-beside",
        "day (?P<further>before|after) (?P<day>tomorrow|tmrw|yesterday)",
        _named_day,
    ),
    DateRule("part-of-day", "(?P<step>last) (?:night|evening)", _part_of_day),
    DateRule("part-of-this-day", "(?P<step>this) (?:morning|afternoon|evening)", _part_of_day),
    DateRule("beside-period", f"(?<=the) (?:{_NEXT_TO}) (?:day|{_UNITS})", _beside),
    DateRule("beside-before", f"(?<=the) (?:day|{_UNITS}) before", _before_it),
    DateRule("relative-period", f"{PART} {STEP} {UNIT}", _period),
    DateRule("relative-season", f"{PART} {STEP} (?P<season>SEASON)", _season),
    DateRule("relative-month", f"{PART} {STEP} (?P<month>MONTH)", _month),
    DateRule("month-of-year", f"{PART} {MONTH} COMMA? of? {STEP} year", _month_of_year),
    DateRule("day-month-of-year", f"{DAY} of? {MONTH} COMMA? of? {STEP} year", _month_of_year),
    DateRule("month-day-of-year", f"{MONTH} the? {DAY} COMMA? of? {STEP} year", _month_of_year),
    DateRule(
        "season-alone", f"(?<={_TOWARDS}|since|for|in) the? (?P<season>SEASON)", _season_alone
    ),
    DateRule(
        "part-of-the-year",
        f"(?<=at|from|since|{_TOWARDS}) the? (?P<part>end|beginning|start|middle) of the "
        "(?P<unit>year|month|decade|century)",
        _part_of_unit,
    ),
    DateRule(
        "quarter-alone",
        "(?<=in|during|for|of|over|since) the (?P<quarter>ORDINAL) quarter",
        _quarter_alone,
    ),
    DateRule(
        "week-of-day",
        f"{_WEEK_OF} the? {DAY} of? {MONTH} (?:COMMA|of)? (?:{YEAR})?",
        _week_of,
    ),
    DateRule(
        "week-of-month-day",
        f"{_WEEK_OF} {MONTH} {DAY} (?:COMMA|of)? (?:{YEAR})?",
        _week_of,
    ),
)
