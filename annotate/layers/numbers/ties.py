"""The dates to which a sentence ties its figures.

"In 1999, 148 settled; in 2009, 2,952": a figure goes with the date of its own clause, else with the
sentence's only date, if a preposition ties that date to an event.
"""

from bisect import bisect_right
from collections.abc import Sequence

from annotate.language import Passage
from annotate.layers.numbers.atoms import Atom
from annotate.layers.numbers.expressions import Draft
from annotate.layers.numbers.neighbours import near

TIED = frozenset({"count", "money", "percent", "fraction", "measure"})

_TIES = near("ties-ties")
_AS_OF = ("as", "of")


def sentence_ends(passage: Passage, atoms: Sequence[Atom]) -> list[int]:
    """The characters at which the passage's sentences begin."""
    return [words.start_char for words in passage.parsed.sents] if atoms else []


def dates_of(
    drafts: Sequence[Draft], atoms: Sequence[Atom], starts: Sequence[int]
) -> dict[int, str]:
    """For the first piece of each figure that a date is tied to, that date in ISO 8601."""
    dates = [
        draft
        for draft in drafts
        if draft.label == "date" and _told(draft) and _is_tie(draft, atoms)
    ]
    if not dates:
        return {}
    found: dict[int, str] = {}
    for draft in drafts:
        if draft.label in TIED and (date := _date_for(draft, dates, atoms, starts)):
            found[draft.first] = date
    return found


def _told(draft: Draft) -> str | None:
    if draft.value is not None:
        return str(draft.value)
    return f"{draft.low}/{draft.high}" if draft.low and draft.high else None


def _is_tie(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a date is where something stands or happens, not since when or until when."""
    at = draft.first - 1
    while at >= 0 and atoms[at].word in ("the", "early", "late", "mid", "end", "-"):
        at -= 1
    word = atoms[at].word if at >= 0 else "in"
    return word in _TIES or draft.rule.startswith("relative") or at < 0


def _sentence(at: int, atoms: Sequence[Atom], starts: Sequence[int]) -> int:
    return bisect_right(starts, atoms[at].start)


def _date_for(
    draft: Draft, dates: Sequence[Draft], atoms: Sequence[Atom], starts: Sequence[int]
) -> str | None:
    own = _sentence(draft.first, atoms, starts)
    near = [date for date in dates if _sentence(date.first, atoms, starts) == own]
    if not near:
        return None
    clause = [date for date in near if not _parted(draft, date, atoms)]
    if clause:
        near = clause
    elif len(near) > 1:
        return None
    return _told(min(near, key=lambda date: _distance(draft, date)))


def _distance(draft: Draft, date: Draft) -> int:
    return max(date.first - draft.last, draft.first - date.last)


_PARTING = frozenset({";", ":", "—", "–"})


def _parted(draft: Draft, date: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a mark parts a figure's clause from a date's."""
    first, last = min(draft.last, date.last), max(draft.first, date.first)
    return any(atom.word in _PARTING for atom in atoms[first:last])
