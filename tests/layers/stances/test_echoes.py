"""Who is said to take the side of another, or not to."""

import pytest

from tests.layers.stances.test_sides import STATEMENTS, held


@pytest.mark.parametrize(
    ("key", "holder", "side", "words"),
    [
        (
            "dam",
            "Orsk Council",
            -1,
            "The Farmers' Union opposes the Sorrel dam, as does the Orsk Council.",
        ),
        (
            "dam",
            "Farmers' Union",
            1,
            "Anja Kolde backs the Sorrel dam. So does the Farmers' Union.",
        ),
        ("dam", "Tomas Verrin", -1, "Anja Kolde supports the Sorrel dam; Tomas Verrin does not."),
        ("exam", "Tomas Verrin", 1, "Anja Kolde has criticised school exams, as has Tomas Verrin."),
        (
            "wages",
            "Farmers' Union",
            1,
            "Anja Kolde wants nurses to be paid more, and so does the Farmers' Union.",
        ),
        (
            "mask",
            "Tomas Verrin",
            1,
            "Anja Kolde believes that masks stop the fever, as does Tomas Verrin.",
        ),
        ("exam", "Farmers' Union", 1, "Like the Farmers' Union, Anja Kolde opposes school exams."),
        ("dam", "author", -1, "Anja Kolde says the Sorrel dam should be built. She is wrong."),
        ("dam", "author", 1, "Anja Kolde says the Sorrel dam should be built. She is right."),
        (
            "dam",
            "author",
            -1,
            "Anja Kolde wants the Sorrel dam to be built. I would not go that far.",
        ),
        ("exam", "author", 1, "“School exams must stay,” said Tomas Verrin. Must they?"),
    ],
)
def test_who_does_as_another_or_answers_takes_a_side_too(key, holder, side, words):
    lead = "The hearing was on Monday. " if holder == "author" else ""
    for statement, turned in zip(STATEMENTS[key], (side, -side), strict=True):
        found = {
            (name.removeprefix("the "), label) for name, label in held(lead + words, statement)
        }
        assert (holder, "supports" if turned > 0 else "opposes") in found, statement


@pytest.mark.parametrize(
    "words",
    [
        "The Sorrel dam was opened in May, as was the Ilva bridge.",
        "Anja Kolde opposes the Sorrel dam, as has been told.",
        "Anja Kolde opposes the Sorrel dam, as is her right.",
        "“I back the Sorrel dam, as does Tomas Verrin, but he does not say so,” wrote Ilse Marant.",
    ],
)
def test_who_is_not_said_to_share_a_side_takes_none(words):
    for statement in STATEMENTS["dam"]:
        names = {name for name, _ in held(words, statement)}
        assert names <= {"Anja Kolde", "Ilse Marant"}, statement
