"""The ledger as tables for the terminal: a table a quantity, a section a time, a line a figure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.table import Table

from annotate.bounds import stated
from annotate.figures.entries import Entry, Line
from annotate.figures.figure import Figure
from annotate.figures.sums import Sum
from annotate.figures.voices import speaker
from annotate.model import Pair
from annotate.offsets import gaps, inside

Hidden = Mapping[str, Sequence[Pair]]
"""What no reader sees of articles: markup, by their ids."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a quantity as a row by itself. words: its own, as readers see them."""

    entry: Entry
    line: Line
    words: str


def told(ledger: Iterable[Entry], hidden: Hidden) -> Iterator[Told]:
    """A row for each figure of the quantities, in their order. hidden: as for `table`."""
    for entry in ledger:
        for line in entry.lines:
            yield Told(entry, line, _seen(line.figure, hidden))


def table(entry: Entry, hidden: Hidden) -> Table:
    """The table of a quantity: what is said, bounds, time, who says so, where.

    hidden: stretches of the articles that no reader sees, by the articles' ids.
    """
    title = entry.title if entry.verdict == "single" else f"{entry.title}: {entry.verdict}"
    made = Table("as of", "figure", "bounds", "said by", "hand", "article", title=title)
    for row in entry.rows:
        for n, line in enumerate(row.lines):
            made.add_row("" if n else when(line), *_cells(line, hidden))
        made.add_section()
    return made


def sums_table(sums: Iterable[Sum]) -> Table:
    """The sums that texts state, a line each, those first that do not hold."""
    made = Table("stated", "comes to", "verdict", "article", title="Sums that the texts state")
    for each in sums:
        verdict = "holds" if each.holds else "does not hold"
        made.add_row(each.claim.words, each.result, verdict, place(each.claim.figure))
    return made


def _cells(line: Line, hidden: Hidden) -> tuple[str, ...]:
    figure = line.figure
    hand = "second" if line.is_repeated else "first"
    return _seen(figure, hidden), stated(figure), speaker(figure), hand, place(figure)


def _seen(figure: Figure, hidden: Hidden) -> str:
    """A figure's words without the markup between them: of `nearly [9,000](#)` the words."""
    gone = inside(hidden.get(figure.document, ()), figure.start, figure.end)
    kept = (figure.text[first:last] for first, last in gaps(list(gone), len(figure.text)))
    return " ".join("".join(kept).split())


def when(line: Line) -> str:
    """When a figure holds; the year of its article where its sentence does not say."""
    if line.time is None:
        return "not known"
    return line.time.words if line.time.stated else f"({line.time.first[:4]})"


def place(figure: Figure) -> str:
    """Where the figure stands, as `annotate cite` takes it."""
    numbered = f"{figure.document}#p{figure.paragraph}" if figure.paragraph else figure.segment
    return numbered or figure.document
