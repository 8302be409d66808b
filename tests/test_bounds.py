"""Bounds as signs."""

from typing import Any

import pytest

from annotate.bounds import stated
from annotate.model import Number

STATED = [
    ({"value": 33}, "33"),
    ({"low": 21_000}, "≥ 21,000"),
    ({"high": 1_000_000}, "≤ 1,000,000"),
    ({"low": 30_000, "high": 50_000, "approx": True}, "≈ 30,000–50,000"),
    ({"value": 300_000, "high": 300_000}, "≤ 300,000"),
    ({"value": 23_000, "low": 23_000}, "≥ 23,000"),
    ({"label": "percent", "value": 70, "unit": "%", "approx": True}, "≈ 70%"),
    ({"label": "money", "value": 3.2e6, "unit": "USD"}, "USD 3,200,000"),
    ({"label": "money", "value": 4900, "unit": "shell", "approx": True}, "≈ 4,900 shell"),
    ({"label": "date", "low": "2012-01", "high": "2012-04"}, "2012-01–2012-04"),
    ({"label": "fraction", "value": 1 / 3}, "33.3%"),
    ({"label": "fraction", "high": 0.5}, "≤ 50%"),
    ({"label": "age", "value": 71, "unit": "year"}, "71 years"),
    ({"label": "duration", "value": 1, "unit": "day"}, "1 day"),
    ({"label": "duration", "low": 2, "high": 3, "unit": "century"}, "2–3 centuries"),
    ({}, "some words"),
]


@pytest.mark.parametrize(("values", "signs"), STATED)
def test_bounds_are_shown_as_signs(values: dict[str, Any], signs: str) -> None:
    known = {"label": "count", "start": 0, "end": 11, "text": "some\nwords", "by": "x"}
    assert stated(Number(**(known | values))) == signs
