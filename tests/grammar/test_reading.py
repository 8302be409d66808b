"""What a reading tells of the names in it."""

import pytest

from annotate.grammar.reading import read
from tests.layers.reading_by_hand import parsed


@pytest.mark.parametrize(("token", "name"), [
    (0, ["Ilse", "Marant"]), (1, ["Ilse", "Marant"]),
    (2, ["left"]), (3, ["Delta", "Rights", "Watch"]), (5, ["Delta", "Rights", "Watch"]),
])  # fmt: skip
def test_any_token_of_a_name_tells_the_whole_and_others_stand_alone(
    token: int, name: list[str]
) -> None:
    document, entities = parsed(["Ilse Marant left Delta Rights Watch"])
    reading = read(document.passages[0], entities)
    first, last = reading.name_at(token)
    assert list(reading.passage.words[first:last]) == name
