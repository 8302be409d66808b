"""What was received, alone and beside: shown with the passage marked, and without any power."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from annotate.model import Document, Leaf, Meta, Segment, Stretch
from annotate.publish import server
from annotate.store import database, write
from tests.publish.articles import hostile
from tests.publish.conftest import build, started
from tests.publish.pages import first, parsed

PAGE = """<!DOCTYPE html><html><head><title>Ferries</title><base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/"><script>alert(1)</script>
<link rel="preconnect" href="https://evil.example/"></head><body onload="alert(2)">
<p>The <b>night ferries</b> cross.</p><p>They must be stopped.</p>
<iframe src="https://evil.example/"></iframe><object data="x"></object><embed src="x">
</body></html>"""
WORDS = "The night ferries cross.\n\nThey must be stopped."


def article(id: str, *, form: str = "html", page: str = PAGE) -> Document:  # noqa: A002  # the field's name
    """An article made of the page."""
    start = page.index("The <b>")
    end = page.index("</p>", start)
    known = Stretch(start=start, end=end)
    return Document(
        id=id,
        text=WORDS,
        form=form,
        pages=(Leaf(start=0, end=26, label="iv"), Leaf(start=26, end=len(WORDS), label="v")),
        meta=Meta(title="Ferries", accessed="2013-05-03"),
        segments=(
            Segment(
                n=0, kind="paragraph", start=0, end=24, number=1, source=known, xpath="/html/p"
            ),
            Segment(n=1, kind="paragraph", start=26, end=len(WORDS), number=2),
        ),
    )


@pytest.fixture
async def kept(tmp_path: Path) -> Any:
    """A Datasette that serves an article with its page, and one without."""
    conn = database.open_for_writing(tmp_path / "corpus.db")
    write.save(conn, article("page"), write.Received(data=PAGE.encode(), encoding="utf-8"))
    write.save(conn, article("text", form="text"))
    write.save(conn, article("told"))
    conn.close()
    return await started(server.application(tmp_path / "corpus.db"))


async def test_the_passage_is_marked_across_its_elements(kept: Any) -> None:
    page = parsed((await kept.client.get("/-/received/page?at=p1")).text)
    assert page.xpath("//mark/text()") == ["The ", "night ferries", " cross."]
    assert first(page, "//mark[@id='annotate-passage']").text == "The "
    assert not parsed((await kept.client.get("/-/received/page?at=p2")).text).xpath("//mark")


async def test_nothing_in_the_page_reaches_out(kept: Any) -> None:
    answer = await kept.client.get("/-/received/page")
    page = parsed(answer.text)
    reaching = ("script", "link", "meta", "base", "iframe", "object", "embed")
    assert not page.xpath(" | ".join(f"//{name}" for name in reaching))
    policy = answer.headers["content-security-policy"].split("; ")
    assert {"sandbox", "default-src 'none'", "form-action 'none'"} <= set(policy)
    assert "frame-ancestors 'self'" in policy
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


async def test_the_page_around_it_gives_the_frame_no_right(kept: Any) -> None:
    answer = await kept.client.get("/-/original/page?at=p1")
    frame = first(parsed(answer.text), "//iframe")
    assert frame.get("sandbox") == ""
    assert frame.get("src") == "/-/received/page?at=p1#annotate-passage"
    assert "frame-src 'self'" in answer.headers["content-security-policy"]
    assert "script-src 'self'" in answer.headers["content-security-policy"]


async def test_article_and_citation_lead_there(kept: Any) -> None:
    for address, link in (
        ("/-/article/page", "/-/article/page?beside=start"),
        ("/-/article/page?beside=start", "/-/article/page"),
        ("/-/article/page?beside=start", "/-/original/page"),
        ("/-/cite/article/page/p2", "/-/article/page?beside=p2#p2"),
    ):
        assert (
            first(parsed((await kept.client.get(address)).text), f"//a[@href='{link}']") is not None
        )


async def test_beside_the_article_each_passage_is_a_link_into_the_frame(kept: Any) -> None:
    answer = await kept.client.get("/-/article/page?beside=p1")
    page = parsed(answer.text)
    frame = first(page, "//iframe[@name='received']")
    assert frame.get("sandbox") == ""
    assert frame.get("src") == "/-/received/page?at=p1#annotate-passage"
    assert "frame-src 'self'" in answer.headers["content-security-policy"]
    links = page.xpath("//a[@target='received']/@href")
    assert links == [f"/-/received/page?at=p{n}#annotate-passage" for n in (1, 2)]
    alone = await kept.client.get("/-/article/page")
    assert "iframe" not in alone.text
    assert "frame-src" not in alone.headers["content-security-policy"]


async def test_of_another_file_the_text_is_shown_as_it_was_read(kept: Any) -> None:
    answer = await kept.client.get("/-/received/text?at=p2")
    page = parsed(answer.text)
    assert (
        first(page, "//div[@class='text']").text_content() == f"p. iv{WORDS[:26]}p. v{WORDS[26:]}"
    )
    (mark,) = page.xpath("//mark")
    assert (mark.get("id"), mark.text) == ("annotate-passage", "They must be stopped.")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "text as read" in (await kept.client.get("/-/article/text")).text


async def test_a_hostile_text_is_words_in_the_frame_too(tmp_path: Path) -> None:
    path = build(tmp_path / "corpus.db", [replace(hostile(), form="text")])
    served = await started(server.application(path))
    answer = await served.client.get(f"/-/received/{quote(hostile().id)}?at=p1")
    assert "<script" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text


@pytest.mark.parametrize("name", ["told", "none"])
async def test_what_was_not_kept_is_not_offered(kept: Any, name: str) -> None:
    for kind in ("original", "received"):
        assert (await kept.client.get(f"/-/{kind}/{name}")).status_code == 404
    assert "beside" not in (await kept.client.get(f"/-/article/{name}")).text
