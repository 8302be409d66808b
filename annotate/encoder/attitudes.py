"""The attitude that a sentence shows to some of its words: negative, neutral or positive."""

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from annotate.encoder.reading import reading
from annotate.encoder.session import Encoder, Floats

NAMES = ("negative", "neutral", "positive")
"""The labels, in the head's order."""


def attitudes(
    doc: Doc, asked: Sequence[tuple[range, range]], encoder: Encoder
) -> list[tuple[float, float, float]]:
    """How likely each is, for each sentence and target in it, both as tokens of the doc.

    A doc that the encoder has not read, and a target without words, are as likely neutral.
    """
    read = reading(doc)
    if read is None or not asked:
        return [(0.0, 1.0, 0.0)] * len(asked)
    rows = [
        (np.flatnonzero(np.isin(read.tokens, list(sentence))), list(target))
        for sentence, target in asked
    ]
    longest = max(len(words) for words, _ in rows)
    vectors = np.zeros((len(rows), longest, read.vectors.shape[1]), dtype=np.float32)
    known = np.zeros((len(rows), longest), dtype=bool)
    marked = np.zeros_like(known)
    for row, (words, target) in enumerate(rows):
        vectors[row, : len(words)] = read.vectors[words]
        known[row, : len(words)] = True
        marked[row, : len(words)] = np.isin(read.tokens[words], target)
    return _likely(encoder, vectors, known, marked)


def _likely(
    encoder: Encoder, vectors: Floats, known: np.ndarray, marked: np.ndarray
) -> list[tuple[float, float, float]]:
    given = {"vectors": vectors, "known": known, "target": marked}
    (scores,) = encoder.attitudes.run(None, given)
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return [(float(bad), float(none), float(good)) for bad, none, good in shares]
