"""What a stated sum is: a claim, its figures, and what they come to; and what two figures share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotate.bounds import stated
from annotate.figures.figure import Figure
from annotate.figures.words import quantity

OPERANDS = frozenset({"count", "money", "measure"})


class Range(NamedTuple):
    """From the least to the most."""

    low: float
    high: float

    def meets(self, other: "Range") -> bool:
        """Whether the two share a value."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a text states of its figures: as a range, in which words, at which figure it stands.

    factor: what a verb states, None for a figure.
    """

    words: str
    start: int
    end: int
    figure: Figure
    factor: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A claim with its figures and what they come to. holds: whether the two agree."""

    kind: str
    claim: Claim
    operands: tuple[Figure, ...]
    result: str
    holds: bool


def around(start: int, end: int, figure: Figure) -> tuple[str, str]:
    """The words of a sentence before and after a place of the text."""
    sentence, opens = figure.sentence or "", figure.sentence_start or 0
    return sentence[: max(0, start - opens)], sentence[max(0, end - opens) :]


def are_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures may be of one thing: equal heads and units, as far as they have them."""
    heads = [quantity(each.counted)[-1:] for each in (one, other) if each.counted]
    units = {(each.label, each.unit) for each in (one, other) if each.label in OPERANDS}
    return len({*heads}) < 2 and len(units) < 2


def middle(figure: Figure) -> float:
    """The value of a figure, else the middle of its bounds."""
    known = [each for each in (figure.low, figure.high) if each is not None]
    return figure.value if figure.value is not None else sum(known) / max(1, len(known))


def joined(figures: Sequence[Figure], sign: str) -> str:
    """Figures with a sign between them."""
    return sign.join(stated(each) for each in figures)
