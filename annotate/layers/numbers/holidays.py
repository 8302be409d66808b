"""Days with a name, where the words give their year: "Christmas 2012", "last Easter".

A name without a year dates little ("the Christmas market") and is left. Names and their days are
rows of holidays.tsv.
"""

import datetime as dt
from functools import cache

from annotate import lexicons
from annotate.layers.numbers import times
from annotate.layers.numbers.hits import UNRESOLVED, YEAR, DateRule, Hit, Made, year_of
from annotate.layers.numbers.times import Period


def _of_year(hit: Hit) -> Made:
    return _day(_name(hit), year_of(hit.pieces("year")))


def _of_step(hit: Hit) -> Made:
    """ "last Christmas", "next Easter": the nearest one before or after publication."""
    if hit.anchor is None or not hit.anchor.exact:
        return UNRESOLVED
    now, step = hit.anchor.day, hit.pieces("step")[0].word
    if hit.has("whole"):
        shift = {"last": -1, "previous": -1, "next": 1}.get(step, 0)
        return _day(_name(hit), now.year + shift)
    days = [day for year in (-1, 0, 1) if (day := _day(_name(hit), now.year + year))]
    past = [day for day in days if day.first.iso < now.isoformat()]
    ahead = [day for day in days if day.first.iso > now.isoformat()]
    if step == "this":
        return _day(_name(hit), now.year)
    found = past[-1:] if step in ("last", "previous", "past") else ahead[:1]
    return found[0] if found else UNRESOLVED


def _name(hit: Hit) -> str:
    return " ".join(piece.word for piece in hit.pieces("name"))


def _day(name: str, year: int) -> Period | None:
    """The day of that name in a year."""
    kind, *rest = _table()[name].split()
    if not 1583 <= year <= 9999:
        return None
    if kind == "easter":
        day = times.moved(_easter(year), days_on=int(rest[0]))
    elif kind == "month":
        month, weekday, which = map(int, rest)
        day = _nth(dt.date(year, month, 1), weekday - 1, which)
    else:
        day = dt.date.fromisoformat(f"{year:04d}-{kind}")
    return times.of_day(day) if day else None


def _nth(first: dt.date, weekday: int, which: int) -> dt.date | None:
    day = times.moved(first, days_on=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    return times.moved(day, days_on=-7) if day and day.month != first.month else day


def _easter(year: int) -> dt.date:
    """Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


@cache
def _table() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.table("holidays")}


def names() -> tuple[str, ...]:
    """The names of all days, longest first."""
    return tuple(sorted(_table(), key=len, reverse=True))


_NAME = f"(?P<name>{'|'.join(names())})"
_STEP = "(?P<step>last|past|previous|this|next|coming)"

RULES = (
    DateRule("holiday", f"{_NAME} (?:of|in|COMMA)? {YEAR}", _of_year),
    DateRule("year-holiday", f"{YEAR} {_NAME}", _of_year),
    DateRule("holiday-of-step", f"{_NAME} (?:of)? {_STEP} (?P<whole>year)", _of_step),
    DateRule("step-holiday", f"{_STEP} {_NAME}", _of_step),
)
