"""The page as received: shown with the passage marked, and without any power."""

from pathlib import Path
from typing import Any

import pytest

from annotate.model import Document, Meta, Segment, Stretch
from annotate.publish import server
from annotate.store import database, write
from tests.publish.conftest import started
from tests.publish.pages import first, parsed

PAGE = """<!DOCTYPE html><html><head><title>Ferries</title><base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/"><script>alert(1)</script>
<link rel="preconnect" href="https://evil.example/"></head><body onload="alert(2)">
<p>The <b>night ferries</b> cross.</p><p>They must be stopped.</p>
<iframe src="https://evil.example/"></iframe><object data="x"></object><embed src="x">
</body></html>"""
WORDS = "The night ferries cross.\n\nThey must be stopped."


def article(id: str, *, form: str = "html") -> Document:  # noqa: A002  # the field's name
    """An article made of the page."""
    start, end = PAGE.index("The <b>"), PAGE.index("</p>")
    known = Stretch(start=start, end=end)
    return Document(
        id=id,
        text=WORDS,
        form=form,
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
        ("/-/article/page", "/-/original/page"),
        ("/-/cite/article/page/p2", "/-/original/page?at=p2"),
    ):
        assert (
            first(parsed((await kept.client.get(address)).text), f"//a[@href='{link}']") is not None
        )


@pytest.mark.parametrize("name", ["text", "told", "none"])
async def test_what_was_not_kept_is_not_offered(kept: Any, name: str) -> None:
    for kind in ("original", "received"):
        assert (await kept.client.get(f"/-/{kind}/{name}")).status_code == 404
    assert "/-/original/" not in (await kept.client.get(f"/-/article/{name}")).text
