"""Figures of a Markdown table, by its head and its years."""

import pytest

from annotate import pipeline
from annotate.model import Number

BY_YEAR = """Arrivals in Selmia:

| Year | Arrivals | Unemployment |
| --- | --- | --- |
| 2019 | 12,400 | 7.1 % |
| 2020 | 8,300 | 9.4 % |

Then 40 left.
"""

BY_PLACE = """| Town | 2019 | 2020 |
|------|-----:|-----:|
| Selm | 410 | 390 |
"""


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Each figure of a text that is no date, with what it counts and when."""
    tagged = pipeline.tag(pipeline.read(text, id="t", form="markdown"), layers=("number",))
    numbers = (span for span in tagged.spans if isinstance(span, Number))
    return [(each.text, each.counted, each.as_of) for each in numbers if each.label != "date"]


def test_a_figure_is_of_its_column_and_of_the_year_of_its_row() -> None:
    assert told(BY_YEAR) == [
        ("12,400", "Arrivals", "2019"),
        ("7.1 %", "Unemployment", "2019"),
        ("8,300", "Arrivals", "2020"),
        ("9.4 %", "Unemployment", "2020"),
        ("40", None, None),
    ]


def test_a_figure_is_of_the_year_of_its_column() -> None:
    assert [(words, day) for words, _, day in told(BY_PLACE)] == [("410", "2019"), ("390", "2020")]


def test_a_line_between_bars_without_a_rule_is_no_table() -> None:
    assert told("| Year | Boats |\n\n| 2019 | 12 |")[0][1:] == (None, None)


def test_a_row_without_cells_is_passed_over() -> None:
    assert told("| Boats |\n|---|\n||\n| 12 |\n") == [("12", "Boats", None)]


def test_the_head_of_a_column_counts_more_than_what_stands_above_a_table() -> None:
    above = "On average 8.2 people share a boat."
    assert told(f"{above}\n\n| Boats |\n|---|\n| 12 |\n")[-1][:2] == ("12", "Boats")


@pytest.mark.parametrize(
    ("head", "value", "unit", "counted"),
    [
        ("Cost (million dollars)", 1_600_000, "USD", None),
        ("Cost (€ bn)", 1_600_000_000, "EUR", None),
        ("Cost (USD)", 1.6, "USD", None),
        ("Arrivals (thousands)", 1_600, None, "Arrivals"),
        ("Unemployed (in %)", 1.6, "%", "Unemployed"),
        ("Boats (of the League)", 1.6, None, "Boats"),
        ("Boats", 1.6, None, "Boats"),
    ],
)
def test_figures_are_told_in_what_the_head_of_their_column_says(
    head: str, value: float, unit: str | None, counted: str | None
) -> None:
    tagged = pipeline.tag(
        pipeline.read(f"| {head} |\n|---|\n| 1.6 |\n", id="t", form="markdown"), layers=("number",)
    )
    *_, found = (each for each in tagged.spans if isinstance(each, Number))
    assert (found.value, found.unit, found.counted) == (value, unit, counted)
