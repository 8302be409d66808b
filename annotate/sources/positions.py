"""The way back: where in a web page as received the words of a segment stand.

A parser tells no offsets, but it keeps the words in their order. So the page is read a second time,
for its words alone, by the rules that HTML's standard gives for telling tags, comments, scripts and
references from text; signs that are no white space, counted, are then the same in both readings.
Where the two differ, they are matched again behind the difference, and what lies in it has no way
back: no answer rather than a wrong one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from lxml.html import HtmlElement

from annotate.model import Page, Pair, Source, Stretch
from annotate.sources import unshown
from annotate.sources.nodes import Node
from annotate.sources.runs import REFERENCE, SILENT, Run, reference, worded

_PIECE = re.compile(rf"{REFERENCE.pattern}|&|[^\s&]+")
_WORD = re.compile(r"\S+")
_KEY = 24
"""How many signs must agree for two readings to be together again."""

_STEPS = (*range(9), 12, 16, 24, 32, 64, 128, 256, 512, 1024, 4096)
_REACH = 65_536
_MATCHES = 2_000
"""How far ahead, and how often, two readings are matched again: no page at hand needs it once."""


class Words:
    """The words of a page while its tree is walked, by turns shown and hidden ones."""

    def __init__(self) -> None:
        self._turns: list[list[str]] = [[]]

    def show(self, text: str) -> None:
        """Some text that its readers see."""
        if not len(self._turns) % 2:
            self._turns.append([])
        self._turns[-1].append(text)

    def hide(self, node: Node, children: Mapping[HtmlElement, Sequence[Node]]) -> None:
        """All the text of a node that nobody sees. children: of each element."""
        if node[1] in SILENT:
            return
        if len(self._turns) % 2:
            self._turns.append([])
        self._turns[-1] += texts(node, children)

    def turns(self) -> tuple[str, ...]:
        """The words without white space, by turns shown and hidden."""
        return tuple("".join("".join(turn).split()) for turn in self._turns)


def texts(node: Node, children: Mapping[HtmlElement, Sequence[Node]]) -> list[str]:
    """All the text in a node, hidden or not, but scripts and their like.

    children: of each element. To search the tree takes longer, and most nodes are small.
    """
    element, tag, text, _, _, _ = node
    read = tag not in SILENT
    found = [text] if text and read else []
    for child in children.get(element, ()):
        found += texts(child, children)
        if read and child[3]:
            found.append(child[3])
    return found


def led_back(source: Source, pairs: Sequence[Pair]) -> list[Stretch | None]:
    """For each stretch of a source's text the one of the page as received in which it stands.

    None for what is of no page, and for what has no way back.
    """
    if source.page is None:
        return [None] * len(pairs)
    found = stretches(source.page, source.text, pairs)
    if source.blocks and source.blocks[-1].tag == "script":
        declared = (unshown.stretch(source.page.received, source.text[a:b]) for a, b in pairs)
        found = [at or said for at, said in zip(found, declared, strict=True)]
    return [Stretch(start=at[0], end=at[1]) if at else None for at in found]


def stretches(page: Page, text: str, wanted: Sequence[Pair]) -> list[Pair | None]:
    """The stretches of the page in which stretches of its text stand; None where it has no way."""
    shown = _counted(text, {offset for pair in wanted for offset in pair})
    words = "".join(page.turns)
    behind = [*accumulate(len(turn) for turn in page.turns[::2])]
    hidden = [*accumulate(len(turn) for turn in page.turns[1::2])]

    def among(sign: int) -> int:
        """A shown sign's number among all signs of the page, hidden ones too."""
        nth = bisect_right(behind, sign)
        return sign + (hidden[nth - 1] if nth else 0)

    def ends(pair: Pair) -> Pair | None:
        """The first and last sign of a stretch; None if it has none, or hidden ones between, or is
        of what the page only declares."""
        first, last = shown[pair[0]], shown[pair[1]] - 1
        if first > last or last >= behind[-1]:
            return None
        one, other = among(first), among(last)
        return (one, other) if other - one == last - first else None

    runs = [*worded(page.received)]
    counts = [0, *accumulate(len(said) for _, said in runs)]
    matches = matched(words, "".join(said for _, said in runs))
    signs = [_found(matches, pair) if pair else None for pair in map(ends, wanted)]
    asked = sorted({sign for pair in signs if pair for sign in pair})
    places = _places(page.received, [run for run, _ in runs], counts, asked)
    return [(places[pair[0]][0], places[pair[1]][1]) if pair else None for pair in signs]


def _counted(text: str, offsets: Iterable[int]) -> Mapping[int, int]:
    """How many signs of a text stand before each offset, white space left out."""
    counts, at, count = {}, 0, 0
    for offset in sorted(offsets):
        between = text[at:offset]
        if not between.isspace():  # every second one is
            count += len("".join(between.split()))
        at = offset
        counts[offset] = count
    return counts


# the two readings


def matched(words: str, found: str) -> list[tuple[int, int, int]]:
    """Where two readings agree: first sign in each, and how many."""
    matches: list[tuple[int, int, int]] = []
    one = other = 0
    while one < len(words) and other < len(found) and len(matches) < _MATCHES:
        size = _agreeing(words, one, found, other)
        if size:
            matches.append((one, other, size))
        again = _again(words, one + size, found, other + size)
        if again is None:
            break
        one, other = again
    return matches


def _agreeing(words: str, one: int, found: str, other: int) -> int:
    """For how many signs two readings agree from here on."""
    most = min(len(words) - one, len(found) - other)
    if words[one : one + most] == found[other : other + most]:
        return most
    size, step = 0, 1
    while words[one + size : one + size + step] == found[other + size : other + size + step]:
        size += step
        step *= 2
    while step := step // 2:
        if words[one + size : one + size + step] == found[other + size : other + size + step]:
            size += step
    return size


def _again(words: str, one: int, found: str, other: int) -> Pair | None:
    """The nearest place from which two readings agree again."""
    best, reach = None, _REACH
    for step in _STEPS:
        key = words[one + step : one + step + _KEY]
        if not key or reach <= step:
            break
        start = other if len(key) == _KEY else max(other, len(found) - len(key))
        at = found.find(key, start, other + reach - step + len(key))
        if at >= 0:
            best, reach = (one + step, at), step + at - other
    if best is None:
        return None
    back = 0
    while back < min(best[0] - one, best[1] - other) and (
        words[best[0] - back - 1] == found[best[1] - back - 1]
    ):
        back += 1
    return best[0] - back, best[1] - back


def _found(matches: Sequence[tuple[int, int, int]], pair: Pair) -> Pair | None:
    """A first and a last sign of the one reading in the other, where both readings agree."""
    held = bisect_right(matches, pair[0], key=lambda match: match[0]) - 1
    if held < 0:
        return None
    one, other, size = matches[held]
    if pair[1] >= one + size:
        return None
    return pair[0] - one + other, pair[1] - one + other


# signs to offsets


def _places(
    page: str, runs: Sequence[Run], counts: Sequence[int], asked: Sequence[int]
) -> dict[int, Pair]:
    """The stretches of a page in which numbered signs stand; asked: in order."""
    places: dict[int, Pair] = {}
    nth = 0
    while nth < len(asked):
        held = bisect_right(counts, asked[nth]) - 1
        behind = nth
        while behind < len(asked) and asked[behind] < counts[held + 1]:
            behind += 1
        wanted = asked[nth:behind]
        inner = [sign - counts[held] for sign in wanted]
        pairs = _within(page, runs[held], counts[held + 1] - counts[held], inner)
        places.update(zip(wanted, pairs, strict=True))
        nth = behind
    return places


def _within(page: str, run: Run, size: int, asked: Sequence[int]) -> Sequence[Pair]:
    """The places of some of the signs of one run, in order; mostly its first and its last."""
    said = page[run.start : run.end]
    outer = len(asked) < 3 and asked[-1] in {0, size - 1} and asked[0] in {0, size - 1}
    if not outer or not (run.literal or _is_plain(said)):
        return list(_walked(page, run, asked))
    first, last = run.end - len(said.lstrip()), run.start + len(said.rstrip())
    return [(last - 1, last) if sign else (first, first + 1) for sign in asked]


def _is_plain(said: str) -> bool:
    """Whether no reference stands for the first or the last sign of some text."""
    return "&" not in said or not (said.lstrip()[0] == "&" or "&" in said.rsplit(None, 1)[-1])


def _walked(page: str, run: Run, asked: Sequence[int]) -> Iterator[Pair]:
    count = 0
    pieces = _pieces(page, run)
    start, end, size = next(pieces)
    for sign in asked:
        while sign >= count + size:
            count += size
            start, end, size = next(pieces)
        whole = end - start == size
        yield (start + sign - count, start + sign - count + 1) if whole else (start, end)


def _pieces(page: str, run: Run) -> Iterator[tuple[int, int, int]]:
    """The words and references of a run: start, end and how many signs each stands for."""
    piece = _WORD if run.literal else _PIECE
    at = run.start
    while hit := piece.search(page, at, run.end):
        start, at, size = hit.start(), hit.end(), hit.end() - hit.start()
        if not run.literal and hit[0][0] == "&":
            signs, length = reference(hit[0])
            at, size = start + length, len("".join(signs.split()))
        yield start, at, size
