"""The noun phrase that a figure counts, ranks or is a part of.

Without a parser: from the figure on, words are taken while they may belong to a noun phrase; the
first plural noun is its head, since a plural figure counts plurals; closed-class words, marks and
verbs end it. Where the phrase is elided ("and a further 86"), it is the one counted before.
"""

from collections.abc import Sequence
from typing import NamedTuple

from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.drafts import Draft
from annotate.layers.numbers.neighbours import closed, near, verbs

LONGEST = 7
"""Words in a phrase; longer ones are sentences misread. Measured on the gold articles."""

_DETERMINERS = near("counted-determiners")
_PLURALS = near("counted-plurals")
_NOT_HEADS = near("counted-not-heads")
_SINGULARS_IN_S = ("ss", "us", "is", "ous")
_OBJECTS = near("counted-objects")
_HOLDING = near("values-holding")


class Phrase(NamedTuple):
    """A noun phrase, and the characters of the passage that it was read from."""

    words: str
    start: int
    end: int


class Reading(NamedTuple):
    """What a figure counts: a phrase beside it, or left out: what the figure before counted.

    single: one of those, for a rank.
    """

    phrase: Phrase | None = None
    elided: bool = False
    single: bool = False


_NOTHING = Reading()
_ELIDED = Reading(elided=True)


def counted_of(draft: Draft, atoms: Sequence[Atom], drafts: Sequence[Draft]) -> Reading:
    """What a draft counts, by the words beside it."""
    at = draft.last
    while at < len(atoms) and atoms[at].text in ("]", ")", "”", "’", '"', "'") and atoms[at].glued:
        at += 1
    at = _past_link(atoms, at)
    of = at < len(atoms) and atoms[at].word == "of"
    if of and draft.label != "ordinal":
        return _of_phrase(draft, atoms, at + 1)
    if draft.label == "percent" and at < len(atoms) and atoms[at].word in _COMPARING:
        return _ELIDED
    if draft.label in ("percent", "fraction"):
        if (draft.label == "fraction" and draft.rule == "out-of") or not _open(atoms, at):
            named = draft.label == "fraction" and word_at(atoms, at) not in _HOLDING
            phrase = phrase_at(atoms, at, plural=True) if named else None
            return Reading(phrase) if phrase else _ELIDED if _does(atoms, at) else _NOTHING
        at += atoms[at].word in _DETERMINERS
    starts = {each.first for each in drafts}
    at = next((each.last for each in drafts if each.first == at and each.rule == "year"), at)
    phrase = phrase_at(atoms, at, plural=_is_plural(draft), stops=starts)
    if phrase is None and draft.label == "ordinal":
        return Reading(elided=True, single=True) if _elided(atoms, at) else _NOTHING
    phrase = phrase or _shared(draft, atoms, at, drafts) or _appositive(draft, atoms)
    return Reading(phrase) if phrase else _NOTHING if _of_parent(draft, atoms) else _ELIDED


def _shared(draft: Draft, atoms: Sequence[Atom], at: int, drafts: Sequence[Draft]) -> Phrase | None:
    """What two figures count whose noun stands once: "from 24 to 29 [pupils]"."""
    if at >= len(atoms) or atoms[at].word not in ("to", "and", "or"):
        return None
    for other in drafts:
        if other.first == at + 1 and other.label == draft.label:
            return phrase_at(atoms, other.last, plural=_is_plural(other))
    return None


_PARENTS = near("counted-parents")


def _of_parent(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a figure counts somebody's children, which no word of the text names."""
    near_by = atoms[max(0, draft.first - 4) : draft.first]
    before = [atom.word for atom in near_by if atom.word != "-"]
    return len(before) > 1 and before[-1] == "of" and before[-2] in _PARENTS


def _past_link(atoms: Sequence[Atom], at: int) -> int:
    """The place behind the address of a link that a text brings along: "[30](#) refugees"."""
    if not (0 < at < len(atoms) and atoms[at].word == "(" and atoms[at - 1].word == "]"):
        return at
    for step in range(at, min(at + LONGEST, len(atoms))):
        if atoms[step].word == ")":
            return step + 1
    return at


_COMPARING = frozenset({"fewer", "more"})


def _does(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a part does something, what it is part of left out: "one in ten has fled"."""
    word = word_at(atoms, at)
    return word in _AUXILIARIES or word in _HOLDING or word in verbs()


_AUXILIARIES = frozenset({"are", "had", "has", "have", "is", "was", "were", "will", "would"})


def _elided(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a rank stands without its noun: "the first, the second"."""
    if at >= len(atoms) or atoms[at].word in (",", ".", "and", "is", "was", "has", ";"):
        return True
    return _is_verb_in_s(atoms[at], atoms, at, first=True)


def singular(phrase: str) -> str:
    """One of what a plural phrase counts: "diplomatic cables" are each a "diplomatic cable"."""
    if phrase.endswith("ies"):
        return phrase[:-3] + "y"
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith("ss") else phrase


def _open(atoms: Sequence[Atom], at: int) -> bool:
    return at < len(atoms) and atoms[at].word in ("the", "these", "those", "all", "their", "its")


def _appositive(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """ "the number of refugees is 300": what the sentence says the number is of."""
    near = [atom.word for atom in atoms[max(0, draft.first - 14) : draft.first]]
    for noun in ("number", "numbers", "total"):
        if noun in near and "of" in near[near.index(noun) :]:
            at = max(0, draft.first - 14) + near.index(noun) + 1
            if at < draft.first and atoms[at].word == "of":
                return phrase_at(atoms, at + 1, plural=True)
    return _subject(draft, atoms)


def _subject(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """ "Arrivals in Haixia rose from 300 to 500": what changes is what is counted."""
    if draft.label != "count" or word_at(atoms, draft.first - 1) not in _CHANGED:
        return None
    opens = draft.first
    while opens and atoms[opens - 1].word not in _MARKS:
        opens -= 1
    verb = next((at for at in range(opens, draft.first) if atoms[at].word in _CHANGES), opens)
    while opens < verb and atoms[opens].word in _DETERMINERS:
        opens += 1
    phrase = phrase_at(atoms[:verb], opens, plural=True) if verb > opens else None
    plural = phrase is not None and is_plural(phrase.words)
    return phrase if plural and phrase and phrase.words.lower() not in _FIGURES else None


_CHANGES = near("bounds-changes")
_CHANGED = frozenset({"from", "to", "by", "at"})
_MARKS = frozenset({".", ";", ":", ",", "—", "–", "?", "!", "“", "”", "\n"})
_FIGURES = frozenset({"figures", "numbers", "totals", "counts", "estimates"})


def _is_plural(draft: Draft) -> bool:
    return draft.label != "ordinal" and draft.value != 1.0


def _of_phrase(draft: Draft, atoms: Sequence[Atom], at: int) -> Reading:
    """What stands after "of": "thousands of [refugees]", "70% of [Dorvanian refugees]"."""
    while at < len(atoms) and (
        atoms[at].word in _DETERMINERS or atoms[at].word in ("some", "about")
    ):
        at += 1
    if at < len(atoms) and atoms[at].kind in ("number", "loose", "figure"):
        at += 1
    if at < len(atoms) and atoms[at].word in _OBJECTS:
        return _ELIDED
    phrase = phrase_at(atoms, at, plural=True, own=draft.label != "count")
    if phrase and draft.label == "count" and not is_plural(phrase.words):
        phrase = None
    return Reading(phrase) if phrase else _ELIDED


def phrase_at(
    atoms: Sequence[Atom],
    at: int,
    *,
    plural: bool,
    stops: frozenset[int] | set[int] = frozenset(),
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
        ends_at = _last_plural(taken) or _collective(taken)
    words = taken[:ends_at] if ends_at else taken
    if ends_at is None:
        words = words[: _before_verb(words)]
    if words and words[0].word == "own":
        words = words[1:]
    while words and words[-1].word in ("'s", "’s", "’", "'", "-", "–"):
        words = words[:-1]
    return _told(words) if words and (ends_at or not plural or own) else None


def _told(words: Sequence[Atom]) -> Phrase:
    told = ""
    for word in words:
        told += ("" if word.glued or not told else " ") + word.text
    return Phrase(told, words[0].start, words[-1].end)


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
    if word in closed() or word in _DETERMINERS or word.endswith(("n't", "n’t", "not")):
        return True
    if _is_verb(word) and (taken or not word.endswith("ed")) and not _hyphen_follows(atoms, at):
        return not (word in _PARTICIPLES and not taken and _counts_on(atoms, at + 1))
    if _is_verb_in_s(atom, atoms, at, first=not taken):
        return True
    if atom.roles & {"MONTH", "WEEKDAY"} and atom.text[:1].isupper():
        return True
    return bool(taken) and word.endswith("ly") and word not in _NOUNS_IN_LY


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


def _is_verb_in_s(atom: Atom, atoms: Sequence[Atom], at: int, *, first: bool) -> bool:
    """Whether a word in -s is a verb by what follows: "the first cable reports that"."""
    if not atom.word.endswith("s") or atom.text[:1].isupper() or atom.word in _NOT_HEADS:
        return False
    if first and (at == 0 or "ORDINAL" not in atoms[at - 1].roles):
        return False
    after = atoms[at + 1] if at + 1 < len(atoms) else None
    return after is not None and (after.word in _DETERMINERS or after.word in ("it", "him", "them"))


def is_plural_noun(atom: Atom) -> bool:
    """Whether a word is a plural noun by its form."""
    word = atom.word.replace("’s", "").replace("'s", "")
    if word != atom.word:
        return False
    if word in _PLURALS:
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
