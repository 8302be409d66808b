"""What later steps added to articles: ways back, parts, pages, claims, words of figures."""

from annotate.store.steps.parts import indexes

SOURCES = (
    "ALTER TABLE segments ADD COLUMN source_start INTEGER",
    "ALTER TABLE segments ADD COLUMN source_end INTEGER",
)

PARTS = ("ALTER TABLE documents ADD COLUMN part TEXT",)

PAGES = (
    "ALTER TABLE versions ADD COLUMN pages TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE segments ADD COLUMN page TEXT",
    "ALTER TABLE documents ADD COLUMN untagged TEXT",
)

CLAIMS = (
    """CREATE TABLE claims (
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    origins TEXT NOT NULL,
    conflicts INTEGER NOT NULL,
    PRIMARY KEY (document, position)
)""",
    *indexes("claims", "conflicts, key", "key, document"),
)

FIGURES = (
    *(
        f"ALTER TABLE numbers ADD COLUMN {name}_{end} INTEGER"
        for name in ("counted", "as_of", "said_by", "first")
        for end in ("start", "end")
    ),
    """CREATE TABLE quantities (
    key TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    counted TEXT NOT NULL,
    patterns TEXT NOT NULL,
    unless TEXT NOT NULL,
    figures TEXT NOT NULL,
    apart TEXT NOT NULL
)""",
)
