"""Reading in a real browser: what was received beside the article, and articles on paper."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pypdfium2
import pytest

from annotate import pipeline
from annotate.publish import server
from annotate.publish.printed import WIDTH
from annotate.store import database, write
from tests.publish import browser
from tests.publish.articles import ferries
from tests.publish.conftest import build
from tests.publish.other_scripts import arabic, chinese
from tests.publish.serving import hosted, serving
from tests.publish.test_printed_page import PAPER
from tests.publish.test_saved_page import PAGE, WORDS, article

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (browser.CHROMIUM and browser.DRIVER), reason="no chromium with its chromedriver here"
    ),
]

LONG = PAGE.replace("<p>The <b>", "<p>Before.</p>" * 200 + "<p>The <b>")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the ferries are served, as read from a text, and a saved page."""
    path = build(tmp_path_factory.mktemp("served") / "corpus.db", [ferries(), arabic(), chinese()])
    with closing(database.open_for_writing(path)) as conn:
        kept = article("page", page=LONG)
        write.save(conn, kept, write.Received(data=LONG.encode(), encoding="utf-8"))
        paper = pipeline.read(PAPER, id="paper", form="pdf")
        write.save(conn, paper, write.Received(data=PAPER, encoding=None))
    with serving(server.application(path).app()) as served:
        yield served


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("name", ["page", quote(ferries().id)])
def test_the_passage_is_in_sight_in_the_frame(
    tmp_path: Path, address: str, width: int, name: str
) -> None:
    with browser.browser(tmp_path, width=width) as opened:
        opened.open(f"{address}/-/article/{name}?beside=p1#p1")
        read, frame, wide, window = opened.run(
            "const place = each => document.querySelector(each).getBoundingClientRect().toJSON();"
            "return [place('#p1 .text'), place('iframe'), document.documentElement.scrollWidth,"
            " innerWidth]"
        )
        assert wide <= window
        if width > 1000:
            assert frame["left"] >= read["right"]
        else:
            assert frame["top"] > read["top"]
        assert frame["top"] < 900
        opened.enter(0)
        assert _marked(opened) == (True, True)


def _marked(opened: browser.Browser) -> tuple[bool, bool]:
    """Whether the passage is marked in the frame, and in sight there."""
    for _ in range(100):
        found = opened.run(
            "const mark = document.querySelector('#annotate-passage');"
            "const top = mark && mark.getBoundingClientRect().top;"
            "return [Boolean(mark), mark && top >= 0 && top < innerHeight]"
        )
        if all(found):
            break
        time.sleep(0.1)
    return tuple(found)


def test_a_link_at_a_paragraph_shows_it_in_the_frame(tmp_path: Path, address: str) -> None:
    with browser.browser(tmp_path, width=1400) as opened:
        opened.open(f"{address}/-/article/{quote(ferries().id)}?beside=start")
        opened.click("#p2 a[target='received']")
        assert opened.run("return location.search") == "?beside=start"
        opened.enter(0)
        assert _marked(opened) == (True, True)
        assert "must be stopped" in opened.run(
            "return document.querySelector('#annotate-passage').textContent"
        )


def test_an_article_on_paper_has_its_numbers_its_address_and_nothing_to_press(
    tmp_path: Path, address: str
) -> None:
    with browser.browser(tmp_path / "profile", width=1280, dark=True) as opened:
        opened.open(f"{address}/-/article/{quote(ferries().id)}")
        opened.print(tmp_path / "paper.pdf")
        paper = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
        words = "\n".join(page.get_textpage().get_text_bounded() for page in paper)
        ground = paper[0].render(scale=0.2, grayscale=True).buffer
    assert "¶ 2" in words.replace("\u2009", " ").replace("\xa0", " ")
    assert "Anja Kolde: “The night ferries of Brenn”, Vantor Courier, 2013-05-02" in words
    assert "https://courier.example/ferries" in words
    assert f"{address}/-/article/" in words.replace("\r\n", "").replace("\n", "")
    for control in ("Search", "Keep in the address", "cite", "all to quote", "Tables"):
        assert control not in words.replace("Tomas Verrin", "")
    assert sum(ground) / len(ground) > 200  # white paper, whatever the screen shows


@pytest.mark.parametrize("width", [1400, 390])
def test_the_printed_page_of_a_paragraph_stands_beside_it(
    tmp_path: Path, address: str, width: int
) -> None:
    drawn = (  # nothing while the frame still loads: a click waits for the page, not for its frame
        "const picture = document.querySelector('img');"
        "if (!picture?.complete || document.querySelector('nav span')?.textContent !== %r) return;"
        "const at = picture.getBoundingClientRect();"
        "return [picture.naturalWidth, at.left >= 0 && at.right <= innerWidth,"
        " document.scripts.length]"
    )
    with browser.browser(tmp_path, width=width) as opened:
        opened.open(f"{address}/-/article/paper")
        opened.click("#p2 a.page")
        assert opened.run("return location.search") == "?beside=p2"
        opened.enter(0)
        assert browser.waited_for(opened, drawn % "p. v, 2 of 3") == [WIDTH, True, 0]
        opened.click("a[rel='next']")
        assert browser.waited_for(opened, drawn % "p. vi, 3 of 3") == [WIDTH, True, 0]
        opened.leave()
        opened.click("#p3 a[target='received']")
        opened.enter(0)
        assert browser.waited_for(opened, drawn % "p. v, 2 of 3") == [WIDTH, True, 0]
        assert "They must be stopped" in opened.run(
            "return document.querySelector('mark').innerText"
        )


SELECT = """
const [first, last] = [%s].map(each => document.querySelector(each + ' .text'));
const range = document.createRange();
range.setStartBefore(first.firstChild);
range.setEndAfter(last.lastChild);
document.getSelection().removeAllRanges();
document.getSelection().addRange(range);
"""


@pytest.mark.parametrize(
    ("name", "places", "said"),
    [
        (ferries().id, ("#p1", "#p2"), ("Nearly 9,000", "must be stopped")),
        (arabic().id, ("#p1", "#p1"), ("قال توماس فيرين", "Office 12")),
        (chinese().id, ("#p1", "#p2"), ("托马斯·维林说", "难民")),
    ],
    ids=["two paragraphs", "arabic", "chinese"],
)
def test_what_is_selected_is_offered_to_be_quoted(
    tmp_path: Path, address: str, name: str, places: tuple[str, str], said: tuple[str, str]
) -> None:
    with browser.browser(tmp_path, width=900) as opened:
        opened.open(f"{address}/-/article/{quote(name)}")
        opened.run(SELECT % ", ".join(f"'{each}'" for each in places))
        _once(opened, "!document.querySelector('.quote-this').hidden")
        opened.click(".quote-this")
        _once(opened, "document.querySelector('.cite .passage')")
        passage = opened.run("return document.querySelector('.passage').textContent")
        opened.back()
        assert opened.run("return location.pathname").startswith("/-/article/")
    assert all(each in passage for each in said)


def _once(opened: browser.Browser, condition: str) -> None:
    """Wait until a condition holds in the page."""
    for _ in range(100):
        if opened.run(f"return Boolean({condition})"):
            return
        time.sleep(0.1)
    raise AssertionError(condition)


def test_the_deep_link_shows_the_passage_on_the_live_page(tmp_path: Path) -> None:
    live = tmp_path / "live"
    live.mkdir()
    paragraphs = [*["Before."] * 200, *WORDS.split("\n\n"), *["After."] * 200]
    page = "".join(f"<p>{each}</p>" for each in paragraphs)
    (live / "ferries.html").write_text(f"<!DOCTYPE html>{page}", encoding="utf-8")
    with hosted(live) as host:
        kept = article("page")
        read = replace(kept, meta=replace(kept.meta, url=f"{host}/ferries.html"))
        path = build(tmp_path / "corpus.db", [read])
        with (
            serving(server.application(path).app()) as served,
            browser.browser(tmp_path / "profile", width=900) as opened,
        ):
            opened.open(f"{served}/-/cite/article/page/p2")
            assert "#:~:text=" in opened.run("return document.querySelector('a.deep').href")
            opened.click("a.deep")
            _once(opened, "location.pathname === '/ferries.html' && scrollY > 1000")


@pytest.mark.parametrize("path", ["/-/find", "/-/search?q=ferries", "/-/who", "/-/matrix"])
def test_a_result_on_paper_starts_on_the_first_page_with_nothing_to_press(
    tmp_path: Path, address: str, path: str
) -> None:
    with browser.browser(tmp_path / "profile", width=1280) as opened:
        opened.open(address + path)
        opened.print(tmp_path / "paper.pdf")
    paper = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    words = paper[0].get_textpage().get_text_bounded()
    assert "Verrin" in words
    for control in ("arrow these down", "Take along", "Search", "in a passage with"):
        assert control not in words


def _printed(opened: browser.Browser, address: str, paper: Path) -> list[str]:
    """The words of each sheet of a page on paper."""
    opened.open(address)
    opened.print(paper)
    sheets = [each.get_textpage().get_text_bounded() for each in pypdfium2.PdfDocument(paper)]
    return [each.replace("\r\n", "").replace("\n", "") for each in sheets]


def test_what_is_to_be_quoted_fills_the_paper_and_tells_where_its_links_lead(
    tmp_path: Path,
) -> None:
    counted = "Boats were counted at the landing in the rain. " * 120
    kept = pipeline.read(
        f"# Ferries\n\nThey cross by night.\n\n{counted}", id="page", form="markdown"
    )
    live = "https://courier.example/ferries"
    path = build(tmp_path / "corpus.db", [replace(kept, meta=replace(kept.meta, url=live))])
    with (
        serving(server.application(path).app()) as host,
        browser.browser(tmp_path / "profile", width=1280) as opened,
    ):
        paper = tmp_path / "paper.pdf"
        first, *_ = _printed(opened, f"{host}/-/quotations/page", paper)
        assert "Boats were counted" in first
        cited = "".join(_printed(opened, f"{host}/-/cite/article/page/p1", paper))
        assert f"open at the passage {live}#:~:text=" in cited.replace("\xa0", " ")
        assert "other styles" not in cited
