"""Names in a list."""

import pytest

from annotate.grammar import lists
from annotate.grammar.reading import read
from tests.layers.reading_by_hand import parsed


@pytest.mark.parametrize(("words", "names"), [
    ("Ostrea, Haixia, and the ODP agreed", ["Ostrea", "Haixia", "ODP"]),
    ("the ODP and Ilse Marant", ["ODP", "Ilse Marant"]),
    ("Ostrea, Vantor and other allies", ["Ostrea", "Vantor"]),
    ("Vantor agreed and Ostrea did not", ["Vantor"]),
    ("the allies and Ostrea", []),
])  # fmt: skip
def test_a_list_holds_the_names_that_commas_and_and_join(words: str, names: list[str]) -> None:
    document, entities = parsed([words])
    reading = read(document.passages[0], entities)
    found = lists.names_from(reading, 0, len(reading.words))
    assert [" ".join(reading.passage.words[first:last]) for first, last in found] == names
