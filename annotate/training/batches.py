"""Examples in batches of like length, forever, in an order that hangs on the seed alone."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from annotate.encoder import pieces
from annotate.encoder.pieces import Ints, Pieces, Read, padded
from annotate.training.examples import Example
from annotate.training.network import NO

SIZE = 1024
"""Sub-words of a batch, padding included."""

_POOL = 2048
"""Examples that are sorted by length at a time: the order stays random beyond."""

_OTHER_CASE = ((0.04, pieces.UPPER), (0.07, pieces.TITLE), (0.10, pieces.LOWER))
"""How often, added up, all words of an example are read in another case: as headings are."""


@dataclass(frozen=True, eq=False, slots=True)
class Batch:
    """Some examples side by side; labels are NO where there is none.

    known: where a word is, not padding. weights: one an example.
    """

    read: tuple[Tensor, Tensor, Tensor, Tensor]
    known: Tensor
    labels: Mapping[str, Tensor]
    weights: Tensor


def endless(
    examples: Sequence[Example], cutter: Pieces, seed: int, *, cased: bool = True
) -> Iterator[Batch]:
    """Batches of the examples, again and again; cased: whether case is sometimes another."""
    chance = random.Random(seed)  # noqa: S311  # an order, no secret
    order = list(examples)
    while order:
        chance.shuffle(order)
        for start in range(0, len(order), _POOL):
            groups = list(grouped(order[start : start + _POOL], cutter))
            chance.shuffle(groups)
            for group in groups:
                made = batch(group, cutter)
                yield recased(made, chance) if cased else made


def grouped(
    examples: Sequence[Example], cutter: Pieces, size: int = SIZE
) -> Iterator[list[Example]]:
    """The examples in groups of like length, each of at most some sub-words."""
    lengths = [sum(len(cutter.of(word)) for word in each.words) + 2 for each in examples]
    group: list[Example] = []
    for number in sorted(range(len(examples)), key=lambda at: lengths[at]):
        if group and lengths[number] * (len(group) + 1) > size:
            yield group
            group = []
        group.append(examples[number])
    if group:
        yield group


def batch(examples: Sequence[Example], cutter: Pieces) -> Batch:
    """Some examples as tensors."""
    read = cutter.read([each.words for each in examples])
    names = examples[0].labels
    labels = {name: padded([each.labels[name] for each in examples], NO) for name in names}
    return Batch(
        read=tensors(read),
        known=torch.from_numpy(read.first > 0),
        labels={name: torch.from_numpy(table) for name, table in labels.items()},
        weights=torch.tensor([each.weight for each in examples]),
    )


def tensors(read: Read) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """What the encoder takes, as tensors."""
    pieces, cases, first, last = (
        torch.from_numpy(each) for each in (read.pieces, read.cases, read.first, read.last)
    )
    return pieces, cases, first, last


def recased(batch: Batch, chance: random.Random) -> Batch:
    """The batch with the words of some examples in another case."""
    cut, cases, first, last = batch.read
    table: Ints = cases.numpy().copy()
    for row in table:
        drawn = chance.random()
        for most, case in _OTHER_CASE:
            if drawn < most:
                row[np.isin(row, (pieces.LOWER, pieces.TITLE, pieces.UPPER, pieces.MIXED))] = case
                break
    return replace(batch, read=(cut, torch.from_numpy(table), first, last))
