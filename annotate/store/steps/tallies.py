"""The tables of counts, kept true by triggers."""

from annotate.store.steps.decisions import DECIDED
from annotate.store.steps.parts import indexes

_TALLIED = """layer TEXT NOT NULL,
    label TEXT NOT NULL,
    "by" TEXT NOT NULL,
    findings INTEGER NOT NULL,
    decided INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    disputed INTEGER NOT NULL"""

_LAYERS = dict(zip(("entity", "number", "quote", "stance", "term"), DECIDED, strict=True))

_IDS = " UNION ALL ".join(f"SELECT id FROM {table}" for table in DECIDED)  # noqa: S608  # ours
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

TALLIES = (
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
        for table in DECIDED
        for statement in (
            f"DROP INDEX {table}_by_decided",
            f'CREATE INDEX {table}_by_decided ON {table} (decided, "by", score, id)',
        )
    ),
)

OF_A_NAME = indexes("entities", "canonical, label", "canonical, id")
"""A page of one name's mentions is read in the order of their ids instead of sorted."""

OF_A_VOICE = indexes("statements", "voice", "label")
"""What the table of statements is sorted out by at first, counted along an index."""
