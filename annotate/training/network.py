"""The network that is trained: one encoder of words, and a head for each thing asked of a word.

The encoder is all-MiniLM-L6-v2 with the case of each word added to its input. A word's vector is
the mean of its first and last sub-word's. The heads for names, tags and quotations are linear; the
heads for arcs and links compare two words. The head for attitudes reads what the encoder's
lower half made of the words, by three layers of its own with the target marked: only sentences
with a target pay for it, and the text is still read once.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from annotate.encoder.pieces import CASES

WIDTH = 384
HEADS = 12
LAYERS = 6
INNER = 1536
VOCABULARY = 30522
POSITIONS = 512
NO = -100
"""A label that is not known: no loss."""

ARC = 128
LABEL = 96
LINK = 64
"""Dimensions in which two words are compared."""

MARKED_LAYERS = 3
"""Layers of the head for attitudes; it reads what as many layers fewer than all made of the words.
Above the last layer, vectors tell what the other heads ask, and little of feeling is left."""


@dataclass(frozen=True)
class Sizes:
    """How many labels each linear head has, and how many relations there are."""

    linear: Mapping[str, int]
    relations: int


Attend = Callable[[Tensor, Tensor, Tensor, Tensor], Tensor]
"""What vectors see of each other, out of queries, keys, values and what is added for padding."""


def attended(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
    """What vectors see of each other, all of sequence × place × width."""
    size = query.shape[:2]
    query, key, value = (_split(each) for each in (query, key, value))
    seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    return seen.transpose(1, 2).reshape(*size, WIDTH)


def _split(x: Tensor) -> Tensor:
    return x.view(x.shape[0], x.shape[1], HEADS, WIDTH // HEADS).transpose(1, 2)


class Layer(nn.Module):
    """One layer of the encoder, as BERT has it."""

    def __init__(self, *, drop: float = 0.1) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.value, self.out = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor, attend: Attend = attended) -> Tensor:
        """The vectors after one more look at each other; mask is 0, or very low for padding."""
        seen = attend(self.query(x), self.key(x), self.value(x), mask)
        x = self.norm(x + self.drop(self.out(seen)))
        inner = functional.gelu(self.up(x))
        return cast(Tensor, self.last_norm(x + self.drop(self.down(inner))))


class Encoder(nn.Module):
    """Sub-words and their case to a vector a word."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        # What the encoder knows of words that no training text has would be lost if those it has
        # moved; and a table of 12 million numbers that stand still costs no time.
        self.words.weight.requires_grad = False
        nn.init.zeros_(self.cases.weight)

    def forward(
        self, pieces: Tensor, cases: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor]:
        """The vector of each word, sequence × word × width, from the last layer and from within."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x, within = self.through(self.begun(pieces, cases, places), padding(pieces.ne(0)))
        return worded(x, first, last), worded(within, first, last)

    def begun(self, pieces: Tensor, cases: Tensor, places: Tensor) -> Tensor:
        """The vectors of sub-words before the first layer."""
        x = self.words(pieces) + self.places(places) + self.cases(cases)
        return cast(Tensor, self.drop(self.norm(x)))

    def through(self, x: Tensor, mask: Tensor, attend: Attend = attended) -> tuple[Tensor, Tensor]:
        """The vectors of sub-words after the last layer, and from within."""
        within = x
        for number, layer in enumerate(self.layers, start=1):
            x = layer(x, mask, attend)
            within = x if number == LAYERS - MARKED_LAYERS else within
        return x, within


def worded(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The vectors of words: the mean of their first and last sub-word's."""
    return (gathered(x, first) + gathered(x, last)) * 0.5


UNSEEN = -60.0
"""What is added to the attention to padding. Its share is then less than a number of four bytes can
add to one; with more, it would be one so small that processors take a hundred times as long for it.
"""


def padding(known: Tensor) -> Tensor:
    """What is added to the attention, so that padding is not looked at."""
    return (~known)[:, None, None, :].to(torch.float32) * UNSEEN


def gathered(x: Tensor, at: Tensor) -> Tensor:
    """The vectors at some places of each sequence."""
    rows = torch.arange(x.shape[0], device=x.device)[:, None] * x.shape[1]
    return x.reshape(-1, x.shape[2])[at + rows]


class Pair(nn.Module):
    """How well each word goes with each other word as its second."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.one, self.other = nn.Linear(WIDTH, width), nn.Linear(WIDTH, width)
        self.scale = 1 / math.sqrt(width)

    def project(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """The two sides of the comparison; their product is the score."""
        return functional.gelu(self.one(x)) * self.scale, self.other(x)

    def forward(self, x: Tensor) -> Tensor:
        """The scores, sequence × word × word."""
        one, other = self.project(x)
        return one @ other.transpose(1, 2)


class Relation(nn.Module):
    """The relation between a word and its head."""

    def __init__(self, relations: int) -> None:
        super().__init__()
        self.child, self.head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.out = nn.Linear(LABEL, relations)

    def forward(self, x: Tensor, heads: Tensor) -> Tensor:
        """The scores of the relations, sequence × word × relation."""
        both = self.child(x) + gathered(self.head(x), heads)
        return cast(Tensor, self.out(torch.relu(both)))


class Attitude(nn.Module):
    """The attitude shown to a marked target: negative, neutral or positive."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = nn.Parameter(torch.zeros(WIDTH))
        self.layers = nn.ModuleList(Layer() for _ in range(MARKED_LAYERS))
        self.out = nn.Linear(WIDTH, 3)
        self.drop = nn.Dropout(0.2)

    def forward(self, x: Tensor, known: Tensor, target: Tensor) -> Tensor:
        """Three scores a sequence; known tells words from padding, target the target's words."""
        marked = target[:, :, None].to(x.dtype)
        x = x + marked * self.mark
        mask = padding(known)
        for layer in self.layers:
            x = layer(x, mask)
        pooled = (x * marked).sum(1) / marked.sum(1).clamp(min=1)
        return cast(Tensor, self.out(self.drop(pooled)))


class Network(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.linear = nn.ModuleDict(
            {name: nn.Linear(WIDTH, size) for name, size in sizes.linear.items()}
        )
        self.arc = Pair(ARC)
        self.relation = Relation(sizes.relations)
        self.source_link, self.content_link = Pair(LINK), Pair(LINK)
        self.attitude = Attitude()
        self.drop = nn.Dropout(0.1)

    def forward(
        self, pieces: Tensor, cases: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor]:
        """The vector of each word, which all heads read but that for attitudes; and its own."""
        last_layer, within = self.encoder(pieces, cases, first, last)
        return self.drop(last_layer), self.drop(within)


_BERT = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "last_norm": "output.LayerNorm",
}


def begin_from(network: Network, weights: Mapping[str, Tensor]) -> None:
    """Set the encoder to BERT's weights, and the layers for attitudes to those of its last ones."""
    set_encoder(network.encoder, weights)
    set_last(network.attitude.layers, weights)


def set_encoder(encoder: Encoder, weights: Mapping[str, Tensor]) -> None:
    """Set an encoder to BERT's weights."""
    with torch.no_grad():
        encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.places.weight.copy_(weights["embeddings.position_embeddings.weight"] + kind)
        encoder.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
    for number, layer in enumerate(encoder.layers):
        layer.load_state_dict(_layer(weights, number))


def set_last(layers: nn.ModuleList, weights: Mapping[str, Tensor]) -> None:
    """Set some layers to as many of BERT's last ones."""
    for number, layer in enumerate(layers, start=LAYERS - len(layers)):
        layer.load_state_dict(_layer(weights, number))


def _layer(weights: Mapping[str, Tensor], number: int) -> dict[str, Tensor]:
    return {
        f"{ours}.{kind}": weights[f"encoder.layer.{number}.{theirs}.{kind}"]
        for ours, theirs in _BERT.items()
        for kind in ("weight", "bias")
    }
