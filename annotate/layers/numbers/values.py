"""Words and figures of number to their value.

"two and a half million", "scores of thousands", "twenty-first", "three quarters": four readers try
at a piece, and the longest reading wins.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.neighbours import near


class Reading(NamedTuple):
    """What some pieces say. end: the piece after the last.

    kind: "number", "loose" (a lower bound as in "thousands"), "fraction" or "ordinal".
    scale: what the last word multiplied by, 1 if it did not.
    """

    end: int
    kind: str
    value: float
    scale: float = 1.0
    spelled: bool = True


Pieces = Sequence[Atom]

_SMALL = frozenset({"unit", "teen", "tens", "zero"})
ARTICLES = frozenset({"a", "an"})
VAGUE = frozenset({"several", "many", "few"})


def read(atoms: Pieces, at: int) -> Reading | None:
    """The longest expression of number that opens at a piece, None if none does."""
    best: Reading | None = None
    for reader in _READERS:
        found = reader(atoms, at)
        if found and not math.isfinite(found.value):
            continue  # "1e308 million": no float holds it
        if found and (best is None or found.end > best.end):
            best = found
    return best


def _kind(atoms: Pieces, at: int) -> str:
    return atoms[at].kind if 0 <= at < len(atoms) else ""


_DASHES = frozenset({"-", "‐", "‑", "—", "–"})


def _past_hyphen(atoms: Pieces, at: int) -> int:
    """The place after a hyphen, if there is one."""
    return at + 1 if word_at(atoms, at) in _DASHES else at


def _past_and(atoms: Pieces, at: int) -> int:
    return at + 1 if word_at(atoms, at) == "and" else at


def below_hundred(atoms: Pieces, at: int) -> tuple[float, int] | None:
    """The value of "seven", "twelve", "twenty-one", "twenty and four", and where it ends."""
    kind = _kind(atoms, at)
    if kind not in _SMALL:
        return None
    value = atoms[at].value
    if kind != "tens":
        return value, at + 1
    after = _past_hyphen(atoms, at + 1)
    if word_at(atoms, at + 1) == "and" and word_at(atoms, at - 1) not in ("between", "from"):
        after = at + 2
    if _kind(atoms, after) == "unit" and not (
        after > at + 1 and word_at(atoms, at + 1) == "and" and _kind(atoms, after + 1) == "parts"
    ):
        return value + atoms[after].value, after + 1
    return value, at + 1


def below_thousand(atoms: Pieces, at: int) -> tuple[float, int] | None:
    """The value of "three hundred and five", "nineteen hundred ninety", "322 hundred"."""
    found = _head(atoms, at)
    if found is None:
        return None
    value, end = found
    hundred = _past_hyphen(atoms, end)
    if _kind(atoms, hundred) not in ("hundred",) and not (
        _kind(atoms, hundred) == "hundreds" and end > at
    ):
        return found if atoms[at].word not in ARTICLES else None
    value, end = value * 100, hundred + 1
    rest = _past_hyphen(atoms, _past_and(atoms, end))
    tail = below_hundred(atoms, rest)
    figured = _kind(atoms, rest) == "figure" and _kind(atoms, rest + 1) != "hundred"
    if tail is None and figured and word_at(atoms, end) == "and":
        tail = (atoms[rest].value, rest + 1) if atoms[rest].value < 100 else None
    if tail and word_at(atoms, end) == "and" and _is_part_next(atoms, tail[1]):
        return value, end  # "one hundred and three quarters"
    return (value + tail[0], tail[1]) if tail else (value, end)


def _is_part_next(atoms: Pieces, at: int) -> bool:
    return _kind(atoms, _past_hyphen(atoms, at)) == "parts"


def _head(atoms: Pieces, at: int) -> tuple[float, int] | None:
    """What stands before "hundred": a figure, a small number, an article, or nothing."""
    kind = _kind(atoms, at)
    if kind in ("figure", "power", "fraction"):
        return atoms[at].value, at + 1
    if kind == "hundred":
        return 1.0, at
    if word_at(atoms, at) in ARTICLES and _kind(atoms, at + 1) == "hundred":
        return 1.0, at + 1
    return below_hundred(atoms, at)


def cardinal(atoms: Pieces, at: int) -> Reading | None:
    """The reading of a whole number or decimal, scales and halves included."""
    start = at
    if word_at(atoms, at) in ARTICLES and _kind(atoms, at + 1) in ("scale", "group"):
        found: tuple[float, int] | None = (1.0, at + 1)
    else:
        found = below_thousand(atoms, at)
    if found is None:
        return None
    total, last, end, scale = 0.0, math.inf, at, 1.0
    while found:
        value, end = _with_point(atoms, *found)
        value, end = _with_part(atoms, value, end)
        if letter := _letter_scale(atoms, end):
            return Reading(end + 1, "number", value * letter, letter)
        step = _past_hyphen(atoms, end)
        if _kind(atoms, step) in ("scale", "group") or (
            _kind(atoms, step) in ("scales", "groups") and word_at(atoms, step + 1) != "of"
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
    spelled = end - start > 1 or _kind(atoms, start) not in ("figure", "power", "fraction")
    if not spelled and _kind(atoms, start) == "fraction":
        return Reading(end, "fraction" if total < 1 else "number", total, 1.0, spelled=False)
    if _kind(atoms, start) in ("figure", "power") and scale == 1.0 and end - start == 1:
        spelled = False
    return Reading(end, "number", total, scale, spelled)


def _of_scales(atoms: Pieces, total: float, scale: float, end: int) -> tuple[float, float, int]:
    """A number with the scales that stand on its last one: "three lakh [crore]"."""
    while _kind(atoms, end) == "scale" and _kind(atoms, end - 1) == "scale":
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
    after = _past_and(atoms, at)
    kind = _kind(atoms, after)
    if kind in ("figure", "fraction", "power"):
        follows = _kind(atoms, after + 1) in ("hundred", "scale")
        if not follows and (after == at or kind != "figure" or atoms[after].value >= 1000):
            return None
    if kind == "hundred" and after == at:
        return None
    found = below_thousand(atoms, after)
    if found is None or found[0] >= scale or (after > at and _is_part_next(atoms, found[1])):
        return None
    if word_at(atoms, found[1]) in _DASHES and after == at and _is_time(atoms, found[1] + 1):
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
    if word_at(atoms, end) != "point" or _kind(atoms, end + 1) not in _SMALL:
        return value, end
    digits, at = "", end + 1
    while (found := below_hundred(atoms, at)) is not None:
        digits += f"{found[0]:g}"
        at = found[1]
    return float(f"{value:.0f}.{digits}"), at


def _with_part(atoms: Pieces, value: float, end: int) -> tuple[float, int]:
    """The value with a part after it: "two and a half", "three and one fourth"."""
    at = _past_hyphen(atoms, end)
    if word_at(atoms, at) != "and":
        return value, end
    at = _past_hyphen(atoms, at + 1)
    if _kind(atoms, at) == "part":
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
    part = fraction(atoms, _past_hyphen(atoms, at + 1))
    if part is None:
        return None
    return (part.value * scale if part.value < 1 else part.value), part.end


def couple(atoms: Pieces, at: int) -> Reading | None:
    """The reading of "a couple of thousand", "couple hundred"."""
    at += word_at(atoms, at) in ARTICLES
    if word_at(atoms, at) != "couple":
        return None
    at += 1 + (word_at(atoms, at + 1) == "of")
    value = 2.0
    first = at
    while _kind(atoms, at) in ("scale", "hundred"):
        value, at = value * atoms[at].value, at + 1
    return Reading(at, "number", value, value / 2) if at > first else None


def loose(atoms: Pieces, at: int) -> Reading | None:
    """The reading of plural scales: "thousands", "scores of thousands", "several hundred"."""
    start, value, scale = at, 1.0, 1.0
    vague = word_at(atoms, at) in VAGUE or (
        word_at(atoms, at) in ARTICLES and word_at(atoms, at + 1) == "few"
    )
    if vague:
        at += 2 if word_at(atoms, at) in ARTICLES else 1
    while True:
        kind = _kind(atoms, at)
        plural = kind in ("scales", "groups", "hundreds")
        if not plural and not (vague and kind in ("scale", "group", "hundred")):
            break
        value *= atoms[at].value
        scale, at = atoms[at].value, at + 1
        if word_at(atoms, at) == "of" and _kind(atoms, at + 1) in ("scales", "hundreds", "groups"):
            at += 1
            continue
        if _kind(atoms, at) not in ("scale", "hundred", "scales"):
            break
    if at == start or value == 1.0:
        bare = _kind(atoms, start) in ("scale", "hundred") and start == at
        return _bare_scale(atoms, start) if bare else None
    return Reading(at, "loose", value, scale)


def _bare_scale(atoms: Pieces, at: int) -> Reading | None:
    """A scale without a number before it: "hundred thousand", "million"."""
    if atoms[at].glued or _kind(atoms, at) == "hundred":
        return None
    value, end = 1.0, at
    while _kind(atoms, end) in ("scale", "hundred"):
        value *= atoms[end].value
        end += 1
    return Reading(end, "loose", value, 1.0)


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
    below = _past_hyphen(atoms, after)
    kind = _kind(atoms, below)
    if kind == "parts" and after - at > 1 and _kind(atoms, after - 1) == "tens":
        return _tens_below(atoms, at, after - 1)
    if kind in ("part", "parts"):
        if kind == "part" and above > 1 and atoms[below].word != "quarter":
            return None
        return Reading(below + 1, "fraction", above / atoms[below].value)
    if kind == "tens" and below > at and _kind(atoms, _past_hyphen(atoms, below + 1)) == "parts":
        parts = _past_hyphen(atoms, below + 1)
        return Reading(
            parts + 1, "fraction", above / (atoms[below].value + atoms[parts].value)
        )  # "twenty twenty-fifths"
    return _ordinal_below(atoms, at, above, below)


def _tens_below(atoms: Pieces, at: int, tens: int) -> Reading | None:
    """ "one hundred thirty fifths": the tens belong to the lower number."""
    above = cardinal(atoms[:tens], at)
    below = _past_hyphen(atoms, tens + 1)
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
    if article and (not _is_part(atoms, at, found.end) or _kind(atoms, below) == "hundred"):
        return None
    return Reading(found.end, "fraction", 1 / found.value)


_CLOSERS = near("values-closers")


_HOLDING = near("values-holding")
_NEAR = near("values-near")


def _is_part(atoms: Pieces, at: int, end: int) -> bool:
    """Whether "a fifth" is a part: nothing that is ranked follows, or it is one by and large."""
    if end >= len(atoms) or atoms[end].word in _CLOSERS | _HOLDING:
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
    kind = _kind(atoms, at)
    if kind == "part":
        return 1.0, at
    if kind == "figure":
        return atoms[at].value, at + 1
    if kind not in _SMALL and kind != "hundred":
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
    at = _past_hyphen(atoms, at)
    if _kind(atoms, at) not in ("scale", "group") or word_at(atoms, at) == "couple":
        return reading
    scale = atoms[at].value
    return Reading(at + 1, "number", reading.value * scale, scale)


def ordinal(atoms: Pieces, at: int) -> Reading | None:
    """The reading of a rank in words: "third", "twenty-first", "one hundred and fifth"."""
    kind = _kind(atoms, at)
    if kind in ("nth", "nth-unit", "nth-scale"):
        return Reading(at + 1, "ordinal", atoms[at].value)
    if kind == "tens":
        after = _past_hyphen(atoms, at + 1)
        if _kind(atoms, after) == "nth-unit":
            return Reading(after + 1, "ordinal", atoms[at].value + atoms[after].value)
    return _long_ordinal(atoms, at)


def _ranked(value: float, scale: float) -> float:
    """A number whose last part a rank multiplies: "one thousand eight hundredth" is 1,800."""
    last = value % (scale * 1000 if scale >= 1000 else 1000)
    return value - last + last * scale if last else value * scale


def _long_ordinal(atoms: Pieces, at: int) -> Reading | None:
    """ "one hundred and fifth", "two hundred thousandth": a cardinal that ends in a rank."""
    found = cardinal(atoms, at)
    if found is None or found.kind != "number" or _kind(atoms, at) in ("figure", "fraction"):
        return None
    after = _past_hyphen(atoms, _past_and(atoms, found.end))
    kind = _kind(atoms, after)
    if (
        kind == "nth-scale"
        and after == _past_hyphen(atoms, found.end)
        and (found.value > 1 or word_at(atoms, at - 1) == "the")
    ):
        return Reading(after + 1, "ordinal", _ranked(found.value, atoms[after].value))
    if (kind in ("nth", "nth-unit") and found.value >= 100 and found.scale != 1.0) or (
        kind in ("nth", "nth-unit") and found.value >= 100 and found.value % 100 == 0
    ):
        return Reading(after + 1, "ordinal", found.value + atoms[after].value)
    hangs = after > found.end and word_at(atoms, found.end) in _DASHES
    if kind == "nth-unit" and hangs and _kind(atoms, found.end - 1) == "tens":
        return Reading(after + 1, "ordinal", found.value + atoms[after].value)
    if kind == "tens" and found.value >= 100:
        tail = ordinal(atoms, after)
        return tail and Reading(tail.end, "ordinal", found.value + tail.value)
    return None


_READERS: tuple[Callable[[Pieces, int], Reading | None], ...] = (
    cardinal,
    couple,
    loose,
    fraction,
    ordinal,
)
