"""The page of an article."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from annotate.model import Claim, Document, Entity, Leaf, Meta, Number, Segment, Stance
from annotate.publish import server
from annotate.publish.article import facts, lay_out
from annotate.publish.paragraphs import LAYERS
from tests.publish.articles import ferries, with_ids
from tests.publish.conftest import build, started
from tests.publish.pages import faults, first, of_class, parsed, words

ID = ferries().id
ADDRESS = f"/-/article/{quote(ID)}"


async def page(served: Any, address: str = ADDRESS) -> Any:
    answer = await served.client.get(address)
    assert answer.status_code == 200, answer.text[:500]
    assert faults(answer.text) == []
    return parsed(answer.text)


def span_id(layer: str, nth: int = 0) -> str:
    return [span.id for span in ferries().spans if span.layer == layer][nth]


async def test_an_id_may_hold_slashes_dots_spaces_and_any_letter(served: Any) -> None:
    assert words(first(await page(served), "//h1")) == "The night ferries of Brenn"


async def test_there_is_no_page_for_an_unknown_article(served: Any) -> None:
    answer = await served.client.get("/-/article/nothing")
    assert answer.status_code == 404


async def test_paragraphs_are_numbered_as_a_reader_counts(served: Any) -> None:
    tree = await page(served)
    assert [words(each) for each in of_class(tree, "number") if each.tag == "a" and
            "mark" not in each.get("class")] == ["1", "2", "3", "4", "5", "6"]  # fmt: skip
    assert words(first(tree, "//*[@id='p2']//*[contains(@class, 'text')]")).startswith("▼“The")


async def test_markup_is_gone_from_the_text(served: Any) -> None:
    tree = await page(served)
    assert words(first(tree, "//h2")) == "What is to be done"
    item = first(tree, "//*[@id='p3']//*[contains(@class, 'item')]")
    assert words(item) == "• Haixian papers call them 漂民."


def test_where_a_paragraph_goes_on_elsewhere_a_space_stands_and_its_words_are_escaped() -> None:
    text = "They came <b>by\n\n12 Estuary\n\nnight.\0"
    parts = ((0, 15), (text.index("night"), len(text)))
    whole = Segment(n=0, kind="paragraph", start=0, end=len(text), parts=parts)
    found = Entity(id="e-1", label="LOC", start=10, end=13, text="<b>", canonical='"&', by="x")
    document = Document(id="a", text=text, segments=(whole,), spans=(found,))
    (row,) = (row for _, rows in lay_out(document, {}, cite=str).groups for row in rows)
    assert "".join(run.words for run in row.runs) == "They came &lt;b&gt;by night."
    assert [note.head for note in row.names] == ["&#34;&amp;"]


def test_a_printed_page_is_named_where_it_begins_in_the_work_not_at_its_running_head() -> None:
    words = ["The Estuary Review", "They came by night.", "Nobody spoke.", "The Estuary Review 12"]
    words += ["The far bank was empty."]
    kinds = ["boilerplate", "paragraph", "paragraph", "boilerplate", "paragraph"]
    text = "\n".join(words)
    starts = [text.rindex(each) if n > 2 else text.index(each) for n, each in enumerate(words)]
    parts = tuple(
        Segment(n=n, kind=kind, start=start, end=start + len(each))
        for n, (kind, start, each) in enumerate(zip(kinds, starts, words, strict=True))
    )
    pages = (
        Leaf(start=0, end=starts[3], label="11"),
        Leaf(start=starts[3], end=len(text), label="12"),
    )
    reading = lay_out(
        Document(id="a", text=text, form="pdf", segments=parts, pages=pages), {}, cite=str
    )
    assert [row.page for _, rows in reading.groups for row in rows] == ["11", None, "12"]
    assert [row.page for row in reading.rest] == ["11", "12"]


async def test_each_kind_is_told_apart(served: Any) -> None:
    tree = await page(served)
    for kind in ("byline", "caption", "note", "notice", "heading", "list_item", "quote"):
        assert of_class(tree, f"kind-{kind}"), kind
    assert first(tree, "//blockquote").text_content().split("\n\n") == [
        "We were counted twice.",
        "Then we were sent back.",
    ]
    assert len(first(tree, "//*[@role='list']").xpath("*[@role='listitem']")) == 2


async def test_boilerplate_is_folded_away(served: Any) -> None:
    tree = await page(served)
    rest = first(tree, "//details[@class='rest']")
    assert "Share this on Lowland Voices" in words(rest)
    assert rest.get("open") is None
    assert "Share this" not in words(first(tree, "//article"))


async def test_a_comment_is_a_readers_and_says_whose(served: Any) -> None:
    comments = first(await page(served), "//section[contains(@class, 'comments')]")
    assert "Comment by Ruo Lin, 2013-05-03" in words(comments)
    assert "By readers, not by the author" in words(comments)
    assert "The ferries save lives." in words(comments)


async def test_each_finding_has_an_anchor_a_note_and_a_citation(served: Any) -> None:
    tree = await page(served)
    for span in ferries().spans:
        assert len(tree.xpath(f"//*[@id='{span.id}']")) == 1, span
        note = first(tree, f"//li[@id='n-{span.id}']")
        assert note.xpath(f".//a[@href='/-/cite/span/{span.id}']"), span


async def test_each_paragraph_has_a_citation(served: Any) -> None:
    tree = await page(served)
    for number in range(1, 7):
        assert tree.xpath(f"//a[@href='/-/cite/article/{quote(ID)}/p{number}']")


async def test_a_mark_can_be_reached_by_key_and_says_what_it_is(served: Any) -> None:
    mark = first(await page(served), f"//a[@id='{span_id('number')}']")
    assert mark.get("href") == f"/-/cite/span/{span_id('number')}"
    assert mark.get("data-tip") == (
        "number: ≤ 9,000 · Dorvanian refugees · says Delta Rights Watch · as of 2012"
    )


async def test_a_name_within_a_quotation_is_marked_as_both(served: Any) -> None:
    quotation = first(await page(served), f"//*[@id='{span_id('quote')}']")
    assert words(quotation) == "Nearly 9,000 Dorvanian refugees crossed the Ilva in 2012"
    assert {each.get("class") for each in quotation.xpath(".//a")} == {
        "mark entity",
        "mark number",
        "mark term",
    }


async def test_a_quotation_in_two_parts_is_marked_without_what_stands_between(served: Any) -> None:
    row = first(await page(served), "//*[@id='p2']")
    assert [words(each) for each in row.xpath(".//span[contains(@class, 'mark quote')]")] == [
        "The night ferries",
        "must be stopped.",
    ]


async def test_a_stance_names_holder_and_statement(served: Any) -> None:
    note = first(await page(served), f"//li[@id='n-{span_id('stance')}']")
    assert "▼ Tomas Verrin opposes The night ferries should be stopped." in words(note)
    assert "urges · direct · to Ostrea · via Anja Kolde" in words(note)


async def test_the_source_tells_where_each_value_came_from(served: Any) -> None:
    rows = (await page(served)).xpath("//details[@class='source']//tbody/tr")
    told = {words(row[0]): (words(row[1]), words(row[2])) for row in rows}
    assert told["Title"] == ("The night ferries of Brenn", "sidecar")
    assert told["By"] == ("Anja Kolde", "byline")
    assert told["Publisher"] == ("Vantor Courier", "not noted")


async def test_layers_are_switched_by_the_address(served: Any) -> None:
    boxes = "//form[@class='layers']//input[@type='checkbox']"
    all_on = (await page(served)).xpath(boxes)
    assert [box.get("value") for box in all_on if box.get("checked") is not None] == list(LAYERS)
    for address in (f"{ADDRESS}?layers=quote,term", f"{ADDRESS}?layers=quote&layers=term"):
        some = (await page(served, address)).xpath(boxes)
        assert [box.get("value") for box in some if box.get("checked") is not None] == [
            "quote",
            "term",
        ]
    none = (await page(served, f"{ADDRESS}?layers=none")).xpath(boxes)
    assert [box for box in none if box.get("checked") is not None] == []


async def test_language_and_direction_are_told(served: Any) -> None:
    tree = await page(served)
    assert first(tree, "//article").get("lang") == "en"
    arabic = next(each for each in of_class(tree, "text") if "نعبر" in each.text_content())
    assert arabic.get("dir") == "rtl"


async def test_a_finding_has_a_lasting_address(served: Any) -> None:
    answer = await served.client.get(f"/-/span/{span_id('term')}")
    assert answer.status_code == 302
    assert answer.headers["location"] == f"{ADDRESS}#{span_id('term')}"


async def test_what_cuts_a_paragraph_in_two_is_left_out(tmp_path: Path) -> None:
    text = "They walked to [12] the river."
    document = Document(
        id="a",
        text=text,
        segments=(
            Segment(
                n=0, kind="paragraph", start=0, end=30, number=1, parts=((0, 14), (19, 30))
            ),
            Segment(n=1, kind="boilerplate", start=15, end=19),
        ),
    )  # fmt: skip
    served = await started(server.application(build(tmp_path / "a.db", [document])))
    row = first(await page(served, "/-/article/a"), "//*[@id='p1']")
    assert words(first(row, ".//*[contains(@class, 'text')]")) == "They walked to the river."


async def test_an_article_without_segments_is_shown_whole(tmp_path: Path) -> None:
    document = Document(id="a", text="Nothing is known\n\nof this.")
    served = await started(server.application(build(tmp_path / "a.db", [document])))
    assert "Nothing is known of this." in words(await page(served, "/-/article/a"))


@pytest.mark.parametrize("name", ["entity", "number", "quote", "stance", "term"])
async def test_each_layer_has_a_switch_with_its_count(served: Any, name: str) -> None:
    label = first(await page(served), f"//label[input[@id='show-{name}']]")
    count = sum(span.layer == name for span in ferries().spans)
    assert words(label).endswith(f" {count}")


async def test_a_stance_within_a_figure_makes_no_link_within_a_link(tmp_path: Path) -> None:
    inner = {"start": 0, "end": 9, "text": "Send back", "by": "rule:x"}
    outer = {"start": 0, "end": 14, "text": "Send back 4000", "by": "rule:x"}
    document = with_ids(
        Document(
            id="a",
            text="Send back 4000",
            spans=(
                Number(label="count", value=4000.0, **outer),
                Stance(
                    label="supports", holder="author", target="t", act="urges", mode="author",
                    **inner,
                ),
            ),
        )
    )  # fmt: skip
    served = await started(server.application(build(tmp_path / "a.db", [document])))
    tree = await page(served, "/-/article/a")
    assert words(first(tree, "//a[@class='mark number']")) == "Send back 4000"


def test_a_fact_tells_what_else_states_it_and_what_contradicts_it() -> None:
    stated = (
        Claim(key="published", value="2014-05-20", origins=("byline", "og:title")),
        Claim(key="published", value="2014-05", origins=("dc.date",)),
        Claim(key="published", value="2014-06-01", origins=("time",)),
    )
    meta = Meta(published="2014-05-20", origins={"published": "byline"}, claims=stated)
    (fact,) = facts(meta)
    assert (fact.origin, fact.also) == ("byline", ("og:title",))
    assert [(other.value, other.conflicts) for other in fact.others] == [
        ("2014-06-01", True),
        ("2014-05", False),
    ]


async def test_what_contradicts_is_shown_on_the_page(tmp_path: Path) -> None:
    claim = Claim(key="published", value="1999-01-01", origins=("<b>time</b>",))
    meta = replace(ferries().meta, claims=(claim,))
    document = replace(ferries(), meta=meta)
    served = await started(server.application(build(tmp_path / "a.db", [document])))
    tree = await page(served)
    row = words(first(tree, "//tr[@class='other']"))
    assert row == "contradicts1999-01-01<b>time</b>"
