"""Who uses which contested word, as their own or as another's, and who avoids it."""

import sqlite3
from dataclasses import dataclass

from annotate.errors import RequestError
from annotate.store.sql import Row, select

SIDES = ("speaker", "outlet")

SPOKEN = 3
"""Words of their own that somebody must have used before a family that is not among them counts as
avoided; with fewer, chance explains it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How one speaker or outlet uses the words of a family, each wording once.

    side: "speaker" or "outlet"; of an outlet, own are the words of its writers, comments those of
    its readers however they use them. words: what is used, the commonest first. avoided: whether
    it uses others of its own, at least SPOKEN times, and never one of these; of nobody known never.
    """

    side: str
    who: str | None
    family: str
    own: int
    attributed: int
    rejected: int
    mentioned: int
    comments: int
    statements: int
    words: tuple[str, ...]
    avoided: bool

    @property
    def different(self) -> int:
        """How many uses in all, each wording once."""
        return self.own + self.attributed + self.rejected + self.mentioned + self.comments

    @property
    def tells(self) -> bool:
        """Whether it says anything: a word that is used, or avoided."""
        return self.avoided or self.different > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of contested words. words: with how often each is used."""

    name: str
    words: tuple[tuple[str, int], ...]


def families(conn: sqlite3.Connection) -> list[Family]:
    """The families that are used, by name."""
    found: dict[str, list[tuple[str, int]]] = {}
    for row in select(conn, _FAMILIES):
        found.setdefault(row["family"], []).append((row["word"], row["n"]))
    return [Family(name=name, words=tuple(words)) for name, words in found.items()]


def terms(conn: sqlite3.Connection, *, side: str, limit: int = -1, offset: int = 0) -> list[Use]:
    """Who uses which family how, those who use most first; also what they avoid.

    side: "speaker" or "outlet". Raises RequestError for another.
    """
    if side not in SIDES:
        raise RequestError(f"no side {side!r}; the sides are {', '.join(SIDES)}")
    names = [each.name for each in families(conn)]
    values = {"side": side, "limit": limit, "offset": offset}
    rows: dict[str | None, list[Row]] = {}
    for row in select(conn, _USES, values):
        rows.setdefault(row["who"], []).append(row)
    return [_use(side, who, name, own) for who, own in rows.items() for name in names]


def count(conn: sqlite3.Connection, side: str) -> int:
    """How many speakers or outlets use contested words."""
    sql = "SELECT count(DISTINCT coalesce(who, '')) AS n FROM word_uses WHERE side = :side"
    return int(select(conn, sql, {"side": side})[0]["n"])


_FAMILIES = """
SELECT family, word, sum(different) AS n FROM word_uses WHERE side = 'speaker'
GROUP BY family, word ORDER BY family, n DESC, word"""

_USES = """
WITH users AS (
    SELECT who, sum(different) AS total FROM word_uses WHERE side = :side
    GROUP BY who ORDER BY total DESC, who LIMIT :limit OFFSET :offset
)
SELECT word_uses.who, family, use, voice, word, different, statements
FROM users JOIN word_uses ON word_uses.who IS users.who AND side = :side
ORDER BY total DESC, word_uses.who, family, different DESC, word"""


def _use(side: str, who: str | None, family: str, rows: list[Row]) -> Use:
    ours = [row for row in rows if row["family"] == family]
    spoken = sum(row["different"] for row in rows if _is_own(side, row))
    counts = {
        use: sum(row["different"] for row in ours if _column(side, row) == use)
        for use in ("own", "attributed", "rejected", "mentioned", "comments")
    }
    return Use(
        side=side,
        who=who,
        family=family,
        statements=sum(row["statements"] for row in ours),
        words=tuple(dict.fromkeys(row["word"] for row in ours)),
        avoided=who is not None and spoken >= SPOKEN and not any(_is_own(side, r) for r in ours),
        **counts,
    )


def _column(side: str, row: Row) -> str:
    return "comments" if side == "outlet" and row["voice"] == "comment" else str(row["use"])


def _is_own(side: str, row: Row) -> bool:
    """Whether it is their word: a writer's own, or what is quoted as a speaker's."""
    if side == "outlet":
        return (row["use"], row["voice"]) == ("own", "author")
    return row["use"] in ("own", "attributed")
