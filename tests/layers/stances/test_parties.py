"""Whom a sentence judges by name, in a document that speaks of a codebook's topics elsewhere."""

import pytest

from annotate import pipeline
from annotate.codebook import Codebook, Topic
from annotate.model import Stance

BOOK = Codebook(
    topics={"curfew": Topic(key="curfew", statement="The night curfew in Selm should be lifted.")}
)


def judged(words: str) -> set[tuple[str, str, str]]:
    read = pipeline.read(words, id="one", form="text")
    found = pipeline.tag(read, codebook=BOOK, layers=("stance",)).spans
    return {
        (s.holder if isinstance(s.holder, str) else s.holder.canonical, s.label, s.target)
        for s in found
        if isinstance(s, Stance)
    }


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("“The World Bank has failed the poor,” said Lena Brok.", ("opposes", "World Bank")),
        ("“Russia is a bully and a liar,” Lena Brok said.", ("opposes", "Russia")),
        ("“Norway is our most generous friend,” Lena Brok said.", ("supports", "Norway")),
        ("Lena Brok condemned Russia over the arrests.", ("opposes", "Russia")),
        ("Lena Brok accused Turkey of lies.", ("opposes", "Turkey")),
        ("Lena Brok thanked Norway for its help.", ("supports", "Norway")),
    ],
)
def test_a_name_that_is_judged_is_a_target(words, stance):
    assert ("Lena Brok", *stance) in judged(words)


@pytest.mark.parametrize(
    "words",
    [
        "“That would be unfair to Norway,” said Lena Brok.",
        "“Norway lies north of Denmark,” said Lena Brok.",
        "Lena Brok wants Norway named in the report.",
        "Lena Brok condemned the curfew in Norway.",
    ],
)
def test_a_name_that_only_stands_by_is_none(words):
    assert not {each for each in judged(words) if each[2] == "Norway"}
