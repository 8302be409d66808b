"""What asks, greets or tells what others say, and so is nobody's attitude."""

import pytest

from annotate.layers.stances import agreements, questions
from tests.layers.stances.test_sides import held

TALK = """ANITA FERRARO: Good morning. What do you think of the cap on short lets?

PAUL REED: Good morning.

ANITA FERRARO: Welcome to you both. Is the cap on short lets a mistake?

PAUL REED: The cap on short lets should go."""


def test_who_greets_and_asks_in_a_talk_holds_nothing():
    found = held(TALK, "The cap on short lets in Averley should be kept.")
    assert found == {("Paul Reed", "opposes")}


@pytest.mark.parametrize(
    "words",
    ["Good morning.", "Welcome to you both.", "Thank you.", "They say the cap has failed."],
)
def test_greetings_and_hearsay_are_idle(words):
    assert questions.idle(words)


@pytest.mark.parametrize(
    "words",
    [
        "Good roads need tolls.",
        "They say the cap has failed, but it works.",
        "Many say no to the cap.",
    ],
)
def test_what_judges_is_not_idle(words):
    assert not questions.idle(words)


@pytest.mark.parametrize(
    "words", ["That is not correct.", "But this isn’t true.", "It’s simply untrue."]
)
def test_what_was_said_is_called_untrue(words):
    assert agreements.untrue(words)
    assert not agreements.untrue("That is not correct behaviour.")
