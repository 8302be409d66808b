"""When a figure holds: the date that its sentence ties it to, else that of its article.

What grows is no contradiction: figures of different times stand beside each other. A figure without
a date of its own holds for the time of writing, which is a guess and is told as one.
"""

from dataclasses import dataclass

from annotate.figures.figure import Figure

APART = 2
"""Years between two figures, one of them undated, from which on they may both be right.

What is counted in reports changes by the year; figures of one debate are printed again and again
within a year or two. With 1, a figure of December and its answer of the second January part.
"""


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """From the first to the last day or part of a date, inclusive. stated: by the sentence."""

    first: str
    last: str
    stated: bool

    @property
    def words(self) -> str:
        """The time as one string, an interval with a slash."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def is_known(self) -> bool:
        """Whether its years are known: those of "as of 17 April" in an undated work are not."""
        return self.first[:4].isdecimal() and self.last[:4].isdecimal()

    @property
    def years(self) -> tuple[int, int]:
        """The years from first to last."""
        return int(self.first[:4]), int(self.last[:4])


def time_of(figure: Figure) -> Time | None:
    """When a figure holds, None if neither its sentence nor its article says so."""
    if figure.as_of:
        first, _, last = figure.as_of.partition("/")
        year = str(figure.year or "XXXX")
        first, last = (each.replace("XXXX", year) for each in (first, last or first))
        first, last = _day(first), _day(last)
        return Time(*((first, last) if first <= open_end(last) else (last, first)), stated=True)
    published = figure.published or (str(figure.year) if figure.year else "")
    return Time(published, published, stated=False) if published[:4].isdecimal() else None


def _day(date: str) -> str:
    """A date without the time of day."""
    return date[:10]


def may_meet(one: Time | None, other: Time | None) -> bool:
    """Whether two figures may be of one time.

    Of two that nothing dates, one that a sentence ties to a day is told apart by that. One that
    nothing dates may be older or newer by years than one that is dated: what has grown is likelier
    than what is denied.
    """
    if one is None or other is None or not (one.is_known and other.is_known):
        if any(each is not None and each.is_known for each in (one, other)):
            return False
        return bool(one and one.stated) == bool(other and other.stated)
    if one.stated and other.stated:
        return one.first <= open_end(other.last) and other.first <= open_end(one.last)
    (start, end), (first, last) = one.years, other.years
    return max(first - end, start - last) <= APART - 1


def open_end(date: str) -> str:
    """A date so that every day of it comes before: "2012" covers "2012-05"."""
    return date + "\uffff"


def position(time: Time) -> float:
    """The middle of a time, whose years are known, as a year with a fraction."""
    return (_year(time.first) + _year(time.last, after=True)) / 2


def _year(date: str, *, after: bool = False) -> float:
    """A date as a year with a fraction: of its beginning, or of what comes after it."""
    parts = [int(each) for each in date.split("-") if each.isdecimal()]
    year, month, day = (*parts, 1, 1)[:3] if len(parts) < 3 else parts[:3]
    if len(parts) == 1:
        return year + float(after)
    if len(parts) == 2:
        return year + (month - 1 + after) / 12
    return year + (month - 1) / 12 + (day - 1 + after) / 372
