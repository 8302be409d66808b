"""What Datasette is told about a corpus."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from datasette.app import Datasette
from datasette.version import __version__

from annotate.model import Number
from annotate.publish import configuration, prepare_connection, server
from annotate.store import database
from annotate.store.descriptions import TABLES
from tests.conftest import ROOT
from tests.publish.articles import ferries
from tests.publish.conftest import build, started
from tests.publish.pages import apart, first, parsed

SOURCE = configuration.source()
CORPUS = SOURCE["databases"]["corpus"]


def columns() -> dict[str, set[str]]:
    """The tables of an empty database with their columns, those of the index apart."""
    with closing(database.open_for_writing(":memory:")) as conn:
        names = [
            name
            for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("segments_fts_", "sqlite_"))
        ]
        return {
            name: {row[1] for row in conn.execute(f"PRAGMA table_info({name})")} for name in names
        }


def test_every_table_and_column_is_described_and_no_other() -> None:
    told = {name: set(table["columns"]) for name, table in CORPUS["tables"].items()}
    assert told == columns()


def test_tables_and_columns_are_described_as_in_the_schema() -> None:
    told = {
        name: (table["description"], table["columns"]) for name, table in CORPUS["tables"].items()
    }
    assert told == {
        name: (words.replace("`", ""), {key: each.replace("`", "") for key, each in more.items()})
        for name, (words, more) in TABLES.items()
    }


def test_what_tables_are_sorted_labelled_and_faceted_by_is_there() -> None:
    for name, table in CORPUS["tables"].items():
        named = {table[key] for key in ("sort", "sort_desc", "label_column") if key in table}
        assert named | set(table.get("facets", [])) <= columns()[name], name


def test_any_reader_of_yaml_reads_the_source_alike() -> None:
    assert yaml.safe_load((ROOT / "metadata.yml").read_text(encoding="utf-8")) == SOURCE


def test_the_current_version_gets_one_file() -> None:
    metadata, config = configuration.for_version("0.65.5", SOURCE, database="mine")
    assert list(config) == ["settings"]
    assert list(metadata["databases"]) == ["mine"]
    assert "facets" in metadata["databases"]["mine"]["tables"]["numbers"]
    assert "settings" not in metadata


def test_the_coming_version_gets_descriptions_and_configuration_apart() -> None:
    metadata, config = configuration.for_version("1.0a41", SOURCE)
    told, shaped = metadata["databases"]["corpus"], config["databases"]["corpus"]
    assert set(told) == {"description", "tables"}
    assert set(shaped) == {"queries", "tables"}
    for name, table in CORPUS["tables"].items():
        assert set(told["tables"][name]) == {"description", "columns"}
        assert told["tables"][name] | shaped["tables"][name] == table
    assert config["settings"] == SOURCE["settings"]


def test_the_source_is_left_as_it_was() -> None:
    before = repr(SOURCE)
    configuration.for_version("1.0", SOURCE, database="x")
    assert repr(SOURCE) == before


def test_datasette_knows_every_setting() -> None:
    known = Datasette([], memory=True)._settings
    assert set(SOURCE["settings"]) <= set(known)
    for name, value in SOURCE["settings"].items():
        assert type(value) is type(known[name]), name


async def test_the_settings_are_in_force(served: Any) -> None:
    for name, value in SOURCE["settings"].items():
        assert served.setting(name) == value


async def test_readers_see_descriptions_and_facets(served: Any) -> None:
    tree = parsed((await served.client.get("/corpus/numbers")).text)
    assert "Upper bound, inclusive." in apart(tree)
    assert "said_by" in apart(first(tree, "//*[contains(@class, 'facet-results')]"))


@pytest.mark.parametrize("name", sorted(CORPUS["queries"]))
async def test_each_question_has_a_title_and_an_answer(served: Any, name: str) -> None:
    query = CORPUS["queries"][name]
    assert query["title"]
    assert query["description"]
    words = {"topic": "", "source": "", "counted": "", "words": "漂民"}
    asked = "&".join(f"{key}={quote(value)}" for key, value in words.items())
    answer = await served.client.get(f"/corpus/{name}.json?_shape=array&{asked}")
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found or name == "contested_figures"
    page = parsed((await served.client.get(f"/corpus/{name}?{asked}")).text)
    assert query["title"] in apart(first(page, "//h1"))


async def test_a_question_without_words_has_an_empty_answer(served: Any) -> None:
    for words in ("", '"', "(("):
        answer = await served.client.get(
            f"/corpus/passages_with.json?_shape=array&words={quote(words)}"
        )
        assert (answer.status_code, answer.json()) == (200, [])


async def test_answers_lead_to_the_article(served: Any) -> None:
    page = parsed((await served.client.get("/corpus/who_says_what?topic=ferries")).text)
    stance = next(span for span in ferries().spans if span.layer == "stance")
    assert first(page, f"//td/a[@href='/-/article/{quote(ferries().id)}#{stance.id}']") is not None


async def test_figures_that_differ_are_found(tmp_path: Path) -> None:
    one = ferries("one")
    figure = next(span for span in one.spans if isinstance(span, Number))
    other = replace(figure, id="", value=4000.0, high=None, said_by="scholars")
    two = replace(ferries("two"), spans=(other,))
    served = await started(server.application(build(tmp_path / "corpus.db", [one, two])))
    asked = "/corpus/contested_figures.json?_shape=array&counted=refugees"
    answer = await served.client.get(asked)
    assert [(row["value"], row["said_by"]) for row in answer.json()] == [
        (4000.0, "scholars"),
        (9000.0, "Delta Rights Watch"),
    ]


async def test_plain_datasette_reads_the_source_too(built: Path) -> None:
    source = yaml.safe_load((ROOT / "metadata.yml").read_text(encoding="utf-8"))
    if not __version__.startswith("0."):
        pytest.skip("Datasette 1.0 takes queries from its configuration alone")
    served = await started(Datasette([str(built)], metadata=source))
    assert (await served.client.get("/corpus/words_for_people")).status_code == 200


def test_a_stranger_database_has_no_search_function(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.db")) as conn:
        prepare_connection(conn)
        with pytest.raises(sqlite3.OperationalError, match="no such function"):
            conn.execute("SELECT words_sought('x')")


async def test_a_page_of_a_table_tells_its_columns_though_datasette_was_not_told(
    tmp_path: Path,
) -> None:
    served = await started(server.application(build(tmp_path / "corpus.db", [ferries()])))
    answer = await served.client.get("/corpus/entities")
    assert TABLES["entities"][1]["canonical"].replace("`", "") in answer.text
    assert "What found it: a rule" in answer.text
