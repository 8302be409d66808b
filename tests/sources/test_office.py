"""Documents and books: structure and metadata that pandoc keeps, and files that mean harm."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache

import pypandoc
import pytest

from annotate import pipeline
from annotate.errors import SourceError
from annotate.sources import office, zips

ARTICLE = """---
title: The dam that failed
subtitle: What Selm knew
author: [Ilse Marant, Anja Kolde]
date: 2013-05-04
lang: en-GB
---

# First

The dam failed.[^1] It was old. "Nobody came," she said.

> A letter, quoted whole.

1. Open the border.
2. Close the camps:
   a. all of them
   b. most of them

| Year | Fled  |
|------|-------|
| 2011 | 4,000 |

## Second

More words here, and some are *set apart*.

[^1]: The ministry in Vantor denied it.
"""


@cache
def made(form: str, text: str = ARTICLE) -> bytes:
    """The article as pandoc writes it in some form."""
    command = [pypandoc.get_pandoc_path(), "--from", "markdown", "--to", form, "--standalone"]
    return subprocess.run(
        [*command, "--output", "-"], input=text.encode(), capture_output=True, check=True
    ).stdout


@pytest.mark.parametrize("form", ["docx", "odt", "epub"])
def test_the_structure_of_a_document_is_kept(form: str) -> None:
    document = pipeline.read(made(form), id="dam", form=form)
    told = [(each.kind, document.text[each.start : each.end]) for each in document.segments]
    assert told[0] == ("title", "The dam that failed")
    for expected in (
        ("heading", "First"),
        ("paragraph", "The dam failed.¹ It was old. “Nobody came,” she said."),
        ("quote", "A letter, quoted whole."),
        ("list_item", "1. Open the border."),
        ("list_item", "b. most of them"),
        ("paragraph", "2011\t4,000"),
        ("heading", "Second"),
        ("paragraph", "More words here, and some are set apart."),
        ("note", "¹ The ministry in Vantor denied it."),
    ):
        assert expected in told
    assert all(each.xpath is None for each in document.segments)
    assert document.form == form


@pytest.mark.parametrize("form", ["docx", "odt", "epub"])
def test_a_document_tells_its_title_authors_day_and_language(form: str) -> None:
    meta = pipeline.read(made(form), id="dam", form=form).meta
    assert meta.title == "The dam that failed"
    assert meta.authors == ("Ilse Marant", "Anja Kolde")
    assert (meta.published, meta.language) == ("2013-05-04", "en")


@pytest.mark.parametrize(
    ("said", "published"), [("1911", "1911"), ("1911-05", "1911-05"), ("0101-01-01", None)]
)
def test_the_catalogue_of_a_book_may_know_no_more_than_a_year(
    said: str, published: str | None
) -> None:
    def dated(catalogue: bytes) -> bytes:
        return re.sub(rb"(<dc:date[^>]*>)[^<]*", rb"\g<1>" + said.encode(), catalogue)

    book = _with({"EPUB/content.opf": dated}, made("epub"))
    meta = pipeline.read(book, id="dam", form="epub").meta
    assert meta.published == published


def test_what_a_program_filled_in_counts_only_where_the_words_are_silent() -> None:
    core = (
        b'<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b"<dc:title>Untitled 1</dc:title><dc:creator>Tomas Verrin</dc:creator></cp:coreProperties>"
    )
    byline = made("docx", "# The dam\n\nBy Ilse Marant\n\n" + "The dam failed in the night. " * 20)
    silent = made("docx", "The dam failed in the night. " * 20)
    told = [
        pipeline.read(_with({"docProps/core.xml": lambda _: core}, data), id="x", form="docx").meta
        for data in (byline, silent)
    ]
    assert [meta.authors for meta in told] == [("Ilse Marant",), ("Tomas Verrin",)]
    assert told[1].origins["authors"] == "document properties"
    assert told[1].title != "Untitled 1"


Change = Callable[[bytes], bytes]


def _with(
    changes: dict[str, Change], data: bytes = b"", more: dict[str, bytes] | None = None
) -> bytes:
    """A document with some of its parts changed."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data or made("docx"))) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, changes.get(name, bytes)(old.read(name)))
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return file.getvalue()


def _encrypted(data: bytes) -> bytes:
    """The same with the flags that say so."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


MAIN = "word/document.xml"
ENTITIES = b'?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("docx", lambda: b"", "is empty"),
    ("docx", lambda: b"Only some words.", r"is not a \.docx document"),
    ("docx", lambda: made("odt"), r"is not a \.docx document, but an \.odt document"),
    ("odt", lambda: made("epub"), r"is not an \.odt document, but an \.epub book"),
    ("epub", lambda: made("docx"), r"is not an \.epub book, but a \.docx document"),
    ("docx", lambda: b"\xd0\xcf\x11\xe0" + bytes(99), "has a password; save it as .docx"),
    ("docx", lambda: made("docx")[:-50], "no whole zip archive"),
    ("docx", lambda: made("docx")[:2000], "no whole zip archive"),
    ("docx", lambda: _encrypted(made("docx")), "is encrypted"),
    ("docx", lambda: _with({MAIN: lambda part: part[:200]}), "pandoc cannot read it"),
    ("docx", lambda: _with({MAIN: lambda part: part.replace(b"?>", ENTITIES, 1)}), "entities"),
    (
        "docx",
        lambda: _with(
            {MAIN: lambda p: p.decode().replace("?>", ENTITIES.decode(), 1).encode("utf-16")}
        ),
        "entities",
    ),
]


@pytest.mark.parametrize(("form", "bad", "sentence"), BAD)
def test_what_is_none_damaged_or_means_harm_is_a_sentence(
    form: str, bad: Callable[[], bytes], sentence: str
) -> None:
    with pytest.raises(SourceError, match=sentence) as caught:
        pipeline.read(bad(), id="x.docx", form=form)
    assert "\n" not in str(caught.value)


def test_a_member_that_declares_less_than_it_holds_is_a_sentence() -> None:
    data = _with({}, more={"word/more.xml": bytes(9_999)})
    size = (9_999).to_bytes(4, "little")
    with pytest.raises(SourceError, match="is damaged"):
        pipeline.read(data.replace(size, (99).to_bytes(4, "little")), id="x", form="docx")


def test_text_that_unpacks_beyond_bounds_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "UNPACKED", 1_000_000)
    data = _with({}, more={"word/more.xml": bytes(1_000_000)})
    with pytest.raises(SourceError, match=r"unpacks to 1,.* bytes, more than the 1,000,000"):
        pipeline.read(data, id="x", form="docx")


def test_more_members_than_bounds_allow_are_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MEMBERS", 20)
    data = _with({}, more={f"word/{n}.png": b"" for n in range(20)})
    with pytest.raises(SourceError, match="more than the 20 of an archive"):
        pipeline.read(data, id="x", form="docx")


def test_names_in_an_archive_are_never_paths() -> None:
    more = {"../../evil.xml": b"<x/>", "/evil.xml": b"<x/>", "word/media/../../e.png": b"x"}
    document = pipeline.read(_with({}, more=more), id="x", form="docx")
    assert "The dam failed." in document.text


def test_archives_and_macros_in_a_document_are_never_unpacked() -> None:
    nested = {"word/embeddings/a.docx": made("docx"), "word/vbaProject.bin": bytes(9_000_000)}
    assert pipeline.read(_with({}, more=nested), id="x", form="docx").text == (
        pipeline.read(made("docx"), id="x", form="docx").text
    )


def test_a_document_that_takes_too_long_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "SECONDS", 0.0)
    with pytest.raises(SourceError, match="takes more than"):
        pipeline.read(made("docx"), id="x", form="docx")


def test_a_document_that_takes_too_much_memory_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(office, "MEMORY", 5)
    with pytest.raises(SourceError, match="5 megabytes of memory"):
        pipeline.read(made("docx", ARTICLE + "Words, words. " * 20_000), id="x", form="docx")


def _shown(data: bytes) -> list[tuple[str, str]]:
    document = pipeline.read(data, id="book", form="epub")
    return [(each.kind, document.text[each.start : each.end]) for each in document.segments]


CHAPTERS = """---
title: A year on the Ilva
---

# The dam

The dam failed in the night.

# The camps

Nobody came to count.
"""
FIRST = "EPUB/text/ch001.xhtml"


def _without_heading(page: bytes) -> bytes:
    return re.sub(rb"<h1[^>]*>.*?</h1>", b"", page, flags=re.DOTALL)


def test_a_chapter_that_only_the_contents_name_has_its_name_as_a_heading() -> None:
    found = _shown(_with({FIRST: _without_heading}, made("epub", CHAPTERS)))
    assert found.index(("heading", "The dam")) + 1 == found.index(
        ("paragraph", "The dam failed in the night.")
    )
    assert [words for kind, words in found if kind == "heading"] == ["The dam", "The camps"]


@pytest.mark.parametrize(
    "page",
    [
        lambda page: page,
        lambda page: page.replace(b"<h1>", b"<p>").replace(b"</h1>", b"</p>"),
        lambda page: page.replace(b"<h1>The", b"<p><b>The</b>").replace(b"</h1>", b"</p>"),
    ],
    ids=["in a heading", "in a paragraph", "in two elements"],
)
def test_a_chapter_that_says_its_name_itself_has_it_once(page: Change) -> None:
    found = _shown(_with({FIRST: page}, made("epub", CHAPTERS)))
    assert [words for _, words in found].count("The dam") == 1
