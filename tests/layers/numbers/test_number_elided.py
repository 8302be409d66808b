"""Units that a figure leaves out, and where it leaves none out."""

import pytest
from number_reading import numbers

ELIDED = [
    ("It cost 30 dollars last year and 45 now.", "45", "money", 45, "USD"),
    ("A loaf is 30 cents, against 45 in 2010.", "45", "money", 0.45, "USD"),
    ("They paid $1.1 billion in May, and 1.4bn in June.", "1.4bn", "money", 1.4e9, "USD"),
    ("Debt was $1.1bn, or 62% of output, and 1.4bn by March.", "1.4bn", "money", 1.4e9, "USD"),
    ("In Serbia it cost 300 dinars last year and 450 now.", "450", "money", 450, "RSD"),
    ("It cost 300 dinars last year and 450 now.", "450", "money", 450, None),
    ("Growth was 5% in 2010 and 7 in 2011.", "7", "percent", 7, "%"),
    ("Pay rose by 6.5 percent, but prices rose by 8.2.", "8.2", "percent", 8.2, "%"),
    (
        "The trial took nine days. It should have taken three, he says.",
        "three",
        "duration",
        3,
        "day",
    ),
    ("Repairs last two years, and building took seven.", "seven", "duration", 7, "year"),
    ("It rained 300 mm in May and 410 in June.", "410", "measure", 410, "millimetre"),
    ("At 2,000 metres it froze; at 1,100 it did not.", "1,100", "measure", 1100, "metre"),
]


@pytest.mark.parametrize(("text", "words", "label", "value", "unit"), ELIDED)
def test_a_bare_figure_has_the_unit_of_the_one_before(text, words, label, value, unit):
    (found,) = (each for each in numbers(text) if each.text == words)
    assert (found.label, found.value, found.unit) == (label, value, unit)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They paid $300 to 40 families and 20 to others.", "20"),
        ("He gave $300 to 40 families and $100 to 20.", "20"),
        ("The dam cost $3 million and 45 people lost their homes.", "45"),
        ("The firm has 300 staff in Brenn and 45 in Selm.", "45"),
        ("Prices rose by 5% in May and 800 in June.", "800"),
        ("It took nine days. The bus took 12 people.", "12"),
        ("It took nine days. Forty came, and the bus took 12.", "12"),
        ("It is 20 km long. There were 30 in 2010, and 45 now.", "45"),
    ],
)
def test_a_figure_that_counts_has_none(text, words):
    (found,) = (each for each in numbers(text) if each.text == words)
    assert found.label == "count"


def test_an_amount_of_now_is_of_no_other_day():
    found = numbers("It cost 30 dollars in 2010 and 45 now.")
    assert [each.as_of for each in found if each.label == "money"] == ["2010", None]


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [
        ("In May 2021 unemployment in Talvia was 7 %.", "7 %", "unemployment"),
        ("Turnout at the vote reached only 48 %.", "48 %", "Turnout"),
        ("He scored in the 7th and 8th minutes.", "7th", "minutes"),
    ],
)
def test_a_level_behind_a_date_and_a_rank_beside_another_are_of_something(text, words, counted):
    (found,) = (each for each in numbers(text) if each.text == words)
    assert found.counted == counted
