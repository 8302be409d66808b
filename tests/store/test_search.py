from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.store import database, search, signs, write
from tests.store.articles import SAID, SENT, TEXT, estuary


def marked(hit):
    return [hit.snippet[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("run", ["running"]),
        ("RUNS", ["running"]),
        ("refugee floods", ["refugees", "floods"]),
        ('"running from floods"', ["running from floods"]),
        ("“from floods”", ["from floods"]),
        ("漂民", ["漂民"]),
        ("漂民船", ["漂民船"]),
        ("船", ["船"]),
        ("湾", ["湾"]),
        ("南湾 漂民", ["漂民", "南湾"]),
        ("「漂民」", ["漂民"]),
        ("flood's", []),
        ('"floods running"', []),
        ("漂船", []),
        ("letter", []),
        ("", []),
        ("—", []),
        ('"', []),
    ],
)
def test_words_are_found_where_they_stand(conn, words, found):
    write.save(conn, estuary())
    hits = search.search(conn, words).hits
    assert [word for hit in hits for word in marked(hit)] == found


@given(st.text())
def test_no_words_are_read_as_syntax(words):
    with closing(database.open_for_writing(":memory:")) as conn:
        write.save(conn, estuary())
        assert search.search(conn, words).total <= 4
        assert len(search.find_text(conn, words)) <= 4


@pytest.mark.parametrize("words", ["floods OR *", "NEAR(floods", "text : floods", "floods AND ^"])
def test_words_of_the_index_language_are_words(conn, words):
    write.save(conn, estuary())
    assert search.search(conn, words).total == 0


def test_the_total_counts_more_than_is_shown(conn):
    for n in range(5):
        write.save(conn, estuary(f"estuary/{n}"))
    found = search.search(conn, "floods", limit=2, offset=4)
    assert (found.total, len(found.hits)) == (5, 1)
    assert search.search(conn, "floods", document="estuary/3").total == 1


COPIED = """
WITH RECURSIVE copies(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM copies LIMIT ?)
INSERT INTO segments SELECT id || '/' || at, document, 100 + at,
    CASE at WHEN 7 THEN 'boilerplate' ELSE kind END, body, start_char, end_char, parts, heading,
    number, author, date, xpath, level, depth, text, bigrams, source_start, source_end, page
FROM segments, copies WHERE segments.id = ?"""


def test_of_very_many_passages_those_shown_come_in_the_order_of_the_text(conn):
    document = estuary()
    write.save(conn, document)
    (hit,) = search.search(conn, "floods").hits
    conn.execute(COPIED, (search.RANKED, hit.segment))
    found = search.search(conn, "floods", limit=2, offset=6)
    assert (found.total, [hit.n for hit in found.hits]) == (search.RANKED, [106, 108])
    last = search.search(conn, "floods", offset=search.RANKED - 1, document=document.id)
    assert (last.total, [hit.n for hit in last.hits]) == (search.RANKED, [100 + search.RANKED])


def test_a_snippet_is_a_few_lines_around_the_words(conn):
    text = "The river rose. " * 50 + "Selm was under water. " + "The dykes broke. " * 50
    document = estuary()
    long = replace(document.segments[2], start=0, end=len(text))
    write.save(conn, replace(document, text=text, segments=(long,), spans=()))
    (hit,) = search.search(conn, "Selm").hits
    assert len(hit.snippet) <= search.WINDOW
    assert marked(hit) == ["Selm"]
    assert hit.snippet in text
    assert not hit.snippet.startswith(" ")


def test_marks_stay_right_in_a_text_that_holds_the_signs_of_the_marker(conn):
    text = "\ue000\ue001 Selm \ue001 stood"
    document = estuary()
    odd = replace(document.segments[2], start=0, end=len(text))
    write.save(conn, replace(document, text=text, segments=(odd,), spans=()))
    (hit,) = search.search(conn, "stands").hits + search.search(conn, "stood").hits
    assert marked(hit) == ["stood"]


@pytest.mark.parametrize(
    "words",
    [
        SENT,
        SAID,
        "“They are running from floods”",
        "Ostrea sent about forty Dorvanian refugees back",
        "漂民船已到",
        "漂民船没到南湾",
    ],
)
def test_a_quoted_text_leads_to_its_segment(conn, words):
    write.save(conn, estuary())
    write.save(conn, estuary("other", text=TEXT.upper().replace("S", "Z"), spans=()))
    first, *_ = search.find_text(conn, words)
    assert first.document == "estuary/ilva"
    assert first.text in TEXT


def test_the_index_follows_what_is_saved_and_forgotten(conn):
    write.save(conn, estuary())
    write.save(conn, estuary(text=TEXT.replace("floods", "debts!"), spans=()))
    assert search.search(conn, "floods").total == 0
    assert search.search(conn, "debts").total == 1
    write.forget(conn, "estuary/ilva")
    assert search.search(conn, "debts").total == 0
    conn.execute("INSERT INTO segments_fts (segments_fts, rank) VALUES ('integrity-check', 1)")


def test_the_index_survives_a_vacuum(conn):
    for n in range(9):
        write.save(conn, estuary(f"estuary/{n}"))
    write.forget(conn, "estuary/4")
    conn.execute("VACUUM")
    found = {hit.document for hit in search.search(conn, "floods").hits}
    assert len(found) == 8
    conn.execute("INSERT INTO segments_fts (segments_fts, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize(
    ("text", "words"), [("two words", 2), ("漂民", 2), ("don't 4,000 re-read", 3), ("— …", 0)]
)
def test_words_are_counted_as_people_count_them(text, words):
    assert signs.count_words(text) == words
