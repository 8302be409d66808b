"""Units that a figure leaves out: "30 dollars last year and 45 now", "at 2,000 metres …; at 1,100".

A bare figure has the unit of the amount, measure or per cent before it in its sentence where it
stands as that one does (behind "and", "to", "against", "now costs") and no noun follows it.
"""

from collections.abc import Sequence
from dataclasses import replace

from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.drafts import NUMBERS, Draft
from annotate.layers.numbers.neighbours import near

_BEFORE = near("elided-before")
_BEHIND = near("elided-behind")
RULE = "elided-unit"

_LARGE = 1e6
_WHOLE = 100.0


def told(drafts: Sequence[Draft], atoms: Sequence[Atom]) -> list[Draft]:
    """The drafts, those without a unit with that of what stands before them."""
    done: list[Draft] = []
    for draft in drafts:
        unit = _source(draft, done, atoms) if _is_bare(draft, atoms) else None
        unit = unit or _length(draft, done, atoms)
        done.append(_with(draft, unit, atoms) if unit else draft)
    return done


def _length(draft: Draft, before: Sequence[Draft], atoms: Sequence[Atom]) -> Draft | None:
    """The length of time whose unit a figure leaves out: "took nine days. It should take | two"."""
    last = before[-1] if before else None
    if draft.label != "count" or last is None or last.label != "duration":
        return None
    between = [atom.word for atom in atoms[last.last : draft.first]]
    lasting = between[-1:] != [] and between[-1] in _LASTING and len(between) <= _CLOSE
    bare = word_at(atoms, draft.last) in _BEHIND
    return last if lasting and bare and len(_ENDS.intersection(between)) <= 1 else None


_LASTING = frozenset({"last", "lasted", "lasts", "take", "taken", "takes", "took"})
_CLOSE = 16
"""Pieces between a length of time and the figure that takes up its unit."""


def _is_bare(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a figure counts nothing beside it, and stands where another may be taken up."""
    first = draft.first
    before, behind = word_at(atoms, first - 1), word_at(atoms, draft.last)
    figures = any(atom.text[:1].isdigit() for atom in atoms[first : draft.last])
    return draft.label == "count" and figures and before in _BEFORE and behind in _BEHIND


def _source(draft: Draft, before: Sequence[Draft], atoms: Sequence[Atom]) -> Draft | None:
    """The amount, measure or per cent that a bare figure takes its unit from."""
    large = max(_values(draft), default=0.0) >= _LARGE
    behind = draft.first
    for each in reversed(before[-_NEAR:]):
        if any(atom.word in _ENDS for atom in atoms[each.last : behind]):
            return None
        behind = min(behind, each.first)
        if each.label == "money" or (not large and each.label in ("measure", "percent")):
            return each if _fits(draft, each, atoms) else None
        if each.label != "date" and not large:
            return None
    return None


_NEAR = 12
"""Figures back to one whose unit is taken at most."""
_ENDS = frozenset({".", "?", "!", "\n", "“", "”"})


def _fits(draft: Draft, unit: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a figure may have a unit: "$5 to 80 pupils" goes on to another, "5% and 800" too."""
    if unit.last == draft.first - 1 and word_at(atoms, unit.last) == "to":
        return False
    share = unit.unit == "%" and max(_values(draft), default=0.0) <= _WHOLE
    return unit.label != "percent" or share


def _values(draft: Draft) -> list[float]:
    return [each for each in (draft.value, draft.low, draft.high) if isinstance(each, float)]


def _with(draft: Draft, unit: Draft, atoms: Sequence[Atom]) -> Draft:
    share = _share(unit, atoms)
    values = {
        name: round(value * share, 6) if share != 1.0 else value
        for name in ("value", "low", "high")
        if isinstance(value := getattr(draft, name), float)
    }
    rule = RULE if draft.rule == "count" else draft.rule
    taken = replace(draft, label=unit.label, unit=unit.unit, rule=rule, **values)  # type: ignore[arg-type]
    return replace(taken, dimension=unit.dimension, size=unit.size)


def _share(unit: Draft, atoms: Sequence[Atom]) -> float:
    """What one of an amount's figure is of its unit: 0.01 of "30 cents"."""
    if unit.label != "money" or not isinstance(unit.value, float):
        return 1.0
    said = [atom.value for atom in atoms[unit.first : unit.last] if atom.kind in NUMBERS]
    cents = len(said) == 1 and said[0] and abs(unit.value / said[0] - 0.01) < _NEARLY
    return 0.01 if cents else 1.0


_NEARLY = 1e-9
