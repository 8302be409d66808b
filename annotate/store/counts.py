"""How many findings there are, by article and in all: a table to read, not a million rows to count.

The counts of an article are made with its rows, whenever these are: at a build, when it is tagged
anew, when people decide. The database itself keeps the sums over all articles, by triggers, so that
no way of writing an article leaves them behind.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from annotate.store.span_rows import SPAN_TABLES
from annotate.store.sql import pairs, select

SEGMENT, PARAGRAPH = "segment", "paragraph"
"""What stands for a layer where passages are counted, and those that readers number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many findings of a layer have a label and were made by something, in the whole corpus.

    decided: how many of them people have decided about. rejected: how many people took out besides.
    disputed: about how many coders differ.
    """

    layer: str
    label: str
    by: str
    findings: int
    decided: int
    rejected: int
    disputed: int


def of_corpus(conn: sqlite3.Connection) -> list[Count]:
    """All counts, in order of layers, makers and labels."""
    found = select(conn, 'SELECT * FROM corpus_counts ORDER BY layer, "by", label')
    return [Count(**row) for row in found]


def layers(conn: sqlite3.Connection) -> Mapping[str, int]:
    """How many findings each layer has, sentences left aside."""
    found = dict.fromkeys(_FOUND, 0)
    for each in of_corpus(conn):
        if each.layer in found:
            found[each.layer] += each.findings
    return found


def paragraphs(conn: sqlite3.Connection) -> Mapping[str, int]:
    """How many numbered paragraphs each article has; those without are absent."""
    sql = f"SELECT document, findings FROM article_counts WHERE layer = '{PARAGRAPH}'"  # noqa: S608  # ours
    found: dict[str, int] = defaultdict(int)
    for document, count in pairs(conn, sql):
        found[document] += count
    return found


def recount(conn: sqlite3.Connection, document: str) -> None:
    """Count an article's rows anew. Within the caller's transaction."""
    conn.execute("DELETE FROM article_counts WHERE document = ?", (document,))
    conn.execute(_RECOUNT, {"document": document})


_FOUND = {layer: table for layer, table in SPAN_TABLES.items() if layer != "sentence"}
_SHOWN = " UNION ALL ".join(
    f"SELECT id FROM {table} WHERE document = :document"  # noqa: S608  # ours
    for table in _FOUND.values()
)
_EACH = (
    *(
        f"""SELECT '{layer}' AS layer, label, "by", 1 AS found, decided IS NOT NULL AS decided,
        0 AS rejected, disputed FROM {table} WHERE document = :document"""  # noqa: S608  # ours
        for layer, table in _FOUND.items()
    ),
    """SELECT 'sentence', 'sentence', "by", 1, 0, 0, 0 FROM sentences WHERE document = :document""",
    f"SELECT '{SEGMENT}', kind, '', 1, 0, 0, 0 FROM segments WHERE document = :document",  # noqa: S608  # ours
    f"""SELECT '{PARAGRAPH}', kind, '', 1, 0, 0, 0 FROM segments
        WHERE document = :document AND number IS NOT NULL""",  # noqa: S608  # ours
    f"""SELECT layer, label, "by", 0, 0, decided = 'rejected', disputed AND id NOT IN ({_SHOWN})
        FROM overruled WHERE document = :document""",  # noqa: S608  # ours
)
_RECOUNT = f"""INSERT INTO article_counts
    (document, layer, label, "by", findings, decided, rejected, disputed)
    SELECT :document, layer, label, "by", sum(found), sum(decided), sum(rejected), sum(disputed)
    FROM ({" UNION ALL ".join(_EACH)}) GROUP BY layer, label, "by"
    HAVING sum(found) OR sum(rejected) OR sum(disputed)"""  # noqa: S608  # ours
