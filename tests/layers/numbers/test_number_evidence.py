"""The words that a figure's context was read from, and where a figure is said first."""

import pytest

from annotate.model import Number, Stretch
from tests.layers.numbers.number_reading import numbers


def words(text: str, span: Stretch | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def first_count(text: str) -> Number:
    return next(each for each in numbers(text) if each.label != "date")


COUNTED = [
    ("Nearly 9,000 Dorvanian refugees live in Brenn.", "Dorvanian refugees"),
    ("Tens of thousands of refugees fled.", "refugees"),
    ("The number of Dorvanians was 148.", "Dorvanians"),
    ("They said that 5 left.", None),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_is_counted_is_told_with_its_words(text: str, expected: str | None) -> None:
    assert words(text, first_count(text).counted_span) == expected


def test_what_is_left_out_is_told_where_it_stands() -> None:
    text = "In 2001, 148 Dorvanians crossed; by 2007, the figure rose to 2,952."
    found = [each for each in numbers(text) if each.label == "count"]
    assert found[0].counted_span == found[1].counted_span
    assert words(text, found[1].counted_span) == "Dorvanians"


def test_a_date_is_told_with_its_words() -> None:
    text = "Just over 23,000 people (as of early 2012) came."
    assert words(text, first_count(text).as_of_span) == "early 2012"
    assert first_count("Some 40 people came.").as_of_span is None


def test_a_speaker_is_told_with_the_words_that_name_them() -> None:
    text = "“We saw 33 boats in the reeds,” said Ilse Marant."
    assert words(text, first_count(text).said_by_span) == "Ilse Marant"


AGAIN = [
    ("Nearly 300 boats came. The 300 boats left.", "Nearly 300"),
    ("They paid $5. It was $5 too much.", "$5"),
    ("Some 4,000 to 9,000 people hide. Few believe in 4,000–9,000 people.", "4,000 to 9,000"),
]


@pytest.mark.parametrize(("text", "expected"), AGAIN)
def test_a_figure_said_again_knows_where_it_is_said_first(text: str, expected: str) -> None:
    first, again = numbers(text)
    assert first.first_span is None
    assert expected in (words(text, again.first_span) or "")


ONCE = [
    "They saw 300 boats and 300 men.",
    "They saw two boats. Then two boats left.",
    "They saw 300 boats, then 301 boats.",
    "They saw a little over 300 boats, then nearly 300 boats.",
    "They came in 2012 and left in 2012.",
]


@pytest.mark.parametrize("text", ONCE)
def test_an_equal_figure_of_something_else_is_a_figure_of_its_own(text: str) -> None:
    assert [each.first_span for each in numbers(text)] == [None, None]
