"""Measures and durations: a figure with its unit, and with the smaller units after it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from annotate.layers.numbers import units
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.drafts import HYPHENS, NUMBERS, Draft, Place, drafted
from annotate.layers.numbers.neighbours import near
from annotate.layers.numbers.units import Unit


def measure(place: Place) -> Draft | None:
    """ "three kilometres", "68-ounce", "5 feet 2 inches", "two weeks", "an hour and a half"."""
    found = unit_after(place)
    if found is None:
        return None
    unit, last = found
    told = {"unit": unit.name, "dimension": unit.dimension, "size": unit.factor}
    draft = drafted(place, unit.label, unit.label, last - place.at, **told)
    if _plus(place):
        return replace(draft, value=None, low=place.number.value, rule="plus")
    if draft.label != "duration":
        draft = _below_zero(_per(draft, place), place)
    return compound(draft, place)


def _plus(place: Place) -> int:
    """The pieces between a figure and its unit that make it the least: "20+ years", "20-plus"."""
    words = (place.word(1), place.word(2))
    hangs = bool(place.roles(3) & {"UNIT", "TIME"})
    if words[0] in HYPHENS and words[1] == "plus" and hangs:
        return 2
    return int(words[0] in ("+", "plus") and bool(place.roles(2) & {"UNIT", "TIME"}))


def _per(draft: Draft, place: Place) -> Draft:
    """The draft with the unit that its own is divided by: "50 km/ms", "200 grams per litre".

    "per day" and longer tells how often, and is outside of the figure.
    """
    words = [atom.word for atom in place.atoms[draft.last : draft.last + 2]]
    if len(words) < 2 or words[0] not in ("/", "per") or " per " in (draft.unit or ""):
        return draft
    below = place.atoms[draft.last + 1]
    unit = _unit(place, [below])
    if unit is None or (words[0] == "per" and unit.dimension == "time" and unit.factor > _HOUR):
        return draft
    return replace(
        draft,
        last=draft.last + 2,
        unit=f"{draft.unit} per {unit.name}",
        dimension=f"{draft.dimension} per {unit.dimension}",
        size=draft.size / unit.factor,
    )


_HOUR = 3600.0


def _below_zero(draft: Draft, place: Place) -> Draft:
    """The draft below zero where the words say so: "12 degrees below zero"."""
    words = [atom.word for atom in place.atoms[draft.last : draft.last + 2]]
    cold = draft.dimension.startswith(("temperature", "angle"))
    if not cold or not isinstance(draft.value, float) or words != ["below", "zero"]:
        return draft
    return replace(draft, value=-abs(draft.value), last=draft.last + 2)


def below_zero(place: Place) -> Draft | None:
    """ "2 below zero": a figure whose unit is left out."""
    if (place.word(1), place.word(2)) != ("below", "zero"):
        return None
    draft = drafted(place, "measure", "below-zero", 3, unit="degree")
    return replace(draft, value=-abs(place.number.value), dimension="angle", size=1.0)


def degrees(place: Place) -> Draft | None:
    """ "12C", "-3.5C", "95F" where the words beside speak of weather."""
    found = _DEGREES.fullmatch(place.number.text)
    near_by = place.atoms[max(0, place.at - _WEATHER) : place.at + _WEATHER]
    if found is None or _OF_WEATHER.isdisjoint(atom.word for atom in near_by):
        return None
    signed = place.word(-1) in ("minus", "-", "−") and place.word(-2) not in ("", *_FIGURED)
    unit = units.spellings()["°" + found[2]]
    return Draft(
        label="measure",
        first=place.at - signed,
        last=place.at + 1,
        rule="degrees",
        value=float(found[1]) * (-1 if signed else 1),
        unit=unit.name,
        dimension=unit.dimension,
        size=unit.factor,
    )


_DEGREES = re.compile(r"(\d{1,3}(?:\.\d)?)([CF])")
_WEATHER = 20
"""Pieces around "12C" in which a word of weather is looked for; else it may be a flat."""
_OF_WEATHER = near("measures-weather")
_FIGURED = frozenset({"-", "−", "/"})


def part_of_one(place: Place) -> Draft | None:
    """ "a third of a mile", "fourth of litre": a part of one unit."""
    if place.word(1) != "of" or place.number.value < 3:
        return None
    at = place.at + 2 + (place.word(2) in ("a", "an"))
    if at >= len(place.atoms) or not place.atoms[at].roles & {"UNIT", "TIME"}:
        return None
    unit = _unit(place, [place.atoms[at]])
    if unit is None or place.atoms[at].word.endswith("s"):
        return None
    return Draft(
        label=unit.label,
        first=place.at,
        last=at + 1,
        rule="part-of-one",
        value=1 / place.number.value,
        unit=unit.name,
        dimension=unit.dimension,
        size=unit.factor,
    )


def unit_after(place: Place) -> tuple[Unit, int] | None:
    """The unit that a number has, longest spelling first, and where it ends."""
    start = place.at + 1 + _plus(place)
    if start == place.at + 1 and place.word(1) in HYPHENS and place.glued(1):
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


_MORE = near("measures-more")


def _unit(place: Place, pieces: Sequence[Atom]) -> Unit | None:
    opens = pieces[0]
    if opens.text in ("'", '"', "''") and _closes_quote(place, opens):
        return None  # a quoted figure
    text = " ".join(piece.text for piece in pieces).replace("° ", "°").replace(" . ", " ")
    if len(pieces) > 1 and not any(
        piece.roles & {"UNIT", "TIME"} or len(piece.text) < 9 for piece in pieces
    ):
        return None
    glued = "~" + text.lstrip("~")
    if opens.glued and (found := place.units.get(glued)):
        return found
    joined = text.replace(" / ", "/").replace(" ^ ", "^")
    return place.units.get(joined) or (place.units.get(joined.lower()) if len(joined) > 2 else None)


def _closes_quote(place: Place, mark: Atom) -> bool:
    """Whether a mark like that of inches or feet closes a quotation that stands open."""
    if place.word(-1) in ("'", '"', "‘", "“"):
        return True
    before = sum(atom.text == mark.text for atom in place.atoms[: place.at])
    return before % 2 == 1 and not any(
        atom.text == mark.text and place.atoms[n - 1].kind
        for n, atom in enumerate(place.atoms[: place.at])
        if n
    )


_SHORT = frozenset({"in", "m", "h", "l", "g", "a", "ha"})


def _short_doubt(place: Place, pieces: Sequence[Atom], end: int) -> bool:
    """Whether a short unit is a word of its own here: "5 in the town", "two in my car"."""
    if len(pieces) != 1 or pieces[0].word not in _SHORT or pieces[0].glued:
        return False
    if end >= len(place.atoms):
        return "FIG" not in place.number.roles
    after = place.atoms[end]
    if pieces[0].word == "in" and after.roles & {"NUM"}:
        return True  # "148 in 1999"
    return not (
        after.word in (".", ",", ")", ";")
        or after.word in _DIMENSIONS
        or bool(after.roles & {"NUM"})
    )


_DIMENSIONS = near("measures-dimensions")


def compound(draft: Draft, place: Place) -> Draft:
    """The draft with its smaller units: "2 years and 3 months" is 27 months.

    A measure keeps the unit that it is told in first: people are 5.17 feet tall, not 62 inches.
    """
    first, last = draft, draft.last
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
    draft = _with_bare_part(draft, place)
    if first.label == "duration" or draft.unit == first.unit or not isinstance(draft.value, float):
        return draft
    ratio = ratio_of(first.unit or "", draft.unit or "", first.size / draft.size)
    return replace(draft, value=draft.value / ratio, unit=first.unit, size=first.size)


_BARE = {"hour": (60.0, "minute"), "foot": (12.0, "inch")}
"""Units whose part may stand without its name behind them."""


def _with_bare_part(draft: Draft, place: Place) -> Draft:
    """ "2 hours ten", "1 hour and 10", "six foot two": a part without its name, ending a phrase."""
    at = draft.last
    if draft.unit not in _BARE or not isinstance(draft.value, float):
        return draft
    parts, unit = _BARE[draft.unit]
    if unit == "inch" and place.atoms[at - 1].word != "foot":
        return draft
    at += at < len(place.atoms) and place.atoms[at].word == "and"
    if at >= len(place.atoms) or not place.atoms[at].roles & {"TWO", "TWOWORD"}:
        return draft
    number = place.atoms[at]
    ends = at + 1 >= len(place.atoms) or place.atoms[at + 1].word in (".", ",", ";", ")")
    if not ends or number.glued or not 1 <= number.value < parts or number.kind != "number":
        return draft
    value = draft.value * parts + number.value
    return replace(draft, value=value, unit=unit, size=draft.size / parts, last=at + 1)


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
    ratio = ratio_of(draft.unit or "", unit.name, draft.size / unit.factor)
    return replace(
        draft, value=draft.value * ratio + number.value, unit=unit.name, size=unit.factor, last=end
    )


def ratio_of(larger: str, smaller: str, ratio: float) -> float:
    """How many of the smaller unit the larger one has: a year is 12 months by count."""
    return 12.0 if (larger, smaller) == ("year", "month") else round(ratio, 6)
