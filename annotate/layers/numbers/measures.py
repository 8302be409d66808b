"""Measures and durations: a figure with its unit, and with the smaller units after it."""

from collections.abc import Sequence
from dataclasses import replace

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
    draft = drafted(place, unit.label, unit.label, last - place.at, unit=unit.name)
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


_MORE = near("measures-more")


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


_DIMENSIONS = near("measures-dimensions")


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
