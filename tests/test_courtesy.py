"""Titles by which people are addressed."""

import pytest

from annotate import courtesy


@pytest.mark.parametrize("word", ["Mr", "mrs.", "Dr", "Lady", "prof.", "Rev."])
def test_titles_of_courtesy_are_known_with_and_without_their_stop(word: str) -> None:
    assert courtesy.is_title(word)


@pytest.mark.parametrize("word", ["Senator", "judge", "the", "."])
def test_offices_and_other_words_are_none(word: str) -> None:
    assert not courtesy.is_title(word)


@pytest.mark.parametrize(
    "words", ["asked Mrs. ", "asked Dr ", "asked Capt. ", "(Fr ", "Gen. ", "asked Professor "]
)
def test_a_title_or_an_office_in_short_stands_right_before_a_name(words: str) -> None:
    assert courtesy.titled(words, len(words))


@pytest.mark.parametrize("words", ["asked mrs ", "asked General Gen", "Ex-Mr ", "the Lord "])
def test_other_words_before_a_name_do_not(words: str) -> None:
    assert not courtesy.titled(words, len(words))
