"""Quotations out of labels and links: which words are sources, cues and contents, and of which.

A label says of each word what it may be, and a link to which cue it belongs; a content in several
pieces is one quotation if its pieces lead to one cue.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Words = tuple[int, int]

OUTSIDE, BEGIN, INSIDE = range(3)
_NEVER = -1e4

SURE = 0.5
"""How likely the words of a content must be on average for it to be proposed."""


KEEN = 1.5
"""How much likelier a word is taken for a cue than the network says, as a logarithm. It has learned
from few texts and misses cues more often than it makes them up: both halves of news and our own
texts held out gain by it, even where only an agreement with rules is asked
(tests/bench/attribution.py)."""

_LEANING = np.array([0, KEEN, KEEN], np.float32)

FAR = 40
"""Words between a cue and what belongs to it at most: links were learned within paragraphs, and say
nothing of a cue on another page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Who says what by which word; places are first words and the words after the last.

    contents: the pieces in order. score: how likely the words of the content are content.
    """

    contents: tuple[Words, ...]
    cue: Words
    source: Words | None
    score: float


def quotations(heads: Mapping[str, Floats]) -> list[Quotation]:
    """The quotations of a passage, by the place of their cue.

    heads: for source, cue and content the logarithms of what each word may be, word × label; for
    the links of source and content the two sides of the comparison with a cue, word × number.
    """
    cues = runs(heads["cue"] + _LEANING)
    contents = runs(heads["content"]) if cues else []
    if not contents:
        return []
    said = _by_cue(contents, _links(heads, "content", cues), cues)
    links = _links(heads, "source", cues)
    sources = _by_cue(runs(heads["source"]), links, cues)
    found = [
        Quotation(
            contents=tuple(said[cue]),
            cue=cue,
            source=_best(sources.get(cue, ()), links[:, number]),
            score=_score(said[cue], heads["content"]),
        )
        for number, cue in enumerate(cues)
        if cue in said
    ]
    return [each for each in found if each.score >= SURE]


def _links(heads: Mapping[str, Floats], role: str, cues: Sequence[Words]) -> Floats:
    """How well each word goes with each cue's first word, word × cue."""
    firsts = [cue[0] for cue in cues]
    links: Floats = heads[f"{role}_link_one"] @ heads[f"{role}_link_other"][firsts].T
    return links


def runs(scores: Floats) -> list[Words]:
    """The stretches that the best sequence of labels makes: nothing goes on that has not begun."""
    labels = scores.argmax(axis=1)
    if (labels == OUTSIDE).all():
        return []
    if (labels[:1] == INSIDE).any() or ((labels[1:] == INSIDE) & (labels[:-1] == OUTSIDE)).any():
        labels = np.array(_path(scores))
    starts = np.flatnonzero(labels == BEGIN)
    return [(int(start), _end(labels, int(start))) for start in starts]


def _end(labels: NDArray[np.int64], start: int) -> int:
    end = start + 1
    while end < len(labels) and labels[end] == INSIDE:
        end += 1
    return end


def _path(scores: Floats) -> list[int]:
    """The best labels of which none is inside of what has not begun, word by word."""
    # Three labels are too few for arrays: plain numbers take a quarter of the time.
    first, *others = scores.tolist()
    best = [first[OUTSIDE], first[BEGIN], first[INSIDE] + _NEVER]
    back = []
    for outside, begin, inside in others:
        any_ = best.index(max(best))
        held = BEGIN if best[BEGIN] >= best[INSIDE] else INSIDE
        back.append((any_, any_, held))
        best = [best[any_] + outside, best[any_] + begin, best[held] + inside]
    labels = [best.index(max(best))]
    for came in reversed(back):
        labels.append(came[labels[-1]])
    return labels[::-1]


def _by_cue(
    stretches: Iterable[Words], links: Floats, cues: Sequence[Words]
) -> dict[Words, list[Words]]:
    """The stretches by the cue that their words lead to, of those that are near."""
    led: dict[Words, list[Words]] = {}
    begins, ends = np.array(cues, dtype=np.int64).reshape(-1, 2).T
    for stretch in stretches:
        near = np.flatnonzero((begins - stretch[1] <= FAR) & (stretch[0] - ends <= FAR))
        if len(near):
            scores = links[slice(*stretch)][:, near].mean(axis=0)
            led.setdefault(cues[near[int(scores.argmax())]], []).append(stretch)
    return led


def _best(sources: Sequence[Words], links: Floats) -> Words | None:
    """The stretch that goes best with a cue; links: how well each word does."""
    return max(sources, key=lambda each: float(links[slice(*each)].mean()), default=None)


def _score(contents: Sequence[Words], scores: Floats) -> float:
    outside = np.concatenate([scores[start:end, OUTSIDE] for start, end in contents])
    return float(1 - np.exp(outside).mean())
