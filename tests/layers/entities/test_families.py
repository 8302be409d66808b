"""Whom a bare surname means that two people of a text share."""

import pytest

from annotate.layers.entities.families import meant

BOTH = {"Anja Kolde", "Oskar Kolde"}


@pytest.mark.parametrize(
    ("told", "who"),
    [
        (["Anja Kolde", "Kolde", "Oskar Kolde", "Kolde"], "Anja Kolde"),
        (["Anja Kolde", "Kolde", "Oskar Kolde", "Oskar Kolde"], "Anja Kolde"),
        (["Anja Kolde", "Oskar Kolde", "Kolde"], None),
        (["Anja Kolde", "Kolde", "Oskar Kolde", "Anja Kolde"], None),
        (["Kolde", "Anja Kolde", "Oskar Kolde"], None),
        (["Anja Kolde", "Oskar Kolde"], None),
    ],
)
def test_who_goes_on_by_the_surname_was_named_alone_and_then_no_more(
    told: list[str], who: str | None
) -> None:
    assert meant("Kolde", BOTH, told) == who
