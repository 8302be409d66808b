"""What a corpus holds, at a glance."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotate.store import counts, runs, span_rows
from annotate.store.sql import pairs, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A build. ended: None if it was cut short or is still at work."""

    id: int
    tool: str
    codebook: str
    rules: str
    model: str
    started: str
    ended: str | None
    read: int
    kept: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Counts over the whole corpus.

    layers: findings by layer. labels: by layer and label. years, publishers, languages: documents
    by these, None where it is not known; a publisher is the outlet that they
    appeared in. failures: messages by path.
    """

    documents: int
    words: int
    segments: int
    layers: Mapping[str, int]
    labels: Mapping[str, Mapping[str, int]]
    years: Mapping[int | None, int]
    publishers: Mapping[str | None, int]
    languages: Mapping[str | None, int]
    last_run: Run | None
    failures: Mapping[str, str]


def overview(conn: sqlite3.Connection) -> Overview:
    """What the corpus holds and when it was built."""
    documents, words = pairs(conn, "SELECT count(*), coalesce(sum(words), 0) FROM documents")[0]
    counted = counts.of_corpus(conn)
    labels = {layer: _labels(counted, layer) for layer in span_rows.SPAN_TABLES}
    return Overview(
        documents=documents,
        words=words,
        segments=sum(_labels(counted, counts.SEGMENT).values()),
        layers={layer: sum(each.values()) for layer, each in labels.items()},
        labels=labels,
        years=_counts(conn, "year", order="year IS NULL, year"),
        publishers=_counts(conn, "coalesce(container_title, publisher)", order="2 DESC, 1"),
        languages=_counts(conn, "language", order="2 DESC, language"),
        last_run=last_run(conn),
        failures=runs.failures(conn),
    )


def table_counts(conn: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    names = select(conn, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    counted = (row["name"] for row in names)
    return {name: select(conn, f'SELECT count(*) AS n FROM "{name}"')[0]["n"] for name in counted}  # noqa: S608  # its own names


def last_run(conn: sqlite3.Connection) -> Run | None:
    """The last build, None if there was none."""
    found = select(conn, "SELECT * FROM runs ORDER BY id DESC LIMIT 1")
    return Run(**found[0]) if found else None


def _labels(counted: Iterable[counts.Count], layer: str) -> dict[str, int]:
    """The labels of a layer, the most frequent first."""
    found: dict[str, int] = defaultdict(int)
    for each in counted:
        if each.layer == layer and each.findings:
            found[each.label] += each.findings
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _counts(conn: sqlite3.Connection, column: str, *, order: str) -> dict[Any, int]:
    sql = f"SELECT {column}, count(*) FROM documents GROUP BY {column} ORDER BY {order}"  # noqa: S608  # ours
    return dict(pairs(conn, sql))
