"""Names out of labels: where a name begins, goes on and ends, decided for a passage at once."""

import numpy as np
from numpy.typing import NDArray

from annotate.model import ENTITY_LABELS

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def tag(part: str, kind: str) -> str:
    """The label of a word in a name: its part (B, I, L or U for a name of one word) and kind."""
    return f"{part}-{kind}"


LABELS = ("O", *(tag(part, kind) for kind in sorted(ENTITY_LABELS) for part in "BILU"))
"""The labels of the head for names, in its order."""


def _may_follow(label: str, after: str) -> bool:
    if label[0] in "BI":
        return after[0] in "IL" and after[2:] == label[2:]
    return after[0] in "BUO"


_STEPS = np.array([[0.0 if _may_follow(a, b) else -1e4 for b in LABELS] for a in LABELS], "float32")
_FIRST = np.array([-1e4 if label[0] in "IL" else 0.0 for label in LABELS], "float32")
_LAST = np.array([-1e4 if label[0] in "BI" else 0.0 for label in LABELS], "float32")


_CLOSES = np.array([label[0] in "OLU" for label in LABELS])
_OPENS = np.array([label[0] in "OBU" for label in LABELS])
"""Labels after which no name goes on, and that go on with none: a cut between parts no name."""


def path(scores: Floats) -> list[int]:
    """The best sequence of labels that makes whole names; scores: word × label."""
    if not len(scores):
        return []
    labels = scores.argmax(axis=1)
    broken = np.flatnonzero(_broken(labels))
    if len(broken):
        return _mended(scores, labels, broken)
    return list(labels.tolist())  # the best of each word is the best of all


def _broken(labels: Ints) -> NDArray[np.bool_]:
    """Of which words the label does not go with the next one's, or with where the passage ends."""
    broken = np.empty(len(labels), dtype=bool)
    broken[:-1] = _STEPS[labels[:-1], labels[1:]]
    broken[-1] = _LAST[labels[-1]]
    broken[0] |= bool(_FIRST[labels[0]])
    return broken


def _mended(scores: Floats, labels: Ints, broken: Ints) -> list[int]:
    """The best sequence, searched only around the words whose labels do not go together.

    It is searched in full if a name across a cut may be likelier: if to let it go on costs a word
    beside the cut less than was lost.
    """
    cuts = np.flatnonzero(_CLOSES[labels[:-1]] & _OPENS[labels[1:]]) + 1
    bounds = np.array([0, *cuts, len(labels)])
    best = scores.max(axis=1)
    before, behind = (best - scores[:, ~cut].max(axis=1) for cut in (_CLOSES, _OPENS))
    lost, cost = 0.0, np.inf
    for number in np.unique(np.searchsorted(bounds, broken, side="right")):
        start, end = bounds[number - 1 : number + 1]
        found = labels[start:end] = searched(scores[start:end])
        lost += float((best[start:end] - scores[np.arange(start, end), found]).sum())
        cost = min([cost, *before[:start][-1:], *behind[end:][:1]])
    return list(labels.tolist()) if lost <= cost else searched(scores)


def searched(scores: Floats) -> list[int]:
    """The same, step by step, where the best labels of the words do not go together."""
    best = scores[0] + _FIRST
    back = np.empty(scores.shape, dtype=np.int64)
    for number, row in enumerate(scores[1:], start=1):
        steps = best[:, None] + _STEPS
        back[number] = steps.argmax(axis=0)
        best = steps.max(axis=0) + row
    at = int((best + _LAST).argmax())
    labels = [at]
    for number in range(len(scores) - 1, 0, -1):
        at = int(back[number, at])
        labels.append(at)
    return labels[::-1]


def spans(labels: list[int]) -> list[tuple[int, int, str]]:
    """The names that a sequence of labels makes: first word, the word after the last, kind."""
    found, first = [], 0
    for number, label in enumerate(LABELS[at] for at in labels):
        if label[0] in "BU":
            first = number
        if label[0] in "LU":
            found.append((first, number + 1, label[2:]))
    return found
