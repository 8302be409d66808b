"""The pages of who says what: people, positions, contested words, recommendations, statements."""

import csv
import io
import json
import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from annotate import records
from annotate.publish import network, server
from annotate.store import database
from annotate.store.speakers import Quoting
from tests.publish.articles import EVIL, ferries, hostile
from tests.publish.conftest import build, started
from tests.publish.other_scripts import arabic, chinese
from tests.publish.pages import apart, faults, first, of_class, parsed, words
from tests.store.speeches import courier, review

PAGES = ["/-/who", "/-/matrix", "/-/terms", "/-/terms?by=speaker", "/-/recommendations"]
NAME = quote(EVIL, safe="")


@pytest.fixture
async def served(tmp_path: Path) -> Any:
    path = build(tmp_path / "corpus.db", [courier(), review(), hostile()])
    return await started(server.application(path))


async def test_sentences_tell_their_language_and_which_way_they_run(tmp_path: Path) -> None:
    path = build(tmp_path / "corpus.db", [courier(), arabic(), chinese()])
    served = await started(server.application(path))
    for address, name in (
        ("/-/statements", "said-words"),
        ("/-/figures?show=all", "chart-words"),
        ("/-/find", "snippet"),
        ("/-/search?q=9,000", "snippet"),
    ):
        tree = await page(served, address)
        told = {(each.get("lang"), each.get("dir")) for each in of_class(tree, name)}
        assert ("ar", "rtl") in told, address
        assert all(way == ("rtl" if lang == "ar" else "ltr") for lang, way in told), address
    (writes,) = (await page(served, "/-/who/أنيا كولده")).xpath("//ul[@class='links']/li/a[@lang]")
    assert writes.get("lang") == "ar"


async def test_sentences_are_shown_without_markup(tmp_path: Path) -> None:
    article = courier()
    hidden = [article.text.index(sign) for sign in ("fears", "9,000")]
    marked = replace(article, marks=tuple((at, at + 2) for at in sorted(hidden)))
    served = await started(server.application(build(tmp_path / "corpus.db", [marked])))
    for address, name, shown in (
        ("/-/statements", "said-words", "A teacher ars the squatters."),
        ("/-/who/Delta%20Rights%20Watch", "said-words", "Nearly 000 Dorvanians crossed"),
        ("/-/figures?show=all", "chart-words", "Nearly 000 Dorvanians crossed"),
    ):
        tree = await page(served, address)
        assert shown in " ".join(words(each) for each in of_class(tree, name)), address


async def test_who_is_in_the_codebook_leads_to_wikidata(tmp_path: Path) -> None:
    names = "  Delta Rights Watch: {label: ORG, wikidata: Q101}\n"
    served = await started(server.application(build(tmp_path / "corpus.db", [ferries()], names)))
    links = "//p[@class='lead']/a/@href"
    assert (await page(served, "/-/who/Delta%20Rights%20Watch")).xpath(links) == [
        "https://www.wikidata.org/wiki/Q101"
    ]
    assert (await page(served, "/-/who/Tomas%20Verrin")).xpath(links) == []


async def page(served: Any, address: str) -> Any:
    answer = await served.client.get(address)
    assert answer.status_code == 200, (address, answer.text[:500])
    assert faults(answer.text) == [], address
    return parsed(answer.text)


def cells(tree: Any, head: str) -> list[str]:
    """The rows of tables that begin with a head, each on one line."""
    rows = tree.xpath("//table[@class='numbers']/tbody/tr")
    return [apart(row) for row in rows if words(first(row, "./th")) == head]


async def test_all_that_is_counted_or_drawn_is_a_link_that_opens_its_sentences(served: Any) -> None:
    seen: set[str] = set()
    for address in [*PAGES, "/-/who/Delta%20Rights%20Watch", f"/-/who/{NAME}"]:
        tree = await page(served, address)
        links = {link for link in tree.xpath("//main//a/@href") if link.startswith("/-/")}
        assert tree.xpath("//svg//a") or "/who/" in address, address
        for drawn in tree.xpath("//svg//rect | //svg//path | //svg//circle"):
            assert drawn.getparent().tag == "a", address
        for count in tree.xpath("//td[@class='n'][normalize-space()]"):
            assert len(count.xpath(".//a/@href")) == 1, (address, apart(count))
        seen |= links
    pages = {each for each in seen if "form=" not in each}  # the others are files
    for link in sorted(each for each in pages if each.startswith(("/-/statements", "/-/who"))):
        tree = await page(served, link)
        if link.startswith("/-/statements"):
            assert words(first(tree, "//h1")) != "0 statements", link
            assert of_class(tree, "said-words"), link


async def test_a_picture_has_a_title_a_description_and_a_table_beside_it(served: Any) -> None:
    for address in PAGES:
        tree = await page(served, address)
        pictures = tree.xpath("//svg")
        assert pictures, address
        for picture in pictures:
            title, desc = picture.get("aria-labelledby").split()
            assert first(tree, f"//*[@id='{title}']").text_content().strip()
            assert "table below says the same" in first(tree, f"//*[@id='{desc}']").text_content()
        assert len(tree.xpath("//table")) >= len(pictures)


async def test_the_matrix_keeps_the_writers_voice_apart(served: Any) -> None:
    tree = await page(served, "/-/matrix")
    titles = [words(each) for each in tree.xpath("//section/h2")]
    assert titles == [
        "Writers in their own voice",
        "Voices that are reported",
        "Readers’ comments",
    ]
    assert cells(tree, "Marek Toll") == ["Marek Toll opposes 1"]
    assert cells(tree, "Ruo Lin") == ["Ruo Lin supports 1; 1 second-hand"]
    own = first(tree, "//section[h2/@id='own']")
    assert "Ruo Lin" not in own.text_content()
    assert cells(await page(served, "/-/matrix?topic=ferries"), "Ruo Lin") == []


async def test_the_matrix_names_the_topics_on_which_nothing_was_found(tmp_path: Path) -> None:
    path = build(tmp_path / "corpus.db", [courier()])
    with closing(database.open_for_writing(path)) as conn, conn:
        conn.execute("INSERT INTO topics (key, statement) VALUES ('lost_aid', 'Aid is lost.')")
    tree = await page(await started(server.application(path)), "/-/matrix")
    told = [words(each) for each in tree.xpath("//dl[@class='topics']/div[dt='lost aid']/dd")]
    assert told == ["Aid is lost. No stance on this has been found."]


async def test_the_map_tells_a_side_by_a_sign(served: Any) -> None:
    tree = await page(served, "/-/matrix")
    (field,) = tree.xpath("//svg//a[starts-with(@aria-label, 'Marek Toll, ferries')]")
    assert field.get("aria-label") == "Marek Toll, ferries: opposes 1"
    assert words(first(field, "./text")) == "▼ 1"


async def test_people_are_listed_with_whose_voice_carries_them(served: Any) -> None:
    tree = await page(served, "/-/who")
    (row,) = cells(tree, "Delta Rights Watch")
    assert row.startswith("Delta Rights Watch 2 1 1 2 2 2013–2014")
    assert first(tree, "//a[text()='teacher'][contains(@class, 'unnamed')]") is not None
    named = await page(served, "/-/who?kind=named")
    assert "teacher" not in first(named, "//table").text_content()
    found = await page(served, "/-/who?q=verr")
    assert [words(each) for each in found.xpath("//tbody/tr/th")] == ["Tomas Verrin"]
    both = await page(served, first(found, "//a[text()='without a name']").get("href"))
    assert first(both, "//main//input[@name='q']").get("value") == "verr"
    assert first(both, "//main//input[@name='kind']").get("value") == "unnamed"
    assert not both.xpath("//tbody/tr/th")


async def test_who_quotes_whom_is_drawn(served: Any) -> None:
    tree = await page(served, "/-/who")
    (line,) = tree.xpath("//svg//a[@aria-label='cable quotes Ruo Lin: 1']")
    assert "second-hand" in line.get("class")
    opened = await page(served, line.get("href"))
    assert "should be given refugee papers" in words(of_class(opened, "said-words")[0])


async def test_all_that_one_says_stands_by_date_and_says_whose_voice_it_is(served: Any) -> None:
    tree = await page(served, "/-/who/Ruo%20Lin")
    assert words(first(tree, "//h1")) == "Ruo Lin"
    voices = {words(each) for each in of_class(tree, "voice-second-hand")}
    assert voices == {"reported second-hand, through cable"}
    assert first(tree, "//a[starts-with(@href, '/-/article/courier/figures#')]") is not None
    figures = await page(served, "/-/who/Delta%20Rights%20Watch?layer=number")
    assert "the same words in 2 articles" in apart(first(figures, "//ol[@class='said-list']"))
    assert len(of_class(figures, "said-words")) == 1


async def test_somebody_is_found_by_another_name_of_the_codebook(served: Any) -> None:
    answer = await served.client.get("/-/who/Verrin")
    assert answer.status_code == 404
    assert "Tomas Verrin" in answer.text


async def test_words_tell_who_uses_and_who_avoids_them(served: Any) -> None:
    tree = await page(served, "/-/terms")
    sections = {words(first(each, "./h2")): apart(each) for each in tree.xpath("//section")}
    assert "Avoided by Estuary Review" in sections["squatter"]
    assert "Avoided" not in sections["refugee"]
    assert cells(tree, "Vantor Courier")[-1].startswith("Vantor Courier 1 1 squatters")


async def test_recommendations_tell_addressee_act_and_topic_with_their_words(served: Any) -> None:
    tree = await page(served, "/-/recommendations?addressee=Ostrea")
    assert cells(tree, "Ostrea") == ["Ostrea urges ferries opposes 1 1"]
    assert "The ferries must be stopped." in apart(first(tree, "//ol[@class='said-list']"))
    everything = await page(served, "/-/recommendations")
    assert any("nobody named" in row for row in cells(everything, "nobody named"))


async def test_statements_say_what_they_are_filtered_by(served: Any) -> None:
    tree = await page(served, "/-/statements?layer=stance&speaker=&voice=reported")
    assert apart(first(tree, "//dl")) == "said by not stated kind stance voice reported"
    assert words(first(tree, "//h1")) == "0 statements"
    assert (await served.client.get("/-/statements?voice=loud")).status_code == 404


COUNTED = {
    "/-/matrix": "supports",
    "/-/terms": "avoided",
    "/-/terms?by=speaker": "avoided",
    "/-/who": "quotations",
    "/-/who?kind=named": "quotations",
    "/-/recommendations": "addressee",
}


@pytest.mark.parametrize(("address", "column"), COUNTED.items())
async def test_counts_go_to_other_programs(served: Any, address: str, column: str) -> None:
    links = (await page(served, address)).xpath("//p[@class='exports']/a/@href")
    table, lines = [await served.client.get(link) for link in links[:2]]
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in table.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(table.text)))
    found = [json.loads(line) for line in lines.text.splitlines()]
    assert len(rows) == len(found) > 0
    assert column in rows[0]
    assert list(rows[0]) == list(found[0])


LISTED = ["/-/statements?layer=quote", "/-/who/Delta%20Rights%20Watch", "/-/recommendations"]


@pytest.mark.parametrize("address", LISTED)
async def test_statements_are_taken_along_as_articles_quotations_and_works(
    served: Any, address: str
) -> None:
    links = (await page(served, address)).xpath("//p[@class='exports']/a/@href")
    told = {link.rpartition("form=")[2].partition("&")[0]: link for link in links}
    assert list(told) == ["csv", "json", "articles", "markdown", "csl-json", "ris", "biblatex"]
    taken = {form: await served.client.get(link) for form, link in told.items()}
    for answer in taken.values():
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith("attachment")
    articles = [json.loads(line) for line in taken["articles"].text.splitlines()]
    works = {each["id"] for each in json.loads(taken["csl-json"].text)}
    assert {each["id"] for each in articles} == works
    for each in articles:
        document = records.from_record(each)
        assert document.spans
        for span in document.spans:
            assert document.text[span.start : span.end] == span.text
    assert taken["markdown"].text.startswith("> ")
    assert taken["ris"].text.count("ER  -") == taken["biblatex"].text.count("@") == len(works)


async def test_statements_go_to_other_programs(served: Any) -> None:
    links = (await page(served, "/-/statements?layer=quote")).xpath("//p[@class='exports']/a/@href")
    table, lines = [await served.client.get(link) for link in links[:2]]
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in table.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(table.text)))
    found = [json.loads(line) for line in lines.text.splitlines()]
    assert [row["id"] for row in rows] == [each["id"] for each in found]
    assert found[0]["speaker"] == "Delta Rights Watch"
    assert found[0]["article"] == "courier/figures#p1"


@pytest.mark.parametrize(
    "address",
    [
        *PAGES,
        f"/-/who/{NAME}",
        f"/-/who?q={NAME}",
        f"/-/matrix?topic={NAME}",
        f"/-/statements?speaker={NAME}",
        f"/-/statements?voice={NAME}",
        f"/-/recommendations?addressee={NAME}&topic={NAME}",
        "/-/statements?echo=x&page=99999999",
    ],
)
async def test_nothing_hostile_runs(served: Any, address: str) -> None:
    answer = await served.client.get(address)
    assert answer.status_code in (200, 404)
    assert faults(answer.text) == []
    assert "7006652" not in parsed(answer.text).text_content()
    assert "unsafe" not in answer.headers["content-security-policy"]
    for link in parsed(answer.text).xpath("//@href | //@src | //@action"):
        assert link.startswith(("/", "#")), link


async def test_the_start_page_leads_to_all_of_them(served: Any) -> None:
    links = (await page(served, "/")).xpath("//main//a/@href")
    assert {"/-/who", "/-/matrix", "/-/terms", "/-/recommendations"} <= set(links)


async def test_a_corpus_without_findings_has_empty_pages(tmp_path: Path) -> None:
    served = await started(server.application(build(tmp_path / "corpus.db", [])))
    for address in [*PAGES, "/-/statements"]:
        await page(served, address)


def test_the_network_draws_each_name_once_on_its_side_and_long_ones_short() -> None:
    def edge(reporter: str, speaker: str, different: int) -> Quoting:
        return Quoting(
            reporter=reporter,
            speaker=speaker,
            voice="first-hand",
            different=different,
            statements=different,
            articles=1,
        )

    edges = [edge("a", "b", 8), edge("a", "x" * 50, 1), edge("b", "a", 2)]
    drawn = network.laid_out(edges, {"b": 8, "x" * 50: 1, "a": 2})
    assert [node.name for node in drawn.left] == ["a", "b"]
    assert [node.label for node in drawn.right] == ["b", "a", "x" * 33 + "…"]
    assert [line.width for line in drawn.lines] == [9, 2, 3]
    assert all(re.fullmatch(r"M\d+ \d+C[\d ]+", line.path) for line in drawn.lines)


async def test_who_is_quoted_by_two_writers_of_one_article_is_quoted_once(tmp_path: Path) -> None:
    article = courier()
    two = replace(article, meta=replace(article.meta, authors=("Marek Toll", "Anja Kolde")))
    served = await started(server.application(build(tmp_path / "corpus.db", [two])))
    drawn = [apart(each) for each in (await page(served, "/-/who")).xpath("//svg//text")]
    assert "\u2068Delta Rights Watch\u2069 1" in drawn
