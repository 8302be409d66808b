"""Long texts in windows."""

from hypothesis import given
from hypothesis import strategies as st

from annotate.encoder.windows import BEFORE, LONGEST, OVERLAP, windows

LENGTHS = st.lists(st.integers(1, 400), min_size=1, max_size=8)


def cut(lengths: list[int]) -> tuple[int, list[int]]:
    starts = [sum(lengths[:number]) for number in range(len(lengths))]
    return sum(lengths), starts


@given(LENGTHS)
def test_every_word_is_answered_for_once(lengths: list[int]) -> None:
    count, starts = cut(lengths)
    found = list(windows(0, count, starts))
    answered = [word for each in found for word in range(each.first, each.last)]
    assert answered == list(range(count))


@given(LENGTHS)
def test_no_window_is_too_long(lengths: list[int]) -> None:
    for each in windows(0, *cut(lengths)):
        assert each.start <= each.first < each.last <= each.end
        assert each.end - each.start <= LONGEST + max(BEFORE, OVERLAP)


def test_a_paragraph_is_one_window() -> None:
    assert len(list(windows(0, 100, [0, 30, 70]))) == 1


def test_a_window_sees_the_sentence_before() -> None:
    _, second = windows(0, 140, [0, 60, 90])
    assert (second.start, second.first, second.last) == (60, 90, 140)


def test_a_text_without_words_has_no_window() -> None:
    assert list(windows(0, 0, [])) == []
