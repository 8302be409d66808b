"""Stretches of calendar time: moments as precise as the words are, and the arithmetic between them.

A moment without a year is one that nothing dates; it is told as XXXX. Weeks begin on Monday,
winter in December, and the first century ended in 100.
"""

import calendar
import datetime as dt
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month, day or minute; what is not said is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: str | None = None

    @property
    def iso(self) -> str:
        """The moment in ISO 8601, its year XXXX if nothing gives it."""
        said = "XXXX" if self.year is None else f"{self.year:04d}"
        for part in (self.month, self.day):
            if part is None:
                return said
            said += f"-{part:02d}"
        return said + (f"T{self.clock}" if self.clock else "")


@dataclass(frozen=True, slots=True)
class Period:
    """From the beginning of one moment to the end of another; the same for a single one."""

    first: Moment
    last: Moment
    approx: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one day, month or year, to be told by one value."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which relative dates count. exact: False if it is known to the month only."""

    day: dt.date
    exact: bool = True


def at(year: int | None, month: int | None = None, day: int | None = None) -> Period | None:
    """One year, month or day; None if the calendar has no such day."""
    if year is not None and not 1 <= year <= 9999:
        return None
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and month is not None:
        longest = calendar.monthrange(year or 2000, month)[1]
        if not 1 <= day <= longest:
            return None
    moment = Moment(year, month, day)
    return Period(moment, moment)


def of_day(day: dt.date) -> Period:
    """One day."""
    moment = Moment(day.year, day.month, day.day)
    return Period(moment, moment)


def days(first: dt.date, last: dt.date) -> Period:
    """From one day to another."""
    return Period(of_day(first).first, of_day(last).last)


def week(day: dt.date) -> Period | None:
    """The week of a day, Monday to Sunday."""
    return _stretch(day, -day.weekday(), 6)


def weekend(day: dt.date) -> Period | None:
    """The Saturday and Sunday of a day's week."""
    return _stretch(day, 5 - day.weekday(), 1)


def _stretch(day: dt.date, offset: int, length: int) -> Period | None:
    first = moved(day, days_on=offset)
    last = first and moved(first, days_on=length)
    return days(first, last) if first and last else None


def months(year: int | None, first: int, last: int) -> Period | None:
    """Some months of a year; months beyond 12 are the next year's."""
    if (year is not None and not 1 <= year + (last - 1) // 12 <= 9999) or year == 0:
        return None
    return Period(_nth_month(year, first), _nth_month(year, last))


def _nth_month(year: int | None, number: int) -> Moment:
    return Moment(None if year is None else year + (number - 1) // 12, (number - 1) % 12 + 1)


def years(first: int, last: int) -> Period | None:
    """From one year to another."""
    if not 1 <= first <= last <= 9999:
        return None
    return Period(Moment(first), Moment(last))


def season(year: int | None, month: int) -> Period | None:
    """The three months that open with a month: a winter runs into the next year."""
    return months(year, month, month + 2)


def decade(year: int) -> Period | None:
    """Ten years: the 1990s."""
    return years(year, year + 9)


def century(number: int) -> Period | None:
    """A hundred years: the 19th century is 1801 to 1900."""
    return years(number * 100 - 99, number * 100)


_THIRDS = {"early": 0, "mid": 1, "late": 2, "beginning": 0}


def part(which: str, of: Period) -> Period | None:
    """The early, middle or late part of a decade, century, year or month.

    "late 1990s" is 1997 to 1999, "mid" 1994 to 1996, "early" 1990 to 1993; "early 2012" is January
    to April; "early April" its first ten days. Source: GUIDELINES 3.
    """
    third = _THIRDS[which]
    first, last = of.first, of.last
    if not of.single:
        return _third_of_years(third, first, last)
    if first.month is None and which == "beginning":
        return months(first.year, 1, 3)
    if first.month is None:
        return months(first.year, 4 * third + 1, 4 * third + 4)
    if first.day is not None:
        return of
    longest = calendar.monthrange(first.year or 2000, first.month)[1]
    ends = ((1, 10), (11, 20), (21, longest))[third]
    return Period(replace(first, day=ends[0]), replace(first, day=ends[1]))


def _third_of_years(third: int, first: Moment, last: Moment) -> Period | None:
    if first.year is None or last.year is None:
        return None
    if first.day is not None or first.month is not None:
        return Period(first, last)
    length = last.year - first.year + 1
    cuts = [0, -(-length // 3), -(-length // 3) + length // 3, length]
    if length == 10:
        cuts = [0, 4, 7, 10]
    return years(first.year + cuts[third], first.year + cuts[third + 1] - 1)


def half(which: int, of: Period) -> Period | None:
    """The first or second half of a month, year, decade or century."""
    first, last = of.first, of.last
    if of.single and first.month is not None and first.day is None:
        longest = calendar.monthrange(first.year or 2000, first.month)[1]
        opens, closes = (1, 15) if which == 1 else (16, longest)
        return Period(replace(first, day=opens), replace(first, day=closes))
    if of.single and first.month is None:
        return months(first.year, 6 * which - 5, 6 * which)
    if first.year is None or last.year is None or first.month is not None:
        return None
    middle = (first.year + last.year) // 2
    return years(first.year, middle) if which == 1 else years(middle + 1, last.year)


def moved(day: dt.date, *, days_on: int = 0, months_on: int = 0) -> dt.date | None:
    """A day so many days and months on; the last of a month where it is too short."""
    count = day.year * 12 + day.month - 1 + months_on
    year, month = divmod(count, 12)
    if not 1 <= year <= 9999:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    moved_to = day.replace(year=year, month=month + 1, day=min(day.day, last))
    try:
        return moved_to + dt.timedelta(days=days_on)
    except OverflowError:
        return None


def _leap(year: int, step: int) -> int:
    """The nearest year from one on, or back, that has a 29 February."""
    while not calendar.isleap(year) and 1 < year < 9999:
        year += step
    return year


_HALF_YEAR = 183


def nearest_year(
    anchor: Anchor | None, month: int, day: int | None, *, ahead: bool, on: bool = False
) -> int | None:
    """The year of a month or day that is named without one; None if nothing dates the text.

    An article looks back: the last such day before it, unless it lies within the next two months
    or the sentence speaks of what is to come. on: whether it may, so that half a year is near.
    """
    if anchor is None:
        return None
    now = anchor.day
    if (month, day) == (2, 29):
        return _leap(now.year, 1 if ahead else -1)
    then = (now.year, month, day or 1)
    if ahead:
        return now.year if then >= (now.year, now.month, now.day if day else 1) else now.year + 1
    soon = moved(now, days_on=_HALF_YEAR if on else 60 if day else 0)
    limit = (soon.year, soon.month, soon.day if day else 28) if soon else then
    return now.year if then <= limit else now.year - 1


def anchor_of(published: str | None) -> Anchor | None:
    """The anchor that a date of publication gives, whole or in part; None if it gives no month."""
    if not published:
        return None
    said = published.strip()
    for form, exact in (("%Y-%m-%d", True), ("%Y-%m", False)):
        length = 10 if exact else 7
        try:
            return Anchor(dt.datetime.strptime(said[:length], form).date(), exact)
        except ValueError:
            continue
    return None
