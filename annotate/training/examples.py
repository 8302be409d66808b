"""What the network learns from: words with labels, from whatever source.

An example has labels for some heads and none for others; a batch is of one task, whose examples
have the same. Which examples are held out hangs on a hash of their text, never on chance.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

LONGEST = 130
"""Words of the longest example; what is longer is cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Words, and for some heads a label a word; NO where a label is not known.

    source: the collection of texts it is from. weight: how much it counts against its like.
    """

    words: tuple[str, ...]
    labels: Mapping[str, tuple[int, ...]]
    source: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text with names and quotations marked, in code points.

    names: start, end, label. unknown: stretches in which no label can be told, None where all
    names are unknown. roles: what part of which quotation a stretch is; None where unknown.
    """

    text: str
    names: tuple[tuple[int, int, str], ...] = ()
    unknown: tuple[tuple[int, int], ...] | None = ()
    roles: tuple["Role", ...] | None = None
    source: str = ""
    weight: float = 1.0
    genre: str = field(default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A stretch that is the source, cue or content of some quotations, known by their names."""

    start: int
    end: int
    role: str
    quotes: frozenset[str]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def share(key: str) -> float:
    """A number from 0 to 1 that hangs on the key alone: the same on every machine."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6]) / 2**48


def held_out(key: str, part: float) -> bool:
    """Whether what has this key belongs to the part kept for measuring."""
    return share("held-out:" + key) < part


_BLANK = spacy.blank("en")


def worded(text: str) -> Doc:
    """The words of a text, as the pipeline finds them."""
    return _BLANK.make_doc(text)


def cut(words: Sequence[str], breaks: Iterable[int], longest: int = LONGEST) -> Iterator[slice]:
    """The words in pieces that are not too long, cut at breaks where there are some.

    breaks: the first words of sentences, in order. A sentence that is too long is cut anywhere.
    """
    first, last = 0, 0
    for place in [*breaks, len(words)]:
        if place - first > longest and last > first:
            yield slice(first, last)
            first = last
        while place - first > longest:
            yield slice(first, first + longest)
            first += longest
        last = place
    if len(words) > first:
        yield slice(first, len(words))
