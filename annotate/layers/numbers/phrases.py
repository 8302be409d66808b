"""Noun phrases without a parser: words are taken while they may belong to one.

The first plural noun is the head, since a plural figure counts plurals; closed-class words, marks
and verbs end it.
"""

from collections.abc import Container, Sequence
from typing import NamedTuple

from annotate import lexicons
from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.neighbours import closed, near, verbs

LONGEST = 7
"""Words in a phrase; longer ones are sentences misread. Measured on the gold articles."""

DETERMINERS = near("counted-determiners")
_PLURALS = near("counted-plurals")
_NOT_HEADS = near("counted-not-heads")
_SINGULARS = near("counted-singulars-in-men")
_SINGULARS_IN_S = ("ss", "us", "is", "ous")


class Phrase(NamedTuple):
    """A noun phrase, and the characters of the passage that it was read from."""

    words: str
    start: int
    end: int


def phrase_at(
    atoms: Sequence[Atom],
    at: int,
    *,
    plural: bool,
    stops: Container[int] = (),
    own: bool = False,
) -> Phrase | None:
    """The noun phrase from a piece on, None if none opens there.

    plural: whether a plural noun is looked for as its head. own: possessives go on ("Ostrea's").
    """
    taken: list[Atom] = []
    ends_at: int | None = None
    for step in range(at, min(at + LONGEST, len(atoms))):
        atom = atoms[step]
        if step in stops or not _belongs(atom, taken, atoms, step):
            break
        taken.append(atom)
        if plural and is_plural_noun(atom) and not _goes_on(atoms, step + 1):
            ends_at = len(taken)
            break
    if ends_at is None and plural and not own:
        if len(taken) == 1 and (both := _coordinated(atoms, at)):
            return both
        ends_at = _last_plural(taken) or _collective(taken)
    words = taken[:ends_at] if ends_at else taken
    if ends_at is None:
        words = words[: _before_verb(words)]
    if words and words[0].word in ("own", "such"):
        words = words[1:]
    while words and words[-1].word in ("'s", "’s", "’", "'", "-", "–"):
        words = words[:-1]
    return told(words) if words and (ends_at or not plural or own) else None


def _coordinated(atoms: Sequence[Atom], at: int) -> Phrase | None:
    """A noun with two words before it: "1,800 Burundian and Ugandan troops"."""
    first, link = atoms[at], word_at(atoms, at + 1)
    if link not in ("and", "or") or is_plural_noun(first) or first.word.endswith(("ed", "ing")):
        return None
    if first.word in _MODIFIERS or first.word in ("others", "percent"):
        return None
    second = phrase_at(atoms, at + 2, plural=True)
    if second is None or " " not in second.words or not is_plural(second.words):
        return None
    joined = f"{first.text} {link} {second.words}"
    return Phrase(joined, first.start, second.end)


def told(words: Sequence[Atom]) -> Phrase:
    """Words as a phrase."""
    said = ""
    for word in words:
        said += ("" if word.glued or not said else " ") + word.text
    return Phrase(said, words[0].start, words[-1].end)


def _belongs(atom: Atom, taken: Sequence[Atom], atoms: Sequence[Atom], at: int) -> bool:
    """Whether a piece may go on a noun phrase."""
    word = atom.word
    if atom.glued and taken and _is_joined(atom, taken, atoms, at):
        return True
    if word in ("-", "‐", "‑", "'s", "’s", "/") and atom.glued and taken:
        return at + 1 < len(atoms) and (atoms[at + 1].glued or word in ("'s", "’s"))
    if word in ("’", "'") and taken and atom.glued:
        return at + 1 < len(atoms) and atoms[at + 1].word.isalpha()
    if atom.kind == "number" and taken and taken[-1].word.endswith(("'s", "’s")):
        return True  # "the bank's 100,000 clerks"
    if atom.kind in ("number", "fraction") and _hyphen_follows(atoms, at):
        return True  # "two quarter-point steps"
    if atom.kind in ("number", "loose", "fraction", "identifier", "break", "dated", "clock"):
        return atom.kind == "identifier" and not taken
    if not (word.replace("’", "").replace("'", "").replace(".", "").isalpha()):
        return False
    if word in ("more", "less", "fewer") and word_at(atoms, at + 1) == "than":
        return False
    if word in ("very", "most", "more", "other", "different", "such", "non") and not taken:
        return True
    return not _ends_phrase(atom, taken, atoms, at)


def _hyphen_follows(atoms: Sequence[Atom], at: int) -> bool:
    after = atoms[at + 1] if at + 1 < len(atoms) else None
    return after is not None and after.word in ("-", "‐") and after.glued


def _is_joined(atom: Atom, taken: Sequence[Atom], atoms: Sequence[Atom], at: int) -> bool:
    """Whether a piece is the rest of a word: "state-of-the-art", the stop of "U.S."."""
    before = taken[-1]
    if atom.word == ".":
        return "." in before.word and at + 1 < len(atoms) and not atoms[at + 1].glued
    return before.word in ("-", "‐", "‑") and atom.word.isalpha()


def _ends_phrase(atom: Atom, taken: Sequence[Atom], atoms: Sequence[Atom], at: int) -> bool:
    """Whether a word is none of a noun phrase: of a closed class, a verb, an adverb, a month."""
    word = atom.word
    if _is_acronym(atom, atoms, at):
        return False
    if not taken and len(word) > 1 and _hyphen_follows(atoms, at) and word in closed():
        return not word_at(atoms, at + 2).isalpha()  # "three near-simultaneous blasts"
    if word in closed() or word in DETERMINERS or word.endswith(("n't", "n’t", "not")):
        return True
    if word == "so" or (word == "running" and taken):
        return True  # "1,100 so far", "the third year running"
    if not taken and word in _VERBAL_NOUNS and _is_ranked(atoms, at):
        return False  # "the second increase"
    if _is_verb(word) and (taken or not word.endswith("ed")) and not _hyphen_follows(atoms, at):
        return not (word in _PARTICIPLES and not taken and _counts_on(atoms, at + 1))
    if is_verb_in_s(atom, atoms, at, first=not taken):
        return True
    if atom.roles & {"MONTH", "WEEKDAY"} and atom.text[:1].isupper():
        return True
    return bool(taken) and (_goes_to(atoms, at) or _is_adverb(word))


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in _NOUNS_IN_LY


def _goes_to(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a word is a verb by what follows: "the people | lives in", "her term | cut Ann's"."""
    word, after = atoms[at].word, word_at(atoms, at + 1)
    if word == "lives":
        return after in _WHERE
    owner = after.endswith(("'s", "’s")) and atoms[at + 1].text[:1].isupper()
    return word.endswith("ed") and owner


_WHERE = frozenset({"above", "alone", "at", "below", "in", "near", "on", "under", "with"})
_VERBAL_NOUNS = near("counted-verbal-nouns")


def _is_ranked(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a word is what a rank before it ranks: "the second rise", "its third attack"."""
    ranked = at > 1 and "ORDINAL" in atoms[at - 1].roles
    return ranked and (atoms[at - 2].word in DETERMINERS or atoms[at - 2].word.endswith("’s"))


def _is_acronym(atom: Atom, atoms: Sequence[Atom], at: int) -> bool:
    """Whether a word that looks like one of a closed class is a name: "17 US sailors"."""
    beside = atoms[at + 1].text if at + 1 < len(atoms) else ""
    return atom.word in _ACRONYMS and atom.text.isupper() and beside.islower() and beside.isalpha()


_ACRONYMS = frozenset({"it", "us", "who"})


def _is_verb(word: str) -> bool:
    """Whether a word is a common verb, or one with the -s of a figure that "becomes" something."""
    stem = word.removesuffix("s")
    return word in verbs() or (stem != word and stem in verbs() and word not in _NOUNS_IN_S)


def _counts_on(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a plural noun follows: "33 lost children" against "33 lost"."""
    return at < len(atoms) and is_plural_noun(atoms[at]) and not _is_verb(atoms[at].word)


_PARTICIPLES = frozenset({"broken", "driven", "found", "left", "lost", "stuck"})
"""Verbs that may stand before the noun that is counted."""

_NOUNS_IN_S = near("counted-nouns-in-s")
_NOUNS_IN_LY = frozenset({"family", "early", "elderly", "only", "daily", "weekly", "monthly"})


def is_verb_in_s(atom: Atom, atoms: Sequence[Atom], at: int, *, first: bool) -> bool:
    """Whether a word in -s is a verb by what follows: "the first cable reports that"."""
    if not atom.word.endswith("s") or atom.text[:1].isupper() or atom.word in _NOT_HEADS:
        return False
    told = word_at(atoms, at - 2) == "of" and word_at(atoms, at - 3) in _SUMS
    if first and not told and (at == 0 or "ORDINAL" not in atoms[at - 1].roles):
        return False
    after = word_at(atoms, at + 1)
    if told and after == "out":
        return True  # "its figure of 212 | leaves out those who", "its total of 40 | rules out"
    if after == "that" and not first:
        return atom.word in _TELLING  # "the cable reports that", but "five boats that sank"
    return after in DETERMINERS or after in ("it", "him", "them")


_TELLING = frozenset(form for row in lexicons.table("reporting_verbs") for form in row[1].split())


_SUMS = frozenset({"count", "estimate", "figure", "number", "tally", "toll", "total"})


def is_plural_noun(atom: Atom) -> bool:
    """Whether a word is a plural noun by its form."""
    word = atom.word.replace("’s", "").replace("'s", "")
    if word != atom.word:
        return False
    if word in _PLURALS or (word.endswith("men") and len(word) > 4 and word not in _SINGULARS):
        return True
    return (
        word.endswith("s")
        and len(word) > 3
        and word not in _NOT_HEADS
        and not word.endswith(_SINGULARS_IN_S)
    )


def is_plural(phrase: str) -> bool:
    """Whether a phrase ends in a plural noun."""
    word = phrase.rpartition(" ")[2].lower().rpartition("-")[2]
    return is_plural_noun(Atom(0, len(word), word, word))


def _goes_on(atoms: Sequence[Atom], at: int) -> bool:
    """Whether the next word is the head instead: "boat people", "human rights groups"."""
    if at >= len(atoms):
        return False
    atom = atoms[at]
    if atom.word in ("'s", "’s", "’", "'") and atom.glued:
        return at + 1 < len(atoms) and atoms[at + 1].word.isalpha()
    if atom.word in ("-", "‐") and atom.glued:
        return at + 1 < len(atoms) and atoms[at + 1].glued
    return is_plural_noun(atom) and not _is_verb(atom.word) and atom.word not in closed()


def _last_plural(taken: Sequence[Atom]) -> int | None:
    """Where the last plural noun ends."""
    for length in range(len(taken), 0, -1):
        if is_plural_noun(taken[length - 1]):
            return length
    return None


_NOUNS_IN_ED = frozenset({"bed", "feed", "hundred", "need", "seed", "speed", "weed"})
_MODIFIERS = frozenset({"more", "most", "very", "other", "different", "such", "non"})


def _collective(taken: Sequence[Atom]) -> int | None:
    """A phrase without a plural that a mark or closed word ended: "30-plus group", "86 percent"."""
    if (
        not taken
        or len(taken) > 3
        or taken[-1].word in _MODIFIERS
        or taken[-1].word.endswith(("ed", "ing"))
        or (taken[0].word.endswith("ed") and taken[0].word not in _NOUNS_IN_ED)
    ):
        return None
    return len(taken)


def _before_verb(words: Sequence[Atom]) -> int:
    """How many words come before one that looks like a verb: after a noun, "-ed" or "-s"."""
    for at, atom in enumerate(words):
        if at and atom.word.endswith("ed") and len(atom.word) > 4 and at == len(words) - 1:
            return at
    return len(words)
