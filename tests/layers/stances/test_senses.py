"""Whether words of a sentence, and of a statement, are wanted or stopped."""

import pytest

from annotate.layers.stances import polarity, senses
from annotate.layers.stances.stems import stem


@pytest.mark.parametrize(
    ("words", "thing", "sense"),
    [
        ("Exempt hosts who let rooms in their own home from any cap.", "cap", -1),
        ("Exempt hosts who let rooms from any cap, but not from registration.", "registration", 1),
        ("Repeal the law that bars the city from capping short lets.", "capping", 1),
        ("Repeal the law that bars cities from taxing homes and fining hosts.", "fining", 1),
        ("Repeal the law on short lets.", "lets", -1),
        ("The council is to limit lets to 90 nights.", "90 nights", 1),
        ("The council is to limit lets to 90 nights.", "lets", -1),
        ("Stop the 90 nights.", "90 nights", -1),
    ],
)
def test_exemptions_and_the_repeal_of_what_bars(words, thing, sense):
    assert senses.sense(words, words.index(thing)) == sense


@pytest.mark.parametrize(
    ("statement", "thing"),
    [
        ("The tram line to Brook Hill should not be built.", "line"),
        ("The cap on short lets in Averley should be lifted.", "cap"),
    ],
)
def test_a_statement_is_read_to_its_verb_however_far_that_is(statement, thing):
    assert senses.stated(statement)[stem(thing)] == -1


@pytest.mark.parametrize(
    ("words", "thing", "sense"),
    [
        ("It had nothing to do with a dispute over coverage.", "coverage", -1),
        ("They dispute the coverage.", "coverage", -1),
        ("These stories are a little bit silly.", "silly", 1),
        ("Little of it is silly.", "silly", -1),
    ],
)
def test_a_dispute_and_little_deny_unless_the_dispute_is_the_thing(words, thing, sense):
    assert senses.sense(words, words.index(thing), claimed=True) == sense


def test_who_asks_for_a_review_asks_for_a_look():
    assert polarity.of("look", "Review")


def test_property_is_nothing_proper():
    assert not polarity.signs("It takes their property.")
    assert polarity.signs("It is a proper step.")
