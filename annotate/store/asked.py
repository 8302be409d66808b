"""What a request names, as the corpus has it; who has misspelled it is told what is near."""

import sqlite3
from collections.abc import Iterable
from difflib import get_close_matches

from annotate.errors import RequestError
from annotate.store.queries import canonical

_MOST = 12
"""Names that a sentence can list."""


def topic(conn: sqlite3.Connection, key: str) -> str:
    """A topic of the codebook, or what else stances are on. Raises RequestError if it is none."""
    known = _column(conn, "SELECT key FROM topics UNION SELECT topic FROM positions")
    if key in known:
        return key
    listed = ", ".join(sorted(known)) if 0 < len(known) <= _MOST else ""
    hint = f"; the topics are {listed}" if listed else _near(key, known)
    raise RequestError(f"no topic {key!r} in the corpus{hint}")


def addressee(conn: sqlite3.Connection, name: str) -> str:
    """Whom something is urged on, by the codebook's one name. Raises RequestError if nobody."""
    known = _column(conn, "SELECT DISTINCT addressee FROM urgings WHERE addressee NOT NULL")
    named = name if name in known else canonical(conn, (name,)).get(name, name)
    if named in known:
        return named
    raise RequestError(f"nothing is urged on {name!r} in the corpus{_near(name, known)}")


def _column(conn: sqlite3.Connection, sql: str) -> set[str]:
    return {value for (value,) in conn.execute(sql)}


def _near(name: str, known: Iterable[str]) -> str:
    """The names that one may have been meant by: alike to the letter, or with a word of it."""
    every = sorted(known)
    alike = get_close_matches(name, every, n=3)
    words = {word.casefold() for word in name.split() if len(word) > 2}
    alike += [each for each in every if words & set(each.casefold().split())]
    found = list(dict.fromkeys(alike))[:5]
    return f"; names like it: {'; '.join(map(repr, found))}" if found else ""
