"""Whose a document is that is said to hold something."""

import pytest

from annotate.layers.stances import documents
from annotate.model import Entity, Mention

PEOPLE = {"Anja Kolde": "PERSON", "Tomas Verrin": "PERSON", "Dockers' League": "ORG"}


def held(text: str, words: str) -> str:
    """Who holds what the last of some words is said to hold."""
    names = [
        Entity(label=label, start=at, end=at + len(name), text=name, by="test", canonical=name)
        for name, label in PEOPLE.items()
        if (at := text.find(name)) >= 0
    ]
    start = text.rfind(words)
    mention = Mention(canonical=words, start=start, end=start + len(words))
    found = documents.author(mention, text, sorted(names, key=lambda each: each.start))
    return found if isinstance(found, str) else found.canonical


@pytest.mark.parametrize(
    ("holder", "words", "text"),
    [
        ("Anja Kolde", "report", "Anja Kolde has read it.\n\nHer report says so."),
        (
            "Anja Kolde",
            "report",
            "Picture: Tomas Verrin\n\nAnja Kolde has read it.\n\nHer report says so.",
        ),
        ("report", "report", "Tomas Verrin met Anja Kolde.\n\nHer report says so."),
        ("report", "report", "Anja Kolde has read it.\n\nThe report says so."),
        ("Dockers' League", "lawsuit", "The lawsuit, filed by the Dockers' League, says so."),
        ("Dockers' League", "lawsuit", "The Dockers' League filed a lawsuit. The lawsuit says so."),
        (
            "Dockers' League",
            "Dockers' League statement",
            "The Dockers' League statement says so.",
        ),
        ("lawsuit", "lawsuit", "The Dockers' League read a lawsuit. The lawsuit says so."),
    ],
)
def test_a_document_is_its_author_s_where_the_text_says_who_that_is(holder, words, text):
    assert held(text, words) == holder
