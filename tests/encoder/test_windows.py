"""Long texts in windows."""

from itertools import chain, combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.encoder.pieces import Pieces
from annotate.encoder.windows import (
    BEFORE,
    LONGEST,
    OVERLAP,
    SIZE,
    START,
    Window,
    batches,
    windows,
)
from tests.encoder.test_pieces import cutter_in

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


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    """One sub-word for "ferry", and two signs around every window."""
    return cutter_in(tmp_path_factory.mktemp("pieces"))


def batched(lengths: list[int], pieces: Pieces) -> list[list[int]]:
    """The batches of windows of so many words, each with its windows' sub-words."""
    texts = [["ferry"] * length for length in lengths]
    found = batches([_whole(text, size) for text, size in enumerate(lengths)], texts, pieces)
    return [[each.end + 2 for each in batch] for batch in found]


def _whole(text: int, size: int) -> Window:
    return Window(text=text, start=0, first=0, last=size, end=size)


@given(lengths=st.lists(st.integers(1, 400), max_size=30))
def test_every_window_is_in_one_batch_of_a_size(lengths: list[int], pieces: Pieces) -> None:
    found = batched(lengths, pieces)
    assert sorted(chain.from_iterable(found)) == sorted(length + 2 for length in lengths)
    assert all(len(each) == 1 or len(each) * max(each) <= SIZE for each in found)


@given(lengths=st.lists(st.integers(1, 120), min_size=1, max_size=8))
def test_no_other_cut_of_the_batches_takes_less(lengths: list[int], pieces: Pieces) -> None:
    def cost(found: list[list[int]]) -> int:
        return sum(START + len(each) * max(each) for each in found)

    sizes = sorted(length + 2 for length in lengths)
    inner = range(1, len(sizes))
    cuts = [cut for count in range(len(sizes)) for cut in combinations(inner, count)]
    ways = [[sizes[a:b] for a, b in pairwise((0, *cut, len(sizes)))] for cut in cuts]
    small = [way for way in ways if all(len(e) == 1 or len(e) * max(e) <= SIZE for e in way)]
    assert cost(batched(lengths, pieces)) == min(map(cost, small))
