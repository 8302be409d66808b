"""Whether a figure without a noun takes up what figures of another sentence counted.

"The seven filed a complaint", "of them 40", "in 2024 there were 4,900", "estimates go up to 9,000"
and a line with nothing but a figure do. "At six", "a boy of 19", "telegram 101", "she is 91" and
"two for £5" count something else, or nothing: of 45 figures that were taken to count what another
sentence named, 30 were of such kinds, of 45 that still are about 15. "The 42" are those of whom
there were 42 before.
"""

from collections.abc import Sequence
from itertools import pairwise

from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.drafts import Draft
from annotate.layers.numbers.neighbours import closed, near, verbs

_FIGURES = near("figure-nouns") | {"range"}


def taken_up(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether words around a figure say that it is of those counted before."""
    if draft.label == "ordinal":
        return True
    opens, closes = _sentence(draft, atoms)
    return (
        _is_of_those(draft, atoms)
        or _is_there(draft, atoms)
        or _acts(draft, atoms, opens)
        or _is_told(draft, atoms, opens)
        or _is_alone(draft, atoms, opens, closes)
    )


def is_the_same(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a figure is told as known: "the 42", "those six"."""
    return draft.label == "count" and word_at(atoms, draft.first - 1) in _KNOWN


_KNOWN = frozenset({"the", "these", "those"})


def _sentence(draft: Draft, atoms: Sequence[Atom]) -> tuple[int, int]:
    """The pieces of a figure's sentence, or some around it."""
    opens, closes = draft.first, draft.last
    while opens > max(0, draft.first - _FAR) and atoms[opens - 1].word not in _ENDS:
        opens -= 1
    while closes < min(len(atoms), draft.last + _FAR) and atoms[closes].word not in _ENDS:
        closes += 1
    return opens, closes


_FAR = 20


_ENDS = frozenset({".", "?", "!", "\n", ";", ":", "“", "”", '"'})


def _is_of_those(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """ "40 of them", "9 of the 22", "of these, 40"."""
    behind = word_at(atoms, draft.last), word_at(atoms, draft.last + 1)
    if behind == ("of", "those") and word_at(atoms, draft.last + 2) in _SOME:
        return False  # "one in three of those who stack the bricks"
    before = word_at(atoms, draft.first - 2), word_at(atoms, draft.first - 1)
    others = ("of", "them"), ("of", "these"), ("of", "those")
    if behind in others or before in others or before in (("these", ","), ("them", ",")):
        return True
    counted = bool(atoms[draft.last + 2 : draft.last + 3]) and atoms[draft.last + 2].kind
    return behind == ("of", "the") and bool(counted)


_SOME = frozenset({"in", "we", "who", "whom", "with"})


def _is_there(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """ "In 2024 there were 4,900"."""
    before = [atom.word for atom in atoms[max(0, draft.first - 4) : draft.first]]
    return any(word == "there" and verb in _BE for word, verb in pairwise(before))


_BE = frozenset({"are", "is", "was", "were", "had", "have"})


def _acts(draft: Draft, atoms: Sequence[Atom], opens: int) -> bool:
    """Whether a figure does something: "The seven filed", "Of those, about half received it"."""
    at = draft.first
    while at > opens and atoms[at - 1].word in _BEFORE:
        at -= 1
    begins = at == opens or atoms[at - 1].word in _LINKS
    return begins and _is_verb(atoms, draft.last)


_BEFORE = near("takes-before")
_LINKS = frozenset({",", "and", "but", "because", "that", "while", "when", "as", "—", "–", "-"})


def _is_verb(atoms: Sequence[Atom], at: int) -> bool:
    word = word_at(atoms, at)
    if word in verbs() or word in _AUXILIARIES:
        return True
    return len(word) > _SHORT and word.endswith("ed") and word not in closed()


_AUXILIARIES = near("takes-auxiliaries")
_SHORT = 4


def _is_told(draft: Draft, atoms: Sequence[Atom], opens: int) -> bool:
    """Whether a figure is said to be one: "estimates go up to 9,000", but "number 212"."""
    near_by = atoms[max(opens, draft.first - _NEAR) : draft.first - 1]
    return any(atom.word in _FIGURES for atom in near_by)


_NEAR = 8


def _is_alone(draft: Draft, atoms: Sequence[Atom], opens: int, closes: int) -> bool:
    """Whether a sentence or line has no word of its own beside its figures: "Seven thousand!"."""
    others = [*atoms[opens : draft.first], *atoms[draft.last : closes]]
    return all(atom.kind or not atom.word.isalpha() or atom.word in closed() for atom in others)
