"""Names that lists know for one thing only and that a trained pipeline overlooks.

"Maoist rebels", "in the West Bank", "the port of Aden": a list needs no agreement where the name
stands apart, that is, where no capitals beside it tell of a longer name ("Royal Caribbean").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from annotate import lexicons
from annotate.layers.entities.proposals import Proposal, near
from annotate.layers.entities.words import is_small, opens
from annotate.offsets import Row

LISTS = ("gazetteer:cities", "gazetteer:events", "gazetteer:groups", "gazetteer:regions")
"""The lists of which what stands apart is right in nine cases of ten, by 2,500 texts of news."""

_BEFORE = re.compile(
    r"(?<![^\W_])(?!(?:The|In|At|On|For|From) )[A-Z][\w.'’]*(?<![’']s)(?: and)? \Z"
)
_BEHIND = re.compile(r" (?:and )?[A-Z]")
_JOINED = re.compile(r"[\w’'][–-]\Z"), re.compile(r"[–-]\w")


def standing(
    text: str, proposals: Iterable[Proposal], taken: Iterable[Proposal]
) -> Iterator[Proposal]:
    """The lists' proposals that stand apart in a passage and overlap nothing that is taken."""
    taken = list(taken)
    placed = Row(taken)
    listed = [
        each
        for each in proposals
        if each.by.startswith(LISTS)
        and not (each.weak or near(each, placed))
        and each.canonical.lower() not in _not_alone()
    ]
    left: list[Proposal] | None = None
    while left != listed:  # what is left out tells of nothing beside it
        left = listed
        beside = [each for each in (*taken, *left) if each.label in ("GPE", "LOC", "NORP")]
        listed = [each for each in left if _is_apart(text, each, beside)]
    yield from listed


@cache
def _not_alone() -> frozenset[str]:
    """Names that mean more than one thing: days ("by Christmas"), the West ("a Western scene")."""
    return frozenset({"western", *(row[0].lower() for row in lexicons.table("holidays"))})


def _is_apart(text: str, name: Proposal, others: Sequence[Proposal]) -> bool:
    """Whether no capitals stand beside a name but those of a place or a people, the others."""
    before, behind = _BEFORE.search(text, 0, name.start), _BEHIND.match(text, name.end)
    if _JOINED[0].search(text, 0, name.start) or _JOINED[1].match(text, name.end):
        return False
    opening = before and opens(text, before.start()) and _only_tells(before[0].strip())
    if (
        before
        and not opening
        and not any(before.start() < each.end <= name.start for each in others)
    ):
        return False
    return not behind or any(each.start == behind.end() - 1 for each in others)


_TELL = frozenset(("Angry", "Ethnic", "Local", "Militant", "Moderate", "Radical", "Rival", "Young"))


def _only_tells(word: str) -> bool:
    """Whether a word that opens a sentence is none of a name: "Suspected | Fulani herders"."""
    return word.endswith("ed") or word in _TELL or is_small(word)
