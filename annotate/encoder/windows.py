"""Long texts in windows that the encoder can take, side by side in batches of like length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotate.encoder.pieces import Pieces

LONGEST = 120
"""Words of a window: about as many as the texts had that the encoder learned from."""

BEFORE = 40
"""Words of a sentence before that a window also sees, if it is not longer."""

OVERLAP = 20
"""Words that the windows of a sentence share which is too long for one."""

SIZE = 256
"""Sub-words of a batch, padding included: what the layers make of them stays in a core's cache.
Measured by `tests/bench/pipeline.py`: 2048 took 2.8 times as long, 512 a seventh longer."""

START = 10
"""Sub-words that the layers would take in the time that a batch costs whatever is in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Words of a text read together, from start to end; answered for from first to last."""

    text: int
    start: int
    first: int
    last: int
    end: int


def windows(text: int, count: int, starts: Sequence[int]) -> Iterator[Window]:
    """The windows of a text of so many words; each word is answered for by one.

    starts: the first words of its sentences.
    """
    first, before = 0, 0
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], count], strict=False)):
        if start > first and end - first > LONGEST:
            yield Window(text=text, start=before, first=first, last=start, end=start)
            first, before = start, _before(starts, number)
        while end - first > LONGEST:
            yield Window(
                text=text,
                start=before,
                first=first,
                last=first + LONGEST - OVERLAP,
                end=first + LONGEST,
            )
            first += LONGEST - OVERLAP
            before = first - OVERLAP
    if count > first:
        yield Window(text=text, start=before, first=first, last=count, end=count)


def _before(starts: Sequence[int], number: int) -> int:
    """Where a window begins whose first sentence is this one, with what it sees before."""
    start = starts[number]
    return starts[number - 1] if number and start - starts[number - 1] <= BEFORE else start


def batches(
    windows: Sequence[Window], texts: Sequence[Sequence[str]], pieces: Pieces
) -> Iterator[list[Window]]:
    """The windows in groups of like length, cut where the whole takes the least time.

    Each is of at most so many sub-words, or one window that is longer.
    """
    lengths = [pieces.count(texts[each.text][each.start : each.end]) + 2 for each in windows]
    order = sorted(range(len(windows)), key=lengths.__getitem__)
    cuts = _cuts([lengths[number] for number in order])
    for start, end in pairwise(cuts):
        yield [windows[number] for number in order[start:end]]


def _cuts(lengths: Sequence[int]) -> list[int]:
    """Where rising lengths are best cut into batches, from 0 to their number."""
    spent, begun = [0], [0]
    for end, longest in enumerate(lengths, start=1):
        first = max(0, min(end - SIZE // longest, end - 1))
        least, start = min((spent[at] + longest * (end - at), at) for at in range(first, end))
        spent.append(least + START)
        begun.append(start)
    cuts = [len(lengths)]
    while cuts[-1]:
        cuts.append(begun[cuts[-1]])
    return cuts[::-1]
