"""Heads out of scores."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from annotate.encoder.trees import heads

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
