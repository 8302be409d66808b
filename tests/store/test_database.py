import sqlite3
from contextlib import closing

import pytest

from annotate.errors import StoreError
from annotate.store import database, migrations, queries, write
from tests.store.articles import estuary


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "corpus.db"
    with closing(database.open_for_writing(path)) as conn:
        write.save(conn, estuary())
    return path


def test_a_database_is_one_file_and_opens_again(path):
    assert list(path.parent.iterdir()) == [path]
    with closing(database.open_for_reading(path)) as conn:
        assert queries.document(conn, "estuary/ilva") == estuary()
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            conn.execute("DELETE FROM documents")


@pytest.mark.parametrize(
    "content", [b"no database at all, but text" * 40, b"SQLite format 3\0" + b"x" * 99]
)
@pytest.mark.parametrize("open_", [database.open_for_writing, database.open_for_reading])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, content, open_):
    path = tmp_path / "corpus.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"corpus\.db: "):
        open_(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("open_", [database.open_for_writing, database.open_for_reading])
def test_a_newer_database_is_refused(path, open_):
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match=r"is of version 99 .* update annotate"):
        open_(path)


def test_the_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "corpus.db"
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE letters (id)")
    with pytest.raises(StoreError, match="of another program"):
        database.open_for_writing(path)


def test_an_absent_database_is_made_only_for_writing(tmp_path):
    with pytest.raises(StoreError, match="`annotate build` makes it"):
        database.open_for_reading(tmp_path / "corpus.db")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_absent_is_a_sentence(tmp_path):
    with pytest.raises(StoreError, match="cannot be opened; see whether the folder exists"):
        database.open_for_writing(tmp_path / "none" / "corpus.db")


def test_an_empty_file_becomes_a_database(tmp_path):
    path = tmp_path / "corpus.db"
    path.touch()
    database.open_for_writing(path).close()
    with closing(database.open_for_reading(path)) as conn:
        assert conn.execute("SELECT count(*) FROM documents").fetchone()[0] == 0


def test_an_older_database_is_brought_forward_with_all_it_holds(path, monkeypatch):
    step = ("ALTER TABLE documents ADD COLUMN doi TEXT",)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    monkeypatch.setattr(database, "VERSION", migrations.VERSION)
    with pytest.raises(StoreError, match="built by an older annotate"):
        database.open_for_reading(path)
    with closing(database.open_for_writing(path)) as conn:
        assert conn.execute("SELECT id, doi FROM documents").fetchall() == [("estuary/ilva", None)]


def test_a_step_that_fails_leaves_the_database_as_it_was(path, monkeypatch):
    steps = (("ALTER TABLE documents ADD COLUMN doi TEXT", "CREATE TABLE documents (id)"),)
    monkeypatch.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS + steps)
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    before = path.read_bytes()
    with pytest.raises(StoreError):
        database.open_for_writing(path)
    assert path.read_bytes() == before


def test_another_writer_is_named(path, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    first, second = database.open_for_writing(path), database.open_for_writing(path)
    busy = pytest.raises(StoreError, match="another program is writing")
    with closing(first), closing(second), database.transaction(first), busy:
        write.save(second, estuary("other"))


def test_a_failing_write_leaves_nothing_of_it(conn):
    topic = {"key": "aid", "statement": "Aid should be given."}
    with pytest.raises(StoreError), database.transaction(conn):
        write.insert(conn, "topics", [topic, topic])
    assert queries.topics(conn) == []
