"""Words as the encoder reads them: sub-words without case, and the case by itself.

The encoder knows no capitals, which tell a name; so each word's case goes in beside it as one of
seven kinds, and a heading in capitals is the same words in another case.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

NONE, LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER = range(7)
"""The kinds of case; NONE is for what is no word."""

CASES = 7
"""How many kinds there are."""

_MOST = 6
"""Sub-words of a word that are read: an address has dozens, and its ends tell what it is."""

PLACES = 512
"""Sub-words of a sequence that the encoder has places for, its signs at both ends among them."""

_ROOM = 100_000
"""Different words whose sub-words are remembered."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class Read:
    """Sequences of words, padded to one length, as the encoder takes them.

    pieces, cases: sequence × sub-word. first, last: sequence × word, each word's first and last
    sub-word. Padding is 0, where the sequence's own opening sign stands.
    """

    pieces: Ints
    cases: Ints
    first: Ints
    last: Ints


class Pieces:
    """The sub-words of words; each word is cut up once."""

    def __init__(self, path: Path) -> None:
        """Read the table of sub-words, a `tokenizer.json`."""
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}
        self._open, self._close = self._sign("[CLS]"), self._sign("[SEP]")
        self._unknown = self._sign("[UNK]")

    def _sign(self, name: str) -> int:
        number = self._tokenizer.token_to_id(name)
        return 0 if number is None else number

    def of(self, word: str) -> tuple[int, ...]:
        """The sub-words of a word, at least one."""
        return self._both(word)[0]

    def count(self, words: Iterable[str]) -> int:
        """How many sub-words some words have together."""
        known = self._known.get
        return sum(len((known(word) or self._both(word))[0]) for word in words)

    def _both(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The sub-words of a word, and the word's case for each of them."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _ROOM:
                self._known.clear()
            cut = self._cut(word)
            known = self._known[word] = cut, (case(word),) * len(cut)
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        ids = self._tokenizer.encode(word[:100], add_special_tokens=False).ids or [self._unknown]
        if len(ids) > _MOST:
            ids = [*ids[: _MOST - 2], *ids[-2:]]
        return tuple(ids)

    def read(self, sequences: Sequence[Sequence[str]]) -> Read:
        """Some sequences of words side by side."""
        rows = [self._row(words) for words in sequences]
        return Read(*(padded(column) for column in zip(*rows, strict=True)))

    def _row(self, words: Sequence[str]) -> tuple[list[int], list[int], list[int], list[int]]:
        pieces, cases = [self._open], [NONE]
        first, last = [], []
        for cut, kinds in self._fitting(words):
            first.append(len(pieces))
            pieces.extend(cut)
            cases.extend(kinds)
            last.append(len(pieces) - 1)
        return [*pieces, self._close], [*cases, NONE], first, last

    def _fitting(self, words: Sequence[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """The sub-words and cases of some words, those of long words fewer where all are too many.

        A list of addresses has more than the encoder has places for.
        """
        known = self._known.get
        found = [known(word) or self._both(word) for word in words]
        most = _MOST
        while most > 1 and sum(len(cut) for cut, _ in found) > PLACES - 2:
            most -= 1
            found = [
                ((*cut[: most - 1], cut[-1]), kinds[:most]) if len(cut) > most else (cut, kinds)
                for cut, kinds in found
            ]
        return found


def padded(rows: Iterable[Sequence[int]], fill: int = 0) -> Ints:
    """Rows of unlike length as one table, filled up at their ends."""
    rows = list(rows)
    table = np.full((len(rows), max(map(len, rows), default=0)), fill, dtype=np.int64)
    for place, row in zip(table, rows, strict=True):
        place[: len(row)] = row
    return table


def case(word: str) -> int:
    """The kind of a word's case."""
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if any(sign.isdigit() for sign in word):
        return DIGIT
    if word[:1].isupper() and (word[1:].islower() or not word[1:].isalpha()):
        return TITLE
    return MIXED if any(sign.isalpha() for sign in word) else OTHER
