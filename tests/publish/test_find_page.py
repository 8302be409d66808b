"""The page of the facets."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from annotate.model import Document, Segment
from annotate.publish import server
from annotate.publish.finding import pieces
from tests.publish.articles import ferries
from tests.publish.conftest import build, started
from tests.publish.pages import faults, first, of_class, parsed, words

ID = quote(ferries().id)
STANCE = ferries().spans[-2].id


async def page(served: Any, address: str) -> Any:
    answer = await served.client.get(address)
    assert answer.status_code == 200, answer.text[:500]
    assert faults(answer.text) == []
    return parsed(answer.text)


async def test_a_holder_and_a_topic_lead_to_the_sentence(served: Any) -> None:
    tree = await page(served, "/-/find?holder=Tomas+Verrin&topic=ferries")
    assert words(first(tree, "//h1")) == "1 sentence"
    assert "must be stopped" in words(of_class(tree, "snippet")[0])
    assert first(tree, f"//a[@href='/-/article/{ID}#{STANCE}']") is not None
    assert "Tomas Verrin opposes" in words(of_class(tree, "told")[0])


async def test_somebody_may_be_asked_for_by_another_name_of_the_codebook(tmp_path: Path) -> None:
    names = "  Tomas Verrin: {label: PERSON, aliases: [the minister, Verrin]}\n"
    served = await started(server.application(build(tmp_path / "corpus.db", [ferries()], names)))
    tree = await page(served, "/-/find?holder=Verrin&topic=ferries")
    assert words(first(tree, "//h1")) == "1 sentence"
    assert first(tree, "//a[text()='Tomas Verrin']").get("href") == "/-/find?topic=ferries"
    answer = await served.client.get("/-/export/csv?holder=Verrin&topic=ferries")
    assert "must be stopped" in answer.text


async def test_a_choice_leads_to_as_many_findings_as_it_counts(served: Any) -> None:
    choices = (await page(served, "/-/find")).xpath("//ul[@class='values']/li[a]")
    told = {words(each).partition(" ")[0]: words(each).rpartition(" ")[2] for each in choices}
    tree = await page(served, "/-/find?layer=entity")
    assert (
        words(of_class(tree, "meeting")[0]) == f"In them, of what is asked: {told['names']} names"
    )
    assert not of_class(await page(served, "/-/find?kind=paragraph"), "meeting")


async def test_beside_each_choice_stands_what_is_counted(served: Any) -> None:
    assert "its findings" in words(first(await page(served, "/-/find"), "//nav[@id='narrow']"))


async def test_every_choice_is_an_address_and_can_be_taken_back(served: Any) -> None:
    tree = await page(served, "/-/find?holder=Tomas+Verrin")
    more = first(tree, "//a[text()='ferries']/@href")
    assert more == "/-/find?holder=Tomas+Verrin&topic=ferries"
    less = first(await page(served, more), "//a[text()='Tomas Verrin']")
    assert (less.get("href"), less.get("aria-current")) == ("/-/find?topic=ferries", "true")


async def test_of_sentences_in_a_row_the_first_names_their_article(served: Any) -> None:
    links = (await page(served, "/-/find")).xpath("//p[@class='where']/a[1]")
    assert len(links) > 2
    assert "The night ferries of Brenn" in words(links[0])
    for link in links[1:]:
        assert "ferries" not in words(link)
        assert link.get("aria-label") == f"The night ferries of Brenn, {words(link)}"


async def test_words_and_facets_combine(served: Any) -> None:
    tree = await page(served, "/-/find?q=stop&layer=stance")
    assert words(first(tree, "//h1")) == "1 sentence"
    assert "stopped" in [words(mark) for mark in tree.xpath("//mark")]
    assert words(first(await page(served, "/-/find?q=submarine"), "//h1")) == "0 sentences"


async def test_the_names_of_values_are_words(served: Any) -> None:
    tree = await page(served, "/-/find?layer=stance")
    listed = {words(each) for each in tree.xpath("//ul[@class='values']//a")}
    assert {"the author", "second-hand", "a machine", "stances", "not stated"} <= listed


async def test_what_is_no_facet_is_left_aside(served: Any) -> None:
    tree = await page(served, "/-/find?colour=red&layer=dragons&page=x&all=colour")
    assert not of_class(tree, "chosen")


async def test_results_come_in_pages(tmp_path: Path) -> None:
    rows = tuple(
        Segment(n=n, kind="paragraph", start=16 * n, end=16 * n + 14, number=n + 1)
        for n in range(45)
    )
    document = replace(Document(id="a", text="\n\n".join(["The Ilva rose."] * 45)), segments=rows)
    served = await started(server.application(build(tmp_path / "a.db", [document])))
    tree = await page(served, "/-/find?q=ilva&kind=paragraph&page=3")
    assert words(first(tree, "//h1")) == "45 sentences"
    assert len(tree.xpath("//ol[@start='41']/li")) == 5
    before = first(tree, "//a[@rel='prev']/@href")
    assert before == "/-/find?q=ilva&kind=paragraph&page=2"


@pytest.mark.parametrize(
    ("text", "marks", "hidden", "expected"),
    [
        ("abc", [(1, 2)], [], [("a", False), ("b", True), ("c", False)]),
        ("abcd", [(0, 2), (1, 3)], [], [("abc", True), ("d", False)]),
        ("an *end*", [(4, 7)], [(3, 4), (7, 8)], [("an ", False), ("end", True)]),
        ("Conven-\ntion", [(0, 12)], [(6, 8)], [("Convention", True)]),
        ("", [], [], []),
    ],
)
def test_a_text_in_pieces(
    text: str, marks: list[Any], hidden: list[Any], expected: list[Any]
) -> None:
    assert [each for each in pieces(text, marks, hidden) if each[0]] == expected
