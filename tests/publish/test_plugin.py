"""The plugin among other databases, other plugins' rules, and without what it does not need."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from datasette.app import Datasette

from annotate.store import database, write
from tests.publish.articles import ferries
from tests.publish.conftest import started
from tests.publish.pages import apart, first, parsed

ID = quote(ferries().id)


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A database of somebody else's with a table that is called like one of ours."""
    path = tmp_path / "foreign.db"
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("CREATE TABLE documents (id TEXT PRIMARY KEY, title TEXT)")
        conn.execute("INSERT INTO documents VALUES ('a', 'Tide tables')")
    return path


async def status(served: Any, address: str) -> int:
    """The status of a page; Datasette 0.65 looks twice for what it does not find."""
    return int((await served.client.get(address, follow_redirects=True)).status_code)


def test_datasette_finds_the_plugin_by_its_entry_point() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "datasette", "plugins"], capture_output=True, text=True, check=True
    )
    (plugin,) = [each for each in json.loads(found.stdout) if each["name"] == "annotate"]
    assert plugin["static"]
    assert plugin["templates"]


def test_a_readers_server_starts_without_language_and_html() -> None:
    code = (
        "import sys, annotate.publish, annotate.publish.server\n"
        "print(sorted({'spacy', 'lxml', 'thinc'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (found.stdout, found.stderr) == ("[]\n", "")


@pytest.mark.parametrize(
    "address",
    ["/-/nowhere", "/-/nowhere/at/all", f"/-/cite/article/{ID}/x1", "/-/export/csv/more/of/it"],
)
async def test_an_address_of_no_page_gets_a_sentence(served: Any, address: str) -> None:
    answer = await served.client.get(address, follow_redirects=True)
    assert answer.status_code == 404
    assert "No page has this address" in answer.text


@pytest.mark.parametrize("ending", ["", ".json"])
async def test_datasettes_own_refusal_stays(
    served: Any, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = await served.client.get(f"/corpus/documents/a/b/c{ending}")
    assert answer.status_code == 404
    assert "No page has this address" not in answer.text
    assert "Traceback" not in capsys.readouterr().out


async def test_other_databases_look_as_without_us(foreign: Path) -> None:
    served = await started(Datasette([str(foreign)]))
    index = await served.client.get("/")
    assert index.status_code == 200
    assert "foreign" in index.text
    assert "content-security-policy" not in index.headers
    table = await served.client.get("/foreign/documents")
    assert "/-/article/" not in table.text
    assert "tables.css" not in table.text
    for address in ("/-/article/a", "/-/search?q=a", "/-/span/a", "/-/cite/article/a/p1"):
        assert (await served.client.get(address)).status_code == 404


async def test_a_corpus_is_found_beside_other_databases(built: Path, foreign: Path) -> None:
    served = await started(Datasette([str(foreign), str(built)]))
    assert "The night ferries" in (await served.client.get("/")).text
    assert (await served.client.get(f"/-/article/{ID}")).status_code == 200


async def test_datasettes_own_pages_of_a_corpus_keep_working(served: Any) -> None:
    for address in (
        "/corpus",
        "/corpus/documents",
        "/corpus/numbers?_facet=label",
        "/corpus/segments?_search=ferries",
        "/corpus/numbers.json",
        "/corpus/quotes.csv",
        "/-/metadata.json" if hasattr(served, "permission_allowed") else "/-/config.json",
        "/-/settings.json",
    ):
        answer = await served.client.get(address)
        assert answer.status_code == 200, address
        assert "default-src 'none'" in answer.headers["content-security-policy"]


async def test_rows_lead_to_the_article(served: Any) -> None:
    (number, *_) = [span.id for span in ferries().spans if span.layer == "number"]
    tree = parsed((await served.client.get("/corpus/numbers")).text)
    assert first(tree, f"//td/a[@href='/-/article/{ID}#{number}']").text == "Nearly 9,000"
    tree = parsed((await served.client.get("/corpus/documents")).text)
    assert first(tree, f"//td/a[@href='/-/article/{ID}']").text == "The night ferries of Brenn"
    tree = parsed((await served.client.get("/corpus/segments")).text)
    assert first(tree, f"//td/a[@href='/-/article/{ID}#s3']").text == "paragraph"


async def test_two_corpora_are_told_apart(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    shutil.copy(built, other)
    served = await started(Datasette([str(built), str(other)]))
    start = parsed((await served.client.get("/?database=other")).text)
    assert first(start, f"//a[@href='/-/article/{ID}?database=other']") is not None
    assert first(start, "//a[@href='/?database=corpus']") is not None
    answer = await served.client.get(f"/-/article/{ID}?database=other")
    assert f"/-/cite/article/{ID}/p1?database=other" in answer.text
    assert await status(served, f"/-/article/{ID}?database=none") == 404


async def test_a_prefix_of_all_addresses_is_kept(built: Path) -> None:
    served = await started(Datasette([str(built)], settings={"base_url": "/mirror/"}))
    start = await served.client.get("/")
    assert f'href="/mirror/-/article/{ID}"' in start.text
    assert 'href="/mirror/-/static-plugins/annotate/annotate.css"' in start.text


@pytest.mark.parametrize("what", ["instance", "database", "table"])
async def test_who_may_not_see_the_corpus_sees_none_of_our_pages(built: Path, what: str) -> None:
    table = {"tables": {"versions": {"allow": {"id": "root"}}}}
    rules: dict[str, Any] = {
        "instance": {"allow": {"id": "root"}},
        "database": {"databases": {"corpus": {"allow": {"id": "root"}}}},
        "table": {"databases": {"corpus": table}},
    }[what]
    key = "metadata" if hasattr(Datasette, "permission_allowed") else "config"
    served = await started(Datasette([str(built)], **{key: rules}))
    for address in (f"/-/article/{ID}", "/-/search?q=ferries", f"/-/cite/article/{ID}/p1"):
        answer = await served.client.get(address, follow_redirects=True)
        assert answer.status_code in (403, 404)
        assert "Dorvanian" not in answer.text
    assert "Vantor Courier" not in (await served.client.get("/")).text


async def test_a_corpus_of_an_older_version_is_left_alone(built: Path) -> None:
    with closing(sqlite3.connect(built)) as conn:
        conn.execute("PRAGMA user_version = 0")
    served = await started(Datasette([str(built)]))
    assert await status(served, f"/-/article/{ID}") == 404


async def test_pages_are_styled(served: Any) -> None:
    tree = parsed((await served.client.get("/")).text)
    sheets = tree.xpath("//link[@rel='stylesheet']/@href")
    assert sheets
    for sheet in sheets:
        answer = await served.client.get(sheet)
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/css")


async def test_an_article_changes_on_the_page_with_the_database(built: Path) -> None:
    served = await started(Datasette([str(built)]))
    assert (await served.client.get("/-/article/new")).status_code == 404
    with closing(database.open_for_writing(built)) as conn:
        write.save(conn, ferries("new"))
    answer = await served.client.get("/-/article/new")
    assert answer.status_code == 200
    assert "new" in apart(first(parsed(answer.text), "//details[@class='source']"))
