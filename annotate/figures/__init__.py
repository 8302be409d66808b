"""The ledger of figures: a row for a quantity at a time, and whether its figures contradict.

Articles disagree about figures; here they stand side by side. `aspects` (with `states` and
`places`) tells what a figure is about, `quantities` which figures are of one quantity (a proposal,
which the codebook can overrule), `times` when a figure holds, `conflicts` whether two figures can
both be right, `voices` who gives it and whether at first hand, `entries` puts it together;
`arithmetic` and `totals` check the sums that texts state themselves; `tables` is for the terminal.
"""

import sqlite3

from annotate.figures import arithmetic
from annotate.figures.entries import Entry, Line, Row, ledger
from annotate.figures.sums import Sum
from annotate.store import figures, queries


def of_corpus(conn: sqlite3.Connection) -> list[Entry]:
    """The ledger of a database, by its codebook."""
    return ledger(
        figures.figures(conn),
        rivals=queries.contested(conn),
        quantities=figures.quantities(conn),
    )


def sums_of_corpus(conn: sqlite3.Connection) -> list[Sum]:
    """The sums that the texts of a database state, checked."""
    return arithmetic.sums(figures.figures(conn, labels=arithmetic.LABELS))


__all__ = ["Entry", "Line", "Row", "ledger", "of_corpus", "sums_of_corpus"]
