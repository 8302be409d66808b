"""A PDF's printed page as a picture: drawn with the passage marked, bounded, and without power."""

import base64
import signal
import struct
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotate import pipeline
from annotate.publish import printed, server
from annotate.store import database, write
from tests.publish.articles import ferries
from tests.publish.conftest import started
from tests.publish.pages import first, of_class, parsed, words
from tests.sources.pdfs import HEIGHT, WIDTH, column, pdf

FERRIES = """The night ferries cross the Ilva each evening, and nobody counts who is aboard. The
harbour police of Brenn say that two in three passengers carry no papers, and that the owners know
it. A ticket costs what a month of work in the salt pans pays."""
DYKES = """On the other bank the dykes were raised after the flood, and those who raised them were
promised land that has since been sold. Ostrea calls the sale lawful. The families who wait at the
landing stage have been told to come back with a deed."""
HARBOUR = """They must be stopped, said the harbour master of Brenn, before winter comes to the
delta. His office has counted eleven boats that left the quay and were not seen again, and it keeps
the list in a drawer that it showed to this writer."""
WINTER = """Nobody in Selm speaks of the winter before last. The ice held for nine days, and
those who walked over it were sent back on the tenth, which the ministry denies."""
PAPER = pdf(
    [column(FERRIES), column(f"{DYKES}\n\n{HARBOUR}"), column(WINTER)],
    labels="/PageLabels << /Nums [0 << /S /r /St 4 >>] >>",
)
"""Pages iv to vi."""


def papers(path: Path, data: bytes, *, name: str = "paper") -> Path:
    """A database with a PDF, whose bytes may have been broken since they were read."""
    document = pipeline.read(PAPER, id=name, form="pdf")
    with closing(database.open_for_writing(path)) as conn:
        write.save(conn, document, write.Received(data=data, encoding=None))
    return path


@pytest.fixture
async def served(tmp_path: Path) -> Any:
    """A Datasette that serves the paper."""
    return await started(server.application(papers(tmp_path / "corpus.db", PAPER)))


def pixels(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and rows of a picture of ours."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = struct.unpack(">II", png[16:24])
    at, body = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            body += png[at + 8 : at + 8 + length]
        at += length + 12
    rows = zlib.decompress(body)
    return (
        wide,
        high,
        [rows[n * (3 * wide + 1) + 1 : (n + 1) * (3 * wide + 1)] for n in range(high)],
    )


def picture_of(page: str) -> bytes:
    source = first(parsed(page), "//img").get("src")
    return base64.b64decode(source.removeprefix("data:image/png;base64,"))


async def test_the_page_that_holds_a_paragraph_is_drawn_with_its_beginning_marked(
    served: Any,
) -> None:
    answer = await served.client.get("/-/received/paper?at=p3")
    assert "p. v, 2 of 3" in words(first(parsed(answer.text), "//nav"))
    wide, high, rows = pixels(picture_of(answer.text))
    assert (wide, round(high / wide, 2)) == (printed.WIDTH, round(HEIGHT / WIDTH, 2))
    marked = [n for n, row in enumerate(rows) if row[::3] != row[2::3]]  # yellow, not grey
    assert 0.1 * high < marked[0] < marked[-1] < 0.2 * high
    assert marked[-1] - marked[0] < 0.03 * high
    (passage,) = of_class(parsed(answer.text), "annotate-passage")
    assert words(passage) == " ".join(HARBOUR.split())


async def test_pages_are_turned_and_each_tells_its_own_words(served: Any) -> None:
    page = parsed((await served.client.get("/-/received/paper")).text)
    turned = first(page, "//a[@rel='next']").get("href")
    assert turned == "/-/received/paper?page=2"
    last = parsed((await served.client.get("/-/received/paper?page=3")).text)
    assert not last.xpath("//a[@rel='next']")
    assert words(first(last, "//div[@class='text']")) == " ".join(WINTER.split())
    assert (await served.client.get("/-/received/paper?page=4")).status_code == 404
    assert (await served.client.get("/-/received/paper?page=-1")).status_code == 404


async def test_the_picture_has_no_power_and_its_page_asks_for_nothing(served: Any) -> None:
    answer = await served.client.get("/-/received/paper?at=p1")
    policy = answer.headers["content-security-policy"].split("; ")
    assert {"sandbox", "default-src 'none'", "img-src data:"} <= set(policy)
    page = parsed(answer.text)
    assert not page.xpath("//script | //link | //iframe | //object | //embed | //form")
    assert {each.split(":")[0] for each in page.xpath("//@src")} == {"data"}


async def test_the_locator_and_the_article_lead_to_the_printed_page(served: Any) -> None:
    article = parsed((await served.client.get("/-/article/paper")).text)
    assert "printed pages beside" in words(first(article, "//p[@class='imprint']"))
    links = article.xpath("//p[@class='gutter']/a[@class='page']")
    assert [(each.text, each.get("href")) for each in links] == [
        ("p. iv", "/-/article/paper?beside=p1#p1"),
        ("p. v", "/-/article/paper?beside=p2#p2"),
        ("p. vi", "/-/article/paper?beside=p4#p4"),
    ]
    beside = parsed((await served.client.get("/-/article/paper?beside=p3")).text)
    assert first(beside, "//iframe").get("src").startswith("/-/received/paper?at=p3")
    assert beside.xpath("//a[@class='page'][@target='received']")
    cited = parsed((await served.client.get("/-/cite/article/paper/p3")).text)
    assert cited.xpath("//a[@href='/-/article/paper?beside=p3#p3']")


@pytest.mark.parametrize(
    "data",
    [PAPER[:300], PAPER.replace(b"/Type /Page ", b"/Type /Pagx "), b"%PDF-1.7\n" + b"\0" * 99],
    ids=["cut off", "without pages", "empty"],
)
async def test_of_a_broken_pdf_the_words_stand_and_why_there_is_no_picture(
    tmp_path: Path, data: bytes
) -> None:
    served = await started(server.application(papers(tmp_path / "corpus.db", data)))
    answer = await served.client.get("/-/received/paper?at=p3")
    assert answer.status_code == 200
    page = parsed(answer.text)
    assert not page.xpath("//img")
    assert "There is no picture" in words(first(page, "//p[@class='problem']"))
    assert "They must be stopped" in words(first(page, "//div[@class='text']"))


async def test_a_page_of_any_size_makes_a_bounded_picture(tmp_path: Path) -> None:
    for n, box in enumerate((b"0 0 9 14400", b"0 0 14400 9", b"0 0 14400 14400", b"0 0 1 1")):
        huge = PAPER.replace(b"[0 0 595 842]", b"[" + box + b"]")
        path = papers(tmp_path / f"{n}.db", huge)
        answer = await (await started(server.application(path))).client.get("/-/received/paper")
        assert answer.status_code == 200
        if "<img" in answer.text:
            wide, high, _ = pixels(picture_of(answer.text))
            assert wide <= printed.WIDTH
            assert wide * high <= printed.PIXELS * 1.05  # whole rows and columns


def test_what_takes_too_long_or_too_much_memory_is_given_up() -> None:
    program = Path(printed.__file__).parents[1] / "sources" / "pdf_picture.py"
    endless = PAPER.replace(
        b"stream\nBT", b"stream\n" + b"0 0 m 595 842 l 9 9 800 800 re f " * 400_000 + b"BT", 1
    )
    asked = [sys.executable, "-I", str(program), "0", "1200", "3000000", "1000000000", "1", ""]
    done = subprocess.run(asked, input=endless, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (-signal.SIGXCPU, b"")
    asked[6] = "40000000"
    done = subprocess.run(asked, input=PAPER, capture_output=True, check=False, timeout=60)
    assert done.stdout == b""


async def test_what_is_no_pdf_is_told_by_its_words(tmp_path: Path) -> None:
    path = papers(tmp_path / "corpus.db", b"<html>")
    with closing(database.open_for_writing(path)) as conn:
        write.save(conn, ferries())
    served = await started(server.application(path))
    for name in ("paper", ferries().id):
        assert "<img" not in (await served.client.get(f"/-/received/{name}")).text
        assert "text as read" in (await served.client.get(f"/-/article/{name}")).text
