"""Scales without a number of their own: "thousands", "a couple of hundred"."""

from annotate.layers.numbers.atoms import word_at
from annotate.layers.numbers.pieces import ARTICLES, Pieces, Reading, kind_at

VAGUE = frozenset({"several", "many", "few"})


def couple(atoms: Pieces, at: int) -> Reading | None:
    """The reading of "a couple of thousand", "couple hundred"."""
    at += word_at(atoms, at) in ARTICLES
    if word_at(atoms, at) != "couple":
        return None
    at += 1 + (word_at(atoms, at + 1) == "of")
    value = 2.0
    first = at
    while kind_at(atoms, at) in ("scale", "hundred"):
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
        kind = kind_at(atoms, at)
        plural = kind in ("scales", "groups", "hundreds")
        if not plural and not (vague and kind in ("scale", "group", "hundred")):
            break
        value *= atoms[at].value
        scale, at = atoms[at].value, at + 1
        if word_at(atoms, at) == "of" and kind_at(atoms, at + 1) in (
            "scales",
            "hundreds",
            "groups",
        ):
            at += 1
            continue
        if kind_at(atoms, at) not in ("scale", "hundred", "scales"):
            break
    if at == start or value == 1.0:
        bare = kind_at(atoms, start) in ("scale", "hundred") and start == at
        return _bare_scale(atoms, start) if bare else None
    return Reading(at, "loose", value, scale)


def _bare_scale(atoms: Pieces, at: int) -> Reading | None:
    """A scale without a number before it: "hundred thousand", "million"."""
    if atoms[at].glued or kind_at(atoms, at) == "hundred":
        return None
    value, end = 1.0, at
    while kind_at(atoms, end) in ("scale", "hundred"):
        value *= atoms[end].value
        end += 1
    return Reading(end, "loose", value, 1.0)
