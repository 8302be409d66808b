"""One quotation that its attribution breaks is one span in parts; a new sentence is its own."""

import pytest

from annotate.model import Quote
from tests.layers.quotes.test_proposals import quotes as drawn
from tests.layers.quotes.test_quotes import found


def parts(words: str, quote: Quote) -> list[str]:
    return [words[first:last] for first, last in quote.parts]


@pytest.mark.parametrize(
    ("words", "said", "label"),
    [
        (
            "“The ferry,” Anja Kolde said, “is too small.”",
            ["The ferry,", "is too small."],
            "direct",
        ),
        (
            "“The ferry,” said Anja Kolde, a geographer in Selm, “is too small.”",
            ["The ferry,", "is too small."],
            "direct",
        ),
        (
            "“The ferry is small,” she told The Estuary Review, “and it is slow.”",
            ["The ferry is small,", "and it is slow."],
            "direct",
        ),
        (
            "The returns, Anja Kolde argues, are “a crime with a timetable”.",
            ["The returns", "are “a crime with a timetable”"],
            "mixed",
        ),
        (
            "The dam, villagers say, was never sound.",
            ["The dam", "was never sound"],
            "indirect",
        ),
        (
            "If the dam breaks, Anja Kolde warned, the valley will flood.",
            ["If the dam breaks", "the valley will flood"],
            "indirect",
        ),
        (
            "Without the ferry, Anja Kolde said, the town would die.",
            ["Without the ferry", "the town would die"],
            "indirect",
        ),
        (
            "One in ten is caught, according to Delta Rights Watch, and driven back to Brenn.",
            ["One in ten is caught", "driven back to Brenn"],
            "indirect",
        ),
    ],
)
def test_a_sentence_around_its_attribution_is_one_quotation(words, said, label):
    (quote,) = found(words)
    assert (parts(words, quote), quote.label) == (said, label)
    assert quote.text == words[quote.parts[0][0] : quote.parts[-1][1]]


@pytest.mark.parametrize(
    "words",
    [
        "“The ferry is small,” Kolde said. “It is the fear of it that is large.”",
        "“Who counts the boats?” Kolde asked. “Nobody does.”",
        "“The ferry is small,” Kolde said, adding, “We have only one.”",
    ],
)
def test_a_new_sentence_or_a_second_cue_is_a_quotation_of_its_own(words):
    first, second = found(words)
    assert first.source == second.source
    assert first.parts == second.parts == ()


def test_what_is_told_of_a_speaker_is_not_said():
    words = "The dam is unsound, said Edda Morn, a geographer, and the board knows it."
    (quote,) = drawn(words)
    assert "geographer" not in quote.words


def test_words_show_where_the_attribution_stood():
    (quote,) = found("“The ferry,” Kolde said, “is too small.”")
    assert quote.words == "The ferry, … is too small."


def test_the_attribution_is_not_held():
    words = "“The ferry,” Anja Kolde said, “is too small.”"
    (quote,) = found(words)
    held = [quote.holds(at, at + 5) for at in map(words.index, ("ferry", "Kolde", "small"))]
    assert held == [True, False, True]
