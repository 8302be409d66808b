"""What is urged on whom, by addressee, act and topic."""

import sqlite3
from dataclasses import dataclass

from annotate.store.sql import select


@dataclass(frozen=True, slots=True, kw_only=True)
class Urging:
    """How often something is urged on somebody, each wording once.

    addressee: None where the text names nobody. own, reported, comments: by voice.
    """

    addressee: str | None
    topic: str
    act: str
    label: str
    own: int
    first_hand: int
    second_hand: int
    comments: int
    statements: int

    @property
    def different(self) -> int:
        """How many in all, each wording once."""
        return self.own + self.first_hand + self.second_hand + self.comments


def recommendations(
    conn: sqlite3.Connection,
    *,
    addressee: str | None = None,
    topic: str | None = None,
    limit: int = -1,
) -> list[Urging]:
    """What is urged, by addressee: who is urged most first, who is not named last.

    addressee, topic: only what concerns them. limit: how many addressees.
    """
    values = {"addressee": addressee, "topic": topic, "limit": limit}
    found = [
        Urging(**{key: row[key] for key in Urging.__dataclass_fields__})
        for row in select(conn, _URGINGS, values)
    ]
    return [each for each in found if each.different]


_URGINGS = """
WITH urged AS (
    SELECT addressee, sum(different) AS total FROM urgings
    WHERE (:addressee IS NULL OR addressee = :addressee) AND (:topic IS NULL OR topic = :topic)
    GROUP BY addressee ORDER BY addressee IS NULL, total DESC, addressee LIMIT :limit
)
SELECT urgings.addressee, topic, act, label,
    sum(different * (voice = 'author')) AS own,
    sum(different * (voice = 'first-hand')) AS first_hand,
    sum(different * (voice = 'second-hand')) AS second_hand,
    sum(different * (voice = 'comment')) AS comments, sum(statements) AS statements
FROM urged JOIN urgings ON urgings.addressee IS urged.addressee
WHERE :topic IS NULL OR topic = :topic
GROUP BY urgings.addressee, topic, act, label
ORDER BY urgings.addressee IS NULL, total DESC, urgings.addressee,
    sum(different) DESC, topic, act, label"""
