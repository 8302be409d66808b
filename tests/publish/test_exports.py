"""Results taken along."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from annotate import records
from annotate.publish import exporting, server
from tests.publish.articles import EVIL, ferries, hostile
from tests.publish.conftest import build, started
from tests.publish.pages import first, parsed

ASKED = "holder=Tomas+Verrin&topic=ferries"


async def taken(served: Any, form: str, asked: str = ASKED) -> str:
    answer = await served.client.get(f"/-/export/{form}?{asked}")
    assert answer.status_code == 200, answer.text[:500]
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    return str(answer.text)


async def test_every_form_is_offered_beside_the_result(served: Any) -> None:
    tree = parsed((await served.client.get(f"/-/find?{ASKED}")).text)
    for form in ("csv", "json-lines", "markdown", "csl-json", "ris", "biblatex"):
        assert first(tree, f"//a[@href='/-/export/{form}?{ASKED}']") is not None


async def test_csv_has_a_row_for_each_finding(served: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(await taken(served, "csv"))))
    assert len(rows) == 1
    (row,) = rows
    assert (row["paragraph"], row["holder"], row["target"]) == ("2", "Tomas Verrin", "ferries")
    assert (row["finding_label"], row["act"], row["via"]) == ("opposes", "urges", "Anja Kolde")
    assert row["finding_start"] == str(ferries().spans[-2].start)


async def test_csv_of_words_alone_has_a_row_for_each_sentence(served: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(await taken(served, "csv", "q=ferries"))))
    assert len(rows) == 3
    assert {row["finding_id"] for row in rows} == {""}


async def test_csv_has_the_item_that_the_codebook_gives_a_name(tmp_path: Path) -> None:
    names = "  Delta Rights Watch: {label: ORG, wikidata: Q101}\n"
    served = await started(server.application(build(tmp_path / "corpus.db", [ferries()], names)))
    rows = csv.DictReader(io.StringIO(await taken(served, "csv", "layer=entity")))
    found = {row["canonical"]: row["wikidata"] for row in rows if row["canonical"]}
    assert found["Delta Rights Watch"] == "Q101"
    assert found["Tomas Verrin"] == ""


@pytest.mark.parametrize(
    "value", ["=1+1", "+49 30", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "  =1", "\r\n=1", "＝1"]
)
def test_no_text_is_a_formula(value: str) -> None:
    assert exporting.safe(value) == f"'{value}"
    assert next(csv.reader(io.StringIO(exporting.csv_line([value]), newline=""))) == [f"'{value}"]


@pytest.mark.parametrize("value", ["one - two", "", "“=1”", -5, -0.5, None])
def test_other_cells_stay_as_they_are(value: Any) -> None:
    assert exporting.safe(value) == value


async def test_json_lines_are_the_contracts(served: Any) -> None:
    (line,) = (await taken(served, "json-lines")).splitlines()
    document = records.from_record(json.loads(line))
    assert document.text == ferries().text
    assert [span.layer for span in document.spans if span.layer != "sentence"] == ["stance"]
    assert document.spans[-1] == ferries().spans[-2]


async def test_works_come_once_each(served: Any) -> None:
    (work,) = json.loads(await taken(served, "csl-json", "layer=entity"))
    assert work["title"] == "The night ferries of Brenn"
    assert (await taken(served, "ris", "layer=entity")).count("TY  - ") == 1
    assert (await taken(served, "biblatex", "layer=entity")).startswith("@")


async def test_markdown_quotes_and_cites(served: Any) -> None:
    made = await taken(served, "markdown", "source=Tomas+Verrin")
    assert made.startswith("> “")
    assert "must be stopped" in made
    assert "Kolde, 2013, para\\. 2" in made or "Kolde, 2013, para. 2" in made


async def test_an_empty_result_is_an_empty_file(served: Any) -> None:
    assert len((await taken(served, "csv", "name=nobody")).splitlines()) == 1
    assert await taken(served, "json-lines", "name=nobody") == ""
    assert json.loads(await taken(served, "csl-json", "name=nobody")) == []


async def test_what_is_hostile_leaves_as_words(tmp_path: Path) -> None:
    served = await started(server.application(build(tmp_path / "corpus.db", [hostile()])))
    rows = list(csv.DictReader(io.StringIO(await taken(served, "csv", "layer=entity"))))
    assert rows[0]["canonical"] == EVIL
    assert EVIL not in await taken(served, "markdown", "layer=entity")
    (line,) = (await taken(served, "json-lines", "layer=entity")).splitlines()
    assert json.loads(line)["meta"]["title"] == EVIL
