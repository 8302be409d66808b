"""Rivers by their bare names, and what an article or letters say of a name that no list has."""

import pytest

from annotate import pipeline
from annotate.model import Entity


def told(text: str) -> list[str]:
    """The names of a text as "name LABEL"."""
    document = pipeline.tag(pipeline.read(text, id="t", form="text"), layers=("entity",))
    return [f"{one.text} {one.label}" for one in document.spans if isinstance(one, Entity)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fishermen along the Niger, waiting for rain, saw it.", ["Niger LOC"]),
        ("He was born in Niger and died there.", ["Niger GPE"]),
        ("They fled across the Jhelum, by night.", ["Jhelum LOC"]),
        ("The Orontes crested on Monday.", ["Orontes LOC"]),
        ("Two barges sank in the river Vistula.", ["river Vistula LOC"]),
        ("Ash fell on the slopes of Nyiragongo.", ["Nyiragongo LOC"]),
    ],
)
def test_a_river_has_an_article(text: str, names: list[str]) -> None:
    assert told(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The boats went down the Umbelka until it froze.", "Umbelka LOC"),
        ("The boats went down to Umbelka until it froze.", "Umbelka GPE"),
        ("Her husband serves in the FARVUK, and she has not heard from him.", "FARVUK ORG"),
        ("The appeal will be heard in The Hague.", "Hague GPE"),
    ],
)
def test_an_article_and_letters_say_what_an_unlisted_name_is(text: str, name: str) -> None:
    assert name in told(text)
