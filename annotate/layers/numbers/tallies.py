"""Who gives a figure without a word of saying: "the League counts 3,900, the ministry 2,150".

By a verb of counting before it, by whose figure it is said to be, or, where the verb is left out,
by who stands before it as before the verb and the figure that went before.
"""

from collections.abc import Sequence

from annotate import lexicons
from annotate.grammar import persons
from annotate.language import Passage
from annotate.layers.numbers import inner
from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.inner import Named, Teller
from annotate.layers.numbers.neighbours import near

_TALLYING = near("tallying")
_TALLYING_OF = near("tallying-of")
_TELLING = near("inner-telling") | _TALLYING
_APPOSING = frozenset({",", "("})
"""What stands between a figure and whose it is: "the utility's own number, 18,400,"."""
_FIGURES = near("figure-nouns")
_BEING = near("figure-being")
_NEAR = 4
"""Pieces from a verb of counting, or of being, to its figure at most: "has recorded a total of"."""
_JOINS = frozenset({",", ";", "and", "but", "while", "whereas"})
"""What stands before who gives a second figure without a verb."""


def teller(
    passage: Passage, atoms: Sequence[Atom], at: int, opens: int, named: Named
) -> Teller | None:
    """Who gives the figure at a piece by counting, or as theirs; see `inner.teller`."""
    if word_at(atoms, at - 1) in _APPOSING:
        return _speaking(_whose(passage, atoms, at - 1, opens, named), named)
    if word_at(atoms, at - 1) == "of" and word_at(atoms, at - 2) in _TALLYING_OF:
        return _counting(passage, atoms, at - 2, opens, named)
    for verb in range(at - 1, max(at - _NEAR, 0) - 1, -1):
        if atoms[verb].start < opens or atoms[verb].word in _JOINS:
            return None
        if atoms[verb].word in _TALLYING:
            return _counting(passage, atoms, verb, opens, named)
        if atoms[verb].word in _BEING and (who := _whose(passage, atoms, verb, opens, named)):
            return _speaking(who, named)
    return None


def _counting(
    passage: Passage, atoms: Sequence[Atom], verb: int, opens: int, named: Named
) -> Teller | None:
    """Who stands before a verb of counting."""
    who = inner.subject(passage, atoms, verb, opens, named)
    return _speaking(who or _crowd(passage, atoms, verb), named)


def _whose(
    passage: Passage, atoms: Sequence[Atom], being: int, opens: int, named: Named
) -> Teller | None:
    """Whose figure something is said to be: "| the ministry |'s official figure is"."""
    if word_at(atoms, being - 1) not in _FIGURES:
        return None
    near_by = (n for n in range(being - 2, max(being - 2 - _NEAR, -1), -1))
    owner = next((n for n in near_by if atoms[n].word.endswith(_OWNING)), None)
    if owner is None or atoms[owner].start < opens:
        return None
    end = atoms[owner].end - len("'s")
    stop = passage.stretch(atoms[owner].start, end)[1]
    if (entity := named.get(stop)) is not None:
        return Teller(getattr(entity, "canonical", entity.text), (entity.start, entity.end))
    first = owner
    while first and atoms[first - 1].start >= opens and atoms[first].word.rstrip("'’s").isalpha():
        if atoms[first - 1].word in _DETERMINERS:
            words = " ".join(atom.text for atom in atoms[first : owner + 1])[: -len("'s")]
            return Teller(words, passage.stretch(atoms[first].start, end))
        first -= 1
    return None


_OWNING = ("'s", "’s")
_DETERMINERS = near("inner-determiners")


def left_out(
    passage: Passage, atoms: Sequence[Atom], at: int, opens: int, named: Named
) -> Teller | None:
    """Who stands before the figure at a piece as another before their verb: "…, | the ministry |
    2,150"."""
    of = word_at(atoms, at - 1) == "of"
    at -= of
    telling = _TALLYING_OF if of else _TELLING
    found = inner.subject(passage, atoms, at, opens, named) or _crowd(passage, atoms, at)
    if found is None or (who := _speaking(found, named, placed=False)) is None:
        return None
    first = at
    while first and _place(passage, atoms[first - 1]) >= found.stretch[0]:
        first -= 1
    first -= word_at(atoms, first - 1) in {"the", "its", "their", "our", "his", "her"}
    if word_at(atoms, first - 1) not in _JOINS:
        return None
    figures = 0
    for n in range(first - 1, max(first - 1 - _SENTENCE, -1), -1):
        if atoms[n].start < opens:
            return None
        figures += bool(atoms[n].kind)
        if figures and atoms[n].word in telling and (not of or word_at(atoms, n + 1) == "of"):
            return who
    return None


_SENTENCE = 60
"""Pieces from who gives a second figure back to the verb of who gave the first at most."""


def _place(passage: Passage, atom: Atom) -> int:
    """Where a piece starts in the document."""
    return passage.stretch(atom.start, atom.end)[0]


def _crowd(passage: Passage, atoms: Sequence[Atom], at: int) -> Teller | None:
    """The people who stand before a figure without an article: ", | activists | 300,000"."""
    word = word_at(atoms, at - 1)
    bodies = word.endswith("s") and word[:-1].capitalize() in lexicons.listed("org_nouns")
    if not (bodies or persons.is_crowd(word)):
        return None
    some = word_at(atoms, at - 2) == "some"
    place = passage.stretch(atoms[at - 1 - some].start, atoms[at - 1].end)
    return Teller("some " * some + atoms[at - 1].word, place)


def _speaking(who: Teller | None, named: Named, *, placed: bool = True) -> Teller | None:
    """Whoever can give a figure: a body, people, a government; no town that counts its people.

    placed: whether a place may be meant for its government.
    """
    if who is None:
        return None
    entity = named.get(who.stretch[1])
    if entity is not None and entity.start == who.stretch[0]:
        silent = _SILENT if placed else _SILENT | {"GPE"}
        return None if entity.label in silent else who
    noun = who.name.split()[-1].lower()
    body = noun.removesuffix("s").capitalize() in lexicons.listed("org_nouns") | _BODIES
    return who if body or persons.may_speak(noun) else None


_BODIES = frozenset({"Utility"})
"""What gives figures beside those that names end in."""
_SILENT = frozenset({"LOC", "FAC", "EVENT", "WORK", "LAW"})
"""Labels of what gives no figures."""
