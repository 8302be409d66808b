"""What is to be reviewed: findings in the order in which a person's time is worth most.

The least sure come first: by their score where what found them gives one, else by how people have
judged its findings so far (one right and one wrong taken for granted, so that a rule that nobody
has judged counts as half sure).
"""

import heapq
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotate.model import SPAN_TYPES, Pair
from annotate.offsets import inside
from annotate.store import counts, rows
from annotate.store.queries import select

LAYERS = tuple(layer for layer in SPAN_TYPES if layer != "sentence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A finding that waits for a person. sure: how sure it is, 0 to 1."""

    id: str
    layer: str
    label: str
    document: str
    title: str | None
    text: str
    by: str
    score: float | None
    sure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What one rule or model found in a layer. right, wrong: how people judged it so far."""

    layer: str
    by: str
    findings: int
    undecided: int
    right: int
    wrong: int

    @property
    def sure(self) -> float:
        """How sure its findings are, as far as people have judged."""
        return (self.right + 1) / (self.right + self.wrong + 2)


def waiting(
    conn: sqlite3.Connection,
    *,
    layer: str = "",
    by: str = "",
    document: str = "",
    limit: int = 20,
    offset: int = 0,
) -> list[Waiting]:
    """The findings that nobody has decided about, the least sure first."""
    found = (
        each
        for made in makers(conn, layer)
        if made.undecided and by in ("", made.by)
        for each in _of(conn, made, document, limit + offset)
    )
    first = heapq.nsmallest(limit + offset, found, key=lambda each: (each.sure, each.by, each.id))
    return first[offset:]


def proposed(
    conn: sqlite3.Connection, *, by: str = "", document: str = "", limit: int = 20, offset: int = 0
) -> list[Waiting]:
    """The findings that show only if somebody accepts them, the surest first."""
    sql = (
        'SELECT overruled.id, layer, label, document, title, text, "by", score '  # noqa: S608  # ours
        f"FROM overruled JOIN documents ON documents.id = document WHERE {_PROPOSED} "
        "ORDER BY score DESC, overruled.id LIMIT :limit OFFSET :offset"
    )
    asked = {"by": by, "document": document, "limit": limit, "offset": offset}
    return [Waiting(sure=row["score"] or 0.0, **row) for row in select(conn, sql, asked)]


def count_proposed(conn: sqlite3.Connection, *, by: str = "", document: str = "") -> int:
    """How many findings show only if somebody accepts them."""
    sql = f"SELECT count(*) AS n FROM overruled WHERE {_PROPOSED}"  # noqa: S608  # ours
    return int(select(conn, sql, {"by": by, "document": document})[0]["n"])


_PROPOSED = (
    f"decided = '{rows.PROPOSED}' AND (:by = '' OR \"by\" = :by) "
    "AND (:document = '' OR document = :document)"
)


def count(conn: sqlite3.Connection, *, layer: str = "", by: str = "", document: str = "") -> int:
    """How many findings nobody has decided about."""
    if not document:
        return sum(each.undecided for each in makers(conn, layer) if by in ("", each.by))
    total = 0
    for each in [layer] if layer else LAYERS:
        sql = (
            f"SELECT count(*) AS n FROM {rows.SPAN_TABLES[each]} WHERE document = ? "  # noqa: S608  # ours
            "AND decided IS NULL AND (? = '' OR \"by\" = ?)"
        )
        total += select(conn, sql, (document, by, by))[0]["n"]
    return total


def makers(conn: sqlite3.Connection, layer: str = "") -> list[Made]:
    """What found the findings, in order of layers and names."""
    judged = _judged(conn)
    counted: dict[tuple[str, str], list[counts.Count]] = defaultdict(list)
    for each in counts.of_corpus(conn):
        if each.findings:
            counted[each.layer, each.by].append(each)
    return [
        Made(
            layer=one,
            by=by,
            findings=sum(each.findings for each in found),
            undecided=sum(each.findings - each.decided for each in found),
            right=right,
            wrong=wrong,
        )
        for one in ([layer] if layer else LAYERS)
        for (of_layer, by), found in counted.items()
        if of_layer == one
        for right, wrong in [judged.get((one, by), (0, 0))]
    ]


def _judged(conn: sqlite3.Connection) -> dict[tuple[str, str], tuple[int, int]]:
    sql = (
        "SELECT layer, made_by, sum(action = 'accept') AS right, sum(action <> 'accept') AS wrong "
        "FROM decisions WHERE state IN ('in force', 'moot') AND made_by IS NOT NULL "
        "AND action IN ('accept', 'reject', 'correct') GROUP BY layer, made_by"
    )
    return {
        (row["layer"], row["made_by"]): (row["right"], row["wrong"]) for row in select(conn, sql)
    }


def _of(conn: sqlite3.Connection, made: Made, document: str, limit: int) -> list[Waiting]:
    """The least sure of what one rule or model found; those with a score come first."""
    found: list[dict[str, Any]] = []
    for condition in ("score IS NOT NULL", "score IS NULL"):
        if len(found) < limit:
            found += _undecided(conn, made, document, condition, limit - len(found))
    return [
        Waiting(
            layer=made.layer,
            by=made.by,
            sure=made.sure if row["score"] is None else row["score"],
            **row,
        )
        for row in found
    ]


def _undecided(
    conn: sqlite3.Connection, made: Made, document: str, condition: str, limit: int
) -> list[dict[str, Any]]:
    """In the order of the index (decided, by, score, id), so that no million rows are sorted."""
    wanted = "AND document = :document" if document else ""
    sql = (
        f"SELECT found.id, label, document, title, text, score FROM {rows.SPAN_TABLES[made.layer]} "  # noqa: S608  # ours
        "AS found JOIN documents ON documents.id = document "
        f'WHERE decided IS NULL AND "by" = :by AND {condition} {wanted} '
        "ORDER BY score, found.id LIMIT :limit"
    )
    return select(conn, sql, {"by": made.by, "document": document, "limit": limit})


def disputes(conn: sqlite3.Connection) -> int:
    """About how many findings coders differ."""
    return sum(each.disputed for each in counts.of_corpus(conn))


def disputed(conn: sqlite3.Connection) -> list[str]:
    """The ids of the findings about which coders differ."""
    tables = [rows.SPAN_TABLES[layer] for layer in LAYERS]
    sql = " UNION ALL ".join(
        f"SELECT id FROM {table} WHERE disputed"  # noqa: S608  # ours
        for table in (*tables, "overruled")
    )
    return list(dict.fromkeys(row["id"] for row in select(conn, sql)))


def alike(conn: sqlite3.Connection, span_id: str, layer: str, *, limit: int = -1) -> list[Waiting]:
    """The undecided findings that say the same of the same words as one does, itself left out.

    limit: how many of them, in the order of the articles' names.
    """
    sql = (
        "SELECT other.id, other.label, other.document, title, other.text, "
        f'other."by", other.score {_alike(layer)} '
        "ORDER BY other.document, other.start_char LIMIT :limit"
    )
    sql = sql.replace("WHERE", "JOIN documents ON documents.id = other.document WHERE", 1)
    return [
        Waiting(layer=layer, sure=row["score"] or 0.0, **row)
        for row in select(conn, sql, {"span": span_id, "limit": limit})
    ]


def count_alike(conn: sqlite3.Connection, span_id: str, layer: str) -> int:
    """How many of these there are."""
    sql = f"SELECT count(*) AS n {_alike(layer)}"
    return int(select(conn, sql, {"span": span_id})[0]["n"])


def _alike(layer: str) -> str:
    table = rows.SPAN_TABLES[layer]
    same = " AND ".join(f"other.{key} IS one.{key}" for key in _ALIKE[layer])
    return (
        f"FROM {table} AS one JOIN {table} AS other ON {same} "  # ours
        "AND lower(other.text) = lower(one.text) "
        "WHERE one.id = :span AND other.id <> one.id AND other.decided IS NULL"
    )


_ALIKE: Mapping[str, tuple[str, ...]] = {
    "entity": ("label", "canonical", "stands_for"),
    "number": ("label", "value", "low", "high", "date", "date_from", "date_to", "unit", "counted"),
    "quote": ("label", "source"),
    "stance": ("label", "holder", "target", "act"),
    "term": ("label", "holder", "use"),
}
"""What two findings of the same words must have in common to be identical cases."""


def coverage(conn: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """For each layer how many findings people have decided about, and of how many."""
    found = dict.fromkeys(LAYERS, (0, 0))
    for each in counts.of_corpus(conn):
        if each.layer in found:
            decided, every = found[each.layer]
            gone = each.rejected
            found[each.layer] = decided + each.decided + gone, every + each.findings + gone
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The words of a finding with those of its paragraph before and after it.

    hidden: stretches of them that are markup, counted from the first of them on.
    language: of the article.
    """

    before: str
    words: str
    after: str
    hidden: tuple[Pair, ...] = ()
    language: str | None = None


def around(conn: sqlite3.Connection, span_id: str, layer: str, *, most: int = 400) -> Around:
    """A finding's words in their paragraph, so many characters of it on each side at most."""
    table = rows.SPAN_TABLES[layer]
    sql = (
        "SELECT substr(text, 1 + max(first, start - :most), start - max(first, start - :most)) "  # noqa: S608  # ours
        "AS before, max(first, start - :most) AS begins, markup, language, "
        "substr(text, 1 + start, finish - start) AS words, "
        "substr(text, 1 + finish, min(last, finish + :most) - finish) AS after FROM ("
        "SELECT versions.text, versions.marks AS markup, language, "
        "found.start_char AS start, found.end_char AS finish, "
        "coalesce(segments.start_char, 0) AS first, "
        "max(found.end_char, coalesce(segments.end_char, length(versions.text))) AS last "
        f"FROM (SELECT document, segment, start_char, end_char FROM {table} WHERE id = :span "
        "UNION SELECT document, (SELECT n.id FROM segments AS n WHERE n.document = gone.document "
        "AND n.start_char <= gone.start_char AND gone.start_char < n.end_char LIMIT 1), "
        "start_char, end_char FROM overruled AS gone "
        f"WHERE id = :span AND decided = '{rows.PROPOSED}') "
        "AS found JOIN documents ON documents.id = found.document "
        "JOIN versions ON versions.document = documents.id "
        "AND versions.version = documents.version "
        "LEFT JOIN segments ON segments.id = found.segment)"
    )
    found = select(conn, sql, {"span": span_id, "most": most})
    if not found:
        return Around(before="", words="", after="")
    row = found[0]
    begins = row["begins"]
    ends = begins + len(row["before"] + row["words"] + row["after"])
    return Around(
        hidden=tuple(inside(rows.pairs(row["markup"]), begins, ends)),
        **{key: row[key] for key in ("before", "words", "after", "language")},
    )
