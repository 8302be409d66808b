"""The ledger: which figures are of one quantity, and which contradict each other."""

from typing import Any

import pytest

from annotate.figures import contradict, ledger, singular
from annotate.store.figures import Figure


def figure(counted: str | None = "Dorvanians", **values: Any) -> Figure:
    known: dict[str, Any] = dict.fromkeys(Figure.__dataclass_fields__)
    known |= {
        "id": "n-x",
        "document": "a" if "said_by" in values else str(values),
        "version": 1,
        "start": 0,
        "end": 1,
        "text": "x",
    }
    return Figure(**(known | {"label": "count", "approx": False, "counted": counted} | values))


CONTRADICTIONS = [
    ({"low": 4000, "high": 9000}, {"value": 120_000, "high": 120_000}, True),
    ({"low": 4000, "high": 9000}, {"value": 8000}, False),
    ({"low": 21_000}, {"value": 23_000, "low": 23_000}, False),
    ({"value": 5000, "approx": True}, {"value": 5200}, False),
    ({"value": 5000}, {"value": 5200}, True),
    ({"high": 1000}, {"low": 2000}, True),
    ({"value": 9000, "as_of": "2006"}, {"value": 21_000, "as_of": "2011"}, False),
    ({"value": 9000, "as_of": "2012-01/2012-04"}, {"value": 21_000, "as_of": "2012"}, True),
]


@pytest.mark.parametrize(("one", "other", "expected"), CONTRADICTIONS)
def test_figures_contradict_when_their_bounds_share_nothing(
    one: dict[str, Any], other: dict[str, Any], expected: bool
) -> None:
    assert contradict(figure(**one), figure(**other)) is expected
    assert contradict(figure(**other), figure(**one)) is expected


def test_one_voice_does_not_contradict_itself() -> None:
    one, other = figure(value=3, said_by="A"), figure(value=5, said_by="A")
    assert not contradict(one, other)


HIDING = figure(
    "Dorvanians", low=4000, high=9000, text="4,000 to 9,000", id="n-1", document="kolde",
    sentence="Anja Kolde says 4,000 to 9,000 Dorvanians are hiding in Ostrea.",
)  # fmt: skip
HIDDEN = figure(
    "squatters", value=120_000, text="120,000", id="n-2", document="drw",
    sentence="Some 120,000 squatters hide in Ostrea, the group says.",
)  # fmt: skip
RETURNED = figure(
    "Dorvanians", value=3900, text="3,900", id="n-3", document="ministry",
    sentence="Ostrea returned 3,900 Dorvanians in 2013.",
)  # fmt: skip


def test_figures_are_of_one_quantity_when_they_share_what_is_said_of_it() -> None:
    entries = ledger([RETURNED, HIDDEN, HIDING], rivals=["squatters"])
    assert [(each.state, each.contested) for each in entries] == [("hide", True), ("", False)]
    assert {each.id for each in entries[0].figures} == {"n-1", "n-2"}


def test_rival_words_count_the_same_persons() -> None:
    assert [each.contested for each in ledger([HIDING, HIDDEN])] == [False, False]


def test_a_figure_of_nothing_is_no_entry() -> None:
    assert ledger([figure(None, value=1)]) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("cities", "city"),
        ("boxes", "box"),
        ("boats", "boat"),
        ("census", "census"),
        ("loss", "loss"),
    ],
)
def test_a_plural_counts_as_its_singular(word: str, expected: str) -> None:
    assert singular(word) == expected
