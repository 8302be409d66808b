"""How far the network is from the labels, head by head."""

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn import functional

from annotate.training.batches import Batch
from annotate.training.network import NO, Network

WEIGHTS = {
    "tag": 0.5, "pos": 0.5, "morph": 0.5, "lemma": 0.5, "start": 0.3, "arc": 1.0, "relation": 0.7,
    "entity": 3.0, "source": 1.5, "cue": 1.5, "content": 1.5, "source_link": 0.5,
    "content_link": 0.5, "attitude": 1.0,
}  # fmt: skip
"""What each head's loss counts. Most words are no name and no cue, so that the mean over all words
of a text says little of them: hence more for those."""


def total(network: Network, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of the losses that the batch has labels for, and each by itself."""
    losses = dict(_losses(network, batch, *network(*batch.read)))
    whole = torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum()
    return whole, {name: loss.item() for name, loss in losses.items()}


def _losses(
    network: Network, batch: Batch, vectors: Tensor, within_vectors: Tensor
) -> Iterator[tuple[str, Tensor]]:
    labels, weights = batch.labels, batch.weights
    for name, head in network.linear.items():
        if name in labels:
            yield name, mean(head(vectors), labels[name], weights)
    if "head" in labels:
        yield "arc", mean(within(network.arc(vectors), batch), labels["head"], weights)
        relations = network.relation(vectors, labels["head"].clamp(min=0))
        yield "relation", mean(relations, labels["relation"], weights)
    for name, link in (
        ("source_link", network.source_link),
        ("content_link", network.content_link),
    ):
        if name in labels:
            yield name, mean(among(link(vectors), batch.known), labels[name], weights)
    if "attitude" in labels:
        scores = network.attitude(within_vectors, batch.known, labels["target"] == 1)
        yield "attitude", functional.cross_entropy(scores, labels["attitude"][:, 0])


def mean(scores: Tensor, labels: Tensor, weights: Tensor) -> Tensor:
    """The mean loss over the words whose label is known, by the weights of their examples."""
    loss = functional.cross_entropy(
        scores.transpose(1, 2), labels, ignore_index=NO, reduction="none"
    )
    counted = labels.ne(NO) * weights[:, None]
    # What silver labels count less must not be made up for by the mean: so the divisor is words.
    return (loss * counted).sum() / labels.ne(NO).sum().clamp(min=1)


def within(scores: Tensor, batch: Batch) -> Tensor:
    """Arcs to words of the same sentence only."""
    sentences = batch.labels["sentence"]
    same = sentences[:, :, None].eq(sentences[:, None, :])
    return scores.masked_fill(~same, -1e4)


def among(scores: Tensor, known: Tensor) -> Tensor:
    """Links to words only, not to padding."""
    return scores.masked_fill(~known[:, None, :], -1e4)
