"""Web pages: one text with all visible words, and the element of each block."""

import pytest
from lxml.html import document_fromstring

from annotate.errors import SourceError
from annotate.sources import html, read
from tests import growth

TEXTS = [
    ("<p>one <b>two</b>three</p>", "one twothree"),
    ("<p>a<br>b</p>", "a\nb"),
    ("<div>first<br><br>second</div>", "first\n\nsecond"),
    ("<p>a</p><p>b</p>", "a\n\nb"),
    ("<p>  many \n\t spaces </p>", "many spaces"),
    ("<p>R&amp;D &mdash; &ldquo;x&rdquo;</p>", "R&D — “x”"),
    ("<ul><li>x</li><li>y</li></ul>", "x\n\ny"),
    ("<p><a href=a>One</a><a href=b>Two</a></p>", "One Two"),
    ("<p><span class=n>Karel</span><span class=d>12 May</span></p>", "Karel 12 May"),
    ("<p><span class=drop>T</span><span class=rest>he ferry</span></p>", "The ferry"),
    ("<p>in 2013<sup>1</sup> and m<sup>2</sup></p>", "in 2013¹ and m²"),
    ("<p>a</p><script>b</script><style>c</style><noscript>d</noscript><p>e</p>", "a\n\ne"),
    ("<p>a</p><p hidden>b</p><p style='display: none'>c</p><p class='sr-only'>d</p>", "a"),
    ("<p>a<a href=x>b<span style='clip:rect(0 0 0 0);position:absolute'>, new tab</span></a>c</p>",
     "abc"),
    ("<p>a</p><p style='clip: rect(1px, 1px, 1px, 1px)'>b</p><p style='clip-path:inset(50%)'>c</p>",
     "a"),
    ("<p style='clip: rect(0, 40px, 40px, 0)'>a</p>", "a"),
    ("<p>a<!-- no -->b<?php no ?>c</p>", "abc"),
    ("<pre>a  b\n c</pre>", "a  b\n c"),
    ("<table><tr><th>Year</th><th>Returns</th></tr><tr><td>2013</td><td>3,900</td></tr></table>",
     "Year\tReturns\n\n2013\t3,900"),
    ("<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", "a\n\nb"),
    ("<button>Send</button><label>Name <input></label>", "Send\n\nName"),
    ("text <div>inner</div> tail", "text\n\ninner\n\ntail"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "text"), TEXTS)
def test_the_text_is_what_a_reader_sees(page: str, text: str) -> None:
    assert html.read(f"<html><body>{page}</body></html>").text == text


PAGE = """<html><body><header><a href="/">Courier</a></header>
<article><h1>Title</h1><p>One.</p><p>Two <i>x</i>.</p><o:p>Odd</o:p>
<blockquote><p>Quoted.</p></blockquote><ol><li>Item<ul><li>Inner</li></ul></li></ol>
<figure><img><figcaption>A ferry</figcaption></figure></article>
<aside class="ad"><p>Buy <a href=x>flats</a></p></aside></body></html>"""


def test_each_xpath_finds_its_element() -> None:
    root = document_fromstring(PAGE)
    source = html.read(PAGE)
    assert source.blocks
    for block in source.blocks:
        (element,) = root.xpath(str(block.xpath))
        said = "".join(element.text_content().split())
        assert "".join(source.text[block.start : block.end].split()) in said


def test_an_element_gives_its_role() -> None:
    source = html.read(PAGE)
    roles = {
        source.text[block.start : block.end]: (block.role, block.level) for block in source.blocks
    }
    assert roles["Title"] == ("heading", 1)
    assert roles["Quoted."][0] == "quote"
    assert roles["Item"] == ("list_item", 1)
    assert roles["Inner"] == ("list_item", 2)
    assert roles["A ferry"][0] == "caption"
    assert roles["One."][0] is None


def test_a_block_knows_its_links_and_what_is_around_it() -> None:
    source = html.read(PAGE)
    ad = source.blocks[-1]
    assert {"ad", "aside"} <= ad.hints
    assert ad.links == len("flats")


def test_a_page_is_told_from_text() -> None:
    assert read("<!doctype html><p>Hi</p>").form == "html"
    assert read("Words with <b>tags</b>.").form == "text"
    assert read("<p>Hi</p>", name="a/b.htm").form == "html"


@pytest.mark.parametrize("page", ["<html></html>", "<html><script>x</script></html>", "<!-- -->"])
def test_a_page_without_words_is_refused(page: str) -> None:
    with pytest.raises(SourceError, match=r"x\.html"):
        html.read(page, name="x.html")


def test_nothing_outside_is_read() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>a&x;b</p>'
    assert html.read(page).text.replace("]>", "").strip() == "a&x;b"


COMMENTS = """<html><body><article><p>Words of the work.</p></article><ol class="commentlist">
<li class="comment" id="li-comment-1"><div id="comment-1"><cite class="fn">Dell Averin</cite>
<span class="says">says:</span> <time datetime="2015-10-13T08:15:00+02:00">13 Oct</time>
<p>Not about counting.</p></div><ul class="children"><li class="comment" id="li-comment-2">
<div id="comment-2"><cite class="fn">Hanne Rook</cite>
<span class="date">13 October 2015, 11:02</span>
<p>I am sorry.</p></div></li></ul></li></ol></body></html>"""


def test_a_comment_has_its_author_date_and_depth() -> None:
    source = html.read(COMMENTS)
    said = {source.text[b.start : b.end]: (b.author, b.date, b.depth) for b in source.blocks}
    assert said["Not about counting."] == ("Dell Averin", "2015-10-13T08:15", 0)
    assert said["I am sorry."] == ("Hanne Rook", "2015-10-13T11:02", 1)
    assert said["Words of the work."] == (None, None, 0)


def test_time_grows_as_the_page_does() -> None:
    def read(siblings: int) -> None:
        html.read(f"<html><body>{'<p>The Ilva rose.</p>' * siblings}</body></html>")

    assert growth.factor(read, 1_000) < growth.BOUND
