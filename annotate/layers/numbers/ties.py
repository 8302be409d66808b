"""The dates to which a sentence ties its figures.

"In 1999, 148 settled; in 2009, 2,952": a date that opens a clause holds for the figures in it, and
one that follows a figure without a comma holds for that figure. A date of speaking ("said on
Monday") or of comparing ("than in 2012") holds for none.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from annotate.language import Passage
from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.drafts import Draft
from annotate.layers.numbers.neighbours import near

TIED = frozenset({"count", "money", "percent", "fraction", "measure"})

_TIES = near("ties-ties")
_TELLING = near("ties-telling")
_SPANNING = frozenset({"between", "from", "since"})
"""Words that open a period and tie it by themselves: "fell by a tenth between 2010 and 2022"."""

_TAKING = frozenset({"took", "take", "takes", "taken", "taking", "let", "brought"})
_SUBORDINATE = frozenset({"when", "while", "whereas", "although", "though", "if", "because"})
_RELATIVES = frozenset({"which", "who", "whose"})
_ASIDES = frozenset({",", "-", "–", "—"})
_AFTER = frozenset({"after", "amid", "before", "despite", "following", "since", "until"})
_EVENTS_TO_COME = frozenset({"ahead", "before", "pending", "until"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_COMPARING = frozenset({"compared", "than", "versus"})
_NOW = frozenset({"are", "employs", "has", "have", "is"})
_SAYING = frozenset({"announced", "said", "says", "told", "wrote"})
_COMMAS = frozenset({",", ";", ":", "—", "–", ".", "?", "!"})
_PARTING = frozenset({";", ":", ".", "?", "!"})


def sentence_starts(passage: Passage) -> list[int]:
    """The characters at which the passage's sentences begin."""
    return [passage.starts[first] for first, _ in passage.sentences]


def dates_of(drafts: Sequence[Draft], atoms: Sequence[Atom], passage: Passage) -> dict[int, Draft]:
    """For the first piece of each figure that a date is tied to, that date."""
    dates = [draft for draft in drafts if draft.label == "date" and _is_tie(draft, atoms)]
    if not dates:
        return {}
    starts = sentence_starts(passage)
    found: dict[int, Draft] = {}
    by_sentence: dict[int, list[Draft]] = {}
    for date in dates:
        by_sentence.setdefault(bisect_right(starts, atoms[date.first].start), []).append(date)
    last: tuple[int, Draft] | None = None
    for draft in drafts:
        if draft.label not in TIED:
            continue
        own = bisect_right(starts, atoms[draft.first].start)
        tied = _date_for(draft, by_sentence.get(own, ()), atoms, starts[own - 1] if own else 0)
        if tied is None and last and last[0] == own and _of_them(draft, atoms):
            tied = last[1]
        if tied:
            found[draft.first], last = tied, (own, tied)
    return found


def told(draft: Draft) -> str | None:
    """A date as one string, an interval with a slash."""
    if draft.value is not None:
        return str(draft.value)
    return f"{draft.low}/{draft.high}" if draft.low and draft.high else None


def _is_tie(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a date tells when something stands or happens."""
    return told(draft) is not None and (_is_plain_tie(draft, atoms) or _is_of_event(draft, atoms))


def _is_of_event(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a date is of an event that a clause tells more of: "the 1995 attack that killed"."""
    thing, link = word_at(atoms, draft.last), word_at(atoms, draft.last + 1)
    return thing.isalpha() and thing not in _TIES and link in ("that", "which")


def _is_told_of(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a date only says which things are spoken of: "guilty of the 1991 killings"."""
    thing = word_at(atoms, draft.last)
    named = thing.isalpha() and thing not in _TIES and atoms[draft.last].text.islower()
    leads = word_at(atoms, draft.first - 1) == "the" and word_at(atoms, draft.first - 2) == "of"
    return draft.rule == "year" and named and leads


def _is_plain_tie(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a date ties figures before and behind it."""
    if draft.value is None and _opening(draft, atoms) in _SPANNING:
        return True
    at = _lead(draft, atoms)
    if at < 0 or atoms[at].word == "(":
        return True
    if not (atoms[at].word in _TIES or draft.rule.startswith(_BY_THEMSELVES)):
        return False
    before = {atom.word for atom in atoms[max(0, at - 1) : at + 1]}
    return before.isdisjoint(_TELLING) and "than" not in before


def _lead(draft: Draft, atoms: Sequence[Atom]) -> int:
    """The piece before a date, but for what only leads to it."""
    at = draft.first - 1
    while at >= 0 and atoms[at].word in ("the", "-", "(", "year"):
        at -= 1
    return at


_BY_THEMSELVES = ("relative", "ago", "beside", "parts-ago", "named-day", "part-of")
"""Rules of dates that tie figures without a word before them: "12 were held yesterday"."""


def _opening(draft: Draft, atoms: Sequence[Atom]) -> str:
    """The word that opens a period, within what was read or before it."""
    word = atoms[draft.first].word
    return word if word in _SPANNING or not draft.first else atoms[draft.first - 1].word


def _of_them(draft: Draft, atoms: Sequence[Atom]) -> bool:
    words = [atom.word for atom in atoms[draft.last : draft.last + 2]]
    return words in (["of", "them"], ["of", "whom"], ["of", "these"])


def _date_for(
    draft: Draft, dates: Sequence[Draft], atoms: Sequence[Atom], opens: int
) -> Draft | None:
    if draft.label == "measure" and word_at(atoms, draft.last) in _WAYS:
        return None  # "400 kilometres west of the town"
    lead = [atom.word for atom in atoms[max(0, draft.first - 2) : draft.first]]
    if lead[-1:] == ["in"] and lead[0] not in _TAKING:
        return None
    if (beside := _time_beside(draft, dates)) or _is_of_the_time_before(draft, atoms):
        return beside
    holding = [date for date in dates if _holds(date, draft, atoms, opens)]
    return min(holding, key=lambda date: _distance(date, draft, atoms), default=None)


_WAYS = frozenset(
    ["away", "east", "north", "northeast", "northwest", "off", "south", "southeast", "southwest"]
) | {"west", "from", "outside"}
"""What a distance is told by."""


def _time_beside(draft: Draft, dates: Sequence[Draft]) -> Draft | None:
    """The time of a figure that is of another than its sentence: "266 (calls) the year before"."""
    near_by = range(draft.last, draft.last + _BESIDE)
    return next((each for each in dates if each.rule == "beside" and each.first in near_by), None)


_BESIDE = 4
"""Pieces from a figure to the time beside another that it is of, fewer than."""


def _is_of_the_time_before(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a figure is of a time before the sentence's date: "266 (calls) the year before"."""
    words = [atom.word for atom in atoms[draft.last : draft.last + 4]]
    for at in range(min(2, len(words))):
        first, *rest = words[at : at + 3]
        if not all(word.isalpha() for word in words[:at]):
            break
        if len(rest) < 2 or first not in ("a", "the", "one"):
            continue
        if rest[0] in _PERIODS and rest[1] in ("before", "earlier", "previously"):
            return True
        if first == "the" and rest[0] in ("previous", "prior") and rest[1] in _PERIODS:
            return True
    return False


_PERIODS = frozenset({"day", "month", "quarter", "season", "week", "weekend", "year"})
_TIMES = _PERIODS | {"decade", "time"}


def _distance(date: Draft, draft: Draft, atoms: Sequence[Atom]) -> tuple[bool, int, bool]:
    """How far a date is; of two as far the one behind: "from 148 in 1999 to 2,952 in 2009".

    One behind an "and" is the next figure's: "in 2011 it was 21,000 and by 2012 it was 23,000".
    """
    between = {atom.word for atom in atoms[draft.last : date.first]}
    far = max(date.first - draft.last, draft.first - date.last)
    return not between.isdisjoint(_JOINING), far, date.first < draft.first


_JOINING = frozenset({"and", "but"})


def _holds(date: Draft, draft: Draft, atoms: Sequence[Atom], opens: int) -> bool:
    """Whether a date's clause has a figure in it."""
    if date.first >= draft.last:
        if not _is_plain_tie(date, atoms) or _is_told_of(date, atoms):
            return False
        between = {atom.word for atom in atoms[draft.last : date.first]}
        if "to" in between and word_at(atoms, draft.first - 1) == "from":
            return False  # "dropped from 12% to 10% in January"
        if not between.isdisjoint(_COMPARING):
            return False  # "a 50 percent increase compared to 2018"
        if not between.isdisjoint(_EVENTS_TO_COME):
            return False  # "named 15 ministers before elections due in 2009"
        aims = "to" in between and word_at(atoms, _lead(date, atoms)) == "by"
        if aims and any(atom.kind for atom in atoms[draft.last : date.first]):
            return False  # "closes 125 shops to save $700m by 2008"
        return between.isdisjoint(_COMMAS)
    words = [atom.word for atom in atoms[date.last : draft.first]]
    between = set(words)
    if _is_other_clause(date, words, atoms) or (words == ["to"] and _changes_from(date, atoms)):
        return False
    if between.isdisjoint(_COMMAS):
        return True
    if not between.isdisjoint(_PARTING) or not between.isdisjoint(_TELLING):
        return False
    return _opens_clause(date, atoms, opens)


def _is_other_clause(date: Draft, words: Sequence[str], atoms: Sequence[Atom]) -> bool:
    """Whether the words from a date to a figure lead to what is said apart from the date."""
    if words[:1] == ["from"]:
        return True  # "slowed to 4.5% in 2009 from 6% …"
    since = _lead(date, atoms)
    counts_from = word_at(atoms, since) == "since" and word_at(atoms, since - 1) in _TIMES
    if words[:1] == ["that"] and counts_from:
        return True  # "the second year since 2001 that prices rose by less than 8%"
    if words[:1] and words[0] in _OWNING and not _SUBORDINATE.union(_AFTER).isdisjoint(words):
        return True  # "Wednesday's vote after a loss of £2m"
    for one, two in pairwise(words):
        if one in _ASIDES and two in _RELATIVES:
            return True  # "on Friday he hinted at a cut to the levy, which fell from 12%"
        if one == "and" and two in _NOW:
            return True  # "was launched in 1998 and has 70 staff"
    return not _SAYING.isdisjoint(words)  # "on Friday the ministry said 12 had died"


def _changes_from(date: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a date is that of what something was before: "from 148 in 1999 | to 2,952"."""
    before = [atom.word for atom in atoms[max(0, date.first - _CHANGE) : date.first]]
    return "from" in before and before[-1] in _TIES


_CHANGE = 8
"""Pieces from the "from" of a change to its date, at most."""


def _opens_clause(date: Draft, atoms: Sequence[Atom], opens: int) -> bool:
    """Whether a date stands before the first comma of its sentence or of what follows a ";"."""
    lead: list[str] = []
    for atom in reversed(atoms[: date.first]):
        if atom.start < opens or atom.word in _PARTING:
            break
        if atom.word in _COMMAS:
            return False
        lead.append(atom.word)
    return _SUBORDINATE.isdisjoint(lead)
