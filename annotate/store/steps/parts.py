"""What the statements of several steps share: the columns and indexes of spans."""

_SPAN = """
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    segment TEXT REFERENCES segments(id),
    sentence TEXT REFERENCES sentences(id),
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    text TEXT NOT NULL,
    label TEXT NOT NULL,"""

_MADE = """
    "by" TEXT NOT NULL,
    score REAL,
    year INTEGER,
    publisher TEXT,
    kind TEXT
)"""


def span_table(name: str, columns: str) -> str:
    return f"CREATE TABLE {name} ({_SPAN}{columns}{_MADE}"


def indexes(table: str, *columns: str) -> tuple[str, ...]:
    return tuple(
        f"CREATE INDEX {table}_by_{'_'.join(each.replace(',', ' ').split())} ON {table} ({each})"
        for each in columns
    )


def span_indexes(table: str, *columns: str) -> tuple[str, ...]:
    shared = ("document, start_char", "segment", "sentence", "year, label", "publisher, label")
    made = f'CREATE INDEX {table}_by_by ON {table} ("by", label)'
    return (*indexes(table, *shared, "kind, label", *columns), made)
