"""The days, weeks and months that are counted in a whole: "third Tuesday of September 2014"."""

import datetime as dt

from annotate.layers.numbers import relative, times
from annotate.layers.numbers.hits import MONTH, YEAR, DateRule, Hit, Made, year_of
from annotate.layers.numbers.times import Period


def _whole(hit: Hit) -> Period | None:
    """The month or year that something is the third week, day or Tuesday of."""
    if hit.has("whole"):
        exact = hit.anchor is not None and hit.anchor.exact
        unit, now = hit.pieces("whole")[0].word, hit.anchor.day if hit.anchor else None
        return relative.of_unit(unit, relative.step_of(hit), now, exact=exact) if now else None
    year = year_of(hit.pieces("year")) if hit.has("year") else None
    month = hit.number("month") if hit.has("month") else None
    if year is None and month is not None:
        year = times.nearest_year(hit.anchor, month, None, ahead=hit.ahead)
    return None if year is None else times.at(year, month)


def _bounds(period: Period) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a period."""
    first, last = period.first, period.last
    if first.year is None or last.year is None:
        return None
    opens = dt.date(first.year, first.month or 1, first.day or 1)
    after = times.moved(dt.date(last.year, last.month or 12, 1), months_on=1)
    closes = times.moved(after, days_on=-1) if after else None
    return (opens, closes) if closes else None


def _nth_of(hit: Hit) -> Made:
    """ "third Tuesday of September 2014", "last week of 2015", "first month of 2021"."""
    whole = _whole(hit)
    bounds = _bounds(whole) if whole else None
    if bounds is None:
        return None
    last = hit.has("lastone")
    number = hit.number("nth") if hit.has("nth") else 1
    if hit.has("weekday"):
        return _nth_weekday(bounds, hit.number("weekday"), number, last=last)
    unit = hit.pieces("unit")[0].word.removesuffix("s")
    count = hit.number("count") if hit.has("count") else 1
    return _nth_unit(bounds, unit, number, count, last=last)


def _nth_weekday(bounds: tuple[dt.date, dt.date], wanted: int, number: int, *, last: bool) -> Made:
    opens, closes = bounds
    if last:
        found = times.moved(closes, days_on=-((closes.weekday() - wanted) % 7) - 7 * (number - 1))
    else:
        found = times.moved(opens, days_on=(wanted - opens.weekday()) % 7 + 7 * (number - 1))
    return times.of_day(found) if found and opens <= found <= closes else None


def _nth_unit(
    bounds: tuple[dt.date, dt.date], unit: str, number: int, count: int, *, last: bool
) -> Made:
    opens, closes = bounds
    if not 1 <= count <= 400 or not 1 <= number <= 400:
        return None
    if unit == "day":
        first = times.moved(
            closes if last else opens, days_on=(1 - number - count + 1) if last else number - 1
        )
        end = first and times.moved(first, days_on=count - 1)
        return times.days(first, end) if first and end else None
    if unit == "month":
        start = 13 - count if last else number
        return times.months(opens.year, start, start + count - 1) if opens.month == 1 else None
    if unit == "week":
        first_week = times.moved(opens, days_on=(3 - opens.weekday()) % 7 - 3)  # holds a Thursday
        last_week = times.moved(closes, days_on=-((closes.weekday() - 3) % 7) - 3)
        base = last_week if last else first_week
        steps = -(number - 1) - (count - 1) if last else number - 1
        first = base and times.moved(base, days_on=7 * steps)
        end = first and times.moved(first, days_on=7 * count - 1)
        return times.days(first, end) if first and end else None
    return None


_WHOLE = f"(?:of|in) the? (?:{MONTH} (?:COMMA|of)?)? {YEAR}"
_WHOLE_MONTH = f"(?:of|in) {MONTH}"
_WHOLE_STEP = (
    "(?:of|in) (?P<step>last|past|previous|this|current|next) (?P<whole>month|year|decade)"
)
_NTH = "(?:(?P<nth>ORDINAL)|(?P<lastone>last))"
_SPAN = "(?P<unit>TIME)|(?P<weekday>WEEKDAY)"

RULES = (
    DateRule(
        "nth-of",
        f"{_NTH} (?:(?P<count>NUM)? {_SPAN}) {_WHOLE}",
        _nth_of,
    ),
    DateRule(
        "nth-last-of",
        f"(?P<nth>ORDINAL) (?P<lastone>last) (?:{_SPAN}) {_WHOLE}",
        _nth_of,
    ),
    DateRule("nth-of-step", f"{_NTH} (?:{_SPAN}) {_WHOLE_STEP}", _nth_of),
    DateRule(
        "nth-of-month",
        f"{_NTH} (?:{_SPAN}) {_WHOLE_MONTH}",
        _nth_of,
    ),
)
