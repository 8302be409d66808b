"""Sentences by the facets of their findings, in a real database."""

from dataclasses import replace

import pytest

from annotate.model import AUTHOR, Document, Entity, Segment, Sentence, Stance
from annotate.store import columns, hits, search, selection, write
from annotate.store.selection import Asked
from tests.store.articles import SAID, SENT, estuary


@pytest.fixture
def known(conn):
    write.save(conn, estuary())
    write.save(conn, estuary("estuary/second", meta=replace(estuary().meta, published="2019")))
    return columns.read(conn)


def found(conn, known, words="", **wanted):
    rows = search.segments(conn, words) if words else None
    asked = Asked(wanted=wanted, segments=rows)
    selected = selection.select(known, asked)
    places = known.sentences[selected.sentences].tolist()
    return hits.sentences(conn, places, asked, words), selected


def marked(hit):
    return [hit.text[start:end] for start, end in hit.marks]


SENTENCES = {
    "a holder": ({"holder": ["Ostrea"]}, [SENT]),
    "a holder and a topic": ({"holder": ["Ostrea"], "topic": ["forced_return"]}, [SENT]),
    "a source": ({"source": ["Ilse Marant"]}, [SAID]),
    "findings of two layers": ({"name": ["Ostrea"], "counted": ["Dorvanian refugees"]}, [SENT]),
    "a layer": ({"figure": ["date"]}, [SENT]),
    "either of two": ({"figure": ["date", "count"]}, [SENT]),
    "what a model of a layer made": ({"by": ["rule:said-after"]}, [SAID]),
    "second-hand": ({"hand": ["second"], "stance": ["supports"]}, [SENT]),
    "a score": ({"score": ["0.7 to 0.9"]}, [SENT]),
    "a machine's": ({"made": ["machine"], "speech": ["direct"]}, [SAID]),
    "a figure without a unit": ({"unit": [""], "figure": ["count"]}, [SENT]),
    "an outlet and a year": (
        {"outlet": ["The Estuary Review"], "year": ["2020"], "term": ["refugee"]},
        [SENT],
    ),
}
NONE = [
    {"holder": ["Ostrea"], "topic": ["ferries"]},
    {"source": ["Ilse Marant"], "holder": ["Ostrea"]},
    {"made": ["person"]},
    {"year": ["1974"]},
    {"hand": ["first"], "stance": ["supports"]},
    {"name": ["nobody"]},
]


@pytest.mark.parametrize("name", SENTENCES)
def test_conditions_find_the_sentence_that_meets_them(conn, known, name):
    wanted, expected = SENTENCES[name]
    sentences, _ = found(conn, known, **wanted)
    own = [each.text for each in sentences if each.document == "estuary/ilva"]
    assert own == expected


@pytest.mark.parametrize("wanted", NONE)
def test_conditions_that_nothing_meets_together_find_nothing(conn, known, wanted):
    assert found(conn, known, **wanted)[0] == []


def test_conditions_on_one_layer_are_met_by_one_finding(conn):
    ostrea, haixia = (
        Stance(label=label, holder=AUTHOR, target=target, act="asserts", mode="author", start=0,
               end=9, text="Ostrea se", by="model")
        for label, target in (("supports", "ferries"), ("opposes", "camps"))
    )  # fmt: skip
    sentence = next(span for span in estuary().spans if span.layer == "sentence")
    placed = [
        replace(each, start=sentence.start, end=sentence.start + 9) for each in (ostrea, haixia)
    ]
    write.save(conn, estuary(spans=(sentence, *placed)))
    known = columns.read(conn)
    assert len(found(conn, known, stance=["supports"], topic=["ferries"])[0]) == 1
    assert found(conn, known, stance=["supports"], topic=["camps"])[0] == []


def test_the_findings_that_were_asked_for_are_marked(conn, known):
    sentences, _ = found(conn, known, name=["Ostrea"], figure=["count"])
    assert marked(sentences[0]) == ["Ostrea", "about 40"]
    assert {span.layer for span in sentences[0].findings} == {"entity", "number"}


def test_words_are_marked_and_keep_to_their_passages(conn, known):
    sentences, _ = found(conn, known, words="running flood", source=["Ilse Marant"])
    assert [marked(each) for each in sentences] == [
        ["They are running from floods,", "running", "floods"]
    ] * 2
    assert found(conn, known, words="submarine")[0] == []


def test_the_newest_article_comes_first_and_passages_without_sentences_too(conn, known):
    sentences, _ = found(conn, known)
    assert [each.document for each in sentences] == ["estuary/ilva"] * 5 + ["estuary/second"] * 5
    assert [each.kind for each in sentences[:3]] == ["title", "byline", "paragraph"]
    assert "Sign up" not in " ".join(each.text for each in sentences)


def test_a_facets_counts_leave_its_own_condition_aside(conn, known):
    _, selected = found(conn, known, figure=["date"], year=["2020"])
    assert dict(selected.counts["figure"].values) == {"count": 1, "date": 1}
    assert dict(selected.counts["year"].values) == {2019: 1, 2020: 1}
    assert selected.layers["number"] == 1


def test_counts_are_the_findings_of_the_sentences_found(conn, known):
    _, selected = found(conn, known, holder=["Ostrea"])
    assert dict(selected.counts["name"].values) == {"Ostrea": 2}
    assert dict(selected.counts["hand"].values) == {"second": 2}


def test_many_values_are_cut_to_the_leading_ones(conn):
    names = [f"name {n:02}" for n in range(30)]
    spans = tuple(
        Entity(
            label="GPE", start=n, end=n + 1, text=estuary().text[n], by="codebook", canonical=name
        )
        for n, name in enumerate(names[:20] + names[:2])
    )
    write.save(conn, estuary(spans=spans))
    known = columns.read(conn)
    counts = selection.select(known, Asked(), most=3).counts["name"]
    assert counts.values == (("name 00", 2), ("name 01", 2), ("name 02", 1))
    assert counts.distinct == 20
    every = selection.select(known, Asked(), most=3, full="name").counts["name"]
    assert len(every.values) == 20
    asked = selection.select(known, Asked(wanted={"name": ["name 15"]}), most=3).counts["name"]
    assert asked.values == (*counts.values, ("name 15", 1))


def test_a_page_number_within_a_sentence_is_hidden(conn):
    text = "They fear that the\n\n12\n\nriver rises."
    parts = ((0, 18), (24, len(text)))
    segment = Segment(n=0, kind="paragraph", start=0, end=len(text), number=1, parts=parts)
    said = Sentence(label="sentence", start=0, end=len(text), text=text, by="rule:sentences")
    write.save(conn, Document(id="a", text=text, form="pdf", segments=(segment,), spans=(said,)))
    [hit], _ = found(conn, columns.read(conn))
    assert hit.hidden == ((18, 24),)


def test_an_empty_corpus_has_no_sentences(conn):
    known = columns.read(conn)
    selected = selection.select(known, Asked(wanted={"year": ["2020"]}))
    assert len(selected.sentences) == 0
