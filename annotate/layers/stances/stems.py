"""Words as topics are compared by: without endings, and by the groups of the thesaurus."""

import re
from functools import cache

from annotate import lexicons

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SUFFIXES = sorted(lexicons.words("endings"), key=len, reverse=True)
_STEM = 4
"""Letters that a stem keeps at least."""


@cache
def stem(word: str) -> str:
    """A word without its ending, or the head of its group in the thesaurus."""
    folded = _folded(word)
    bare = _bare(folded)
    return _groups().get(folded) or _groups().get(f"{bare}*") or bare


@cache
def spelled(word: str) -> str:
    """A word without its ending, whatever the thesaurus takes it for."""
    return _bare(_folded(word))


@cache
def plain() -> frozenset[str]:
    """The stems of words that any text may use, whatever it is about."""
    return frozenset(map(stem, lexicons.words("plain_words")))


def _folded(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


@cache
def _groups() -> dict[str, str]:
    """The group of each word of the thesaurus, and of each stem with a star behind it."""
    rows = [(head, word) for head, words in lexicons.table("thesaurus") for word in words.split()]
    stems = {f"{_bare(word)}*": f"={head}" for head, word in rows}
    return stems | {word: f"={head}" for head, word in rows}


def _bare(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM:
            return word[: -len(suffix)]
    return word
