import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings

from annotate.errors import RequestError
from annotate.model import Document
from annotate.store import database, queries, write
from tests.store.articles import META, SAID, SENT, TEXT, any_document, estuary


@settings(max_examples=150, deadline=None)
@given(any_document())
def test_the_database_gives_back_what_it_was_given(document):
    with closing(database.open_for_writing(":memory:")) as conn:
        write.save(conn, document)
        assert queries.document(conn, document.id) == document


@settings(max_examples=40, deadline=None)
@given(any_document(), any_document())
def test_saving_again_leaves_nothing_of_what_was_there(first, second):
    with closing(database.open_for_writing(":memory:")) as conn:
        write.save(conn, first)
        write.save(conn, second)
        assert queries.document(conn, "any") == second
        assert not conn.execute("PRAGMA foreign_key_check").fetchall()


def test_every_span_is_found_by_its_id(conn):
    document = estuary()
    write.save(conn, document)
    assert [queries.span(conn, span.id) for span in document.spans] == [
        (document.id, span) for span in document.spans
    ]


def test_a_span_without_an_id_gets_the_one_it_has_in_every_build(conn):
    document = estuary()
    bare = replace(document, spans=tuple(replace(span, id="") for span in document.spans))
    write.save(conn, bare)
    assert queries.document(conn, document.id) == document


def test_a_span_of_an_odd_id_is_found_too(conn):
    document = estuary()
    odd = replace(document.spans[0], id="someone's own")
    write.save(conn, replace(document, spans=(odd,)))
    assert queries.span(conn, "someone's own") == (document.id, odd)


def test_rows_come_by_name_whatever_the_connection_makes_of_them(conn):
    write.save(conn, estuary())
    conn.row_factory = sqlite3.Row
    assert queries.document(conn, "estuary/ilva") == estuary()
    assert [each.id for each in queries.documents(conn)] == ["estuary/ilva"]


def test_some_layers_come_alone(conn):
    write.save(conn, estuary())
    found = queries.spans(conn, "estuary/ilva", layers=["sentence"])
    assert [span.text for span in found] == [SENT, SAID]


def test_a_listing_counts_words_of_the_body_and_findings(conn):
    write.save(conn, estuary())
    (listing,) = queries.documents(conn)
    assert listing.authors == META.authors
    assert (listing.year, listing.version, listing.tagged) == (2020, 1, True)
    assert (listing.words, listing.spans) == (18 + 12, 7)


def test_a_segment_cut_in_two_has_its_own_words_only(conn):
    document = estuary()
    cut = replace(document.segments[2], parts=((52, 58), (64, 69)))
    write.save(conn, replace(document, segments=(cut,), spans=()))
    assert queries.segments(conn, "estuary/ilva") == (cut,)
    (text,) = conn.execute("SELECT text FROM segments").fetchone()
    assert text == f"{TEXT[52:58]}\n{TEXT[64:69]}"


@pytest.mark.parametrize(
    ("ask", "missing"),
    [
        (lambda conn: queries.document(conn, "gone"), "no document 'gone'"),
        (lambda conn: queries.version(conn, "gone"), "no document 'gone'"),
        (lambda conn: queries.version(conn, "estuary/ilva", 7), "'estuary/ilva' in version 7"),
        (lambda conn: queries.span(conn, "q-none"), "no finding 'q-none'"),
    ],
)
def test_what_is_not_there_is_named(conn, ask, missing):
    write.save(conn, estuary())
    with pytest.raises(RequestError, match=missing):
        ask(conn)


def test_facets_repeat_what_the_document_and_the_segment_say(conn):
    write.save(conn, estuary())
    found = conn.execute("SELECT year, publisher, kind FROM numbers").fetchall()
    assert found == [(2020, "The Estuary Review", "paragraph")] * 2
    assert conn.execute("SELECT kind FROM entities ORDER BY position").fetchall() == [
        ("title",),
        ("paragraph",),
    ]


def test_several_addressees_are_also_told_one_by_one(conn):
    write.save(conn, estuary())
    found = conn.execute("SELECT addressee FROM stance_addressees ORDER BY position").fetchall()
    assert found == [("Haixia",), ("League of States",)]


def test_dates_and_quantities_have_columns_of_their_own(conn):
    write.save(conn, estuary())
    found = conn.execute("SELECT value, low, date_from, date_to FROM numbers ORDER BY position")
    assert found.fetchall() == [(40.0, None, None, None), (None, None, "2019-09", "2019-12")]


def test_a_document_without_segments_can_be_saved(conn):
    bare = Document(id="bare", text="Selm, Monday", spans=estuary("bare").spans[:1])
    write.save(conn, bare)
    assert queries.document(conn, "bare") == bare
