"""How well the graphs of positions do on articles that they have not seen."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray

from annotate.training.positions import graphs
from annotate.training.positions.articles import OPPOSES, SUPPORTS, Article
from annotate.training.positions.batches import Sides, surroundings, whole
from annotate.training.positions.network import NAMES
from annotate.training.scores import f1, percent

SURE = 0.5
"""How likely a sentence must be to show a stance, of whichever label, to be told to show one."""

Floats = NDArray[np.float32]


def figures(articles: Sequence[Article], home: Path) -> dict[str, Any]:
    """The figures of the graphs in a folder.

    topic: sentence and statement; labelled: and the label. side: which label, where a sentence
    shows one of the two; first: how often a sentence with stances is likeliest to be about one
    of its statements. Both in parts of a hundred.
    """
    tower, pairs = (_session(home / name) for name in (graphs.SENTENCES, graphs.POSITIONS))
    counts: Counter[str] = Counter()
    for article in articles:
        if article.sentences and article.statements:
            _count(article, likely(article, tower, pairs), counts)
    return {
        "topic": _f1(counts["topic"], counts),
        "labelled": _f1(counts["labelled"], counts),
        "side": percent(counts["side"], counts["sided"]),
        "first": percent(counts["first"], counts["shown"]),
        "articles": len(articles),
        "stances": counts["there"],
    }


def _f1(right: int, counts: Counter[str]) -> dict[str, float]:
    return f1(right, counts["said"] - right, counts["there"] - right)


def likely(
    article: Article, tower: onnxruntime.InferenceSession, pairs: onnxruntime.InferenceSession
) -> Floats:
    """How likely each label is, sentence × statement × 3."""
    batch = whole(article)
    states, means = _told(tower, batch.sentences)
    statement, statement_means = _told(tower, batch.statements)
    given = {
        "states": states, "known": batch.sentences.known.numpy(), "means": means,
        "around": surroundings(batch.weights, torch.from_numpy(means)).numpy(),
        "near": (batch.weights.sum(2).T > 0).numpy(),
        "statement": statement, "said": batch.statements.known.numpy(),
        "statement_means": statement_means,
    }  # fmt: skip
    (scores,) = pairs.run(None, given)
    shares = np.exp(scores - scores.max(axis=2, keepdims=True))
    return np.asarray(shares / shares.sum(axis=2, keepdims=True))


def _told(tower: onnxruntime.InferenceSession, sides: Sides) -> tuple[Floats, Floats]:
    states, means = tower.run(
        None, {"vectors": sides.vectors.numpy(), "known": sides.known.numpy()}
    )
    return states, means


def _count(article: Article, shares: Floats, counts: Counter[str]) -> None:
    for row, labels, shown in zip(shares, article.labels, article.stances, strict=True):
        for each, label, gold in zip(row, labels, shown, strict=True):
            said = 1 - each[0] >= SURE
            side = SUPPORTS if each[SUPPORTS] > each[OPPOSES] else OPPOSES
            counts["said"] += int(said)
            counts["there"] += bool(gold)
            counts["topic"] += bool(said and gold)
            counts["labelled"] += bool(said and NAMES[side] in gold)
            counts["sided"] += int(label > 0)
            counts["side"] += int(label == side)
        if any(shown):
            counts["shown"] += 1
            counts["first"] += bool(shown[int(row[:, 0].argmin())])


def _session(path: Path) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
