"""Answers as text: what a terminal, a spreadsheet and a program get."""

import csv
import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from annotate.answers import written
from annotate.errors import RequestError
from annotate.figures import ledger
from annotate.figures.tables import told
from annotate.store.recommendations import Urging
from annotate.store.said import Statement
from annotate.store.speakers import Speaker
from tests.figures.made import figure


def urging(addressee: str | None) -> Urging:
    return Urging(
        addressee=addressee,
        topic="ferries",
        act="urges",
        label="opposes",
        own=1,
        first_hand=0,
        second_hand=0,
        comments=2,
        statements=4,
    )


NOBODY = Speaker(
    name=None,
    named=False,
    different=2,
    statements=2,
    articles=1,
    quotes=2,
    stances=0,
    terms=0,
    figures=0,
    own=0,
    first_hand=2,
    second_hand=0,
    comments=0,
    first_day=None,
    last_day=None,
)


def drawn(table: object) -> str:
    """A table as a terminal shows it."""
    console = Console(width=160, record=True, file=io.StringIO())
    console.print(table)
    return console.export_text()


def test_who_says_how_much_fits_a_terminal_of_80_columns() -> None:
    name = "Water Justice Coalition"
    many = replace(NOBODY, name=name, articles=12, stances=8, terms=6, figures=1, own=11)
    (table,) = written([many], "table")
    console = Console(width=80, record=True, file=io.StringIO())
    console.print(table)
    shown = console.export_text()
    assert name in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "quotations" in shown
    assert "figure" in shown


def test_what_somebody_says_is_told_in_few_columns() -> None:
    known = dict.fromkeys(Statement.__dataclass_fields__)
    said = {"layer": "stance", "label": "opposes", "topic": "toll", "words": "No toll!"}
    said |= {"document": "a", "paragraph": 3, "published": "2012", "articles": 2}
    row = Statement(**(known | said | {"voice": "second-hand", "reporter": "police"}))
    (table,) = written([row, replace(row, layer="quote", label="direct")], "table")
    shown = drawn(table)
    for cell in ("stance: opposes toll", "second-hand, via police", "a#p3, and in 1 more"):
        assert cell in shown
    assert "quotation: direct" in shown
    assert "in articles" not in shown


def test_each_figure_of_the_ledger_is_a_row_by_itself() -> None:
    sentence = "Nearly [9,000](#) Dorvanians hide in Ostrea."
    made = figure(sentence, "Nearly [9,000", document="a", high=9000.0, said_by="Kolde")
    hidden = {"a": [(made.start + 7, made.start + 8)]}
    (text,) = written(told(ledger([made]), hidden), "json")
    row = json.loads(str(text))
    assert (row["figure"], row["high"], row["said_by"]) == ("Nearly 9,000", 9000, "Kolde")
    assert (row["quantity"], row["verdict"]) == ("Dorvanians, hiding", "single")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_no_spreadsheet_runs_what_an_article_says(name: str) -> None:
    (text,) = written([urging(name)], "csv")
    (row,) = csv.DictReader(io.StringIO(str(text)))
    assert row["addressee"] == f"'{name}"


def test_a_program_gets_the_words_as_they_are() -> None:
    (line,) = written([urging("=海峡")], "json")
    row = json.loads(str(line))
    assert (row["addressee"], row["comments"], row["with_repetitions"]) == ("=海峡", 2, 4)
    (line,) = written([urging(None)], "json")
    assert json.loads(str(line))["addressee"] is None


def test_no_terminal_is_steered_by_what_an_article_says() -> None:
    (table,) = written([urging("[red]A\x1b[31mB\u202e\nC")], "table")
    console = Console(width=120, record=True, file=io.StringIO())
    console.print(table)
    shown = console.export_text()
    assert "[red]A[31mB C" in shown
    assert "\u202e" not in shown


def test_a_terminal_says_where_the_text_names_nobody() -> None:
    (table,) = written([NOBODY], "table")
    assert "source not stated" in drawn(table)
    (table,) = written([urging(None)], "table")
    assert "not stated" in drawn(table)
    (line,) = written([NOBODY], "json")
    assert json.loads(str(line))["name"] is None


def test_no_rows_are_nothing_and_an_unknown_format_is_refused() -> None:
    for form in ("table", "csv", "json"):
        assert list(written([], form)) == []
    with pytest.raises(RequestError, match="csv, json, table"):
        written([], "xml")
