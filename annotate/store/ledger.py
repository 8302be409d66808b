"""The ledger of figures as tables: made when a build has ended, then only read.

To tell which figures are of one quantity and which contradict each other takes a minute of work on
a million findings; a page shows a few quantities with a few of their figures, which are rows here.
An entry's number is its place in the ledger's order. A figure is told as its finding is now: what
is no longer there is left out.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from annotate.figures import arithmetic, entries
from annotate.figures.entries import Entry, Line, Together
from annotate.figures.figure import Figure
from annotate.figures.spread import DRAWN, FEW, spread
from annotate.figures.sums import Claim, Sum
from annotate.store import figures, queries
from annotate.store.sql import Row, insert, select

TABLES = ("ledger_figures", "ledger", "sums")

SHOWN: Mapping[str, str] = {
    "contested": "verdict = 'contested'",
    "compared": "figures > 1",
    "all": "1",
}
"""The quantities that one may ask for, and what their rows have."""

SUMS = "sums"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A quantity with some of its figures. size: how many it has. drawn: those of its picture."""

    entry: Entry
    size: int
    drawn: tuple[Line, ...]


def fill(conn: sqlite3.Connection, together: Iterable[Together] = ()) -> int:
    """Make the ledger and the sums anew; how many figures it has. In the caller's transaction.

    together: which figures are of one quantity, where that is known already.
    """
    for table in TABLES:
        conn.execute(f"DELETE FROM {table}")  # noqa: S608  # ours
    every = figures.figures(conn, labels=_LABELS)
    found = entries.ledger(
        (each for each in every if each.label in figures.LABELS),
        rivals=queries.contested(conn),
        quantities=figures.quantities(conn),
        together=together,
        names=figures.names(conn),
    )
    for at, entry in enumerate(found, start=1):
        insert(conn, "ledger", [_entry_row(at, entry)])
        insert(conn, "ledger_figures", _line_rows(at, entry))
    checked = arithmetic.sums(each for each in every if each.label in arithmetic.LABELS)
    insert(conn, "sums", (_sum_row(at, each) for at, each in enumerate(checked, start=1)))
    return sum(each.size for each in found)


_LABELS = frozenset({*figures.LABELS, *arithmetic.LABELS})


def together(conn: sqlite3.Connection) -> list[Together]:
    """Which figures the ledger has in one entry."""
    listed = select(conn, "SELECT entry, figure FROM ledger_figures ORDER BY entry, position")
    own = {
        at: tuple(row["figure"] for row in rows)
        for at, rows in groupby(listed, itemgetter("entry"))
    }
    return [
        Together(
            title=row["title"],
            figures=own.get(row["id"], ()),
            key=row["key"] if row["by"] == "codebook" else "",
        )
        for row in _entries(conn, "1 ORDER BY id", {})
    ]


def made_of(
    conn: sqlite3.Connection, document: str
) -> tuple[list[Figure], list[str], Mapping[str, int]]:
    """All of an article that the ledger is made of: while it stays, so does the ledger."""
    return (
        figures.figures(conn, labels=_LABELS, document=document),
        queries.contested(conn, document),
        figures.names(conn, document).get(document, {}),
    )


def counted(conn: sqlite3.Connection, words: str = "") -> Mapping[str, int]:
    """How many quantities there are of those that one may ask for, and how many sums.

    words: those that all must be told of each.
    """
    told, values = _sought(words)
    sums = ", ".join(f"count(*) FILTER (WHERE {each})" for each in SHOWN.values())
    (row,) = conn.execute(f"SELECT {sums} FROM ledger WHERE {told}", values)  # noqa: S608  # ours
    (all_sums,) = conn.execute(f"SELECT count(*) FROM sums WHERE {told}", values).fetchone()  # noqa: S608  # ours
    return {**dict(zip(SHOWN, row, strict=True)), SUMS: all_sums}


def listed(
    conn: sqlite3.Connection, shown: str, words: str = "", *, limit: int, offset: int = 0
) -> list[Kept]:
    """Quantities of those that one may ask for, in order, each with figures that stand for all."""
    told, values = _sought(words)
    where = f"{SHOWN[shown]} AND {told} ORDER BY id LIMIT :limit OFFSET :offset"
    found = _entries(conn, where, {**values, "limit": limit, "offset": offset})
    return _filled(conn, found, lines="few", drawn="few")


def named(conn: sqlite3.Connection, key: str, *, first: int, most: int) -> list[Kept]:
    """The quantities of a key, with so many of their figures from the first on.

    One, or those that the codebook puts together and cannot compare.
    """
    found = _entries(conn, "key = :key ORDER BY id", {"key": key})
    wanted = f"position >= {first} AND position < {first + most}"
    return _filled(conn, found, lines=wanted, drawn="drawn")


def whole(conn: sqlite3.Connection, shown: str = "all") -> Iterator[Entry]:
    """The quantities of those that one may ask for, each with all of its figures."""
    for row in _entries(conn, f"{SHOWN[shown]} ORDER BY id", {}):
        yield _filled(conn, [row], lines="1", drawn="0")[0].entry


def sums(
    conn: sqlite3.Connection, words: str = "", *, limit: int = -1, offset: int = 0
) -> list[Sum]:
    """The sums that the texts state, those first that do not hold. words: as for quantities."""
    told, values = _sought(words)
    sql = f"SELECT * FROM sums WHERE {told} ORDER BY id LIMIT :limit OFFSET :offset"  # noqa: S608  # ours
    found = select(conn, sql, {**values, "limit": limit, "offset": offset})
    ids = [each for row in found for each in (row["figure"], *json.loads(row["operands"]))]
    known = figures.by_id(conn, set(ids))
    return [_sum(row, known) for row in found if row["figure"] in known]


def _sought(words: str) -> tuple[str, Row]:
    """The condition that all words are told, and its values."""
    values = {f"word{n}": word for n, word in enumerate(words.casefold().split())}
    return " AND ".join(f"instr(told, :{key})" for key in values) or "1", values


def _entries(conn: sqlite3.Connection, where: str, values: Row) -> Sequence[Row]:
    columns = 'id, key, title, kind, "by", verdict, figures'
    return select(conn, f"SELECT {columns} FROM ledger WHERE {where}", values)  # noqa: S608  # ours


def _filled(
    conn: sqlite3.Connection, found: Sequence[Row], *, lines: str, drawn: str
) -> list[Kept]:
    """The entries of rows with their lines. lines, drawn: conditions on rows of their figures."""
    some = [_kept(conn, row["id"], lines) for row in found]
    pictured = some if drawn == lines else [_kept(conn, row["id"], drawn) for row in found]
    rows = [row for some_rows in (*some, *pictured) for row in some_rows]
    wanted = {row[key] for row in rows for key in ("figure", "repeats")}
    known = figures.by_id(conn, wanted - {None})
    return [
        Kept(
            entry=Entry(
                rows=entries.rows(_lines(told, known)),
                **{key: row[key] for key in ("key", "title", "kind", "by", "verdict")},
            ),
            size=row["figures"],
            drawn=tuple(_lines(shown, known)),
        )
        for row, told, shown in zip(found, some, pictured, strict=True)
    ]


def _kept(conn: sqlite3.Connection, entry: int, condition: str) -> Sequence[Row]:
    sql = f"SELECT * FROM ledger_figures WHERE entry = ? AND {condition} ORDER BY position"  # noqa: S608  # ours
    return select(conn, sql, (entry,))


def _lines(found: Iterable[Row], known: Mapping[str, Figure]) -> list[Line]:
    return [
        entries.line(
            known[row["figure"]],
            is_repeated=bool(row["repeated"]),
            repeats=known.get(row["repeats"]),
            against=row["against"],
        )
        for row in found
        if row["figure"] in known
    ]


def _entry_row(at: int, entry: Entry) -> Row:
    voices = dict.fromkeys(line.voice for line in entry.lines)
    return {
        "id": at,
        **{key: getattr(entry, key) for key in ("key", "title", "kind", "by", "verdict")},
        "figures": entry.size,
        "told": " ".join((entry.title, *voices)).casefold(),
    }


def _line_rows(at: int, entry: Entry) -> Iterator[Row]:
    few, drawn = set(spread(entry, FEW)), set(spread(entry, DRAWN))
    for position, line in enumerate(entry.lines):
        yield {
            "entry": at,
            "position": position,
            "figure": line.figure.id,
            "repeated": line.is_repeated,
            "repeats": line.repeats.id if line.repeats else None,
            "against": line.against,
            "few": position in few,
            "drawn": position in drawn,
        }


def _sum_row(at: int, each: Sum) -> Row:
    claim, figure = each.claim, each.claim.figure
    counted = (operand.counted or "" for operand in each.operands)
    return {
        "id": at,
        "kind": each.kind,
        "words": claim.words,
        "start_char": claim.start,
        "end_char": claim.end,
        "figure": figure.id,
        "operands": json.dumps([operand.id for operand in each.operands]),
        "result": each.result,
        "holds": each.holds,
        "told": " ".join((figure.sentence or "", figure.title or "", *counted)).casefold(),
    }


def _sum(row: Row, known: Mapping[str, Figure]) -> Sum:
    start, end = row["start_char"], row["end_char"]
    ids = json.loads(row["operands"])
    return Sum(
        kind=row["kind"],
        claim=Claim(words=row["words"], start=start, end=end, figure=known[row["figure"]]),
        operands=tuple(known[each] for each in ids if each in known),
        result=row["result"],
        holds=bool(row["holds"]),
    )
