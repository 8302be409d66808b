"""Figures beside which no noun says what they count: parts of those before, votes, changes."""

from collections.abc import Sequence

from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.drafts import Draft
from annotate.layers.numbers.neighbours import near, verbs
from annotate.layers.numbers.phrases import Phrase, is_plural_noun, told

_CHANGING = near("counted-changing")
_COMPARING = frozenset({"fewer", "more"})


def counts_nothing(draft: Draft, atoms: Sequence[Atom], at: int) -> bool:
    """Whether a figure counts nothing that the text names; at: the piece behind it."""
    size = word_at(atoms, draft.first - 1) == "magnitude"
    return size or _is_vote(draft, atoms) or _is_change(draft, atoms, at)


def body_of(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """The body whose size a figure is: "a population of 91,000", "the crew of the boat was 12"."""
    if draft.label != "count":
        return None
    said, at = word_at(atoms, draft.first - 1), draft.first - 2
    if said == "of" and word_at(atoms, at) in _BODIES:
        return _told(atoms, at)
    if said == "of" and word_at(atoms, at) == "base" and word_at(atoms, at - 1) in _MEMBERS:
        member = atoms[at - 1]  # "a subscriber base of 53 million"
        return Phrase(member.text + "s", member.start, member.end)
    if said not in _SIZES:
        return None
    if word_at(atoms, at) in _BODIES:
        return _told(atoms, at)  # "the death toll was 30"
    opens = at
    while opens > max(0, draft.first - _FAR) and atoms[opens - 1].word not in _ENDS:
        opens -= 1
    named = [
        n for n in range(opens, at) if atoms[n].word in _BODIES and word_at(atoms, n + 1) == "of"
    ]
    return _told(atoms, named[-1]) if named else None


def _told(atoms: Sequence[Atom], at: int) -> Phrase:
    """A body with the word before it that belongs to its name: "death toll"."""
    lead = at > 0 and atoms[at - 1].word in _OF_BODIES
    return told(atoms[at - lead : at + 1])


_BODIES = near("counted-bodies")
_MEMBERS = near("counted-members")
_OF_BODIES = frozenset({"death", "prison", "world"})
_SIZES = near("counted-sizes")
_ENDS = frozenset({".", ";", ":", ",", "?", "!", "—", "–"})
_FAR = 12
"""Pieces from a body to its size, at most."""


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
