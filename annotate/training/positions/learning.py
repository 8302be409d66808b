"""The network taught positions by articles, from a tower that knows likeness."""

import random
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from annotate.training.positions.articles import OPPOSES, SUPPORTS, Article
from annotate.training.positions.batches import Batch, drawn, given
from annotate.training.positions.network import Positions
from annotate.training.recipe import Told, rate

SEED = 1

TOWER_SPEED = 2e-4
HEAD_SPEED = 5e-4
"""Learning rates at their highest."""

_TOGETHER = 2
"""Articles of a step."""

_SHOWN = 1.5
"""What a sentence that shows a stance to a statement counts beside one that shows none."""

_TOPIC = 0.3
"""What it counts which of the statements a sentence with a stance is about."""

_SIDE = 1.0
"""What it counts on which side a sentence is of a statement it shows a stance to."""

_SMOOTHED = 0.03


def teach(
    network: Positions,
    articles: Sequence[Article],
    epochs: int,
    *,
    keep: Path | None = None,
    tell: Told = print,
) -> list[float]:
    """The network taught in place; the mean loss of each time through the articles.

    keep: a file that gets the weights each time.
    """
    chance = random.Random(SEED)  # noqa: S311  # an order, no secret
    torch.manual_seed(SEED)
    optimizer = _optimizer(network)
    steps = epochs * (len(articles) // _TOGETHER)
    rates = LambdaLR(optimizer, lambda step: rate(step, steps))
    means: list[float] = []
    for epoch in range(epochs):
        order = list(articles)
        chance.shuffle(order)
        network.train()
        losses = []
        for start in range(0, len(order) - _TOGETHER + 1, _TOGETHER):
            batches = [_drawn(each, articles, chance) for each in order[start : start + _TOGETHER]]
            losses.append(_step(network, batches, optimizer))
            rates.step()
        means.append(round(sum(losses) / max(1, len(losses)), 3))
        tell(f"positions {epoch + 1}/{epochs} loss {means[-1]}")
        if keep:
            torch.save(network.state_dict(), keep)
    return means


def _drawn(article: Article, articles: Sequence[Article], chance: random.Random) -> Batch:
    other = chance.choice(articles)
    statement = chance.choice(other.statements)
    return drawn(article, chance, statement.vectors if other is not article else None)


def _step(network: Positions, batches: Sequence[Batch], optimizer: AdamW) -> float:
    optimizer.zero_grad(set_to_none=True)
    whole = 0.0
    for batch in batches:
        if not len(batch.rows):
            continue
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network(*given(network, batch))
        loss = total(scores.float(), batch.labels) / len(batches)
        loss.backward()  # type: ignore[no-untyped-call]  # torch does not type it
        whole += loss.item()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return whole


def total(scores: Tensor, labels: Tensor) -> Tensor:
    """How far scores, sentence × statement × 3, are from labels, sentence × statement.

    What is unknown counts nothing for the label, nor for which statement a sentence is about.
    """
    each = functional.cross_entropy(
        scores.flatten(0, 1), labels.flatten().clamp(min=0), label_smoothing=_SMOOTHED,
        reduction="none",
    )  # fmt: skip
    counts = torch.where(labels < 0, 0.0, torch.where(labels > 0, _SHOWN, 1.0)).flatten()
    loss = (each * counts).sum() / counts.sum().clamp(min=1)
    showing = (labels > 0).any(1)
    if not showing.any():
        return loss
    return loss + _TOPIC * _topic(scores[showing], labels[showing]) + _SIDE * _side(scores, labels)


def _topic(scores: Tensor, labels: Tensor) -> Tensor:
    """How far it is told which statements sentences are about, by how far each is from none."""
    shown = torch.logsumexp(scores[:, :, 1:], 2) - scores[:, :, 0]
    likely = functional.log_softmax(shown, 1)
    wanted = (labels > 0).float()
    return -((likely * wanted).sum(1) / wanted.sum(1)).mean()


def _side(scores: Tensor, labels: Tensor) -> Tensor:
    """How far sides are from those shown, by how far one label is from the other."""
    apart = (scores[:, :, SUPPORTS] - scores[:, :, OPPOSES])[labels > 0]
    wanted = (labels[labels > 0] == SUPPORTS).float()
    return functional.binary_cross_entropy_with_logits(apart, wanted)


def _optimizer(network: Positions) -> AdamW:
    tower = list(network.layers.parameters())
    inside = {id(each) for each in tower}
    head = [each for each in network.parameters() if id(each) not in inside]
    return AdamW(
        [{"params": tower, "lr": TOWER_SPEED}, {"params": head, "lr": HEAD_SPEED}],
        weight_decay=0.01,
    )
