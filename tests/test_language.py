"""The copy in which rules find things, and the way back from it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from annotate import language
from annotate.errors import RequestError
from annotate.model import Document, Segment


def parsed(
    text: str,
    *,
    kind: str = "paragraph",
    marks: tuple[tuple[int, int], ...] = (),
    parts: tuple[tuple[int, int], ...] = (),
) -> language.Parsed:
    """A document of one segment as the layers read it."""
    segment = Segment(n=0, kind=kind, start=0, end=len(text), parts=parts)
    return language.read(Document(id="t", text=text, segments=(segment,), marks=marks))


@pytest.mark.parametrize(
    ("text", "marks", "copy"),
    [
        ("one\ntwo", (), "one two"),
        ("one  \n two", (), "one two"),
        ("*one* two", ((0, 1), (4, 5)), "one two"),
        ("[one](#) two", ((0, 1), (4, 8)), "one two"),
        ("a Conven-\ntion", (), "a Convention"),
        ("for lorries.[^1] About 4,000", (), "for lorries. About 4,000"),
        ("“It is late.”[12] He left[^note].", (), "“It is late.” He left."),
        ("was [sic] late, [1] and [text][1](x)", (), "was [sic] late, [1] and [text][1](x)"),
        ("a well-\nknown word", (), "a well- known word"),
    ],
)
def test_a_copy_has_the_words_without_marks_and_wraps(
    text: str, marks: tuple[tuple[int, int], ...], copy: str
) -> None:
    assert parsed(text, marks=marks).passages[0].parsed.text == copy


def test_a_comment_keeps_its_line_ends() -> None:
    assert parsed("one\ntwo", kind="comment").passages[0].parsed.text == "one\ntwo"


def test_a_cut_segment_is_read_as_one() -> None:
    passage = parsed("one PAGE two", parts=((0, 3), (9, 12))).passages[0]
    assert passage.parsed.text == "one two"
    assert passage.stretch(4, 7) == (9, 12)


def test_a_stretch_of_the_copy_leads_to_the_text_and_back() -> None:
    text = "a *bold* word"
    passage = parsed(text, marks=((2, 3), (7, 8))).passages[0]
    start, end = passage.stretch(2, 6)
    assert text[start:end] == "bold"
    assert passage.chars(start, end) == (2, 6)
    tokens = passage.tokens(start, end)
    assert tokens is not None
    assert passage.place(tokens.start, tokens.end) == (start, end)
    assert passage.text_of(tokens.start, tokens.end) == "bold"
    assert passage.text_of(1, 1) == ""


def test_boilerplate_is_not_read() -> None:
    assert parsed("Menu", kind="boilerplate").passages == ()


def test_a_place_has_its_sentence_and_its_passage() -> None:
    read = parsed("It rained. They left.")
    sentence = read.sentence_at(12)
    assert sentence is not None
    assert sentence.text == "They left."
    assert read.passage_at(12) is read.passages[0]
    assert read.passage_at(99) is None
    assert read.sentence_at(99) is None


def test_an_unknown_pipeline_is_refused_with_advice() -> None:
    with pytest.raises(RequestError, match="'no_such_pipeline' is not installed; install it"):
        language.load("no_such_pipeline")


@given(
    some.text(alphabet="ab \n\u00a0é", min_size=1, max_size=20),
    some.text(alphabet="a \n", max_size=8),
    some.text(alphabet="b \t", max_size=8),
)
def test_a_copy_of_even_text_is_that_of_folded_text(one: str, gap: str, two: str) -> None:
    parts = ((0, len(one)), (len(one + gap), len(one + gap + two)))
    text = one + gap + two
    wanted = [(at, sign) for part in parts for at, sign in enumerate(text[slice(*part)], part[0])]
    for passage in parsed(text, parts=parts).passages:
        words = [sign for _, sign in wanted if not sign.isspace()]
        assert passage.copy.split() == f"{one} {two}".split()
        assert [sign for sign in passage.copy if not sign.isspace()] == words
        assert not re.search(r"\s\s|[^\S ]|^\s", passage.copy)


@given(some.text(alphabet="ab .\n*é中", min_size=1, max_size=40))
def test_every_character_of_the_copy_knows_its_place(text: str) -> None:
    marks = tuple((at, at + 1) for at, sign in enumerate(text) if sign == "*")
    for passage in parsed(text, marks=marks).passages:
        copied = passage.parsed.text
        assert len(passage.origin) == len(copied)
        assert list(passage.origin) == sorted(set(passage.origin))
        plain = [at for at, sign in enumerate(copied) if not sign.isspace()]
        assert all(text[passage.origin[at]] == copied[at] for at in plain)


@pytest.mark.parametrize("text", ["", "One.", "Mr. Sel left. He came.", "  two  wide\n\nlines "])
def test_what_a_passage_keeps_is_what_its_doc_says(text: str) -> None:
    for passage in parsed(text).passages:
        doc = passage.parsed
        assert passage.copy == doc.text
        assert passage.words == tuple(token.text for token in doc)
        assert passage.starts == tuple(token.idx for token in doc)
        assert passage.sentences == tuple((sent.start, sent.end) for sent in doc.sents)
