"""Names out of labels."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from annotate.encoder import names
from annotate.encoder.names import LABELS, path, spans


def scores(*labels: str) -> np.ndarray:
    table = np.full((len(labels), len(LABELS)), -5, dtype=np.float32)
    for row, label in zip(table, labels, strict=True):
        row[LABELS.index(label)] = 0
    return table


def test_a_name_is_its_words_from_first_to_last() -> None:
    labels = path(scores("O", "B-PERSON", "L-PERSON", "O", "U-GPE"))
    assert spans(labels) == [(1, 3, "PERSON"), (4, 5, "GPE")]


def test_a_name_that_does_not_end_is_mended() -> None:
    table = scores("B-ORG", "I-ORG", "O")
    table[1, LABELS.index("L-ORG")] = -1
    assert spans(path(table)) == [(0, 2, "ORG")]


def test_a_text_without_words_has_no_names() -> None:
    assert spans(path(np.zeros((0, len(LABELS)), dtype=np.float32))) == []


@settings(deadline=None)  # the clock of a shared machine is no property
@given(
    st.integers(1, 6).flatmap(
        lambda size: arrays(np.float32, (size, len(LABELS)), elements=st.floats(-9, 0, width=32))
    )
)
def test_what_begins_ends(table: np.ndarray) -> None:
    labels = [LABELS[at] for at in path(table)]
    opened = sum(label[0] == "B" for label in labels)
    assert opened == sum(label[0] == "L" for label in labels)
    assert all(end > first for first, end, _ in spans(path(table)))


@settings(deadline=None)
@given(
    st.integers(1, 6).flatmap(
        lambda size: arrays(np.float32, (size, len(LABELS)), elements=st.floats(-9, 0, width=32))
    )
)
def test_no_other_names_are_likelier(table: np.ndarray) -> None:
    best, searched = path(table), names.searched(table)
    places = np.arange(len(table))
    assert table[places, best].sum() == pytest.approx(table[places, searched].sum(), abs=1e-3)
