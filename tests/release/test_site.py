"""The reading pages of a publication as files: whole, safe, without a server and without leaks."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from annotate import workspace
from annotate.publish.filed import file_name
from annotate.release import publish
from annotate.release.leaks import in_files
from annotate.release.names import Names, load
from tests.publish import browser
from tests.publish.articles import ferries, hostile
from tests.publish.conftest import build
from tests.publish.pages import faults, parsed, words
from tests.publish.serving import hosted

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
            if re.match("[a-z]+:", address):
                continue
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
