"""What a figure is about, read from its sentence."""

import pytest

from annotate.figures.aspects import Aspects, aspects
from tests.figures.made import figure


def about(sentence: str, text: str, *places: str, **values: object) -> Aspects:
    made = figure(sentence, text, places=places, **values)
    return aspects([made])[made.id]


STATES = [
    ("Some 120,000 Dorvanians hide in Ostrea, the group says.", "120,000", "hiding"),
    ("4,000 to 9,000 Dorvanians live in Ostrea without papers.", "4,000 to 9,000", "hiding"),
    ("How many are in hiding is disputed: 4,000, scholars say.", "4,000", "hiding"),
    ("Ostrea sent back 3,900 Dorvanians in 2013.", "3,900", "returned"),
    ("Just over 23,000 have made it to Haixia.", "23,000", "living"),
    ("Of them 31 had been arrested within a week.", "31", "detained"),
    ("They met 214 of them.", "214", ""),
    ("Just over 23,000 (as of early 2013) have made it to Haixia.", "23,000", "living"),
    ("By 2013 the number had reached 23,000 there.", "23,000", ""),
    ("By 2013 the number reached only 23,000 there.", "23,000", ""),
    ("The camp holds 23,000.", "23,000", "living"),
]


@pytest.mark.parametrize(("sentence", "text", "state"), STATES)
def test_a_state_is_read_from_the_words_of_the_clause(sentence: str, text: str, state: str) -> None:
    assert about(sentence, text).state == state


PLACES = [
    ("Some 900 hide in Ostrea.", "900", ["Ostrea"], {("at", "Ostrea")}),
    ("Just over 23,000 made it to Haixia.", "23,000", ["Haixia"], {("at", "Haixia")}),
    ("Nearly 300 came from Dorvania.", "300", ["Dorvania"], {("from", "Dorvania")}),
    ("They sent 300 across the Ilva.", "300", ["Ilva"], {("through", "Ilva")}),
    (
        "Some 9,000 are safe, mostly in Haixia but also in Ostrea, Selmia and the Isles.",
        "9,000",
        ["Haixia", "Ostrea", "Selmia", "Isles"],
        {("at", "Haixia")},
    ),
    (
        "Some 9,000 are safe in Haixia, Ostrea and the Isles.",
        "9,000",
        ["Haixia", "Ostrea", "Isles"],
        {("at", "Haixia"), ("at", "Ostrea"), ("at", "Isles")},
    ),
    ("Ostrea counts 900.", "900", ["Ostrea"], set()),
    ("Ostrea now hosts some 900.", "900", ["Ostrea"], {("at", "Ostrea")}),
    ("Ostrea is home to 900.", "900", ["Ostrea"], {("at", "Ostrea")}),
    ("It counts 900; nobody in Ostrea knows.", "900", ["Ostrea"], set()),
]


@pytest.mark.parametrize(("sentence", "text", "named", "places"), PLACES)
def test_a_place_counts_with_how_the_figure_is_tied_to_it(
    sentence: str, text: str, named: list[str], places: set[tuple[str, str]]
) -> None:
    assert about(sentence, text, *named).places == places


def test_a_rate_is_told_apart() -> None:
    assert about("Some 350 people arrive a month.", "350").rate == "month"
    assert about("Some 5,000 are caught annually.", "5,000").rate == "year"
    assert about("Some 5,000 were caught.", "5,000").rate == ""


def test_persons_are_the_same_thing_under_any_name() -> None:
    for counted in ("Dorvanians", "people", "souls"):
        assert about("900 hide.", "900", counted=counted).thing == ("people",)
    assert about("900 leaked.", "900", counted="wooden boats").thing == ("wooden", "boat")


@pytest.mark.parametrize(
    ("counted", "state"),
    [("inmates", "detained"), ("arrivals", "arriving"), ("road deaths", "dead"), ("refugees", "")],
)
def test_a_noun_that_names_a_state_counts_the_persons_in_it(counted: str, state: str) -> None:
    found = about("It has 900.", "900", counted=counted)
    assert (found.thing, found.state) == (("people",), state)


@pytest.mark.parametrize(
    ("words", "state"),
    [("Of the voters 24% are content.", ""), ("Of the voters 24% are detained.", "detained")],
)
def test_a_share_is_in_the_state_of_its_part(words: str, state: str) -> None:
    assert about(words, "24%", counted="voters", label="percent").state == state


def test_what_is_a_part_of_the_figure_before_is_told_apart() -> None:
    assert about("Of them, nearly 9,000 live there.", "9,000").is_part
    assert about("Some 900 of whom are ill.", "900").is_part
    assert not about("Some 900 people are ill.", "900").is_part


def test_shares_and_lengths_are_of_one_kind_each() -> None:
    kinds = [
        about("x 5", "5", label=label, unit=unit).kind
        for label, unit in [
            ("percent", None), ("fraction", None), ("measure", "kilometre"), ("measure", "mile"),
            ("money", "USD"), ("money", "EUR"),
        ]
    ]  # fmt: skip
    assert kinds[0] == kinds[1]
    assert kinds[2] == kinds[3]
    assert kinds[4] != kinds[5]


def test_a_figure_that_leaves_out_what_it_counts_is_in_the_same_state() -> None:
    said = figure(
        "In 1999, 148 Dorvanians settled in Haixia; in 2009, it was 2,952.",
        "148", id="n-1", document="a", segment="a#1", counted_start=13, places=["Haixia"],
    )  # fmt: skip
    left = figure(
        said.sentence or "", "2,952", id="n-2", document="a", segment="a#1", counted_start=13,
        places=["Haixia"],
    )  # fmt: skip
    found = aspects([said, left])
    assert found["n-2"].state == found["n-1"].state == "living"
    assert found["n-2"].places == {("at", "Haixia")}


@pytest.mark.parametrize(
    ("sentence", "part", "whole"),
    [
        ("Divers found eels at eleven of fourteen sites.", "eleven", "fourteen"),
        ("Some 31 of the 46 boats were sold.", "31", "46"),
        ("They sold 31 out of\nthe 46 boats.", "31", "46"),
        ("Of the 46 boats, 31 were sold.", "31", "46"),
    ],
)
def test_a_figure_of_another_is_a_part_of_it(sentence: str, part: str, whole: str) -> None:
    parts, wholes = (figure(sentence, each, document="d") for each in (part, whole))
    found = aspects([parts, wholes])
    assert (found[parts.id].is_part, found[wholes.id].is_part) == (True, False)


def test_two_figures_side_by_side_are_no_part_of_each_other() -> None:
    made = [figure("They sold 31 boats in 46 days.", each, document="d") for each in ("31", "46")]
    assert not any(each.is_part for each in aspects(made).values())


def test_what_drowns_off_a_place_is_there() -> None:
    found = about("In 2022, 340 fishermen drowned off Selm.", "340", "Selm", counted="fishermen")
    assert found.places == {("at", "Selm")}


def test_a_rate_of_something_is_one_of_that_thing() -> None:
    rate = about(
        "It has a 7% unemployment rate.", "7%", label="percent", counted="unemployment rate"
    )
    level = about(
        "Unemployment is 9%.", "9%", label="percent", counted="Unemployment", counted_start=0
    )
    assert rate.thing == level.thing == ("unemployment",)
