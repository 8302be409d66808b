import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from annotate.store import schema
from annotate.store.descriptions import TABLES

STORED = Path(__file__).parents[2] / "schema" / "store.sql"


def shape(conn):
    names = conn.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'segments_fts_%'"
    ).fetchall()
    indexes = conn.execute("SELECT name, tbl_name FROM sqlite_master WHERE type != 'table'")
    return {
        "columns": {
            name: conn.execute(f"PRAGMA table_info({name})").fetchall() for (name,) in names
        },
        "others": sorted(indexes.fetchall()),
        "keys": {
            name: sorted(conn.execute(f"PRAGMA foreign_key_list({name})").fetchall())
            for (name,) in names
        },
        "pragmas": [
            conn.execute(f"PRAGMA {each}").fetchone() for each in ("user_version", "application_id")
        ],
    }


def test_the_stored_schema_is_what_the_code_says():
    assert STORED.read_text(encoding="utf-8") == schema(), "`just docs` renews it"


def test_the_stored_schema_makes_what_the_code_makes(conn):
    with closing(sqlite3.connect(":memory:")) as other:
        other.executescript(schema())
        assert shape(other) == shape(conn)


def test_every_table_and_column_is_described_and_nothing_else(conn):
    made = {name: [row[1] for row in columns] for name, columns in shape(conn)["columns"].items()}
    assert {name: sorted(columns) for name, (_, columns) in TABLES.items()} == {
        name: sorted(columns) for name, columns in made.items()
    }


def test_every_reference_to_another_table_has_an_index(conn):
    every = shape(conn)["keys"]
    assert any(every.values())
    for name, keys in every.items():
        for key in keys:
            sql = f'EXPLAIN QUERY PLAN SELECT 1 FROM {name} WHERE "{key[3]}" = 1'  # noqa: S608
            plan = conn.execute(sql)
            assert "SEARCH" in plan.fetchone()[3], (name, key[3])


def test_the_schema_needs_neither_spacy_nor_lxml():
    code = "import sys, annotate.store.%s; print({'spacy', 'lxml'} & set(sys.modules))"
    for module in ("queries", "search", "figures", "overview", "write", "runs", "database"):
        ran = subprocess.run([sys.executable, "-c", code % module], capture_output=True, check=True)
        assert ran.stdout.strip() == b"set()"
