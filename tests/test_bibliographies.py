"""Bibliographies beside the articles: read in each form, matched, laid under sidecars."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotate import bibliographies, workspace
from annotate.bibliographies import Entry
from annotate.build import Summary, build
from annotate.cite import csl, render
from annotate.errors import CodebookError
from annotate.model import Claim, Meta
from annotate.store import database, queries

BIB = r"""@online{kolde2014,
  title = {The \emph{barns} counted},
  author = {Kolde, Anja and van der Toll, Marek and {Delta Rights Watch}},
  date = {2014-05-20},
  url = {https://courier.example/barns},
  file = {Snapshot:files/12/barns.html:text/html;PDF:files/13/odd\: name.pdf:application/pdf},
}
"""
RIS = """TY  - NEWS
TI  - The night ferry
AU  - Toll, Marek
DA  - 2013/05/03/
PY  - 2013
UR  - https://er.example/ferry
DO  - 10.1234/ABC
L1  - files/2/ferry.txt
ER  -
"""
CSL = [
    {"id": "k1", "type": "report", "title": "Barns counted", "URL": "https://x.example/a",
     "author": [{"family": "Kolde", "given": "Anja"}], "issued": {"date-parts": [[2014, 5]]}},
    {"id": "k2", "type": "odd", "title": "Nobody has this one"},
]  # fmt: skip
PAGE = """<html><head><title>{title}</title><link rel="canonical" href="{url}"></head>
<body><h1>{title}</h1><p>Nobody counts them any more, and that is the trouble.</p></body></html>"""


def entries(tmp_path: Path, name: str, text: str) -> list[Entry]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return bibliographies.read(tmp_path / name)


def test_biblatex_is_read_with_its_attachments(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, "refs.bib", BIB)
    assert entry.origin == "refs.bib, kolde2014"
    assert entry.meta.title == "The barns counted"
    assert entry.meta.authors == ("Anja Kolde", "Marek van der Toll", "Delta Rights Watch")
    assert (entry.meta.published, entry.meta.type) == ("2014-05-20", "webpage")
    assert entry.files == ("files/12/barns.html", "files/13/odd: name.pdf")


def test_ris_is_read_with_its_day_and_attachments(tmp_path: Path) -> None:
    (entry,) = entries(tmp_path, "refs.ris", RIS)
    assert (entry.meta.title, entry.meta.authors) == ("The night ferry", ("Marek Toll",))
    assert (entry.meta.published, entry.doi) == ("2013-05-03", "10.1234/abc")
    assert entry.files == ("files/2/ferry.txt",)


def test_csl_json_is_read_and_a_type_that_is_none_left_out(tmp_path: Path) -> None:
    first, second = entries(tmp_path, "refs.json", json.dumps(CSL))
    assert (first.meta.published, first.meta.type) == ("2014-05", "report")
    assert second.meta.type is None


@pytest.mark.parametrize(
    ("name", "text"),
    [("refs.json", "[{]"), ("refs.json", "[1]"), ("refs.bib", "@online{x, title = {a"),
     ("refs.ris", "nonsense")],
)  # fmt: skip
def test_a_bad_bibliography_is_one_sentence(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(CodebookError, match=r"refs\.\w+: is no .*; export it anew") as caught:
        entries(tmp_path, name, text)
    assert "\n" not in str(caught.value)


def test_half_a_character_in_a_bibliography_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"refs\.json: holds half a character"):
        entries(tmp_path, "refs.json", '[{"id": "k", "title": "\\ud800"}]')


def entry(origin: str = "r, k", **values: Any) -> Entry:
    of_entry = {key: values.pop(key) for key in ("doi", "files") if key in values}
    return Entry(origin=origin, meta=Meta(**values), **of_entry)


MATCHING = [
    entry(files=("zotero/storage/X/barns.html",)),
    entry(url="http://www.courier.example/barns/"),
    entry(doi="10.1234/abc"),
    entry(title="BARNS, counted"),
]


@pytest.mark.parametrize("one", MATCHING)
def test_an_entry_is_matched_by_file_address_doi_or_title(one: Entry) -> None:
    meta = Meta(title="Barns counted", url="https://courier.example/barns",
                claims=(Claim(key="doi", value="10.1234/abc", origins=("doi",)),))  # fmt: skip
    other = entry("r, other", title="Barns", url="https://courier.example/", doi="10.1234/ab")
    found = bibliographies.described([other, one], Path("a/barns.html"), meta, shown="x")
    assert found is one
    assert bibliographies.described([other], Path("a/barns.html"), meta, shown="x") is None


def test_two_entries_for_one_article_are_a_sentence() -> None:
    two = [entry("r, a", title="Barns"), entry("r, b", title="barns")]
    with pytest.raises(CodebookError, match="x: r, a and r, b both describe it; take one of them"):
        bibliographies.described(two, Path("x"), Meta(title="Barns"), shown="x")


# builds


def corpus(root: Path, **files: str) -> Path:
    (root / "corpus").mkdir(exist_ok=True)
    pages = {"a.html": PAGE.format(title="Barns counted", url="https://x.example/a"),
             "b.html": PAGE.format(title="Ferries counted", url="https://x.example/b")}  # fmt: skip
    for name, text in {**pages, **files}.items():
        (root / "corpus" / name).write_text(text, encoding="utf-8")
    return root


def built(root: Path) -> Summary:
    return build(workspace.open_at(root))


def stored(root: Path, name: str) -> Meta:
    conn = database.open_for_reading(root / "corpus.db")
    try:
        return queries.document(conn, name).meta
    finally:
        conn.close()


def test_a_build_trusts_sidecar_then_bibliography_then_page(tmp_path: Path) -> None:
    root = corpus(tmp_path, **{"refs.json": json.dumps(CSL), "a.meta.yml": "title: Our barns\n"})
    done = built(root)
    assert done.unmatched == ("refs.json, k2",)
    meta = stored(root, "a")
    assert (meta.title, meta.origins["title"]) == ("Our barns", "sidecar")
    assert (meta.authors, meta.origins["authors"]) == (("Anja Kolde",), "refs.json, k1")
    values = [(claim.value, claim.origins[0]) for claim in meta.claims if claim.key == "title"]
    assert values == [("Our barns", "sidecar"), ("Barns counted", "refs.json, k1")]


def test_a_change_in_the_bibliography_reads_the_articles_that_it_names(tmp_path: Path) -> None:
    root = corpus(tmp_path, **{"refs.json": json.dumps(CSL)})
    assert built(root).read == ("a", "b")
    assert built(root).kept == ("a", "b")
    changed = [{**CSL[0], "author": [{"literal": "Marek Toll"}]}, CSL[1]]
    corpus(tmp_path, **{"refs.json": json.dumps(changed)})
    done = built(root)
    assert (done.read, done.kept) == (("a",), ("b",))
    assert stored(root, "a").authors == ("Marek Toll",)


def test_a_bad_bibliography_loses_nothing(tmp_path: Path) -> None:
    root = corpus(tmp_path)
    built(root)
    corpus(tmp_path, **{"refs.ris": "nonsense"})
    with pytest.raises(CodebookError, match=r"corpus/refs\.ris: is no ris"):
        built(root)
    assert stored(root, "b").title == "Ferries counted"


JOURNAL = [
    {"id": "k3", "type": "article-journal", "title": "Barns counted", "URL": "https://x.example/a",
     "container-title": "Delta Studies", "volume": 12, "issue": "3", "page": "45-61",
     "DOI": "10.1234/Barns", "issued": {"date-parts": [[2014]]}},
]  # fmt: skip


def test_volume_pages_and_doi_of_an_entry_reach_the_citation(tmp_path: Path) -> None:
    root = corpus(tmp_path, **{"refs.json": json.dumps(JOURNAL)})
    built(root)
    made = csl.item_of(stored(root, "a"), id="a")
    wanted = {"volume": "12", "issue": "3", "page": "45-61", "DOI": "10.1234/barns"}
    assert {key: made.get(key) for key in wanted} == wanted
    with render.Citeproc() as citeproc:
        (entry,) = citeproc.render([made], [], "apa").bibliography
    assert "12(3), 45–61. https://doi.org/10.1234/barns" in entry.text
