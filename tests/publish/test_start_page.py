"""The start page of a served corpus, and Datasette's own beside it."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from annotate.model import Meta
from annotate.publish import server
from annotate.review import deciding
from annotate.review.desk import Desk
from annotate.store import database
from tests.publish.articles import ferries
from tests.publish.conftest import build, started
from tests.publish.pages import apart, faults, first, parsed, words
from tests.review.conftest import one


async def page(served: Any, address: str = "/") -> Any:
    answer = await served.client.get(address)
    assert answer.status_code == 200, answer.text[:500]
    assert faults(answer.text) == []
    return parsed(answer.text)


async def test_the_start_page_lists_the_articles(served: Any) -> None:
    tree = await page(served)
    item = first(tree, "//ul[@class='articles']/li")
    assert apart(item) == (
        "The night ferries of Brenn Anja Kolde Vantor Courier 2013-05-02 6 paragraphs 12 findings"
    )
    assert item.xpath(f".//a[@href='/-/article/{quote(ferries().id)}']")


async def test_the_start_page_counts_what_there_is(served: Any) -> None:
    tree = await page(served)
    counts = [words(each) for each in tree.xpath("//ul[@class='layers-found']//b")]
    assert counts == ["4", "2", "2", "2", "2"]
    assert "1 article, " in words(first(tree, "//p[@class='lead']"))
    assert "built 2" in words(first(tree, "//p[@class='lead']"))


async def test_the_start_page_tells_years_publishers_topics_and_failures(served: Any) -> None:
    tree = await page(served)
    assert "2013 1" in apart(first(tree, "//section[h2='By year']"))
    assert "Vantor Courier 1" in apart(first(tree, "//section[h2='By publisher']"))
    assert "The night ferries should be stopped." in apart(first(tree, "//dl[@class='topics']"))
    assert "corpus/broken.html no text in it" in apart(first(tree, "//ul[@class='failures']"))


async def test_every_way_on_from_the_start_page_leads_somewhere(served: Any) -> None:
    addresses = {link.get("href") for link in (await page(served)).xpath("//main//a")}
    assert len(addresses) > 10
    for address in addresses:
        answer = await served.client.get(address)
        assert answer.status_code == 200, address


async def test_the_start_page_tells_how_much_people_have_decided(tmp_path: Path) -> None:
    path = build(tmp_path / "corpus.db", [ferries()])
    tree = await page(await started(server.application(path)))
    assert words(first(tree, "//p[@class='lead']/span")) == (
        "People have decided about none of the 12 findings."
    )
    assert not tree.xpath("//figure[contains(figcaption, 'decided')]")
    with closing(database.open_for_writing(path)) as conn:
        desk = Desk(conn=conn, folder=tmp_path / "decisions", coder="anja")
        deciding.decide(desk, "reject", [one(ferries(), "Tomas Verrin").id])
        deciding.decide(desk, "accept", [one(ferries(), "Nearly 9,000").id])
    tree = await page(await started(server.application(path)))
    assert words(first(tree, "//p[@class='lead']/span")) == (
        "People have decided about 2 of the 12 findings."
    )
    picture = first(tree, "//figure[figcaption='Findings that people have decided about']")
    assert [each.get("aria-label") for each in picture.xpath(".//a")] == [
        "names: 1 of 4",
        "figures: 1 of 2",
        "quotations: 0 of 2",
        "stances: 0 of 2",
        "contested terms: 0 of 2",
    ]


async def test_datasettes_own_index_stays(served: Any) -> None:
    answer = await served.client.get("/?_index=1")
    assert "tables" in answer.text
    assert "'sha256-" in answer.headers["content-security-policy"]  # its own scripts may run
    assert (await served.client.get("/.json")).status_code == 200


async def test_an_empty_corpus_says_what_to_do(tmp_path: Path) -> None:
    served = await started(server.application(build(tmp_path / "corpus.db", [])))
    assert "run annotate build" in words(await page(served))


async def test_a_year_stands_below_its_bar(tmp_path: Path) -> None:
    later = replace(ferries(), id="later", spans=(), meta=Meta(published="2014-01-01"))
    path = build(tmp_path / "corpus.db", [ferries(), later])
    picture = first(await page(await started(server.application(path))), "//figure//svg")
    bars = [float(each.get("x")) + float(each.get("width")) for each in picture.iter("{*}rect")]
    assert float(picture.xpath(".//*[text()='2014']/@x")[0]) == bars[-1]
