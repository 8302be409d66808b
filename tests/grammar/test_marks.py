"""Which quotation marks belong together."""

import pytest

from annotate.grammar.marks import pairs
from tests import growth


def inner(words: str, **options: bool) -> list[str]:
    return [words[slice(*pair.inner)] for pair in pairs(words, **options)]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("‘One,’ she said.", ["One,"]),
        ("She saw ‘the others’ boats’ there.", ["the others’ boats"]),
        ("«Un», dit-elle.", ["Un"]),
        ("“He said ‘no’ twice.”", ["He said ‘no’ twice.", "no"]),
        ("““One,” says X. “Two.””", ["“One,” says X. “Two.”", "One,", "Two."]),
        ("他说：「不行」。", ["不行"]),
        ("„Eins“, sagte sie.", ["Eins"]),
        ("»En«, sagde hun.", ["En"]),
        ("”Ett”, sa hon.", ["Ett"]),
        ("”One,” she said.", ["One,"]),
        ("“One,“ she said.", ["One,"]),
        ('“One," she said.', ["One,"]),
        ('" One , " she said . " Two . "', [" One , ", " Two . "]),
        ("''One,'' she said. ``Two.''", ["One,", "Two."]),
    ],
)
def test_marks_are_paired_and_nested(words, marked):
    assert inner(words) == marked


@pytest.mark.parametrize(
    "words",
    [
        "It isn’t the refugees’ fault.",
        "It isn't the refugees' fault.",
        "In the ’90s and the '80s.",
        "A “lone mark.",
        "A lone” mark.",
    ],
)
def test_apostrophes_and_odd_marks_pair_with_nothing(words):
    assert inner(words) == []


def test_an_odd_mark_costs_itself_alone():
    assert inner("A “lone mark, and “one” more.") == ["one"]


def test_a_speech_that_goes_on_ends_with_its_paragraph():
    assert inner("He said: “One. Two.", goes_on=True) == ["One. Two."]
    assert inner("He said: 'One isn't late.", goes_on=True) == ["One isn't late."]
    assert inner("'One isn't late.", goes_on=True) == ["One isn't late."]
    assert inner("He said it's the boys' day.", goes_on=True) == []


def test_single_marks_left_open_are_looked_for_in_time_as_the_text_grows() -> None:
    def work(count: int) -> None:
        pairs("She left: 'Go.' " * count, goes_on=True)

    assert growth.factor(work, 300) < growth.BOUND
