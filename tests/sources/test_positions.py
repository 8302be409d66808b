"""The way back: each segment of a web page leads to its words in the page as received."""

import unicodedata
from pathlib import Path

import pytest
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from annotate import pipeline
from annotate.model import Document, Segment
from annotate.sources import positions
from tests.sources import scripts

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))

WRITTEN = [
    ("<p>The Ilva rose.</p>", "The Ilva rose."),
    ("<p>  The\n Ilva <b>rose</b>.</p>", "The\n Ilva <b>rose</b>."),
    ("<p><i>Ilva</i></p>", "Ilva"),
    ("<p>&ldquo;Ilva&rdquo;</p>", "&ldquo;Ilva&rdquo;"),
    ("<p>&#8220;Ilva&#x201D; </p>", "&#8220;Ilva&#x201D;"),
    ("<p>&nbsp;R&ampD&copy2&nbsp;</p>", "R&ampD&copy2"),
    ("<p>a &foo; &; &#; b &</p>", "a &foo; &; &#; b &"),
    ("<p>&#150;&#0;&#x110000;&#xD800;</p>", "&#150;&#0;&#x110000;&#xD800;"),
    ("<p>4 < 5 and <3> rose</p>", "4 < 5 and <3> rose"),
    ("<p>a<!-- <p>no --><!--> b<!-- d --!>e</p>", "a<!-- <p>no --><!--> b<!-- d --!>e"),
    ("<script>'<p>a</p>'</script><p>a</p>", "a"),
    ("<script><!-- <script>'<p>a</p>'</script> --></script><p>b</p>", "b"),
    ("<style>a</style><iframe><p>a</p></iframe><p>a</p>", "a"),
    ("<title>a <b>b</title><p>b</p>", "b"),
    ("<textarea>a <i>b</i> &amp;c</textarea>", "a <i>b</i> &amp;c"),
    ("<xmp>a <i>b</i> &amp;c</xmp>", "a <i>b</i> &amp;c"),
    ("<p title='a > b' x=\"'>\">a</p>", "a"),
    ("<p title=a'>b", "b"),
    ("<p>a\0b\ud800c</p>", "a\0b\ud800c"),
    ("<p>a\r\nb</p>", "a\r\nb"),
    ("<p>in 2013<sup>1</sup></p>", "in 2013<sup>1"),
    ("<p>a</p\n><p>b", "b"),
    ("<p hidden>a</p><p>a</p>", "a"),
    ("<p>b<plaintext>a <b>&amp;", "b<plaintext>a <b>&amp;"),
    ("<p>x<![CDATA[y>z]]>", "x<![CDATA[y>z]]>"),
    ("<p>a<b x='", "a"),
    ("<p>a</", "a</"),
]  # fmt: skip


def folded(words: str) -> str:
    """Words without white space and raised figures."""
    return "".join(unicodedata.normalize("NFKC", words).split())


def seen(element: HtmlElement) -> str:
    """All the words in an element; of a script, which may hold the work, as people read them."""
    words = str(element.text_content())
    return folded(scripts.read(words) if element.tag == "script" else words)


def said(written: str) -> str:
    """What a stretch of a page says, its tags left out by the parser itself."""
    page = f"<body><div>{written}".encode("utf-8", "replace").replace(b"\0", "\ufffd".encode())
    root = document_fromstring(page, parser=HTMLParser(encoding="utf-8"))
    for silent in root.xpath("//script | //style | //iframe | //comment()"):
        silent.drop_tree()
    return seen(root)


def root_of(page: str) -> HtmlElement:
    """The tree that a stranger makes of a page."""
    data = page.encode("utf-8", "replace").replace(b"\0", "\ufffd".encode())
    return document_fromstring(data, parser=HTMLParser(encoding="utf-8"))


def check(document: Document, page: str) -> None:
    """Each segment's xpath gives its element, and its source its words."""
    root = root_of(page)
    for segment in document.segments:
        (element,) = root.xpath(str(segment.xpath))
        text = seen(element)
        assert all(folded(document.text[slice(*part)]) in text for part in segment.stretches)
        leads_back(document, segment, page)


def leads_back(document: Document, segment: Segment, page: str) -> None:
    """The stretch opens with the segment's first sign, ends with its last, and says the same."""
    assert segment.source is not None, document.text[segment.start : segment.end]
    stretch = page[segment.source.start : segment.source.end]
    assert stretch == stretch.strip()
    scripted = "/script" in str(segment.xpath)
    read = folded(scripts.read(stretch)) if scripted else said(stretch)
    assert read == folded(document.text[segment.start : segment.end])


@pytest.mark.parametrize(("page", "written"), WRITTEN, ids=[page for page, _ in WRITTEN])
def test_the_last_segment_is_found_as_it_is_written(page: str, written: str) -> None:
    document = pipeline.read(f"<html><body>{page}", id="x", form="html")
    source = document.segments[-1].source
    assert source is not None
    assert f"<html><body>{page}"[source.start : source.end] == written


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_segment_of_a_page_leads_back(path: Path) -> None:
    page = path.read_text("utf-8")
    check(pipeline.read(page, id="x", form="html"), page)


MERGED = """<html><body><h1>Barns burn</h1><div class="post"><p>Nobody counts the barns any more,
and that is the trouble with them, says the town.</p><p>They burn every summer, and nobody is there
to see it, or to say that it was seen.</p></div><div id="comments"><h3>2 Comments</h3>
<div class="comment" id="c1"><p class="author">Karel J.</p><div><p>The first I saw was in 2012.</p>
<p>The second was in <b>Brenn</b>.</p></div></div></div></body></html>"""


def test_a_comment_of_several_paragraphs_leads_to_the_element_around_them() -> None:
    document = pipeline.read(MERGED, id="x", form="html")
    check(document, MERGED)
    comment = next(each for each in document.segments if each.kind == "comment")
    assert str(comment.xpath).endswith("/div[2]/div/div")


def test_a_segment_with_hidden_words_inside_has_no_stretch_that_says_the_same() -> None:
    page = "<p>Read <a href=x>the log<span class='sr-only'> (new window)</span></a> of 2012.</p>"
    (segment,) = pipeline.read(page, id="x", form="html").segments
    assert segment.source is None
    assert segment.xpath == "/html/body/p"


def test_what_is_no_page_leads_nowhere() -> None:
    assert all(each.source is None for each in pipeline.read("Barns burn.", id="x").segments)


def test_readings_are_matched_again_behind_a_difference() -> None:
    same = "".join(map(chr, range(200, 300)))
    other = "".join(map(chr, range(400, 500)))
    assert positions.matched(same + other, same + other) == [(0, 0, 200)]
    found = positions.matched(f"{same}x{other}", f"{same}yz{other}")
    assert found == [(0, 0, 100), (101, 102, 100)]
    assert positions.matched(same + other, other) == [(100, 0, 100)]
    assert positions.matched(same, same + other) == [(0, 0, 100)]
    assert positions.matched(same, other) == []
