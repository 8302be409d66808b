"""The tables of what people decided."""

from annotate.store.steps.parts import indexes

DECIDED = ("entities", "numbers", "quotes", "stances", "terms")

DECISIONS = (
    *(
        statement
        for table in DECIDED
        for statement in (
            f"ALTER TABLE {table} ADD COLUMN decided TEXT",
            f"ALTER TABLE {table} ADD COLUMN decided_by TEXT",
            f"ALTER TABLE {table} ADD COLUMN disputed INTEGER NOT NULL DEFAULT 0",
            f'CREATE INDEX {table}_by_decided ON {table} (decided, "by", score)',
        )
    ),
    "ALTER TABLE inputs ADD COLUMN overlay TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE overruled (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    layer TEXT NOT NULL,
    label TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    text TEXT NOT NULL,
    "by" TEXT NOT NULL,
    score REAL,
    decided TEXT NOT NULL,
    decided_by TEXT,
    disputed INTEGER NOT NULL,
    record TEXT NOT NULL
)""",
    *indexes("overruled", "document, start_char", "decided, layer"),
    """CREATE TABLE decisions (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    coder TEXT NOT NULL,
    action TEXT NOT NULL,
    document TEXT NOT NULL,
    span TEXT NOT NULL,
    layer TEXT NOT NULL,
    label TEXT,
    quote TEXT NOT NULL,
    start_char INTEGER,
    end_char INTEGER,
    made_by TEXT,
    changes TEXT,
    note TEXT,
    batch TEXT,
    state TEXT NOT NULL
)""",
    *indexes("decisions", "document, at", "span", "state, layer", "coder, at"),
    *indexes("decisions", "layer, label, action", "made_by, state, action", "batch"),
    """CREATE TABLE decision_faults (
    message TEXT PRIMARY KEY
)""",
    """CREATE TABLE naming (
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    form TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (document, name, label, form)
)""",
    *indexes("naming", "name, document", "label, name"),
    """CREATE TABLE renamings (
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    document TEXT NOT NULL,
    canonical TEXT NOT NULL,
    "by" TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (name, label, document)
)""",
    *indexes("renamings", "canonical"),
)
