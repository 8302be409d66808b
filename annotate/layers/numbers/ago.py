"""What is some time ago or from now, counted from the day of publication, and its rules."""

from annotate.layers.numbers import relative, times
from annotate.layers.numbers.hits import (
    UNRESOLVED,
    DateRule,
    Hit,
    Made,
)
from annotate.layers.numbers.times import Period


def _vague_ago(_hit: Hit) -> Made:
    """ "a few years ago": a date that nothing resolves."""
    return UNRESOLVED


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
    return relative.made(_shifted(hit, unit, sign * count))


def _parts_ago(hit: Hit) -> Made:
    """ "a year and 21 days ago" in figures: as precise as the smaller unit."""
    larger, unit = hit.pieces("larger")[-1].word, hit.pieces("unit")[-1].word
    now, counts = relative.exact(hit), (hit.number("first"), hit.number("number"))
    if larger not in _MONTHS or unit not in _DAYS or max(counts) > 10_000:
        return None
    sign = -1 if hit.pieces("ago")[0].word == "ago" else 1
    moved = now and times.moved(now, months_on=sign * counts[0] * _MONTHS[larger])
    moved = moved and times.moved(moved, days_on=sign * counts[1] * _DAYS[unit])
    return relative.made(times.of_day(moved) if moved else None)


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
    now, unit = relative.exact(hit), hit.pieces("unit")[-1].word
    if now is None or unit not in _DAYS or hit.number("number") > 100_000:
        return UNRESOLVED if now is None else None
    sign = -1 if hit.pieces("side")[0].word == "before" else 1
    named = relative.NAMED_DAYS[hit.pieces("day")[0].word]
    days = sign * hit.number("number") * _DAYS[unit] + named
    moved = times.moved(now, days_on=days)
    return relative.made(times.of_day(moved) if moved else None)


RULES = (
    DateRule("vague-ago", "(?:a? few|several|many|some) TIME ago", _vague_ago),
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
)
