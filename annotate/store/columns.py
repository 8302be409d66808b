"""The findings of a corpus as columns of numbers, to count a million of them in a few milliseconds.

SQLite sorts out one condition by an index; several at once, with the counts of every other facet
beside them, take it seconds on a million rows. A column holds for each finding the number of its
value, so that a condition is one comparison of an array and a count is one pass. Ten facets of a
million findings take about forty megabytes.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotate.store.facets import LAYERS, of_layer
from annotate.store.span_rows import SPAN_TABLES

Ints = NDArray[np.int32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A facet of each of some things. codes: places in `values`, -1 for not stated."""

    values: Sequence[Any]
    codes: Ints

    def having(self, wanted: Iterable[str]) -> Mask:
        """Which of the things have one of the values, as addresses spell them."""
        sought = set(wanted)
        known = np.array([str(value) in sought for value in (*self.values, None)], dtype=bool)
        known[-1] = "" in sought  # code -1 is the last place
        found: Mask = known[self.codes]
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The findings of a layer. sentences: the place of each one's sentence among all."""

    sentences: Ints
    facets: Mapping[str, Column]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A corpus as columns.

    sentences: the rows of the sentences in the order of results, the newest article first; of a
    passage whose sentences were not found, its segment's row as a negative number.
    segments: the row of each sentence's segment. facets: what sentences have from their article
    and segment. layers: the findings.
    """

    sentences: NDArray[np.int64]
    segments: NDArray[np.int64]
    facets: Mapping[str, Column]
    layers: Mapping[str, Findings]


class _Segment(NamedTuple):
    row: int
    id: str
    document: str
    kind: str
    start: int


class _Place(NamedTuple):
    """A sentence, in the order of results. article, segment: places of these among all."""

    article: int
    start: int
    row: int
    segment: int
    id: str


def read(conn: sqlite3.Connection) -> Columns:
    """The columns of a database."""
    articles = list(conn.execute(_ARTICLES))
    segments = [_Segment(*row) for row in conn.execute(_SEGMENTS)]
    placed = _placed(conn, {row[0]: n for n, row in enumerate(articles)}, segments)
    of_article = np.array([each.article for each in placed], dtype=np.int32)
    of_segment = np.array([each.segment for each in placed], dtype=np.int32)
    rows = np.array([each.row for each in segments], dtype=np.int64)
    facets = {
        key: _spread(column([row[n] for row in articles]), of_article)
        for n, key in enumerate(("article", "outlet", "year", "language"))
    }
    facets["kind"] = _spread(column([each.kind for each in segments]), of_segment)
    order = {each.id: n for n, each in enumerate(placed)}
    return Columns(
        sentences=np.array([each.row for each in placed], dtype=np.int64),
        segments=rows[of_segment] if len(rows) else rows,
        facets=facets,
        layers={layer: _findings(conn, layer, order) for layer in LAYERS},
    )


def _placed(
    conn: sqlite3.Connection, rank: Mapping[str, int], segments: Sequence[_Segment]
) -> list[_Place]:
    """The sentences, and the segments in which none was found. rank: of articles, by their ids."""
    at = {each.id: n for n, each in enumerate(segments)}
    placed = [
        _Place(rank[segments[at[segment]].document], start, row, at[segment], name)
        for row, name, segment, start in conn.execute(_SENTENCES)
        if segment in at
    ]
    told = {each.segment for each in placed}
    placed += [
        _Place(rank[each.document], each.start, -each.row, n, each.id)
        for n, each in enumerate(segments)
        if n not in told
    ]
    return sorted(placed)


_ARTICLES = (
    "SELECT id, coalesce(container_title, publisher), year, language FROM documents "
    "ORDER BY published IS NULL, published DESC, id"
)
_SEGMENTS = "SELECT rowid, id, document, kind, start_char FROM segments WHERE kind <> 'boilerplate'"
_SENTENCES = "SELECT rowid, id, segment, start_char FROM sentences"


def column(values: Iterable[Any]) -> Column:
    """A column of these values."""
    places: dict[Any, int] = {}
    codes = [-1 if each is None else places.setdefault(each, len(places)) for each in values]
    return Column(values=tuple(places), codes=np.array(codes, dtype=np.int32))


def _spread(known: Column, places: Ints) -> Column:
    codes = known.codes[places] if len(known.codes) else known.codes
    return Column(values=known.values, codes=codes)


def _findings(conn: sqlite3.Connection, layer: str, order: Mapping[str, int]) -> Findings:
    named = of_layer(layer)
    table = SPAN_TABLES[layer]
    expressions = ", ".join(named.values())
    sql = f"SELECT coalesce(sentence, segment), segment, {expressions} FROM {table}"  # noqa: S608  # ours
    found = [row for row in conn.execute(sql) if row[0] in order or row[1] in order]
    places = [order.get(row[0], order.get(row[1], -1)) for row in found]
    return Findings(
        sentences=np.array(places, dtype=np.int32),
        facets={key: column([row[n] for row in found]) for n, key in enumerate(named, start=2)},
    )
