"""What is counted in sorted lists is what comparing every figure with every other one tells."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotate.figures import clashes
from annotate.figures.bounds import bounds
from annotate.figures.figure import Figure
from annotate.figures.times import may_meet, time_of
from tests.figures.made import figure

TIMES = st.sampled_from([
    {}, {"as_of": "2012"}, {"as_of": "2012-05"}, {"as_of": "2011-11/2012-02"}, {"as_of": "2009"},
    {"as_of": "2012-05-17"}, {"as_of": "XXXX-04"}, {"as_of": "XXXX-04", "year": 2012},
    {"published": "2010-12-31"}, {"published": "2012-05"}, {"published": "2014"}, {"year": 2012},
    {"as_of": "2014/2011"},
])  # fmt: skip
SIZES = st.integers(0, 12).map(float)
BOUNDS = st.one_of(
    st.builds(lambda low: {"low": low}, SIZES),
    st.builds(lambda high: {"high": high}, SIZES),
    st.builds(lambda one, other: {"low": min(one, other), "high": max(one, other)}, SIZES, SIZES),
    st.builds(lambda value, approx: {"value": value, "approx": approx}, SIZES, st.booleans()),
)
VOICES = st.fixed_dictionaries(
    {"document": st.sampled_from("abc"), "said_by": st.sampled_from([None, "A", "B"])}
)
FIGURES = st.lists(st.builds(lambda *each: each[0] | each[1] | each[2], TIMES, BOUNDS, VOICES),
                   max_size=40)  # fmt: skip


def made(values: list[dict[str, Any]]) -> list[Figure]:
    return [figure(id=f"n{n}", **each) for n, each in enumerate(values)]


def overlap(one: Figure, other: Figure) -> bool:
    (low, high), (other_low, other_high) = bounds(one), bounds(other)
    return low <= other_high and other_low <= high


def contradict(one: Figure, other: Figure) -> bool:
    if (one.document, one.said_by) == (other.document, other.said_by):
        return False
    return may_meet(time_of(one), time_of(other)) and not overlap(one, other)


@given(FIGURES)
def test_each_figure_knows_how_many_others_it_contradicts(values: list[dict[str, Any]]) -> None:
    figures = made(values)
    expected = {
        one.id: count
        for one in figures
        if (count := sum(contradict(one, other) for other in figures))
    }
    assert clashes.against(figures) == expected


@given(FIGURES)
def test_figures_that_differ_may_be_of_different_times(values: list[dict[str, Any]]) -> None:
    figures = made(values)
    expected = any(
        not overlap(one, other) and not may_meet(time_of(one), time_of(other))
        for one in figures
        for other in figures
    )
    assert clashes.are_of_times([clashes.claim(each) for each in figures]) is expected
