"""The page as a browser shows it: blocks of words, and where words start and end in them.

White space is folded, markup is gone, and each character remembers its place in the document.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from annotate.cite.folding import visible
from annotate.model import Document

_INNER = "'’.,:·_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What a reader sees of one block: its characters, white space folded.

    key: the same length, case and accents set aside. places: of its characters in the document.
    """

    text: str
    key: str
    places: tuple[int, ...]


def blocks(document: Document) -> tuple[Block, ...]:
    """The blocks of the page as a reader sees them; of a text without segments, the whole."""
    stretches = sorted(pair for segment in document.segments for pair in segment.stretches)
    seen = tuple(visible(document.text, document.marks))
    made = [
        _block(document.text, seen[bisect_left(seen, start) : bisect_left(seen, end)])
        for start, end in stretches or [(0, len(document.text))]
    ]
    return tuple(block for block in made if block.text)


def _block(text: str, places: Sequence[int]) -> Block:
    """The block that these characters make."""
    kept: list[int] = []
    for place in places:
        if not text[place].isspace() or (kept and not text[kept[-1]].isspace()):
            kept.append(place)
    while kept and text[kept[-1]].isspace():
        kept.pop()
    shown = "".join(" " if text[place].isspace() else text[place] for place in kept)
    return Block(text=shown, key=key(shown), places=tuple(kept))


def key(words: str) -> str:
    """The words as browsers compare them, in equal length: without case and accents."""
    return "".join(unicodedata.normalize("NFKD", letter.casefold())[:1] for letter in words)


def first_words(text: str, size: int) -> str:
    """The text up to the end of so many words."""
    places = range(1, len(text) + 1)
    ends = (at for at in places if text[at - 1].isalnum() and is_border(text, at))
    return text[: next(islice(ends, size - 1, None), len(text))] if size else ""


def last_words(text: str, size: int) -> str:
    """The text from the start of its last so many words."""
    places = range(len(text) - 1, -1, -1)
    starts = (at for at in places if text[at].isalnum() and is_border(text, at))
    return text[next(islice(starts, size - 1, None), 0) :] if size else ""


def is_border(text: str, at: int) -> bool:
    """Whether a word may start or end there; scripts without spaces have borders at their marks.

    Browsers part such scripts by a dictionary; a place between two of their letters may cut a word.
    """
    if not 0 < at < len(text):
        return True
    return not (_in_word(text, at - 1) and _in_word(text, at))


def _in_word(text: str, at: int) -> bool:
    """Whether a character is part of a word: a letter, an accent, the mark within “don’t”."""
    if text[at] in _INNER:
        return text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
    return text[at].isalnum() or bool(unicodedata.combining(text[at])) or text[at] == "\u00ad"


def border_before(text: str, at: int) -> int:
    """The nearest border at or before a place."""
    return next(place for place in range(at, -1, -1) if is_border(text, place))


def border_after(text: str, at: int) -> int:
    """The nearest border at or after a place."""
    return next(place for place in range(at, len(text) + 1) if is_border(text, place))
