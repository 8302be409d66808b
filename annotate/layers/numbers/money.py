"""Amounts of money: signs, codes, words and names of currencies around a figure."""

import re
from dataclasses import replace

from annotate.layers.numbers import units
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.drafts import HYPHENS, NUMBERS, Draft, Place, drafted
from annotate.layers.numbers.neighbours import near
from annotate.layers.numbers.units import Currency


def money(place: Place) -> Draft | None:
    """ "$3 billion", "USD 20", "500 yuan", "20 dollars 43 cents", "$3m"."""
    before = _currency_before(place)
    if before:
        currency, first = before
        last, value = place.at + 1, place.number.value
        if _is_owed(place, first):
            first, value = first - 1, -value
        if place.word(1) == "~m" or (place.word(1) == "m" and place.glued(1)):
            last, value = last + 1, value * 1e6
        elif place.word(1) == "b" and place.glued(1):
            last, value = last + 1, value * 1e9
        draft = drafted(place, "money", "money", 1, unit=currency.code)
        draft = _valued(draft, place, value * currency.share)
        draft = replace(draft, first=first, last=last)
        return _with_minor(draft, place, last)
    after = _currency_after(place)
    if after is None:
        return None
    currency, last = after
    draft = drafted(place, "money", "money", 1, unit=currency.code)
    scale = 1e6 if place.word(1) == "~m" else _scale_after(place, last)
    value = place.number.value * currency.share * scale
    last += scale != 1.0 and place.word(1) != "~m"
    draft = replace(_valued(draft, place, value), last=last)
    return _with_minor(draft, place, last)


def _is_owed(place: Place, first: int) -> bool:
    """Whether a minus stands before the sign: "-$5", but "$3-$5" is a range."""
    if first < 1 or place.atoms[first - 1].word not in ("-", "−") or not place.atoms[first].glued:
        return False
    return not place.atoms[first - 1].glued and not (first > 1 and place.atoms[first - 2].kind)


_SCALES = frozenset({"thousand", "million", "billion", "trillion", "mln", "bn"})


def _scale_after(place: Place, at: int) -> float:
    """The scale after a code: "75 USD million"."""
    if at >= len(place.atoms) or not place.atoms[at - 1].text.isupper():
        return 1.0
    scale = place.atoms[at]
    return scale.value if scale.kind == "loose" and scale.word in _SCALES else 1.0


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
        is_sign = place.atoms[back].text.isupper() and prefix in ("US", "HK", "C", "NT")
        near = place.atoms[at].glued or is_sign  # "it costs us $2"
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
    "N": "NAD",
    "Z": "ZWL",
}
"""What stands before "$" to say whose dollar it is."""


def _currency_after(place: Place) -> tuple[Currency, int] | None:
    """The currency named after a number, and where its name ends."""
    start = place.at + 1 + (place.word(1) == "~m")
    if (place.word(1) in HYPHENS and place.glued(1)) or (
        place.word(1) == "of" and place.number.kind == "loose"
    ):
        start += 1
    for length in (4, 3, 2, 1):
        pieces = place.atoms[start : start + length]
        if len(pieces) < length or "CURRENCY" not in pieces[-1].roles:
            continue
        name = " ".join(piece.text for piece in pieces).replace(" $", "$").replace(" .", ".")
        found = units.currency(name)
        if found and (length > 1 or _is_money(place, pieces[0])):
            return found, start + length
    return None


_COSTS = near("money-costs")


def _is_money(place: Place, piece: Atom) -> bool:
    """Whether a word that is money or something else is money here: pounds, won, cents."""
    word = piece.word.removesuffix("s")
    own = place.units.get(word)
    if own is not None and own.label == "money":
        return False  # the codebook says whose money it is
    if (
        piece.text == "$"
        and place.roles(2) & {"NUM"}
        and not place.glued(1)
        and place.roles(-1) == frozenset()
    ):
        return place.roles(2) == frozenset()
    if word == "pound":
        near = {atom.word for atom in place.atoms[max(0, place.at - 12) : place.at + 12]}
        return place.number.value >= 1e5 or not near.isdisjoint(_COSTS)
    if word in ("crown", "mark"):
        before = {atom.word for atom in place.atoms[max(0, place.at - 12) : place.at]}
        return place.number.scale >= 1e6 or place.word(1) == "~m" or not before.isdisjoint(_COSTS)
    if word == "won":
        return place.number.value >= 50
    return True


_CENTS = re.compile(r"(\d\d?)[cp]")
"""Cents that are glued to their letter: "$20 and 43c"."""


def _opens_range(place: Place, first: int) -> bool:
    return first > 0 and place.atoms[first - 1].word in ("between", "from")


def _with_minor(draft: Draft, place: Place, last: int) -> Draft:
    """The draft with cents after it: "20 dollars 43 cents", "US$3 and fourteen"."""
    at = last + 1 if last < len(place.atoms) and place.atoms[last].word in ("and", ",") else last
    if at < len(place.atoms) and isinstance(draft.value, float):
        cents = _CENTS.fullmatch(place.atoms[at].text)
        if cents:
            return replace(draft, value=draft.value + int(cents[1]) / 100, last=at + 1)
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
    joined = last < len(place.atoms) and place.atoms[last].word == "and"
    if joined and _opens_range(place, draft.first):
        return draft
    if not joined and last - 1 <= place.at:
        return draft
    last += joined
    if last >= len(place.atoms) or not isinstance(draft.value, float):
        return draft
    number = place.atoms[last]
    ends = last + 1 >= len(place.atoms) or place.atoms[last + 1].word in (".", ",", ";", ")")
    whole = draft.value.is_integer() and (joined or "CURRENCY" in place.atoms[last - 1].roles)
    wanted = {"TWOWORD"} if joined else {"TWO", "TWOWORD"}
    if not (ends and whole and number.roles & wanted and not number.glued):
        return draft
    return replace(draft, value=draft.value + number.value / 100, last=last + 1)


def pence(place: Place) -> Draft | None:
    """ "50p": pence glued to their letter."""
    found = _PENCE.fullmatch(place.number.text)
    if found is None:
        return None
    value = round(float(found[1]) / 100, 6)
    return Draft(
        label="money", first=place.at, last=place.at + 1, rule="pence", value=value, unit="GBP"
    )


_PENCE = re.compile(r"(\d{1,3}(?:\.\d)?)p")


def single(place: Place) -> Draft | None:
    """ "a dollar": one of a currency, and the cents after it."""
    if place.word(-1) not in ("a", "an") or not place.number.text.isalpha():
        return None
    before = place.atoms[place.at - 2].kind if place.at >= 2 else ""
    if place.word(1) not in {"", *_BEHIND_ONE} or before in NUMBERS:
        return None
    found = units.currency(place.number.text)
    if found is None or found.share != 1.0 or place.number.word in ("pound", "won"):
        return None
    draft = Draft(
        label="money", first=place.at - 1, last=place.at + 1, rule="one", value=1.0, unit=found.code
    )
    return _with_minor(draft, place, place.at + 1)


_BEHIND_ONE = near("money-behind-one")
