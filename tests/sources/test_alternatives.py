"""Many words as one pattern find what the words one by one find."""

import re

import pytest

from annotate.sources import dates
from annotate.sources.alternatives import one_of

MONTHS = [name for names in dates.MONTHS for name in names.split("|")]


@pytest.mark.parametrize("word", MONTHS)
def test_each_word_is_found_whole(word: str) -> None:
    found = re.search(rf"\b{one_of(MONTHS)}\b", f"von {word} an")
    assert found is not None
    assert found[0] == word


@pytest.mark.parametrize("other", ["janu", "juneau", "ma", "octo", "", "sept."])
def test_no_other_word_is_found(other: str) -> None:
    assert re.fullmatch(one_of(MONTHS), other) is None


def test_signs_of_patterns_stand_for_themselves() -> None:
    assert re.fullmatch(one_of(["a.b", "a+"]), "a.b")
    assert re.fullmatch(one_of(["a.b", "a+"]), "axb") is None
