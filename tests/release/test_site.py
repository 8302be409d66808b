"""The reading pages of a publication as files: whole, safe, without a server and without leaks."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from annotate import pipeline, workspace
from annotate.model import Meta
from annotate.publish.filed import file_name
from annotate.release import publish
from annotate.release.leaks import in_files
from annotate.release.names import Names, load
from annotate.store import database, write
from tests.publish import browser
from tests.publish.articles import ferries, hostile
from tests.publish.conftest import build
from tests.publish.pages import faults, first, parsed, words
from tests.publish.serving import hosted
from tests.publish.test_printed_page import PAPER
from tests.publish.test_saved_page import PAGE, article

PROTECTED = "names: [{name: Tomas Verrin, as: Source A}, {name: Anja Kolde, as: Writer B}]"
CONFIG = "publish: {full_text: ['*'], comments: true}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication of the ferries and of an article that attacks whoever shows it."""
    return published(tmp_path_factory.mktemp("space"))


def published(root: Path, *, config: str = CONFIG, protected: str = "") -> Path:
    """The folder of a publication."""
    build(root / "corpus.db", [ferries(), ferries("2014/tomas-verrin"), hostile()])
    (root / "annotate.yml").write_text(config, encoding="utf-8")
    if protected:
        (root / "protected.yml").write_text(protected, encoding="utf-8")
    publish(workspace.open_at(root), root / "public")
    return root / "public"


def pages(site: Path) -> dict[str, str]:
    """The pages by the names of their files."""
    return {
        each.relative_to(site).as_posix(): each.read_text(encoding="utf-8")
        for each in site.rglob("*.html")
    }


def addresses(page: str) -> Iterator[tuple[str, str]]:
    """Every address that a page names, after the attribute that names it."""
    for name, value in re.findall(r'\s(href|src|action|data-quote)="([^"]*)"', page):
        yield name, unescape(value)


def test_every_link_leads_to_a_place_in_the_folder(site: Path) -> None:
    held = pages(site)
    ids = {name: set(re.findall(r'\sid="([^"]*)"', page)) for name, page in held.items()}
    for name, page in held.items():
        for _, address in addresses(page):
            if re.match("[a-z]+:", address) or name == "received/page.html":
                continue  # a saved page keeps its own links
            path, _, anchor = unquote(address).partition("#")
            target = (site / name).parent / path if path else site / name
            assert target.is_file(), (name, address)
            place = target.resolve().relative_to(site.resolve()).as_posix()
            assert not anchor or anchor in ids[place], (name, address)


def test_there_is_a_page_of_every_kind(site: Path) -> None:
    kinds = {name.partition("/")[0] for name in pages(site)}
    assert kinds >= {"index.html", "article", "quotations", "matrix", "figures", "terms", "who",
                     "recommendations", "statements"}  # fmt: skip
    downloads = {each.name: each.read_text(encoding="utf-8")
                 for each in (site / "downloads").iterdir()}  # fmt: skip
    assert "must be stopped" in downloads["articles.jsonl"]
    assert "must be stopped" in downloads["sentences.csv"]
    assert "Vantor Courier" in downloads["works.bib"]
    assert sum(each.count("<svg") for each in pages(site).values()) > 3


def test_no_page_asks_for_anything_from_elsewhere(site: Path) -> None:
    for name, page in pages(site).items():
        for address in parsed(page).xpath("//link/@href | //script/@src | //img/@src"):
            assert not re.match("[a-z]+:|/", address), (name, address)
        outward = [each for kind, each in addresses(page) if re.match("[a-z]+:", each)]
        assert all(each.startswith("https://") for each in outward), name
        assert not parsed(page).xpath("//iframe | //form[@action]")


def test_each_page_locks_itself_before_it_loads_anything(site: Path) -> None:
    for name, page in pages(site).items():
        policy = page.index('<meta http-equiv="Content-Security-Policy"')
        assert policy < page.index("<title>") < page.index("<link"), name
        told = parsed(page).xpath("//meta[@http-equiv]/@content")
        assert "default-src 'none'" in told[0]
        assert "unsafe" not in told[0]
        assert faults(page.replace("../assets/", STATIC).replace('"assets/', f'"{STATIC}')) == []


STATIC = "/-/static-plugins/annotate/"


def test_a_quotation_is_ready_with_its_citation(site: Path) -> None:
    page = parsed((site / file_name("/-/quotations/2014/tomas-verrin")).read_text(encoding="utf-8"))
    entries = {each.get("id"): words(each) for each in page.xpath("//section")}
    assert "(Tomas Verrin, quoted in Kolde, 2013, para. 2)" in "".join(entries.values())
    assert "comment by Ruo Lin" in "".join(entries.values())
    assert {"p1", "p2", "s0"} <= set(entries)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", "index.html"),
        ("/-/matrix", "matrix/all.html"),
        ("/-/article/2013-the-ferry", "article/2013-the-ferry.html"),
        ("/-/export/csv", "downloads/sentences.csv"),
        ("/-/statements?form=csv", r"statements/form-csv-\w{10}\.csv"),
        ("/-/article/2013/the%20ferry", r"article/2013-the-ferry-\w{10}\.html"),
        ("/-/who/Anja%20Kolde", r"who/anja-kolde-\w{10}\.html"),
        ("/-/who/%E9%98%AE%E6%96%87", r"who/\w{10}\.html"),
        ("/-/article/..%2F..%2Fetc", r"article/etc-\w{10}\.html"),
    ],
)
def test_a_file_has_a_name_that_every_host_takes(address: str, name: str) -> None:
    assert re.fullmatch(name, file_name(address))


def test_names_that_differ_are_different_files() -> None:
    spelled = ("Anja%20Kolde", "anja-kolde", "Anja-Kolde", "anja%20kolde", "Änja%20Kolde")
    assert len({file_name(f"/-/who/{each}") for each in spelled}) == len(spelled)


def test_a_protected_name_stands_in_no_file(tmp_path: Path) -> None:
    folder = published(tmp_path, protected=PROTECTED)
    assert "Source A" in "".join(pages(folder).values())
    for path in folder.rglob("*"):
        assert "verrin" not in path.name.lower()
        if path.is_file():
            data = path.read_bytes().lower()
            assert not any(word in data for word in (b"verrin", b"kolde", b"tomas", b"anja"))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.html", "<p>said T&oacute;mas Verrin</p>"),
        ("a.html", "<p>Ver<b>rin</b></p>"),
        ("tomas-verrin.html", ""),
        ("a.html", "U28gc2FpZCBUb21hcyBWZXJyaW4gdG8gdXM="),
    ],
)
def test_a_leak_into_a_file_is_found(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "protected.yml").write_text(PROTECTED, encoding="utf-8")
    names: Names = load(tmp_path / "protected.yml", {})
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).write_text(told, encoding="utf-8")
    assert list(in_files(tmp_path / "site", names, besides="corpus.db"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication of a saved page that attacks and a PDF with the files as they were received."""
    root = tmp_path_factory.mktemp("shared")
    with closing(database.open_for_writing(build(root / "corpus.db", []))) as conn:
        saved = write.Received(data=PAGE.encode(), encoding="utf-8")
        write.save(conn, replace(article("page"), meta=Meta(title="Ferries", license="CC0")), saved)
        paper = pipeline.read(PAPER, id="paper", form="pdf", known=Meta(license="CC0"))
        write.save(conn, paper, write.Received(data=PAPER, encoding=None))
        write.save(conn, replace(article("kept"), meta=Meta(title="Kept", license="©")), saved)
    (root / "annotate.yml").write_text("publish: {originals: true}", encoding="utf-8")
    publish(workspace.open_at(root), root / "public")
    return root / "public"


def test_saved_originals_are_shared_with_articles_that_leave_whole_and_with_no_other(
    shared: Path,
) -> None:
    held = pages(shared)
    names = {name for name in held if name.startswith(("original/", "received/"))}
    assert {"original/page.html", "received/page.html", "original/paper.html"} <= names
    assert sum(name.startswith("received/paper") for name in names) == 3
    assert not any("kept" in name for name in names)
    test_every_link_leads_to_a_place_in_the_folder(shared)
    assert 'href="../original/page.html">saved page' in held["article/page.html"]
    assert "original/" not in held["article/kept.html"]


def test_a_shared_original_is_locked_before_its_first_word(shared: Path) -> None:
    for name, page in pages(shared).items():
        if name.startswith("received/"):
            lock = re.match(r"<!DOCTYPE html>\s*<meta charset=\S+>\s*<meta http-equiv=(.*)>", page)
            assert lock, name
            assert "default-src 'none'" in lock[1], name
            assert not parsed(page).xpath("//script | //iframe | //link | //base | //object"), name
        if name.startswith("original/"):
            assert first(parsed(page), "//iframe").get("sandbox") == "", name
            assert "frame-src 'self'" in parsed(page).xpath("//meta[@http-equiv]/@content")[0]


def test_without_a_choice_no_original_is_shared(site: Path) -> None:
    assert not any(name.startswith(("original/", "received/")) for name in pages(site))


@pytest.mark.browser
@pytest.mark.skipif(
    not (browser.CHROMIUM and browser.DRIVER), reason="no chromium with its chromedriver here"
)
def test_a_browser_shows_the_shared_originals_and_runs_nothing_of_them(
    shared: Path, tmp_path: Path
) -> None:
    with (
        hosted(shared.parent) as host,
        browser.browser(tmp_path / "profile", width=1000) as opened,
    ):
        for root in (f"file://{shared}", f"{host}/{shared.name}"):
            opened.open(f"{root}/original/page.html")
            opened.enter(0)
            assert "night ferries" in opened.run("return document.body.innerText")
            opened.leave()
            opened.open(f"{root}/received/page.html")
            assert opened.run("return [document.scripts.length, frames.length]") == [0, 0]
            shown = "return [document.querySelector('img').naturalWidth > 1000, document.title]"
            opened.open(f"{root}/original/paper.html")
            opened.enter(0)
            assert opened.run(shown) == [True, "paper, page iv"]
            opened.leave()
            opened.click("a[href*='received/paper']")
            opened.click("a[rel='next']")
            assert opened.run(shown) == [True, "paper, page v"]


def test_who_wants_no_pages_gets_none(tmp_path: Path) -> None:
    assert not pages(published(tmp_path, config="publish: {site: false}"))


@pytest.mark.browser
@pytest.mark.skipif(
    not (browser.CHROMIUM and browser.DRIVER), reason="no chromium with its chromedriver here"
)
def test_a_browser_reads_it_from_a_disk_and_from_below_a_path(site: Path, tmp_path: Path) -> None:
    with (
        hosted(site.parent) as host,
        browser.browser(tmp_path / "profile", width=1000) as opened,
    ):
        for first in (f"file://{site}/index.html", f"{host}/{site.name}/index.html"):
            opened.open(first)
            assert (
                opened.run("return getComputedStyle(document.querySelector('.top')).display")
                == "flex"
            )
            opened.click("a.title[href*='tomas-verrin']")
            styled = "return getComputedStyle(document.querySelector('.row .mark.number'))"
            assert opened.run(f"{styled}.borderBottomStyle") == "solid"
            opened.run("document.querySelector('#show-number').click()")
            assert opened.run(f"{styled}.borderBottomStyle") == "none"
            opened.click("#p2 .gutter .cite")
            assert opened.run("return location.hash") == "#p2"
            opened.click("#p2 button[data-rich]")
            assert "copied" in opened.run("return document.querySelector('.copied').textContent")
            opened.open(first.replace("index.html", file_name(f"/-/article/{_EVIL}")))
            assert opened.run("return window.alerted") is None
            assert opened.run("return document.scripts.length") == 0


_EVIL = "evil/%3Cb%3E%26amp%3B%22%27%3F%23%252F.."
