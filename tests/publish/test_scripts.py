"""Articles in Arabic, Hebrew and Chinese on the pages: direction, language, highlights, search."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from annotate.publish import server
from annotate.publish.direction import direction
from tests.publish import browser
from tests.publish.articles import ferries
from tests.publish.conftest import build, started
from tests.publish.other_scripts import arabic, chinese, hebrew
from tests.publish.pages import first, of_class, parsed, words
from tests.publish.serving import serving


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The ferries", "ltr"),
        ("", "ltr"),
        ("2012", "ltr"),
        ("夜渡必须停止", "ltr"),
        ("عبّارات الليل", "rtl"),
        ("מעבורות הלילה", "rtl"),
        ("UNHCR قالت إن العبّارات يجب أن تتوقف", "rtl"),
        ("عبّارة is what the ferrymen call it", "ltr"),
        ("“漂民” is what Haixian papers write", "ltr"),
    ],
)
def test_words_run_as_most_of_their_letters_do(text: str, way: str) -> None:
    assert direction(text) == way


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A database of an article of each script."""
    return build(tmp_path / "corpus.db", [ferries(), arabic(), hebrew(), chinese()])


@pytest.fixture
async def client(built: Path) -> Any:
    """What asks the Datasette that serves them."""
    return (await started(server.application(built))).client


async def tree(client: Any, address: str) -> Any:
    return parsed((await client.get(address)).text)


@pytest.mark.parametrize(
    ("name", "way", "language"),
    [
        ("ar/night-ferries", "rtl", "ar"),
        ("he/night-ferries", "rtl", "he"),
        ("zh/night-ferries", "ltr", "zh"),
        (quote(ferries().id), "ltr", "en"),
    ],
)
async def test_an_article_says_its_language_and_direction(
    client: Any, name: str, way: str, language: str
) -> None:
    page = await tree(client, f"/-/article/{name}")
    assert first(page, "//article").get("lang") == language
    assert first(page, "//h1").get("dir") == way
    assert first(page, "//*[@id='p1']//*[contains(@class, 'text')]").get("dir") == way
    assert first(page, "//*[@id='p1']/aside").get("lang") == "en"


async def test_a_paragraph_of_another_script_runs_its_own_way(client: Any) -> None:
    page = await tree(client, f"/-/article/{quote(ferries().id)}")
    ways = {words(each)[:5]: each.get("dir") for each in of_class(page, "text")}
    assert ways["نعبر "] == "rtl"
    assert ways["We we"] == "ltr"


@pytest.mark.parametrize("document", [arabic(), hebrew(), chinese()], ids=["ar", "he", "zh"])
async def test_each_mark_holds_the_words_of_its_finding(client: Any, document: Any) -> None:
    page = await tree(client, f"/-/article/{document.id}")
    for span in document.spans:
        mark = first(page, f"//*[@id='{span.id}']")
        shown = "".join(mark.xpath(".//text()[not(parent::a[@class='sign'])]"))
        assert shown == span.text


@pytest.mark.parametrize(
    ("sought", "document", "language", "way"),
    [
        ("难民", "zh/night-ferries", "zh", "ltr"),
        ("夜渡", "zh/night-ferries", "zh", "ltr"),
        ("العبّارات", "ar/night-ferries", "ar", "rtl"),
        ("המעבורות", "he/night-ferries", "he", "rtl"),
    ],
)
async def test_a_search_finds_and_marks_it(
    client: Any, sought: str, document: str, language: str, way: str
) -> None:
    page = await tree(client, f"/-/search?q={quote(sought)}")
    found = [each for each in of_class(page, "snippet") if each.get("lang") == language]
    assert found
    assert {each.get("dir") for each in found} == {way}
    assert all(sought in each.xpath(".//mark/text()") for each in found)
    assert page.xpath(f"//ol//a[starts-with(@href, '/-/article/{document}')]")


@pytest.mark.parametrize(
    ("name", "way", "said"),
    [("ar", "rtl", "العبّارات"), ("he", "rtl", "המעבורות"), ("zh", "ltr", "夜渡必须停止")],
)
async def test_quote_and_find_keep_the_direction(
    client: Any, name: str, way: str, said: str
) -> None:
    page = await tree(client, f"/-/cite/article/{name}/night-ferries/p1")
    passage = first(page, "//blockquote")
    assert (passage.get("dir"), passage.get("lang")) == (way, name)
    assert said in words(passage)
    page = await tree(client, f"/-/find?layer=quote&q={quote(said)}")
    (snippet,) = [each for each in of_class(page, "snippet") if each.get("lang") == name]
    assert snippet.get("dir") == way
    assert page.xpath("//p[@class='where']//bdi | //p[@class='where']//span[@dir='auto']")


async def test_names_of_any_script_stand_in_the_pictures_and_the_tables(client: Any) -> None:
    page = await tree(client, "/-/matrix")
    for name in ("توماس فيرين", "托马斯·维林"):
        assert name in "".join(page.xpath("//*[local-name()='svg']//text()"))
        assert page.xpath(f"//th/a[@dir='auto' and text()='{name}']")


async def test_a_count_stands_behind_a_name_of_any_script(client: Any) -> None:
    page = await tree(client, "/-/who")
    shown = page.xpath("//*[local-name()='svg']//*[local-name()='text']/text()")
    assert "\u2068توماس فيرين\u2069 1" in shown


@pytest.fixture
def address(built: Path) -> Iterator[str]:
    """Where they are served."""
    with serving(server.application(built).app()) as served:
        yield served


PLACES = """
const place = each => { const range = document.createRange(); range.selectNodeContents(each);
  return range.getBoundingClientRect().toJSON(); };
const text = document.querySelector('#p1 .text'), by = document.querySelectorAll('.imprint bdi');
return [place(text), text.getBoundingClientRect().toJSON(), place(by[0]), place(by[1]),
  document.documentElement.scrollWidth - innerWidth];
"""


@pytest.mark.browser
@pytest.mark.skipif(
    not (browser.CHROMIUM and browser.DRIVER), reason="no chromium with its chromedriver here"
)
@pytest.mark.parametrize("width", [1200, 390])
def test_a_browser_sets_it_to_its_side(tmp_path: Path, address: str, width: int) -> None:
    with browser.browser(tmp_path / "profile", width=width) as opened:
        for name, is_right in (("ar", True), ("zh", False)):
            opened.open(f"{address}/-/article/{name}/night-ferries")
            shown, box, author, outlet, beyond = opened.run(PLACES)
            edge = "right" if is_right else "left"
            assert abs(shown[edge] - box[edge]) < 4
            assert author["right"] < outlet["left"]  # the line about the work is in English
            assert beyond <= 0
