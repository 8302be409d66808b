"""Words of time with two ends in one expression: each has its year, or both share the last one.

"Nov 18 2014-Dec 19 2015", "5/1-5/7, 2020", "June 2014 to July 2015". Where the ends are dates of
their own with words between, `bounds.joined` makes the stretch.
"""

from annotate.layers.numbers import times
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.hits import DateRule, Hit, Made, year_of
from annotate.layers.numbers.times import Period

_JOINED = "(?:DASH|to|through|till|until)"


def _month(n: int) -> str:
    return f"(?P<month{n}>MONTH|MONTHWORD) DOT?"


def _day(n: int) -> str:
    return f"(?P<day{n}>DAY|NTH|NTHWORD|DAYWORD)"


def _year(n: int) -> str:
    return f"COMMA? (?P<year{n}>YEAR)"


def _both(hit: Hit) -> Made:
    """From one whole date to another: days, or months."""
    ends = [_end(hit, n) for n in (1, 2)]
    if ends[0] is None or ends[1] is None or ends[0].first.iso >= ends[1].first.iso:
        return None
    return Period(ends[0].first, ends[1].last)


def _end(hit: Hit, n: int) -> Period | None:
    day = hit.number(f"day{n}") if hit.has(f"day{n}") else None
    return times.at(year_of(hit.pieces(f"year{n}")), hit.number(f"month{n}"), day)


def _short(hit: Hit) -> Made:
    """ "5/1-5/7, 2020": both days of the year behind."""
    year = year_of(hit.pieces("year"))
    ends = [_numeric(year, hit.pieces(name)[0]) for name in ("opens", "closes")]
    if ends[0] is None or ends[1] is None or ends[0].first.iso >= ends[1].first.iso:
        return None
    return Period(ends[0].first, ends[1].last)


def _numeric(year: int, piece: Atom) -> Period | None:
    if not piece.text.replace("/", "", 1).isdecimal():
        return None
    month, day = map(int, piece.text.split("/"))
    return times.at(year, day, month) if month > 12 else times.at(year, month, day)


RULES = (
    DateRule(
        "days-with-years",
        f"{_month(1)} {_day(1)} {_year(1)} {_JOINED} {_month(2)} {_day(2)} {_year(2)}",
        _both,
    ),
    DateRule(
        "days-before-months-with-years",
        f"{_day(1)} {_month(1)} {_year(1)} {_JOINED} {_day(2)} {_month(2)} {_year(2)}",
        _both,
    ),
    DateRule(
        "months-with-years", f"{_month(1)} {_year(1)} {_JOINED} {_month(2)} {_year(2)}", _both
    ),
    DateRule(
        "short-days-of-year",
        f"(?P<opens>FRACTION) {_JOINED} (?P<closes>FRACTION) COMMA? (?P<year>YEAR)",
        _short,
    ),
)
