"""The page that cites a passage."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from tests.publish.articles import ferries
from tests.publish.pages import apart, faults, first, parsed, words

ID = quote(ferries().id)


async def page(served: Any, address: str) -> Any:
    answer = await served.client.get(address)
    assert answer.status_code == 200, answer.text[:500]
    assert faults(answer.text) == []
    return parsed(answer.text)


def ready(tree: Any, heading: str, label: str) -> str:
    """What a field under a heading holds, ready to be copied."""
    after = f"//h2[.='{heading}']/following-sibling::div[label[normalize-space()='{label}']][1]"
    return str(first(tree, f"{after}/textarea").text)


async def test_a_paragraph_is_cited_in_all_styles(served: Any) -> None:
    tree = await page(served, f"/-/cite/article/{ID}/p1")
    assert ready(tree, "In short", "APA") == "(Kolde, 2013, para. 1)"
    assert "Kolde" in ready(tree, "In short", "MLA")
    assert "The Night Ferries" in ready(tree, "In short", "Chicago, notes")
    assert ready(tree, "Bibliography", "APA").startswith("Kolde, A. (2013, May 2).")


async def test_a_paragraph_is_cited_in_all_formats(served: Any) -> None:
    tree = await page(served, f"/-/cite/article/{ID}/p1")
    assert json.loads(ready(tree, "Ready to paste", "CSL-JSON"))[0]["issued"]
    assert ready(tree, "Ready to paste", "BibLaTeX").startswith("@")
    assert ready(tree, "Ready to paste", "RIS").startswith("TY  - ")
    assert ready(tree, "Ready to paste", "Markdown").startswith("> “Nearly 9,000")
    assert ready(tree, "Ready to paste", "HTML").startswith("<blockquote")
    assert "#:~:text=" in ready(tree, "Ready to paste", "Plain text")


async def test_a_passage_is_told_with_its_place_and_a_way_back(served: Any) -> None:
    tree = await page(served, f"/-/cite/article/{ID}/p1")
    assert words(first(tree, "//blockquote")) == (
        "“Nearly 9,000 Dorvanian refugees crossed the Ilva in 2012, Delta Rights Watch says.”"
    )
    assert first(tree, f"//a[@href='/-/article/{ID}#p1']") is not None
    deep = first(tree, "//a[@class='deep']").get("href")
    assert deep.startswith("https://courier.example/ferries#:~:text=")


async def test_a_quotation_names_who_said_it(served: Any) -> None:
    wanted = next(span for span in ferries().spans if span.label == "direct")
    tree = await page(served, f"/-/cite/span/{wanted.id}")
    assert "Said by Tomas Verrin" in apart(first(tree, "//dl"))
    assert "Tomas Verrin, quoted in Kolde" in ready(tree, "In short", "APA")
    assert first(tree, f"//a[@href='/-/article/{ID}#{wanted.id}']") is not None


async def test_what_has_no_number_is_cited_by_its_place(served: Any) -> None:
    tree = await page(served, f"/-/cite/article/{ID}/s12")
    assert "comment by Ruo Lin" in ready(tree, "In short", "APA")


@pytest.mark.parametrize(
    "address",
    [
        "/-/cite/span/q-abcdefghijklmn",
        f"/-/cite/article/{ID}/p99",
        f"/-/cite/article/{ID}/s99",
        "/-/cite/article/none/p1",
    ],
)
async def test_what_is_not_there_has_no_page(served: Any, address: str) -> None:
    answer = await served.client.get(address)
    assert answer.status_code == 404
    assert "default-src 'none'" in answer.headers["content-security-policy"]
