"""A text made comparable, with a map back: what people retype differently becomes the same.

Quotation marks, dashes, white space, soft hyphens, ellipses and composed letters differ between
a page, its print and what somebody pastes. Folding makes them alike on a copy, and remembers for
each character of the copy where in the original it came from, so that offsets stay exact.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from annotate.model import Pair

_QUOTES = dict.fromkeys("\"“”„‟«»'‘’‚‛‹›`´′「」『』", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−⸺⸻﹘", "-")
_INVISIBLE = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
_ALIKE = {**_QUOTES, **_DASHES, **_INVISIBLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A comparable copy of a text: where each of its characters starts and ends in the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(maxsize=64)
def fold(text: str, *, marks: tuple[Pair, ...] = (), lower: bool = False) -> Folded:
    """The copy in which spellings of the same words are equal.

    marks: stretches of markup, whose characters are left out.
    lower: also makes capitals and small letters equal.
    """
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place in visible(text, marks):
        for letter in _alike(text[place], lower=lower):
            if _goes_without_space(letter) and letters and letters[-1] == " ":
                letters.pop(), starts.pop(), ends.pop()
            if letter == "-" and letters and letters[-1] == "-":
                ends[-1] = place + 1
            elif letter != " " or _takes_space(letters):
                letters.append(letter)
                starts.append(place)
                ends.append(place + 1)
    return Folded(text="".join(letters), starts=tuple(starts), ends=tuple(ends))


def visible(text: str, marks: tuple[Pair, ...] = ()) -> Iterator[int]:
    """The places of the characters that a reader sees: all but markup."""
    hidden = {place for start, end in marks for place in range(start, end)}
    for place in range(len(text)):
        if place not in hidden:
            yield place


@lru_cache(maxsize=4096)
def _alike(letter: str, *, lower: bool) -> str:
    """What one character is compared as: none, one or several characters."""
    pieces = unicodedata.normalize("NFKD", _ALIKE.get(letter, letter))
    pieces = "".join(_ALIKE.get(piece, piece) for piece in pieces)
    pieces = "".join(" " if piece.isspace() else piece for piece in pieces)
    return unicodedata.normalize("NFKD", pieces.casefold()) if lower else pieces


def _goes_without_space(letter: str) -> bool:
    """Whether white space before it says nothing: dashes, and full stops for `. . .`."""
    return letter in ("-", ".")


def _takes_space(letters: list[str]) -> bool:
    """Whether white space says something after these: not at the start, a dash, an ellipsis."""
    return bool(letters) and letters[-1] not in (" ", "-") and letters[-2:] != [".", "."]
