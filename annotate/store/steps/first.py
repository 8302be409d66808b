"""The first tables: articles, segments and spans, with the index of words."""

from annotate.store.steps.parts import indexes, span_indexes, span_table

FIRST = (
    """CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    title TEXT,
    published TEXT,
    year INTEGER,
    publisher TEXT,
    container_title TEXT,
    url TEXT,
    license TEXT,
    language TEXT,
    type TEXT,
    accessed TEXT,
    form TEXT NOT NULL,
    path TEXT,
    words INTEGER NOT NULL,
    tagged INTEGER NOT NULL,
    text_sha256 TEXT NOT NULL
)""",
    *indexes("documents", "year", "publisher, year", "language", "license", "type", "published"),
    *indexes("documents", "container_title"),
    """CREATE TABLE versions (
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    encoding TEXT,
    bytes BLOB NOT NULL,
    text TEXT NOT NULL,
    marks TEXT NOT NULL,
    targets TEXT NOT NULL,
    PRIMARY KEY (document, version)
)""",
    """CREATE TABLE inputs (
    document TEXT PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL
)""",
    """CREATE TABLE authors (
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (document, position)
)""",
    *indexes("authors", "name, document"),
    """CREATE TABLE metadata (
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT,
    origin TEXT,
    PRIMARY KEY (document, key)
)""",
    *indexes("metadata", "key, origin"),
    """CREATE TABLE segments (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    body INTEGER NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    parts TEXT NOT NULL,
    heading INTEGER,
    number INTEGER,
    author TEXT,
    date TEXT,
    xpath TEXT,
    level INTEGER NOT NULL,
    depth INTEGER NOT NULL,
    text TEXT NOT NULL,
    bigrams TEXT NOT NULL,
    UNIQUE (document, n)
)""",
    *indexes("segments", "kind, body", "document, number", "document, start_char", "author"),
    """CREATE TABLE sentences (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    segment TEXT REFERENCES segments(id),
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    text TEXT NOT NULL,
    "by" TEXT NOT NULL,
    score REAL
)""",
    *indexes("sentences", "document, start_char", "segment"),
    span_table("entities", "\n    canonical TEXT NOT NULL,\n    stands_for TEXT,"),
    *span_indexes("entities", "label, canonical", "canonical, document", "stands_for, canonical"),
    span_table(
        "numbers",
        """
    value REAL,
    low REAL,
    high REAL,
    date TEXT,
    date_from TEXT,
    date_to TEXT,
    approx INTEGER NOT NULL,
    unit TEXT,
    counted TEXT,
    as_of TEXT,
    said_by TEXT,""",
    ),
    *span_indexes("numbers", "label, counted", "counted, value", "unit, value", "said_by, label"),
    *indexes("numbers", "as_of", "value", "low", "high", "date", "date_from, date_to"),
    span_table(
        "quotes",
        """
    source TEXT,
    source_start INTEGER,
    source_end INTEGER,
    cue TEXT,
    cue_start INTEGER,
    cue_end INTEGER,
    parts TEXT NOT NULL,
    depth INTEGER NOT NULL,
    distance TEXT,""",
    ),
    *span_indexes("quotes", "label, source", "source, label", "cue, label", "distance", "depth"),
    span_table(
        "stances",
        """
    holder TEXT NOT NULL,
    holder_start INTEGER,
    holder_end INTEGER,
    target TEXT NOT NULL,
    act TEXT NOT NULL,
    mode TEXT NOT NULL,
    hedge TEXT NOT NULL,
    addressee TEXT,
    cue TEXT,
    cue_start INTEGER,
    cue_end INTEGER,
    content_start INTEGER,
    content_end INTEGER,
    target_start INTEGER,
    target_end INTEGER,""",
    ),
    *span_indexes("stances", "label, target", "holder, target, label", "target, label, holder"),
    *indexes("stances", "act, label", "mode, label", "hedge, label", "addressee, label"),
    """CREATE TABLE stance_via (
    stance TEXT NOT NULL REFERENCES stances(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    canonical TEXT NOT NULL,
    start_char INTEGER,
    end_char INTEGER,
    PRIMARY KEY (stance, position)
)""",
    *indexes("stance_via", "canonical"),
    """CREATE TABLE stance_addressees (
    stance TEXT NOT NULL REFERENCES stances(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    addressee TEXT NOT NULL,
    PRIMARY KEY (stance, position)
)""",
    *indexes("stance_addressees", "addressee"),
    span_table("terms", "\n    holder TEXT NOT NULL,\n    use TEXT NOT NULL,"),
    *span_indexes("terms", "label, use", "holder, label", "use, label"),
    """CREATE TABLE topics (
    key TEXT PRIMARY KEY,
    statement TEXT NOT NULL,
    note TEXT
)""",
    """CREATE TABLE names (
    canonical TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    stands_for TEXT,
    demonym TEXT,
    wikidata TEXT
)""",
    *indexes("names", "label", "stands_for"),
    """CREATE TABLE name_aliases (
    canonical TEXT NOT NULL REFERENCES names(canonical) ON DELETE CASCADE,
    alias TEXT NOT NULL,
    PRIMARY KEY (canonical, alias)
)""",
    *indexes("name_aliases", "alias"),
    """CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    tool TEXT NOT NULL,
    codebook TEXT NOT NULL,
    rules TEXT NOT NULL,
    model TEXT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    read INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    failed INTEGER NOT NULL
)""",
    """CREATE TABLE failures (
    path TEXT PRIMARY KEY,
    message TEXT NOT NULL
)""",
    # Datasette offers a search box on `segments` for this spelling of `content` only.
    """CREATE VIRTUAL TABLE segments_fts USING fts5(
    text,
    bigrams,
    content="segments",
    tokenize="porter unicode61 remove_diacritics 2"
)""",
    """CREATE TRIGGER segments_indexed AFTER INSERT ON segments BEGIN
    INSERT INTO segments_fts (rowid, text, bigrams) VALUES (new.rowid, new.text, new.bigrams);
END""",
    """CREATE TRIGGER segments_unindexed AFTER DELETE ON segments BEGIN
    INSERT INTO segments_fts (segments_fts, rowid, text, bigrams)
    VALUES ('delete', old.rowid, old.text, old.bigrams);
END""",
    """CREATE TRIGGER segments_reindexed AFTER UPDATE ON segments BEGIN
    INSERT INTO segments_fts (segments_fts, rowid, text, bigrams)
    VALUES ('delete', old.rowid, old.text, old.bigrams);
    INSERT INTO segments_fts (rowid, text, bigrams) VALUES (new.rowid, new.text, new.bigrams);
END""",
)
