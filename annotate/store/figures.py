"""The figures of a corpus, each with the work and the sentence that it stands in."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from annotate.codebook import Quantity
from annotate.figures.figure import Figure, Place
from annotate.store.sql import Row, select

LABELS = ("count", "percent", "money", "measure", "fraction")
"""The labels of numbers that a ledger of figures is about."""

LISTS = ("counted", "patterns", "unless", "figures", "apart")
"""What a quantity of the codebook lists, each kept as JSON."""


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
    wanted = f"numbers.label IN ({places})"
    if document is not None:
        wanted = f"numbers.document = :document AND +{wanted}"  # by the index of documents
        values["document"] = document
    return _found(conn, wanted, values)


def by_id(conn: sqlite3.Connection, ids: Collection[str]) -> Mapping[str, Figure]:
    """The figures of these ids that there are."""
    wanted = "numbers.id IN (SELECT value FROM json_each(:ids))"
    found = _found(conn, wanted, {"ids": json.dumps(sorted(ids))})
    return {each.id: each for each in found}


def _found(conn: sqlite3.Connection, wanted: str, values: Row) -> list[Figure]:
    named = _grouped(select(conn, f"{_PLACES} WHERE {wanted} ORDER BY 1, 3", values), "sentence")
    writers = _grouped(select(conn, f"{_AUTHORS} WHERE {wanted}) {_BY_PLACE}", values), "document")
    found = select(conn, f"{_FIGURES} WHERE {wanted} {_ORDER}", values)
    return [_figure(row, named[row["sentence"]], writers[row["document"]]) for row in found]


def names(conn: sqlite3.Connection, document: str | None = None) -> dict[str, dict[str, int]]:
    """How often each article names what. document: an id, for the names of one."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    only = "" if document is None else " WHERE document = :document"
    sql = f"SELECT document, canonical, count(*) FROM entities{only} GROUP BY 1, 2"  # noqa: S608  # ours
    for work, name, count in conn.execute(sql, {"document": document}):
        found[work][name] = count
    return found


def quantities(conn: sqlite3.Connection) -> list[Quantity]:
    """The quantities of the codebook in its order."""
    found = select(conn, "SELECT * FROM quantities ORDER BY position")
    return [
        Quantity(
            key=row["key"],
            title=row["title"],
            **{name: tuple(json.loads(row[name])) for name in LISTS},
        )
        for row in found
    ]


_FIGURES = """
SELECT numbers.*, numbers.start_char AS start, numbers.end_char AS end,
    documents.version, documents.title, documents.published, documents.language,
    segments.number AS paragraph,
    coalesce(sentences.text, segments.text) AS sentence_text,
    coalesce(sentences.start_char, segments.start_char) AS sentence_start
FROM numbers
JOIN documents ON documents.id = numbers.document
LEFT JOIN segments ON segments.id = numbers.segment
LEFT JOIN sentences ON sentences.id = numbers.sentence"""
_PLACES = """
SELECT DISTINCT entities.sentence, entities.canonical, entities.start_char AS start,
    entities.end_char AS end
FROM numbers JOIN entities ON entities.sentence = numbers.sentence
    AND entities.label IN ('GPE', 'LOC', 'FAC')"""
_AUTHORS = """
SELECT document, name FROM authors WHERE document IN (SELECT document FROM numbers"""
_BY_PLACE = "ORDER BY document, position"
_ORDER = """
ORDER BY numbers.counted IS NULL, numbers.counted COLLATE NOCASE, numbers.year,
    numbers.document, numbers.start_char, numbers.id"""


def _grouped(found: Iterable[Row], key: str) -> dict[str | None, list[Row]]:
    groups: dict[str | None, list[Row]] = defaultdict(list)
    for row in found:
        groups[row[key]].append(row)
    return groups


def _figure(row: Row, places: Iterable[Row], writers: Iterable[Row]) -> Figure:
    same = set(Figure.__dataclass_fields__) - {"approx", "sentence", "authors", "places"}
    return Figure(
        approx=bool(row["approx"]),
        sentence=row["sentence_text"],
        authors=tuple(each["name"] for each in writers),
        places=tuple(Place(each["canonical"], each["start"], each["end"]) for each in places),
        **{key: row[key] for key in same},
    )
