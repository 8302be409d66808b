"""The counts of the pages are those of the rows, whatever is tagged anew or decided."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest

from annotate.review import deciding
from annotate.review.desk import Desk
from annotate.store import counts, database, migrations, overview, queue, write
from annotate.store.span_rows import SPAN_TABLES
from annotate.store.sql import select
from annotate.store.steps import tallies
from tests.publish.articles import ferries
from tests.review.conftest import one

VERRIN = one(ferries(), "Tomas Verrin")
NUMBER = one(ferries(), "Nearly 9,000")

Key = tuple[str, str, str, str]


def rows_counted(conn: sqlite3.Connection) -> dict[Key, tuple[int, int, int, int]]:
    """By document, layer, label and maker: shown, decided, rejected, disputed; row by row."""
    found: dict[Key, Counter[str]] = {}
    shown: set[str] = set()
    for layer, table in SPAN_TABLES.items():
        for row in select(conn, f"SELECT * FROM {table}"):  # noqa: S608
            key = (row["document"], layer, row.get("label", "sentence"), row["by"])
            about = found.setdefault(key, Counter())
            about["shown"] += 1
            about["decided"] += row.get("decided") is not None
            about["disputed"] += row.get("disputed") or 0
            shown.add(row["id"])
    for row in select(conn, "SELECT * FROM segments"):
        for layer in ("segment", *(["paragraph"] if row["number"] is not None else [])):
            key = (row["document"], layer, row["kind"], "")
            found.setdefault(key, Counter())["shown"] += 1
    for row in select(conn, "SELECT * FROM overruled"):
        about = found.setdefault(
            (row["document"], row["layer"], row["label"], row["by"]), Counter()
        )
        about["rejected"] += row["decided"] == "rejected"
        about["disputed"] += row["disputed"] and row["id"] not in shown
    told = ("shown", "decided", "rejected", "disputed")
    listed = {key: tuple(about[each] for each in told) for key, about in found.items()}
    return {key: each for key, each in listed.items() if any(each)}  # type: ignore[misc]


def tables_counted(conn: sqlite3.Connection) -> dict[Key, tuple[int, int, int, int]]:
    found = select(conn, "SELECT * FROM article_counts")
    return {
        (row["document"], row["layer"], row["label"], row["by"]): (
            row["findings"],
            row["decided"],
            row["rejected"],
            row["disputed"],
        )
        for row in found
    }


def require_true(conn: sqlite3.Connection) -> None:
    """That the counts by article are those of the rows, and those of the corpus their sums."""
    by_article = rows_counted(conn)
    assert tables_counted(conn) == by_article
    sums: dict[tuple[str, str, str], list[int]] = {}
    for (_, *kind), each in by_article.items():
        held = sums.setdefault((kind[0], kind[1], kind[2]), [0, 0, 0, 0])
        held[:] = [a + b for a, b in zip(held, each, strict=True)]
    assert {
        (each.layer, each.label, each.by): [
            each.findings,
            each.decided,
            each.rejected,
            each.disputed,
        ]
        for each in counts.of_corpus(conn)
    } == sums


def tag_anew(desk: Desk) -> None:
    document = ferries()
    write.save(desk.conn, replace(document, spans=document.spans[2:]))


def save_another(desk: Desk) -> None:
    write.save(desk.conn, ferries("other"))


def forget(desk: Desk) -> None:
    save_another(desk)
    write.forget(desk.conn, ferries().id)


def reject(desk: Desk) -> None:
    deciding.decide(desk, "reject", [VERRIN.id])


def correct(desk: Desk) -> None:
    deciding.decide(desk, "correct", [VERRIN.id], given={"label": "ORG"})


def differ(desk: Desk) -> None:
    deciding.decide(desk, "accept", [NUMBER.id])
    reject(desk)
    other = Desk(conn=desk.conn, folder=desk.folder, coder="ben")
    deciding.decide(other, "reject", [NUMBER.id])
    deciding.decide(other, "accept", [VERRIN.id])


def undo(desk: Desk) -> None:
    reject(desk)
    deciding.undo(desk, [VERRIN.id])


def add(desk: Desk) -> None:
    given = {"label": "LOC", "canonical": "Ilva"}
    deciding.add(desk, ferries().id, "Nearly", "entity", given=given)


@pytest.mark.parametrize(
    "change",
    [tag_anew, save_another, forget, reject, correct, differ, undo, add],
    ids=lambda change: change.__name__,
)
def test_counts_stay_true(desk: Desk, change: Callable[[Desk], None]) -> None:
    require_true(desk.conn)
    change(desk)
    require_true(desk.conn)


def test_coders_who_differ_are_counted(desk: Desk) -> None:
    differ(desk)
    assert queue.disputes(desk.conn) == len(queue.disputed(desk.conn)) == 2


def test_pages_tell_the_counts(desk: Desk) -> None:
    save_another(desk)
    reject(desk)
    seen = overview.overview(desk.conn)
    assert seen.layers["entity"] == 2 * 4 - 1
    assert queue.coverage(desk.conn)["entity"] == (1, 8)
    assert seen.segments == 2 * len(ferries().segments)
    assert sum(counts.paragraphs(desk.conn).values()) == 2 * sum(
        each.number is not None for each in ferries().segments
    )


def test_a_database_of_before_is_counted_when_it_is_brought_up_to_date() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        before = migrations.MIGRATIONS.index(tallies.TALLIES)
        for statements in migrations.MIGRATIONS[:before]:
            for statement in statements:
                conn.execute(statement)
        conn.execute(f"PRAGMA application_id = {migrations.APPLICATION}")
        conn.execute(f"PRAGMA user_version = {before}")
        with closing(database.open_for_writing(":memory:")) as newest:
            write.save(newest, ferries())
            for table in ("documents", "versions", "segments", *reversed(SPAN_TABLES.values())):
                rows = select(newest, f"SELECT * FROM {table}")  # noqa: S608
                write.insert(conn, table, rows)
        migrations.migrate(conn)
        assert tables_counted(conn)
        require_true(conn)
