import pytest

from tests.layers.numbers.number_reading import numbers, only

BOUNDS = [
    # words, value, low, high, approx
    ("300,000", 300_000, None, None, False),
    ("nearly 300,000", 300_000, None, 300_000, False),
    ("almost 300,000", 300_000, None, 300_000, False),
    ("just under 300,000", 300_000, None, 300_000, False),
    ("just over 23,000", 23_000, 23_000, None, False),
    ("a little over 9,000", 9_000, 9_000, None, False),
    ("more than 21,000", None, 21_000, None, False),
    ("over 160,000", None, 160_000, None, False),
    ("well over 160,000", None, 160_000, None, False),
    ("at least 400", None, 400, None, False),
    ("no fewer than 400", None, 400, None, False),
    ("30 or more", None, 30, None, False),
    ("30-plus", None, 30, None, False),
    ("up to one million", None, None, 1_000_000, False),
    ("less than 1,000", None, None, 1_000, False),
    ("fewer than 1,000", None, None, 1_000, False),
    ("as many as 80", None, None, 80, False),
    ("9,000 at most", None, None, 9_000, False),
    ("about 2,000", 2_000, None, None, True),
    ("around 2,000", 2_000, None, None, True),
    ("some 2,000", 2_000, None, None, True),
    ("estimated 2,000", 2_000, None, None, True),
    ("perhaps 150", 150, None, None, True),
    ("200 or so", 200, None, None, True),
    ("~200", 200, None, None, True),
    ("estimated 30,000 to 50,000", None, 30_000, 50_000, True),
    ("30,000 to 50,000", None, 30_000, 50_000, False),
    ("6,000 – 16,000", None, 6_000, 16_000, False),
    ("30,000–50,000", None, 30_000, 50_000, False),
    ("between 15,000 and 25,000", None, 15_000, 25_000, False),
    ("3 to 5 million", None, 3_000_000, 5_000_000, False),
    ("two to three hundred", None, 200, 300, False),
    ("20 to one hundred", None, 20, 100, False),
    ("between one and two hundred", None, 100, 200, False),
    ("3 to 4 hundred thousand", None, 300_000, 400_000, False),
    ("2m-3m", None, 2_000_000, 3_000_000, False),
    ("as few as 30", None, 30, None, False),
    ("30 and under", None, None, 30, False),
    ("30-50,000", None, 30_000, 50_000, False),
    ("30 to 50,000", None, 30, 50_000, False),
    ("<= 20", None, None, 20, False),
    ("≥ 20", None, 20, None, False),
    ("five or six", None, 5, 6, True),
    ("20 or as many as 60 or more", None, 20, None, True),
    ("scores of thousands", None, 20_000, None, True),
    ("tens of thousands", None, 10_000, None, True),
    ("thousands", None, 1_000, None, True),
    ("5 ± 2", 5, 3, 7, False),
    ("100 plus or minus 5", 100, 95, 105, False),
    ("9.5e3 +/- 1e2", 9_500, 9_400, 9_600, False),
]


@pytest.mark.parametrize(("words", "value", "low", "high", "approx"), BOUNDS)
def test_words_around_a_figure_set_its_bounds(words, value, low, high, approx):
    found = only(f"They saw {words} people in hiding.")
    assert found.text == words
    assert (found.value, found.low, found.high, found.approx) == (value, low, high, approx)


def test_money_that_falls_to_far_more_than_it_falls_by_is_no_range():
    found = numbers("The share fell $1.125 to $13.625. Fees rose $5 to $10.")
    assert [each.text for each in found] == ["$1.125", "$13.625", "$5 to $10"]


def test_a_change_has_two_figures_and_no_range():
    found = numbers("Arrivals rose from 148 to 2,952 boats.")
    assert [each.value for each in found] == [148, 2952]


UNTIL = [
    ("It rang every half hour until five in the morning.", [(0.5, None, None)]),
    ("They waited two days till 40 left.", [(2, None, None), (40, None, None)]),
    ("It took half an hour to five of them.", [(0.5, None, None), (5, None, None)]),
    ("Read 5 through 7.", [(None, 5, 7)]),
    ("It held from 2011 until 2014.", [(None, "2011", "2014")]),
    ("On 4 July until 5 boats came.", [("XXXX-07-04", None, None), (5, None, None)]),
    ("On July 4 until 5 boats came.", [("XXXX-07-04", None, None), (5, None, None)]),
    ("It rained on July 4 until 5 in Brenn.", [(None, "XXXX-07-04", "XXXX-07-05")]),
]


@pytest.mark.parametrize(("text", "values"), UNTIL)
def test_until_joins_two_dates_or_two_bare_numbers_only(text, values):
    assert [(each.value, each.low, each.high) for each in numbers(text)] == values


def test_a_range_of_prices_may_name_its_unit_twice():
    found = only("It rose from about $350 per kg to $680 per kg.")
    assert (found.low, found.high, found.unit) == (350, 680, "USD")


@pytest.mark.parametrize(
    ("text", "low"),
    [("It held for over three years.", 3), ("It cut all pay over three years.", None)],
)
def test_over_bounds_a_length_of_time_only_where_something_lasts(text, low):
    assert only(text).low == low


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        *[("over-60s", 60, None), ("under-30s", None, 30)],
        *[("over-65s", 65, None), ("under-18s", None, 18), ("under 18s", None, 18)],
    ],
)
def test_people_may_be_called_by_the_age_that_they_are_beyond(words, low, high):
    found = only(f"It is free for the {words} here.")
    assert (found.text, found.label, found.low, found.high) == (words, "age", low, high)


@pytest.mark.parametrize(
    ("words", "label", "low", "high"),
    [
        ("20+ years", "duration", 20, None),
        ("20-plus years", "duration", 20, None),
        ("18 months to two years", "duration", 18, 24),
        ("over the age of 65", "age", 65, None),
        ("under the age of five", "age", None, 5),
        ("aged 65 or older", "age", 65, None),
        ("older than 60", "age", 60, None),
        ("longer than two weeks", "duration", 2, None),
        ("no longer than two weeks", "duration", None, 2),
        ("younger than 15", "age", None, 15),
        ("under 25 years", "age", None, 25),
    ],
)
def test_ages_and_lengths_are_bounded_by_their_own_words(words, label, low, high):
    found = only(f"It holds for people {words} now.")
    assert (found.text, found.label, found.low, found.high) == (words, label, low, high)


def test_at_least_once_is_no_bound_of_what_stands_before_it():
    assert only("They were dry for 24 hours at least once.").text == "24 hours"
