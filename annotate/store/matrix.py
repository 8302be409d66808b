"""Who holds which stance on what: holder × topic, the writers' own voice apart from others."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotate.store.sql import Row, select

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "own": ("author",),
    "reported": ("first-hand", "second-hand"),
    "comment": ("comment",),
}
"""The parts of the matrix, and the voices of each."""

WIDEST = 24
"""Topics side by side; a corpus with more shows those with most stances."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one holder holds of one topic in one part of the matrix.

    supports, opposes, ambivalent, neutral: how often, each wording once. second_hand: how many of
    these only somebody reported reports. statements: repetitions included.
    """

    section: str
    holder: str | None
    named: bool
    topic: str
    supports: int
    opposes: int
    ambivalent: int
    neutral: int
    second_hand: int
    statements: int

    @property
    def different(self) -> int:
        """How many stances in all, each wording once."""
        return self.supports + self.opposes + self.ambivalent + self.neutral


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Positions with the topics that they are on, in order; holders by section, in order.

    holders: how many each section has, those that are not shown included.
    """

    topics: tuple[str, ...]
    positions: tuple[Position, ...]
    holders: Mapping[str, int]


def matrix(
    conn: sqlite3.Connection,
    *,
    topic: str | None = None,
    holders: int = -1,
    sections: Sequence[str] = tuple(SECTIONS),
) -> Matrix:
    """The matrix of a corpus. topic: one only. holders: how many of each part, those with most."""
    topics = [topic] if topic is not None else _topics(conn)
    found = [
        _position(row, section)
        for section in sections
        for row in select(
            conn,
            _POSITIONS.replace("COLUMN", _COLUMNS[section]).replace("VOICES", _voices(section)),
            {"topic": topic, "holders": holders},
        )
        if row["topic"] in topics
    ]
    return Matrix(
        topics=tuple(topics),
        positions=tuple(each for each in found if each.different),
        holders={section: _holders(conn, section, topic) for section in sections},
    )


def held_by(conn: sqlite3.Connection, holder: str) -> list[Position]:
    """The positions of one holder in all parts of the matrix."""
    return [
        _position(row, section)
        for section in SECTIONS
        for row in select(conn, _HELD.replace("VOICES", _voices(section)), {"holder": holder})
    ]


def _topics(conn: sqlite3.Connection) -> list[str]:
    """The topics with stances: those of the codebook by name, then others by how many."""
    found = select(conn, _TOPICS, {"limit": WIDEST})
    known = sorted(row["topic"] for row in found if row["known"])
    return known + [row["topic"] for row in found if not row["known"]]


def _holders(conn: sqlite3.Connection, section: str, topic: str | None) -> int:
    if topic is None:
        sql = f"SELECT count(*) AS n FROM speakers WHERE {_COLUMNS[section]} > 0"  # noqa: S608  # ours
    else:
        sql = (
            "SELECT count(DISTINCT coalesce(speaker, '')) AS n FROM positions "  # noqa: S608  # ours
            f"WHERE topic = :topic AND voice IN ({_voices(section)}) AND different > 0"
        )
    return int(select(conn, sql, {"topic": topic})[0]["n"])


def _voices(section: str) -> str:
    return ", ".join(f"'{voice}'" for voice in SECTIONS[section])


_COLUMNS = {"own": "own_stances", "reported": "reported_stances", "comment": "comment_stances"}

_TOPICS = """
SELECT topic, topic IN (SELECT key FROM topics) AS known, sum(different) AS n FROM positions
GROUP BY topic HAVING n > 0 ORDER BY known DESC, n DESC, topic LIMIT :limit"""

_COUNTS = """
    sum(different * (label = 'supports')) AS supports,
    sum(different * (label = 'opposes')) AS opposes,
    sum(different * (label = 'ambivalent')) AS ambivalent,
    sum(different * (label = 'neutral')) AS neutral,
    sum(different * (voice = 'second-hand')) AS second_hand, sum(statements) AS statements"""

_HELD = """
SELECT speaker AS holder, 1 AS named, topic, COUNTS FROM positions
WHERE speaker = :holder AND voice IN (VOICES)
GROUP BY topic HAVING sum(different) > 0 ORDER BY sum(different) DESC, topic""".replace(
    "COUNTS", _COUNTS
)

_POSITIONS = """
WITH holding AS (
    SELECT name, named, COLUMN AS n FROM speakers
    WHERE COLUMN > 0 AND (:topic IS NULL OR EXISTS (
        SELECT 1 FROM positions WHERE speaker IS name AND topic = :topic AND voice IN (VOICES)))
    ORDER BY COLUMN DESC, name LIMIT :holders
)
SELECT name AS holder, named, topic, COUNTS
FROM holding JOIN positions ON positions.speaker IS holding.name
WHERE voice IN (VOICES) AND (:topic IS NULL OR topic = :topic)
GROUP BY name, topic ORDER BY n DESC, name, topic""".replace("COUNTS", _COUNTS)


def _position(row: Row, section: str) -> Position:
    same = set(Position.__dataclass_fields__) - {"section", "named"}
    return Position(section=section, named=bool(row["named"]), **{key: row[key] for key in same})
