"""The ledger's quantities laid out for a page: each with its picture and its table."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, islice
from typing import NamedTuple

from annotate.bounds import stated
from annotate.figures import Entry, Line
from annotate.figures.aspects import factor
from annotate.figures.conflicts import bounds
from annotate.figures.sums import Sum
from annotate.publish.chart import VERDICTS, Chart, chart, time_words
from annotate.store.figures import Figure

SHOWN = {
    "contested": "contested",
    "compared": "given more than once",
    "all": "all",
}
"""What a reader can have shown, and what it is called."""

FEW = 16
"""Figures of a quantity among others that are drawn and told; its own page has all of them."""

DRAWN = 60
"""Marks that a picture has room for."""

LONGEST = 220
"""Characters of a sentence in a table; the article has all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A line of the table: what is stated, when, by whom, at which hand, in which words."""

    line: Line
    stated: str
    hand: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A quantity laid out: its picture, its rows by time, and what its figures do to each other.

    told, total: how many of its figures the table has, and how many there are.
    """

    entry: Entry
    verdict: str
    chart: Chart | None
    rows: tuple[tuple[str, tuple[Told, ...]], ...]
    told: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """A sum that a text states, with its sentence."""

    sum: Sum
    before: str
    words: str
    after: str


class Listed(NamedTuple):
    """A quantity, how many figures it has, and all words that it can be sought by."""

    entry: Entry
    size: int
    told: str


def listed(entries: Iterable[Entry]) -> list[Listed]:
    """The quantities with their sizes and the words of their titles and speakers."""
    return [Listed(entry, entry.size, _told_of(entry)) for entry in entries]


def _told_of(entry: Entry) -> str:
    return " ".join((entry.title, *{line.voice: None for line in entry.lines})).casefold()


def chosen(entries: Iterable[Listed], shown: str, words: str) -> list[Entry]:
    """The quantities that a reader asks for: of a kind, with all words in title or speakers."""
    wanted = words.casefold().split()
    return [
        entry
        for entry, size, told in entries
        if (shown != "contested" or entry.contested)
        and (shown != "compared" or size > 1)
        and all(word in told for word in wanted)
    ]


def named(entries: Iterable[Listed], key: str) -> list[Entry]:
    """The quantities of a key: one, or those that the codebook puts together and cannot compare."""
    return [each.entry for each in entries if each.entry.key == key]


def laid_out(each: Entry | Sum) -> Shown | Reckoned:
    """A quantity among others, or a sum that a text states, laid out."""
    if not isinstance(each, Entry):
        return _reckoned(each)
    some = spread(each, FEW)
    return _shown(each, some, drawn=some)


def laid_out_whole(entry: Entry, *, first: int, most: int) -> Shown:
    """A quantity on a page of its own, with so many figures from the first on."""
    wanted = range(entry.size)[first : first + most]
    return _shown(entry, wanted, drawn=spread(entry, DRAWN))


def spread(entry: Entry, most: int) -> Sequence[int]:
    """Where some of the lines stand, evenly over their times, the least and the most among them.

    Lines of one time stand in the order of their sizes, so that these are at the ends of one.
    """
    if entry.size <= most:
        return range(entry.size)
    starts, lines = _starts(entry), entry.lines
    ends = set(starts) | {at - 1 for at in starts[1:]} | {len(lines) - 1}
    sizes = {at: bounds(lines[at].figure) for at in ends}
    taken = {
        min(ends, key=lambda at: (sizes[at][0], at)),
        max(ends, key=lambda at: (sizes[at][1], -at)),
    }
    even = (round(at * (len(lines) - 1) / (most - 1)) for at in range(most))
    taken.update(islice((at for at in even if at not in taken), most - len(taken)))
    return sorted(taken)


def _starts(entry: Entry) -> list[int]:
    """Where the lines of each time begin."""
    sizes = [len(row.lines) for row in entry.rows]
    return [0, *accumulate(sizes)][: len(sizes)]


def _shown(entry: Entry, told: Sequence[int], *, drawn: Sequence[int]) -> Shown:
    """A quantity laid out. told, drawn: which of its lines stand in the table, in the picture."""
    starts, lines = _starts(entry), entry.lines
    rows = [
        (entry.rows[at].time, tuple(_told(lines[n]) for n in some))
        for at, some in groupby(told, key=lambda n: bisect_right(starts, n) - 1)
    ]
    return Shown(
        entry=entry,
        verdict=VERDICTS[entry.verdict],
        chart=chart(entry, [lines[n] for n in drawn]),
        rows=tuple((time_words(time), some) for time, some in rows),
        told=len(told),
        total=len(lines),
    )


def _reckoned(each: Sum) -> Reckoned:
    claim = each.claim
    before, words, after = _cut(claim.figure, claim.start, claim.end)
    return Reckoned(sum=each, before=before, words=words, after=after)


def sought(sums: Iterable[Sum], words: str) -> list[Sum]:
    """The sums whose sentence or article has all words."""
    wanted = words.casefold().split()
    return [each for each in sums if all(word in _told_with(each) for word in wanted)]


def _told_with(each: Sum) -> str:
    figure = each.claim.figure
    counted = (operand.counted or "" for operand in each.operands)
    return " ".join((figure.sentence or "", figure.title or "", *counted)).casefold()


def _told(line: Line) -> Told:
    before, words, after = _sentence(line)
    return Told(
        line=line,
        stated=_stated(line),
        hand=_hand(line),
        before=before,
        words=words,
        after=after,
    )


def _stated(line: Line) -> str:
    """What is stated, a fraction as the share that it is compared by too."""
    figure = line.figure
    told = stated(figure)
    if figure.label == "fraction" and figure.value is not None:
        return f"{figure.value * factor(figure):.3g}%"
    return told


def _hand(line: Line) -> str:
    """Whether a figure is given at first hand, and what it repeats."""
    if not line.is_repeated:
        return "first hand"
    before = line.repeats
    if before is None:
        return "repeated"
    if before.document == line.figure.document:
        return f"repeated from {_paragraph(before.paragraph)}" if before.paragraph else "said again"
    return f"repeated; before it {before.title or before.document}"


def _paragraph(number: int | None) -> str:
    return f"¶ {number}"


def _sentence(line: Line) -> tuple[str, str, str]:
    """The sentence of a figure, cut to what stands near, with the figure's words apart."""
    return _cut(line.figure, line.figure.start, line.figure.end)


def _cut(figure: Figure, start: int, end: int) -> tuple[str, str, str]:
    """A figure's sentence, cut to what stands near some of its words, these apart."""
    sentence, opens = figure.sentence or "", figure.sentence_start or 0
    words = sentence[start - opens : end - opens]
    if not words:
        return "", " ".join(figure.text.split()), ""
    room = max(0, LONGEST - len(words)) // 2
    before, after = sentence[: start - opens], sentence[end - opens :]
    if len(before) > room:
        before = "… " + before[-room:].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return _line(before), _line(words).strip(), _line(after)


def _line(words: str) -> str:
    """Words with each run of white space as one space, those at the ends included."""
    ends = (" " * words[:1].isspace(), " " * words[-1:].isspace())
    return ends[0] + " ".join(words.split()) + (ends[1] if words.strip() else "")
