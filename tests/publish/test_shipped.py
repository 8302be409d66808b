"""The shipped corpus, built by the program and read page by page."""

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from annotate import workspace
from annotate.build import build
from annotate.publish import server
from annotate.publish.paragraphs import LAYERS
from annotate.store import database, queries
from tests.conftest import ROOT
from tests.publish.conftest import started
from tests.publish.pages import faults, parsed

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a copy of the project's own workspace, which no test changes."""
    root = tmp_path_factory.mktemp("shipped")
    shutil.copytree(ROOT / "corpus", root / "corpus")
    shutil.copy(ROOT / "codebook.yml", root)
    space = workspace.open_at(root)
    build(space)
    return space.database


async def test_every_article_can_be_read_with_every_finding(corpus: Path) -> None:
    served: Any = await started(server.application(corpus))
    conn = database.open_for_reading(corpus)
    listed = queries.documents(conn)
    assert len(listed) >= 9
    for each in listed:
        answer = await served.client.get(f"/-/article/{quote(each.id)}")
        assert answer.status_code == 200, each.id
        assert faults(answer.text) == [], each.id
        anchors = set(parsed(answer.text).xpath("//@id"))
        spans = queries.spans(conn, each.id, layers=LAYERS)
        assert {span.id for span in spans} <= anchors, each.id
    conn.close()


async def test_each_picture_of_figures_has_a_place_of_its_own(corpus: Path) -> None:
    served: Any = await started(server.application(corpus))
    for asked in ("show=all", "show=all&page=2", "show=sums", "quantity=returns"):
        answer = await served.client.get(f"/-/figures?{asked}")
        assert (answer.status_code, faults(answer.text)) == (200, []), asked


async def test_every_paragraph_of_an_article_can_be_cited(corpus: Path) -> None:
    served: Any = await started(server.application(corpus))
    conn = database.open_for_reading(corpus)
    document = queries.document(conn, "2015-estuary-review-after-the-accord")
    conn.close()
    for segment in document.segments:
        if segment.number is not None:
            address = f"/-/cite/article/{document.id}/p{segment.number}"
            answer = await served.client.get(address)
            assert answer.status_code == 200, segment
            assert f"para. {segment.number}" in answer.text


async def test_who_says_what_can_be_opened_down_to_its_sentences(corpus: Path) -> None:
    served: Any = await started(server.application(corpus))
    todo = ["/-/who", "/-/matrix", "/-/terms", "/-/terms?by=speaker", "/-/recommendations"]
    seen: set[str] = set()
    for address in todo:
        answer = await served.client.get(address)
        assert (answer.status_code, faults(answer.text)) == (200, []), address
        links = parsed(answer.text).xpath("//svg//a/@href | //td//a/@href | //th//a/@href")
        assert links, address
        seen |= set(links)
    for link in sorted(seen):
        answer = await served.client.get(link)
        assert (answer.status_code, faults(answer.text)) == (200, []), link
        assert "<h1>0 statements" not in answer.text, link
