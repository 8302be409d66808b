"""Lemmas made by rules of endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.encoder.lemmas import lemma, rule

LEMMAS = [
    ("cities", "city", False),
    ("went", "go", False),
    ("Refugees", "refugee", False),
    ("better", "good", False),
    ("me", "I", False),
    ("Dorvanians", "Dorvanian", True),
    ("VANTOR", "VANTOR", True),
]


@pytest.mark.parametrize(("form", "wanted", "named"), LEMMAS)
def test_a_rule_makes_the_lemma_that_it_was_made_from(form: str, wanted: str, named: bool) -> None:
    assert lemma(form, rule(form, wanted), named=named) == wanted


@pytest.mark.parametrize("long", ["9 y", "2 "])
def test_a_rule_that_leaves_nothing_leaves_the_form_alone(long: str) -> None:
    assert lemma("be", long, named=False) in {"be", "y"}


@given(st.text(min_size=1, max_size=12), st.text(max_size=12))
def test_a_lemma_is_never_empty(form: str, other: str) -> None:
    assert lemma(form, rule(form, other), named=True)
