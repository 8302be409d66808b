"""Days of the week and the weekend, which count from the day of publication, and their rules."""

from annotate.layers.numbers import relative, times
from annotate.layers.numbers.hits import (
    CLOCK,
    CLOCK_FIRST,
    UNRESOLVED,
    DateRule,
    Hit,
    Made,
)
from annotate.layers.numbers.neighbours import closed


def _weekday_the_day(hit: Hit) -> Made:
    """ "Friday the 15th": the day of that name nearest to publication."""
    now = relative.exact(hit)
    if now is None:
        return UNRESOLVED
    steps = sorted(range(-400, 400), key=lambda step: (abs(step), step))
    for step in steps:
        day = times.moved(now, days_on=step)
        if day and (day.day, day.weekday()) == (hit.number("day"), hit.number("weekday")):
            return times.of_day(day)
    return UNRESOLVED


def _weekday(hit: Hit) -> Made:
    """ "last Monday", "Friday": the last one before publication, unless the words look ahead."""
    if "WEEKDAYSHORT" in hit.pieces("weekday")[0].roles and not _abbreviated(hit):
        return None
    now = relative.exact(hit)
    if now is None:
        return UNRESOLVED
    wanted = hit.number("weekday")
    step = relative.step_of(hit) if hit.has("step") else (1 if relative.is_soon(hit) else -1)
    back = (now.weekday() - wanted) % 7
    if step < 0:
        # "on Tuesday" in what appears on a Tuesday is that day; "last Tuesday" is not.
        offset = -(back or (7 if hit.has("step") else 0))
    elif step == 0:
        offset = wanted - now.weekday()
    else:
        offset = 7 - back if not hit.has("step") else 7 - now.weekday() + wanted
        offset = offset if hit.has("step") else (offset or 7)
    return relative.on_day(hit, times.moved(now, days_on=offset))


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
    now = relative.exact(hit)
    if now is None:
        return UNRESOLVED
    past = now.weekday() < _SATURDAY and not relative.is_soon(hit)
    moved = times.moved(now, days_on=-7) if past else now
    return relative.made(times.weekend(moved) if moved else None)


_SATURDAY = 5


def _abbreviated(hit: Hit) -> bool:
    """Whether "Sun" or "sat" is a day: after a word that dates, or before a stop."""
    leads = ("on", "last", "next", "this", "by", "until", "from", "to")
    return hit.before() in leads or hit.has("step") or hit.has("part")


def _weekday_of_week(hit: Hit) -> Made:
    """ "Tuesday next week", "friday of this week", "last week Sunday"."""
    now = relative.exact(hit)
    if now is None:
        return UNRESOLVED
    offset = 7 * relative.step_of(hit) + hit.number("weekday") - now.weekday()
    moved = times.moved(now, days_on=offset)
    return relative.made(times.of_day(moved) if moved else None)


RULES = (
    DateRule("weekday-the-day", "(?P<weekday>WEEKDAY) COMMA? the (?P<day>NTH)", _weekday_the_day),
    DateRule(
        "relative-weekday",
        f"{relative.STEP}? (?P<weekday>WEEKDAY|WEEKDAYSHORT) (?:{relative.PART_OF_DAY})? {CLOCK}",
        _weekday,
    ),
    DateRule("clock-weekday", f"{CLOCK_FIRST} {relative.STEP}? (?P<weekday>WEEKDAY)", _weekday),
    DateRule(
        "weekday-part",
        f"(?P<part>early|late|later|(?:early|small) hours) (?:on|of)? {relative.STEP}? "
        f"(?P<weekday>WEEKDAY) (?:{relative.PART_OF_DAY})?",
        _weekday_part,
    ),
    DateRule("weekend", "(?<=the) weekend", _weekend),
    DateRule("weekday-of-week", f"(?P<weekday>WEEKDAY) of? {relative.STEP} week", _weekday_of_week),
    DateRule("week-weekday", f"{relative.STEP} week on? (?P<weekday>WEEKDAY)", _weekday_of_week),
)
