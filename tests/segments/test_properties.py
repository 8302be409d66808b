"""What holds for any input: segments cover it once, and nothing but SourceError is raised."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml.html import HTMLParser, document_fromstring

from annotate import segments, sources
from annotate.errors import SourceError
from annotate.model import KINDS, Source

PROSE = "Nobody counts the barns any more, and that is the trouble. They burn."
LINES = ("The Barns", "By Anja Kolde", "1. one", "March 8, 2012 at 23:04", "Karel J.", PROSE, "the")
MARKS = (
    "# h",
    "**b**",
    "[x](#)",
    "> q",
    "---",
    "- a",
    "`c",
    "\\(",
    "___",
    "<http://a.b>",
    "[r]: u",
)
TABLES = ("| a | b |\n|--|--|\n", "![i](j)", "<b>x</b>", "&amp;", "[^1]: n", "---\ntitle: x\n---\n")
SPACES = ("\n", "\n\n", "\r\n", "\f", " ", "\t", "\u00ad", "-\n")
REST = ("©", "Leave a Reply", "難民。", "and then", "Press | Nobody counts.", "Related articles")
SIGNS = st.sampled_from((*LINES, *MARKS, *TABLES, *SPACES, *REST))
TEXTS = st.one_of(
    st.text(),
    st.lists(SIGNS, max_size=30).map("".join),
    st.lists(SIGNS, max_size=20).map("\n".join),
)
BLOCKS = ("p", "div", "ul", "li", "table", "tr", "td", "h1", "blockquote", "article", "section")
OTHERS = (
    "b",
    "a",
    "span",
    "br",
    "figure",
    "figcaption",
    "nav",
    "form",
    "o:p",
    "sup",
    "script",
    "pre",
)
TAGS = st.sampled_from((*BLOCKS, *OTHERS))
NAMES = st.sampled_from(["", "comment", "author", "date", "ad", "related", "byline", "comments"])


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Pages of elements in elements."""
    return st.builds(
        lambda tag, name, parts: f"<{tag} class='{name}'>{''.join(parts)}</{tag}>",
        TAGS,
        NAMES,
        st.lists(inner, max_size=4),
    )


PAGES = st.lists(st.recursive(SIGNS, element, max_leaves=20), max_size=4).map("".join)
QUICKLY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(source: Source) -> None:
    """Each character that is no white space is in one segment, and segments are in order."""
    found = segments.split(source)
    owned = [at for one in found for start, end in one.stretches for at in range(start, end)]
    assert len(owned) == len(set(owned))
    assert set(owned) >= {at for at, sign in enumerate(source.text) if not sign.isspace()}
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert [one.n for one in found] == list(range(len(found)))
    assert {one.kind for one in found} <= set(KINDS)
    sources.metadata_of(source, found)


@QUICKLY
@given(TEXTS, st.sampled_from(["text", "markdown"]))
def test_segments_cover_any_text_once(text: str, form: str) -> None:
    source = sources.read(text, form=form)
    assert source.text == text
    check(source)


@QUICKLY
@given(PAGES)
def test_segments_cover_any_page_once(page: str) -> None:
    try:
        source = sources.read(f"<html><body>{page}", form="html")
    except SourceError as refusal:
        assert "no words" in str(refusal)  # noqa: PT017  # most pages of this kind are empty
        return
    check(source)
    root = document_fromstring(f"<html><body>{page}".encode(), parser=HTMLParser(encoding="utf-8"))
    assert all(len(root.xpath(str(block.xpath))) == 1 for block in source.blocks)


@QUICKLY
@given(st.one_of(st.binary(), TEXTS.map(str.encode)), st.sampled_from([None, "text", "html"]))
def test_any_bytes_give_a_source_or_a_sentence(data: bytes, form: str | None) -> None:
    try:
        source = sources.read(data, form=form, name="corpus/x")
    except SourceError as refusal:
        assert str(refusal).startswith("corpus/x: ")  # noqa: PT017
        return
    check(source)


@pytest.mark.parametrize("size", [1, 4])
def test_monsters_are_read(size: int) -> None:
    for text in ("[" * 50_000, "a" * 50_000, "word-\n" * 9_000, "**a " * 20_000, "> " * 20_000):
        check(sources.read(text * size))
