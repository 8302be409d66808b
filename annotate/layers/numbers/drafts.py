"""What is found before it is told: a quantity or date as a stretch of pieces with its values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.times import Period
from annotate.layers.numbers.units import Unit

QUANTITIES = frozenset({"count", "money", "percent", "measure", "duration", "fraction", "multiple"})
"""The labels of what can be more or less; a day or a rank cannot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A quantity as found: pieces first to last (exclusive), values, and the rule that made it.

    scale: what the words multiplied by ("million"). bare: a figure without unit. size: the unit's
    size in its dimension's base, 0 without one. period: of a date.
    """

    label: str
    first: int
    last: int
    rule: str
    value: float | str | None = None
    low: float | str | None = None
    high: float | str | None = None
    approx: bool = False
    unit: str | None = None
    scale: float = 1.0
    dimension: str = ""
    size: float = 0.0
    period: Period | None = None


class Place(NamedTuple):
    """Where a core is looked for: the pieces, the number's place, and the units known."""

    atoms: Sequence[Atom]
    at: int
    units: Mapping[str, Unit]

    @property
    def number(self) -> Atom:
        """The number itself."""
        return self.atoms[self.at]

    def word(self, step: int) -> str:
        """The word so many pieces on, "" beyond the ends."""
        at = self.at + step
        return self.atoms[at].word if 0 <= at < len(self.atoms) else ""

    def roles(self, step: int) -> frozenset[str]:
        """The roles of the piece so many on."""
        at = self.at + step
        return self.atoms[at].roles if 0 <= at < len(self.atoms) else frozenset()

    def glued(self, step: int) -> bool:
        """Whether the piece so many on follows without a space."""
        at = self.at + step
        return 0 <= at < len(self.atoms) and self.atoms[at].glued


NUMBERS = frozenset({"number", "loose", "fraction", "power", "figure"})
HYPHENS = frozenset({"-", "‐", "‑"})


def drafted(place: Place, label: str, rule: str, length: int, **more: object) -> Draft:
    """A draft from the number on, `length` pieces long."""
    number = place.number
    more.setdefault("scale", number.scale)
    if "value" not in more and "low" not in more:
        loose = number.kind == "loose"
        more |= {"low": number.value, "approx": True} if loose else {"value": number.value}
    ends = place.at + length
    return Draft(label=label, first=place.at, last=ends, rule=rule, **more)  # type: ignore[arg-type]


def is_base(value: float) -> bool:
    """Whether a number is one that rates are told by: 100, 1,000, 100,000."""
    return value in (100.0, 1e3, 1e4, 1e5, 1e6)
