"""What a noun reports: whose word it is, and what is nobody's."""

import pytest

from annotate import pipeline
from annotate.model import Quote


def told(words: str) -> list[tuple[str | None, str]]:
    """Source and content of the quotations in a text."""
    document = pipeline.tag(pipeline.read(words, id="t", form="text"), layers=("entity", "quote"))
    return [
        (each.source.canonical if each.source else None, each.text)
        for each in document.spans
        if isinstance(each, Quote)
    ]


@pytest.mark.parametrize(
    ("words", "source", "content"),
    [
        ("The view in the ministry is that the strike will collapse.",
         "ministry", "the strike will collapse"),
        ("The consensus among growers in the valley seems to be that the levy is an evil.",
         "growers", "the levy is an evil"),
        ("The standard explanation from the company is that the pipes were old.",
         "company", "the pipes were old"),
        ("The excuse coming out of the harbour board is that the pilots are casual labour.",
         "harbour board", "the pilots are casual labour"),
        ("The fear at the hospital is that nurses will leave.",
         "hospital", "nurses will leave"),
        ("There are fears of a “lost generation” in the valley.", None, "a “lost generation”"),
        ("The board has rejected the mayor's plans to close the road at night.",
         "mayor", "to close the road at night"),
        ("Residents welcomed the mayor’s promise to build a school.",
         "mayor", "to build a school"),
        ("The board turned down Anja Kolde's request to close the dam.",
         "Anja Kolde", "to close the dam"),
        ("Speculation from critics that the mill will close has grown.",
         "critics", "the mill will close"),
        ("Anja Kolde gave the warning that the dam leaks.", "Anja Kolde", "the dam leaks"),
        ("Anja Kolde is of the opinion that the dam leaks.", "Anja Kolde", "the dam leaks"),
        ("Anja Kolde persisted in arguments that the dam leaks.", "Anja Kolde", "the dam leaks"),
        ("Anja Kolde took the view that the dam leaks.", "Anja Kolde", "the dam leaks"),
        ("A call by Anja Kolde for the dam to be closed came too late.",
         "Anja Kolde", "the dam to be closed"),
    ],
)  # fmt: skip
def test_a_noun_is_said_to_be_what_it_reports(words: str, source: str | None, content: str) -> None:
    assert told(words) == [(source, content)]


@pytest.mark.parametrize(
    "words",
    [
        "The idea is that everyone pays a little.",  # a thought that nobody has
        "Ten years of condemning the board for its actions has changed nothing.",
        "The march puts patients at risk.",  # no figure is put on anything
        "Rather than reject such notions of shared ownership outright, parties should listen.",
    ],
)
def test_what_nobody_says_is_no_quotation(words: str) -> None:
    assert told(words) == []


def test_what_stands_in_a_newspaper_is_the_newspaper_s() -> None:
    words = "An editorial in Die Sonne asks, “Are these boats legal?”"
    assert told(words) == [("Die Sonne", "Are these boats legal?")]


@pytest.mark.parametrize(
    ("words", "source", "content"),
    [
        ("From the company's perspective, the gain outweighs the loss.",
         "company", "the gain outweighs the loss"),
        ("From the French government perspective, the gain outweighs the loss.",
         "France", "the gain outweighs the loss"),
        ("From the union's point of view, the deal is a trap.", "union", "the deal is a trap"),
        ("From the union's point of view, the gain — two days off — outweighs the loss.",
         "union", "the gain — two days off — outweighs the loss"),
        ("As far as Anja Kolde is concerned, the deal is a trap.",
         "Anja Kolde", "the deal is a trap"),
        ("As Anja Kolde sees it, the deal is a trap.", "Anja Kolde", "the deal is a trap"),
        ("If Anja Kolde is to be believed, the deal is a trap.",
         "Anja Kolde", "the deal is a trap"),
        ("In the eyes of Anja Kolde, the deal is a trap.", "Anja Kolde", "the deal is a trap"),
        ("Anja Kolde's main argument is that the deal is a trap.",
         "Anja Kolde", "the deal is a trap"),
        ("As Anja Kolde put it, the deal is a trap.", "Anja Kolde", "the deal is a trap"),
        ("By Anja Kolde's own admission, the deal is a trap.",
         "Anja Kolde", "the deal is a trap"),
        ("Per the board's bylaws, a vote needs forty members.",
         "board's bylaws", "a vote needs forty members"),
        ("The deal is a trap, at least according to Anja Kolde.",
         "Anja Kolde", "The deal is a trap"),
        ("According to federal data, half of the children live with one parent.",
         "federal data", "half of the children live with one parent"),
        ("As the minister noted in May, the wall, which is cracked, will not hold.",
         "minister", "the wall, which is cracked, will not hold"),
    ],
)  # fmt: skip
def test_whose_view_it_is_stands_before_it(words: str, source: str, content: str) -> None:
    assert told(words) == [(source, content)]


@pytest.mark.parametrize(
    "words", ["The toll is 40 dinar per man.", "Anja Kolde took offence at talk that it leaks."]
)
def test_a_rate_and_another_s_words_are_not_theirs(words: str) -> None:
    assert all(source is None for source, _ in told(words))


def test_a_perspective_without_its_holder_is_nobody_s() -> None:
    assert told("From a purely economic perspective, the deal is a trap.") == []


def test_what_is_said_runs_on_behind_a_long_dash() -> None:
    said = "the wait takes two weeks— a nuisance that drives people off"
    assert told(f"The board said {said}.") == [("board", said)]
    held = "the wait takes two weeks"
    assert told(f"The board said {held}— though nobody believes it.") == [("board", held)]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("So does the union, whose chairman argued that officers need a place.", "chairman"),
        ("The piece, which ran in the party's paper, argued that the strike was wrong.", "piece"),
    ],
)
def test_no_relative_clause_is_a_source(words: str, source: str) -> None:
    assert [who for who, _ in told(words)] == [source]


def test_what_a_work_is_called_is_no_quotation() -> None:
    assert told("A piece in the Selm Courier headlined “Do not trouble us” ran in May.") == []


def test_one_of_a_kind_is_called_by_its_kind() -> None:
    assert told("One ferryman wrote, “They pay by the hour.”")[0][0] == "ferryman"
