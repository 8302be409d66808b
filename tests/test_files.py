"""A corpus of files as they come: which are articles, and what a build makes of them."""

from contextlib import closing
from pathlib import Path

import pytest

from annotate import forms, workspace
from annotate.build import build
from annotate.store import database, queries, runs
from tests.sources import archives, test_office, test_warc

CRAWL = [
    "crawl-one-513149bf",
    *(f"crawl-{test_warc.warc.key(test_warc.SITE[n][0])}" for n in (2, 3, 6)),
]


@pytest.fixture
def space(folder: Path) -> workspace.Workspace:
    corpus = folder / "corpus"
    (corpus / "crawl.warc.gz").write_bytes(archives.warc(test_warc.SITE))
    (corpus / "dam.mhtml").write_bytes(archives.mhtml(archives.page()))
    (corpus / "paper.docx").write_bytes(test_office.made("docx"))
    (corpus / "saved.html").write_text(archives.page(), encoding="utf-8")
    (corpus / "saved_files").mkdir()
    (corpus / "saved_files" / "frame.html").write_text("<p>An advertisement.</p>", encoding="utf-8")
    return workspace.open_at(folder)


def test_a_build_reads_each_article_of_each_file(space: workspace.Workspace) -> None:
    done = build(space)
    assert done.failed == {}
    assert sorted(done.read) == sorted([*CRAWL, "dam", "ferries", "paper", "saved"])
    again = build(space)
    assert (again.read, len(again.kept)) == ((), 8)
    with closing(database.open_for_reading(space.database)) as conn:
        document = queries.document(conn, CRAWL[0])
        rows = conn.execute("SELECT id, path, part, form FROM documents WHERE part IS NOT NULL")
        parts = {row[0]: tuple(row)[1:] for row in rows}
        received = queries.version(conn, CRAWL[0]).data
    assert document.meta.url == "https://a.example/one.html"
    assert parts[CRAWL[0]] == ("corpus/crawl.warc.gz", "https://a.example/one.html", "html")
    assert parts["dam"] == ("corpus/dam.mhtml", archives.ADDRESS, "html")
    assert received == test_warc.PAGE


def test_what_an_archive_held_stays_while_it_breaks_off(space: workspace.Workspace) -> None:
    build(space)
    (space.corpus / "crawl.warc.gz").write_bytes(archives.warc(test_warc.SITE)[:-40])
    broken = build(space)
    assert list(broken.failed) == ["corpus/crawl.warc.gz"]
    assert (broken.forgotten, len(broken.kept)) == ((), 7)
    (space.corpus / "crawl.warc.gz").write_bytes(archives.warc(test_warc.SITE[1:4]))
    whole = build(space)
    assert whole.forgotten == tuple(sorted([CRAWL[0], CRAWL[3]]))
    with closing(database.open_for_reading(space.database)) as conn:
        assert runs.failures(conn) == {}


def test_a_page_that_cannot_be_read_is_told_by_its_address(space: workspace.Workspace) -> None:
    bad = archives.received("https://a.example/bad", b"x", ("Content-Encoding", "br"))
    (space.corpus / "crawl.warc.gz").write_bytes(archives.warc([*test_warc.SITE[:1], bad]))
    assert list(build(space).failed) == ["corpus/crawl.warc.gz (https://a.example/bad)"]


def test_a_page_of_an_archive_has_a_sidecar_of_its_own_or_the_archive_s(
    space: workspace.Workspace,
) -> None:
    (space.corpus / f"{CRAWL[0]}.meta.yml").write_text("publisher: Vantor Courier\n")
    (space.corpus / "crawl.meta.yml").write_text("publisher: The Estuary Review\n")
    assert space.aside() == []
    build(space)
    with closing(database.open_for_reading(space.database)) as conn:
        told = [queries.document(conn, each).meta.publisher for each in CRAWL[:2]]
    assert told == ["Vantor Courier", "The Estuary Review"]


ENDINGS = [
    ("a.warc.gz", "warc", "a"),
    ("A.WARC.GZ", "warc", "A"),
    ("b.v2.html", "html", "b.v2"),
    ("c.mht", "mhtml", "c"),
    ("d.gz", None, "d.gz"),
    ("e", None, "e"),
]


@pytest.mark.parametrize(("name", "form", "stem"), ENDINGS)
def test_a_file_s_ending_states_its_form(name: str, form: str | None, stem: str) -> None:
    assert (forms.of(name), forms.stem(name)) == (form, stem)
