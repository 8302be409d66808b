"""Every page of ours by what a machine can check of WCAG 2.2 AA: axe-core finds nothing."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from annotate import workspace
from annotate.publish import room, server
from annotate.publish.room import Room
from annotate.release import publish
from annotate.review import deciding
from annotate.store import database, write
from tests.publish import browser
from tests.publish.articles import ferries
from tests.publish.conftest import build, started
from tests.publish.crawl import pages
from tests.publish.serving import serving
from tests.publish.test_saved_page import PAGE, article

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(
        not (browser.CHROMIUM and browser.DRIVER), reason="no chromium with its chromedriver here"
    ),
]

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

ASK = """
const run = {runOnly: %s, resultTypes: ["violations"], iframes: false};
axe.run(document, run).then(found => done(found.violations.flatMap(each => each.nodes.map(
  node => each.id + ": " + node.html.slice(0, 160) + " " + (node.any[0] || {message: ""}).message
))), error => done([String(error)]));
"""


Window = tuple[browser.Browser, tuple[str, ...]]
"""A browser, and the rules by which its pages are judged."""


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core."""
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    return (resources.files(package) / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of an article and of a page that is kept as received."""
    path = build(tmp_path_factory.mktemp("seen") / "corpus.db", [ferries()])
    with closing(database.open_for_writing(path)) as conn:
        write.save(conn, article("page"), write.Received(data=PAGE.encode(), encoding="utf-8"))
    return path


@pytest.fixture(scope="module")
def addresses(built: Path) -> list[str]:
    """A page of every kind of ours, and of each several."""

    async def found() -> dict[str, Any]:
        served = await started(server.application(built))
        return await pages(served.client, ours_alone=True)

    is_page = "text/html"
    answers = asyncio.run(found()).items()
    return [
        address
        for address, answer in answers
        if answer.headers["content-type"].startswith(is_page) and "/-/received/" not in address
    ]


@pytest.fixture(scope="module")
def host(built: Path) -> Iterator[str]:
    """Where the database is served."""
    with serving(server.application(built).app()) as address:
        yield address


@pytest.fixture(
    scope="module",
    params=[(1280, False, RULES), (390, False, RULES), (1280, True, ("wcag2aa",))],
    ids=["wide", "phone", "dark"],
)
def window(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Window]:
    """Windows wide and narrow, light and dark, each for all pages."""
    width, dark, rules = request.param
    with browser.browser(tmp_path_factory.mktemp("profile"), width=width, dark=dark) as opened:
        yield opened, rules


def barriers(window: Window, axe: str, addresses: list[str], *, narrow: bool) -> dict[str, Any]:
    """What axe-core finds on some pages. narrow: whether one wider than the window is told too."""
    opened, rules = window
    found: dict[str, Any] = {}
    for address in addresses:
        opened.open(address)
        opened.run(axe)
        seen = opened.answer(ASK % list(rules))
        if narrow and opened.run("return document.documentElement.scrollWidth > innerWidth"):
            seen.append("wider than the window")
        if seen:
            found[address] = seen
    return found


def test_no_page_has_a_barrier(window: Window, axe: str, addresses: list[str], host: str) -> None:
    assert len(addresses) > 6
    assert barriers(window, axe, [host + each for each in addresses], narrow=False) == {}


ANJA = "anja"


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server for decisions answers, on which some have been taken."""
    folder = tmp_path_factory.mktemp("reviewed")
    path = build(folder / "corpus.db", [ferries()])
    here = Room(database=path, folder=folder / "decisions", coder=ANJA)
    with here.desk() as desk:
        deciding.decide(desk, "accept", [FOUND[0].id], note="seen")
        deciding.decide(desk, "reject", [FOUND[1].id])
    with serving(room.opened(server.application(path, changing=True).app(), here)) as address:
        yield address


FOUND = ferries().spans
REVIEW = (
    "/-/review",
    "/-/review?layer=stance",
    f"/-/review/finding/{FOUND[0].id}",
    f"/-/review/finding/{FOUND[1].id}",
    *(f"/-/review/finding/{each.id}" for each in FOUND if each.layer in ("stance", "number")),
    f"/-/review/missing?document={quote(ferries().id)}&layer=stance&words=ferries",
    f"/-/article/{quote(ferries().id)}",
)
"""Pages of a server for decisions."""


def test_nobody_is_kept_from_deciding(window: Window, axe: str, decided: str) -> None:
    assert barriers(window, axe, [decided + each for each in REVIEW], narrow=True) == {}


def test_no_page_that_is_a_file_has_a_barrier(window: Window, axe: str, site: Path) -> None:
    pages = {each.parent.name: each for each in sorted(site.rglob("*.html"))}
    assert len(pages) > 6
    addresses = [f"file://{each}" for each in pages.values()]
    assert barriers(window, axe, addresses, narrow=True) == {}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reading pages of a publication as files."""
    root = tmp_path_factory.mktemp("space")
    build(root / "corpus.db", [ferries()])
    publish(workspace.open_at(root), root / "public")
    return root / "public"


def test_the_first_stop_of_the_keyboard_leads_past_the_head(tmp_path: Path, host: str) -> None:
    with browser.browser(tmp_path, width=1280) as opened:
        opened.open(host + "/")
        skip = opened.run(
            "const first = document.querySelector('a, button, input'); first.focus();"
            "return [first.className, first.getAttribute('href'),"
            " document.querySelector('#main') !== null,"
            " first.getBoundingClientRect().left >= 0]"
        )
    assert skip == ["skip", "#main", True, True]
