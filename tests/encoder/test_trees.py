"""Heads out of scores."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from annotate.encoder.trees import heads
from tests import growth

SCORES = st.integers(1, 9).flatmap(
    lambda size: arrays(np.float32, (size, size), elements=st.floats(-20, 20, width=32))
)


@settings(deadline=None)  # the clock of a shared machine is no property
@given(SCORES)
def test_every_word_leads_to_the_one_root(scores: np.ndarray) -> None:
    found = heads(scores)
    roots = [word for word, head in enumerate(found) if word == head]
    assert len(roots) == 1
    for word in range(len(found)):
        at = word
        for _ in found:
            at = found[at]
        assert at == roots[0]


def test_two_words_that_want_each_other_hang_on_the_root() -> None:
    scores = np.array([[9, 0, 0], [1, 0, 5], [0, 5, 0]], dtype=np.float32)
    assert heads(scores).tolist() == [0, 0, 1]


def test_the_best_heads_stand_where_they_make_a_tree() -> None:
    scores = np.array([[0, 5, 0], [0, 5, 0], [0, 5, 0]], dtype=np.float32)
    assert heads(scores).tolist() == [1, 1, 1]


def test_a_sentence_of_many_circles_takes_no_cube_of_its_length() -> None:
    def work(size: int) -> None:
        scores = np.arange(size * size, dtype=np.float32).reshape(size, size) % 7 - 20
        for word in range(0, size - 1, 2):
            scores[word, word + 1] = scores[word + 1, word] = 20
        heads(scores)

    assert growth.factor(work, 50) < growth.TIMES**2
