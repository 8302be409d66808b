"""Figures beside which no noun says what they count: parts of those before, votes, changes."""

from collections.abc import Sequence

from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.drafts import Draft
from annotate.layers.numbers.neighbours import near, verbs
from annotate.layers.numbers.phrases import is_plural_noun

_CHANGING = near("counted-changing")
_COMPARING = frozenset({"fewer", "more"})


def counts_nothing(draft: Draft, atoms: Sequence[Atom], at: int) -> bool:
    """Whether a figure counts nothing that the text names; at: the piece behind it."""
    return _is_vote(draft, atoms) or _is_change(draft, atoms, at)


def is_of_those(draft: Draft, atoms: Sequence[Atom], at: int) -> bool:
    """Whether a figure counts of those that the one before counted; at: the piece behind it."""
    if draft.label == "percent":
        return word_at(atoms, at) in _COMPARING
    before = [atom.word for atom in atoms[max(0, draft.first - 2) : draft.first]]
    if draft.label != "count" or before not in (["of", "whom"], ["of", "which"]):
        return False  # "82,000 nurses, of whom 9,000 work nights"
    named = at < len(atoms) and is_plural_noun(atoms[at]) and atoms[at].word not in verbs()
    return not named


def _is_vote(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a figure is one side of a vote: "voted 81-44", "by 329 to 275"."""
    pairs = ((draft.first, draft.last + 1), (draft.first - 2, draft.last - 1))
    return draft.label == "count" and any(
        first >= 0 and second < len(atoms) and _are_sides(atoms, first, second)
        for first, second in pairs
    )


def _are_sides(atoms: Sequence[Atom], first: int, second: int) -> bool:
    one, link, other = atoms[first], atoms[second - 1], atoms[second]
    if not (one.kind and other.kind):
        return False
    falls = link.word == "to" and one.value > other.value
    return falls or (link.word in ("-", "–") and link.glued)


def _is_change(draft: Draft, atoms: Sequence[Atom], at: int) -> bool:
    """Whether a per cent is the size of a change: "a 50 percent increase"."""
    article = word_at(atoms, draft.first - 1) in ("a", "an", "the")
    return draft.label == "percent" and article and word_at(atoms, at) in _CHANGING
