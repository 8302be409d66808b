"""Titles by which people are addressed."""

import pytest

from annotate.grammar import courtesy


@pytest.mark.parametrize("word", ["Mr", "mrs.", "Dr", "Lady", "prof.", "Rev."])
def test_titles_of_courtesy_are_known_with_and_without_their_stop(word: str) -> None:
    assert courtesy.is_title(word)


@pytest.mark.parametrize("word", ["Senator", "judge", "the", "."])
def test_offices_and_other_words_are_none(word: str) -> None:
    assert not courtesy.is_title(word)
