"""What a per cent is the level of: "turnout was 61%", "the levy, which dropped from 12% to 10%".

The subject of what is, stands at, reaches or changes to the figure, or the object of what somebody
changes to it. A change by some per cent is of nothing that a sentence names as a whole.
"""

from collections.abc import Sequence

from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.bounds import CHANGES
from annotate.layers.numbers.drafts import Draft
from annotate.layers.numbers.neighbours import closed, ends_phrase, near, verbs
from annotate.layers.numbers.phrases import DETERMINERS, LONGEST, Phrase, phrase_at

_REACHING = near("counted-reaching")
_BEING = frozenset({"is", "was", "are", "were"})
_BESIDE = frozenset({"to", "at", "from"})
_MARKS = frozenset({".", ";", ":", ",", "—", "–", "?", "!", "“", "”", "\n", "(", ")", "and", "but"})
_RELATIVES = frozenset({"which", "that"})
_HELPING = frozenset(
    ["had", "has", "have", "may", "now", "since", "then", "will", "would", "could", "was", "were"]
)
_DATED = frozenset({"MONTH", "TIME", "WEEKDAY"})
_LEADING = near("levels-expecting") | {"that", "whose"}
"""Words behind which a clause of its own may begin: "expects | the deficit to drop to 2%"."""
_NO_LEVELS = near("levels-not-heads")
_OF_WHAT = frozenset({"figure", "level", "proportion", "rate", "share"})


def level_of(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """What a per cent is of by its clause, None where the clause does not say."""
    if draft.unit != "%":
        return None
    end = draft.first
    while word_at(atoms, end - 1) in _ONLY:
        end -= 1
    said = word_at(atoms, end - 1)
    if said in _ARTICLES and (rate := _rate(draft, atoms)):
        return rate
    if said == "from" and word_at(atoms, end - 2) in ("up", "down"):
        end -= 2
        end -= word_at(atoms, end - 1) == ","  # "turnout was 61%, down from 68%"
    opens = _clause(atoms, end - 1)
    verb = _verb(atoms, opens, end, said)
    if verb is None:
        return None
    found = _object(atoms, verb, end) if atoms[verb].word in CHANGES else None
    return found or _subject(atoms, opens, verb)


def _rate(draft: Draft, atoms: Sequence[Atom]) -> Phrase | None:
    """What a per cent before it is the height of: "a 7% unemployment rate"."""
    phrase = phrase_at(atoms, draft.last, plural=False)
    return phrase if phrase and phrase.words.rpartition(" ")[2].lower() in _RATES else None


_ONLY = frozenset({"already", "just", "now", "only", "still", "then"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their"})
_RATES = near("levels-rates")


def _clause(atoms: Sequence[Atom], at: int) -> int:
    furthest = max(0, at - _CLAUSE)
    while at > furthest and atoms[at - 1].word not in _MARKS:
        at -= 1
    return max(at, 0)


_CLAUSE = 100
"""Pieces of a clause in which what a per cent is of is looked for, at most."""


def _verb(atoms: Sequence[Atom], opens: int, end: int, said: str) -> int | None:
    """The verb of being, reaching or changing that has the figure."""
    if said in _BEING or said in _REACHING:
        return end - 1
    if said not in _BESIDE:
        return None
    wanted = _REACHING if said == "at" else CHANGES
    if word_at(atoms, end) in (",", "up", "down"):
        wanted = CHANGES | _REACHING | _BEING
    near_by = [at for at in range(opens, end) if atoms[at].word in wanted]
    return next((at for at in near_by if not _is_noun(atoms, at, near_by)), None)


def _is_noun(atoms: Sequence[Atom], at: int, near_by: Sequence[int]) -> bool:
    """Whether what may be a verb is a noun with its own participle: "tax | cuts introduced"."""
    return at != near_by[-1] and word_at(atoms, at + 1).endswith("ed")


def _object(atoms: Sequence[Atom], verb: int, end: int) -> Phrase | None:
    """What somebody changes: "cut the levy to 10%"; None where the subject changes by itself."""
    if {word_at(atoms, verb - 1), word_at(atoms, verb - 2)} & (_BEING | {"been", "be"}):
        return None
    at = verb + 1
    word = word_at(atoms, at)
    if at >= end or word.endswith("ly") or word in ("last", "this", "again"):
        return None
    if atoms[at].kind or not atoms[at].roles.isdisjoint(_DATED):
        return None
    if word in closed() and word not in DETERMINERS:
        return None
    at += word in DETERMINERS
    return _phrase(atoms[:end], at)


def _subject(atoms: Sequence[Atom], opens: int, verb: int) -> Phrase | None:
    if word_at(atoms, opens) in _RELATIVES:
        return _before_comma(atoms, opens)
    if verb > opens and all(atom.word in _HELPING for atom in atoms[opens:verb]):
        return None
    behind = [
        at + 1
        for at in range(opens, verb)
        if atoms[at].word in _LEADING or atoms[at].word in verbs() - _HELPING
    ]
    opens = behind[-1] if behind else _past_date(atoms, opens, verb)
    if opens < verb and atoms[opens].word in DETERMINERS | {"whose"}:
        opens += 1
    return _phrase(atoms[:verb], opens)


def _past_date(atoms: Sequence[Atom], opens: int, verb: int) -> int:
    """The place behind the date that opens a clause: "In May 2021 | unemployment was 7%"."""
    at = opens
    if word_at(atoms, at) in ("in", "by", "on", "at", "since", "during"):
        at += 1
        while at < verb and (atoms[at].kind or not atoms[at].roles.isdisjoint(_DATED)):
            at += 1
    return at if at > opens + 1 else opens


def _before_comma(atoms: Sequence[Atom], link: int) -> Phrase | None:
    """The phrase before a relative clause: "a cut to national insurance, which …"."""
    last = link - (word_at(atoms, link - 1) == ",")
    first = last
    while first > max(0, last - LONGEST) and not ends_phrase(atoms[first - 1].word):
        first -= 1
    return _phrase(atoms[:last], first) if first < last else None


def _phrase(atoms: Sequence[Atom], at: int) -> Phrase | None:
    if word_at(atoms, at) in _OF_WHAT and word_at(atoms, at + 1) == "of":
        at += 2
        at += word_at(atoms, at) in DETERMINERS
    phrase = phrase_at(atoms, at, plural=False)
    if phrase is None or any(sign.isdecimal() for sign in phrase.words):
        return None
    return None if phrase.words.rpartition(" ")[2].lower() in _NO_LEVELS else phrase
