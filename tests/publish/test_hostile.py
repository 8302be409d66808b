"""What an article says never runs: words from the web come out as words."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from annotate.publish import server
from tests.publish.articles import EVIL, hostile
from tests.publish.conftest import build, started
from tests.publish.pages import faults, first, parsed

ID = quote(hostile().id)
SPAN = hostile().spans[0].id
PAGES = [
    "/",
    f"/-/article/{ID}",
    f"/-/article/{ID}?layers={quote(EVIL)}",
    f"/-/cite/article/{ID}/p1",
    f"/-/cite/article/{ID}/s1",
    f"/-/cite/span/{SPAN}",
    "/-/search?q=alert",
    f"/-/search?q={quote(EVIL)}",
    f"/-/search?q=x&document={quote(EVIL)}&page={quote(EVIL)}",
    f"/-/article/{quote(EVIL, safe='')}",
    f"/-/quote/{ID}",
    f"/-/quote/{ID}/0-20",
    f"/-/quote/{ID}/0-20?text={quote(EVIL)}",
    f"/-/quote/{ID}/0-20?style={quote(EVIL)}",
    f"/-/quote/{ID}/9-3",
    f"/-/quote/{ID}?words={quote(EVIL)}no",
    "/-/export/no-such-form",
    "/-/figures?show=all",
    "/-/figures?show=sums",
    f"/-/figures?show={quote(EVIL)}&about={quote(EVIL)}&page={quote(EVIL)}",
    "/-/find",
    "/-/find?layer=entity&layer=number&layer=quote&hand=second",
    f"/-/find?q=alert&layer=stance&layer=term&holder={quote(EVIL)}&topic={quote(EVIL)}",
    f"/-/find?q={quote(EVIL)}&all=name&page={quote(EVIL)}&outlet={quote(EVIL)}",
]


@pytest.fixture
async def attacked(tmp_path: Path) -> Any:
    return await started(server.application(build(tmp_path / "corpus.db", [hostile()])))


@pytest.mark.parametrize("address", PAGES)
async def test_nothing_hostile_runs(attacked: Any, address: str) -> None:
    answer = await attacked.client.get(address)
    assert answer.status_code in (200, 404)
    assert faults(answer.text) == []
    assert "7006652" not in parsed(answer.text).text_content()
    for link in parsed(answer.text).xpath("//@href | //@src | //@action"):
        assert link.startswith(("/", "#")), link


@pytest.mark.parametrize("address", PAGES)
async def test_every_page_runs_our_files_alone_and_sets_no_cookie(
    attacked: Any, address: str
) -> None:
    answer = await attacked.client.get(address)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in answer.headers


async def test_the_words_themselves_are_all_there(attacked: Any) -> None:
    answer = await attacked.client.get(f"/-/article/{ID}")
    assert "<script>alert(1)</script>" in first(parsed(answer.text), "//h1").text_content()


async def test_an_address_that_would_run_is_no_link(attacked: Any) -> None:
    answer = await attacked.client.get(f"/-/article/{ID}")
    assert "javascript:alert(3)" in answer.text
    assert not parsed(answer.text).xpath("//a[starts-with(@href, 'javascript')]")
    assert not parsed(answer.text).xpath("//a[starts-with(@href, 'data')]")


async def test_cells_of_tables_are_escaped(attacked: Any) -> None:
    for table in ("documents", "entities", "segments"):
        answer = await attacked.client.get(f"/corpus/{table}")
        assert answer.status_code == 200
        assert "<script>alert(1)" not in answer.text
        assert parsed(answer.text).xpath("//td//a[contains(@href, '/-/article/evil')]"), table
