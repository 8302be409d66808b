"""The pages in a real browser, wide and narrow, light and dark; a researcher's way through them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from annotate.model import Mention
from annotate.publish import server
from tests.publish import browser
from tests.publish.articles import ferries, hostile
from tests.publish.conftest import build
from tests.publish.serving import serving
from tests.store.speeches import courier

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
    "figures": "/-/figures?show=all",
    "who": "/-/who",
    "everything said": "/-/who/Tomas%20Verrin",
    "matrix": "/-/matrix",
    "terms": "/-/terms?by=speaker",
    "recommendations": "/-/recommendations",
    "find": "/-/find?layer=stance&layer=quote",
    "quote": f"/-/quote/{quote(ferries().id)}/100-150",
    "quotations": f"/-/quotations/{quote(ferries().id)}",
    "words": f"/-/quote/{quote(ferries().id)}",
    "changed": f"/-/quote/{quote(ferries().id)}/100-150?text=00000000",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the article and a hostile one are served."""
    path = build(tmp_path_factory.mktemp("served") / "corpus.db", [ferries(), hostile()])
    with serving(server.application(path).app()) as found:
        yield found


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


def test_no_page_is_wider_than_the_window_with_letters_twice_as_large(
    page: Any, address: str
) -> None:
    wider = {}
    for name, path in PAGES.items():
        page.open(address + path)
        page.run("document.documentElement.style.fontSize = '200%'")
        wide, window = page.run("return [document.documentElement.scrollWidth, innerWidth]")
        if wide > window:
            wider[name] = wide
    assert wider == {}


def test_no_table_of_datasettes_is_wider_either(page: Any, address: str) -> None:
    for path in ("/corpus", "/corpus/numbers"):
        page.open(f"{address}{path}")
        page.run("document.documentElement.style.fontSize = '200%'")
        wide, window = page.run("return [document.documentElement.scrollWidth, innerWidth]")
        assert wide <= window or window > 576, path


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


def test_the_matrix_is_a_map_where_it_has_room_else_a_list_by_holder(
    page: Any, address: str
) -> None:
    page.open(address + PAGES["matrix"])
    maps, listed, window = page.run(
        "const seen = each => [...document.querySelectorAll(each)]"
        ".filter(e => e.checkVisibility()).map(e => e.textContent.replace(/\\s+/g, ' ').trim());"
        "return [seen('svg').length, seen('.by-holder > li'), innerWidth]"
    )
    if window > 640:
        assert (maps, listed) == (2, [])
    else:
        assert maps == 0
        assert "Ruo Lin ▲ferries: supports 1" in listed


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
    page.open(f"{address}/-/article/{quote(hostile().id)}")
    ours = "each => each.src.startsWith(location.origin + '/-/static-plugins/annotate/')"
    assert page.run(f"return [...document.scripts].every({ours})")
    assert page.run("return window.alerted") is None
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


SELECT = """
const text = document.querySelector('#p2 .text');
const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
const range = document.createRange();
let node = walker.nextNode();
while (!node.data.includes('must be')) node = walker.nextNode();
range.setStart(node, node.data.indexOf('must be'));
range.setEnd(node, node.data.indexOf('must be') + 'must be stopped'.length);
document.getSelection().removeAllRanges();
document.getSelection().addRange(range);
"""


def test_from_a_search_to_a_copied_citation(page: Any, address: str) -> None:
    page.open(f"{address}/")
    page.run("document.querySelector('.top [name=q]').value = 'ferries stopped';"
             "document.querySelector('.top form').requestSubmit()")  # fmt: skip
    browser.waited_for(page, "return document.querySelector('.search .hits li') && true")
    page.run("document.querySelector('a.narrower').click()")
    browser.waited_for(page, "return document.querySelector('.sorted-out .values') && true")
    page.run("[...document.querySelectorAll('.values a')]"
             ".find(each => each.textContent == 'Tomas Verrin').click()")  # fmt: skip
    browser.waited_for(page, "return document.querySelector('.values .on') && true")
    page.run("document.querySelector('.hits .where a').click()")
    browser.waited_for(page, "return document.querySelector('article[data-quote]') && true")
    page.run(SELECT)
    browser.waited_for(page, "return !document.querySelector('.quote-this').hidden")
    page.run("document.querySelector('.quote-this').click()")
    words = browser.waited_for(page, "const one = document.querySelector('.cite .passage');"
                             "return one && one.textContent")  # fmt: skip
    assert words == "“must be stopped”"
    page.click("button[data-rich]")
    assert "copied" in browser.waited_for(
        page, "return document.querySelector('.copied').textContent"
    )
    page.run(
        "const sheet = document.createElement('div'); sheet.id = 'sheet';"
        "sheet.contentEditable = true; document.querySelector('h1').before(sheet)"
    )
    page.type("#sheet", f"{CONTROL}v")
    rich = browser.waited_for(page, "return document.querySelector('#sheet').innerHTML")
    assert "“must be stopped” (Tomas Verrin, quoted in Kolde, 2013, para. 2)" in rich
    assert "<em>" in rich or "<i>" in rich or "italic" in rich
    page.type(".top [name=q]", f"{CONTROL}v")
    plain = page.run("return document.querySelector('.top [name=q]').value")
    assert plain.startswith("“must be stopped” (Tomas Verrin, quoted in Kolde, 2013, para. 2)")


CONTROL = "\ue009"


def test_a_long_name_leaves_what_is_counted_in_sight(page: Any, tmp_path: Path) -> None:
    long = replace(courier().spans[2], source=Mention(canonical="Llanfair" * 30))
    article = replace(courier(), spans=(long,))
    path = build(tmp_path / "corpus.db", [article])
    with serving(server.application(path).app()) as address:
        page.open(f"{address}/-/who")
        name, room = page.run(
            """
            const name = [...document.querySelectorAll(".numbers .speaker")].pop();
            const room = name.closest(".picture").clientWidth;
            return [name.getBoundingClientRect().width, room];
            """
        )
    assert name < room / 2
