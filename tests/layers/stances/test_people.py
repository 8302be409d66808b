"""Whom a surname, a title or letters behind a name mean in a document."""

import pytest

from annotate.layers.stances.people import bare, bodies, full, people
from annotate.model import Entity, Mention

KNOWN = [
    "Anja Kolde KC", "Dr Ilse Marant", "Nguyen Van Tho", "Van Tho", "Tomas Verrin", "Oskar Verrin",
    "Réjean Pell", "Señora Pell", "Delta Rights Watch",
]  # fmt: skip


def entity(name: str) -> Entity:
    label = "ORG" if name.startswith("Delta") else "PERSON"
    return Entity(label=label, canonical=name, start=0, end=len(name), text=name, by="test")


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Kolde", "Anja Kolde"),
        ("Mr Kolde", "Anja Kolde"),
        ("mr Kolde", "Anja Kolde"),
        ("Anja Kolde KC", "Anja Kolde"),
        ("Anja", "Anja Kolde"),
        ("Kolde's letter", "Anja Kolde"),
        ("Delta Rights Watch's own report", "Delta Rights Watch"),
        ("MARANT", "Ilse Marant"),
        ("Tho", "Nguyen Van Tho"),
        ("PELL", "Réjean Pell"),
        ("Verrin", "Verrin"),
        ("Tomas", "Tomas Verrin"),
        ("Dr Tomas Verrin", "Tomas Verrin"),
        ("Dr Tomas Pell", "Dr Tomas Pell"),
        ("Rights", "Rights"),
        ("Doña Elvira", "Elvira"),
        ("General Motors", "General Motors"),
        ("Ostrea", "Ostrea"),
        ("pell", "pell"),
    ],
)
def test_a_name_is_given_in_full_where_one_person_bears_it(said, who):
    holder = full(Mention(canonical=said), people(map(entity, KNOWN)), {})
    assert isinstance(holder, Mention)
    assert holder.canonical == who


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Health Bridge", "Health Bridge International"),
        ("Delta Office", "Delta Office for Health"),
        ("Delta", "Delta"),
        ("Orlo", "Orlo"),
        ("Harbour", "Harbour"),
        ("Delta Office for", "Delta Office for"),
        ("Vell Motors", "Vell Motors"),
        ("Brenn University", "Brenn University"),
    ],
)
def test_a_body_is_given_in_full_where_one_is_called_so_for_short(said, who):
    names = ["Health Bridge International", "Delta Office for Health", "Orlo Court"]
    names += ["Vell Motors Workers Union", "Brenn University Press"]
    every = [_named(name, "ORG") for name in (*names, "Harbour Bank", "Harbour Trust")]
    holder = full(Mention(canonical=said), {}, bodies([*every, *map(_place, ("Orlo", "Delta"))]))
    assert isinstance(holder, Mention)
    assert holder.canonical == who


def _named(name: str, label: str) -> Entity:
    return Entity(label=label, canonical=name, start=0, end=len(name), text=name, by="test")


def _place(name: str) -> Entity:
    return _named(name, "GPE")


def test_the_author_has_no_other_name():
    assert full("author", people(map(entity, KNOWN)), {}) == "author"


def test_titles_and_letters_are_no_part_of_a_name():
    assert bare("Prof. Anja Kolde, QC") == "Anja Kolde"
    assert bare("Minister") == "Minister"
