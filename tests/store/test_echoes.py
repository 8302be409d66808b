"""Which statements repeat each other's words."""

import pytest

from annotate.store.echoes import echoes

CROSSED = "Nearly 9,000 Dorvanians crossed the Ilva river in 2012"

SAME = [
    (CROSSED, "nearly 9,000 Dorvanians crossed the Ilva river in 2012."),
    (CROSSED, f"that {CROSSED}, most of them on foot and in the dark of January"),
    ("Don’t send them back", "“Don't send them back!”"),
    ("Inhumane.", "“Inhumane”"),
    (
        "The ministry wants the ferries stopped and the landing stages on both banks closed by May",
        "The ministry wants the ferries stopped and the landing stages on both banks shut by May",
    ),
    ("漂民不是难民，他们必须回去", "漂民不是难民 他们必须回去"),
]

DIFFERENT = [
    (CROSSED, "Nearly 11,000 Dorvanians crossed the Ilva river in 2012"),
    (
        "The state should return those who crossed the river in the winter of that year",
        "The state should not return those who crossed the river in the winter of that year",
    ),
    ("The ferries must be stopped.", "The ferries must go on."),
    ("Inhumane.", "Inhumane and unwise."),
    ("漂民不是难民，他们必须回去", "漂民是难民，他们不必回去"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_words_are_one_statement(one: str, other: str) -> None:
    assert echoes([("a", one), ("a", other)]) == [0, 0]
    assert echoes([("a", other), ("a", one)]) == [0, 0]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_words_are_another_statement(one: str, other: str) -> None:
    assert echoes([("a", one), ("a", other)]) == [0, 1]


def test_two_speakers_never_repeat_each_other() -> None:
    assert echoes([("a", CROSSED), ("b", CROSSED)]) == [0, 1]


def test_a_third_that_repeats_the_second_is_one_with_the_first() -> None:
    said = ["Unrelated words.", CROSSED, f"{CROSSED}.", f"Then {CROSSED}"]
    assert echoes([("a", each) for each in said]) == [0, 1, 1, 1]


def test_thousands_of_alike_statements_take_no_time() -> None:
    said = [
        ("a", f"On day {n} the harbour master counted {n} boats at pier {n}") for n in range(3000)
    ]
    assert echoes(said) == list(range(3000))
