"""The ledger: which figures are of one quantity, and which contradict each other."""

from typing import Any

import pytest

from annotate.figures import contradict, ledger, singular, stated
from annotate.store.figures import Figure


def figure(counted: str | None = "Dorvanians", **values: Any) -> Figure:
    known: dict[str, Any] = dict.fromkeys(Figure.__dataclass_fields__)
    known |= {"id": "n-x", "document": "a", "version": 1, "start": 0, "end": 1, "text": "x"}
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


STATED = [
    ({"value": 33}, "33"),
    ({"low": 21_000}, "≥ 21,000"),
    ({"high": 1_000_000}, "≤ 1,000,000"),
    ({"low": 30_000, "high": 50_000, "approx": True}, "≈ 30,000–50,000"),
    ({"value": 300_000, "high": 300_000}, "≲ 300,000"),
    ({"value": 23_000, "low": 23_000}, "≳ 23,000"),
    ({"value": 70, "unit": "%", "approx": True}, "≈ 70 %"),
    ({}, "?"),
]


@pytest.mark.parametrize(("values", "signs"), STATED)
def test_bounds_are_shown_as_signs(values: dict[str, Any], signs: str) -> None:
    assert stated(figure(**values)) == signs


def test_contested_quantities_come_first() -> None:
    entries = ledger(
        [
            figure("boats", value=3),
            figure("Dorvanian refugees", value=4000, id="n-1"),
            figure("Dorvanian refugee", value=9000, id="n-2"),
            figure(None, value=1),
        ]
    )
    assert [(each.counted, len(each.figures), each.contested) for each in entries] == [
        ("Dorvanian refugees", 2, True),
        ("boats", 1, False),
    ]


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
