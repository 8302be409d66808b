"""Kinds of sentence that articles are full of: what is said in each, and by whom."""

import pytest

from tests.layers.quotes.test_proposals import quotes


def said(words: str) -> list[tuple[str, str | None]]:
    return [(each.text, each.source and each.source.canonical) for each in quotes(words)]


@pytest.mark.parametrize(
    ("words", "content", "source"),
    [
        (
            "Edda Morn wrote in a short letter that the dam was “beyond repair”.",
            "the dam was “beyond repair”",
            "Edda Morn",
        ),
        (
            "Edda Morn asked the captain whether the boat could be raised.",
            "whether the boat could be raised",
            "Edda Morn",
        ),
        (
            "Oskar Pell told the Courier on Monday the boat had been sold.",
            "the boat had been sold",
            "Oskar Pell",
        ),
        (
            "Oskar Pell told the Courier last week there was no rope aboard.",
            "there was no rope aboard",
            "Oskar Pell",
        ),
        (
            "Oskar Pell told reporters last night the boat had been sold.",
            "the boat had been sold",
            "Oskar Pell",
        ),
        (
            "Oskar Pell said the captain “had plainly been drinking” that evening.",
            "the captain “had plainly been drinking” that evening",
            "Oskar Pell",
        ),
        (
            "Oskar Pell said the boats had been late, a claim that the harbour board denies.",
            "the boats had been late",
            "Oskar Pell",
        ),
        (
            "The divers searched the hold, where, Oskar Pell said, the nets had caught fire.",
            "the nets had caught fire",
            "Oskar Pell",
        ),
        (
            "Oskar Pell is alleged to have said, “Nobody will miss it.”",
            "Nobody will miss it.",
            "Oskar Pell",
        ),
        (
            "In Edda Morn's opinion the river was never to blame.",
            "the river was never to blame",
            "Edda Morn",
        ),
        (
            "According to the coast guard the boat carried no lights.",
            "the boat carried no lights",
            "coast guard",
        ),
        ("The captain is understood to be angry.", "to be angry", None),
        ("Parents were told by the board to keep them in.", "to keep them in", "board"),
        ("“Never again,” was the verdict of Edda Morn.", "Never again,", "Edda Morn"),
        ("“Not my boat,” was the reply.", "Not my boat,", None),
        ("“Not my boat,” he shrugged.", "Not my boat,", "he"),
        (
            "Its captain, Oskar Pell, waved and said that the water was cold.",
            "the water was cold",
            "Oskar Pell",
        ),
        (
            "Edda Morn does not dispute that the signature is hers.",
            "the signature is hers",
            "Edda Morn",
        ),
    ],
)
def test_what_is_said_begins_and_ends_where_it_does(words, content, source):
    assert (content, source) in said(words)


@pytest.mark.parametrize(
    "words",
    [
        "Does he think that the boat can be raised?",
        "She asked what price the captain expected, he laughed and the talks ended.",
    ],
)
def test_nobody_is_reported_to_say_it(words):
    assert not [each for each in said(words) if each[1] in {"he", "captain"}]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        # The writer has named another man first; who speaks is the one who spoke before.
        (
            "Suing Oskar Pell, Priya Raman said it was proven. “It was greed,” she said.",
            "Priya Raman",
        ),
        (
            "Priya Raman was heard first. Asked by Edda Morn what she saw, she replied: “A light.”",
            "Priya Raman",
        ),
        (
            "The economist Priya Raman has argued this. “It is plain,” she writes.",
            "Priya Raman",
        ),
        (
            "The Vantor Courier printed the figures. The ministry said that they were wrong.",
            "ministry",
        ),
        (
            "The Vantor Courier printed the figures. The newspaper said that they were right.",
            "Vantor Courier",
        ),
    ],
)
def test_whose_words_they_are(words, source):
    assert said(words)[-1][1] == source


def test_marks_in_another_sentence_are_of_its_own_speaker():
    words = "“Cowards,” said Oskar Pell. Edda Morn said that she saw four, “and two were asleep.”"
    assert ("and two were asleep.", "Oskar Pell") not in said(words)
