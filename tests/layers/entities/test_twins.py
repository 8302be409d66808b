"""Two names that nothing but a space sets apart, and long names that are one."""

import pytest

from annotate.layers.entities import twins


def parts(name: str, kind: str) -> list[str]:
    """The names that a name is made of."""
    told = {"PERSON": twins.persons, "GPE": twins.places, "ORG": twins.bodies}
    gap = told[kind](name)
    return [name[: gap[0]], name[gap[1] :]] if gap else [name]


@pytest.mark.parametrize(
    ("name", "kind", "names"),
    [
        ("Anna Verrin Thomas Kolde", "PERSON", ["Anna Verrin", "Thomas Kolde"]),
        ("Anna Verrin Thomas John", "PERSON", ["Anna Verrin", "Thomas John"]),
        ("Juan Carlos Verrin Kolde", "PERSON", ["Juan Carlos Verrin Kolde"]),
        ("Nguyen Thi Thuy Lan", "PERSON", ["Nguyen Thi Thuy Lan"]),
        ("Anna Verrin", "PERSON", ["Anna Verrin"]),
        ("fresno california", "GPE", ["fresno", "california"]),
        ("Fresno Ca", "GPE", ["Fresno", "Ca"]),
        ("Lagos Nigeria", "GPE", ["Lagos", "Nigeria"]),
        ("South Africa", "GPE", ["South Africa"]),
        ("New South Wales", "GPE", ["New South Wales"]),
        ("Kansas City", "GPE", ["Kansas City"]),
        ("Selm Post-ABC News", "ORG", ["Selm Post", "ABC News"]),
        ("CBS-YouGov", "ORG", ["CBS-YouGov"]),
        ("Selm-ABC News", "ORG", ["Selm-ABC News"]),
    ],
)
def test_two_names_are_told_from_a_long_one(name: str, kind: str, names: list[str]) -> None:
    assert parts(name, kind) == names
