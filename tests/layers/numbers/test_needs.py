"""What a rule over pieces needs: where that is missing, it is not tried, and would find nothing."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate import language, pipeline
from annotate.layers.numbers.grammar import grammar
from annotate.layers.numbers.patterns import Sieve, may_match, needs
from annotate.model import BLANK

ROOT = Path(__file__).resolve().parents[3]
ARTICLES = sorted(path for path in (ROOT / "corpus").glob("2*") if path.suffix != ".yml")
RULES = [
    (rule.name, pattern, needed)
    for rule, pattern, needed in (*grammar().dates, *grammar().exclusions)
]

NEEDED = [
    ("[ab]c", {"ab", "c"}),
    ("[ab]?c", {"c"}),
    ("(?:[ab]d)+c*", {"ab", "d"}),
    ("(?P<day>a)|b[cd]", {"ab"}),
    ("(?:a|)b", {"b"}),
    ("(?<!a)b(?![cd])", {"b"}),
]
"""A pattern, and the sets of signs of each of which every match has one."""


@pytest.mark.parametrize(("pattern", "wanted"), NEEDED)
def test_needs_are_the_signs_that_no_match_does_without(pattern: str, wanted: set[str]) -> None:
    assert set(map("".join, map(sorted, needs(pattern)))) == wanted


def test_a_rule_is_not_tried_where_one_of_its_needs_is_missing() -> None:
    assert not may_match(needs("[ab]c"), set("abd"))
    assert may_match(needs("[ab]c?"), set("b"))


@pytest.mark.parametrize(("name", "pattern", "needed"), RULES, ids=[name for name, _, _ in RULES])
@given(data=st.data())
@settings(max_examples=40)
def test_a_rule_finds_nothing_without_what_it_needs(
    name: str, pattern: re.Pattern[str], needed: tuple[frozenset[str], ...], data: st.DataObject
) -> None:
    signs = sorted(set(pattern.pattern) - set("()[]?*+|:<>=!P^$"))
    spelled = data.draw(st.text(st.sampled_from(signs), max_size=8))
    assert may_match(needed, set(spelled)) or not pattern.search(spelled), name


PATTERNS = ("[ab]c", "[ab]?c", "d*", "bc", "[abc][de]")


@given(present=st.sets(st.sampled_from("abcde")), common=st.sets(st.sampled_from("abcde")))
def test_a_sieve_passes_what_may_match(present: set[str], common: set[str]) -> None:
    needed = [needs(pattern) for pattern in PATTERNS]
    wanted = [at for at, each in enumerate(needed) if may_match(each, present)]
    assert Sieve(needed, frozenset(common)).passing(present) == wanted


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_rule_finds_more_in_an_article_than_where_it_is_tried(path: Path) -> None:
    rules = grammar()
    document = pipeline.read(path.read_bytes(), id=path.name)
    for passage in language.read(document, name=BLANK).passages:
        spelled = rules.alphabet.spell(rules.pieces(passage.copy))
        for name, pattern, needed in RULES:
            assert may_match(needed, set(spelled)) or not pattern.search(spelled), name
