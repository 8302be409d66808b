"""A quotation is found again, however it was retyped, and never in the wrong place."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.cite.anchors import Selector, candidates, find_quote, selector
from annotate.errors import RequestError

TEXT = (
    "“We fled the water,” she said — and the water’s owners. The café in Brenn "
    "shel\u00adtered forty families\u00a0that night … until the Ministry’s men came. "
    "Nobody counted the drowned; nobody counted the living."
)

RETYPED = [
    ("We fled the water", "We fled the water"),
    ('"We fled the water," she said', "“We fled the water,” she said"),
    ("‘We fled the water,’ she said", "“We fled the water,” she said"),
    ("she said -- and the water's owners", "she said — and the water’s owners"),
    ("she said—and the water’s owners", "she said — and the water’s owners"),
    ("The cafe\u0301 in Brenn", "The café in Brenn"),
    ("sheltered forty", "shel\u00adtered forty"),
    ("forty families that\n night", "forty families\u00a0that night"),
    ("that night . . . until the", "that night … until the"),
    ("that night...until the", "that night … until the"),
    ("“NOBODY COUNTED THE LIVING”", "nobody counted the living"),
    ("[n]obody counted the drowned", "Nobody counted the drowned"),
    ("Nobody counted the […] the living", "Nobody counted the drowned; nobody counted the living"),
]


@pytest.mark.parametrize(("words", "original"), RETYPED)
def test_a_retyped_quotation_is_found_at_its_exact_characters(words: str, original: str) -> None:
    found = find_quote(TEXT, words)
    assert found is not None
    assert TEXT[found.start : found.end] == original


@pytest.mark.parametrize(
    "words",
    ["We fled the fire", "", "  \u00ad", "the living … We fled", "cafe", "Nobody counts"],
)
def test_words_that_do_not_stand_there_are_not_found(words: str) -> None:

    assert find_quote(TEXT, words) is None


def test_markup_that_a_reader_does_not_see_is_passed_over() -> None:
    text = "up to [**one million** people](https://example.org)\nhave left"
    marks = ((6, 9), (20, 22), (29, 51))
    found = find_quote(text, "up to one million people have left", marks=marks)
    assert found is not None
    assert (found.start, found.end) == (0, len(text))


def test_context_decides_between_places() -> None:
    text = "Kolde said no. Verrin said no. Marant said no."
    second = find_quote(text, "said no", prefix="Verrin ")
    third = find_quote(text, "said no", prefix="the director, Ilse Marant ")
    assert second is not None
    assert third is not None
    assert (second.start, third.start) == (22, 38)


def test_a_hint_decides_where_context_does_not() -> None:
    text = "no one, no one, no one"
    found = find_quote(text, "no one", hint=9)
    assert found is not None
    assert found.start == 8


def test_whole_words_go_before_parts_of_words() -> None:
    text = "The party heard an art lecture."
    found = find_quote(text, "art")
    assert found is not None
    assert found.start == 19
    assert [stretch.start for stretch in candidates(text, "art")] == [5, 19]


def test_what_nothing_decides_is_an_error_that_lists_the_places() -> None:
    with pytest.raises(RequestError, match=r"“no one” stands in 2 places: 0 .*, 8 .*; give more"):
        find_quote("no one, no one", "no one")


def test_a_selector_has_the_words_and_some_context() -> None:
    text = "The dam at Kessary failed in 2011, and the delta has flooded each spring since then."
    assert selector(text, 4, 18) == Selector(
        exact="dam at Kessary", prefix="The ", suffix=" failed in 2011, and the delta h"
    )


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 2), (0, 99)])
def test_a_selector_refuses_what_is_no_stretch(start: int, end: int) -> None:
    with pytest.raises(RequestError, match="no stretch"):
        selector("ten letters", start, end)


@given(
    st.one_of(st.text(min_size=1), st.text(alphabet="ab “”’—…\n\u00ad", min_size=1, max_size=200)),
    st.data(),
)
def test_every_stretch_is_found_again_by_its_selector(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = selector(text, start, end)
    found = find_quote(text, made.exact, prefix=made.prefix, suffix=made.suffix)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@given(st.text(), st.text())
def test_any_words_in_any_text_give_a_stretch_or_a_sentence(text: str, words: str) -> None:
    with suppress(RequestError):
        found = find_quote(text, words)
        assert found is None or 0 <= found.start < found.end <= len(text)
