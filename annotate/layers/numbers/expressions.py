"""One figure with its unit: what kind of quantity it is, and of what.

The rows of `CORES` are tried in order at every number; the first that reads it wins. Bounds,
approximators and ranges come around it in `bounds.py`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from annotate.layers.numbers import units
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.neighbours import near
from annotate.layers.numbers.times import Period
from annotate.layers.numbers.units import Currency, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A quantity as found: pieces first to last (exclusive), values, and the rule that made it.

    scale: what the words multiplied by ("million"). bare: a figure without unit. size: the unit's
    size in its dimension's base, 0 without one. period: of a date.
    """

    label: str
    first: int
    last: int
    rule: str
    value: float | str | None = None
    low: float | str | None = None
    high: float | str | None = None
    approx: bool = False
    unit: str | None = None
    scale: float = 1.0
    dimension: str = ""
    size: float = 0.0
    period: Period | None = None


class Place(NamedTuple):
    """Where a core is looked for: the pieces, the number's place, and the units known."""

    atoms: Sequence[Atom]
    at: int
    units: Mapping[str, Unit]

    @property
    def number(self) -> Atom:
        """The number itself."""
        return self.atoms[self.at]

    def word(self, step: int) -> str:
        """The word so many pieces on, "" beyond the ends."""
        at = self.at + step
        return self.atoms[at].word if 0 <= at < len(self.atoms) else ""

    def roles(self, step: int) -> frozenset[str]:
        """The roles of the piece so many on."""
        at = self.at + step
        return self.atoms[at].roles if 0 <= at < len(self.atoms) else frozenset()

    def glued(self, step: int) -> bool:
        """Whether the piece so many on follows without a space."""
        at = self.at + step
        return 0 <= at < len(self.atoms) and self.atoms[at].glued


Reader = Callable[[Place], Draft | None]
NUMBERS = frozenset({"number", "loose", "fraction", "power", "figure"})
HYPHENS = frozenset({"-", "‐", "‑"})


def _draft(place: Place, label: str, rule: str, length: int, **more: object) -> Draft:
    """A draft from the number on, `length` pieces long."""
    number = place.number
    draft = Draft(
        label=label, first=place.at, last=place.at + length, rule=rule, scale=number.scale
    )
    draft = replace(draft, **more)  # type: ignore[arg-type]
    if "value" in more or "low" in more:
        return draft
    if number.kind == "loose":
        return replace(draft, low=number.value, approx=True)
    return replace(draft, value=number.value)


def money(place: Place) -> Draft | None:
    """ "$3 billion", "USD 20", "500 yuan", "20 dollars 43 cents", "$3m"."""
    before = _currency_before(place)
    if before:
        currency, first = before
        last, value = place.at + 1, place.number.value
        if place.word(1) == "~m" or (place.word(1) == "m" and place.glued(1)):
            last, value = last + 1, value * 1e6
        draft = _draft(place, "money", "money", 1, unit=currency.code)
        draft = _valued(draft, place, value * currency.share)
        draft = replace(draft, first=first, last=last)
        return _with_minor(draft, place, last)
    after = _currency_after(place)
    if after is None:
        return None
    currency, last = after
    draft = _draft(place, "money", "money", 1, unit=currency.code)
    draft = replace(_valued(draft, place, place.number.value * currency.share), last=last)
    return _with_minor(draft, place, last)


def _valued(draft: Draft, place: Place, value: float) -> Draft:
    return (
        replace(draft, low=value) if place.number.kind == "loose" else replace(draft, value=value)
    )


def _currency_before(place: Place) -> tuple[Currency, int] | None:
    """The sign or code before a number, and where it begins: "US$", "HK $", "Rs.", "C$"."""
    at = place.at - 1
    negative = at >= 0 and place.atoms[at].word in ("-", "−") and place.atoms[at].glued
    if at >= 0 and place.atoms[at].word == "." and at and place.atoms[at - 1].text == "Rs":
        at -= 1
    if at < 0 or "CURRENCY" not in place.atoms[at].roles or negative:
        return None
    if at and place.atoms[at].text.isalpha() and place.atoms[at - 1].kind == "number":
        return None  # "10 rmb 20 usd"
    text = place.atoms[at].text
    if at and text == "$":
        prefix = place.atoms[at - 1].text.upper().replace(".", "")
        back = at - 1
        if prefix == "" and at > 1:  # "U.S.$"
            prefix, back = place.atoms[at - 2].text.upper().replace(".", ""), at - 2
        joined = units.currency(_PREFIXES.get(prefix, ""))
        near = place.atoms[at].glued or prefix in ("US", "HK", "C", "NT")
        if joined and near:
            return joined, back
    found = units.currency(text)
    if found is None or found.share != 1.0 or not (units.leads(text) or _named(place, at)):
        return None
    return found, at


def _named(place: Place, at: int) -> bool:
    """Whether a currency's word leads a figure: "dollar 22.5 million", "ringgit 42"."""
    return place.atoms[at].word in ("dollar", "ringgit", "rmb") and place.at + 1 > at


_PREFIXES = {
    "US": "USD",
    "USD": "USD",
    "A": "AUD",
    "AU": "AUD",
    "AUD": "AUD",
    "C": "CAD",
    "CA": "CAD",
    "CAD": "CAD",
    "HK": "HKD",
    "HKD": "HKD",
    "NZ": "NZD",
    "NZD": "NZD",
    "S": "SGD",
    "SGD": "SGD",
    "NT": "TWD",
    "R": "BRL",
    "Z": "ZWL",
}
"""What stands before "$" to say whose dollar it is."""


def _currency_after(place: Place) -> tuple[Currency, int] | None:
    """The currency named after a number, and where its name ends."""
    start = place.at + 1
    if (place.word(1) in HYPHENS and place.glued(1)) or (
        place.word(1) == "of" and place.number.kind == "loose"
    ):
        start += 1
    for length in (4, 3, 2, 1):
        pieces = place.atoms[start : start + length]
        if len(pieces) < length or "CURRENCY" not in pieces[-1].roles:
            continue
        name = " ".join(piece.text for piece in pieces)
        found = units.currency(name)
        if found and (length > 1 or _is_money(place, pieces[0])):
            return found, start + length
    return None


_COSTS = near("expressions-costs")


def _is_money(place: Place, piece: Atom) -> bool:
    """Whether a word that is money or something else is money here: pounds, won, cents."""
    word = piece.word.removesuffix("s")
    if (
        piece.text == "$"
        and place.roles(2) & {"NUM"}
        and not place.glued(1)
        and place.roles(-1) == frozenset()
    ):
        return place.roles(2) == frozenset()
    if word == "pound":
        near = {atom.word for atom in place.atoms[max(0, place.at - 12) : place.at + 12]}
        return place.number.scale >= 1e6 or not near.isdisjoint(_COSTS)
    if word == "won":
        return place.number.value >= 50
    return True


def _with_minor(draft: Draft, place: Place, last: int) -> Draft:
    """The draft with cents after it: "20 dollars 43 cents", "US$3 and fourteen"."""
    at = last + 1 if last < len(place.atoms) and place.atoms[last].word in ("and", ",") else last
    if at + 1 < len(place.atoms) + 0 and place.atoms[at].kind in NUMBERS:
        after = place.atoms[at + 1]
        minor = units.currency(after.text) if "CURRENCY" in after.roles else None
        if (
            minor
            and minor.share < 1
            and isinstance(draft.value, float)
            and place.atoms[at].value < 100
        ):
            return replace(draft, value=draft.value + place.atoms[at].value / 100, last=at + 2)
    return _with_bare_minor(draft, place, last)


def _with_bare_minor(draft: Draft, place: Place, last: int) -> Draft:
    """ "15 dollars 50": cents without their name, at the end of a phrase."""
    if last - 1 <= place.at or last >= len(place.atoms) or not isinstance(draft.value, float):
        return draft
    number = place.atoms[last]
    ends = last + 1 >= len(place.atoms) or place.atoms[last + 1].word in (".", ",", ";", ")")
    whole = draft.value.is_integer() and "CURRENCY" in place.atoms[last - 1].roles
    if not (ends and whole and number.roles & {"TWO", "TWOWORD"} and not number.glued):
        return draft
    return replace(draft, value=draft.value + number.value / 100, last=last + 1)


def percent(place: Place) -> Draft | None:
    """ "70%", "8 per cent", "three percentage points"."""
    first, second = place.word(1), place.word(2)
    if first in HYPHENS and second in ("percent", "%", "per"):
        return _percent(place, 3 if second != "per" else 4)
    if first in ("%", "percent", "pct", "percents"):
        return _percent(place, 3 if second in ("point", "points") else 2)
    if first == "per" and second == "cent":
        return _percent(place, 3)
    if first in ("percentage", "per-centage") and second in ("point", "points"):
        return _percent(place, 3, unit="percentage point")
    return None


def _percent(place: Place, length: int, unit: str = "%") -> Draft:
    return _draft(place, "percent", "percent", length, unit=unit)


def multiple(place: Place) -> Draft | None:
    """ "twenty-fold", "tenfold", "three times", "10x"."""
    word = place.word(1)
    if word in HYPHENS and place.word(2) == "fold":
        return _draft(place, "multiple", "fold", 3)
    if word in ("fold", "-fold"):
        return _draft(place, "multiple", "fold", 2)
    if word == "times" or (word == "x" and place.glued(1)):
        return _draft(place, "multiple", "times", 2)
    return None


def out_of(place: Place) -> Draft | None:
    """ "one in five", "nine out of ten", "1 over 3": a part."""
    step = {"in": 1, "over": 1, "out": 2}.get(place.word(1), 0)
    if not step or (step == 2 and place.word(2) != "of"):
        return None
    at = place.at + step + 1
    every = at < len(place.atoms) and place.atoms[at].word == "every"
    at += every
    if at >= len(place.atoms) or place.atoms[at].kind not in ("number",):
        return None
    below, above = place.atoms[at], place.number
    if not 0 < above.value < below.value or "YEAR" in below.roles or above.kind != "number":
        return None
    if (place.word(1) == "in" and not (above.value < 10 and below.value <= 1000)) or _united(
        place, at
    ):
        return None
    return _draft(place, "fraction", "out-of", at + 1 - place.at, value=above.value / below.value)


def _united(place: Place, at: int) -> bool:
    """Whether the second figure has a unit: "three in 10 days" is no part."""
    roles = place.atoms[at + 1].roles if at + 1 < len(place.atoms) else frozenset()
    return bool(roles & {"UNIT", "TIME", "PERCENT", "CURRENCY"})


def age(place: Place) -> Draft | None:
    """ "14-year-old", "three months old", "ten years of age", "aged 14", "(29)" after a name."""
    found = _time_after(place)
    if found is None:
        return _bare_age(place)
    unit, last = found
    tail = [atom.word for atom in place.atoms[last : last + 2]]
    if tail[:1] in (["old"], ["olds"]):
        return _draft(place, "age", "years-old", last + 1 - place.at, unit=unit.name)
    if tail[:1] == ["-"] and tail[1:] in (["old"], ["olds"]):
        return _draft(place, "age", "year-old", last + 2 - place.at, unit=unit.name)
    if tail == ["of", "age"]:
        return _draft(place, "age", "years-of-age", last + 2 - place.at, unit=unit.name)
    return None


def _bare_age(place: Place) -> Draft | None:
    if not (0 < place.number.value < 120 and place.number.kind in ("number", "figure")):
        return None
    if place.word(1) in ("yo", "~yo", "y/o", "y.o"):
        return _draft(place, "age", "yo", 2, unit="year")
    for words in _AGED:
        start = place.at - len(words)
        if start >= 0 and tuple(atom.word for atom in place.atoms[start : place.at]) == words:
            draft = _draft(place, "age", "aged", 1, unit="year")
            return replace(draft, first=start)
    if _is_said_age(place):
        return _draft(place, "age", "is-age", 1, unit="year")
    if _is_appositive(place):
        return _draft(place, "age", "name-comma-age", 1, unit="year")
    return None


_AGED: tuple[tuple[str, ...], ...] = (
    ("under", "the", "age", "of"),
    ("over", "the", "age", "of"),
    ("between", "the", "ages", "of"),
    ("the", "ages", "of"),
    ("aged", "between"),
    ("aged", "from"),
    ("ages", "between"),
    ("aged", "over"),
    ("aged", "under"),
    ("aged",),
    ("ages",),
    ("age",),
)


def _is_said_age(place: Place) -> bool:
    """ "a woman of 31", "he is 26,": a figure that ends its phrase."""
    if place.word(-1) in ("under", "over"):
        return place.word(-2) in _PEOPLE and place.word(1) != "-"
    if place.word(1) not in (",", ".", "", "and", "told", "who", "when", ";", "”", ")"):
        return False
    if place.word(-1) == "of":
        return place.word(-2) in _PERSONS and "FIG" in place.number.roles
    if place.word(-1) in ("is", "was", "turned", "'s", "’s", "am", "were"):
        return place.word(-2) in ("he", "she", "who", "i", "they")
    return place.word(-1) in ("he’s", "she’s", "he's", "she's")


_PEOPLE = frozenset({"people", "those", "children", "adults", "men", "women", "anyone", "all"})
_PERSONS = frozenset(
    {"man", "woman", "boy", "girl", "mother", "father", "person", "child", "widow"}
)


def _is_appositive(place: Place) -> bool:
    """ "Ilse Marant, 34, said": a figure between commas after a name."""
    if place.word(-1) != "," or place.word(1) not in (",", ".") or "FIG" not in place.number.roles:
        return False
    if place.at < 3 or not 10 <= place.number.value <= 105:
        return False
    first, second = place.atoms[place.at - 3], place.atoms[place.at - 2]
    named = second.text[:1].isupper() and second.text[1:].islower() and not second.roles
    return named and (first.word == "." or (first.text[:1].isupper() and not first.roles))


def _time_after(place: Place) -> tuple[Unit, int] | None:
    start = place.at + 1
    if place.word(1) in (*HYPHENS, "–"):
        start += 1
    if start >= len(place.atoms) or "TIME" not in place.atoms[start].roles:
        return None
    unit = place.units.get(place.atoms[start].word)
    return (unit, start + 1) if unit else None


def measure(place: Place) -> Draft | None:
    """ "three kilometres", "68-ounce", "5 feet 2 inches", "two weeks", "an hour and a half"."""
    found = unit_after(place)
    if found is None:
        return None
    unit, last = found
    draft = _draft(place, unit.label, unit.label, last - place.at, unit=unit.name)
    draft = replace(draft, dimension=unit.dimension, size=unit.factor)
    return compound(draft, place)


def unit_after(place: Place) -> tuple[Unit, int] | None:
    """The unit that a number has, longest spelling first, and where it ends."""
    start = place.at + 1
    if place.word(1) in HYPHENS and place.glued(1):
        start += 1
    if place.number.kind in ("fraction", "number", "loose"):
        if place.word(1) == "of" and _reaches_unit(place):
            start += 1
        if (
            start < len(place.atoms)
            and place.atoms[start].word in ("a", "an")
            and place.number.kind == "fraction"
        ):
            start += 1
    if (
        start < len(place.atoms)
        and place.atoms[start].word in _MORE
        and place.number.kind != "fraction"
    ):
        start += 1
    for length in (4, 3, 2, 1):
        pieces = place.atoms[start : start + length]
        if len(pieces) < length:
            continue
        unit = _unit(place, pieces)
        if unit and not _short_doubt(place, pieces, start + length):
            return unit, start + length
    return None


def _reaches_unit(place: Place) -> bool:
    """Whether "of" leads to the unit: "thousands of kilometres", "a couple of days"."""
    number = place.number
    if number.kind == "loose" or number.word.endswith("couple") or place.word(2) in ("a", "an"):
        return True
    return "TIME" in place.roles(2) and number.word.endswith(("quarter", "half"))


_MORE = near("expressions-more")


def _unit(place: Place, pieces: Sequence[Atom]) -> Unit | None:
    opens = pieces[0]
    if opens.text in ("'", '"', "''") and place.word(-1) in ("'", '"', "‘", "“"):
        return None  # a quoted figure
    text = " ".join(piece.text for piece in pieces)
    if len(pieces) > 1 and not any(
        piece.roles & {"UNIT", "TIME"} or len(piece.text) < 9 for piece in pieces
    ):
        return None
    glued = "~" + text.lstrip("~")
    if opens.glued and (found := place.units.get(glued)):
        return found
    joined = text.replace(" / ", "/").replace(" ^ ", "^")
    return place.units.get(joined) or (place.units.get(joined.lower()) if len(joined) > 2 else None)


_SHORT = frozenset({"in", "m", "h", "l", "g", "a", "ha"})


def _short_doubt(place: Place, pieces: Sequence[Atom], end: int) -> bool:
    """Whether a short unit is a word of its own here: "5 in the town", "two in my car"."""
    if len(pieces) != 1 or pieces[0].word not in _SHORT or pieces[0].glued:
        return False
    if end >= len(place.atoms):
        return "FIG" not in place.number.roles
    after = place.atoms[end]
    return not (
        after.word in (".", ",", ")", ";")
        or after.word in _DIMENSIONS
        or bool(after.roles & {"NUM"})
    )


_DIMENSIONS = near("expressions-dimensions")


def compound(draft: Draft, place: Place) -> Draft:
    """The draft with its smaller units: "5 feet 2 inches" is 62 inches."""
    last = draft.last
    while last < len(place.atoms):
        at = last
        while at < len(place.atoms) and place.atoms[at].word in (",", "and"):
            at += 1
        if at >= len(place.atoms):
            break
        more = _smaller(draft, place, at)
        if more is None or draft.value is None:
            break
        draft, last = more, more.last
    return draft


def _smaller(draft: Draft, place: Place, at: int) -> Draft | None:
    """The draft and the next smaller part of it, in the smaller unit."""
    number = place.atoms[at]
    if number.word == "a" and at + 1 < len(place.atoms) and place.atoms[at + 1].word == "half":
        number = place.atoms[at + 1]
    if number.kind not in NUMBERS or not isinstance(draft.value, float):
        return None
    if number.kind == "fraction" and number.value < 1 and place.atoms[at - 1].word == "and":
        return replace(draft, value=draft.value + number.value, last=at + 1)
    found = unit_after(Place(place.atoms, at, place.units))
    if found is None:
        return None
    unit, end = found
    if unit.dimension != draft.dimension or unit.factor >= draft.size:
        return None
    ratio = _ratio(draft.unit or "", unit.name, draft.size / unit.factor)
    return replace(
        draft, value=draft.value * ratio + number.value, unit=unit.name, size=unit.factor, last=end
    )


def _ratio(larger: str, smaller: str, ratio: float) -> float:
    return 12.0 if (larger, smaller) == ("year", "month") else round(ratio, 6)


def share(place: Place) -> Draft | None:
    """ "two thirds", "half": a part by itself."""
    number = place.number
    if number.kind != "fraction":
        return None
    if number.word in ("half", "quarter") and not _stands_alone(place):
        return None
    if number.roles & {"FIG"} or "/" in number.word:
        return _draft(place, "fraction", "fraction", 1) if _plausible(number) else None
    return _draft(place, "fraction", "fraction", 1)


def _plausible(number: Atom) -> bool:
    """Whether "1/40" is a part and not a day: its lower figure is one of parts."""
    below = number.text.rpartition("/")[2]
    return not below or int(below) in _BELOW


_BELOW = frozenset({*range(2, 13), 15, 16, 20, 24, 25, 30, 32, 40, 48, 50, 60, 64, 100, 1000})


def _stands_alone(place: Place) -> bool:
    """Whether "half" is a part of something: "half of", "half the people", "about half"."""
    if place.word(-1) in (
        "in",
        "the",
        "a",
        "other",
        "first",
        "second",
        "latter",
        "this",
        "that",
        "each",
        "by",
        "final",
        "last",
        "better",
    ):
        return place.word(1) == "of" and place.word(-1) not in (
            "first",
            "second",
            "latter",
            "the",
            "final",
            "last",
            "better",
        )
    if place.word(1) in HYPHENS or place.word(-1) in HYPHENS:
        return False
    after = place.word(1)
    if after in (
        "of",
        "the",
        "a",
        "all",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "those",
        "these",
        "that",
        "this",
        ",",
        ".",
        ")",
        "",
    ):
        return place.number.word == "half" or after == "of"
    return place.number.word == "half" and place.word(-1) in _NEAR


_NEAR = near("expressions-near")


def count(place: Place) -> Draft | None:
    """A bare number."""
    if place.number.kind == "fraction":
        return None
    if place.number.word.endswith("couple"):
        return _draft(place, "count", "count", 1) if place.word(1) in ("of", "") else None
    return _draft(place, "count", "count", 1)


CORES: tuple[tuple[str, Reader], ...] = (
    ("percent", percent),
    ("money", money),
    ("multiple", multiple),
    ("age", age),
    ("out-of", out_of),
    ("measure", measure),
    ("fraction", share),
    ("count", count),
)
"""The kinds of quantity, in the order they are tried."""


def core(place: Place) -> Draft | None:
    """The quantity at a number, by the first row that reads it."""
    for _, reader in CORES:
        if found := reader(place):
            return found
    return None
