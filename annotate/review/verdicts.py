"""What stands of all that was said: each coder's last word on a finding, and the one that counts.

Who undoes takes back a decision of their own. Of several coders the last counts; that they differ
is told, so that a third person can settle it. Notes decide nothing and all stand.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotate.review.decisions import Decision, Entry, NameDecision, Undo


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was decided about a finding. opinions: each coder's last word, in order of time."""

    opinions: tuple[Decision, ...]

    @property
    def decision(self) -> Decision:
        """The decision that counts."""
        return self.opinions[-1]

    @property
    def is_disputed(self) -> bool:
        """Whether coders differ."""
        return len({repr(outcome(each)) for each in self.opinions}) > 1


def standing(entries: Iterable[Entry]) -> list[Decision | NameDecision]:
    """The decisions that nobody took back, in order of time."""
    every = list(entries)
    gone = undone(every)
    return [each for each in every if not isinstance(each, Undo) and each.id not in gone]


def undone(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids of the decisions that their coders took back."""
    every = list(entries)
    coders = {each.id: each.coder for each in every}
    taken = (each for each in every if isinstance(each, Undo))
    return frozenset(each.undoes for each in taken if coders.get(each.undoes) == each.coder)


def verdicts(entries: Iterable[Entry]) -> dict[str, Verdict]:
    """What was decided about each finding, by its id."""
    last: dict[str, dict[str, Decision]] = defaultdict(dict)
    for each in standing(entries):
        if isinstance(each, Decision) and each.action != "note":
            last[each.span].pop(each.coder, None)  # the latest stands last
            last[each.span][each.coder] = each
    return {span: Verdict(opinions=tuple(words.values())) for span, words in last.items()}


def outcome(decision: Decision) -> Mapping[str, Any] | None:
    """The finding that a decision leaves, as far as coders can agree on it; None for none."""
    if decision.action == "reject":
        return None
    record = decision.record
    return {key: record[key] for key in sorted(record) if key not in _APART}


_APART = frozenset({"id", "by", "score", "text", "prefix", "suffix"})
"""What of a record says nothing of the text."""
