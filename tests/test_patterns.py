"""Patterns that first look for their words: the same matches as without a look."""

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate import codebook
from annotate.layers.stances import agreements, matters, measures, positions
from annotate.patterns import Pattern, Patterns, any_of
from annotate.segments import pleas

ROOT = Path(__file__).resolve().parents[1]

NEEDS = [
    (r"\bblind eye\b", ("blind eye",)),
    (r"\bferr(?:y|ies)\b", ("ferries", "ferry")),
    (r"vote[sd]?", ("vote",)),
    (r"(?:is|was) (?:not )?(?:in favou?r of|keen)", ("in favor of", "in favour of", "keen")),
    (r"(?:\w+ly )?(?P<verb>drop(?:s|ped)) (?:its|their) objections?", ("dropped", "drops")),
    (r"(?>walked) out|sat down", ("sat down", "walked")),
    (r"the(?= strike)", (" strike",)),
    (r"(?:harbour){2,3}", ("harbour",)),
    (r"fer{1,2}y|boats*", ("boat", "fe")),
]
"""A pattern, and the words of which each match has one, as far as they are looked for."""

TELLS_NOTHING = [r"\w+", r"(?:ferry)?\d+", r"[a-z]{3}", r"a|ferry", r"(?i:ferry)", r"(?!ferry)\w"]


@pytest.mark.parametrize(("pattern", "needs"), NEEDS)
def test_the_words_that_every_match_has_are_found(pattern: str, needs: tuple[str, ...]) -> None:
    assert sorted(Pattern(pattern).needs) == sorted(needs)


@pytest.mark.parametrize("pattern", TELLS_NOTHING)
def test_a_pattern_without_such_words_is_always_tried(pattern: str) -> None:
    assert Pattern(pattern).needs == ()


def test_a_pattern_that_is_none_is_an_error() -> None:
    with pytest.raises(re.error):
        Pattern("(")


SAID = (
    "the crew of a ferry ferries Ferry vote votes voted against for to its objection objections "
    "dropped drops opposed is was in favour keen not blind eye turned walked out strike harbour ."
)
WORDS = st.sampled_from(SAID.split())
PATTERNS = [
    *(Pattern(pattern, flags) for pattern, _ in NEEDS for flags in (0, re.IGNORECASE)),
    *(row.pattern for row in (*positions.POSITIONS, *measures.DEEDS)),
    *(each for each in vars(agreements).values() if isinstance(each, Pattern)),
    *(
        pattern
        for matter in matters.matters(codebook.load(ROOT / "codebook.yml"))
        for pattern in (*matter.patterns, *matter.phrases)
    ),
]


def _same(pattern: Pattern, text: str) -> bool:
    plain = [match.span() for match in pattern.compiled.finditer(text)]
    first = pattern.search(text)
    looked = [match.span() for match in pattern.finditer(text)]
    return looked == plain and (first.span() if first else None) == (plain[0] if plain else None)


@given(st.lists(WORDS).map(" ".join))
def test_matches_are_those_without_a_look(text: str) -> None:
    assert all(_same(pattern, text) for pattern in PATTERNS)


@pytest.mark.parametrize("path", sorted((ROOT / "corpus").glob("*.md")), ids=lambda path: path.stem)
def test_matches_in_articles_are_those_without_a_look(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        assert all(_same(pattern, line) for pattern in PATTERNS)


def test_any_of_some_words_is_the_longest_that_stands_there() -> None:
    found = re.match(any_of(["Col", "St.", "Colonel"]), "Colonel Pell")
    assert found is not None
    assert found[0] == "Colonel"
    assert not re.search(any_of(["St."]), "Sta")


def test_letters_are_the_same_that_a_pattern_without_case_takes_for_the_same() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in "abcdefghijklmnopqrstuvwxyzäåçéñöüÿłşž":
        pattern = Pattern(letter * 6, re.IGNORECASE)
        assert pattern.needs
        for other in set(re.findall(letter, every, re.IGNORECASE)):
            assert pattern.search(other * 6), (letter, other)


SEVERAL = (r"\bblind eye\b", r"\bferr(?:y|ies)\b.{0,9}\bstrike\b", r"[a-z]\d")


@pytest.mark.parametrize("text", ["A Blind Eye", "no ferries, a strike", "e4"])
def test_one_of_several_patterns_matches(text: str) -> None:
    assert Patterns(SEVERAL).match(text)


@pytest.mark.parametrize("text", ["", "blind eyes", "the ferry sails despite the long strike", "4"])
def test_none_of_several_patterns_matches(text: str) -> None:
    assert not Patterns(SEVERAL).match(text)


@pytest.mark.parametrize(("name", "pattern"), pleas.RULES, ids=[name for name, _ in pleas.RULES])
def test_a_plea_has_words_to_be_looked_for(name: str, pattern: str) -> None:
    assert Pattern(pattern, re.IGNORECASE).needs, name
