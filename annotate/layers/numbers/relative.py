"""Words of time that count from the day of publication, and the table of their rules.

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
from annotate.layers.numbers.neighbours import closed, near
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


def _exact(hit: Hit) -> dt.date | None:
    """The day of publication, None if it is known only in part."""
    return hit.anchor.day if hit.anchor and hit.anchor.exact else None


def _made(period: Period | None) -> Made:
    return UNRESOLVED if period is None else period


def _of_day(hit: Hit, day: dt.date | None) -> Made:
    """A day with its hour where one is told."""
    return _made(timed(times.of_day(day), clock_of(hit)) if day else None)


_NAMED_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1, "tomorrows": 1}


def _named_day(hit: Hit) -> Made:
    """ "today", "yesterday", "the day before yesterday"."""
    now = _exact(hit)
    step = _NAMED_DAYS[hit.pieces("day")[0].word]
    if hit.has("further"):
        step *= 2
    if step == 0 and _is_of_our_time(hit):
        return None
    return _of_day(hit, now and times.moved(now, days_on=step))


_OF_OUR_TIME = near("relative-of-our-time")


def _is_of_our_time(hit: Hit) -> bool:
    """Whether today is no day: "today's youth", "today's world"."""
    behind = [atom.word for atom in hit.atoms[hit.match.end() : hit.match.end() + 4]]
    owned = behind[:1] in (["'"], ["’"], ["'s"], ["’s"])
    return owned and not _OF_OUR_TIME.isdisjoint(behind[1:])


def _part_of_day(hit: Hit) -> Made:
    """ "last night", "this morning"."""
    now = _exact(hit)
    moved = now and times.moved(now, days_on=step_of(hit))
    return _made(times.of_day(moved) if moved else None)


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
    if hit.before() in ("the", "these", "those") and hit.pieces("step")[0].word != "current":
        return None
    if hit.anchor is None:
        return UNRESOLVED
    now = hit.anchor.day
    period = of_unit(unit, step, now, exact=hit.anchor.exact)
    return _made(parted(hit, period) if period else None)


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
    return _made(parted(hit, times.season(year, first)))


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
    return _made(parted(hit, times.at(year, month)))


def _month_of_year(hit: Hit) -> Made:
    """ "June of last year", "March next year", "12 October last year"."""
    if hit.anchor is None:
        return UNRESOLVED
    day = hit.number("day") if hit.has("day") else None
    year = hit.anchor.day.year + step_of(hit)
    return _made(parted(hit, times.at(year, hit.number("month"), day)))


def _season_alone(hit: Hit) -> Made:
    """ "until spring", "is set for autumn": the one at hand."""
    if hit.before() in ("in", "for") and not hit.ahead:
        return None  # "in summer" may be any
    if hit.anchor is None:
        return UNRESOLVED
    first, ahead = hit.number("season"), _is_soon(hit)
    return _made(times.season(times.nearest_year(hit.anchor, first, None, ahead=ahead), first))


def _part_of_unit(hit: Hit) -> Made:
    """ "By the end of the year": of the one at hand, where what is told is to come."""
    behind = [atom.word for atom in hit.atoms[hit.match.end() : hit.match.end() + tenses.NEAR]]
    if hit.anchor is None or not _is_soon(hit) or "had" in behind:
        return UNRESOLVED
    period = of_unit(hit.pieces("unit")[0].word, 0, hit.anchor.day, exact=hit.anchor.exact)
    return _made(parted(hit, period))


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
    return _made(times.months(year, first, first + 2))


_QUARTERS = 4


def _weekday_the_day(hit: Hit) -> Made:
    """ "Friday the 15th": the day of that name nearest to publication."""
    now = _exact(hit)
    if now is None:
        return UNRESOLVED
    steps = sorted(range(-400, 400), key=lambda step: (abs(step), step))
    for step in steps:
        day = times.moved(now, days_on=step)
        if day and (day.day, day.weekday()) == (hit.number("day"), hit.number("weekday")):
            return times.of_day(day)
    return UNRESOLVED


def _vague_ago(_hit: Hit) -> Made:
    """ "a few years ago": a date that nothing resolves."""
    return UNRESOLVED


def _weekday(hit: Hit) -> Made:
    """ "last Monday", "Friday": the last one before publication, unless the words look ahead."""
    if "WEEKDAYSHORT" in hit.pieces("weekday")[0].roles and not _abbreviated(hit):
        return None
    now = _exact(hit)
    if now is None:
        return UNRESOLVED
    wanted = hit.number("weekday")
    step = step_of(hit) if hit.has("step") else (1 if _is_soon(hit) else -1)
    back = (now.weekday() - wanted) % 7
    if step < 0:
        # "on Tuesday" in what appears on a Tuesday is that day; "last Tuesday" is not.
        offset = -(back or (7 if hit.has("step") else 0))
    elif step == 0:
        offset = wanted - now.weekday()
    else:
        offset = 7 - back if not hit.has("step") else 7 - now.weekday() + wanted
        offset = offset if hit.has("step") else (offset or 7)
    return _of_day(hit, times.moved(now, days_on=offset))


def _is_soon(hit: Hit) -> bool:
    return tenses.looks_soon(hit.atoms, hit.match.start(), hit.match.end())


def _weekday_part(hit: Hit) -> Made:
    """ "late on Friday night", "the early hours of Monday"."""
    return None if hit.before() in ("too", "so", "as", "how") else _weekday(hit)


def _weekend(hit: Hit) -> Made:
    """ "the weekend": the one at hand, or the last one where nothing looks ahead."""
    after = hit.after()
    named = after is not None and after.word.isalpha() and after.word not in closed()
    if named and after and not after.word.endswith(("ing", "ed")):
        return None  # "the weekend edition"
    if after is not None and after.word in ("after", "before", "of"):
        return None
    now = _exact(hit)
    if now is None:
        return UNRESOLVED
    past = now.weekday() < _SATURDAY and not _is_soon(hit)
    moved = times.moved(now, days_on=-7) if past else now
    return _made(times.weekend(moved) if moved else None)


_SATURDAY = 5


def _abbreviated(hit: Hit) -> bool:
    """Whether "Sun" or "sat" is a day: after a word that dates, or before a stop."""
    leads = ("on", "last", "next", "this", "by", "until", "from", "to")
    return hit.before() in leads or hit.has("step") or hit.has("part")


def _weekday_of_week(hit: Hit) -> Made:
    """ "Tuesday next week", "friday of this week", "last week Sunday"."""
    now = _exact(hit)
    if now is None:
        return UNRESOLVED
    offset = 7 * step_of(hit) + hit.number("weekday") - now.weekday()
    moved = times.moved(now, days_on=offset)
    return _made(times.of_day(moved) if moved else None)


_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14, "night": 1, "nights": 1}
_MONTHS = {
    "month": 1,
    "months": 1,
    "year": 12,
    "years": 12,
    "decade": 120,
    "decades": 120,
    "century": 1200,
    "centuries": 1200,
}


def _ago(hit: Hit) -> Made:
    """ "two weeks ago", "five years ago", "a month from now": as precise as the unit is."""
    unit = hit.pieces("unit")[-1].word
    if unit not in _DAYS and unit not in _MONTHS:
        return None
    if hit.anchor is None or not hit.has("number"):
        return UNRESOLVED
    piece = hit.pieces("number")[-1]
    count = 1.0 if piece.word in ("a", "an") else piece.value
    if count > 100_000:
        return UNRESOLVED
    sign = -1 if hit.has("ago") else 1
    return _made(_shifted(hit, unit, sign * count))


def _parts_ago(hit: Hit) -> Made:
    """ "a year and 21 days ago" in figures: as precise as the smaller unit."""
    larger, unit = hit.pieces("larger")[-1].word, hit.pieces("unit")[-1].word
    now, counts = _exact(hit), (hit.number("first"), hit.number("number"))
    if larger not in _MONTHS or unit not in _DAYS or max(counts) > 10_000:
        return None
    sign = -1 if hit.pieces("ago")[0].word == "ago" else 1
    moved = now and times.moved(now, months_on=sign * counts[0] * _MONTHS[larger])
    moved = moved and times.moved(moved, days_on=sign * counts[1] * _DAYS[unit])
    return _made(times.of_day(moved) if moved else None)


def _shifted(hit: Hit, unit: str, count: float) -> Period | None:
    anchor = hit.anchor
    if anchor is None:
        return None
    if unit in _MONTHS:
        moved = times.moved(anchor.day, months_on=round(count * _MONTHS[unit]))
        if moved is None:
            return None
        return times.at(moved.year, moved.month if unit in ("month", "months") else None)
    moved = times.moved(anchor.day, days_on=round(count * _DAYS[unit])) if anchor.exact else None
    return times.of_day(moved) if moved else None


def _from_day(hit: Hit) -> Made:
    """ "two days before yesterday", "3 days after tomorrow", "two weeks from today"."""
    now, unit = _exact(hit), hit.pieces("unit")[-1].word
    if now is None or unit not in _DAYS or hit.number("number") > 100_000:
        return UNRESOLVED if now is None else None
    sign = -1 if hit.pieces("side")[0].word == "before" else 1
    days = sign * hit.number("number") * _DAYS[unit] + _NAMED_DAYS[hit.pieces("day")[0].word]
    moved = times.moved(now, days_on=days)
    return _made(times.of_day(moved) if moved else None)


def _week_of(hit: Hit) -> Made:
    """ "week of 8 October": the week that holds the day."""
    month, day = hit.number("month"), hit.number("day")
    year = (
        year_of(hit.pieces("year"))
        if hit.has("year")
        else times.nearest_year(hit.anchor, month, day, ahead=hit.ahead)
    )
    period = times.at(year, month, day)
    if period is None or year is None:
        return period
    return _made(times.week(dt.date(year, month, day)))


STEP = "(?P<step>last|past|previous|this|current|next|coming|upcoming)"
_UNITS = "week|weekend|month|quarter|year|decade|century"
UNIT = f"(?P<unit>{_UNITS})"
_TOWARDS = "before|by|till|toward|towards|until"
_PART_OF_DAY = "morning|afternoon|evening|night"
_DAY_NAMES = "today|tonight|tomorrow|tmrw|tomorrows|yesterday"
_WEEK_OF = "week (?:of|beginning|commencing|starting) on?"

RULES = (
    DateRule(
        "named-day",
        f"(?P<day>{_DAY_NAMES}) (?:{_PART_OF_DAY})? {CLOCK}",
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
    DateRule(
        "beside-period", f"(?<=the) (?:previous|preceding|following) (?:day|{_UNITS})", _beside
    ),
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
    DateRule("weekday-the-day", "(?P<weekday>WEEKDAY) COMMA? the (?P<day>NTH)", _weekday_the_day),
    DateRule("vague-ago", "(?:a? few|several|many|some) TIME ago", _vague_ago),
    DateRule(
        "relative-weekday",
        f"{STEP}? (?P<weekday>WEEKDAY|WEEKDAYSHORT) (?:{_PART_OF_DAY})? {CLOCK}",
        _weekday,
    ),
    DateRule("clock-weekday", f"{CLOCK_FIRST} {STEP}? (?P<weekday>WEEKDAY)", _weekday),
    DateRule(
        "weekday-part",
        f"(?P<part>early|late|later|(?:early|small) hours) (?:on|of)? {STEP}? "
        f"(?P<weekday>WEEKDAY) (?:{_PART_OF_DAY})?",
        _weekday_part,
    ),
    DateRule("weekend", "(?<=the) weekend", _weekend),
    DateRule("weekday-of-week", f"(?P<weekday>WEEKDAY) of? {STEP} week", _weekday_of_week),
    DateRule("week-weekday", f"{STEP} week on? (?P<weekday>WEEKDAY)", _weekday_of_week),
    DateRule("ago", "(?P<number>NUM|a|an)? (?P<unit>TIME) (?P<ago>ago)", _ago),
    DateRule(
        "parts-ago",
        "(?P<first>NUM) (?P<larger>TIME) (?:and|COMMA)? (?P<number>NUM) (?P<unit>TIME) "
        "(?P<ago>ago|hence|from now)",
        _parts_ago,
    ),
    DateRule("from-now", "(?P<number>NUM|a|an) (?P<unit>TIME) (?:from now|hence)", _ago),
    DateRule(
        "from-day",
        "(?P<number>NUM) (?P<unit>TIME) (?P<side>before|after|from) "
        "(?P<day>today|tomorrow|yesterday)",
        _from_day,
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
