"""Speech in marks that no word reports."""

import pytest

from tests.layers.quotes.test_proposals import quotes as read


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Khloe Ledva said she would wait. “What must I do, sleep by the rats?”", "Khloe Ledva"),
        ("Leah Zamar has locked the cupboard. “It took six of us to do so.”", "Leah Zamar"),
        ("Leah Zamar rows. She once held a rope. “It took six of us to do so.”", "Leah Zamar"),
    ],
)
def test_whole_sentences_in_marks_are_of_the_one_told_of_before(words, source):
    last = read(words)[-1]
    assert last.label == "direct"
    assert last.source is not None
    assert last.source.canonical == source


@pytest.mark.parametrize(
    "words",
    [
        "Ann Orr met Mark Velt at the port. “It took six of us to hold the rope.”",
        "Edda Morn rents boats. “No boats today.” It stood on a sign.",
        "The port was closed at six. “It took six of us to hold the rope.”",
    ],
)
def test_of_two_or_none_it_is_nobodys(words):
    assert [each for each in read(words) if each.source is not None] == []
