"""Whom a source names: descriptions taken up again, and what can be nobody's name."""

import pytest

from tests.layers.quotes.test_proposals import quotes as read
from tests.layers.quotes.test_quotes import found


def sources(*paragraphs: str) -> list[str | None]:
    return [each.source and each.source.canonical for each in found(*paragraphs)]


@pytest.mark.parametrize(
    ("introduced", "said"),
    [
        ("Oskar Pell, a ferryman, waits.", "The ferryman said that the river was high."),
        ("Oskar Pell is an old ferryman.", "The old ferryman said that the river was high."),
        ("They met the ferryman Oskar Pell.", "“It rises,” the ferryman said."),
        ("A ferryman named Oskar Pell waits.", "The ferryman said that the river was high."),
        ("A ferryman who gives his name as Oskar Pell waits.", "“It rises,” the ferryman said."),
    ],
)
def test_a_description_means_who_was_introduced_by_it(introduced, said):
    assert sources(introduced, said) == ["Oskar Pell"]


def test_a_name_given_in_a_relative_clause_is_the_sources():
    said = "“It rises,” says a ferryman who gives his name only as Oskar Pell."
    assert sources(said) == ["Oskar Pell"]


def test_a_description_that_two_share_means_neither():
    assert sources(
        "Oskar Pell, a ferryman, waits. Tomas Verrin, a ferryman, sleeps.",
        "The ferryman said that the river was high.",
    ) == ["ferryman"]


def test_an_indefinite_description_is_somebody_new():
    assert sources("Oskar Pell, a ferryman, waits.", "A ferryman said that it rose.") == [
        "ferryman"
    ]


def test_a_constitution_is_named_by_its_state():
    assert sources(
        "According to Ostrea's constitution, the river is free.",
        "According to the constitution, the banks are too.",
    ) == ["Constitution of Ostrea", "Constitution of Ostrea"]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("The ministry held the board responsible, saying that it had known.", "ministry"),
        ("Asked about the dam, Edda Morn replied that it was sound.", "Edda Morn"),
        ("Edda Morn herself opposes the closing of the lower lock.", "Edda Morn"),
    ],
)
def test_no_clause_is_a_source(words, source):
    assert {each.source.canonical for each in read(words) if each.source} == {source}


@pytest.mark.parametrize(
    ("before", "said", "source"),
    [
        ("Martin Hale's deputy, Priya Raman, left.", "She said that it rose.", "Priya Raman"),
        ("Martin Hale met Priya Raman.", "She said that it rose.", "Priya Raman"),
        ("Priya Raman met Martin Hale.", "He said that it rose.", "Martin Hale"),
        ("An old woman met Martin Hale.", "She said that it rose.", "old woman"),
        ("Kim Raman met Martin Hale.", "She said that it rose.", "Kim Raman"),
        ("Martin Hale's deputy left.", "He said that it rose.", "Martin Hale"),
        ("Martin Hale waited.", "She said that it rose.", "she"),
        ("Teachers read the report.", "They said that it rose.", "teachers"),
        ("The report spoke to teachers.", "It said that it rose.", "report"),
    ],
)
def test_a_pronoun_means_whom_it_fits(before, said, source):
    assert [each.source.canonical for each in read(f"{before} {said}") if each.source] == [source]
