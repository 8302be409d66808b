"""The page of a search."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from annotate.model import Document, Segment
from annotate.publish import server
from tests.publish.articles import ferries
from tests.publish.conftest import build, started
from tests.publish.pages import faults, first, parsed, words

ID = quote(ferries().id)


async def page(served: Any, address: str) -> Any:
    answer = await served.client.get(address)
    assert answer.status_code == 200, answer.text[:500]
    assert faults(answer.text) == []
    return parsed(answer.text)


async def test_a_hit_is_marked_and_leads_to_its_paragraph(served: Any) -> None:
    tree = await page(served, "/-/search?q=refugee")
    assert words(first(tree, "//h1")) == "1 passage with refugee"
    assert [words(mark) for mark in tree.xpath("//mark")] == ["refugees"]
    assert first(tree, f"//a[@href='/-/article/{ID}#p1']") is not None


async def test_chinese_is_found_within_a_sentence(served: Any) -> None:
    tree = await page(served, f"/-/search?q={quote('漂民')}")
    assert [words(mark) for mark in tree.xpath("//mark")] == ["漂民"]
    assert first(tree, f"//a[@href='/-/article/{ID}#p3']") is not None


async def test_a_hit_is_shown_without_markup(served: Any) -> None:
    tree = await page(served, "/-/search?q=brenn+night")
    assert words(first(tree, "//p[@class='snippet']")) == "The night ferries of Brenn"
    assert [words(mark) for mark in tree.xpath("//mark")] == ["night", "Brenn"]


async def test_nothing_found_says_so(served: Any) -> None:
    assert "None. Fewer or other words" in words(await page(served, "/-/search?q=submarine"))


async def test_without_words_the_page_says_how_to_search(served: Any) -> None:
    assert "漢字" in words(await page(served, "/-/search"))


async def test_any_words_can_be_asked(served: Any) -> None:
    for asked in ('"', "AND OR NOT", "text:x", "*", "(", "a\x00b", "<script>", "'; DROP TABLE x"):
        tree = await page(served, f"/-/search?q={quote(asked)}")
        assert not tree.xpath("//script[not(@src)]")


async def test_a_search_within_an_article_can_be_widened(served: Any) -> None:
    tree = await page(served, f"/-/search?q=ferries&document={quote(ID, safe='')}")
    assert first(tree, "//a[@href='/-/search?q=ferries']") is not None


async def test_many_hits_come_in_pages(tmp_path: Path) -> None:
    text = "\n\n".join(["The Ilva rose."] * 45)
    rows = tuple(
        Segment(n=n, kind="paragraph", start=16 * n, end=16 * n + 14, number=n + 1)
        for n in range(45)
    )
    document = replace(Document(id="a", text=text), segments=rows)
    served = await started(server.application(build(tmp_path / "a.db", [document])))
    tree = await page(served, "/-/search?q=ilva&page=2")
    assert len(tree.xpath("//ol/li")) == 20
    assert "page 2 of 3" in words(first(tree, "//nav[@class='pages']"))
    assert len((await page(served, "/-/search?q=ilva&page=3")).xpath("//ol/li")) == 5
    assert len((await page(served, "/-/search?q=ilva&page=x")).xpath("//ol/li")) == 20


async def test_what_was_found_in_the_passages_narrows_them_down(served: Any) -> None:
    tree = await page(served, "/-/search?q=ferries")
    choices = {words(each): each.get("href") for each in tree.xpath("//nav[@id='narrow']//a")}
    assert choices["stances"] == "/-/find?q=ferries&layer=stance"
    narrowed = await page(served, choices["Tomas Verrin"])
    assert "must be stopped" in words(first(narrowed, "//ol[@class='hits']"))


async def test_the_sentences_of_the_passages_can_be_taken_along(served: Any) -> None:
    tree = await page(served, "/-/search?q=ferries")
    said = words(first(tree, "//p[@class='exports']"))
    count = words(first(await page(served, "/-/find?q=ferries"), "//h1")).split()[0]
    assert said.startswith(f"Take along all {count} sentences of these passages: CSV,")
    taken = await served.client.get(first(tree, "//p[@class='exports']/a").get("href"))
    assert taken.status_code == 200
    assert len(taken.text.splitlines()) > int(count)


async def test_where_nothing_is_found_nothing_can_be_taken_along(served: Any) -> None:
    tree = await page(served, "/-/search?q=submarine")
    assert not tree.xpath("//p[@class='exports'] | //nav[@id='narrow']")


@pytest.mark.parametrize(
    "address",
    ["/-/search?q=ferries", "/-/find?q=ferries", "/-/who?q=Verrin", "/-/statements?layer=x"],
)
async def test_behind_the_last_page_there_is_none_and_that_is_said(
    served: Any, address: str
) -> None:
    await page(served, f"{address}&page=1")
    answer = await served.client.get(f"{address}&page=99")
    assert answer.status_code == 404
    assert "There is no page 99 of this; the last one is 1." in answer.text
