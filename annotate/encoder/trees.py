"""Heads of words out of scores: the best for each word, mended where that makes no tree."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_NEVER = -1e9


def heads(scores: Floats) -> Ints:
    """The head of each word of one sentence, the root its own.

    scores: word × word, how well the second goes as the head of the first; a word with itself, how
    well it goes as the root.
    """
    # What a word's scores are compared with are its own: so they need not be made shares of one.
    chances = np.array(scores, order="C")
    alone = chances.diagonal().copy()
    chances.reshape(-1)[:: len(chances) + 1] = _NEVER
    found = chances.argmax(axis=1)
    # The root is the word that gains most by being it instead of having a head.
    root = int((alone - chances[np.arange(len(found)), found]).argmax())
    found[root] = root
    sound = _reached(found, root)
    if not sound.all():
        _mend(chances, found, sound, root)
    return np.asarray(found)


def _reached(found: Ints, root: int) -> NDArray[np.bool_]:
    """Which words lead to the root."""
    at = found
    for _ in range(max(1, len(found).bit_length())):
        at = at[at]
    return np.asarray(at == root)


def _mend(chances: Floats, found: Ints, sound: NDArray[np.bool_], root: int) -> None:
    """Let words that lead in a circle have their best head among those that do not, one by one.

    The one that loses least goes first. What each word's best such head is, is kept, and compared
    with those alone that have come to lead to the root: a text may be one sentence of thousands.
    """
    best, loss = np.zeros(len(found), np.int64), np.full(len(found), -np.inf, np.float32)
    joined = sound
    while not sound.all():
        lost, more = np.flatnonzero(~sound), np.flatnonzero(joined)
        among = chances[lost[:, None], more]
        gain = among.max(axis=1)
        first = more[among.argmax(axis=1)]  # of heads as good the first, as among all
        better = (gain > loss[lost]) | ((gain == loss[lost]) & (first < best[lost]))
        best[lost[better]] = first[better]
        loss[lost] = np.maximum(gain, loss[lost])
        word = lost[int((loss[lost] - chances[lost, found[lost]]).argmax())]
        found[word] = best[word]
        reached = _reached(found, root)
        sound, joined = reached, reached & ~sound
