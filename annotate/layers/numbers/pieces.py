"""The pieces of an expression of number, and what some of them say."""

from collections.abc import Sequence
from typing import NamedTuple

from annotate.layers.numbers.atoms import Atom, word_at


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

SMALL = frozenset({"unit", "teen", "tens", "zero"})
ARTICLES = frozenset({"a", "an"})


def kind_at(atoms: Pieces, at: int) -> str:
    """The kind of a piece, "" where there is none."""
    return atoms[at].kind if 0 <= at < len(atoms) else ""


DASHES = frozenset({"-", "‐", "‑", "—", "–"})


def past_hyphen(atoms: Pieces, at: int) -> int:
    """The place after a hyphen, if there is one."""
    return at + 1 if word_at(atoms, at) in DASHES else at


def past_and(atoms: Pieces, at: int) -> int:
    """The place after an "and", if there is one."""
    return at + 1 if word_at(atoms, at) == "and" else at
