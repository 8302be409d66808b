"""Dates told from another date: "two weeks before 13 May 1999", "between January 2019 and now"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from annotate.layers.numbers import times
from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.drafts import Draft
from annotate.layers.numbers.times import Anchor, Moment, Period

_SIDES = {("before",): -1, ("prior", "to"): -1, ("after",): 1, ("from",): 1}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
_LONGEST = 100_000


def moved(first: Draft, second: Draft, atoms: Sequence[Atom]) -> Draft | None:
    """A length of time before or after a day as the day that it leads to."""
    side = _SIDES.get(tuple(atom.word for atom in atoms[first.last : second.first]))
    if side is None or first.label != "duration" or not isinstance(first.value, float):
        return None
    day = _day(second.period)
    if day is None or first.low is not None or first.high is not None or first.approx:
        return None
    if not first.value.is_integer() or abs(first.value) > _LONGEST:
        return None
    count, unit = side * int(first.value), first.unit or ""
    if unit not in _DAYS and unit not in _MONTHS:
        return None
    found = times.moved(
        day, days_on=count * _DAYS.get(unit, 0), months_on=count * _MONTHS.get(unit, 0)
    )
    if found is None:
        return None
    return replace(second, first=first.first, rule="from-date", period=times.of_day(found))


def beside(draft: Draft, atoms: Sequence[Atom], earlier: Sequence[Draft]) -> Draft | None:
    """A time before or after the date that was named last: "a year earlier", "the year before".

    As precise as both are; without a date before it, or one too vague for it, nothing resolves it.
    """
    found = _named_beside(draft, atoms) if draft.label == "date" else _far(draft, atoms)
    if found is None:
        return None
    last, step, unit = found
    known = [each.period for each in earlier if isinstance(each.period, Period)]
    period = _stepped(known[-1], step, unit) if known else None
    if period and draft.label == "date":
        period = _whole(period, unit)
    return Draft(label="date", first=draft.first, last=last, rule="beside", period=period)


def _whole(period: Period, unit: str) -> Period | None:
    """The year or month that holds a day: "the year before" is the whole of it."""
    moment = period.first
    if moment.year is None or unit not in _MONTHS:
        return period
    return times.at(moment.year, moment.month if unit == "month" else None)


Step = tuple[int, int, str]
"""Where the words of a time beside another end, and how many units on it lies, of which."""


def _named_beside(draft: Draft, atoms: Sequence[Atom]) -> Step | None:
    """ "the previous year", "the year before"."""
    if draft.rule not in ("beside-period", "beside-before"):
        return None
    one, other = (atom.word for atom in atoms[draft.first : draft.last])
    unit = one if draft.rule == "beside-before" else other
    return draft.last, 1 if one == "following" else -1, unit


def _far(draft: Draft, atoms: Sequence[Atom]) -> Step | None:
    """ "a year earlier", "two days before"; "two days later" leads on, and is told as a length."""
    side = -1 if word_at(atoms, draft.last) in _EARLIER else None
    unit, count = draft.unit or "", draft.value
    if side is None or draft.label != "duration" or unit not in _UNITS:
        return None
    if not isinstance(count, float) or not count.is_integer() or count > _LONGEST:
        return None
    if word_at(atoms, draft.last + 1) == "than":
        return None  # "four months earlier than set"
    if word_at(atoms, draft.last) == "before" and word_at(atoms, draft.last + 1).isalpha():
        return None  # "a year before the vote"
    return draft.last + 1, side * int(count), unit


_EARLIER = frozenset({"before", "earlier", "previously"})
_UNITS = frozenset({*_DAYS, *_MONTHS})


def _stepped(period: Period, step: int, unit: str) -> Period | None:
    """A year, month or day so much on or back."""
    moment = period.first
    if not period.single or moment.year is None or unit not in _UNITS:
        return None
    if (unit in _DAYS and moment.day is None) or (unit == "month" and moment.month is None):
        return None
    day = times.moved(
        dt.date(moment.year, moment.month or 1, moment.day or 1),
        days_on=step * _DAYS.get(unit, 0),
        months_on=step * _MONTHS.get(unit, 0),
    )
    if day is None:
        return None
    if unit == "decade" or moment.month is None:
        return times.at(day.year)
    return times.at(day.year, day.month, day.day if unit in _DAYS else None)


def _day(period: Period | None) -> dt.date | None:
    """The day of a period that is one, whole."""
    if period is None or not period.single:
        return None
    moment = period.first
    if moment.year is None or moment.month is None or moment.day is None:
        return None
    return dt.date(moment.year, moment.month, moment.day)


_NOW: tuple[tuple[str, ...], ...] = (
    ("now",),
    ("date",),
    ("present",),
    ("the", "present"),
    ("the", "present", "day"),
)


def until_now(draft: Draft, atoms: Sequence[Atom], anchor: Anchor | None) -> Draft | None:
    """A date up to that of publication: "from 2014 to the present", "between 2019 and now"."""
    if draft.label != "date" or not isinstance(draft.period, Period) or draft.last >= len(atoms):
        return None
    lead = atoms[draft.first - 1].word if draft.first else ""
    joint = atoms[draft.last].word
    if not (joint == "and" and lead == "between") and joint not in _JOINTS:
        return None
    for words in _NOW:
        end = draft.last + 1 + len(words)
        if tuple(atom.word for atom in atoms[draft.last + 1 : end]) == words:
            return _reaching(draft, end, anchor)
    return None


_JOINTS = frozenset({"to", "until", "till", "through", "-", "–", "—"})


def _reaching(draft: Draft, end: int, anchor: Anchor | None) -> Draft | None:
    """The draft up to the day of publication, None where that is not known or was before."""
    if anchor is None or draft.period is None:
        return None
    now = anchor.day
    last = Moment(now.year, now.month, now.day if anchor.exact else None)
    opens = draft.period.first
    if opens.year is None or opens.iso[:10] > last.iso:
        return None
    return replace(draft, last=end, rule="until-now", period=Period(opens, last))
