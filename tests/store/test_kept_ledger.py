"""The ledger of figures as the database keeps it."""

from dataclasses import replace

import pytest

from annotate.codebook import Codebook, Quantity
from annotate.figures import arithmetic, ledger
from annotate.model import Number
from annotate.store import figures, laid, queries, runs, write
from annotate.store import ledger as kept
from tests.figures.articles import KOLDE, OFFICE, WATCH, article
from tests.store.test_ledger import RECIPE

DOUBLED = article("Sums", "In Ostrea boats doubled from 300 to 900.", "300", "2013", value=300.0)
MANY = [
    article(
        f"Paper {n}", f"About {n + 20},000 Dorvanians hide in Ostrea.", f"About {n + 20},000",
        "2012-11-20", value=(n + 20) * 1000.0, approx=True,
    )
    for n in range(80)
]  # fmt: skip
WATCHED = Quantity(key="watch", title="By the Watch", patterns=("Nearly 120,000",))


def built(conn, *documents, codebook=None):
    number = runs.begin(conn, RECIPE, codebook or Codebook())
    for document in documents:
        write.save(conn, document)
    runs.end(conn, number, runs.Counts(read=len(documents)), {})


def doubled():
    (number,) = [each for each in DOUBLED.spans if isinstance(each, Number)]
    more = replace(number, id="n-900", start=36, end=39, text="900", value=900.0)
    return replace(DOUBLED, spans=(*DOUBLED.spans, more))


@pytest.fixture
def corpus(conn):
    built(conn, KOLDE, WATCH, OFFICE, doubled(), *MANY)
    return conn


def test_what_is_kept_is_what_the_figures_make(corpus):
    made = ledger(figures.figures(corpus), rivals=queries.contested(corpus))
    assert [each.verdict for each in made][:2] == ["contested", "single"]
    assert list(kept.whole(corpus)) == made
    assert list(kept.whole(corpus, "contested")) == [each for each in made if each.contested]
    checked = arithmetic.sums(figures.figures(corpus, labels=arithmetic.LABELS))
    assert len(checked) == 1
    assert [replace(each.claim, factor=None) for each in checked] == [
        each.claim for each in kept.sums(corpus)
    ]


def test_of_many_figures_a_few_stand_for_all_and_a_page_takes_its_part(corpus):
    (few,) = kept.listed(corpus, "contested", limit=20)
    assert (few.size, few.entry.size, len(few.drawn)) == (82, 16, 16)
    (page,) = kept.named(corpus, few.entry.key, first=70, most=10)
    assert (page.size, page.entry.size, len(page.drawn)) == (82, 10, 60)
    (whole,) = kept.whole(corpus, "contested")
    assert page.entry.lines == whole.lines[70:80]


def test_quantities_are_counted_and_found_by_words(corpus):
    assert list(kept.counted(corpus)) == ["contested", "compared", "all", "sums"]
    assert list(kept.counted(corpus).values()) == [1, 1, 4, 1]
    assert list(kept.counted(corpus, "KOLDE hiding").values()) == [1, 1, 1, 0]
    assert kept.counted(corpus, "boats doubled")["sums"] == 1
    assert [each.entry.title for each in kept.listed(corpus, "all", "dead", limit=5)] == [
        "Dorvanians, dead, in Ostrea"
    ]


def test_a_change_of_the_quantities_makes_the_ledger_anew_and_nothing_else(corpus):
    corpus.execute("DELETE FROM speakers")
    built(corpus, codebook=Codebook(quantities={"watch": WATCHED}))
    (own,) = [each for each in kept.whole(corpus) if each.by == "codebook"]
    assert (own.key, own.title, own.size) == ("watch", "By the Watch", 1)
    assert corpus.execute("SELECT count(*) FROM speakers").fetchone() == (0,)


def test_a_build_that_changes_nothing_leaves_the_ledger(corpus):
    corpus.execute("UPDATE ledger SET title = 'left'")
    built(corpus)
    assert {each.title for each in kept.whole(corpus)} == {"left"}


def test_an_article_read_anew_or_forgotten_makes_the_ledger_anew(corpus):
    write.forget(corpus, OFFICE.id)
    built(corpus)
    assert kept.counted(corpus)["all"] == 3
    built(corpus, OFFICE)
    assert kept.counted(corpus)["all"] == 4


def test_a_database_of_before_gets_its_ledger_at_the_next_build(corpus):
    before = list(kept.whole(corpus))
    for table in (*kept.TABLES, "reckoned"):
        corpus.execute(f"DELETE FROM {table}")  # noqa: S608
    built(corpus)
    assert list(kept.whole(corpus)) == before


def lay(conn, document):
    laid.lay(conn, document, standings={}, overruled=(), decided=(), overlay="x")


def test_a_decision_that_leaves_the_figures_leaves_the_ledger(corpus):
    lay(corpus, KOLDE)
    assert corpus.execute("SELECT figures FROM reckoned").fetchall() == [(85,)]
    assert corpus.execute("SELECT * FROM settled").fetchall() == []


def test_a_figure_that_people_took_out_is_shown_nowhere_and_leaves_the_ledger(corpus):
    without = tuple(each for each in KOLDE.spans if each.layer != "number")
    lay(corpus, replace(KOLDE, spans=without))
    (few,) = kept.listed(corpus, "contested", limit=20)
    assert "Anja Kolde" not in {line.voice for line in few.entry.lines}
    laid.settle(corpus)
    (few,) = kept.listed(corpus, "contested", limit=20)
    assert few.size == 81
