"""The pages in a real browser, wide and narrow, light and dark, without any script of theirs."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import uvicorn

from annotate.publish import server
from tests.publish import browser
from tests.publish.articles import ferries, hostile
from tests.publish.conftest import build

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (browser.CHROMIUM and browser.DRIVER), reason="no chromium with its chromedriver here"
    ),
]

ARTICLE = f"/-/article/{quote(ferries().id)}"
PAGES = {
    "start": "/",
    "article": ARTICLE,
    "cite": f"/-/cite/article/{quote(ferries().id)}/p1",
    "search": "/-/search?q=ferries",
    "who": "/-/who",
    "everything said": "/-/who/Tomas%20Verrin",
    "matrix": "/-/matrix",
    "terms": "/-/terms?by=speaker",
    "recommendations": "/-/recommendations",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the article and a hostile one are served."""
    path = build(tmp_path_factory.mktemp("served") / "corpus.db", [ferries(), hostile()])
    config = uvicorn.Config(server.application(path).app(), log_level="error")
    running = uvicorn.Server(config)
    with closing(server.listener("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=running.run, args=([listener],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            running.should_exit = True
            thread.join(timeout=20)


@pytest.fixture(scope="module", params=[1280, 390, 320])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser of a width."""
    with browser.browser(tmp_path_factory.mktemp("profile"), width=request.param) as opened:
        yield opened


@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_page_is_wider_than_the_window(page: Any, address: str, name: str) -> None:
    page.open(address + PAGES[name])
    wide, window = page.run("return [document.documentElement.scrollWidth, innerWidth]")
    assert wide <= window


def test_the_article_reads_in_order_and_notes_stand_beside_or_below(
    page: Any, address: str
) -> None:
    page.open(address + ARTICLE)
    text, note, window = page.run(
        "const row = document.querySelector('#p1');"
        "const place = each => row.querySelector(each).getBoundingClientRect().toJSON();"
        "return [place('.text'), place('.notes'), innerWidth]"
    )
    if window > 1000:
        assert note["left"] >= text["right"]
        assert abs(note["top"] - text["top"]) < 12
    else:
        assert note["top"] >= text["bottom"]
    assert text["width"] <= 75 * 9


def test_a_layer_is_switched_off_without_script(page: Any, address: str) -> None:
    page.open(address + ARTICLE)
    shown = (
        "const seen = each => getComputedStyle(document.querySelector(each));"
        "return [seen('.row .mark.number').borderBottomStyle,"
        " seen('.finding.number').display, seen('.row .mark.entity').borderBottomStyle]"
    )
    assert page.run(shown) == ["solid", "list-item", "dotted"]
    page.run("document.querySelector('#show-number').click()")
    assert page.run(shown) == ["none", "none", "dotted"]


def test_a_mark_tells_what_it_is_when_the_keyboard_reaches_it(page: Any, address: str) -> None:
    page.open(address + ARTICLE)
    said = page.run(
        "const mark = document.querySelector('a.mark.number'); mark.focus({focusVisible: true});"
        "return getComputedStyle(mark, '::after').content"
    )
    assert "Dorvanian refugees" in said


def test_the_finding_that_an_address_names_is_in_sight(page: Any, address: str) -> None:
    wanted = ferries().spans[-1].id
    page.open(f"{address}{ARTICLE}#{wanted}")
    top, height = page.run(
        f"const mark = document.getElementById('{wanted}');"
        "return [mark.getBoundingClientRect().top, innerHeight]"
    )
    assert 0 <= top < height


def test_nothing_hostile_runs_in_a_browser(page: Any, address: str) -> None:
    page.run("window.alerted = 0")
    page.open(f"{address}/-/article/{quote(hostile().id)}")
    assert page.run("return document.scripts.length") == 0
    assert (
        page.run("return [...document.querySelectorAll('*')].filter(e => e.onmouseover).length")
        == 0
    )


@pytest.mark.parametrize("dark", [False, True])
def test_all_text_has_contrast(address: str, tmp_path: Path, dark: bool) -> None:
    script = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
    with browser.browser(tmp_path, width=1280, dark=dark) as opened:
        for name, path in PAGES.items():
            opened.open(address + path)
            assert opened.run(script) == [], name
