"""Which figures contradict each other: by bounds, by time, by voice."""

from typing import Any

import pytest

from annotate.figures.bounds import bounds
from annotate.figures.clashes import against
from annotate.figures.figure import Figure
from tests.figures.made import figure


def contradict(one: Figure, other: Figure) -> bool:
    return len(against([one, other])) == 2


CONTRADICTIONS = [
    ({"low": 4000, "high": 9000}, {"value": 120_000, "high": 120_000}, True),
    ({"low": 4000, "high": 9000}, {"value": 8000}, False),
    ({"low": 21_000}, {"value": 23_000, "low": 23_000}, False),
    ({"value": 5000, "approx": True}, {"value": 5200}, False),
    ({"value": 5000}, {"value": 5200}, True),
    ({"high": 1000}, {"low": 2000}, True),
]


@pytest.mark.parametrize(("one", "other", "expected"), CONTRADICTIONS)
def test_figures_contradict_when_their_bounds_share_nothing(
    one: dict[str, Any], other: dict[str, Any], expected: bool
) -> None:
    first, second = figure(document="a", id="n-1", **one), figure(document="b", id="n-2", **other)
    assert contradict(first, second) is expected
    assert contradict(second, first) is expected


TIMES = [
    ({"as_of": "2006"}, {"as_of": "2011"}, False),
    ({"as_of": "2012-01/2012-04"}, {"as_of": "2012"}, True),
    ({"as_of": "2012-01/2012-04"}, {"as_of": "2012-06"}, False),
    ({"published": "2012-12-20"}, {"published": "2013-01-04"}, True),
    ({"published": "2006-05"}, {"published": "2012"}, False),
    ({"as_of": "2006"}, {"published": "2012"}, False),
    ({"as_of": "2012"}, {"published": "2012-03-01"}, True),
    ({"as_of": "2012"}, {}, False),
    ({}, {}, True),
    ({}, {"published": "2012"}, False),
    ({"as_of": "XXXX-04-17"}, {"as_of": "2012"}, False),
    ({"as_of": "XXXX-04-17", "year": 2011}, {"as_of": "2011"}, True),
    ({"as_of": "XXXX-04-17"}, {}, False),
]


@pytest.mark.parametrize(("one", "other", "expected"), TIMES)
def test_growth_over_time_is_no_contradiction(
    one: dict[str, Any], other: dict[str, Any], expected: bool
) -> None:
    first, second = (
        figure(document="a", id="n-1", value=9000, **one),
        figure(document="b", id="n-2", value=21_000, **other),
    )
    assert contradict(first, second) is expected
    assert contradict(second, first) is expected


def test_one_voice_does_not_contradict_itself() -> None:
    one, other = figure(value=3, id="n-1", said_by="A"), figure(value=5, id="n-2", said_by="A")
    assert not contradict(one, other)


def test_what_is_compared_has_one_unit() -> None:
    assert bounds(figure(label="fraction", value=0.25)) == (25, 25)
    assert bounds(figure(label="measure", value=5, unit="kilometre")) == (5000, 5000)
    assert bounds(figure(label="money", value=5, unit="USD")) == (5, 5)
