"""Whether the words before a date speak of what is to come or of what is over.

"Will meet on Friday" is the Friday ahead, "met on Friday" the one past. The words before the date
are read backwards up to what tells: a verb of the past, or words that look ahead ("is due to").
What only may look ahead ("would", "was due to") tells a weekday, which is never far; "would" a
month too, where the next one is nearer than half a year.
"""

from collections.abc import Sequence
from itertools import pairwise

from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.neighbours import near
from annotate.layers.numbers.phrases import DETERMINERS

FAR = 16
"""Pieces before a date in which what tells its time is looked for."""

_AHEAD = near("tenses-ahead")
_OPENING = near("tenses-opening")
_MAYBE = near("tenses-maybe")
_CHANCES = near("tenses-chances")
_OF_PLANS = near("tenses-plans")
_PAST = near("tenses-past")
_NOT_PAST = near("tenses-not-past")
_BOUNDS = frozenset(
    [",", "—", "–", "(", ")", "and", "but", "who", "which", "that", "whose", "when"]
)
_ENDS = frozenset({".", "?", "!", ";"})
_BEING = frozenset({"be", "being"})
_TENSED = frozenset({"was", "were", "had", "'d", "’d"})
_SEEN = frozenset({"seen", "heard", "found", "felt", "reached"})
_REFUSING = frozenset({"say", "comment", "confirm", "discuss", "elaborate", "be"})
_UNTIL = frozenset({"before", "by", "till", "until"})
_DUE = frozenset({"can", "may", "must", "need", "needs", "should"})
_FAILED = frozenset({"did", "didn't", "didn’t", "failed", "never", "was", "were", "had"})


def looks_ahead(atoms: Sequence[Atom], at: int) -> bool:
    """Whether the words before a date, in its sentence, surely speak of what is to come.

    Who has "until September", or must do a thing "by" then, has time yet.
    """
    until = word_at(atoms, at - 1) in _UNTIL
    if until and word_at(atoms, at - 2) in ("have", "has"):
        return True
    due = until and not _DUE.isdisjoint(_clause(atoms, at))
    return due or _told(atoms, at) == "ahead"


def is_told_lately(atoms: Sequence[Atom], at: int) -> bool:
    """Whether what would come was told on a day just past: "said on Wednesday he would go in"."""
    for step in range(at - 1, max(-1, at - FAR), -1):
        atom = atoms[step]
        if atom.word in _ENDS:
            return False
        if "WEEKDAY" in atom.roles or atom.word in _LATELY:
            return True
    return False


_LATELY = frozenset({"says", "today", "tonight", "yesterday"})


def looks_on(atoms: Sequence[Atom], at: int) -> bool:
    """Whether the words before a date tell what would come, seen from then: "it would end in"."""
    return _told(atoms, at) == "maybe" and "would" in _clause(atoms, at)


def _clause(atoms: Sequence[Atom], at: int) -> list[str]:
    """The last words before a date in its sentence."""
    words = _words(atoms, at - FAR, at)
    ends = max((n + 1 for n, word in enumerate(words) if word in _ENDS), default=0)
    return words[ends:]


def looks_soon(atoms: Sequence[Atom], at: int, end: int) -> bool:
    """Whether the words around a weekday speak of what is to come, seen from then or from now.

    end: the piece behind it: what "was due on Friday but did not come" lies behind.
    """
    told = "ahead" if looks_ahead(atoms, at) else _told(atoms, at)
    if not told:
        return word_at(atoms, at - 1) == "by" or _will_behind(atoms, end)
    return told == "ahead" or (told == "maybe" and not _has_failed(atoms, end))


def _will_behind(atoms: Sequence[Atom], end: int) -> bool:
    """Whether the first verb behind a date looks ahead: "On Tuesday the court will rule"."""
    for step in range(end, min(end + NEAR, len(atoms))):
        if atoms[step].word in ("will", "shall"):
            return atoms[end].word not in ("'s", "’s", "'", "’")
        if atoms[step].word in (*_ENDS, *_PAST, "who", "which") or _is_past(atoms, step):
            return False
    return False


NEAR = 8
"""Pieces behind a date in which its clause's verb is looked for."""


def _told(atoms: Sequence[Atom], at: int) -> str:
    """What the nearest word that tells makes of a date: "ahead", "maybe", "past", "" for none."""
    past = False
    if word_at(atoms, at - 1) == "since":
        return "past"
    for step in range(at - 1, max(-1, at - FAR), -1):
        word = atoms[step].word
        if word in _ENDS or (past and word in _BOUNDS):
            return "past" if past else ""
        if told := _marked(atoms, step):
            over = told == "maybe" and _is_since_told(atoms, at)
            return "past" if over or _is_perfect(atoms, step + 1) else told
        if word in _PAST and not _is_infinite(atoms, step):
            return "past"
        past = past or _is_past(atoms, step)
    return "past" if past else ""


def _is_since_told(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a day is that of what was told: "hoped to win him after his speech Thursday"."""
    at -= word_at(atoms, at - 1) == "on"
    if word_at(atoms, at - 1) not in _TOLD:
        return False
    return not _BEHIND.isdisjoint(_words(atoms, at - 5, at - 1))


_TOLD = near("tenses-told")
_BEHIND = frozenset({"after", "amid", "by", "despite", "following", "in", "since"})


def _is_perfect(atoms: Sequence[Atom], at: int) -> bool:
    """Whether "have" and a participle follow: "could have begun", not "will have guests"."""
    done = word_at(atoms, at + 1)
    participle = done in _PAST or done in _DONE or done.endswith("ed")
    return word_at(atoms, at) == "have" and participle


_DONE = frozenset({"been", "begun", "come", "done", "fallen", "gone", "happened", "taken", "risen"})


def _marked(atoms: Sequence[Atom], at: int) -> str:
    """What a word tells: "ahead", "maybe", "past" where something was refused, or ""."""
    atom, word = atoms[at], atoms[at].word
    after, next_but_one = word_at(atoms, at + 1), word_at(atoms, at + 2)
    if word in _OPENING:
        return "" if word_at(atoms, at - 1) in ("to", "not", "n't", "the", "a") else "ahead"
    if word in _CHANCES and after == "of":
        return "past" if "had" in _words(atoms, at - 3, at) else "ahead"
    if word == "ahead":
        return "ahead" if after == "of" else ""
    if word in _AHEAD or word.endswith(("’ll", "'ll")):
        return "ahead"
    if word in ("could", "would"):
        refused = after == "not" and (word == "could" or next_but_one in _REFUSING)
        seen = after == "be" and next_but_one in _SEEN
        return "past" if refused or seen else "maybe" if word == "would" else "ahead"
    if word in _MAYBE and not (word == "may" and atom.text != "may"):
        return "ahead" if word in ("may", "might") else "maybe"
    if word == "polls" and not {"go", "goes"}.isdisjoint(_words(atoms, at - 3, at)):
        return "ahead"
    if word in ("is", "are") and after == "to":
        return "ahead"
    if word in ("was", "were") and after == "to":
        return "maybe"
    return _of_plan(atoms, at) if word in _OF_PLANS else ""


def _of_plan(atoms: Sequence[Atom], at: int) -> str:
    """ "Is due to", "was expected": what is planned now, or then."""
    word, after = atoms[at].word, word_at(atoms, at + 1)
    before = _words(atoms, at - 3, at)
    if "had" in before:
        return "past"
    if word == "due" and not _is_due(atoms, at):
        return ""
    if word == "plan" and word_at(atoms, at - 1) in DETERMINERS and after not in ("to", "for"):
        return ""  # "announced the plan Thursday"
    if word == "plan" and after == "for" and word_at(atoms, at - 2) in DETERMINERS:
        return ""  # "adopted its spending plan for 2022 on Thursday"
    if word in _ALONE or after in ("to", "for"):
        then = word.endswith("ed") and word not in _ALONE
        return "maybe" if then or not _TENSED.isdisjoint(before) else "ahead"
    return ""


_ALONE = frozenset(
    ["due", "expect", "expected", "expects", "scheduled", "planned", "plan", "plans", "deadline"]
)


def _is_due(atoms: Sequence[Atom], at: int) -> bool:
    """Whether something is due, not due to something: "closed due to snow"."""
    before = [word for word in _words(atoms, at - 3, at) if not word.endswith("ly")]
    beside = {"is", "are", "was", "were", "be", "not", "been", "’s", "'s", "’re", "'re"}
    held = bool(before) and (before[-1] in beside or before[-1].endswith(("’s", "'s")))
    return held or word_at(atoms, at + 1) != "to"


def _is_past(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a word is a verb of the past by its form."""
    atom = atoms[at]
    if not atom.word.endswith("ed") or len(atom.word) < 5 or atom.word in _NOT_PAST:
        return False
    return atom.text.islower() and not _is_infinite(atoms, at)


def _is_infinite(atoms: Sequence[Atom], at: int) -> bool:
    """Whether a participle is one of what is yet to be: "could be formally announced"."""
    before = [word for word in _words(atoms, at - 3, at) if not word.endswith("ly")]
    return before[-1:] != [] and before[-1] in _BEING


def _words(atoms: Sequence[Atom], first: int, last: int) -> list[str]:
    return [atom.word for atom in atoms[max(0, first) : max(0, last)]]


def _has_failed(atoms: Sequence[Atom], end: int) -> bool:
    """Whether it did not come to what was due: "… on Thursday but did not"."""
    behind = _words(atoms, end, end + 6)
    pairs = pairwise(behind)
    return "but" in behind[:2] and any({one, two} & _FAILED for one, two in pairs)
