"""Patterns that first look for the words without which they match nothing.

A sentence is asked for dozens of set phrases, and has hardly any of them. To try a pattern at each
of its characters takes microseconds; to see that none of the words is there that every match has,
a fraction of one.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any


class Pattern:
    """A pattern that is tried where a word stands that each of its matches has.

    needs: these words; none if the pattern has none that would tell.
    """

    __slots__ = ("_caseless", "_compiled", "needs")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Compile a pattern. Raises re.error if it is none."""
        self._compiled = re.compile(pattern, flags)
        self._caseless = bool(self._compiled.flags & re.IGNORECASE)
        needs = _needs(pattern, flags)
        self.needs = _least(map(_fold, needs)) if self._caseless else needs

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return self._compiled

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match in a text."""
        return self._compiled.search(text, start) if self._may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in a text, in order."""
        return self._compiled.finditer(text) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        if not self.needs:
            return True
        folded = _folded(text) if self._caseless else text
        for word in self.needs:  # noqa: SIM110  # any() takes as long as what it asks
            if word in folded:
                return True
        return False


class Patterns:
    """Patterns without case, of which only those are tried that have a word of theirs in a text."""

    __slots__ = ("_looked_for",)

    def __init__(self, patterns: Iterable[str]) -> None:
        """Compile some patterns. Raises re.error if one is none."""
        compiled = [Pattern(pattern, re.IGNORECASE) for pattern in patterns]
        self._looked_for = [
            (word, pattern.compiled) for pattern in compiled for word in pattern.needs or ("",)
        ]

    def match(self, text: str) -> bool:
        """Whether one of them matches in a text."""
        folded = _folded(text)
        for word, pattern in self._looked_for:  # noqa: SIM110  # any() takes as long again
            if word in folded and pattern.search(text):
                return True
        return False


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of some words, longer ones first, so that none is cut short."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest))})"


def _fold(text: str) -> str:
    """A text in which letters are the same that a pattern without case takes for the same."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("i\u0307", "i").replace("ı", "i")


_folded = lru_cache(maxsize=64)(_fold)
"""The same, remembered: every pattern asks it of the same sentence."""

_MOST = 12
"""Spellings of a part that are told apart."""

_SHARES = (1.0, 0.95, 0.7, 0.3, 0.08, 0.02, 0.008)
"""By how many letters and digits words have, about which share of sentences has such a word."""

_HIGH = 0.9
"""The price from which to look for words is not worth it."""

_LOOK = 0.003
"""What it costs to look for one more word, beside what it would cost to try the pattern."""

Spelled = frozenset[str] | None
"""All that a part of a pattern can match; None if that is too much to tell."""


def _needs(pattern: str, flags: int) -> tuple[str, ...]:
    """Words of which each match of a pattern has one; none if nothing is gained by them."""
    # How `re` reads a pattern is its own affair; what this makes of it is compared in the tests.
    read = import_module("re._parser").parse(pattern, flags)
    return _best(_sets(read))


def _best(sets: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The set of words that costs least to look for, none if all would tell nothing."""
    best = min(map(_least, sets), key=_price, default=())
    return best if _price(best) < _HIGH else ()


def _price(words: tuple[str, ...]) -> float:
    """About the share of sentences that have one of some words, and what it costs to ask."""
    if not words:
        return 1.0
    without = 1.0
    for word in words:
        letters = sum(map(str.isalnum, word))
        without *= 1 - _SHARES[min(letters, len(_SHARES) - 1)]
    return 1 - without + _LOOK * len(words)


def _sets(parts: Iterable[tuple[Any, Any]]) -> Iterator[Iterable[str]]:
    """Sets of words of which each match of some parts in a row has one."""
    run = _NOTHING
    for part in parts:
        spelled = _spelled(part)
        longer = _joined(run, spelled)
        if longer is None or len(longer) > len(run):  # more words, longer ones: either may be best
            yield run
            yield _inside(part) if spelled is None else spelled
        run = longer or spelled or _NOTHING
    yield run


_NOTHING = frozenset({""})


def _least(words: Iterable[str]) -> tuple[str, ...]:
    """Some words without those that have another of them inside."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda each: (len(each), each)):
        if not any(each in word for each in kept):
            kept.append(word)
    return tuple(kept)


def _inside(part: tuple[Any, Any]) -> tuple[str, ...]:
    """The words of which each match of one part has one."""
    name, value = str(part[0]), part[1]
    if name == "SUBPATTERN" and not (value[1] or value[2]):
        return _best(_sets(value[3]))
    if name == "ATOMIC_GROUP":
        return _best(_sets(value))
    if name == "ASSERT":
        return _best(_sets(value[1]))
    if name in _REPEATS and value[0]:
        return _best(_sets(value[2]))
    if name == "BRANCH":
        ways = [_best(_sets(way)) for way in value[1]]
        return tuple(word for way in ways for word in way) if all(ways) else ()
    return ()


_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_NOWHERE = frozenset({"AT", "ASSERT_NOT"})
"""What matches between two letters."""


def _spelled(part: tuple[Any, Any]) -> Spelled:
    """All that one part can match."""
    name, value = str(part[0]), part[1]
    if name == "LITERAL":
        return frozenset({chr(value)})
    if name in _NOWHERE:
        return _NOTHING
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(chr(each) for _, each in value)
    if name == "SUBPATTERN" and not (value[1] or value[2]):
        return _row(value[3])
    if name == "BRANCH":
        ways = [_row(way) for way in value[1]]
        every = [way for way in ways if way is not None]
        return frozenset().union(*every) if len(every) == len(ways) else None
    if name in _REPEATS and (value[0], value[1]) == (0, 1):
        once = _row(value[2])
        return None if once is None else once | {""}
    return None


def _row(parts: Iterable[tuple[Any, Any]]) -> Spelled:
    """All that some parts in a row can match."""
    row: Spelled = _NOTHING
    for part in parts:
        row = _joined(row, _spelled(part))
        if row is None:
            return None
    return row


def _joined(before: Spelled, behind: Spelled) -> Spelled:
    if before is None or behind is None or len(before) * len(behind) > _MOST:
        return None
    return frozenset(first + second for first in before for second in behind)
