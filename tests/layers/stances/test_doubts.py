"""Clauses that a sentence holds only to turn them down."""

import pytest

from annotate.layers.stances import doubts
from annotate.layers.stances.polarity import signs


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("I don't think the dam is safe", "the dam is safe"),
        ("Well, we did not believe that he would pay", "he would pay"),
        ("I doubt whether it helps", "it helps"),
        ("There is no reason to think that it helps", "it helps"),
        ("It is difficult for us to imagine it helping", "it helping"),
        ("I would be very surprised if it helped", "it helped"),
        ("Any suggestion that it is cheap is simply not true", "it is cheap"),
        ("To say that it helps is absurd", "it helps"),
        ("It is a lie to say that it helps", "it helps"),
    ],
)
def test_a_clause_that_is_turned_down_stands_alone(words, clause):
    found = doubts.clause(words)
    assert found is not None
    assert found.strip() == clause
    assert len(found) == len(words)


@pytest.mark.parametrize(
    "words",
    [
        "I think the dam is safe",
        "I don't think about the dam",
        "I don't think so",
        "I don't think it is cheap, but it is safe",
        "To say that it helps is fair",
        "The suggestion that it helps is fair",
        "It is hard to see",
        "The engineers who looked at the wall say I don't think enough",
    ],
)
def test_other_clauses_are_not_turned_down(words):
    assert doubts.clause(words) is None


@pytest.mark.parametrize("words", ["The paper is solely responsible for this page", "just now"])
def test_a_word_that_only_says_whose_or_when_judges_nothing(words):
    assert signs(words) == ()
