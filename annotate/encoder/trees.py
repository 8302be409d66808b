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
    while not (sound := _reached(found, root)).all():
        _mend(chances, found, sound)
    return np.asarray(found)


def _reached(found: Ints, root: int) -> NDArray[np.bool_]:
    """Which words lead to the root."""
    at = found
    for _ in range(max(1, len(found).bit_length())):
        at = at[at]
    return np.asarray(at == root)


def _mend(chances: Floats, found: Ints, reached: NDArray[np.bool_]) -> None:
    """Let one of the words that lead in a circle have its best head among those that do not."""
    lost, sound = np.flatnonzero(~reached), np.flatnonzero(reached)
    among = chances[lost[:, None], sound]
    loss = among.max(axis=1) - chances[lost, found[lost]]
    word = int(loss.argmax())
    found[lost[word]] = sound[int(among[word].argmax())]
