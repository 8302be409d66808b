"""Which words of a stretch judge, and how."""

import pytest

from annotate.layers.stances import polarity


@pytest.mark.parametrize(
    "words",
    [
        "The bridge is held by the Farmers' Liberation Army.",
        "The case went to the Court of Justice in Selm.",
        "She works at Crisis Centre North.",
    ],
)
def test_a_judging_word_in_a_name_judges_nothing(words):
    assert polarity.signs(words) == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Shameful. The toll hits the poor.", -1),
        ("The Toll Is a Disgrace to Vantor", -1),
        ("Absurd Vantor rules hurt nobody but us.", -1),
        ("The council found the toll Unfair and sued.", -1),
    ],
)
def test_it_judges_at_the_head_of_a_sentence_and_in_a_heading(words, value):
    assert polarity.signs(words)[0].value == value
