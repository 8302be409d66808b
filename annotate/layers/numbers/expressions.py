"""One figure with its unit: what kind of quantity it is, and of what.

The rows of `CORES` are tried in order at every number; the first that reads it wins. Bounds,
approximators and ranges come around it in `bounds.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from annotate.layers.numbers.ages import age
from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.bounds import CHANGES
from annotate.layers.numbers.drafts import HYPHENS, NUMBERS, Draft, Place, drafted, is_base
from annotate.layers.numbers.measures import below_zero, measure
from annotate.layers.numbers.money import money
from annotate.layers.numbers.neighbours import closed, near
from annotate.layers.numbers.phrases import is_plural_noun

Reader = Callable[[Place], Draft | None]


def percent(place: Place) -> Draft | None:
    """ "70%", "8 per cent", "three percentage points"."""
    first, second = place.word(1), place.word(2)
    if place.number.kind == "fraction" and (inner := _of_one(place)):
        return inner
    if first in HYPHENS and second in ("percent", "%", "per"):
        return _percent(place, 3 if second != "per" else 4)
    if first in ("%", "percent", "pct", "percents") or _is_pc(place):
        return _percent(place, 3 if second in ("point", "points") else 2)
    if first == "per" and second == "cent":
        return _percent(place, 3)
    if first in ("percentage", "per-centage") and second in ("point", "points"):
        return _percent(place, 3, unit="percentage point")
    if first in HYPHENS and (hyphened := _hyphened_points(place)):
        return hyphened
    if first == "basis" and second in ("point", "points"):
        return _percent(place, 3, unit="basis point")
    if first in ("point", "points") and (
        _is_margin(place) or _after_percent(place) or _to_percent(place)
    ):
        return _percent(place, 2, unit="percentage point")
    return None


def _hyphened_points(place: Place) -> Draft | None:
    """ "a 25-basis-point cut", "a five-percentage-point lead"."""
    words = tuple(place.word(step) for step in (2, 3, 4))
    if words[2] not in ("point", "points") or words[1] not in HYPHENS:
        return None
    unit = {"basis": "basis point", "percentage": "percentage point"}.get(words[0])
    return _percent(place, 5, unit=unit) if unit else None


def _is_margin(place: Place) -> bool:
    """Whether points are those of an error: "plus or minus 3 points"."""
    return (place.word(-2), place.word(-1)) == ("plus", "or")


def _after_percent(place: Place) -> bool:
    """Whether points are those of a per cent before: "turnout was 41%, ten points lower".

    Those of an index are not: "advanced 2.7 percent (224 points)".
    """
    if place.number.value >= _INDEX or (place.word(-1), place.word(2)) == ("(", ")"):
        return False
    for step in range(place.at - 1, max(-1, place.at - _NEAR_PERCENT), -1):
        if place.atoms[step].word in (".", "!", "?"):
            return False
        if place.atoms[step].word in ("%", "percent", "cent", "pc"):
            return True
    return False


_NEAR_PERCENT = 16
_INDEX = 100.0


def _to_percent(place: Place) -> bool:
    """Whether points lead to a per cent: "fell 6.2 points to 41.9%"."""
    return place.word(2) == "to" and "NUM" in place.roles(3) and place.word(4) in ("%", "percent")


def _is_pc(place: Place) -> bool:
    """Whether "pc" is short for per cent: "5.5pc", but "5 PCs"."""
    return place.word(1) == "~pc" or (
        place.word(1) == "pc" and place.atoms[place.at + 1].text == "pc"
    )


def _of_one(place: Place) -> Draft | None:
    """ "half a percent", "a quarter of one per cent", "half a percentage point"."""
    at = 1 + (place.word(1) == "of")
    if place.word(at) not in ("a", "one", "1"):
        return None
    words = [place.word(at + n) for n in (1, 2)]
    if words[0] == "point" and not _after_percent(place):
        return None
    for ends, length, unit in _ONE_PERCENT:
        if tuple(words[: len(ends)]) == ends:
            return _percent(place, at + length, unit)
    return None


_ONE_PERCENT = (
    (("percentage", "point"), 3, "percentage point"),
    (("per", "cent"), 3, "%"),
    (("percent",), 2, "%"),
    (("point",), 2, "percentage point"),
)


def _percent(place: Place, length: int, unit: str = "%") -> Draft:
    return drafted(place, "percent", "percent", length, unit=unit)


def multiple(place: Place) -> Draft | None:
    """ "twenty-fold", "tenfold", "three times", "10x"."""
    word = place.word(1)
    if word in HYPHENS and place.word(2) == "fold":
        return drafted(place, "multiple", "fold", 3)
    if word in ("fold", "-fold"):
        return drafted(place, "multiple", "fold", 2)
    if word == "times" or (word == "x" and place.glued(1)):
        return drafted(place, "multiple", "times", 2)
    return None


def out_of(place: Place) -> Draft | None:
    """ "one in five", "nine out of ten", "1-in-10", "3 per 1,000": a part."""
    hyphened = place.word(1) in HYPHENS and place.word(3) in HYPHENS
    link = place.word(1 + hyphened)
    step = {"in": 1, "over": 1, "per": 1, "out": 2}.get(link, 0)
    if not step or (step == 2 and place.word(2) != "of"):
        return None
    at = place.at + step + 1 + 2 * hyphened
    every = at < len(place.atoms) and place.atoms[at].word == "every"
    at += every
    if at >= len(place.atoms) or place.atoms[at].kind not in ("number",):
        return None
    below, above = place.atoms[at], place.number
    if not 0 < above.value < below.value or "YEAR" in below.roles or above.kind != "number":
        return None
    if not _LINKS[link](above.value, below.value) or _united(place, at):
        return None
    return drafted(place, "fraction", "out-of", at + 1 - place.at, value=above.value / below.value)


_LINKS: dict[str, Callable[[float, float], bool]] = {
    "in": lambda above, below: (
        above < 10 and (below <= 1000 or (above == 1 and (is_base(below) or below >= 1e6)))
    ),
    "per": lambda _above, below: is_base(below),
    "over": lambda _above, _below: True,
    "out": lambda _above, _below: True,
}
"""Which two numbers the word between them makes a part of."""


def one_thing_in(place: Place) -> Draft | None:
    """ "one prisoner in five": a part that names between its numbers what it is of."""
    at = place.at + 3
    if place.word(2) != "in" or at >= len(place.atoms) or not place.word(1).isalpha():
        return None
    above, below = place.number, place.atoms[at]
    told = {above.kind, below.kind} == {"number"} and "YEAR" not in below.roles
    if not told or not 0 < above.value < min(10, below.value) or below.value > 1000:
        return None
    after = place.atoms[at + 1] if at + 1 < len(place.atoms) else None
    if place.word(1) in closed() or place.roles(1) or _united(place, at):
        return None
    if after is not None and (is_plural_noun(after) or "DASH" in after.roles):
        return None
    return drafted(place, "fraction", "one-thing-in", 4, value=above.value / below.value)


def _united(place: Place, at: int) -> bool:
    """Whether the second figure has a unit: "three in 10 days" is no part."""
    after = place.atoms[at + 1] if at + 1 < len(place.atoms) else None
    if after is None or after.word == "in":
        return False
    return bool(after.roles & {"UNIT", "TIME", "PERCENT", "CURRENCY"})


def millions(place: Place) -> Draft | None:
    """ "2m people": a letter that is a million where what follows is counted, and no metre."""
    if place.word(1) != "~m" or not _counts_millions(place.atoms, place.at + 2):
        return None
    draft = drafted(place, "count", "millions", 2)
    draft = replace(draft, value=place.number.value * 1e6, scale=1e6)
    unit = place.units.get(place.word(2))
    if unit is None or unit.label != "measure":
        return draft
    return replace(
        draft,
        label="measure",
        last=draft.last + 1,
        unit=unit.name,
        dimension=unit.dimension,
        size=unit.factor,
    )


def _counts_millions(atoms: Sequence[Atom], at: int) -> bool:
    """Whether what follows "2m" is counted by it; another such figure is passed: "2m-3m homes"."""
    if word_at(atoms, at) in _BETWEEN and word_at(atoms, at + 2) == "~m":
        at += 3
    if at >= len(atoms):
        return False
    if atoms[at].word in _DOING:
        return True
    return is_plural_noun(atoms[at]) and atoms[at].word not in _LONG and atoms[at].text.islower()


_BETWEEN = frozenset({"to", "and", "or", "-", "–", "—"})
_DOING = near("expressions-millions-do")
_LONG = near("expressions-long")


def share(place: Place) -> Draft | None:
    """ "two thirds", "half": a part by itself."""
    number = place.number
    if number.kind != "fraction":
        return None
    if number.word in ("half", "quarter") and not _stands_alone(place):
        return None
    if number.word.endswith("half") and place.word(1) in _HALVES:
        return None  # "a half marathon"
    if number.roles & {"FIG"} or "/" in number.word:
        return drafted(place, "fraction", "fraction", 1) if _plausible(number) else None
    return drafted(place, "fraction", "fraction", 1)


def _plausible(number: Atom) -> bool:
    """Whether "1/40" is a part and not a day: its lower figure is one of parts."""
    below = number.text.rpartition("/")[2]
    return not below or int(below) in _BELOW


_BELOW = frozenset({*range(2, 13), 15, 16, 20, 24, 25, 30, 32, 40, 48, 50, 60, 64, 100, 1000})


def _stands_alone(place: Place) -> bool:
    """Whether "half" is a part of something: "half of", "half the people", "about half"."""
    before, after = place.word(-1), place.word(1)
    if before == "by" and place.number.word == "half" and place.word(-2) in CHANGES:
        return after in _WHOLES or after == ""  # "Arrivals fall by half, report says"
    if before in _PARTITIVE:
        return after == "of" and before not in _RANKING
    if after in HYPHENS or before in HYPHENS:
        return False
    if after in _WHOLES or after == "":
        return place.number.word == "half" or after == "of"
    return place.number.word == "half" and before in _NEAR


_HALVES = near("expressions-halves")
_PARTITIVE = near("expressions-partitive")
_RANKING = near("expressions-ranking")
_WHOLES = near("expressions-wholes")
_NEAR = near("expressions-near")


def count(place: Place) -> Draft | None:
    """A bare number."""
    if place.number.kind == "fraction":
        return None
    if place.number.word.endswith("couple"):
        return drafted(place, "count", "count", 1) if place.word(1) in ("of", "") else None
    return drafted(place, "count", "count", 1)


CORES: tuple[tuple[str, Reader], ...] = (
    ("percent", percent),
    ("money", money),
    ("multiple", multiple),
    ("age", age),
    ("out-of", out_of),
    ("one-thing-in", one_thing_in),
    ("millions", millions),
    ("measure", measure),
    ("below-zero", below_zero),
    ("fraction", share),
    ("count", count),
)
"""The kinds of quantity, in the order they are tried."""


def core(place: Place) -> Draft | None:
    """The quantity at a number, by the first row that reads it, with its tolerance."""
    for _, reader in CORES:
        if found := reader(place):
            return tolerance(found, place) or _either_way(found, place)
    return None


def _either_way(draft: Draft, place: Place) -> Draft:
    """The draft with the sign that goes both ways: "plus or minus three points"."""
    if not (_is_margin(place) and place.number.word.startswith("minus")):
        return draft
    value = abs(draft.value) if isinstance(draft.value, float) else draft.value
    return replace(draft, first=draft.first - 2, value=value)


_ABOUT_BY: tuple[tuple[str, ...], ...] = (
    ("±",),
    ("+", "/", "-"),
    ("+", "/", "−"),
    ("+", "-"),
    ("plus", "or"),  # "minus 3" is one piece
    ("give", "or", "take"),
)


def tolerance(draft: Draft, place: Place) -> Draft | None:
    """The draft with what follows "+/-" to either side: "5 ± 2 km", "10% plus or minus 3%"."""
    if not isinstance(draft.value, float):
        return None
    for words in _ABOUT_BY:
        at = draft.last + len(words)
        if tuple(atom.word for atom in place.atoms[draft.last : at]) != words:
            continue
        if at >= len(place.atoms) or place.atoms[at].kind not in NUMBERS:
            continue
        if words != ("plus", "or") or place.atoms[at].word.startswith("minus"):
            return _tolerant(draft, Place(place.atoms, at, place.units))
    return None


def _tolerant(draft: Draft, beyond: Place) -> Draft | None:
    found = next((found for _, reader in CORES if (found := reader(beyond))), None)
    if found is None or not isinstance(found.value, float) or not isinstance(draft.value, float):
        return None
    if draft.label == "count" and found.label != "count":  # the unit stands behind both
        made = replace(found, first=draft.first, value=draft.value)
    elif (found.label, found.unit) in ((draft.label, draft.unit), ("count", None)):
        made = replace(draft, last=found.last)
    else:
        return None
    size = abs(found.value)
    low, high = draft.value - size, draft.value + size
    return replace(made, low=round(low, 12), high=round(high, 12), rule="tolerance")
