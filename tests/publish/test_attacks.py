"""A corpus that means harm, browsed in a real Chromium: nothing of it runs, on any page."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from annotate.publish import server
from tests.publish import attacks, browser
from tests.publish.conftest import started
from tests.publish.crawl import is_ours, pages
from tests.publish.pages import parsed
from tests.publish.serving import serving


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile database."""
    return attacks.built(tmp_path_factory.mktemp("attacks") / "corpus.db")


@pytest.fixture(scope="module")
def answers(built: Path) -> dict[str, Any]:
    """Pages of every kind."""

    async def found() -> dict[str, Any]:
        served = await started(server.application(built))
        return await pages(served.client)

    return asyncio.run(found())


def test_no_attack_becomes_an_element(answers: dict[str, Any]) -> None:
    assert sum(map(is_ours, answers)) > 10
    for address, answer in answers.items():
        if answer.headers["content-type"].startswith("text/html"):
            assert parsed(answer.text).xpath("//*[@data-hit]") == [], address
            for link in parsed(answer.text).xpath("//@href | //@src | //@action"):
                assert not link.startswith(("//", "javascript:", "data:")), address


def test_no_page_fails_or_runs_a_template_of_an_attack(answers: dict[str, Any]) -> None:
    assert len(answers) > 15
    for address, answer in answers.items():
        assert answer.status_code in (200, 404), address
        assert "<Undefined" not in answer.text
        assert "function globals" not in answer.text


@pytest.mark.browser
@pytest.mark.skipif(
    not (browser.CHROMIUM and browser.DRIVER), reason="no chromium with its chromedriver here"
)
def test_nothing_runs_in_a_browser(built: Path, answers: dict[str, Any], tmp_path: Path) -> None:
    shown = [
        address
        for address, answer in answers.items()
        if answer.headers["content-type"].startswith("text/html")
    ]
    assert len(shown) > 15
    with (
        serving(server.application(built).app()) as host,
        browser.browser(tmp_path, width=1280) as opened,
    ):
        for address in shown:
            opened.open(host + address)
            title, hits, at = opened.run(
                "return [document.title, document.querySelectorAll('[data-hit]').length,"
                " location.origin]"
            )
            assert (title != "hit", hits, at) == (True, 0, host), address
