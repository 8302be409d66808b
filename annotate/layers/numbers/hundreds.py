"""Numbers below a thousand in words: "twenty-one", "three hundred and five"."""

from annotate.layers.numbers.atoms import word_at
from annotate.layers.numbers.pieces import ARTICLES, SMALL, Pieces, kind_at, past_and, past_hyphen


def below_hundred(atoms: Pieces, at: int) -> tuple[float, int] | None:
    """The value of "seven", "twelve", "twenty-one", "twenty and four", and where it ends."""
    kind = kind_at(atoms, at)
    if kind not in SMALL:
        return None
    value = atoms[at].value
    if kind != "tens":
        return value, at + 1
    after = past_hyphen(atoms, at + 1)
    if word_at(atoms, at + 1) == "and" and word_at(atoms, at - 1) not in ("between", "from"):
        after = at + 2
    if kind_at(atoms, after) == "unit" and not (
        after > at + 1 and word_at(atoms, at + 1) == "and" and kind_at(atoms, after + 1) == "parts"
    ):
        return value + atoms[after].value, after + 1
    return value, at + 1


def below_thousand(atoms: Pieces, at: int) -> tuple[float, int] | None:
    """The value of "three hundred and five", "nineteen hundred ninety", "322 hundred"."""
    found = _head(atoms, at)
    if found is None:
        return None
    value, end = found
    hundred = past_hyphen(atoms, end)
    if kind_at(atoms, hundred) not in ("hundred",) and not (
        kind_at(atoms, hundred) == "hundreds" and end > at
    ):
        return found if atoms[at].word not in ARTICLES else None
    value, end = value * 100, hundred + 1
    rest = past_hyphen(atoms, past_and(atoms, end))
    tail = below_hundred(atoms, rest)
    figured = kind_at(atoms, rest) == "figure" and kind_at(atoms, rest + 1) != "hundred"
    if tail is None and figured and word_at(atoms, end) == "and":
        tail = (atoms[rest].value, rest + 1) if atoms[rest].value < 100 else None
    if tail and word_at(atoms, end) == "and" and is_part_next(atoms, tail[1]):
        return value, end  # "one hundred and three quarters"
    return (value + tail[0], tail[1]) if tail else (value, end)


def is_part_next(atoms: Pieces, at: int) -> bool:
    return kind_at(atoms, past_hyphen(atoms, at)) == "parts"


def _head(atoms: Pieces, at: int) -> tuple[float, int] | None:
    """What stands before "hundred": a figure, a small number, an article, or nothing."""
    kind = kind_at(atoms, at)
    if kind in ("figure", "power", "fraction"):
        return atoms[at].value, at + 1
    if kind == "hundred":
        return 1.0, at
    if word_at(atoms, at) in ARTICLES and kind_at(atoms, at + 1) == "hundred":
        return 1.0, at + 1
    return below_hundred(atoms, at)
