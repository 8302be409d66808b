from annotate.codebook import Codebook, Name, Quantity, Topic
from annotate.store import figures, overview, queries, runs, write
from tests.store.articles import META, SENT, estuary

RECIPE = runs.Recipe(tool="0.1", codebook="c", rules="r", model="blank")
CODEBOOK = Codebook(
    topics={"aid": Topic(key="aid", statement="Dorvania's people should be given aid.")},
    quantities={
        "hiding": Quantity(key="hiding", title="In hiding", patterns=("hid",), apart=("n-1",)),
        "boats_seen": Quantity(key="boats_seen", counted=("boat",)),
    },
    names={"Dorvania": Name(canonical="Dorvania", label="GPE", aliases=("LRD", "LRD"))},
)


def test_a_figure_brings_its_sentence_and_who_says_so(conn):
    write.save(conn, estuary())
    (figure,) = figures.figures(conn)
    assert (figure.value, figure.approx, figure.counted) == (40.0, True, "Dorvanian refugees")
    assert (figure.sentence, figure.said_by, figure.as_of) == (SENT, "Ilse Marant", "2019")
    assert (figure.title, figure.paragraph) == (estuary().meta.title, 1)


def test_without_sentences_a_figure_brings_its_paragraph(conn):
    document = estuary()
    numbers = tuple(span for span in document.spans if span.layer == "number")
    write.save(conn, estuary(spans=numbers))
    assert SENT in (figures.figures(conn)[0].sentence or "")


def test_figures_are_of_the_labels_and_the_document_asked_for(conn):
    write.save(conn, estuary())
    write.save(conn, estuary("other"))
    assert [each.text for each in figures.figures(conn, labels=["date"], document="other")] == [
        "late 2019"
    ]
    assert figures.figures(conn, labels=[]) == []


def test_an_overview_counts_what_there_is(conn):
    write.save(conn, estuary())
    seen = overview.overview(conn)
    assert (seen.documents, seen.words, seen.segments) == (1, 30, 5)
    assert seen.layers == {
        "entity": 2,
        "quote": 1,
        "number": 2,
        "stance": 1,
        "term": 1,
        "sentence": 2,
    }
    assert seen.labels["number"] == {"count": 1, "date": 1}
    assert (seen.years, seen.publishers) == ({2020: 1}, {"The Estuary Review": 1})
    assert seen.last_run is None


def test_an_empty_database_has_an_overview(conn):
    assert overview.overview(conn).documents == 0


def test_a_run_says_when_it_ended_and_what_failed(conn):
    number = runs.begin(conn, RECIPE, CODEBOOK)
    begun = overview.last_run(conn)
    assert begun
    assert begun.ended is None
    runs.end(conn, number, runs.Counts(read=3, failed=1), {"corpus/b.txt": "is binary"})
    seen = overview.overview(conn)
    assert seen.last_run
    assert seen.last_run.ended
    assert (seen.last_run.read, seen.last_run.failed) == (3, 1)
    assert seen.failures == {"corpus/b.txt": "is binary"}
    assert runs.begin(conn, RECIPE, CODEBOOK) == 2


def test_topics_and_names_are_those_of_the_last_codebook(conn):
    runs.begin(conn, RECIPE, CODEBOOK)
    assert [topic.key for topic in queries.topics(conn)] == ["aid"]
    assert conn.execute("SELECT * FROM name_aliases").fetchall() == [("Dorvania", "LRD")]
    runs.begin(conn, RECIPE, Codebook())
    assert queries.topics(conn) == []
    assert conn.execute("SELECT count(*) FROM names").fetchone() == (0,)
    assert figures.quantities(conn) == []


def test_quantities_come_back_in_the_order_of_the_codebook(conn):
    runs.begin(conn, RECIPE, CODEBOOK)
    first, second = figures.quantities(conn)
    assert first == CODEBOOK.quantities["hiding"]
    assert (second.key, second.title, second.counted) == ("boats_seen", "boats seen", ("boat",))


def test_a_figure_brings_the_places_that_its_sentence_names_and_its_authors(conn):
    write.save(conn, estuary())
    (figure,) = figures.figures(conn)
    assert figure.authors == META.authors
    assert [each.canonical for each in figure.places] == ["Ostrea"]
    assert figure.sentence_start is not None
    assert estuary().text[figure.sentence_start :].startswith(figure.sentence or "")
