"""Everybody who says something in a corpus, and who quotes whom."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotate.errors import RequestError
from annotate.letters import plain
from annotate.store.naming import is_written_like_a_name
from annotate.store.said import Statement, said
from annotate.store.sql import Row, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody with counts of what they say, each wording once.

    name: None for what nobody is said to say. named: whether it is a name; else a description.
    own, first_hand, second_hand, comments: by voice. writes: articles.
    """

    name: str | None
    named: bool
    different: int
    statements: int
    articles: int
    quotes: int
    stances: int
    terms: int
    figures: int
    own: int
    first_hand: int
    second_hand: int
    comments: int
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A speaker with all that they say, by date, each wording once."""

    speaker: Speaker
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoting:
    """One who quotes another. different: how often, each wording once. voice: first-hand or not."""

    reporter: str
    speaker: str
    voice: str
    different: int
    statements: int
    articles: int


KINDS: Mapping[str, str] = {
    "named": "named = 1",
    "unnamed": "named = 0",
}
"""Speakers by whether they have a name, and how the database tells."""


def speakers(
    conn: sqlite3.Connection,
    *,
    words: str = "",
    kind: str | None = None,
    limit: int = -1,
    offset: int = 0,
) -> list[Speaker]:
    """The speakers whose names hold some words, those who say most first.

    Capitals and accents make no difference, as they make none in the search of texts.
    """
    sql = f"SELECT * FROM speakers {_where(conn, words, kind)} ORDER BY different DESC, name LIMIT :limit OFFSET :offset"  # noqa: E501, S608  # ours
    values = {"words": words, "limit": limit, "offset": offset}
    return [_speaker(row) for row in select(conn, sql, values)]


def count(conn: sqlite3.Connection, *, words: str = "", kind: str | None = None) -> int:
    """How many speakers have names that hold some words."""
    sql = f"SELECT count(*) AS n FROM speakers {_where(conn, words, kind)}"  # noqa: S608  # ours
    return int(select(conn, sql, {"words": words})[0]["n"])


def who(conn: sqlite3.Connection, name: str) -> Who:
    """Everything that somebody says in the corpus.

    Raises RequestError if nobody of this name says anything.
    """
    found = speaker(conn, name)
    if found is None:
        near = "; ".join(repr(each) for each in alike(conn, name))
        hint = f"; names like it: {near}" if near else ""
        raise RequestError(f"nobody called {name!r} says anything in the corpus{hint}")
    return Who(speaker=found, statements=said(conn, {"speaker": found.name}).statements)


def speaker(conn: sqlite3.Connection, name: str) -> Speaker | None:
    """Who speaks or reports under a name, any of the codebook's; None if nobody does.

    Where nobody has it as it is written, the one who has it in other capitals is meant, else the
    one whom the articles call so ("UNHCR").
    """
    sql = "SELECT * FROM speakers WHERE name = :name"
    alias = "SELECT * FROM speakers WHERE name IN (SELECT canonical FROM name_aliases WHERE alias = :name)"  # noqa: E501
    values = {"name": name}
    found = select(conn, sql, values) or select(conn, alias, values)
    if not found and select(conn, _REPORTS, values):
        return _silent(name)
    if not found:
        others = select(conn, "SELECT * FROM speakers WHERE name = :name COLLATE NOCASE", values)
        others = others or select(conn, _CALLED, values)
        found = others if len(others) == 1 else []
    return _speaker(found[0]) if found else None


_REPORTS = """
SELECT 1 FROM writers WHERE name = :name
UNION ALL SELECT 1 FROM statements WHERE reporter = :name LIMIT 1"""


_CALLED = """
SELECT * FROM speakers
WHERE name IN (SELECT canonical FROM entities WHERE text = :name COLLATE NOCASE)"""


def _silent(name: str) -> Speaker:
    """Somebody who reports others and of whom no statement has been found."""
    counts = dict.fromkeys(("different", "statements", "articles", *LAYER_COUNTS, *VOICE_COUNTS), 0)
    named = is_written_like_a_name(name)
    return Speaker(name=name, named=named, first_day=None, last_day=None, **counts)


LAYER_COUNTS = ("quotes", "stances", "terms", "figures")
VOICE_COUNTS = ("own", "first_hand", "second_hand", "comments")


def alike(conn: sqlite3.Connection, name: str, *, limit: int = 5) -> list[str]:
    """Speakers whose names hold a word of a name, for who has misspelled it."""
    found: dict[str, int] = {}
    for word in name.split():
        for each in speakers(conn, words=word, limit=limit):
            if each.name is not None:
                found[each.name] = found.get(each.name, 0) + 1
    return sorted(found, key=lambda each: (-found[each], each))[:limit]


def nearby(conn: sqlite3.Connection, name: str) -> list[str]:
    """Speakers whose name has all words of a name and more, or some of them alone: "Carel Orr"."""
    words = {*name.split()}
    found = (each for each in alike(conn, name, limit=50) if each != name)
    return [each for each in found if words < {*each.split()} or {*each.split()} < words]


def written(conn: sqlite3.Connection, name: str) -> list[dict[str, Any]]:
    """The articles that a speaker writes: id, title, date and language, by date."""
    sql = (
        "SELECT documents.id, title, published, language FROM writers JOIN documents "
        "ON documents.id = writers.document WHERE name = :name ORDER BY published, documents.id"
    )
    return select(conn, sql, {"name": name})


def quoting(
    conn: sqlite3.Connection,
    *,
    reporter: str | None = None,
    speaker: str | None = None,
    limit: int = -1,
) -> list[Quoting]:
    """Who quotes whom, those who quote most first. reporter, speaker: only what concerns them."""
    sql = (
        "SELECT * FROM quoting WHERE (:reporter IS NULL OR reporter = :reporter) "
        "AND (:speaker IS NULL OR speaker = :speaker) "
        "ORDER BY different DESC, reporter, speaker, voice LIMIT :limit"
    )
    values = {"reporter": reporter, "speaker": speaker, "limit": limit}
    return [Quoting(**{key: row[key] for key in _EDGE}) for row in select(conn, sql, values)]


_EDGE = tuple(Quoting.__dataclass_fields__)


def quoted(conn: sqlite3.Connection, names: Iterable[str]) -> dict[str, int]:
    """How often each of some speakers is quoted by articles, each wording once.

    An article with two writers quotes once, though each of the two does.
    """
    sql = (
        "SELECT count(DISTINCT echo) AS n FROM statements "
        "WHERE speaker = :name AND layer = 'quote' AND voice IN ('first-hand', 'second-hand')"
    )
    return {name: int(select(conn, sql, {"name": name})[0]["n"]) for name in names}


def _where(conn: sqlite3.Connection, words: str, kind: str | None) -> str:
    conditions = [KINDS[kind]] if kind else []
    if words:
        # SQLite's own `lower` knows only the letters of English.
        conn.create_function("plain", 1, plain, deterministic=True)
        conditions.append("instr(plain(coalesce(name, '')), plain(:words)) > 0")
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def _speaker(row: Row) -> Speaker:
    same = set(Speaker.__dataclass_fields__) - {"named"}
    return Speaker(named=bool(row["named"]), **{key: row[key] for key in same})
