"""Sentences and statements side by side, and one article as the network takes it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from annotate.training.network import WIDTH
from annotate.training.positions.articles import OPPOSES, SUPPORTS, Article, Halves
from annotate.training.positions.network import Positions, Read

NEGATED = 0.1
"""How often the opposite of a statement is read in its place."""

KEPT = 0.5
"""How many of the sentences that show no stance are judged: most articles have more than enough."""

_OTHER_WAY = {SUPPORTS: OPPOSES, OPPOSES: SUPPORTS}


@dataclass(frozen=True, eq=False, slots=True)
class Sides:
    """Sentences or statements side by side: the vectors of their words, and which there are."""

    vectors: Tensor
    known: Tensor


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Batch:
    """One article: its sentences, what is around each, statements, labels sentence × statement.

    rows: the sentences that are judged; labels are of these.
    """

    sentences: Sides
    weights: Tensor
    statements: Sides
    rows: Tensor
    labels: Tensor


def whole(article: Article) -> Batch:
    """The article with its own statements as they are."""
    said = [each.vectors for each in article.statements]
    return _batch(article, said, range(len(article.sentences)), article.labels)


def drawn(
    article: Article, chance: random.Random, foreign: Halves | None,
    *, negate: float = NEGATED, keep: float = KEPT,
) -> Batch:  # fmt: skip
    """The article with some statements negated, and one of another article, which none is about."""
    said, columns = [], []
    for each, labels in zip(article.statements, article.labels.T, strict=True):
        negated = each.negated if each.negated is not None and chance.random() < negate else None
        said.append(each.vectors if negated is None else negated)
        columns.append(labels if negated is None else _turned(labels))
    if foreign is not None:
        said.append(foreign)
        columns.append(np.zeros(len(article.sentences), np.int64))
    labels = np.stack(columns, 1)
    rows = [at for at, row in enumerate(labels) if (row > 0).any() or chance.random() < keep]
    return _batch(article, said, rows, labels)


def _turned(labels: np.ndarray) -> np.ndarray:
    return np.array([_OTHER_WAY.get(int(label), int(label)) for label in labels], np.int64)


def _batch(
    article: Article, statements: Sequence[Halves], rows: Sequence[int], labels: np.ndarray
) -> Batch:
    return Batch(
        sentences=beside(article.sentences),
        weights=around(article.paragraphs),
        statements=beside(statements),
        rows=torch.tensor(list(rows), dtype=torch.long),
        labels=torch.from_numpy(labels)[list(rows)],
    )


def beside(rows: Sequence[Halves]) -> Sides:
    """Vectors of unlike many words as one table, filled up at their ends."""
    longest = max(1, *map(len, rows))
    table = np.zeros((len(rows), longest, WIDTH), np.float32)
    known = np.zeros((len(rows), longest), bool)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
        known[number, : len(row)] = True
    return Sides(torch.from_numpy(table), torch.from_numpy(known))


def around(paragraphs: Sequence[int]) -> Tensor:
    """How much each sentence counts in what is around each, AROUND × sentence × sentence.

    The one before it in its paragraph, the paragraph's others, and all of the article.
    """
    at = np.array(paragraphs)
    number = np.arange(len(at))
    same = at[:, None] == at[None, :]
    before = same & (number[:, None] == number[None, :] + 1)
    others = same & (number[:, None] != number[None, :])
    each = np.stack([before, others, np.ones_like(same)]).astype(np.float32)
    return torch.from_numpy(each / each.sum(2, keepdims=True).clip(min=1))


def given(network: Positions, batch: Batch) -> tuple[Read, Tensor, Tensor, Read]:
    """What is judged: sentences, what is around them, which of it there is, statements."""
    sentences = network.tell(batch.sentences.vectors, batch.sentences.known)
    statements = network.tell(batch.statements.vectors, batch.statements.known)
    near = surroundings(batch.weights, sentences.means)
    there = batch.weights.sum(2).T > 0
    return sentences.only(batch.rows), near[batch.rows], there[batch.rows], statements


def surroundings(weights: Tensor, means: Tensor) -> Tensor:
    """The means of what is around each sentence, sentence × AROUND × width."""
    return (weights.to(means.dtype) @ means).transpose(0, 1)
