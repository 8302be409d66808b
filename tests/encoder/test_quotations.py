"""Quotations out of labels and links."""

import numpy as np
import pytest

from annotate.encoder.quotations import quotations, runs

LETTERS = "OBI"


def labelled(labels: str) -> np.ndarray:
    """Scores that say these labels, one a letter."""
    table = np.full((len(labels), 3), -5, dtype=np.float32)
    for row, letter in zip(table, labels, strict=True):
        row[LETTERS.index(letter)] = -0.01
    return table


def heads(source: str, cue: str, content: str, leads: dict[int, int]) -> dict[str, np.ndarray]:
    """What the heads say; leads: the first word of the cue that a word leads to."""
    one, other = np.zeros((2, len(cue), len(cue)), dtype=np.float32)
    np.fill_diagonal(other, 1)
    for word, to in leads.items():
        one[word, to] = 5
    return {
        "source": labelled(source), "cue": labelled(cue), "content": labelled(content),
        "source_link_one": one, "source_link_other": other,
        "content_link_one": one, "content_link_other": other,
    }  # fmt: skip


def test_source_cue_and_content_make_a_quotation() -> None:
    (found,) = quotations(heads("BOOOO", "OBOOO", "OOOBI", {0: 1, 3: 1, 4: 1}))
    assert (found.source, found.cue, found.contents) == ((0, 1), (1, 2), ((3, 5),))


def test_contents_in_pieces_that_lead_to_one_cue_are_one() -> None:
    (found,) = quotations(heads("OOBOOO", "OOOBOO", "BIOOBI", dict.fromkeys((0, 1, 2, 4, 5), 3)))
    assert found.contents == ((0, 2), (4, 6))


def test_each_content_goes_to_the_cue_it_leads_to() -> None:
    first, second = quotations(heads("OOOOO", "BOOBO", "OBOOB", {1: 0, 4: 3}))
    assert (first.contents, second.contents) == (((1, 2),), ((4, 5),))
    assert first.source is None


@pytest.mark.parametrize(("cue", "content"), [("OBO", "OOO"), ("OOO", "OOB")])
def test_a_cue_without_content_and_a_content_without_cue_are_none(cue: str, content: str) -> None:
    assert quotations(heads("OOO", cue, content, {})) == []


@pytest.mark.parametrize(("likely", "found"), [(0.5, 1), (0.3, 1), (0.1, 0)])
def test_a_likely_cue_is_one_before_it_is_likelier_than_none(likely: float, found: int) -> None:
    said = heads("BOOOO", "OBOOO", "OOOBI", {0: 1, 3: 1, 4: 1})
    said["cue"][1] = np.log([1 - likely, likely * 0.99, likely * 0.01])
    assert len(quotations(said)) == found


def test_what_goes_on_has_begun() -> None:
    table = labelled("OII")
    table[1] = [-3.0, -1.0, -0.5]
    assert runs(table) == [(1, 3)]


def test_a_cue_far_away_is_nobody_s() -> None:
    gap = "O" * 60
    assert quotations(heads(f"OO{gap}O", f"OB{gap}O", f"OO{gap}B", {62: 1})) == []
