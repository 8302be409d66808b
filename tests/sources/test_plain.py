"""Plain text: unchanged, and where a hyphen only breaks a word."""

import pytest

from annotate.sources import plain, read


@pytest.mark.parametrize("text", ["a\r\nb\n", "\ufeffTitle\n\nWords.", "\x0cPage two", "x\u2028y"])
def test_the_text_is_the_input(text: str) -> None:
    assert read(text).text == text


def test_a_block_is_a_line_without_white_space_around_it() -> None:
    text = "  Title \r\n\n\tWords here.\x0cMore"
    assert [text[b.start : b.end] for b in plain.lines(text)] == ["Title", "Words here.", "More"]


def test_a_word_broken_at_a_line_end_has_a_mark() -> None:
    text = "Dear Minister, this is there-\nfore an open letter.\n"
    assert [text[start:end] for start, end in plain.broken_words(text)] == ["-\n"]


def test_a_compound_keeps_its_hyphen() -> None:
    text = "The well-known ferry crews, whom we call well-\nknown, are on trial in Vantor.\n"
    assert [text[start:end] for start, end in plain.broken_words(text)] == ["\n"]


def test_soft_hyphens_are_marks() -> None:
    assert plain.broken_words("refu\u00adgees") == ((4, 5),)


@pytest.mark.parametrize(
    "text", ["a -\nb", "he said -\nand left", "Karst-\nHill", "x-\ny", "1990-\n92"]
)
def test_other_line_ends_are_no_marks(text: str) -> None:
    assert plain.broken_words(text) == ()
