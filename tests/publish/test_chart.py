"""The geometry of a picture: where marks and bars stand."""

from itertools import combinations
from typing import Any

import pytest

from annotate.figures import ledger
from annotate.publish.chart import GAP, HEIGHT, NAMED, WIDTH, Chart, chart
from annotate.publish.macros import written
from tests.figures.made import figure


def drawn(*stated: dict[str, Any]) -> Chart | None:
    """The picture of figures that are all of one quantity."""
    made = [
        figure(
            "Some 5 Dorvanians hide in Ostrea.", "5",
            id=f"n-{n}", document=f"d{n}", places=["Ostrea"], **each,
        )
        for n, each in enumerate(stated)
    ]  # fmt: skip
    (entry,) = ledger(made)
    return chart(entry)


def picture(*stated: dict[str, Any]) -> Chart:
    found = drawn(*stated)
    assert found
    return found


def test_bars_go_from_the_least_to_the_most() -> None:
    found = picture({"low": 40, "high": 90, "as_of": "2012"}, {"value": 60, "as_of": "2013"})
    span, point = found.marks
    assert span.high < span.y < span.low
    assert point.low == point.y == point.high
    assert span.high < point.y < span.low


def test_an_open_side_has_an_arrow() -> None:
    found = picture({"low": 40, "as_of": "2012"}, {"high": 60, "as_of": "2013"})
    assert [(each.is_open_below, each.is_open_above) for each in found.marks] == [
        (False, True),
        (True, False),
    ]


def test_later_figures_stand_further_right() -> None:
    found = picture(*({"value": 5, "as_of": at} for at in ("2012", "2012-11", "2013-02", "2015")))
    places = [each.x for each in found.marks]
    assert places == sorted(places)
    assert places[3] - places[2] > places[1] - places[0]


def test_no_mark_hides_another() -> None:
    found = picture(*({"value": 5 + n // 2, "as_of": "2012"} for n in range(30)))
    for one, other in combinations(found.marks, 2):
        beside = abs(one.x - other.x) > GAP / 2
        assert beside or abs(one.y - other.y) >= GAP
    assert all(0 < each.x < WIDTH for each in found.marks)


def test_a_mark_leaves_its_time_for_those_of_its_height_alone() -> None:
    years = ({"value": 1, "as_of": "1970"}, {"value": 1, "as_of": "2020"})
    found = picture(*({"value": 4**n, "as_of": "2012"} for n in range(9)), *years)
    assert len({each.x for each in found.marks if each.line.time.words == "2012"}) == 1
    found = picture(*({"value": 5, "as_of": "2012"} for _ in range(3)), *years)
    left, middle, right = sorted(each.x for each in found.marks if each.line.figure.value == 5)
    assert middle - left == right - middle


@pytest.mark.parametrize(
    ("values", "tenfold"), [((5, 40), False), ((5, 4000), True), ((0, 9), False)]
)
def test_figures_far_apart_stand_on_a_scale_of_tenfolds(
    values: tuple[int, int], tenfold: bool
) -> None:
    found = picture(*({"value": value, "as_of": "2012"} for value in values))
    assert found.is_tenfold is tenfold
    assert all(0 <= each.y <= HEIGHT for each in found.marks)
    assert 2 <= len(found.values) <= 12


def test_one_figure_or_undated_ones_make_no_picture() -> None:
    assert drawn({"value": 5, "as_of": "2012"}) is None
    assert drawn({"value": 5}, {"value": 6}) is None


def test_a_long_list_of_figures_is_not_read_out_whole() -> None:
    found = picture(*({"value": 5, "as_of": f"20{n}"} for n in range(10, 40)))
    assert "and 18 more" in found.description
    assert len(found.years) <= 12


def test_sources_have_signs_of_their_own_until_the_rest_share_one() -> None:
    found = picture(*({"value": n, "as_of": "2012", "said_by": f"Body {n}"} for n in range(30)))
    assert [n for n, _ in found.sources] == list(range(NAMED))
    assert sorted({each.sign for each in found.marks}) == list(range(NAMED + 1))
    drawn = [str(written("chart").sign(n)) for n in range(NAMED + 1)]
    assert len(set(drawn)) == NAMED + 1
    assert found.unnamed == 30 - NAMED
