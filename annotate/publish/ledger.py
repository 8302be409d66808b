"""The ledger's quantities laid out for a page: each with its picture and its table."""

from dataclasses import dataclass
from itertools import pairwise

from annotate.bounds import stated
from annotate.figures import Entry, Line
from annotate.figures.figure import Figure
from annotate.figures.sums import Sum
from annotate.figures.units import factor
from annotate.offsets import inside
from annotate.publish.chart import VERDICTS, Chart, chart, time_words
from annotate.publish.display import seen
from annotate.store.ledger import Kept
from annotate.store.markup import Hidden

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


def laid_out(kept: Kept, hidden: Hidden) -> Shown:
    """A quantity laid out, with the figures of it that are here. hidden: of their articles."""
    entry = kept.entry
    rows = (
        (time_words(row.time), tuple(_told(line, hidden) for line in row.lines))
        for row in entry.rows
    )
    return Shown(
        entry=entry,
        verdict=VERDICTS[entry.verdict],
        chart=chart(entry, kept.drawn),
        rows=tuple(rows),
        told=entry.size,
        total=kept.size,
    )


def reckoned(each: Sum, hidden: Hidden) -> Reckoned:
    """A sum that a text states, laid out. hidden: of its article."""
    claim = each.claim
    before, words, after = _cut(claim.figure, claim.start, claim.end, hidden)
    return Reckoned(sum=each, before=before, words=words, after=after)


def _told(line: Line, hidden: Hidden) -> Told:
    before, words, after = _cut(line.figure, line.figure.start, line.figure.end, hidden)
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


def _cut(figure: Figure, start: int, end: int, hidden: Hidden) -> tuple[str, str, str]:
    """A figure's sentence, cut to what stands near some of its words, these apart."""
    sentence, opens = figure.sentence or "", figure.sentence_start or 0
    if not sentence[start - opens : end - opens]:
        return "", " ".join(figure.text.split()), ""
    gone = hidden.get(figure.document, ())
    before, words, after = (
        seen(sentence[first - opens : last - opens], inside(gone, first, last))
        for first, last in pairwise((opens, start, end, opens + len(sentence)))
    )
    room = max(0, LONGEST - len(words)) // 2
    if len(before) > room:
        before = "… " + before[-room:].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return _line(before), _line(words).strip(), _line(after)


def _line(words: str) -> str:
    """Words with each run of white space as one space, those at the ends included."""
    ends = (" " * words[:1].isspace(), " " * words[-1:].isspace())
    return ends[0] + " ".join(words.split()) + (ends[1] if words.strip() else "")
