"""Offsets go with a text that is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.release.edits import Edit, edited

TEXT = "Tomas Verrin met Anja Kolde."
NAMED = edited(TEXT, [Edit(start=0, end=12, by="A"), Edit(start=17, end=27, by="Somebody Else")])
CUT = edited(TEXT, [Edit(start=5, end=16, by=" […]", is_cut=True)])


def test_the_new_text_has_the_edits() -> None:
    assert NAMED.text == "A met Somebody Else."
    assert CUT.text == "Tomas […] Anja Kolde."


@pytest.mark.parametrize(
    ("words", "now"),
    [("met", "met"), ("Tomas Verrin", "A"), ("Verrin", "A"), ("Verrin met", "A met"),
     ("Kolde.", "Somebody Else."), ("met Anja", "met Somebody Else"),
     (TEXT, "A met Somebody Else.")],
)  # fmt: skip
def test_what_had_a_part_of_a_name_has_all_of_what_stands_for_it(words: str, now: str) -> None:
    start = TEXT.index(words)
    place = NAMED.stretch(start, start + len(words))
    assert place is not None
    assert NAMED.text[slice(*place)] == now


@pytest.mark.parametrize(
    ("words", "now"),
    [("Tomas", "Tomas"), ("Anja", "Anja"), ("Verrin", None), ("Verrin met Anja", " Anja"),
     ("Tomas Verrin", "Tomas")],
)  # fmt: skip
def test_what_was_cut_has_gone(words: str, now: str | None) -> None:
    start = TEXT.index(words)
    place = CUT.stretch(start, start + len(words))
    assert (place and CUT.text[slice(*place)]) == now
    assert CUT.is_whole(start, start + len(words)) == (now == words)


@given(st.text(max_size=40), st.data())
def test_what_no_edit_touches_reads_as_before(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = [pair for pair in zip(places[::2], places[1::2], strict=False) if pair[0] < pair[1]]
    edits = [Edit(start=a, end=b, by="xy", is_cut=data.draw(st.booleans())) for a, b in pairs]
    moved = edited(text, edits)
    at = 0
    for edit in [*edits, Edit(start=len(text), end=len(text) + 1, by="")]:
        place = moved.stretch(at, edit.start)
        if at < edit.start:
            assert place is not None
            assert moved.text[slice(*place)] == text[at : edit.start]
        at = edit.end
