"""The tables, as numbered steps from the first version on.

A step that has shipped is never edited: a change is a further step. A database knows how many
steps it has taken (`PRAGMA user_version`) and that it is ours (`PRAGMA application_id`). All steps
that are missing run in one transaction. What tables and columns mean stands in descriptions.py.

A segment's words are indexed twice: as English words by their stems, and runs of Chinese, Japanese
and Korean signs, which no space divides, as pairs of neighbouring signs (`bigrams`). The index
holds no copy of the text; triggers keep it in step with `segments`.
"""

import sqlite3

from annotate.errors import StoreError

APPLICATION = 0x416E6E6F
"""What `PRAGMA application_id` says in our databases: "Anno"."""

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


def _span_table(name: str, columns: str) -> str:
    return f"CREATE TABLE {name} ({_SPAN}{columns}{_MADE}"


def _indexes(table: str, *columns: str) -> tuple[str, ...]:
    return tuple(
        f"CREATE INDEX {table}_by_{'_'.join(each.replace(',', ' ').split())} ON {table} ({each})"
        for each in columns
    )


def _span_indexes(table: str, *columns: str) -> tuple[str, ...]:
    shared = ("document, start_char", "segment", "sentence", "year, label", "publisher, label")
    made = f'CREATE INDEX {table}_by_by ON {table} ("by", label)'
    return (*_indexes(table, *shared, "kind, label", *columns), made)


_FIRST = (
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
    *_indexes("documents", "year", "publisher, year", "language", "license", "type", "published"),
    *_indexes("documents", "container_title"),
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
    *_indexes("authors", "name, document"),
    """CREATE TABLE metadata (
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT,
    origin TEXT,
    PRIMARY KEY (document, key)
)""",
    *_indexes("metadata", "key, origin"),
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
    *_indexes("segments", "kind, body", "document, number", "document, start_char", "author"),
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
    *_indexes("sentences", "document, start_char", "segment"),
    _span_table("entities", "\n    canonical TEXT NOT NULL,\n    stands_for TEXT,"),
    *_span_indexes("entities", "label, canonical", "canonical, document", "stands_for, canonical"),
    _span_table(
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
    *_span_indexes("numbers", "label, counted", "counted, value", "unit, value", "said_by, label"),
    *_indexes("numbers", "as_of", "value", "low", "high", "date", "date_from, date_to"),
    _span_table(
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
    *_span_indexes("quotes", "label, source", "source, label", "cue, label", "distance", "depth"),
    _span_table(
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
    *_span_indexes("stances", "label, target", "holder, target, label", "target, label, holder"),
    *_indexes("stances", "act, label", "mode, label", "hedge, label", "addressee, label"),
    """CREATE TABLE stance_via (
    stance TEXT NOT NULL REFERENCES stances(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    canonical TEXT NOT NULL,
    start_char INTEGER,
    end_char INTEGER,
    PRIMARY KEY (stance, position)
)""",
    *_indexes("stance_via", "canonical"),
    """CREATE TABLE stance_addressees (
    stance TEXT NOT NULL REFERENCES stances(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    addressee TEXT NOT NULL,
    PRIMARY KEY (stance, position)
)""",
    *_indexes("stance_addressees", "addressee"),
    _span_table("terms", "\n    holder TEXT NOT NULL,\n    use TEXT NOT NULL,"),
    *_span_indexes("terms", "label, use", "holder, label", "use, label"),
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
    *_indexes("names", "label", "stands_for"),
    """CREATE TABLE name_aliases (
    canonical TEXT NOT NULL REFERENCES names(canonical) ON DELETE CASCADE,
    alias TEXT NOT NULL,
    PRIMARY KEY (canonical, alias)
)""",
    *_indexes("name_aliases", "alias"),
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

_SOURCES = (
    "ALTER TABLE segments ADD COLUMN source_start INTEGER",
    "ALTER TABLE segments ADD COLUMN source_end INTEGER",
)

_PARTS = ("ALTER TABLE documents ADD COLUMN part TEXT",)

_PAGES = (
    "ALTER TABLE versions ADD COLUMN pages TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE segments ADD COLUMN page TEXT",
    "ALTER TABLE documents ADD COLUMN untagged TEXT",
)

_CLAIMS = (
    """CREATE TABLE claims (
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    origins TEXT NOT NULL,
    conflicts INTEGER NOT NULL,
    PRIMARY KEY (document, position)
)""",
    *_indexes("claims", "conflicts, key", "key, document"),
)

_FIGURES = (
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

_COUNTED = """
    statements INTEGER NOT NULL,
    different INTEGER NOT NULL,
    articles INTEGER NOT NULL"""

_STATEMENTS = (
    "CREATE TABLE settled (statements INTEGER NOT NULL)",
    """CREATE TABLE writers (
    document TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (document, position)
)""",
    *_indexes("writers", "name, document"),
    """CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    span TEXT NOT NULL,
    layer TEXT NOT NULL,
    speaker TEXT,
    named INTEGER NOT NULL,
    voice TEXT NOT NULL,
    reporter TEXT,
    topic TEXT,
    label TEXT NOT NULL,
    act TEXT,
    word TEXT,
    document TEXT NOT NULL,
    place TEXT,
    kind TEXT,
    published TEXT,
    year INTEGER,
    publisher TEXT,
    echo INTEGER NOT NULL,
    first INTEGER NOT NULL,
    articles INTEGER NOT NULL
)""",
    *_indexes("statements", "speaker, layer, topic, label", "layer, topic, label, first"),
    *_indexes("statements", "speaker, first", "layer, publisher, topic, label, echo", "act, topic"),
    *_indexes("statements", "layer, first", "echo", "span", "document", "reporter, speaker"),
    """CREATE TABLE speakers (
    name TEXT,
    named INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    different INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    stances INTEGER NOT NULL,
    terms INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    own INTEGER NOT NULL,
    first_hand INTEGER NOT NULL,
    second_hand INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    own_stances INTEGER NOT NULL,
    reported_stances INTEGER NOT NULL,
    comment_stances INTEGER NOT NULL,
    first_day TEXT,
    last_day TEXT
)""",
    *_indexes("speakers", "name", "different DESC, name", "named, different DESC, name"),
    *_indexes("speakers", "own_stances DESC, name", "reported_stances DESC, name"),
    *_indexes("speakers", "comment_stances DESC, name", "terms DESC, name"),
    f"""CREATE TABLE positions (
    speaker TEXT,
    topic TEXT NOT NULL,
    voice TEXT NOT NULL,
    label TEXT NOT NULL,{_COUNTED}
)""",
    *_indexes("positions", "speaker, voice", "topic, voice, label, different, statements"),
    f"""CREATE TABLE quoting (
    reporter TEXT NOT NULL,
    speaker TEXT NOT NULL,
    voice TEXT NOT NULL,{_COUNTED}
)""",
    *_indexes("quoting", "different DESC, reporter, speaker", "reporter", "speaker"),
    f"""CREATE TABLE word_uses (
    side TEXT NOT NULL,
    who TEXT,
    family TEXT NOT NULL,
    use TEXT NOT NULL,
    voice TEXT NOT NULL,
    word TEXT NOT NULL,{_COUNTED}
)""",
    *_indexes("word_uses", "side, who, different", "side, family, use, word, different"),
    f"""CREATE TABLE urgings (
    addressee TEXT,
    topic TEXT NOT NULL,
    act TEXT NOT NULL,
    label TEXT NOT NULL,
    voice TEXT NOT NULL,{_COUNTED}
)""",
    *_indexes("urgings", "addressee, topic, different"),
)

_DECIDED = ("entities", "numbers", "quotes", "stances", "terms")

_DECISIONS = (
    *(
        statement
        for table in _DECIDED
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
    *_indexes("overruled", "document, start_char", "decided, layer"),
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
    *_indexes("decisions", "document, at", "span", "state, layer", "coder, at"),
    *_indexes("decisions", "layer, label, action", "made_by, state, action", "batch"),
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
    *_indexes("naming", "name, document", "label, name"),
    """CREATE TABLE renamings (
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    document TEXT NOT NULL,
    canonical TEXT NOT NULL,
    "by" TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (name, label, document)
)""",
    *_indexes("renamings", "canonical"),
)

_TALLIED = """layer TEXT NOT NULL,
    label TEXT NOT NULL,
    "by" TEXT NOT NULL,
    findings INTEGER NOT NULL,
    decided INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    disputed INTEGER NOT NULL"""

_LAYERS = dict(zip(("entity", "number", "quote", "stance", "term"), _DECIDED, strict=True))

_IDS = " UNION ALL ".join(f"SELECT id FROM {table}" for table in _DECIDED)  # noqa: S608  # ours
_TALLYING = " UNION ALL ".join(
    (
        *(
            f"""SELECT document, '{layer}' AS layer, label, "by", 1 AS found,
            decided IS NOT NULL AS decided, 0 AS rejected, disputed FROM {table}"""  # noqa: S608  # ours
            for layer, table in _LAYERS.items()
        ),
        "SELECT document, 'sentence', 'sentence', \"by\", 1, 0, 0, 0 FROM sentences",
        "SELECT document, 'segment', kind, '', 1, 0, 0, 0 FROM segments",
        "SELECT document, 'paragraph', kind, '', 1, 0, 0, 0 FROM segments WHERE number IS NOT NULL",
        f"""SELECT document, layer, label, "by", 0, 0, decided = 'rejected',
        disputed AND id NOT IN ({_IDS}) FROM overruled""",  # noqa: S608  # ours
    )
)

_SAME_COUNT = """layer = old.layer AND label = old.label AND "by" = old."by\""""

_TALLIES = (
    f"""CREATE TABLE article_counts (
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    {_TALLIED},
    PRIMARY KEY (document, layer, label, "by")
) WITHOUT ROWID""",
    f"""CREATE TABLE corpus_counts (
    {_TALLIED},
    PRIMARY KEY (layer, label, "by")
) WITHOUT ROWID""",
    """CREATE TRIGGER article_counts_added AFTER INSERT ON article_counts BEGIN
    INSERT INTO corpus_counts VALUES (new.layer, new.label, new."by", new.findings, new.decided,
        new.rejected, new.disputed)
    ON CONFLICT DO UPDATE SET findings = findings + excluded.findings,
        decided = decided + excluded.decided, rejected = rejected + excluded.rejected,
        disputed = disputed + excluded.disputed;
END""",
    f"""CREATE TRIGGER article_counts_taken AFTER DELETE ON article_counts BEGIN
    UPDATE corpus_counts SET findings = findings - old.findings, decided = decided - old.decided,
        rejected = rejected - old.rejected, disputed = disputed - old.disputed
    WHERE {_SAME_COUNT};
    DELETE FROM corpus_counts
    WHERE {_SAME_COUNT} AND findings = 0 AND rejected = 0 AND disputed = 0;
END""",  # noqa: S608  # ours
    f"""INSERT INTO article_counts
    SELECT document, layer, label, "by", sum(found), sum(decided), sum(rejected), sum(disputed)
    FROM ({_TALLYING}) GROUP BY document, layer, label, "by"
    HAVING sum(found) OR sum(rejected) OR sum(disputed)""",  # noqa: S608  # ours
    *(
        statement
        for table in _DECIDED
        for statement in (
            f"DROP INDEX {table}_by_decided",
            f'CREATE INDEX {table}_by_decided ON {table} (decided, "by", score, id)',
        )
    ),
)

_OF_A_NAME = _indexes("entities", "canonical, label", "canonical, id")
"""A page of one name's mentions is read in the order of their ids instead of sorted."""

_OF_A_VOICE = _indexes("statements", "voice", "label")
"""What the table of statements is sorted out by at first, counted along an index."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _FIRST,
    _SOURCES,
    _PARTS,
    _PAGES,
    _CLAIMS,
    _FIGURES,
    _STATEMENTS,
    _DECISIONS,
    _TALLIES,
    _OF_A_NAME,
    _OF_A_VOICE,
)
"""The statements of each step; the position is the step's number, from 1 on."""

VERSION = len(MIGRATIONS)
"""The version of a database that has taken all steps."""


def migrate(conn: sqlite3.Connection, *, name: str = "the database") -> None:
    """The database at the newest version, whatever version it had, or as it was on failure.

    name: what to call it in errors.
    Raises StoreError if the database is newer than this code, or is not one of ours.
    """
    if version(conn, name=name) == VERSION:
        return
    with conn:
        conn.execute("BEGIN IMMEDIATE")
        for statements in MIGRATIONS[version(conn, name=name) :]:
            for statement in statements:
                conn.execute(statement)
        conn.execute(f"PRAGMA application_id = {APPLICATION}")
        conn.execute(f"PRAGMA user_version = {VERSION}")


def version(conn: sqlite3.Connection, *, name: str = "the database") -> int:
    """How many steps the database has taken; 0 if it is empty.

    Raises StoreError if the database is newer than this code, or is not one of ours.
    """
    taken = int(conn.execute("PRAGMA user_version").fetchone()[0])
    application = conn.execute("PRAGMA application_id").fetchone()[0]
    tables = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and (tables or taken):
        raise StoreError(f"{name} is the database of another program; move it away and build again")
    if taken > VERSION:
        raise StoreError(
            f"{name} is of version {taken} and this annotate knows versions up to {VERSION}; "
            "update annotate, or delete the database and build again"
        )
    return taken
