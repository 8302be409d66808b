"""What is said in a corpus, sentence by sentence: the statements that a filter leaves, by date."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotate.errors import RequestError
from annotate.store.sql import Row, select

VOICES = ("author", "first-hand", "second-hand", "comment")
"""Whose voice it is: the writer's own, reported, reported by somebody reported, a reader's."""

LAYERS = ("quote", "stance", "term", "number")

Wanted = Mapping[str, str | None]
"""What statements must have, by the name of a filter; None is "not stated"."""

_PLAIN = "statements.{key} IS :{key}"
_FILTERS: Mapping[str, str] = {
    **{
        key: _PLAIN.format(key=key)
        for key in ("speaker", "layer", "topic", "label", "act", "word", "publisher", "document")
    },
    "echo": "statements.echo = CAST(:echo AS INTEGER)",
    "named": "statements.named = CAST(:named AS INTEGER)",
    "addressee": "statements.span IN (SELECT stance FROM stance_addressees "
    "WHERE addressee = :addressee)",
    "reporter": "(statements.reporter = :reporter OR statements.voice = 'first-hand' "
    "AND statements.document IN (SELECT document FROM writers WHERE name = :reporter))",
}
_UNADDRESSED = "statements.span NOT IN (SELECT stance FROM stance_addressees)"
_VOICES = {
    **{voice: f"statements.voice = '{voice}'" for voice in VOICES},
    "reported": "statements.voice IN ('first-hand', 'second-hand')",
}

FILTERS = (*_FILTERS, "voice")
"""The names of the filters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something said, with the sentence and the work that it stands in.

    id: of the finding. speaker: None where the text does not say. topic: target of a stance,
    family of a word, what a figure counts. words: those of the finding. paragraph: as a reader
    counts. language: of the work. articles: how many have these words; echo is what they share.
    """

    id: str
    layer: str
    label: str
    topic: str | None
    act: str | None
    speaker: str | None
    named: bool
    voice: str
    reporter: str | None
    published: str | None
    document: str
    title: str | None
    publisher: str | None
    language: str | None
    kind: str | None
    paragraph: int | None
    words: str
    sentence: str
    place: str | None
    articles: int
    echo: int

    @property
    def reference(self) -> str:
        """Where it stands, as `annotate cite` takes it."""
        return f"{self.document}#p{self.paragraph}" if self.paragraph else self.document


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Statements of a page, and how many there are on all pages."""

    total: int
    statements: tuple[Statement, ...]


def said(conn: sqlite3.Connection, wanted: Wanted, *, limit: int = -1, offset: int = 0) -> Said:
    """The statements that have all that is wanted, in order of date and text.

    Of statements that repeat each other's words, the first; all of them if an echo is wanted.
    Raises RequestError for a filter or a voice that there is not.
    """
    where = " AND ".join(_conditions(wanted)) or "1"
    counted, ids = _WITHIN if _SETS & set(wanted) and "echo" not in wanted else _OVERALL
    values: dict[str, Any] = dict(wanted)
    total = select(conn, f"SELECT {counted} AS n FROM statements WHERE {where}", values)  # noqa: S608  # ours
    inner = f"{ids.replace('WHERE', f'WHERE {where}')} LIMIT :limit OFFSET :offset"
    values |= {"limit": limit, "offset": offset}
    rows = select(conn, _STATEMENTS.replace("INNER_IDS", inner), values)
    return Said(total=total[0]["n"], statements=tuple(map(_statement, rows)))


def _conditions(wanted: Wanted) -> list[str]:
    found = [] if "echo" in wanted or _SETS & set(wanted) else ["statements.first = 1"]
    for key, value in wanted.items():
        if key == "voice":
            if value not in _VOICES:
                raise RequestError(f"no voice {value!r}; the voices are {', '.join(_VOICES)}")
            found.append(_VOICES[str(value)])
        elif key == "addressee" and value is None:
            found.append(_UNADDRESSED)
        elif key in _FILTERS:
            found.append(_FILTERS[key])
        else:
            raise RequestError(f"no filter {key!r}; the filters are {', '.join(sorted(FILTERS))}")
    return found


_SETS = frozenset({"addressee", "document", "publisher", "reporter"})
"""Filters that may leave out the first of statements that repeat each other: then the first that
they leave is meant."""

_OVERALL = ("count(*)", "SELECT id FROM statements WHERE ORDER BY id")
_WITHIN = (
    "count(DISTINCT echo)",
    "SELECT min(id) FROM statements WHERE GROUP BY echo ORDER BY min(id)",
)
"""How to count, and which ids to show: of all that is wanted, or one of each wording."""

_STATEMENTS = """
SELECT statements.*, documents.title, documents.language,
    coalesce(within.number, own.number) AS paragraph,
    coalesce(quotes.text, stances.text, terms.text, numbers.text, '') AS words,
    coalesce(sentences.text, own.text, '') AS sentence
FROM statements
JOIN documents ON documents.id = statements.document
LEFT JOIN sentences ON sentences.id = statements.place
LEFT JOIN segments AS within ON within.id = sentences.segment
LEFT JOIN segments AS own ON own.id = statements.place
LEFT JOIN quotes ON statements.layer = 'quote' AND quotes.id = statements.span
LEFT JOIN stances ON statements.layer = 'stance' AND stances.id = statements.span
LEFT JOIN terms ON statements.layer = 'term' AND terms.id = statements.span
LEFT JOIN numbers ON statements.layer = 'number' AND numbers.id = statements.span
WHERE statements.id IN (INNER_IDS)
ORDER BY statements.id"""


def _statement(row: Row) -> Statement:
    same = set(Statement.__dataclass_fields__) - {"id", "named"}
    return Statement(id=row["span"], named=bool(row["named"]), **{key: row[key] for key in same})
