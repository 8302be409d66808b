"""The tower taught likeness: to give a sentence what all-MiniLM-L6-v2 gives it.

The encoder has unlearned what sentences are about, for its other heads never ask. What its lower
half still has of it is brought out again by news without any annotation, before the few articles
with stances are seen.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from spacy.language import Language
from torch import Tensor
from torch.nn import functional
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR

from annotate.encoder.pieces import Pieces
from annotate.encoder.reading import reading
from annotate.training.batches import tensors
from annotate.training.examples import held_out, rows
from annotate.training.network import WIDTH, Encoder, padding, set_encoder
from annotate.training.positions.articles import Halves
from annotate.training.positions.batches import beside
from annotate.training.positions.network import Positions
from annotate.training.recipe import Told, rate

SEED = 1

SPEED = 3e-4
"""The learning rate at its highest."""

_HELD_OUT = 0.04
"""The part of the sentences that is kept for measuring."""

_OPENING = 1500
"""Code points of a piece of news that are read."""

_FIRST = 6
"""Sentences of a piece that are taken."""

_SHORTEST, _LONGEST = 6, 45
"""Words of a sentence that is taken."""

_SIZE = 64
"""Sentences of a batch."""

_POOL = 20
"""Batches whose sentences are sorted by length: the order stays random beyond."""

_PAIRS = 3.0
"""What it counts that sentences are as alike as they should be, beside where each lies."""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Sentence:
    """A sentence of news: its words, and the encoder's inner vectors of them."""

    words: tuple[str, ...]
    vectors: Halves


def sentences(news: Path, nlp: Language, count: int) -> Iterator[Sentence]:
    """The first sentences of so many pieces of news, drawn by a seed."""
    texts = [row["text"][:_OPENING] for row in rows(news)]
    random.Random(SEED).shuffle(texts)  # noqa: S311  # an order, no secret
    for doc in nlp.pipe(texts[:count]):
        found = reading(doc)
        for each in list(doc.sents)[:_FIRST] if found else ():
            if found and _SHORTEST <= len(each) <= _LONGEST:
                within = (found.tokens >= each.start) & (found.tokens < each.end)
                yield Sentence(
                    words=tuple(doc[int(at)].text for at in found.tokens[within]),
                    vectors=found.vectors[within].astype(np.float16),
                )


@torch.no_grad()
def meanings(found: Sequence[Sentence], base: Path, cutter: Pieces) -> Tensor:
    """What all-MiniLM-L6-v2 gives each sentence, of length one, sentence × width."""
    encoder = Encoder().eval()
    set_encoder(encoder, load_file(base / "model.safetensors"))
    given = torch.zeros(len(found), WIDTH)
    order = sorted(range(len(found)), key=lambda at: len(found[at].words))
    for group in _groups(order):
        pieces, *_ = tensors(cutter.read([found[at].words for at in group]))
        known = pieces.ne(0)
        begun = encoder.begun(pieces, torch.zeros_like(pieces), torch.arange(pieces.shape[1]))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states, _ = encoder.through(begun, padding(known))
        counted = known[:, :, None].float()
        means = (states.float() * counted).sum(1) / counted.sum(1)
        given[group] = functional.normalize(means, dim=1)
    return given


def teach(
    network: Positions, found: Sequence[Sentence], wanted: Tensor, epochs: int, tell: Told
) -> float:
    """The tower taught in place; how alike what it gives is to what it should, 0 to 1."""
    learned = [at for at, each in enumerate(found) if not _is_tried(each)]
    optimizer = AdamW(network.layers.parameters(), lr=SPEED)
    steps = epochs * -(-len(learned) // _SIZE)
    rates = LambdaLR(optimizer, lambda step: rate(step, steps))
    chance = random.Random(SEED)  # noqa: S311  # an order, no secret
    network.train()
    for epoch in range(epochs):
        losses = []
        for group in _shuffled(learned, found, chance):
            loss = _loss(_given(network, [found[at] for at in group]), wanted[group])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]  # torch does not type it
            optimizer.step()
            rates.step()
            losses.append(loss.item())
        tell(f"likeness {epoch + 1}/{epochs} loss {np.mean(losses):.3f}")
    return float(_measured(network, found, wanted))  # without torch its decorator hides the type


def _is_tried(sentence: Sentence) -> bool:
    return held_out(" ".join(sentence.words), _HELD_OUT)


def _given(network: Positions, found: Sequence[Sentence]) -> Tensor:
    """What the tower gives some sentences, of length one."""
    sides = beside([each.vectors for each in found])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        told = network.tell(sides.vectors, sides.known)
    return functional.normalize(told.means.float(), dim=1)


def _loss(given: Tensor, wanted: Tensor) -> Tensor:
    """How far sentences lie from where they should, and how much less or more alike they are."""
    apart = (1 - (given * wanted).sum(1)).mean()
    return apart + _PAIRS * ((given @ given.T - wanted @ wanted.T) ** 2).mean()


@torch.no_grad()
def _measured(network: Positions, found: Sequence[Sentence], wanted: Tensor) -> float:
    tried = [at for at, each in enumerate(found) if _is_tried(each)]
    network.eval()
    alike = [
        float((_given(network, [found[at] for at in group]) * wanted[group]).sum())
        for group in _groups(tried)
    ]
    return round(sum(alike) / max(1, len(tried)), 4)


def _shuffled(
    learned: Sequence[int], found: Sequence[Sentence], chance: random.Random
) -> Iterator[list[int]]:
    """The sentences in batches of like length, in a random order."""
    order = list(learned)
    chance.shuffle(order)
    for pool in _groups(order, _SIZE * _POOL):
        groups = list(_groups(sorted(pool, key=lambda at: len(found[at].words))))
        chance.shuffle(groups)
        yield from groups


def _groups(order: Sequence[int], size: int = _SIZE) -> Iterator[list[int]]:
    for start in range(0, len(order), size):
        yield list(order[start : start + size])
