"""Which listed names stand though a trained pipeline overlooks them: those that stand apart."""

import pytest

from annotate.layers.entities import apart
from annotate.layers.entities.proposals import Proposal


def proposal(text: str, name: str, label: str, by: str) -> Proposal:
    """A list's proposal for a name in a text."""
    at = text.index(name)
    return Proposal(start=at, end=at + len(name), label=label, canonical=name, by=by)


@pytest.mark.parametrize(
    ("text", "name", "label", "by"),
    [
        ("A bus with Maoist rebels fell.", "Maoist", "NORP", "gazetteer:groups"),
        ("The Sunnis stayed away.", "Sunnis", "NORP", "gazetteer:groups"),
        ("Suspected Fulani herders came.", "Fulani", "NORP", "gazetteer:groups"),
        ("It lies in the West Bank.", "West Bank", "GPE", "gazetteer:regions"),
        ("They left the port of Aden in May.", "Aden", "GPE", "gazetteer:cities"),
        ("In Aden, the port was shut.", "Aden", "GPE", "gazetteer:cities"),
        ("Who denies the Holocaust is fined.", "Holocaust", "EVENT", "gazetteer:events"),
    ],
)
def test_a_listed_name_stands_apart(text: str, name: str, label: str, by: str) -> None:
    listed = proposal(text, name, label, by)
    assert list(apart.standing(text, [listed], [])) == [listed]


def test_two_listed_names_beside_each_other_stand_apart() -> None:
    text = "Balkars and Bashkirs live there, and Orl's Gurkha troops."
    listed = [
        proposal(text, name, "NORP", "gazetteer:groups")
        for name in ("Balkars", "Bashkirs", "Gurkha")
    ]
    assert list(apart.standing(text, listed, [])) == listed


def test_a_name_that_stands_amid_another_tells_of_none_beside_it() -> None:
    text = "The African Democratic Rally met."
    listed = [
        proposal(text, name, "NORP", "gazetteer:groups") for name in ("African", "Democratic")
    ]
    assert list(apart.standing(text, listed, [])) == []


@pytest.mark.parametrize(
    ("text", "name", "label", "by"),
    [
        ("The Royal Caribbean crew went home.", "Caribbean", "LOC", "gazetteer:regions"),
        ("Royal Caribbean sailed.", "Caribbean", "LOC", "gazetteer:regions"),
        ("A rocket of Islamic Jihad fell.", "Islamic", "NORP", "gazetteer:groups"),
        ("She coordinates West and Central Africa.", "Central Africa", "LOC", "gazetteer:regions"),
        ("The Danube–Black Sea canal was dug.", "Danube", "LOC", "gazetteer:regions"),
        ("It must be done by Christmas.", "Christmas", "EVENT", "gazetteer:events"),
        ("They hung a Western scene there.", "Western", "NORP", "gazetteer:groups"),
        ("Its province Zulia is poor.", "Zulia", "GPE", "gazetteer:provinces"),
    ],
)
def test_what_may_be_part_of_a_name_or_another_thing_does_not(
    text: str, name: str, label: str, by: str
) -> None:
    assert list(apart.standing(text, [proposal(text, name, label, by)], [])) == []


def test_a_place_or_a_people_beside_a_name_is_another_name() -> None:
    text = "Many Pakistani Sunnis left Aden."
    sunnis = proposal(text, "Sunnis", "NORP", "gazetteer:groups")
    people = proposal(text, "Pakistani", "NORP", "gazetteer:demonyms")
    assert list(apart.standing(text, [sunnis], [people])) == [sunnis]
    body = proposal(text, "Pakistani", "ORG", "model:english")
    assert list(apart.standing(text, [sunnis], [body])) == []


def test_what_is_taken_already_is_not_taken_again() -> None:
    text = "They left the port of Aden."
    aden = proposal(text, "Aden", "GPE", "gazetteer:cities")
    port = proposal(text, "port of Aden", "FAC", "model:english")
    assert list(apart.standing(text, [aden], [port])) == []
