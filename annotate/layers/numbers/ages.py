"""Ages: how old somebody or something is said to be."""

from dataclasses import replace

from annotate import lexicons
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.drafts import HYPHENS, Draft, Place, drafted
from annotate.layers.numbers.units import Unit


def age(place: Place) -> Draft | None:
    """ "14-year-old", "three months old", "ten years of age", "aged 14", "(29)" after a name."""
    if called := _called(place):
        return called
    found = _time_after(place)
    if found is None:
        return _bare_age(place)
    unit, last = found
    tail = [atom.word for atom in place.atoms[last : last + 2]]
    if unit.name == "year" and place.word(-1) == "under" and place.word(-2) in _PEOPLE:
        length = last + 2 * (tail == ["of", "age"]) - place.at
        return drafted(place, "age", "under-years", length, unit="year")
    if tail[:1] in (["old"], ["olds"]):
        return drafted(place, "age", "years-old", last + 1 - place.at, unit=unit.name)
    if tail[:1] == ["-"] and tail[1:] in (["old"], ["olds"]):
        return drafted(place, "age", "year-old", last + 2 - place.at, unit=unit.name)
    if tail == ["of", "age"]:
        return drafted(place, "age", "years-of-age", last + 2 - place.at, unit=unit.name)
    return None


def _bare_age(place: Place) -> Draft | None:
    if not (0 < place.number.value < 120 and place.number.kind in ("number", "figure")):
        return None
    if place.word(1) in ("yo", "~yo", "y/o", "y.o"):
        return drafted(place, "age", "yo", 2, unit="year")
    for words, side in _AGED:
        start = place.at - len(words)
        if start >= 0 and tuple(atom.word for atom in place.atoms[start : place.at]) == words:
            return replace(
                _beyond(drafted(place, "age", "aged", 1, unit="year"), side), first=start
            )
    if _is_said_age(place):
        return drafted(place, "age", "is-age", 1, unit="year")
    if _is_appositive(place):
        return drafted(place, "age", "name-comma-age", 1, unit="year")
    return None


def _called(place: Place) -> Draft | None:
    """ "over-65s", "under 18s": people called by the age that they are beyond."""
    if place.word(1) not in ("~s", "s") or not place.glued(1):
        return None
    at = place.at - 1 - (place.word(-1) in HYPHENS)
    side = BEYOND.get(place.atoms[at].word) if at >= 0 else None
    if side is None:
        return None
    draft = drafted(place, "age", "over-age", 2, unit="year")
    return replace(_beyond(draft, side), first=at)


def _beyond(draft: Draft, side: str) -> Draft:
    """The draft with its value as a bound."""
    return replace(draft, value=None, **{side: draft.value}) if side else draft  # type: ignore[arg-type]


_AGED: tuple[tuple[tuple[str, ...], str], ...] = (
    (("under", "the", "age", "of"), "high"),
    (("below", "the", "age", "of"), "high"),
    (("under", "age"), "high"),
    (("over", "the", "age", "of"), "low"),
    (("above", "the", "age", "of"), "low"),
    (("between", "the", "ages", "of"), ""),
    (("the", "ages", "of"), ""),
    (("aged", "between"), ""),
    (("aged", "from"), ""),
    (("ages", "between"), ""),
    (("aged", "over"), "low"),
    (("aged", "under"), "high"),
    (("older", "than"), "low"),
    (("younger", "than"), "high"),
    (("aged",), ""),
    (("ages",), ""),
    (("age", "of"), ""),
    (("age", "at"), ""),
    (("age",), ""),
)
"""Words before an age, and which bound they make of it."""


def _is_said_age(place: Place) -> bool:
    """ "a woman of 31", "he is 26,": a figure that ends its phrase."""
    if place.word(-1) in ("under", "over"):
        said = place.word(-2) in _PEOPLE or _is_of_persons(place)
        return said and place.word(1) != "-"
    if place.word(1) not in (",", ".", "", "and", "told", "who", "when", ";", "”", ")"):
        return False
    if place.word(-1) == "of":
        least = PARENT if place.word(-2) in _PARENTS else 0
        return place.word(-2) in _PERSONS and place.number.value > least
    if place.word(-1) in ("is", "was") and _is_of_ages(place):
        return True
    if place.word(-1) in _EXTREMES or (
        place.word(-1) in ("is", "was") and place.word(-2) in _EXTREMES
    ):
        return _grown(place)  # "the oldest is 81", "the youngest was eight, the oldest 91"
    if place.word(-1) in ("is", "was", "turned", "'s", "’s", "am", "were"):
        return place.word(-2) in ("he", "she", "who", "i", "they")
    return place.word(-1) in ("he’s", "she’s", "he's", "she's")


def _is_of_persons(place: Place) -> bool:
    """Whether persons before the figure are so old: "of the pupils, 41 were under 18."."""
    ends = place.word(1) in ("", ",", ".", ";", ")", "and", "when")
    if place.word(-2) not in ("are", "were", "is", "was") or not (ends and _grown(place)):
        return False
    if place.at > _COUNTED and place.atoms[place.at - _COUNTED].kind:
        return True  # "30 were under 18"
    before = (atom.word for atom in place.atoms[max(0, place.at - _NEAR) : place.at - 2])
    return not lexicons.listed("people").isdisjoint(
        form for word in before for form in (word, word.removesuffix("s"))
    )


def _grown(place: Place) -> bool:
    return 10 <= place.number.value < 100


_EXTREMES = frozenset({"eldest", "oldest", "youngest"})
_COUNTED = 3
"""Pieces from those who are so old, where a figure alone tells them, to their age."""
_NEAR = 14
"""Pieces before an age in which persons are looked for."""


def _is_of_ages(place: Place) -> bool:
    """Whether the sentence speaks of an age: "the median age was 42"."""
    before = [atom.word for atom in place.atoms[max(0, place.at - 7) : place.at - 1]]
    return "age" in before and not any("NUM" in place.roles(-step) for step in range(2, 8))


PARENT = 15
"""A mother of more than so many is so old; of fewer, she has so many children."""

_PARENTS = frozenset({"father", "mother", "widow"})
_PEOPLE = frozenset({"people", "those", "children", "adults", "men", "women", "anyone", "all"})
_YOUNG = frozenset(
    ["boy", "girl", "child", "son", "daughter", "brother", "sister", "man", "woman", "driver"]
)
_PERSONS = frozenset(
    {"man", "woman", "boy", "girl", "mother", "father", "person", "child", "widow"}
)


def _is_appositive(place: Place) -> bool:
    """ "Ilse Marant, 34, said", "the boy, six, slept": a figure between commas after a person."""
    if place.word(-1) == place.word(1) == "," and place.word(-2) in _YOUNG:
        return True
    if place.word(-1) != "," or place.word(1) not in (",", ".") or "FIG" not in place.number.roles:
        return False
    if place.at < 2 or not 10 <= place.number.value <= 105:
        return False
    if place.at == 2:  # "Kolde, 71, said" opens the text
        return _is_named(place.atoms[0]) and place.word(2).isalpha() and _goes_on(place)
    first, second = place.atoms[place.at - 3], place.atoms[place.at - 2]
    named = _is_named(second)
    if first.word == "," and place.word(1) == ",":  # "In Brenn, Kolde, 71, said", no list of names
        return named and _goes_on(place)
    if first.word in _SAYING:
        return named  # "said Ilse, 34, who", "said Ilse, 54."
    return named and (first.word == "." or (first.text[:1].isupper() and not first.roles))


def _is_named(atom: Atom) -> bool:
    return atom.text[:1].isupper() and atom.text[1:].islower() and not atom.roles


def _goes_on(place: Place) -> bool:
    """Whether the sentence goes on behind the comma, and no list does."""
    after = place.atoms[place.at + 2 : place.at + 3]
    return bool(after) and after[0].word not in ("and", "or") and after[0].text[:1].islower()


_SAYING = frozenset({"added", "said", "says", "asked", "recalled", "told"})


def _time_after(place: Place) -> tuple[Unit, int] | None:
    start = place.at + 1
    if place.word(1) in (*HYPHENS, "–"):
        start += 1
    if start >= len(place.atoms) or "TIME" not in place.atoms[start].roles:
        return None
    unit = place.units.get(place.atoms[start].word)
    return (unit, start + 1) if unit else None


def of_decade(place: Place) -> Draft | None:
    """ "in his late seventies", "in their 30s": ten years of age, or a part of them; "over-60s"."""
    number, at = place.number, place.at
    low = number.value
    if not 20 <= low <= 90 or low % 10:
        return None
    hyphened = place.word(-1) in HYPHENS
    if hyphened and place.word(-2) in BEYOND:
        return Draft(
            label="age",
            first=place.at - 2,
            last=place.at + 1,
            rule="over-age",
            unit="year",
            low=low if BEYOND[place.word(-2)] == "low" else None,
            high=low if BEYOND[place.word(-2)] == "high" else None,
        )
    part = place.word(-1 - hyphened)
    part = part if part in _TENTHS else ""
    at -= (1 + hyphened) if part else 0
    if at < 1 or place.atoms[at - 1].word not in _OWNERS:
        return None
    opens, closes = _TENTHS.get(part, (0, 9))
    return Draft(
        label="age",
        first=at,
        last=place.at + 1,
        rule="decade-of-age",
        low=low + opens,
        high=low + closes,
        unit="year",
    )


BEYOND = {"over": "low", "under": "high"}
"""On which side an age bounds those who are called by it."""

_TENTHS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_OWNERS = frozenset({"her", "his", "my", "our", "their", "your"})
