"""What a document speaks of where a sentence stands: its paragraph's topics, and those just before.

A sentence that only judges ("It is nonsense.", “We were never asked.”) is about what its paragraph
is about. Of the sentences with a stance in our bench's articles, their own words alone point to the
right topic in four of ten, with their paragraph's in nearly six.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotate.layers.stances.subjects import Subjects
from annotate.layers.stances.touches import touches
from annotate.model import Pair

_PARAGRAPH, _BEFORE = 0.6, 0.2
"""What a topic's weight in the paragraph, and in the sentence before, counts for a sentence."""

Weights = dict[str, float]
"""By topic, how much it is touched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Themes:
    """How much each topic is spoken of around each sentence, by where the sentence starts."""

    starts: Sequence[int]
    weights: Sequence[Weights]
    before: Sequence[Weights]

    def around(self, start: int) -> Weights:
        """How much each topic is spoken of around a place."""
        at = bisect_right(self.starts, start) - 1
        return self.weights[at] if at >= 0 else {}

    def last(self, start: int) -> Weights:
        """How much each topic is touched in the last sentence before a place that touches any."""
        at = bisect_right(self.starts, start) - 1
        return self.before[at] if at >= 0 else {}


Part = tuple[Pair, str, frozenset[str]]
"""A sentence: its place, its words, the names in it."""


def themes(
    paragraphs: Iterable[Sequence[Part]], argued: Subjects, rare: Mapping[str, float]
) -> Themes:
    """What is spoken of around each sentence of some paragraphs."""
    starts: list[int] = []
    weights: list[Weights] = []
    last: list[Weights] = []
    before: Weights = {}
    held: Weights = {}
    for parts in paragraphs:
        own = [weighed(part, argued, rare) for part in parts]
        whole = _sum(*((each, 1.0) for each in own))
        for (place, _, _), each in zip(parts, own, strict=True):
            starts.append(place[0])
            weights.append(_sum((whole, _PARAGRAPH), (before, _BEFORE)))
            last.append(held)
            before, held = each, each or held
    return Themes(starts=starts, weights=weights, before=last)


def weighed(part: Part, argued: Subjects, rare: Mapping[str, float]) -> Weights:
    """How much a sentence touches each topic that is meant there, by its own words."""
    (start, _), words, names = part
    touched = (touches(matter, words, names, rare) for matter in argued.matters)
    meant = (t for t in touched if t is not None and argued.meant(t, start))
    return {touch.matter.topic.key: touch.weight for touch in meant}


def _sum(*counted: tuple[Weights, float]) -> Weights:
    total: Weights = {}
    for weights, share in counted:
        for key, weight in weights.items():
            total[key] = total.get(key, 0.0) + share * weight
    return total
