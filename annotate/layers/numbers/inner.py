"""Who gives a figure within what somebody says: "“The ministry says there are 3,000,” Kolde said."

Speech within direct speech is no quotation of its own, but its figures are not the speaker's. Told
by the words before the figure in its sentence: somebody who is named or described, a verb of
telling, and nothing between the two but what belongs to the verb.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotate.language import Passage
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.neighbours import near
from annotate.model import Pair, Span

Named = Mapping[int, Span]
"""The names of a passage by where they end in the document."""

_TELLING = near("inner-telling")
_BEFORE = near("inner-before-telling")
_OPENING = near("inner-opening")
_DETERMINERS = near("inner-determiners")
_BREAKING = frozenset({";", ":", ".", "?", "!", "(", "“", "”", '"'})
_REACH = 14
_LONGEST = 6
"""Words between the verb and its figure, and of a description, at most."""


class Teller(NamedTuple):
    """Who gives a figure: the name, and the words."""

    name: str
    stretch: Pair


def teller(
    passage: Passage, atoms: Sequence[Atom], at: int, opens: int, named: Named
) -> Teller | None:
    """Who gives the figure at a piece, if its sentence says so before it.

    opens: where the sentence opens, in characters of the passage. named: the passage's names.
    """
    for verb in range(at - 1, max(at - _REACH, 0) - 1, -1):
        if atoms[verb].start < opens or atoms[verb].word in _BREAKING:
            return None
        if atoms[verb].word in _TELLING:
            return subject(passage, atoms, verb, opens, named)
    return None


def subject(
    passage: Passage, atoms: Sequence[Atom], verb: int, opens: int, named: Named
) -> Teller | None:
    """Who is named or described directly before a verb, where a clause opens with that."""
    last = verb
    while last and atoms[last - 1].word in _BEFORE:
        last -= 1
    for first in range(last - 1, max(last - 1 - _LONGEST, -1), -1):
        if atoms[first].start < opens:
            return None
        if not _opens(atoms, first, opens):
            continue
        start, end = passage.stretch(atoms[first].start, atoms[last - 1].end)
        entity = named.get(end)
        if entity is not None and start <= entity.start <= start + len("the "):
            return Teller(getattr(entity, "canonical", entity.text), (entity.start, end))
        if atoms[first].word in _DETERMINERS and first + 1 < last:
            words = "".join(
                atom.text if atom.glued or n == 0 else f" {atom.text}"
                for n, atom in enumerate(atoms[first + 1 : last])
            )
            return Teller(words, passage.stretch(atoms[first + 1].start, atoms[last - 1].end))
        return None
    return None


def _opens(atoms: Sequence[Atom], first: int, opens: int) -> bool:
    """Whether a clause begins with a piece."""
    return not first or atoms[first - 1].start < opens or atoms[first - 1].word in _OPENING
