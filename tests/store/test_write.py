from dataclasses import replace

import pytest

from annotate.errors import StoreError
from annotate.store import queries, write
from tests.store.articles import SPANS, TEXT, estuary


def test_the_same_file_stays_the_same_version(conn):
    assert write.save(conn, estuary()) == 1
    assert write.save(conn, estuary(spans=SPANS[:2])) == 1
    assert queries.replaced(conn) == []


@pytest.mark.parametrize(
    ("text", "data"),
    [("Another text.", b"Another text."), (TEXT, b"\xef\xbb\xbf" + TEXT.encode())],
)
def test_another_file_or_text_makes_a_version_and_keeps_the_old_one(conn, text, data):
    write.save(conn, estuary())
    again = estuary(text=text, spans=(), segments=())
    assert write.save(conn, again, write.Received(data=data, encoding="utf-8")) == 2
    assert queries.version(conn, "estuary/ilva", 1).text == TEXT
    newest = queries.version(conn, "estuary/ilva")
    assert (newest.version, newest.text, newest.data) == (2, text, data)
    assert queries.document(conn, "estuary/ilva") == again


def test_a_return_to_an_older_text_is_a_version_of_its_own(conn):
    write.save(conn, estuary())
    write.save(conn, estuary(text=TEXT + "!"))
    assert write.save(conn, estuary()) == 3


def test_forgetting_leaves_nothing(conn):
    write.save(conn, estuary())
    write.forget(conn, "estuary/ilva")
    for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if not name.startswith("segments_fts"):
            assert not conn.execute(f"SELECT * FROM {name}").fetchall(), name  # noqa: S608


def test_a_document_that_finds_one_thing_twice_is_refused_and_the_old_one_stays(conn):
    write.save(conn, estuary())
    with pytest.raises(write.UnsavableError, match="has 2 spans of the id"):
        write.save(conn, estuary(text=TEXT + "!", spans=SPANS[:1] * 2))
    assert queries.document(conn, "estuary/ilva") == estuary()


def test_two_segments_of_one_number_are_refused(conn):
    with pytest.raises(write.UnsavableError, match="has 2 segments of the id 0"):
        write.save(conn, estuary(segments=estuary().segments[:1] * 2))


def test_a_finding_that_another_document_has_is_refused(conn):
    write.save(conn, estuary())
    taken = replace(estuary("other"), spans=estuary().spans)
    with pytest.raises(write.UnsavableError, match="document 'other' cannot be saved"):
        write.save(conn, taken)
    assert [each.id for each in queries.documents(conn)] == ["estuary/ilva"]


def test_half_a_character_is_refused_with_its_place(conn):
    with pytest.raises(write.UnsavableError, match="half a character at 4"):
        write.save(conn, estuary(text="Selm\ud83d", spans=(), segments=()))
    with pytest.raises(StoreError, match="cannot be saved"):
        write.save(conn, estuary(meta=replace(estuary().meta, title="\ud83d")))
    assert queries.documents(conn) == []


@pytest.mark.parametrize(
    ("published", "year"),
    [("2012-03-01", 2012), ("2012", 2012), (None, None), ("XXXX-04", None), ("20125", None)],
)
def test_the_year_is_what_the_date_begins_with(conn, published, year):
    write.save(conn, estuary(meta=replace(estuary().meta, published=published)))
    assert queries.documents(conn)[0].year == year
