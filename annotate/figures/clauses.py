"""The words of a sentence up to the end of a clause."""

import re
from collections.abc import Iterable

_PIECE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[;:.!?–—“”()]")
_OPENING = frozenset(
    {"although", "because", "but", "if", "though", "unless", "when", "where", "whereas", "while"}
)


CLAUSES = _OPENING - {"but"}
"""Words behind which a place belongs to another clause; "but also in Haixia" goes on."""


def pieces(words: str) -> list[str]:
    """The words and the marks that end clauses."""
    return _PIECE.findall(words)


def until(pieces: Iterable[str], most: int) -> list[str]:
    """The words up to the end of the clause; marks that open it are passed over."""
    taken: list[str] = []
    for piece in pieces:
        if not piece[0].isalpha():
            if taken:
                break
        elif piece in _OPENING:
            break
        else:
            taken.append(piece)
            if len(taken) == most:
                break
    return taken
