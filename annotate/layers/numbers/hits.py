"""What a rule of dates finds, and the words that several of them share."""

import re
from collections.abc import Callable
from typing import NamedTuple

from annotate.layers.numbers import tenses, times
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.times import Anchor, Moment, Period

PIVOT = 35
"""Two-digit years up to this are of this century, the others of the last."""


class Hit(NamedTuple):
    """What a rule found: the pieces, and which of them stand in which group."""

    atoms: list[Atom]
    match: re.Match[str]
    anchor: Anchor | None
    day_first: bool = False

    @property
    def ahead(self) -> bool:
        """Whether the words before it speak of what is to come; looked for when asked."""
        return tenses.looks_ahead(self.atoms, self.match.start())

    def nearest_year(self, month: int, day: int | None) -> int | None:
        """The year of a month or day that is named without one."""
        ahead, at = self.ahead, self.match.start()
        on = not ahead and tenses.looks_on(self.atoms, at)
        ahead = ahead or (on and tenses.is_told_lately(self.atoms, at))
        return times.nearest_year(self.anchor, month, day, ahead=ahead, on=on)

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
ZONE = "(?:utc|gmt|bst|cet|cest|ist|et|est|edt|ct|cst|cdt|mt|mst|mdt|pt|pst|pdt|aest|aedt)"
"""The zone of an hour; "ET" is one behind an hour only."""
CLOCK = f"(?:(?:COMMA|at|DASH|BULLET|BREAK)* (?P<clock>CLOCK) {ZONE}?)?"
CLOCK_FIRST = f"(?P<clock>CLOCK) {ZONE}? (?:COMMA|on|DASH|BULLET)*"
PART = (
    "(?:(?P<part>(?:early|late|mid|earlier|later)|(?:beginning|start|middle|end)(?=of)) "
    "DASH? (?:of|in)? the?)?"
)
PARTS = {
    "early": "early",
    "beginning": "beginning",
    "start": "beginning",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
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
    which = PARTS.get(hit.pieces("part")[0].word)  # "earlier this year" is any day of it
    return times.part(which, period) if which else period


def timed(period: Period | None, clock: str | None) -> Period | None:
    if period is None or clock is None:
        return period
    first = period.first
    moment = Moment(first.year, first.month, first.day, clock)
    return Period(moment, moment)


LAST = "(?P<last>DAY|NTH|NTHWORD|DAYWORD)"
ON = "on|since|after|before|until|till|by|from|back"
TO = "(?:DASH|to|through|till|until|and)"
