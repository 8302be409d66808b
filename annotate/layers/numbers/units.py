"""Units of measure, time and money: what a spelling means, and how units convert.

Sources: units.tsv and currencies.tsv; ISO 4217 names and codes from pycountry; the codebook.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import pycountry

from annotate import lexicons
from annotate.codebook import Unit as CodebookUnit


class Unit(NamedTuple):
    """A unit. factor: how many of its dimension's base unit. label: of the number it makes."""

    name: str
    dimension: str
    factor: float
    label: str = "measure"


class Currency(NamedTuple):
    """A currency by its ISO 4217 code. share: how much of it one is (a cent is 0.01)."""

    code: str
    share: float = 1.0


@cache
def spellings() -> dict[str, Unit]:
    """Units by their spellings; one that opens with `~` stands glued to its figure."""
    found: dict[str, Unit] = {}
    for name, dimension, factor, others in lexicons.table("units"):
        unit = Unit(
            name, dimension, float(factor), "duration" if dimension == "time" else "measure"
        )
        for spelled in (name, *others.split()):
            found.setdefault(spelled.replace("_", " "), unit)
    return found


def of_codebook(entries: Iterable[CodebookUnit]) -> dict[str, Unit]:
    """The codebook's units by all their spellings, plurals included."""
    found: dict[str, Unit] = {}
    known = spellings()
    for entry in entries:
        base = known.get(entry.of or "")
        factor = (entry.factor or 1.0) * (base.factor if base else 1.0)
        dimension = base.dimension if base else entry.name
        unit = Unit(entry.name, dimension, factor, entry.label)
        for spelled in (entry.name, *entry.aliases):
            found[spelled.lower()] = unit
            found.setdefault(spelled.lower() + "s", unit)
    return found


@cache
def currencies() -> dict[str, Currency]:
    """Currencies by sign, code, word, and name with its adjective, in lower case but for signs."""
    found: dict[str, Currency] = {}
    for each in pycountry.currencies:
        found[each.alpha_3] = Currency(each.alpha_3)
        found.setdefault(each.name.lower(), Currency(each.alpha_3))
    for spelled, kind, code, share in lexicons.table("currencies"):
        code = code.strip("-")
        found[spelled] = Currency(code, float(share))
        if kind not in {"sign", "letter"}:
            found.setdefault(spelled + "s", Currency(code, float(share)))
    for name, code in _OTHER_NAMES.items():
        found[name] = Currency(code)
    return found


_OTHER_NAMES = {
    "american dollar": "USD",
    "u.s. dollar": "USD",
    "u.s dollar": "USD",
    "united states dollar": "USD",
    "us dollar": "USD",
    "chinese yuan": "CNY",
    "japanese yen": "JPY",
    "korean won": "KRW",
    "south korean won": "KRW",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "pounds sterling": "GBP",
    "malaysia ringgit": "MYR",
    "turkish lira": "TRY",
    "thai baht": "THB",
    "taiwan dollar": "TWD",
    "russian rouble": "RUB",
    "israeli shekel": "ILS",
    "iranian rial": "IRR",
    "south african rand": "ZAR",
    "indonesian rupiah": "IDR",
    "vietnamese dong": "VND",
    "polish zloty": "PLN",
    "mongolian tugrik": "MNT",
    "sri lankan rupee": "LKR",
    "pakistani rupee": "PKR",
}
"""Names that people use and ISO 4217 does not."""


_MIXED = frozenset({"KSh", "Ksh", "Php", "Rp", "Rs", "Tk", "TSh", "Tsh", "USh", "Ush"})
"""Signs of letters, not all of them capital."""

_LOWER_CODES = lexicons.listed("small_currency_codes")
"""Codes that people write small, and that are no words."""

_ALSO_WORDS = frozenset({"ALL", "BAM", "COP", "CUP", "GEL", "MOP", "PEN", "SOS", "TOP", "TRY"})
"""Codes that capitals make of English words: these count after a figure only."""


@cache
def letters() -> frozenset[str]:
    """Letters that are money only right before a sum that looks like one."""
    rows = lexicons.table("currencies")
    return frozenset(spelled for spelled, kind, *_ in rows if kind == "letter")


@cache
def currency_words() -> frozenset[str]:
    """The last words of the currencies' names, their codes and signs: where money is looked for."""
    ends = {name.rsplit(" ", 1)[-1] for name in currencies()} - letters()
    plurals = {end + "s" for end in ends if end.islower() and len(end) > 2}
    common = {"gold", "silver", "day", "real", "sol", "sum", "leone", "units", "code", "special"}
    words = {end for end in ends | plurals if "(" not in end and ")" not in end}
    return frozenset(words - common | _LOWER_CODES)


def leads(name: str) -> bool:
    """Whether a figure may follow this sign or code: "USD 20", not "ALL 20"."""
    return name not in _ALSO_WORDS and (
        name.isupper() or not name.isalpha() or name in _MIXED or name.lower() in _LOWER_CODES
    )


def currency(name: str) -> Currency | None:
    """The currency of a name, sign or code; a plural is no other currency."""
    known = currencies()
    low = name.lower()
    for spelled in (name, low, name.upper() if low in _LOWER_CODES else low):
        if found := known.get(spelled):
            return found
    return known.get(low[:-1]) if low.endswith("s") else None
