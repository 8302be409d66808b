"""Expressions of number folded into one piece, so that rules see the whole."""

from annotate.layers.numbers import words
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.pieces import ARTICLES, Pieces, Reading
from annotate.layers.numbers.scales import VAGUE
from annotate.layers.numbers.values import read

_OPENERS = frozenset(
    [
        *("unit", "teen", "tens", "zero", "hundred", "hundreds", "scale", "scales", "group"),
        *("groups", "part", "nth", "nth-unit", "nth-scale", "figure", "fraction", "power"),
    ]
)
_NEGATIVE = frozenset({"minus", "negative"})


def fold(atoms: Pieces, *, itemed: bool = False) -> list[Atom]:
    """The pieces with each expression of number as one piece.

    itemed: whether they are an item of a list, which a dash may open.
    """
    at, size = 0, len(atoms)
    if itemed and size > 1 and atoms[0].word in _MINUS and not atoms[1].glued:
        at = 1
    folded = [*atoms[:at]]
    while at < size:
        atom = atoms[at]
        reading = None
        if atom.kind in _OPENERS or (atom.word in _LEADING and _leads_on(atoms, at + 1)):
            reading = _signed(atoms, at)
        if reading is None:
            folded.append(atom)
            at += 1
            continue
        folded.append(_folded(atoms[at : reading.end], reading))
        at = reading.end
    return folded


def _leads_on(atoms: Pieces, at: int) -> bool:
    """Whether a number may go on at a piece: most articles stand before a noun."""
    if at >= len(atoms):
        return False
    after = atoms[at]
    return (
        bool(after.kind)
        or after.word in VAGUE
        or after.word in _STARTERS
        or not after.text.isalpha()
    )


_STARTERS = ARTICLES | VAGUE | _NEGATIVE
_MINUS = frozenset({"-", "−"})
_LEADING = _STARTERS | _MINUS
_SIGNS = frozenset({"$", "€", "£", "¥"})
_EQUATING = frozenset({"is", "was", "be", "of", "equals", "=", "to"})
_PHRASE = 6
"""Pieces of a text that is one figure; in a longer one a dash opens an item of a list."""


def _folded(pieces: Pieces, reading: Reading) -> Atom:
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1 and reading.kind == "number" and not reading.spelled:
        return first._replace(kind="number", value=reading.value, scale=reading.scale)
    text = " ".join(piece.text for piece in pieces)
    roles = _roles(reading)
    if len(pieces) == 1:
        roles |= first.roles
    return Atom(
        first.start,
        last.end,
        text,
        text.lower(),
        reading.kind,
        reading.value,
        roles,
        first.glued,
        reading.scale,
    )


def _roles(reading: Reading) -> words.Roles:
    if reading.kind == "loose":
        return words.named("loose")
    if reading.kind == "fraction":
        return words.named("fraction")
    if reading.kind == "ordinal":
        return words.named("nth-words" if 1 <= reading.value <= 31 else "ordinal")
    return words.word_shape(reading.value) if reading.spelled else words.named("number")


def _signed(atoms: Pieces, at: int) -> Reading | None:
    """The reading with its sign: "minus two", "-504"."""
    atom = atoms[at]
    if atom.word in _NEGATIVE or (atom.word in _MINUS and _is_sign(atoms, at)):
        reading = read(atoms, at + 1)
        if reading is None or reading.kind not in ("number", "fraction"):
            return None
        return reading._replace(value=-reading.value, spelled=True)
    return None if atom.word in _MINUS else read(atoms, at)


def _is_sign(atoms: Pieces, at: int) -> bool:
    """Whether a dash is a sign: glued to a figure, to nothing before, and after no figure.

    Apart from its figure it is one where nothing else could be meant: "- 2 degrees", "is - 2".
    """
    if at + 1 >= len(atoms) or atoms[at + 1].kind not in ("figure", "fraction"):
        return False
    if atoms[at].glued:
        return atoms[at + 1].glued and atoms[at - 1].word in _SIGNS
    if not atoms[at + 1].glued:
        return len(atoms) <= _PHRASE if at == 0 else atoms[at - 1].word in _EQUATING
    return at == 0 or atoms[at - 1].kind not in ("figure", "number", "fraction", "decade", "nth")
