"""Pages cut, glued, nested and spoilt: whatever they hold, they end in a result or a sentence.

The pages of tests/pages are the seed. What must hold of any mutation: nothing but AnnotateError,
every visible sign in exactly one segment, and a way back from every segment that claims one.
"""

import re
import sys
import unicodedata
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from annotate import pipeline, sources
from annotate.errors import AnnotateError
from annotate.model import Document
from annotate.sources import LIMIT, nodes, positions, runs
from tests.sources import scripts

SEEDS = [
    path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "pages").glob("*.html"))
]
SHARP = (
    "<", ">", "</", "&", "&#", "&#0;", "&#x110000;", "&ampx;", "&nbsp;", "\0", "\ud800", "\ufeff",
    "\r", "\x85", "\u2028", "\u00ad", "\u0301", "<!--", "-->", "--!>", "<!", "<?", "<![CDATA[",
    "]]>", "<p>", "</p>", "</body>", "</html>", "<body>", "<head>", "<table>", "<td>", "</tr>",
    "<li>", "<script>", "</script>", "<style>", "<title>", "</title>", "<textarea>",
    "</textarea>",
    "<iframe>", "<noembed>", "<noscript>", "<plaintext>", "<xmp>", "<frameset>", "<select>",
    "<svg><title>", "<a b='", "<a =\"", "<b/c=\"d>e\">", "<base href=//x>", "<br>", "<pre>",
    "<p hidden>", "<span class=sr-only>x</span>", "<div class=comment>", "<h1>", "<sup>2</sup>",
    "<meta charset=utf-16>", "<xml:x>", "<a\u00e9>", "&lt;p&gt;", "難民",
)  # fmt: skip
QUICKLY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A page of the seed after some mutations."""
    page = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        page = draw(st.sampled_from(MUTATIONS))(draw, page)
    return page


def _place(draw: st.DrawFn, page: str) -> int:
    return draw(st.integers(0, len(page)))


def _cut(draw: st.DrawFn, page: str) -> str:
    return page[: _place(draw, page)]


def _doubled(draw: st.DrawFn, page: str) -> str:
    first, last = sorted((_place(draw, page), _place(draw, page)))
    return page[:last] + page[first:]


def _left_out(draw: st.DrawFn, page: str) -> str:
    first, last = sorted((_place(draw, page), _place(draw, page)))
    return page[:first] + page[last:]


def _pricked(draw: st.DrawFn, page: str) -> str:
    at = _place(draw, page)
    return page[:at] + draw(st.sampled_from(SHARP)) + page[at:]


def _renamed(draw: st.DrawFn, page: str) -> str:
    one, other = draw(st.sampled_from(TAGS)), draw(st.sampled_from(TAGS))
    return page.replace(f"<{one}", f"<{other}").replace(f"</{one}", f"</{other}")


def _nested(draw: st.DrawFn, page: str) -> str:
    at, depth = _place(draw, page), draw(st.integers(1, 400))
    return page[:at] + f"<{draw(st.sampled_from(TAGS))}>" * depth + page[at:]


TAGS = ("p", "div", "span", "li", "td", "tr", "table", "h2", "article", "script", "title", "b", "a")
MUTATIONS = (_cut, _doubled, _left_out, _pricked, _pricked, _pricked, _renamed, _nested)


@QUICKLY
@given(spoilt())
@example("<html><body><p>The ferry below Brenn has c</html>arried nobody since")
@example("<plaintext><p>Kruste &amp; Krume</p><p>The ferry below Brenn</p>")
def test_a_spoilt_page_ends_in_segments_that_lead_back_or_in_a_sentence(page: str) -> None:
    try:
        document = pipeline.read(page, id="x", form="html")
    except AnnotateError:
        return
    check_cover(document)
    check_ways(document, page)


def check_cover(document: Document) -> None:
    """Each visible sign is in exactly one segment."""
    owners = Counter(
        at
        for segment in document.segments
        for first, last in segment.stretches
        for at in range(first, last)
        if not document.text[at].isspace()
    )
    assert set(owners.values()) <= {1}
    assert sorted(owners) == [n for n, sign in enumerate(document.text) if not sign.isspace()]


def _told(element: HtmlElement) -> str:
    """All the words in an element; of a script, which may declare the work, what is written."""
    if element.tag == "script":
        return scripts.read(element.text or "")
    held = nodes.of(element)
    return "".join(positions.texts(held[0], nodes.children(held)))


def check_ways(document: Document, page: str) -> None:
    """Each xpath gives the element that holds the words; each source says what its segment says."""
    data = page.replace("\0", "\ufffd").encode("utf-8", "replace")
    root = document_fromstring(data, parser=HTMLParser(encoding="utf-8"))
    for segment in document.segments:
        (element,) = list(root.xpath(str(segment.xpath)))
        if segment.source is None:
            continue
        said = _folded(document.text[segment.start : segment.end])
        assert said in _folded(_told(element))
        stretch = page[segment.source.start : segment.source.end]
        read = "".join(words for _, words in runs.worded(stretch))
        readings = (read, stretch, unescape(stretch), scripts.read(stretch))
        assert _bare(said) in {_bare(_folded(each)) for each in readings}


def _bare(words: str) -> str:
    """Words without tags: in a title and its like, a tag is a word."""
    return re.sub(r"<[^<>]*>|[<>]", "", words)


def _folded(words: str) -> str:
    readable = words.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    return "".join(unicodedata.normalize("NFKC", readable).split())


def test_a_page_beyond_the_limit_is_a_sentence() -> None:
    with pytest.raises(AnnotateError, match=r"x: has .* more than the .* split it"):
        pipeline.read("<p>" + "x" * LIMIT, id="x", form="html")


def test_elements_too_deep_are_a_sentence() -> None:
    with pytest.raises(AnnotateError, match="nested deeper"):
        pipeline.read("<div>" * 5_000 + "x", id="x", form="html")


def test_what_stands_behind_a_stray_end_of_the_page_is_read() -> None:
    page = "<p>The Ilva rose.</p></html><p>It fell."
    document = pipeline.read(page, id="x", form="html")
    assert document.text == "The Ilva rose.\n\nIt fell."
    assert [each.xpath for each in document.segments] == ["/html[1]/body/p", "/html[2]/p"]
    check_ways(document, page)


def test_a_declared_article_below_an_element_with_an_odd_name_leads_back() -> None:
    body = "The Ilva rose, and nobody on the lower bank had thought of the boats. " * 20
    script = f'<script type="application/ld+json">{{"articleBody": "{body}"}}</script>'
    page = f"<xml:x>{script}</xml:x>"
    document = pipeline.read(page, id="x", form="html")
    assert "/html/body/*[1]/script" in [each.xpath for each in document.segments]
    check_ways(document, page)


GROWING = {
    "siblings": "<p>The Ilva rose.</p>",
    "spans": "<span>Ilva </span>",
    "lines": "The Ilva rose.<br>",
    "rows": "<tr><td>a<td>b</tr>",
    "hidden": "<b hidden>x</b>y ",
    "references": "&am &# &amp; ",
    "odd": '<b ="x>y">z</b> ',
    "unclosed comments": "<!-- x ",
    "roots": "</html>x",
    "scripts": "<script><!-- <script>",
}


def steps(page: str) -> int:
    """How many function calls it takes to read a page."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        sources.read(page, form="html")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", GROWING)
def test_work_grows_with_the_page_and_not_with_its_square(name: str) -> None:
    small, large = (f"<body><p>x{GROWING[name] * size}" for size in (100, 800))
    steps(small)
    assert steps(large) < 12 * steps(small)
