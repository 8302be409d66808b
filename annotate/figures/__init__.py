"""The ledger of figures: a row for a quantity at a time, and whether its figures contradict.

Articles disagree about figures; here they stand side by side. `aspects` (with `states` and
`places`) tells what a figure is about, `quantities` which figures are of one quantity (a proposal,
which the codebook can overrule), `times` when a figure holds, `conflicts` whether two figures can
both be right, `voices` who gives it and whether at first hand, `entries` puts it together, `spread`
chooses what stands for many; `arithmetic` and `totals` check the sums that texts state themselves;
`tables` is for the terminal. Nothing here asks a database: `store/ledger.py` keeps what is made.
"""

from annotate.figures.entries import Entry, Line, Row, ledger

__all__ = ["Entry", "Line", "Row", "ledger"]
