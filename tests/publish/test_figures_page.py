"""The page of figures: the ledger with its pictures."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from annotate.figures.spread import DRAWN, FEW
from annotate.model import Number
from annotate.publish import server
from annotate.publish.figures import FIGURES
from tests.figures.articles import KOLDE, OFFICE, WATCH, article
from tests.publish.articles import hostile, with_ids
from tests.publish.conftest import build, started
from tests.publish.pages import apart, faults, first, of_class, parsed, words


@pytest.fixture
async def ledger(tmp_path: Path) -> Any:
    """The Datasette that serves three articles of which two contradict each other."""
    return await started(server.application(build(tmp_path / "f.db", [KOLDE, WATCH, OFFICE])))


async def page(served: Any, address: str = "/-/figures") -> Any:
    answer = await served.client.get(address)
    assert answer.status_code == 200, answer.text[:500]
    assert faults(answer.text) == []
    return parsed(answer.text)


async def test_contested_quantities_are_shown_first(ledger: Any) -> None:
    tree = await page(ledger)
    assert [words(each) for each in tree.xpath("//h2")] == ["Dorvanians, hiding, in Ostrea"]
    (verdict,) = of_class(tree, "chart-verdict")
    assert words(verdict) == "contested The figures contradict each other."


async def test_a_table_says_what_when_who_and_in_which_words(ledger: Any) -> None:
    tree = await page(ledger)
    rows = [apart(row) for row in tree.xpath("//tbody/tr")]
    watch, kolde = rows
    assert watch.startswith("published 2012 ≤ 120,000 contradicts 1 Delta Rights Watch first hand")
    assert watch.endswith(
        "On Delta Rights Watch, ¶ 1 Nearly 120,000 Dorvanians hide in Ostrea. cite"
    )
    assert kolde.startswith("published 2013 4,000–9,000 contradicts 1 Anja Kolde repeated On")


async def test_each_mark_of_a_picture_leads_to_its_sentence_and_says_what_it_is(
    ledger: Any,
) -> None:
    tree = await page(ledger)
    marks = {each.get("aria-label"): each.get("href") for each in of_class(tree, "chart-mark")}
    (number,) = [each for each in KOLDE.spans if each.layer == "number"]
    label = "4,000–9,000, Anja Kolde, published 2013-05-02"
    assert marks[label] == f"/-/article/{quote(KOLDE.id)}#{number.id}"
    assert len(marks) == 2
    picture = first(tree, "//figure/div/*")
    named = {picture.get("aria-labelledby"), picture.get("aria-describedby")}
    assert named <= set(tree.xpath("//@id"))
    assert "4,000–9,000, Anja Kolde" in words(first(tree, "//desc"))


async def test_a_lone_figure_has_no_picture(ledger: Any) -> None:
    tree = await page(ledger, "/-/figures?show=all")
    assert len(tree.xpath("//h2")) == 2
    assert len(tree.xpath("//figure")) == 1


async def test_figures_can_be_sought_by_what_they_count_and_who_gives_them(ledger: Any) -> None:
    tree = await page(ledger, "/-/figures?show=all&about=dead+office")
    assert [words(each) for each in tree.xpath("//h2")] == ["Dorvanians, dead, in Ostrea"]
    assert "None on submarines" in words(await page(ledger, "/-/figures?about=submarines"))


async def test_what_is_not_there_is_said(ledger: Any) -> None:
    answer = await ledger.client.get("/-/figures?show=none")
    assert answer.status_code == 404
    assert "there are contested, compared, all, sums" in answer.text


async def test_sums_that_a_text_states_are_shown_with_what_they_come_to(tmp_path: Path) -> None:
    text = "In Ostrea boats doubled from 300 to 900."
    document = article("Sums", text, "300", "2013", value=300.0)
    (number,) = [each for each in document.spans if isinstance(each, Number)]
    more = replace(number, start=36, end=39, text="900", value=900.0)
    document = with_ids(replace(document, spans=(*document.spans, more)))
    served = await started(server.application(build(tmp_path / "s.db", [document])))
    tree = await page(served, "/-/figures?show=sums")
    (row,) = tree.xpath("//tbody/tr")
    assert apart(row).startswith("doubled 300 to 900 is 3 times does not hold On Sums, ¶ 1")


async def test_many_quantities_come_in_pages(tmp_path: Path) -> None:
    many = [
        replace(OFFICE, id=f"a{n}", spans=tuple(
            replace(each, counted=f"boats{n} painted", id="") if isinstance(each, Number) else
            replace(each, id="") for each in OFFICE.spans
        ))
        for n in range(25)
    ]  # fmt: skip
    served = await started(server.application(build(tmp_path / "m.db", map(with_ids, many))))
    tree = await page(served, "/-/figures?show=all&page=2")
    assert len(tree.xpath("//section")) == 5
    assert "page 2 of 2" in words(first(tree, "//nav[@class='pages']"))


async def test_words_of_an_article_are_never_markup(tmp_path: Path) -> None:
    served = await started(server.application(build(tmp_path / "h.db", [hostile()])))
    tree = await page(served, "/-/figures?show=all&about=<script>")
    assert not tree.xpath("//script[not(@src)]")
    assert not (await page(served, "/-/figures?show=all")).xpath("//script[not(@src)]")


async def test_a_corpus_without_figures_says_so(tmp_path: Path) -> None:
    served = await started(server.application(build(tmp_path / "e.db", [])))
    assert "None." in words(await page(served))


async def test_a_quantity_with_many_figures_has_them_all_on_its_own_page(tmp_path: Path) -> None:
    many = [
        article(
            f"Paper {n}", f"About {n + 20},000 Dorvanians hide in Ostrea.", f"About {n + 20},000",
            "2012-11-20", value=(n + 20) * 1000.0, approx=True,
        )
        for n in range(FEW + 90)
    ]  # fmt: skip
    served = await started(server.application(build(tmp_path / "f.db", many)))
    tree = await page(served)
    rows = tree.xpath("//tbody/tr")
    assert len(rows) == FEW == len(of_class(tree, "chart-mark"))
    assert "20,000" in apart(rows[0]), "the least is among them"
    assert f"{len(many) + 19:,},000" in apart(rows[-1]), "the most is among them"
    whole = first(tree, "//p[@class='chart-more']/a").get("href")
    tree = await page(served, whole)
    assert len(tree.xpath("//tbody/tr")) == FIGURES
    assert len(of_class(tree, "chart-mark")) == DRAWN
    tree = await page(served, first(tree, "//a[@rel='next']").get("href"))
    assert len(tree.xpath("//tbody/tr")) == len(many) - FIGURES


async def test_a_quantity_that_is_not_there_is_said(ledger: Any) -> None:
    answer = await ledger.client.get("/-/figures?quantity=none")
    assert answer.status_code == 404
    assert "the page of figures lists them" in answer.text
