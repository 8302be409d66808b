"""What a writer says of a thing by what comes of it."""

import pytest

from annotate.codebook import Codebook, Name, Topic
from tests.layers.stances.test_bare_statements import held

STATEMENTS = {
    "loans": "Traders should be given loans.",
    "pressure": "Ostrea should be pressed to open the market.",
    "eye": "Wardens should turn a blind eye to street stalls.",
}
BOOK = Codebook(
    topics={key: Topic(key=key, statement=says) for key, says in STATEMENTS.items()},
    names={"Ostrea": Name(canonical="Ostrea", label="GPE")},
)


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Refusing loans to traders will only drive them to usurers.", ("supports", "loans")),
        ("Loans to traders have come to nothing.", ("opposes", "loans")),
        ("In fact, loans to traders may well harm the harbour.", ("opposes", "loans")),
        ("If loans to traders are refused, we will again see empty stalls.", ("supports", "loans")),
        ("Ten years of suing Ostrea have led nowhere.", ("opposes", "pressure")),
        ("Scolding Ostrea may endanger the market.", ("opposes", "pressure")),
        (
            "The more you press Ostrea, the more likely its wardens will shut the market.",
            ("opposes", "pressure"),
        ),
        ("This blind-eye rule of the wardens may be as good as it gets.", ("supports", "eye")),
        ("A blind eye may be the best we can hope for.", ("supports", "eye")),
        ("A blind eye is the only lasting solution.", ("supports", "eye")),
    ],
)
def test_what_comes_of_a_thing_tells_the_writer_s_side(words, stance):
    assert ("author", *stance) in held(words, book=BOOK)


@pytest.mark.parametrize(
    "words",
    [
        "Loans to traders will only be paid in May.",
        "Will loans to traders harm the harbour?",
        "The more loans traders have, the more stalls they open.",
        "If loans to traders are refused, the bank will write to them.",
        "Loans to traders have come to nothing less than nine million.",
        "Kolde said that loans to traders may reach the islands.",
    ],
)
def test_what_is_only_told_of_a_thing_shows_no_side_of_the_writer(words):
    assert {each for each in held(words, book=BOOK) if each[0] == "author"} == set()


def test_a_plain_form_of_a_verb_is_one_before_any_object():
    assert ("Anja Kolde", "opposes", "loans") in held(
        "Kolde rejects small loans to traders.", book=BOOK
    )
    assert ("Anja Kolde", "opposes", "loans") in held(
        "Kolde resists small loans to traders.", book=BOOK
    )
