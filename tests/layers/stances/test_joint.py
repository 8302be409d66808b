"""Several who hold an attitude together hold it each."""

import pytest

from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.joint import apart
from annotate.model import Entity, Mention
from tests.layers.stances.test_sides import held

TOLL = "The toll on the Ilva bridge should be abolished."


@pytest.mark.parametrize(
    ("words", "holders"),
    [
        ("Anja Kolde and Karel Osten oppose the toll.", {"Anja Kolde", "Karel Osten"}),
        ("Both Anja Kolde and Karel Osten are against the toll.", {"Anja Kolde", "Karel Osten"}),
        (
            "Anja Kolde, Karel Osten and Wilma Trant oppose the toll.",
            {"Anja Kolde", "Karel Osten", "Wilma Trant"},
        ),
        (
            "The Harbour League and the Nature Union want the toll abolished.",
            {"Harbour League", "Nature Union"},
        ),
        (
            "Anja Kolde and Karel Osten said that the toll should be abolished.",
            {"Anja Kolde", "Karel Osten"},
        ),
        (
            "The toll was rejected by the Harbour League, the Nature Union and other bodies.",
            {"Harbour League", "Nature Union"},
        ),
        ("Drivers and shopkeepers alike oppose the toll.", {"drivers", "shopkeepers"}),
    ],
)
def test_each_of_several_holds_what_they_hold_together(words, holders):
    words = words.replace("the toll", "the toll on the Ilva bridge").replace(
        "The toll", "The toll on the Ilva bridge"
    )
    assert held(words, TOLL) == {(name, "supports") for name in holders}


def test_each_stands_where_the_text_names_it():
    words = "Anja Kolde and Karel Osten agree."
    entities = [
        Entity(label="PERSON", canonical=name, start=at, end=at + len(name), text=name, by="test")
        for name, at in (("Anja Kolde", 0), ("Karel Osten", 15))
    ]
    both = Evidence(
        holder=Mention(canonical="Anja Kolde; Karel Osten", start=0, end=26),
        mode="indirect",
        act="asserts",
        sentence=(0, len(words)),
        region=(0, len(words)),
        words=words,
        rule="quoted",
        base=0.8,
    )
    found = [one.holder for one in apart(both, entities)]
    assert [words[each.start : each.end] for each in found] == ["Anja Kolde", "Karel Osten"]
    assert [each.canonical for each in found] == ["Anja Kolde", "Karel Osten"]


@pytest.mark.parametrize(
    "answer",
    [
        "Karel Osten calls the idea absurd.",
        "Karel Osten called that “a disgrace”.",
        "“This is absurd,” Karel Osten said.",
        "“The demand is a mistake,” Karel Osten said.",
    ],
)
def test_who_finds_fault_with_what_was_asked_for_is_against_it(answer: str) -> None:
    asked = "Anja Kolde wants the toll on the Ilva bridge abolished. "
    assert ("Karel Osten", "opposes") in held(asked + answer, TOLL)
