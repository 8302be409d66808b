"""Words and figures of number to their value.

"two and a half million", "scores of thousands", "twenty-first", "three quarters": several readers
try at a piece, and the longest reading wins. Wholes, parts and ranks are made of each other ("two
and a half", "twenty twenty-fifths"), so they are read in one file.
"""

import math
from collections.abc import Callable

from annotate.layers.numbers import hundreds, scales
from annotate.layers.numbers.atoms import word_at
from annotate.layers.numbers.neighbours import near
from annotate.layers.numbers.pieces import (
    ARTICLES,
    DASHES,
    SMALL,
    Pieces,
    Reading,
    kind_at,
    past_and,
    past_hyphen,
)


def read(atoms: Pieces, at: int) -> Reading | None:
    """The longest expression of number that opens at a piece, None if none does."""
    if _is_alone(atoms, at):
        return Reading(at + 1, "number", atoms[at].value, 1.0, spelled=False)
    best: Reading | None = None
    for reader in _READERS:
        found = reader(atoms, at)
        if found and not math.isfinite(found.value):
            continue  # "1e308 million": no float holds it
        if found and (best is None or found.end > best.end):
            best = found
    return best


def _is_alone(atoms: Pieces, at: int) -> bool:
    """Whether a piece is a figure that nothing behind it goes on: most are, and need no reader."""
    if atoms[at].kind != "figure" or not math.isfinite(atoms[at].value):
        return False
    if at + 1 >= len(atoms):
        return True
    after = atoms[at + 1]
    return not (after.kind or after.word in _GOING_ON or after.text in _LETTERS)


_GOING_ON = DASHES | {"and", "point", "of"}


def cardinal(atoms: Pieces, at: int) -> Reading | None:
    """The reading of a whole number or decimal, scales and halves included."""
    start = at
    if word_at(atoms, at) in ARTICLES and kind_at(atoms, at + 1) in ("scale", "group"):
        found: tuple[float, int] | None = (1.0, at + 1)
    else:
        found = hundreds.below_thousand(atoms, at)
    if found is None:
        return None
    total, last, end, scale = 0.0, math.inf, at, 1.0
    while found:
        value, end = _with_point(atoms, *found)
        value, end = _with_part(atoms, value, end)
        if letter := _letter_scale(atoms, end):
            return Reading(end + 1, "number", value * letter, letter)
        step = past_hyphen(atoms, end)
        if kind_at(atoms, step) in ("scale", "group") or (
            kind_at(atoms, step) in ("scales", "groups") and word_at(atoms, step + 1) != "of"
        ):
            scale = atoms[step].value
            if scale >= last:
                break
            total, last, end = total + value * scale, scale, step + 1
            found = _next_chunk(atoms, end, scale)
            if found is None and (parted := _scaled_part(atoms, end, scale)):
                total, end = total + parted[0], parted[1]
        else:
            total, scale = total + value, 1.0
            break
    total, scale, end = _of_scales(atoms, total, scale, end)
    spelled = end - start > 1 or kind_at(atoms, start) not in ("figure", "power", "fraction")
    if not spelled and kind_at(atoms, start) == "fraction":
        return Reading(end, "fraction" if total < 1 else "number", total, 1.0, spelled=False)
    if kind_at(atoms, start) in ("figure", "power") and scale == 1.0 and end - start == 1:
        spelled = False
    return Reading(end, "number", total, scale, spelled)


def _of_scales(atoms: Pieces, total: float, scale: float, end: int) -> tuple[float, float, int]:
    """A number with the scales that stand on its last one: "three lakh [crore]"."""
    while kind_at(atoms, end) == "scale" and kind_at(atoms, end - 1) == "scale":
        total, scale, end = total * atoms[end].value, scale * atoms[end].value, end + 1
    return total, scale, end


_LETTERS = {"K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12}


def _letter_scale(atoms: Pieces, at: int) -> float | None:
    """The scale that a letter apart tells after a figure with separators: "1,674.5 G"."""
    if at >= len(atoms) or atoms[at].text not in _LETTERS or atoms[at].glued:
        return None
    ends = at + 1 >= len(atoms) or atoms[at + 1].word in (",", ";", ")")
    figured = atoms[at - 1].kind == "figure" and not atoms[at - 1].text.isdecimal()
    return _LETTERS[atoms[at].text] if ends and figured else None


def _next_chunk(atoms: Pieces, at: int, scale: float) -> tuple[float, int] | None:
    """What follows a scale and belongs to the number: "two thousand [and eighteen]"."""
    after = past_and(atoms, at)
    kind = kind_at(atoms, after)
    if kind in ("figure", "fraction", "power"):
        follows = kind_at(atoms, after + 1) in ("hundred", "scale")
        if not follows and (after == at or kind != "figure" or atoms[after].value >= 1000):
            return None
        if not follows and word_at(atoms, after + 1).isalpha() and not atoms[after + 1].roles:
            return None  # "$3 million and 45 people"
    if kind == "hundred" and after == at:
        return None
    found = hundreds.below_thousand(atoms, after)
    if (
        found is None
        or found[0] >= scale
        or (after > at and hundreds.is_part_next(atoms, found[1]))
    ):
        return None
    if word_at(atoms, found[1]) in DASHES and after == at and _is_time(atoms, found[1] + 1):
        return None  # "a million six-year-olds"
    if (
        word_at(atoms, found[1]) == "of" and after > at
    ):  # "a thousand and one of them" is rarer than two
        return None
    return found


def _is_time(atoms: Pieces, at: int) -> bool:
    return at < len(atoms) and "TIME" in atoms[at].roles and not atoms[at].kind


def _with_point(atoms: Pieces, value: float, end: int) -> tuple[float, int]:
    """The value with decimals in words: "three point five", "two hundred point seventy-one"."""
    if word_at(atoms, end) != "point" or kind_at(atoms, end + 1) not in SMALL:
        return value, end
    digits, at = "", end + 1
    while (found := hundreds.below_hundred(atoms, at)) is not None:
        digits += f"{found[0]:g}"
        at = found[1]
    return float(f"{value:.0f}.{digits}"), at


def _with_part(atoms: Pieces, value: float, end: int) -> tuple[float, int]:
    """The value with a part after it: "two and a half", "three and one fourth"."""
    at = past_hyphen(atoms, end)
    if word_at(atoms, at) != "and":
        return value, end
    at = past_hyphen(atoms, at + 1)
    if kind_at(atoms, at) == "part":
        after = at + 1
        if word_at(atoms, after) in ("of", "the", "a") and word_at(atoms, after) != "of":
            return value, end
        return (value + 1 / atoms[at].value, after) if atoms[at].value else (value, end)
    part = _part(atoms, at)
    if part is None or part.value >= 1 or word_at(atoms, at) == "half":
        return value, end
    return value + part.value, part.end


def _scaled_part(atoms: Pieces, at: int, scale: float) -> tuple[float, int] | None:
    """A part of the last scale: "one million [and a half]", "a billion [and a quarter million]"."""
    if word_at(atoms, at) != "and":
        return None
    part = fraction(atoms, past_hyphen(atoms, at + 1))
    if part is None:
        return None
    return (part.value * scale if part.value < 1 else part.value), part.end


def fraction(atoms: Pieces, at: int) -> Reading | None:
    """The reading of a part, or of a part of a scale: "two thirds", "half a million"."""
    part = _part(atoms, at)
    return part and _of_scale(atoms, part)


def _part(atoms: Pieces, at: int) -> Reading | None:
    """The reading of a part: "two thirds", "a quarter", "one-half", "one twenty-fifth"."""
    found = _above(atoms, at)
    if found is None:
        return None
    above, after = found
    below = past_hyphen(atoms, after)
    kind = kind_at(atoms, below)
    if kind == "parts" and after - at > 1 and kind_at(atoms, after - 1) == "tens":
        return _tens_below(atoms, at, after - 1)
    if kind in ("part", "parts"):
        if kind == "part" and above != 1 and (above < 1 or atoms[below].word != "quarter"):
            return None  # "1-0 half-time"
        return Reading(below + 1, "fraction", above / atoms[below].value)
    if kind == "tens" and below > at and kind_at(atoms, past_hyphen(atoms, below + 1)) == "parts":
        parts = past_hyphen(atoms, below + 1)
        return Reading(
            parts + 1, "fraction", above / (atoms[below].value + atoms[parts].value)
        )  # "twenty twenty-fifths"
    return _ordinal_below(atoms, at, above, below)


def _tens_below(atoms: Pieces, at: int, tens: int) -> Reading | None:
    """ "one hundred thirty fifths": the tens belong to the lower number."""
    above = cardinal(atoms[:tens], at)
    below = past_hyphen(atoms, tens + 1)
    if above is None or above.end != tens:
        return None
    value = above.value / (atoms[tens].value + atoms[below].value)
    return Reading(below + 1, "fraction", value)


def _ordinal_below(atoms: Pieces, at: int, above: float, below: int) -> Reading | None:
    """ "one fifth", "a twenty-first": a part if one of them, and nothing ranked follows "a"."""
    if below == at or above != 1 or word_at(atoms, at) not in ("a", "an", "one", "1"):
        return None
    if word_at(atoms, at) == "one" and word_at(atoms, at - 1) == "the":
        return None  # "the one thousandth visitor"
    found = ordinal(atoms, below)
    if found is None or found.value <= 2:
        return None
    article = word_at(atoms, at) in ARTICLES
    if article and (not _is_part(atoms, at, found.end) or kind_at(atoms, below) == "hundred"):
        return None
    return Reading(found.end, "fraction", 1 / found.value)


_CLOSERS = near("values-closers")


HOLDING = near("values-holding")
_NEAR = near("values-near")


def _is_part(atoms: Pieces, at: int, end: int) -> bool:
    """Whether "a fifth" is a part: nothing that is ranked follows, or it is one by and large."""
    if end >= len(atoms) or atoms[end].word in _CLOSERS | HOLDING:
        return True
    before = word_at(atoms, at - 1)
    return before in _NEAR or (before in _MOVED and atoms[end].word in _COMPARED)


_MOVED = frozenset({"by", "down", "up"})
_COMPARED = frozenset({"compared", "last", "on", "over", "this", "year", "year-on-year"})
"""What stands behind a part by which something moved: "fell by a fifth last year"."""


def _above(atoms: Pieces, at: int) -> tuple[float, int] | None:
    """What stands above the bar: "two" thirds, "a" quarter, or nothing before "half"."""
    if word_at(atoms, at) in ARTICLES:
        return 1.0, at + 1
    kind = kind_at(atoms, at)
    if kind == "part":
        return 1.0, at
    if kind == "figure":
        return atoms[at].value, at + 1
    if kind not in SMALL and kind != "hundred":
        return None
    found = cardinal(atoms, at)
    return (found.value, found.end) if found else None


def _of_scale(atoms: Pieces, reading: Reading) -> Reading:
    """ "half a million", "a quarter of a million", "quarter million", "half a dozen" as numbers."""
    at = reading.end
    if word_at(atoms, at) == "of" and word_at(atoms, at + 1) in ARTICLES:
        at += 1
    if word_at(atoms, at) in ARTICLES:
        at += 1
    at = past_hyphen(atoms, at)
    if kind_at(atoms, at) not in ("scale", "group") or word_at(atoms, at) == "couple":
        return reading
    scale = atoms[at].value
    return Reading(at + 1, "number", reading.value * scale, scale)


def ordinal(atoms: Pieces, at: int) -> Reading | None:
    """The reading of a rank in words: "third", "twenty-first", "one hundred and fifth"."""
    kind = kind_at(atoms, at)
    if kind in ("nth", "nth-unit", "nth-scale"):
        return Reading(at + 1, "ordinal", atoms[at].value)
    if kind == "tens":
        after = past_hyphen(atoms, at + 1)
        if kind_at(atoms, after) == "nth-unit":
            return Reading(after + 1, "ordinal", atoms[at].value + atoms[after].value)
    return _long_ordinal(atoms, at)


def _ranked(value: float, scale: float) -> float:
    """A number whose last part a rank multiplies: "one thousand eight hundredth" is 1,800."""
    last = value % (scale * 1000 if scale >= 1000 else 1000)
    return value - last + last * scale if last else value * scale


def _long_ordinal(atoms: Pieces, at: int) -> Reading | None:
    """ "one hundred and fifth", "two hundred thousandth": a cardinal that ends in a rank."""
    found = cardinal(atoms, at)
    if found is None or found.kind != "number" or kind_at(atoms, at) in ("figure", "fraction"):
        return None
    after = past_hyphen(atoms, past_and(atoms, found.end))
    kind = kind_at(atoms, after)
    if (
        kind == "nth-scale"
        and after == past_hyphen(atoms, found.end)
        and (found.value > 1 or word_at(atoms, at - 1) == "the")
    ):
        return Reading(after + 1, "ordinal", _ranked(found.value, atoms[after].value))
    if (kind in ("nth", "nth-unit") and found.value >= 100 and found.scale != 1.0) or (
        kind in ("nth", "nth-unit") and found.value >= 100 and found.value % 100 == 0
    ):
        return Reading(after + 1, "ordinal", found.value + atoms[after].value)
    hangs = after > found.end and word_at(atoms, found.end) in DASHES
    if kind == "nth-unit" and hangs and kind_at(atoms, found.end - 1) == "tens":
        return Reading(after + 1, "ordinal", found.value + atoms[after].value)
    if kind == "tens" and found.value >= 100:
        tail = ordinal(atoms, after)
        return tail and Reading(tail.end, "ordinal", found.value + tail.value)
    return None


_READERS: tuple[Callable[[Pieces, int], Reading | None], ...] = (
    cardinal,
    scales.couple,
    scales.loose,
    fraction,
    ordinal,
)
