"""The network of positions: sentences and statements to none, supports, opposes.

A tower of some layers, the same for sentences and statements, makes of the encoder's inner vectors
what tells meanings alike. Then the words of each statement look at the words of each sentence and
at what stands around it; what they have seen, and how alike the two are, gives the scores.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from annotate.training.network import HEADS, WIDTH, Layer, padding

NAMES = ("none", "supports", "opposes")
"""The scores in their order."""

TOWER = 2
"""Layers of the tower."""

LOOKS = 1
"""How often a statement's words look at a sentence."""

AROUND = 3
"""What stands around a sentence: the one before it in its paragraph, its others, all."""

_LIKENESSES = 32
_HEAD = WIDTH // HEADS


@dataclass(frozen=True, eq=False, slots=True)
class Read:
    """Some sentences or statements as the tower gives them: their words, which are known, means."""

    states: Tensor
    known: Tensor
    means: Tensor

    def only(self, rows: Tensor) -> "Read":
        """Some of them."""
        return Read(self.states[rows], self.known[rows], self.means[rows])


class Look(nn.Module):
    """The words of statements once more, after a look at the words of sentences."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 2 * WIDTH), nn.Linear(2 * WIDTH, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, words: Tensor, seen: Tensor, mask: Tensor) -> Tensor:
        """One row a sentence; words may come as one row for all."""
        found = looked(self.q(words), self.k(seen), self.v(seen), mask)
        words = self.n1(words + self.drop(self.o(found)))
        told: Tensor = self.n2(words + self.drop(self.down(functional.gelu(self.up(words)))))
        return told


class Positions(nn.Module):
    """Sentences and statements to three scores a pair, in the order of NAMES."""

    def __init__(self, tower: int = TOWER, looks: int = LOOKS) -> None:
        super().__init__()
        # No drop: what the tower has learned of likeness is lost with any.
        self.layers = nn.ModuleList(Layer(drop=0.0) for _ in range(tower))
        self.around = nn.Embedding(AROUND, WIDTH)
        self.stmt = nn.Parameter(torch.zeros(WIDTH))
        self.cross = nn.ModuleList(Look() for _ in range(looks))
        self.lik = nn.Linear(AROUND, _LIKENESSES)
        self.out = nn.Sequential(
            nn.Linear(4 * WIDTH + _LIKENESSES, WIDTH), nn.GELU(), nn.Dropout(0.2),
            nn.Linear(WIDTH, len(NAMES)),
        )  # fmt: skip
        nn.init.normal_(self.around.weight, std=0.02)

    def tell(self, vectors: Tensor, known: Tensor) -> Read:
        """Sentences or statements out of the vectors of their words, each × word × width."""
        mask = padding(known)
        for layer in self.layers:
            vectors = layer(vectors, mask, looked)
        return Read(vectors, known, mean(vectors, known, 1))

    def forward(self, sentences: Read, around: Tensor, near: Tensor, statements: Read) -> Tensor:
        """The scores, sentence × statement × 3.

        around: the means of what stands around each sentence, sentence × AROUND × width; near:
        which of these there are.
        """
        words = self._looked(sentences, around, near, statements)
        found = mean(words, statements.known[None], 2)
        size = found.shape[:2]
        one = sentences.means[:, None].expand(*size, -1)
        other = statements.means[None].expand(*size, -1)
        alike = self.lik(likenesses(sentences.means, around, statements.means) * 4)
        told = torch.cat([found, one * other * 8, (one - other).abs(), one, alike.to(one.dtype)], 2)
        scores: Tensor = self.out(told)
        return scores

    def _looked(self, sentences: Read, around: Tensor, near: Tensor, statements: Read) -> Tensor:
        """What each statement's words are after each sentence, sentence × statement × word × …"""
        seen = torch.cat([sentences.states, around + self.around.weight[None]], 1)
        mask = padding(torch.cat([sentences.known, near], 1))
        words = (statements.states + self.stmt).reshape(1, -1, WIDTH)
        for look in self.cross:
            words = look(words, seen, mask)
        return words.reshape(-1, *statements.known.shape, WIDTH)


def weighted(weights: Mapping[str, Tensor]) -> Positions:
    """The network that has these weights, as many layers and looks as they are of."""
    tower, looks = (
        len({name.split(".")[1] for name in weights if name.startswith(part)})
        for part in ("layers.", "cross.")
    )
    network = Positions(tower, looks)
    network.load_state_dict(weights)
    return network


def looked(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
    """What vectors see of others: rows may be fewer among the queries, which then serve for all."""
    query, key, value = (_split(each) for each in (query, key, value))
    scores = query @ key.transpose(2, 3) * _HEAD**-0.5 + mask.to(query.dtype)
    seen = torch.softmax(scores.float(), 3).to(value.dtype) @ value
    return seen.transpose(1, 2).flatten(2)


def _split(x: Tensor) -> Tensor:
    return x.view(x.shape[0], x.shape[1], HEADS, _HEAD).transpose(1, 2)


def mean(vectors: Tensor, known: Tensor, places: int) -> Tensor:
    """The mean of the vectors of known words, which lie side by side in one dimension."""
    counted = known[..., None].to(vectors.dtype)
    return (vectors * counted).sum(places) / counted.sum(places).clamp(min=1)


def likenesses(sentences: Tensor, around: Tensor, statements: Tensor) -> Tensor:
    """How alike each statement is to each sentence, and to the first two things around it."""
    each = torch.cat([sentences[:, None], around[:, :2]], 1).float()
    alike = functional.normalize(each, dim=2) @ functional.normalize(statements.float(), dim=1).T
    return alike.transpose(1, 2)
