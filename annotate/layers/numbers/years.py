"""Words of time to years and longer: the table of years, decades, seasons and quarters."""

import datetime as dt

from annotate.layers.numbers import times
from annotate.layers.numbers.ages import BEYOND
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.hits import (
    MONTH,
    PART,
    UNRESOLVED,
    YEAR,
    DateRule,
    Hit,
    Made,
    parted,
    year_of,
)
from annotate.layers.numbers.neighbours import near
from annotate.layers.numbers.phrases import is_plural_noun
from annotate.layers.numbers.times import Period

LATEST_SPAN = 2030
"""The last year that two figures after a dash may mean: "2015-32" is no span of years."""


def _years(hit: Hit) -> Made:
    """ "1950-53": the second year is of the first one's century."""
    first, last = hit.number("year"), hit.number("last")
    dash = hit.atoms[hit.match.start("last") - 1]
    ends = first // 100 * 100 + last
    ends += 100 if ends == first - 99 else 0  # "1999-00"
    if not (dash.glued and first < ends <= LATEST_SPAN):
        return None
    return times.years(first, ends)


def _two_years(hit: Hit) -> Made:
    """ "2010/2011": a year that runs over the turn of one."""
    first, last = hit.number("year"), hit.number("last")
    return times.years(first, last) if last == first + 1 else None


def _decade(hit: Hit) -> Made:
    pieces = hit.pieces("decade")
    number = int(pieces[-1].value)
    if len(pieces) == 2:
        number += int(pieces[0].value) * 100
    elif number < 100:
        if hit.before() == "-" and hit.before(2) in BEYOND:
            return None
        if hit.before() in _OWNERS or hit.before(2) in _OWNERS:
            return None
        if not hit.has("part") and hit.before() != "the" and "DECADEWORD" in pieces[0].roles:
            return None
        number += 2000 if number < 20 else 1900
    return parted(hit, times.decade(number))


_OWNERS = frozenset({"his", "her", "their", "my", "your", "our", "its"})


def _hundreds(hit: Hit) -> Made:
    """ "the nineteen hundreds", "the two thousands": the latter by use the first ten years."""
    piece = hit.pieces("year")[0]
    if not piece.word.endswith(("hundreds", "thousands")):
        return None
    year = int(piece.value)
    return times.decade(year) if year % 1000 == 0 else times.years(year, year + 99)


def _week(hit: Hit) -> Made:
    """ "week 3 of 2027": Monday to Sunday, counted as ISO 8601 does."""
    year, week = year_of(hit.pieces("year")), hit.number("week")
    if not (1 <= week <= 53 and 1 < year < 9999):
        return None
    first = dt.date.fromisocalendar(year, 1, 1)
    day = times.moved(first, days_on=7 * (week - 1))
    return times.week(day) if day and day.isocalendar()[0] == year else None


def _century(hit: Hit) -> Made:
    return parted(hit, times.century(hit.number("number")))


def _centuries(hit: Hit) -> Made:
    """ "The 15th and 16th centuries": each is one."""
    which = "last" if hit.has("last") else "number"
    return parted(hit, times.century(hit.number(which)))


def _season(hit: Hit) -> Made:
    """ "Summer 2010", "winter of 2011–12"."""
    turn = hit.pieces("turn")  # "winter 2010/11"
    year = int(turn[0].text[:4]) if turn else year_of(hit.pieces("year"))
    return parted(hit, times.season(year, hit.number("season")))


def _quarter(hit: Hit) -> Made:
    """ "Q3 2016", "third quarter of 2012", "2016H2"."""
    year = year_of(hit.pieces("year"))
    piece = hit.pieces("quarter")[0]
    size = 6 if piece.kind == "quarter" and piece.word[0] == "h" else 3
    number = int(piece.value)
    if not 1 <= number <= 12 // size:
        return None
    return times.months(year, size * (number - 1) + 1, size * number)


def _half(hit: Hit) -> Made:
    """ "latter half of 2011", "first half of the 1990s"."""
    which = 1 if hit.pieces("which")[0].word in ("first", "former") else 2
    whole = _decade(hit) if hit.has("decade") else times.at(year_of(hit.pieces("year")))
    return times.half(which, whole) if isinstance(whole, Period) else None


def _last_quarter(hit: Hit) -> Made:
    """ "last quarter of 2012"."""
    return times.months(year_of(hit.pieces("year")), 10, 12)


def _half_month(hit: Hit) -> Made:
    """ "first half of March 2012": up to the 15th, or from the 16th on."""
    which = 1 if hit.pieces("which")[0].word in ("first", "former") else 2
    whole = times.at(year_of(hit.pieces("year")), hit.number("month"))
    return times.half(which, whole) if whole else None


def _era(hit: Hit) -> Made:
    """ "AD 70", "44 BC": a year before the first has no date of its own here."""
    era = hit.pieces("bc" if hit.has("bc") else "era")[0]
    if not era.text.isupper():
        return None
    return UNRESOLVED if hit.has("bc") else times.at(hit.number("number"))


def _before_era(_hit: Hit) -> Made:
    """ "third century BC": as years before the first."""
    return UNRESOLVED


def _short_fiscal(hit: Hit) -> Made:
    """ "FY12", of this century."""
    return times.at(2000 + hit.number("short"))


def _fiscal(hit: Hit) -> Made:
    """ "fiscal year 2011-12", "FY2011": whose months a country's law sets, so years are told."""
    return _years(hit) if hit.has("last") else _year(hit)


def _year(hit: Hit) -> Made:
    return parted(hit, times.at(year_of(hit.pieces("year"))))


_YEAR_LEADS = near("years-leads")


def _bare_year(hit: Hit) -> Made:
    """A year by itself. Figures below 1900 and round ones need a word before them that dates."""
    pieces = hit.pieces("year")
    atom, year, after = pieces[0], year_of(pieces), hit.after()
    lead = hit.before()
    if lead == "least" and hit.before(2) == "at" and hit.before(3) in _LASTING:
        lead = hit.before(3)
    if len(pieces) > 1 or atom.kind == "short" or "FIG" not in atom.roles:
        dated = lead in (
            "in",
            "since",
            "by",
            "of",
            "from",
            "until",
            "year",
            "to",
            "before",
            "after",
        )
        return times.at(year) if dated and 1800 <= year <= 2100 else None
    if _in_figures(hit) or _in_tolerance(hit):
        return None
    if after is not None and after.word in ("percent", "per"):
        return None
    compared = lead == "over" and hit.before(2) in _GROWTH
    if (lead in _COUNT_LEADS and not compared) or (
        after is not None and _counted_next(after, lead, year)
    ):
        return None
    if _MODERN <= year < 1900 and year % 100 and _names_event(after, lead):
        return times.at(year)
    if year < 1900 or year > 2050:
        return times.at(year) if lead in _YEAR_LEADS - {",", "/", "than", "for"} else None
    return times.at(year)


_COUNT_LEADS = near("years-count-leads")
_MODERN = 1500


def _names_event(after: Atom | None, lead: str) -> bool:
    """Whether one thing stands behind, which no such number counts: "a 1755 earthquake"."""
    one = after is not None and after.text.isalpha() and after.text.islower() and not after.roles
    return lead in ("a", "the") and one and after is not None and not is_plural_noun(after)


_GROWTH = near("counted-changing") | {"%", "cent", "percent", "up"}
"""What a year may be set against: "a 58% increase | over 2009"."""
_LASTING = frozenset({"before", "from", "since", "through", "till", "until"})
"""Words that make a year of "at least 2029"."""
_COUNTABLE = frozenset(
    ["people", "men", "women", "children", "soldiers", "refugees", "troops", "persons"]
)


def _in_figures(hit: Hit) -> bool:
    """Whether a dash joins the figure to one that is no year: "32 - 2015", "2015-32"."""
    end, start = hit.match.end(), hit.match.start()
    after = hit.atoms[end : end + 2]
    before = hit.atoms[max(0, start - 2) : start]
    for dash, other in ((after[:1], after[1:]), (before[1:], before[:1])):
        if dash and other and "DASH" in dash[0].roles and "FIG" in other[0].roles:
            return "YEAR" not in other[0].roles
    return False


def _in_tolerance(hit: Hit) -> bool:
    """Whether a figure is one side of a tolerance: "1900 ± 20", "200 +/- 1900"."""
    end = hit.match.end()
    after = [atom.word for atom in hit.atoms[end : end + 3]]
    before = [hit.before(steps) for steps in (3, 2, 1)]
    return "±" in (*after[:1], before[-1]) or ["+", "/", "-"] in (after, before)


def _counted_next(after: Atom, lead: str, year: int) -> bool:
    """Whether what follows a four-figure number is counted by it: "2000 refugees"."""
    if after.kind or after.roles & {"UNIT", "TIME", "CURRENCY", "PERCENT"}:
        return bool(after.roles & {"UNIT", "TIME", "CURRENCY", "PERCENT"})
    if lead in ("in", "since", "until", "by", "during"):
        return False
    plural = after.word in _COUNTABLE or (after.word.endswith("s") and len(after.word) > 3)
    return plural and after.text.islower() and (year % 100 == 0 or after.word in _COUNTABLE)


_OUR_ERA = "ad|ce|(?:a.d|c.e) DOT"
_BEFORE_ERA = "bc|bce|(?:b.c|b.c.e) DOT"

RULES = (
    DateRule("hundreds", "(?<=the) (?P<year>YEARWORD)", _hundreds),
    DateRule("week-of-year", f"week (?P<week>NUM) (?:of|in|COMMA)* the? year? {YEAR}", _week),
    DateRule("years", "(?P<year>YEAR) (?:DASH|SLASH) (?P<last>TWO)", _years),
    DateRule("two-years", "(?P<year>YEAR) SLASH (?P<last>YEAR)", _two_years),
    DateRule("decade", f"{PART} (?P<decade>DECADE|CENTURYWORD? DECADEWORD)", _decade),
    DateRule("century", f"{PART} (?P<number>ORDINAL) DASH? century", _century),
    DateRule(
        "centuries",
        f"(?:{PART} (?P<number>ORDINAL) (?=(?:and|or|to|DASH) the? ORDINAL centuries)|"
        "(?<=and|or|to|the) (?P<last>ORDINAL) centuries)",
        _centuries,
    ),
    DateRule(
        "season",
        f"{PART} (?P<season>SEASON) (?:of|COMMA)? the? "
        f"(?:{YEAR} (?:(?:DASH|SLASH) (?:TWO|YEAR))?|(?P<turn>MONTHLY))",
        _season,
    ),
    DateRule(
        "quarter",
        "(?P<quarter>QUARTER|ORDINAL (?=DASH?(?:quarter|qtr))) (?:DASH? (?:quarter|qtr))? "
        f"(?:of|in|DASH|SLASH|COMMA)? the? {YEAR}",
        _quarter,
    ),
    DateRule(
        "year-quarter",
        f"{YEAR} DASH? the? (?P<quarter>QUARTER|ORDINAL(?=DASH?(?:quarter|qtr))) "
        "(?:DASH? (?:quarter|qtr))?",
        _quarter,
    ),
    DateRule(
        "half-year",
        f"(?P<which>first|second|latter|former) half of the? (?:{YEAR}|(?P<decade>DECADE))",
        _half,
    ),
    DateRule(
        "fiscal-year",
        f"(?:(?:fiscal|financial|school|academic|calendar) year|fy) {YEAR} "
        "(?:(?:DASH|SLASH) (?P<last>TWO))?",
        _fiscal,
    ),
    DateRule(
        "part-of-year",
        f"(?P<part>early|late|mid|beginning|start|middle|end) DASH? (?:of|in)? the? year? {YEAR}",
        _year,
    ),
    DateRule("short-fiscal-year", "fy (?P<short>TWO|DAY)", _short_fiscal),
    DateRule("last-quarter", f"(?:last|final) quarter of the? {YEAR}", _last_quarter),
    DateRule(
        "half-month",
        f"(?P<which>first|second|latter|former) half of {MONTH} (?:COMMA|of)? {YEAR}",
        _half_month,
    ),
    DateRule("era", f"(?P<number>FIG) (?:(?P<era>{_OUR_ERA})|(?P<bc>{_BEFORE_ERA}))", _era),
    DateRule("era-before", "(?P<era>ad|a.d DOT) (?P<number>FIG)", _era),
    DateRule("century-of-era", f"{PART} ORDINAL DASH? century (?P<bc>{_BEFORE_ERA})", _before_era),
    DateRule("year", f"{YEAR}", _bare_year),
)
