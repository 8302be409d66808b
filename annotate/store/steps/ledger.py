"""The tables of the ledger of figures, filled at each build that changes it."""

from annotate.store.steps.parts import indexes

LEDGER = (
    "CREATE TABLE reckoned (figures INTEGER NOT NULL)",
    """CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    "by" TEXT NOT NULL,
    verdict TEXT NOT NULL,
    figures INTEGER NOT NULL,
    told TEXT NOT NULL
)""",
    *indexes("ledger", "key", "verdict, figures", "figures"),
    """CREATE TABLE ledger_figures (
    entry INTEGER NOT NULL REFERENCES ledger(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    figure TEXT NOT NULL,
    repeated INTEGER NOT NULL,
    repeats TEXT,
    against INTEGER NOT NULL,
    few INTEGER NOT NULL,
    drawn INTEGER NOT NULL,
    PRIMARY KEY (entry, position)
) WITHOUT ROWID""",
    "CREATE INDEX ledger_figures_by_few ON ledger_figures (entry, position) WHERE few",
    "CREATE INDEX ledger_figures_by_drawn ON ledger_figures (entry, position) WHERE drawn",
    """CREATE TABLE sums (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    figure TEXT NOT NULL,
    operands TEXT NOT NULL,
    result TEXT NOT NULL,
    holds INTEGER NOT NULL,
    told TEXT NOT NULL
)""",
    *indexes("sums", "holds, kind"),
)
