"""The ledger as tables for the terminal: a table a quantity, a section a time, a line a figure."""

from collections.abc import Iterable, Iterator

from rich.table import Table

from annotate.bounds import stated
from annotate.figures.entries import Entry, Line
from annotate.figures.figure import Figure
from annotate.figures.sums import Sum
from annotate.figures.voices import speaker


def tables(entries: Iterable[Entry]) -> Iterator[Table]:
    """A table for each quantity: what is said, bounds, time, who says so, where."""
    for entry in entries:
        title = entry.title if entry.verdict == "single" else f"{entry.title}: {entry.verdict}"
        table = Table("as of", "figure", "bounds", "said by", "hand", "article", title=title)
        for row in entry.rows:
            for n, line in enumerate(row.lines):
                table.add_row("" if n else when(line), *_cells(line))
            table.add_section()
        yield table


def sums_table(sums: Iterable[Sum]) -> Table:
    """The sums that texts state, a line each, those first that do not hold."""
    table = Table("stated", "comes to", "", "article", title="Sums that the texts state")
    for each in sums:
        verdict = "holds" if each.holds else "does not hold"
        table.add_row(each.claim.words, each.result, verdict, place(each.claim.figure))
    return table


def _cells(line: Line) -> tuple[str, ...]:
    figure = line.figure
    words = " ".join(figure.text.split())
    hand = "second" if line.is_repeated else "first"
    return words, stated(figure), speaker(figure), hand, place(figure)


def when(line: Line) -> str:
    """When a figure holds; the year of its article where its sentence does not say."""
    if line.time is None:
        return "not known"
    return line.time.words if line.time.stated else f"({line.time.first[:4]})"


def place(figure: Figure) -> str:
    """Where the figure stands, as `annotate cite` takes it."""
    numbered = f"{figure.document}#p{figure.paragraph}" if figure.paragraph else figure.segment
    return numbered or figure.document
