"""The ledger of figures: what is counted, how many, as of when, and who says so."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

from annotate.store.queries import select
from annotate.store.rows import Row

LABELS = ("count", "percent", "money", "measure", "fraction")
"""The labels of numbers that a ledger of figures is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure with the work and the sentence that it stands in.

    text: the figure's words; start and end are theirs. paragraph: as a reader counts. sentence:
    the words of the sentence, of the segment where sentences were not found.
    """

    id: str
    document: str
    version: int
    title: str | None
    publisher: str | None
    published: str | None
    year: int | None
    segment: str | None
    kind: str | None
    paragraph: int | None
    start: int
    end: int
    text: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    approx: bool
    unit: str | None
    counted: str | None
    as_of: str | None
    said_by: str | None
    sentence: str | None


def figures(
    conn: sqlite3.Connection,
    *,
    labels: Collection[str] = LABELS,
    document: str | None = None,
) -> list[Figure]:
    """The figures of these labels by what is counted, year and document.

    document: an id, for the figures of one.
    """
    values: dict[str, str | None] = {f"label{n}": label for n, label in enumerate(sorted(labels))}
    places = ", ".join(f":{key}" for key in values)
    sql = f"{_FIGURES} AND numbers.label IN ({places}) {_ORDER}"
    return [_figure(row) for row in select(conn, sql, values | {"document": document})]


_FIGURES = """
SELECT numbers.*, numbers.start_char AS start, numbers.end_char AS end,
    documents.version, documents.title, documents.published, segments.number AS paragraph,
    coalesce(sentences.text, segments.text) AS sentence_text
FROM numbers
JOIN documents ON documents.id = numbers.document
LEFT JOIN segments ON segments.id = numbers.segment
LEFT JOIN sentences ON sentences.id = numbers.sentence
WHERE (:document IS NULL OR numbers.document = :document)"""
_ORDER = """
ORDER BY numbers.counted IS NULL, numbers.counted COLLATE NOCASE, numbers.year,
    numbers.document, numbers.start_char, numbers.id"""


def _figure(row: Row) -> Figure:
    same = set(Figure.__dataclass_fields__) - {"approx", "sentence"}
    return Figure(
        approx=bool(row["approx"]),
        sentence=row["sentence_text"],
        **{key: row[key] for key in same},
    )
