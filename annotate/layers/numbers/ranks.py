"""Ordinals that rank, and lengths of time without a figure.

"first" ranks in "the first time", not in "First, we ask" or "it was first seen"; "days" gives a
length in "a matter of days", not in "in those days". Without a parse the words beside decide.
"""

from collections.abc import Sequence
from dataclasses import replace

from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.drafts import HYPHENS, Draft, Place
from annotate.layers.numbers.measures import compound
from annotate.layers.numbers.neighbours import closed, near
from annotate.layers.numbers.units import Unit

_DETERMINERS = near("ranks-determiners")
_RANKED = near("ranks-ranked")


def rank(place: Place) -> Draft | None:
    """The rank at an ordinal, None if it does not rank."""
    atoms, at = place.atoms, place.at
    number = place.number
    before, after = word_at(atoms, at - 1), word_at(atoms, at + 1)
    if before in HYPHENS and atoms[at].glued and word_at(atoms, at - 2).isalpha():
        return None  # "safety-first rules", "head-first"
    written = number.kind == "rank"
    if not (written or _ranks(atoms, at, before, after)):
        return None
    if after in ("-", "‐") and word_at(atoms, at + 2) in ("hand", "rate", "class"):
        return None
    return Draft(label="ordinal", first=at, last=at + 1, rule="ordinal", value=number.value)


def _ranks(atoms: Sequence[Atom], at: int, before: str, after: str) -> bool:
    if before in _RANKED or (before in ("in", "at") and atoms[at].word != "first"):
        return True
    if len(atoms) == 1 or (at == 0 and _is_noun(atoms, at + 1)):
        return True
    if before in ("very", "only", "not") and word_at(atoms, at - 2) in _DETERMINERS:
        return _is_noun(atoms, at + 1)
    if before not in _DETERMINERS and not _owner(atoms, at - 1):
        return False
    if atoms[at].word == "second" and before in ("a", "one", "per", "each"):
        return _is_noun(atoms, at + 1)
    return after not in ("-",) or _is_noun(atoms, at + 2)


def _owner(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a word owns what is ranked ("China's second"), or is an adjective or number there."""
    if at < 0:
        return False
    word = atoms[at].word
    return word.endswith(("'s", "’s", "s'", "s’")) or (
        word in ("for", "’", "'", "“", "‘", "and", "as", "ago") and (_is_noun(atoms, at + 2))
    )


def _is_noun(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a word may be a noun or adjective: no closed class, no sign, no past participle."""
    if not 0 <= at < len(atoms):
        return False
    atom = atoms[at]
    return (
        atom.word.isalpha() and atom.word not in closed() and not atom.word.endswith(("ed", "ly"))
    )


_LEADS = near("ranks-leads")
_FOLLOWS = near("ranks-follows")


def length(place: Place) -> Draft | None:
    """A length of time without a figure: "a month", "many years", "[past] decade", "days"."""
    atoms, at = place.atoms, place.at
    unit = place.units.get(place.number.text) or place.units.get(place.number.word)
    if unit is None or unit.dimension != "time" or place.number.word in ("h", "mo", "ms"):
        return None
    before, plural = word_at(atoms, at - 1), place.number.word not in (unit.name,)
    if not plural and place.word(1) in HYPHENS and place.word(2) == "long":
        return _lasting(place, unit)
    reading = _vague(atoms, at) if plural else _single(atoms, at, before)
    if reading is None and plural and before not in _DEFINITE and _is_set_against(place):
        reading = at, None, True
    if reading is None:
        return None
    first, value, approx = reading
    draft = Draft(
        label="duration",
        first=first,
        last=at + 1,
        rule="vague-length" if approx else "length",
        value=value,
        approx=approx,
        unit=unit.name,
        dimension="time",
        size=unit.factor,
    )
    return compound(draft, place) if value == 1.0 else draft


def _lasting(place: Place, unit: Unit) -> Draft:
    """ "A year-long strike": one of the unit."""
    draft = Draft(label="duration", first=place.at, last=place.at + 3, rule="long", value=1.0)
    return replace(draft, unit=unit.name, dimension="time", size=unit.factor)


MEASURES = frozenset(
    [
        *("kilometre", "metre", "centimetre", "millimetre", "mile", "litre", "millilitre"),
        *("kilogram", "gram", "milligram", "gallon", "hectare", "acre", "tonne", "inch"),
        *("kibibyte", "kilobyte", "megabyte", "gigabyte", "terabyte", "kilowatt", "megawatt"),
    ]
)
"""Units of which "a" means one; of others it may be a thing: a foot, a yard, a stone."""


def single_measure(place: Place) -> Draft | None:
    """ "a mile", "a litre": one unit."""
    unit = place.units.get(place.number.word)
    if unit is None or (unit.name not in MEASURES and not _weighs(place, unit)):
        return None
    if place.number.word != unit.name and (few := _few(place, unit)):
        return few
    if place.word(-1) not in ("a", "an"):
        return None
    parted = place.word(1) == "and" and "FRACTION" in place.roles(2)
    told = parted or place.word(-2) in {"", *_LEADS} or place.word(1) in _FOLLOWS
    if not told or _is_rate(place.atoms, place.at - 2):
        return None
    return compound(_measured(place, place.at - 1, unit, 1.0), place)


def _measured(place: Place, first: int, unit: Unit, value: float | None) -> Draft:
    draft = Draft(label="measure", first=first, last=place.at + 1, rule="length", value=value)
    return replace(
        draft,
        approx=value is None,
        unit=unit.name,
        dimension=unit.dimension,
        size=unit.factor,
    )


def _weighs(place: Place, unit: Unit) -> bool:
    """Whether "a pound" is one of weight, not of money or a blow: alone, or of something."""
    return unit.name == "pound" and place.word(1) in ("", "of") and place.word(-2) in ("", ".")


def _few(place: Place, unit: Unit) -> Draft | None:
    """ "a few kilometres", "several miles"."""
    if place.word(-1) not in _MANY or unit.name not in MEASURES or place.number.word == "in":
        return None  # "many in the region"
    return _measured(place, _many_from(place.atoms, place.at, place.word(-1)), unit, None)


Reading = tuple[int, float | None, bool]
"""Where a length begins, its value, and whether it is vague."""


def _vague(atoms: Sequence[Atom], at: int) -> Reading | None:
    """ "many years", "a few hours", "a couple of days", "days" after a word that measures."""
    before = word_at(atoms, at - 1)
    if before == "couple" or (before == "of" and word_at(atoms, at - 2) == "couple"):
        start = at - (1 if before == "couple" else 2)
        return start - (word_at(atoms, start - 1) == "a"), 2.0, False
    if before in _MANY:
        return _many(atoms, at, before)
    matter = before == "of" and word_at(atoms, at - 2) == "matter"
    return (at, None, True) if matter or _measures(before, word_at(atoms, at + 1)) else None


def _is_set_against(place: Place) -> bool:
    """Whether a length stands beside another: "days, rather than weeks, months, or even years"."""
    return any(_other_length(place, step) for step in (-1, 1))


def _other_length(place: Place, step: int) -> bool:
    at, opposed = place.at + step, False
    while (word := word_at(place.atoms, at)) in _OR_ELSE | _OPPOSING:
        at, opposed = at + step, opposed or word in _OPPOSING
    unit = place.units.get(word)
    other = place.units.get(place.number.word)
    return opposed and unit is not None and unit.dimension == "time" and other is not unit


_OR_ELSE = frozenset({",", "of", "or", "than"})
_OPPOSING = frozenset({"even", "if", "instead", "not", "rather"})
"""What sets one length against another; "days or years" may be any."""


def _many(atoms: Sequence[Atom], at: int, before: str) -> Reading | None:
    """ "several years", "a few hours", but not "too many years"."""
    lead = word_at(atoms, at - 2)
    if before in ("many", "few") and lead in ("too", "so", "how", "very", "as"):
        return None
    return _many_from(atoms, at, before), None, True


def _many_from(atoms: Sequence[Atom], at: int, before: str) -> int:
    """Where the vague word before a unit begins, its article included."""
    return at - 1 - (before == "few" and word_at(atoms, at - 2) == "a")


def _measures(before: str, after: str) -> bool:
    """Whether the words beside a plural unit make a length of it: "for days", "years later"."""
    if before in _SPANNING or (before == "in" and after in _ENDING):
        return True
    if after in _APART:
        return before in _OBJECTS or before not in closed() | _RECENT
    return after == "of" and before not in _DEFINITE


_ENDING = frozenset({"", ".", ",", ";"})
_MANY = near("ranks-many")
_SPANNING = near("ranks-spanning")
_APART = near("ranks-apart")
_DEFINITE = near("ranks-definite")
_RECENT = near("ranks-recent")
_OBJECTS = frozenset({"her", "him", "it", "me", "them", "us"})
"""Pronouns behind which a length ends a clause: "freed them hours later"."""


def _single(atoms: Sequence[Atom], at: int, before: str) -> Reading | None:
    """ "a month", "an hour", "past decade", "another week", "half a century"."""
    after = word_at(atoms, at + 1)
    if before in ("a", "an"):
        lead = word_at(atoms, at - 2)
        half = after == "and" and at + 2 < len(atoms) and "FRACTION" in atoms[at + 2].roles
        if lead in _LEADS or half or after in _FOLLOWS or at == 1 or len(atoms) == 2:
            rate = after not in _BESIDE and _is_rate(atoms, at - 2)
            return None if rate else (at - 1, 1.0, False)
        return None
    if before in ("past", "last", "next", "coming", "previous") and word_at(atoms, at - 2) in (
        "the",
        "this",
    ):
        return at, 1.0, False
    if before in ("past", "another"):
        return (at - 1 if before == "another" else at), 1.0, False
    if before in ("all", "full", "whole", "entire"):
        return at - 1, 1.0, False
    if before in ("-",) and word_at(atoms, at - 2) in ("all", "full", "half"):
        return at - 2, 0.5 if word_at(atoms, at - 2) == "half" else 1.0, False
    return None


_BESIDE = frozenset({"ago", "earlier", "later"})
"""What makes a time of "a year" behind a figure: "up from 300 a year earlier"."""


def _is_rate(atoms: Sequence[Atom], at: int) -> bool:
    """Whether "a day" tells how often: after a figure, a unit or "once"."""
    if at < 0:
        return False
    atom = atoms[at]
    if atom.word in _LEADS:
        return False
    return (
        bool(atom.kind)
        or bool(atom.roles & {"UNIT", "TIME", "PERCENT", "CURRENCY"})
        or atom.word in ("times", "once", "twice")
    )


def of_multiple(place: Place) -> Draft | None:
    """ "twice", "thrice": a multiple in one word; "double" before what it multiplies."""
    word, after = place.number.word, place.word(1)
    value = {"twice": 2.0, "thrice": 3.0, "double": 2.0, "triple": 3.0, "quadruple": 4.0}.get(word)
    if word in _FOLDS:
        value = _FOLDS[word]
    elif value is None or (
        word not in ("twice", "thrice")
        and after not in ("the", "that", "its", "their", "his", "her", "what")
    ):
        return None
    return Draft(label="multiple", first=place.at, last=place.at + 1, rule="twice", value=value)


_FOLDS = {
    "twofold": 2.0,
    "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "sixfold": 6.0,
    "sevenfold": 7.0,
    "eightfold": 8.0,
    "ninefold": 9.0,
    "tenfold": 10.0,
    "twentyfold": 20.0,
    "hundredfold": 100.0,
    "thousandfold": 1000.0,
}
MULTIPLES = frozenset({"twice", "thrice", "double", "triple", "quadruple", *_FOLDS})
"""The words at which `of_multiple` looks."""
