"""A reference leads to its passage, or to a sentence that says why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.cite.references import Reference, locate, parse
from annotate.errors import RequestError
from annotate.model import Document, Quote, Segment, span_id

TEXT = "Floods\n\nThe water took the fields.\n\nNobody came."
DOCUMENT = Document(
    id="kolde-2013",
    text=TEXT,
    segments=(
        Segment(n=0, kind="heading", start=0, end=6),
        Segment(n=1, kind="paragraph", start=8, end=34, number=1),
        Segment(n=2, kind="paragraph", start=36, end=48, number=2),
    ),
    spans=(Quote(label="direct", start=36, end=47, text="Nobody came", by="rule:marks"),),
)
OTHER = Document(id="other", text="The water took the town. The water came.")
ID = span_id(DOCUMENT.id, DOCUMENT.spans[0])

PARSED = [
    ("q-abcdefghij2345", Reference(kind="span", id="q-abcdefghij2345")),
    (" kolde-2013#p12 ", Reference(kind="paragraph", id="kolde-2013", number=12)),
    ("a b#c/d#s31", Reference(kind="segment", id="a b#c/d", number=31)),
    ("q-abcdefghij234", Reference(kind="words", words="q-abcdefghij234")),
    ("z-abcdefghij2345", Reference(kind="words", words="z-abcdefghij2345")),
    ("issue #p", Reference(kind="words", words="issue #p")),
    ("“the water”", Reference(kind="words", words="“the water”")),
]


@pytest.mark.parametrize(("written", "reference"), PARSED)
def test_a_reference_says_what_it_points_at(written: str, reference: Reference) -> None:
    assert parse(written) == reference


LOCATED = [
    (ID, "Nobody came"),
    ("kolde-2013#p1", "The water took the fields."),
    ("kolde-2013#s0", "Floods"),
    ("water took the *fields*".replace("*", ""), "water took the fields"),
    ("“nobody came”", "Nobody came"),
]


@pytest.mark.parametrize(("written", "words"), LOCATED)
def test_a_reference_leads_to_its_passage(written: str, words: str) -> None:
    found = locate(parse(written), [OTHER, DOCUMENT])
    assert found.document.text[found.start : found.end] == words


def test_words_across_a_cut_are_found_from_their_start_to_their_end() -> None:
    text = "The dam failed\n\nPage 7\n\nin 2011, and then\n\nPage 8\n\nthe water came."
    parts = ((0, 14), (24, 41), (51, 66))
    segments = (
        Segment(n=0, kind="paragraph", start=0, end=66, parts=parts, number=1),
        Segment(n=1, kind="boilerplate", start=16, end=22),
        Segment(n=2, kind="boilerplate", start=43, end=49),
    )
    cut = Document(id="cut", text=text, segments=segments)
    found = locate(parse("Dam failed in 2011, and then the water"), [cut])
    assert text[found.start : found.end].split("\n\n")[::2] == [
        "dam failed",
        "in 2011, and then",
        "the water",
    ]
    assert locate(parse("Page 7"), [cut]).start == 16


def test_an_ellipsis_keeps_the_pieces() -> None:
    found = locate(parse("The water … the […] fields …"), [DOCUMENT])
    assert [TEXT[start:end] for start, end in found.pieces] == ["The water", "the", "fields"]
    assert (found.start, found.end) == (found.pieces[0][0], found.pieces[-1][1])
    assert locate(parse("… took the fields"), [DOCUMENT]).pieces == ()


def test_a_quotation_that_its_attribution_breaks_is_its_pieces() -> None:
    text = "“The dam,” Kolde said, “is full.”"
    parts = ((1, 9), (24, 32))
    broken = Quote(label="direct", start=1, end=32, text=text[1:32], by="rule:marks", parts=parts)
    whole = (Segment(n=0, kind="paragraph", start=0, end=len(text), number=1),)
    document = Document(id="dam", text=text, segments=whole, spans=(broken,))
    found = locate(parse(span_id("dam", broken)), [document])
    assert (found.start, found.end, found.pieces) == (1, 32, parts)


def test_a_quotation_that_a_page_breaks_is_quoted_whole() -> None:
    text = "The dam\n\nPage 7\n\nis full."
    parts = ((0, 7), (17, 24))
    segments = (
        Segment(n=0, kind="paragraph", start=0, end=25, parts=((0, 7), (17, 25)), number=1),
        Segment(n=1, kind="boilerplate", start=9, end=15),
    )
    cut = Quote(label="indirect", start=0, end=24, text=text[:24], by="rule:marks", parts=parts)
    document = Document(id="dam", text=text, segments=segments[:1], spans=(cut,))
    assert locate(parse(span_id("dam", cut)), [document]).pieces == ()


LOST = [
    ("q-abcdefghij2345", "span 'q-abcdefghij2345' is in none of the articles"),
    ("kolde-2013#p3", "paragraph 'kolde-2013#p3' is in none"),
    ("elsewhere#s0", "segment 'elsewhere#s0' is in none"),
    ("the fire took the fields", "“the fire took the fields” is in none"),
    ("water took the", "stands in 2 places: kolde-2013#p1, other at 4; give more words, or"),
    ("“at sea”", "^“at sea” is in none of the articles"),
    ("The water", "stands in 3 places: kolde-2013#p1, other at 0, other at 25; give more words"),
    ("fire", "give more words as the article has them, or its id with a place, ARTICLE#p1"),
]


@pytest.mark.parametrize(("written", "reason"), LOST)
def test_a_reference_that_leads_nowhere_says_so(written: str, reason: str) -> None:
    with pytest.raises(RequestError, match=reason):
        locate(parse(written), [DOCUMENT, OTHER])


def test_an_empty_reference_is_refused() -> None:
    with pytest.raises(RequestError, match="empty reference"):
        parse("  \n")


@given(st.text())
def test_any_line_is_a_reference_unless_it_is_empty(written: str) -> None:
    if written.strip():
        assert parse(written).kind in ("span", "paragraph", "segment", "words")
