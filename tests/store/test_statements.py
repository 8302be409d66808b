"""Who says what, in whose voice, and what is counted of it."""

from dataclasses import replace

import pytest

from annotate.codebook import Codebook, Name
from annotate.errors import RequestError
from annotate.model import Meta
from annotate.store import matrix, overview, queries, recommendations, runs, speakers, uses, write
from annotate.store.said import said
from tests.store.speeches import courier, review

RECIPE = runs.Recipe(tool="0.1", codebook="c", rules="r", model="blank")
CODEBOOK = Codebook(
    names={
        "Delta Rights Watch": Name(canonical="Delta Rights Watch", label="ORG", aliases=("DRW",))
    }
)


@pytest.fixture
def corpus(conn):
    number = runs.begin(conn, RECIPE, CODEBOOK)
    write.save(conn, review())
    write.save(conn, courier())
    runs.end(conn, number, runs.Counts(read=2), {})
    return conn


def voices(corpus, **wanted):
    return [(each.speaker, each.voice) for each in said(corpus, wanted).statements]


def test_an_authors_own_words_are_theirs_by_name(corpus):
    assert voices(corpus, layer="stance", topic="ferries", label="opposes") == [
        ("Marek Toll", "author")
    ]


def test_who_is_asked_for_in_other_capitals_is_found(corpus):
    assert speakers.who(corpus, "marek TOLL").speaker.name == "Marek Toll"
    with pytest.raises(RequestError, match="nobody called 'marek' says"):
        speakers.who(corpus, "marek")


def test_who_is_asked_for_as_the_articles_call_them_is_found(corpus):
    corpus.execute(
        "INSERT INTO entities (id, document, position, start_char, end_char, text, label, "
        'canonical, "by") '
        "SELECT 'e', id, 0, 0, 1, 'M.T.', 'PERSON', 'Marek Toll', 'model:english' "
        "FROM documents LIMIT 1"
    )
    assert speakers.who(corpus, "m.t.").speaker.name == "Marek Toll"


def test_without_an_author_the_publisher_speaks(corpus):
    assert voices(corpus, layer="term", label="rejected") == [("Estuary Review", "author")]


def test_without_a_publisher_the_author_of_the_article_speaks_and_has_no_name(conn):
    write.save(conn, replace(courier(), id="x", meta=Meta(title="Border figures")))
    number = runs.begin(conn, RECIPE, CODEBOOK)
    runs.end(conn, number, runs.Counts(read=1), {})
    (stance,) = said(conn, {"layer": "stance", "voice": "author"}).statements
    assert (stance.speaker, stance.named) == ("author of Border figures", False)


@pytest.mark.parametrize("publisher", [None, "Selm House"])
def test_an_outlet_is_where_an_article_appeared(conn, publisher):
    meta = Meta(title="Border figures", container_title="Lantern Magazine", publisher=publisher)
    write.save(conn, replace(courier(), meta=meta))
    number = runs.begin(conn, RECIPE, CODEBOOK)
    runs.end(conn, number, runs.Counts(read=1), {})
    assert {each.publisher for each in said(conn, {}).statements} == {"Lantern Magazine"}
    assert [each.publisher for each in queries.documents(conn)] == ["Lantern Magazine"]
    assert overview.overview(conn).publishers == {"Lantern Magazine": 1}


def test_speech_within_speech_is_second_hand_and_says_through_whom(corpus):
    (stance,) = said(corpus, {"layer": "stance", "speaker": "Ruo Lin"}).statements
    assert (stance.voice, stance.reporter) == ("second-hand", "cable")
    assert {voice for _, voice in voices(corpus, speaker="Ruo Lin", layer="quote")} == {
        "second-hand"
    }
    assert voices(corpus, speaker="cable") == [("cable", "first-hand")]


def test_what_is_said_through_another_is_second_hand(corpus):
    found = said(corpus, {"layer": "stance", "topic": "ferries", "label": "supports"}).statements
    assert {each.reporter for each in found} == {"Ministry of the Interior"}


def test_joint_sources_each_say_it(corpus):
    assert voices(corpus, layer="stance", topic="ferries", label="supports") == [
        ("Tomas Verrin", "second-hand"),
        ("Edda Morn", "second-hand"),
    ]


def test_what_a_reader_says_is_a_comment_by_name(corpus):
    assert voices(corpus, voice="comment") == [("pontoon77", "comment")] * 2


def test_two_articles_with_one_source_count_as_one(corpus):
    for layer in ("quote", "number"):
        wanted = {"layer": layer, "speaker": "Delta Rights Watch"}
        (statement,) = said(corpus, wanted).statements
        assert (statement.document, statement.articles) == ("courier/figures", 2)
        both = said(corpus, {"echo": str(statement.echo)})
        assert [each.document for each in both.statements] == ["courier/figures", "review/count"]
    watch = speakers.speaker(corpus, "Delta Rights Watch")
    assert watch
    assert (watch.different, watch.statements, watch.articles) == (2, 4, 2)


def test_a_statement_knows_its_sentence_and_paragraph(corpus):
    (number,) = said(corpus, {"layer": "number"}).statements
    assert number.sentence.endswith("Delta Rights Watch says.")
    assert number.reference == "courier/figures#p1"
    (comment,) = said(corpus, {"voice": "comment", "layer": "stance"}).statements
    assert (comment.sentence, comment.paragraph) == ("Send them back.", None)


def test_statements_come_by_date_in_pages(corpus):
    everything = said(corpus, {})
    days = [each.published or "" for each in everything.statements]
    assert days == sorted(days)
    page = said(corpus, {}, limit=3, offset=2)
    assert page.statements == everything.statements[2:5]
    assert page.total == len(everything.statements)


@pytest.mark.parametrize("wanted", [{"voice": "loud"}, {"colour": "red"}])
def test_an_unknown_filter_is_refused(corpus, wanted):
    with pytest.raises(RequestError):
        said(corpus, wanted)


def test_sources_without_a_name_are_told_apart(corpus):
    names = [each.name for each in speakers.speakers(corpus, kind="unnamed")]
    assert names == ["teacher", "cable"]
    assert speakers.count(corpus, kind="named") == len(speakers.speakers(corpus, kind="named"))


@pytest.mark.parametrize("typed", ["tomas verr", "TÓMAS VERRIN", "To\u0301mas"])
def test_capitals_and_accents_make_no_difference_among_people(corpus, typed) -> None:
    assert [each.name for each in speakers.speakers(corpus, words=typed)] == ["Tomas Verrin"]
    assert speakers.count(corpus, words=typed) == 1
    corpus.execute("UPDATE speakers SET name = 'Tomáš Verrin' WHERE name = 'Tomas Verrin'")
    assert [each.name for each in speakers.speakers(corpus, words=typed)] == ["Tomáš Verrin"]


def test_somebody_is_found_by_an_alias_and_a_near_name_is_told(corpus):
    assert speakers.who(corpus, "DRW").speaker.name == "Delta Rights Watch"
    with pytest.raises(RequestError, match="'Tomas Verrin'"):
        speakers.who(corpus, "Verrin")


def test_who_has_more_or_fewer_words_of_a_name_is_near_to_it(corpus):
    corpus.execute("UPDATE speakers SET name = 'Verrin' WHERE name = 'Marek Toll'")
    assert speakers.nearby(corpus, "Verrin") == ["Tomas Verrin"]
    assert speakers.nearby(corpus, "Tomas Verrin") == ["Verrin"]
    assert speakers.nearby(corpus, "Anja Verrin") == ["Verrin"]


def test_who_quotes_whom_names_writers_and_what_stands_between(corpus):
    edges = {(each.reporter, each.speaker): each.voice for each in speakers.quoting(corpus)}
    assert edges == {
        ("Marek Toll", "Delta Rights Watch"): "first-hand",
        ("Marek Toll", "cable"): "first-hand",
        ("Marek Toll", "teacher"): "first-hand",
        ("cable", "Ruo Lin"): "second-hand",
    } | {("Estuary Review", "Delta Rights Watch"): "first-hand"}
    linked = said(corpus, {"layer": "quote", "reporter": "cable"}).statements
    assert [each.speaker for each in linked] == ["Ruo Lin"]


def test_the_matrix_keeps_voices_apart(corpus):
    found = matrix.matrix(corpus)
    cells = {(each.section, each.holder, each.topic): each for each in found.positions}
    assert set(cells) == {
        ("own", "Marek Toll", "ferries"),
        ("reported", "Ruo Lin", "recognition"),
        ("reported", "Tomas Verrin", "ferries"),
        ("reported", "Edda Morn", "ferries"),
        ("comment", "pontoon77", "recognition"),
    }
    lin = cells["reported", "Ruo Lin", "recognition"]
    assert (lin.supports, lin.opposes, lin.second_hand, lin.different) == (1, 0, 1, 1)
    assert found.holders == {"own": 1, "reported": 3, "comment": 1}


def test_the_matrix_of_one_topic_has_nothing_else(corpus):
    found = matrix.matrix(corpus, topic="ferries", holders=1)
    assert found.topics == ("ferries",)
    assert [each.holder for each in found.positions] == ["Marek Toll", "Edda Morn"]
    assert found.holders == {"own": 1, "reported": 2, "comment": 0}


def test_words_are_counted_by_outlet_with_what_it_avoids(corpus):
    found = {(each.who, each.family): each for each in uses.terms(corpus, side="outlet")}
    refugee = found["Estuary Review", "refugee"]
    assert (refugee.own, refugee.words, refugee.avoided) == (3, ("refugee", "refugees"), False)
    squatter = found["Estuary Review", "squatter"]
    assert (squatter.rejected, squatter.own, squatter.avoided) == (1, 0, True)
    assert found["Vantor Courier", "squatter"].comments == 1
    assert found["Vantor Courier", "refugee"].avoided is False


def test_words_are_counted_by_speaker(corpus):
    found = {(each.who, each.family): each for each in uses.terms(corpus, side="speaker")}
    assert found["Ruo Lin", "drifter"].attributed == 1
    assert found["pontoon77", "squatter"].own == 1


def test_a_word_that_a_line_or_markup_breaks_is_counted_as_readers_see_it(conn):
    at = courier().text.index("squatters")
    write.save(conn, replace(courier(), marks=((at + 4, at + 5),)))
    number = runs.begin(conn, RECIPE, CODEBOOK)
    runs.end(conn, number, runs.Counts(read=1), {})
    assert "squaters" in {word for each in uses.terms(conn, side="speaker") for word in each.words}


def test_what_is_urged_is_counted_for_each_who_is_urged(corpus):
    found = recommendations.recommendations(corpus)
    assert [(each.addressee, each.topic, each.label, each.different) for each in found] == [
        ("Ostrea", "ferries", "opposes", 1),
        ("Vantor", "ferries", "opposes", 1),
        (None, "ferries", "supports", 1),
        (None, "recognition", "supports", 1),
    ]
    ostrea = said(corpus, {"layer": "stance", "addressee": "Ostrea"}).statements
    assert [each.speaker for each in ostrea] == ["Marek Toll"]
    nobody = said(corpus, {"layer": "stance", "act": "urges", "addressee": None})
    assert nobody.total == 3


def test_a_build_counts_anew_what_has_changed_and_only_then(corpus):
    before = corpus.execute("SELECT * FROM statements").fetchall()
    number = runs.begin(corpus, RECIPE, CODEBOOK)
    corpus.execute("DELETE FROM speakers")
    runs.end(corpus, number, runs.Counts(kept=2), {})
    assert speakers.speakers(corpus) == []
    write.forget(corpus, "review/count")
    runs.end(corpus, number, runs.Counts(kept=1), {})
    assert len(corpus.execute("SELECT * FROM statements").fetchall()) < len(before)
    assert speakers.speaker(corpus, "Tomas Verrin") is None
    assert speakers.speaker(corpus, "Marek Toll") is not None


@pytest.mark.parametrize(("who", "avoided"), [("Estuary Review", True), (None, False)])
def test_only_who_is_known_avoids_words(conn, who, avoided):
    columns = ("side", "who", "family", "use", "voice", "word", "different", "statements")
    used = ("outlet", who, "drifter", "own", "author", "drifter", 3, 3)
    seen = ("speaker", "Ruo Lin", "refugee", "own", "author", "refugee", 1, 1)
    rows = (dict(zip(columns, each, strict=True)) for each in (used, seen))
    write.insert(conn, "word_uses", ({**row, "articles": 1} for row in rows))
    found = {use.family: use.avoided for use in uses.terms(conn, side="outlet")}
    assert found == {"refugee": avoided}
