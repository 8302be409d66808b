"""What every page tells browsers and robots, Datasette's own pages among them."""

import asyncio
import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from annotate.publish import scripts, server
from tests.publish.articles import ferries, hostile
from tests.publish.conftest import build, started
from tests.publish.crawl import is_ours, pages


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Pages of every kind, of an article and a hostile one."""
    path = build(tmp_path_factory.mktemp("crawled") / "corpus.db", [ferries(), hostile()])

    async def found() -> dict[str, Any]:
        served = await started(server.application(path))
        return await pages(served.client)

    return asyncio.run(found())


FRAMED = "/-/received/"
"""Where what was received is shown, which is no page of ours but stands in a frame of one."""


def policy(answer: Any) -> dict[str, list[str]]:
    """The policy of an answer by its directives."""
    told = answer.headers["content-security-policy"].split("; ")
    return {name: values for name, *values in (each.split(" ") for each in told)}


async def test_every_page_is_guarded(crawled: dict[str, Any]) -> None:
    assert len(crawled) > 20
    assert {is_ours(address) for address in crawled} == {True, False}
    for address, answer in crawled.items():
        told = policy(answer)
        assert told["default-src"] == ["'none'"], address
        assert told["base-uri"] == ["'none'"], address
        assert told["frame-ancestors"] == ["'self'" if FRAMED in address else "'none'"], address
        assert FRAMED not in address or "sandbox" in told, address
        for name, values in told.items():
            if name not in ("default-src", "style-src", "sandbox"):
                known = {"'self'", "'none'", "'unsafe-hashes'", "data:"}
                assert all(each in known or each[:8] == "'sha256-" for each in values), address
        assert answer.headers["x-content-type-options"] == "nosniff", address
        assert answer.headers["referrer-policy"] == "no-referrer", address
        assert answer.headers["x-robots-tag"] == "noindex, nofollow, noarchive", address
        assert "set-cookie" not in answer.headers, address


async def test_our_pages_allow_nothing_inline(crawled: dict[str, Any]) -> None:
    ours = {
        address: each
        for address, each in crawled.items()
        if is_ours(address) and FRAMED not in address
    }
    assert len(ours) > 4
    for address, answer in ours.items():
        assert "unsafe" not in answer.headers["content-security-policy"], address
        assert "sha256" not in answer.headers["content-security-policy"], address


async def test_datasettes_own_scripts_run_by_their_hashes(crawled: dict[str, Any]) -> None:
    inline = 0
    for address, answer in crawled.items():
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        for script in re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy(answer)["script-src"], (address, script)
            inline += 1
    assert inline > 5


@pytest.mark.parametrize(
    "script",
    [
        "alert(1)",
        "DATASETTE_ALLOW_FACET = alert(1);",
        "DATASETTE_ALLOW_FACET = true;alert(1);",
        "const schema = alert(1);",
        "window._datasetteTableData = {};alert(1);",
        'window._datasetteTableData = {"a": 1}+alert(1);',
    ],
)
def test_a_script_of_somebody_else_gets_no_hash(script: str) -> None:
    assert scripts.hashes(f"<p><script>{script}</script></p>") == []


def test_what_happens_at_a_press_is_allowed_where_datasettes_templates_say_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    button = '<button class="a" onclick="choose()">Choose</button>'
    monkeypatch.setattr(scripts, "_handlers", lambda: frozenset({"choose()"}))
    digest = base64.b64encode(hashlib.sha256(b"choose()").digest()).decode()
    assert scripts.handlers(button + button) == ["'unsafe-hashes'", f"'sha256-{digest}'"]
    assert scripts.handlers(button.replace("choose()", "alert()")) == []
    assert scripts.handlers("<p>&lt;b onclick=&quot;choose()&quot;></p>") == []


def test_a_script_of_datasettes_gets_one_hash_however_often_it_stands() -> None:
    page = "<script>DATASETTE_ALLOW_FACET = true;</script>"
    assert len(scripts.hashes(page + page)) == 1


async def test_robots_are_told_to_stay_out_or_are_let_in(built: Path) -> None:
    served = await started(server.application(built))
    assert (await served.client.get("/robots.txt")).text == "User-agent: *\nDisallow: /\n"
    served = await started(server.application(built, robots=True))
    assert (await served.client.get("/robots.txt")).text == "User-agent: *\nDisallow:\n"
    for address in ("/", "/corpus/numbers"):
        assert "x-robots-tag" not in (await served.client.get(address)).headers


async def test_who_wants_may_leave_datasettes_own_pages_alone(built: Path) -> None:
    plugins = {"plugins": {"annotate": {"guard": False}}}
    key = "metadata" if hasattr(Datasette, "permission_allowed") else "config"
    served = await started(Datasette([str(built)], **{key: plugins}))
    assert "content-security-policy" not in (await served.client.get("/corpus")).headers
    answer = await served.client.get("/-/search?q=ferries")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("address", ["/", "/-/search", "/corpus", "/corpus/-/create"])
async def test_nothing_is_written_for_anybody(built: Path, address: str) -> None:
    before = built.read_bytes()
    served = await started(server.application(built))
    posted = await served.client.post(address, json={"sql": "DELETE FROM documents", "rows": []})
    assert posted.status_code != 201
    assert built.read_bytes() == before
