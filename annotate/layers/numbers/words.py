"""What the shipped lists say of a word: the kind of number or calendar word it is, and its roles.

A role is what rules call a piece by (`MONTH`, `NUM`); a word may have several ("second"), and which
one it plays is the rules' business.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from annotate import lexicons
from annotate.layers.numbers import units

Roles = frozenset[str]


class Entry(NamedTuple):
    """What is known of a word. value: of a number word, the month's or weekday's number."""

    kind: str = ""
    value: float = 0.0
    roles: Roles = frozenset()


Table = dict[str, Entry]

BEFORE_FIGURES = frozenset({"NUM", "MONTH", "MONTHWORD", "CURRENCY", "BEFOREFIGURE"})
"""Roles of words that a figure may be glued to: "Dec31", "USD3"."""

AFTER_FIGURES = frozenset({"MONTH", "TIME", "UNIT", "CURRENCY", "SCALE"})
"""Roles of words that may be glued to a figure: "3day", "20euros"."""

_KIND_ROLES = {
    "month": {"MONTH"},
    "month-word": {"MONTHWORD"},
    "weekday": {"WEEKDAY"},
    "weekdays": {"WEEKDAYS"},
    "weekday-short": {"WEEKDAYSHORT"},
    "season": {"SEASON"},
    "decade": {"DECADEWORD"},
    "scale": {"SCALE"},
}

SIGNS = {
    ",": "COMMA",
    ".": "DOT",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "‐": "DASH",
    "‑": "DASH",
    "−": "DASH",
    "/": "SLASH",
    "(": "OPEN",
    ")": "CLOSE",
    "[": "OPENSQUARE",
    "]": "CLOSESQUARE",
    "^": "CARET",
    ":": "COLON",
    "~": "TILDE",
    "≈": "TILDE",
    "%": "PERCENT",
    "~pc": "PERCENT",
    "+": "PLUS",
    "<": "LESS",
    ">": "MORE",
    "≤": "LESS",
    "≥": "MORE",
    "'": "MARK",
    "’": "MARK",
    "•": "BULLET",
    "·": "BULLET",
    "@": "BULLET",
    "#": "HASH",
    "§": "HASH",
    "¶": "HASH",
    "№": "HASH",
}


def table(literals: Iterable[str], spelled_units: Mapping[str, units.Unit]) -> Table:
    """All words that some rule looks at: the lists', and those that rules spell out."""
    found = _shipped().copy()
    for spelled, unit in spelled_units.items():
        if " " not in spelled:
            role = "TIME" if unit.dimension == "time" else "UNIT"
            _add(found, spelled, "", 0.0, {role})
    for literal in literals:
        for word in {literal, literal.capitalize(), literal.upper()} & (set(found) | {literal}):
            _add(found, word, "", 0.0, {"=" + literal})
    return found


@cache
def _shipped() -> Table:
    found: Table = {}
    for word, kind, value in lexicons.table("number_words"):
        _add(found, word, kind, float(value), _KIND_ROLES.get(kind, set()))
    for joined, kind, number in list(_joined(found)):
        _add(found, joined, kind, number, ())
    for word, kind, value in lexicons.table("calendar"):
        _add(found, word, kind, float(value), _KIND_ROLES.get(kind, set()))
    for spelled in units.currency_words():
        _add(found, spelled, "", 0.0, {"CURRENCY"})
    for word in lexicons.words("namers"):
        for written in (word, word.upper()):
            _add(found, written, "", 0.0, {"NAMER"})
    for word in lexicons.words("designators"):
        for written in (word, word.capitalize(), word.upper()):
            _add(found, written, "", 0.0, {"DESIGNATOR"})
    _add(found, "FY", "", 0.0, {"BEFOREFIGURE"})
    for sign, role in SIGNS.items():
        _add(found, sign, "", 0.0, {role})
    return found


def _joined(found: Table) -> Iterator[tuple[str, str, float]]:
    """Tens and what follows them in one word: "twentyone", "thirtyfirst"."""
    for tens, entry in found.items():
        if entry.kind != "tens":
            continue
        for word, unit in found.items():
            if unit.kind in ("unit", "nth-unit"):
                kind = "teen" if unit.kind == "unit" else "nth"
                yield tens + word, kind, entry.value + unit.value


def _add(found: Table, word: str, kind: str, value: float, roles: Iterable[str]) -> None:
    known = found.get(word, Entry())
    found[word] = Entry(known.kind or kind, known.value or value, known.roles | set(roles))


_EXPONENT = re.compile(r"([-−]?[\d.]+)\s?(?:[x×]\s?10\s?\^?\s?|[eE]|(\^))([-−+]?\d+)")
_PRODUCT = re.compile(r"([-−]?[\d.]+)\s?[x×]\s?(?!10\^)(\d+\^[-−]?\d+)")


def figure(raw: str, kind: str) -> float:
    """The value that a piece of digits writes; 0 for what has none of its own."""
    if kind == "figure":
        return decimal(raw)
    if kind == "rank":
        return decimal(raw[:-2])
    if kind == "fraction":
        return fraction(raw)
    if kind == "power":
        return power(raw)
    if kind == "quarter":
        return float(raw[1])
    if kind == "decade":
        return float(re.sub(r"\D", "", raw))
    if kind == "short":
        return float(raw[1:])
    return 0.0


def decimal(raw: str) -> float:
    """The value of digits with separators of thousands and of decimals of any locale.

    A comma before exactly three digits separates thousands, and so does a stop before three
    digits where it stands twice; else the last sign separates the decimals.
    """
    if raw.isdecimal():
        return float(raw)
    raw = re.sub(r"[\s\u00a0\u202f\u2009'’]", "", raw)
    if re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", raw):
        return float(raw.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}", raw):
        return float(raw.replace(".", "").replace(",", "."))
    return float(raw.replace(",", "."))


def fraction(raw: str) -> float:
    """The value of "1/2", "2 1/2", "½", "2½"; 0 if the denominator is."""
    if "/" in raw:
        *whole, part = raw.split()
        above, _, below = part.partition("/")
        over = float(above) / float(below) if float(below) else 0.0
        return (float(whole[0]) if whole else 0.0) + over
    return (float(raw[:-1]) if raw[:-1] else 0.0) + unicodedata.numeric(raw[-1])


def power(raw: str) -> float:
    """The value of "1.3e6", "5.5x10-3", "8x2^10", "2.5^-1"; NaN if no float can hold it."""
    if product := _PRODUCT.fullmatch(raw):
        return float(product[1].replace("−", "-")) * power(product[2])
    found = _EXPONENT.fullmatch(raw)
    if found is None:
        return math.nan
    base = float(found[1].replace("−", "-"))
    exponent = int(found[3].replace("−", "-"))
    try:
        value = base**exponent if found[2] else float(f"{base}e{exponent}")
    except (OverflowError, ZeroDivisionError):
        return math.nan
    return value if math.isfinite(value) and bool(value) == bool(base) else math.nan


def shape(raw: str, kind: str) -> Roles:
    """The roles of a piece of digits, by how it is written."""
    if kind == "figure":
        return _shapes()[_figure_shape(raw)]
    if kind == "rank":
        return _shapes()["nth" if 1 <= decimal(raw[:-2]) <= 31 else "ordinal"]
    return _shapes().get(kind, frozenset())


def _figure_shape(raw: str) -> str:
    if not raw.isdecimal():
        return "number"
    value = int(raw)
    if len(raw) == 4 and 1100 <= value <= 2199:
        return "year"
    if len(raw) <= 2 and 1 <= value <= 31:
        return ("month-" if value <= 12 else "") + ("day" if len(raw) == 1 else "day-two")
    return "two" if len(raw) == 2 else "number"


def word_shape(value: float) -> Roles:
    """The roles of a number in words: "nineteen" may open a year, "ninety" close it."""
    if value != int(value):
        return _shapes()["words"]
    if 10 <= value <= 20:
        return _shapes()["century-words"]
    if 1 <= value <= 31:
        return _shapes()["day-words"]
    if value <= 99:
        return _shapes()["two-words"]
    return _shapes()["year-words" if 1100 <= value <= 2199 else "words"]


@cache
def _shapes() -> dict[str, Roles]:
    spelled = {
        "number": "NUM FIG",
        "year": "NUM FIG YEAR",
        "day": "NUM FIG DAY",
        "day-two": "NUM FIG DAY TWO",
        "month-day": "NUM FIG DAY MONTHNO",
        "month-day-two": "NUM FIG DAY MONTHNO TWO",
        "two": "NUM FIG TWO",
        "words": "NUM SPELLED",
        "century-words": "NUM SPELLED DAYWORD CENTURYWORD TWOWORD",
        "day-words": "NUM SPELLED DAYWORD TWOWORD",
        "two-words": "NUM SPELLED TWOWORD",
        "year-words": "NUM SPELLED YEARWORD",
        "loose": "LOOSE",
        "fraction": "FRACTION",
        "nth": "ORDINAL NTH",
        "nth-words": "ORDINAL NTHWORD",
        "ordinal": "ORDINAL",
        "dated": "DATED",
        "stamp": "DATED",
        "clock": "CLOCK",
        "monthly": "MONTHLY",
        "decade": "DECADE",
        "quarter": "QUARTER",
        "short": "SHORTYEAR",
        "power": "NUM FIG",
        "unit": "UNIT",
        "timeunit": "UNIT TIME",
        "money": "CURRENCY",
    }
    return {name: frozenset(roles.split()) for name, roles in spelled.items()}


def named(shape_name: str) -> Roles:
    """The roles of a shape by its name."""
    return _shapes()[shape_name]


def shapes() -> Iterable[Roles]:
    """Every set of roles that a figure or number can have."""
    return _shapes().values()
