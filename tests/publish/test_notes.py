"""What the margin says of a finding."""

import pytest

from annotate.bounds import stated
from annotate.model import Entity, Mention, Number, Quote, Stance, Term
from annotate.publish.notes import note, short

PLACE = {"start": 0, "end": 4, "text": "“so”", "by": "rule:x"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"value": 9000.0}, "9,000"),
        ({"value": 9000.0, "high": 9000.0}, "≤ 9,000"),
        ({"value": 23000.0, "low": 23000.0}, "≥ 23,000"),
        ({"low": 4000.0, "high": 9000.0}, "4,000–9,000"),
        ({"value": 300.0, "approx": True}, "≈ 300"),
        ({"low": 100.0, "approx": True}, "≥ 100"),
        ({"low": 12000.0, "high": 18000.0, "approx": True}, "≈ 12,000–18,000"),
        ({"value": 70.0, "label": "percent"}, "70%"),
        ({"value": 3e9, "label": "money", "unit": "USD"}, "USD 3,000,000,000"),
        ({"value": 2.0, "label": "duration", "unit": "week"}, "2 weeks"),
        ({"value": 2 / 3, "label": "fraction"}, "66.7%"),
        ({"value": "2012-03-01", "label": "date"}, "2012-03-01"),
        ({"low": "2010-06", "high": "2010-08", "label": "date"}, "2010-06–2010-08"),
        ({"value": 0.0}, "0"),
        ({}, "“so”"),
    ],
)
def test_a_figure_shows_its_bounds(values: dict[str, object], said: str) -> None:
    assert stated(Number(**{"label": "count", **PLACE, **values})) == said


def test_a_figure_says_what_it_counts_when_and_by_whom() -> None:
    span = Number(
        label="count", value=4.0, counted="cows", as_of="2012", said_by="author", **PLACE
    )  # fmt: skip
    made = note(span, {})
    assert (made.head, made.text, made.facts) == ("4", "cows", ("says the author", "as of 2012"))


def test_a_quotation_names_its_source_or_says_that_none_is_stated() -> None:
    known = Quote(label="direct", source=Mention(canonical="Ilse Marant"), **PLACE)
    assert note(known, {}).head == "Ilse Marant"
    assert note(known, {}).text == "“so”"
    assert note(Quote(label="indirect", **PLACE), {}).head == "source not stated"


def test_a_stance_tells_the_topics_statement_and_has_a_sign() -> None:
    span = Stance(
        label="opposes",
        holder="author",
        target="ferries",
        act="urges",
        mode="author",
        hedge="hedged",
        addressee="Ostrea",
        via=(Mention(canonical="Anja Kolde"),),
        **PLACE,
    )
    made = note(span, {"ferries": "The ferries should stop."})
    assert (made.head, made.text, made.sign) == (
        "the author opposes", "The ferries should stop.", "▼",
    )  # fmt: skip
    assert made.facts == ("urges", "author", "hedged", "to Ostrea", "via Anja Kolde")
    assert "stance: the author opposes · The ferries should stop." in made.tip


def test_a_word_says_whose_it_is_unless_it_is_the_writers_own() -> None:
    assert note(Term(label="refugee", holder="DRW", use="attributed", **PLACE), {}).facts == (
        "attributed",
        "of DRW",
    )
    assert note(Term(label="refugee", holder="author", use="own", **PLACE), {}).facts == ("own",)


def test_a_name_says_what_it_stands_for() -> None:
    span = Entity(label="GPE", canonical="Vantor", stands_for="Ostrea", **PLACE)
    assert note(span, {}).facts == ("stands for Ostrea",)


def test_long_words_are_cut_between_words() -> None:
    assert short("one\ntwo") == "one two"
    cut = short("word " * 40)
    assert cut.endswith("word …")
    assert len(cut) < 60


@pytest.mark.parametrize(
    ("text", "hidden", "shown"),
    [
        ("called [evacuees](#) here", [(7, 8), (16, 20)], "called evacuees here"),
        ("**[Go](x)** home", [(0, 3), (5, 11)], "Go home"),
        ("there-\nfore", [(5, 7)], "therefore"),
        ("one  \ntwo", [(3, 6)], "one two"),
        ("nothing hidden", [], "nothing hidden"),
    ],
)
def test_words_in_the_margin_are_those_that_a_reader_sees(
    text: str, hidden: list[tuple[int, int]], shown: str
) -> None:
    at = 100
    marks = [(0, 3), *((at + start, at + end) for start, end in hidden), (at + 90, at + 99)]
    place = {"start": at, "end": at + len(text), "text": text, "by": "rule:x"}
    quote = Quote(label="direct", **place)
    term = Term(label="word", use="own", holder="author", **place)
    assert note(quote, {}, marks).text == f"“{shown}”"
    assert note(term, {}, marks).head == shown
    assert note(quote, {}, marks).span is quote
