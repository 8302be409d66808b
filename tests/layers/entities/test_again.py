"""What a trained pipeline names once in a text and overlooks elsewhere, and what it names amiss."""

import pytest

from annotate import lexicons
from annotate.layers.entities import aliases, companies, modelled
from annotate.layers.entities.phrases import Phrases, matches
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.words import split


def seen(*names: tuple[str, str]) -> Phrases:
    """What a text teaches in which a pipeline sees some names."""
    return aliases.learned(
        (name, Proposal(start=0, end=len(name), label=label, canonical=name, by="model:english"))
        for name, label in names
    )


def found(known: Phrases, text: str) -> list[tuple[str, str, bool]]:
    """The names of a text by what was learned: words, rule, and whether they give way."""
    words = split(text)
    return [
        (text[words[first].start : words[last - 1].end], name.by, name.weak)
        for first, last, name in matches(known, words)
    ]


def test_a_name_of_several_words_is_one_wherever_the_text_has_it() -> None:
    known = seen(("Harbour Watch", "ORG"), ("Measure 40", "LAW"))
    text = "Since then Harbour Watch has used Measure 40 to stop ships."
    assert found(known, text) == [
        ("Harbour Watch", "rule:again", True),
        ("Measure 40", "rule:again", True),
    ]


def test_a_name_may_leave_out_where_it_works_if_it_is_named_so_too() -> None:
    known = seen(("Mill Bridge International", "ORG"), ("Mill Bridge", "ORG"))
    assert {name.canonical for _, _, name in matches(known, split("Mill Bridge denied it."))} == {
        "Mill Bridge International"
    }


def test_a_name_may_leave_out_what_it_is_of() -> None:
    known = seen(("Mill Lane Marsh School", "ORG"))
    words = split("In its reply, Mill Lane Marsh denied it.")
    assert [name.canonical for _, _, name in matches(known, words)] == ["Mill Lane Marsh School"]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([("Harbour Watch", "ORG")], "They read Harbour Watch Weekly."),  # a longer name
        ([("Mills", "ORG")], "The Mills stood still."),  # one word may be another thing
        ([("Green Shore", "GPE"), ("Green Shore", "ORG")], "At Green Shore it rains."),
        ([("Night Ferry", "WORK")], "The Night Ferry was late."),
    ],
)
def test_what_may_mean_another_thing_is_not_taken_again(
    names: list[tuple[str, str]], text: str
) -> None:
    assert [each for each in found(seen(*names), text) if each[1] == "rule:again"] == []


@pytest.mark.parametrize(
    ("name", "label", "none"),
    [
        ("international oil cartel", "ORG", True),
        ("2005 presidential election", "EVENT", True),
        ("Islam", "GPE", True),
        ("Section 12", "LAW", True),
        ("NGOs", "ORG", True),
        ("Governments of Vantor", "ORG", True),
        ("san francisco", "GPE", False),
        ("jill allen", "PERSON", False),
        ("Oil Cartel", "ORG", False),
    ],
)
def test_descriptions_and_faiths_are_no_names(name: str, label: str, none: bool) -> None:
    assert modelled._is_no_name(name, label) == none


def test_every_unnamed_word_has_a_capital() -> None:
    assert all(word[0].isupper() for word in lexicons.words("unnamed"))


def test_a_continent_is_a_region_though_the_pipeline_takes_it_for_a_country() -> None:
    guess = Proposal(start=0, end=6, label="GPE", canonical="Europe", by="model:english")
    named = modelled.known(guess, [aliases.gazetteer.everywhere()])
    assert (named.label, named.canonical) == ("LOC", "Europe")


@pytest.mark.parametrize(
    ("text", "label", "bodies"),
    [
        ("An analyst at Lorn left.", "PERSON", ["Lorn"]),
        ("A spokesman for Lorn denied it.", "GPE", ["Lorn"]),
        ("A spokesman for Lorn denied it.", "PERSON", []),
        ("In the end Lorn shares fell.", "PERSON", ["Lorn"]),
        ("In the end Lorn denied it.", "GPE", []),
        ("It was boarded at dawn, Lorn said.", "GPE", ["Lorn"]),
        ("It was printed by Lorn.", "PERSON", ["Lorn"]),
    ],
)
def test_what_stands_beside_one_word_tells_a_company(
    text: str, label: str, bodies: list[str]
) -> None:
    at = text.index("Lorn")
    name = Proposal(start=at, end=at + 4, label=label, canonical="Lorn", by="model:english")
    assert [each.canonical for each in companies.told([(text, name)])] == bodies
    person = Proposal(start=0, end=9, label="PERSON", canonical="Anna Lorn", by="model:english")
    assert not list(companies.told([(text, name), ("Anna Lorn", person)]))
