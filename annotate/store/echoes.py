"""Which statements repeat each other's words, so that five articles with one source count as one.

Two statements of one speaker on one matter are the same where their words are: all of them, or
all but a few of the longer run (a quotation cut short, “that” left out). Figures and negations must
be the same in both, for “9,000 crossed” does not repeat “11,000 crossed”. Nothing is joined that
the words do not show.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from annotate.store.signs import RUN

Words = tuple[str, ...]

SHINGLE = 3
"""Words in a row that are compared as one; of two, chance finds too many."""

SHARED = 0.75
"""The part of the shorter statement's shingles that the longer one must have too.

One word changed costs three shingles, a quarter of a sentence of fourteen words; in a shorter one
it says something else.
"""

LEAST = 4
"""Shingles that a statement must have to be the same as one that is not equal: six words."""

COMMON = 40
"""Statements that may have a shingle in common before it tells nothing; bounds the work."""

_WORD = re.compile(rf"{RUN.pattern[:-1]}|[^\W_]+(?:[.,]\d+)*")
_TURNS = frozenset({"no", "not", "never", "nor", "neither", "none", "nobody", "nothing", "without"})


def echoes(said: Sequence[tuple[Hashable, str]]) -> list[int]:
    """For each statement the place of the first that says the same; its own if none does.

    said: who says it on what, and the words; only statements equal in the former are compared.
    """
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for at, (matter, _) in enumerate(said):
        groups[matter].append(at)
    first = list(range(len(said)))
    for members in groups.values():
        if len(members) > 1:
            _join([words(said[at][1]) for at in members], members, first)
    return first


def words(text: str) -> Words:
    """The words of a text without case and marks; each sign of Chinese and its kin is one."""
    found = text.replace("’", "'").replace("n't", " not").casefold()
    return tuple(_WORD.findall(found))


def _join(texts: Sequence[Words], members: Sequence[int], first: list[int]) -> None:
    """Write into `first` which of the members say the same."""
    equal: dict[Words, int] = {}
    shingled: dict[Words, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        found = equal.get(text)
        if found is None:
            found = next(_near(texts, place, shingled), None)
        first[members[place]] = members[place] if found is None else first[members[found]]
        if text not in equal:
            equal[text] = place
            for each in set(_shingles(text)):
                shingled[each].append(place)


def _near(texts: Sequence[Words], place: int, shingled: dict[Words, list[int]]) -> Iterator[int]:
    """Earlier statements that say nearly the same, the one with most in common first."""
    own = set(_shingles(texts[place]))
    if len(own) < LEAST:
        return
    shared = Counter(
        other
        for each in own
        if len(holders := shingled.get(each, ())) <= COMMON
        for other in holders
    )
    for other, count in sorted(shared.items(), key=lambda each: (-each[1], each[0])):
        shorter = min(len(own), len(set(_shingles(texts[other]))))
        if shorter >= LEAST and count >= SHARED * shorter and _agree(texts[place], texts[other]):
            yield other


def _agree(one: Words, other: Words) -> bool:
    """Whether two wordings state the same figures and negations, as far as the shorter goes."""
    shorter, longer = sorted((one, other), key=len)
    if _runs_in(shorter, longer):
        return True
    return _turns(one) == _turns(other) and _figures(shorter) <= _figures(longer)


def _runs_in(shorter: Words, longer: Words) -> bool:
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _turns(text: Words) -> Counter[str]:
    return Counter(word for word in text if word in _TURNS)


def _figures(text: Words) -> set[str]:
    return {word for word in text if word[0].isdigit()}


def _shingles(text: Words) -> list[Words]:
    return [text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1)]
