"""The network of positions as two graphs: what tells sentences, and what judges pairs."""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn

from annotate.training.export import OPSET, shorten
from annotate.training.network import WIDTH
from annotate.training.positions.network import AROUND, Positions, Read

SENTENCES, POSITIONS = "sentences.onnx", "positions.onnx"
"""The files: the tower for sentences and statements, and what gives the scores of pairs."""

TELLS = {
    "vectors": ("sentence", "word"), "known": ("sentence", "word"),
    "states": ("sentence", "word"), "means": ("sentence",),
}  # fmt: skip
"""What the tower takes and gives, and which of its dimensions are of any size."""

JUDGES = {
    "states": ("sentence", "word"), "known": ("sentence", "word"), "around": ("sentence",),
    "near": ("sentence",), "means": ("sentence",), "statement": ("topic", "place"),
    "said": ("topic", "place"), "statement_means": ("topic",), "scores": ("sentence", "topic"),
}  # fmt: skip
"""The same of what judges."""


class Sentences(nn.Module):
    """The tower as a graph."""

    def __init__(self, network: Positions) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, known: Tensor) -> tuple[Tensor, Tensor]:
        """The vectors of words, each × word × width, and their mean."""
        told = self.network.tell(vectors, known)
        return told.states, told.means


class Pairs(nn.Module):
    """What judges, as a graph."""

    def __init__(self, network: Positions) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, states: Tensor, known: Tensor, around: Tensor, near: Tensor, means: Tensor,
        statement: Tensor, said: Tensor, statement_means: Tensor,
    ) -> Tensor:  # fmt: skip
        """The scores, sentence × statement × 3."""
        sentences, statements = (
            Read(states, known, means),
            Read(statement, said, statement_means),
        )
        return self.network.forward(sentences, around, near, statements)


def export(network: Positions, to: Path, full: Path) -> None:
    """Write the two graphs into a folder, and into another those before shortening."""
    for folder in (to, full):
        folder.mkdir(parents=True, exist_ok=True)
    given = drawn(sentences=3, words=5, topics=2, places=4)
    tower, pairs = Sentences(network).eval(), Pairs(network).eval()
    _graph(tower, given, TELLS, full / SENTENCES, gives=("states", "means"))
    with torch.no_grad():
        given = judged(tower, given)
    _graph(pairs, given, JUDGES, full / POSITIONS, gives=("scores",))
    for name in (SENTENCES, POSITIONS):
        shorten(full / name, to / name)


def drawn(*, sentences: int, words: int, topics: int, places: int) -> dict[str, Tensor]:
    """Something to read, by chance: vectors of words of sentences and of statements."""
    return {
        "vectors": torch.randn(sentences, words, WIDTH),
        "known": _known(sentences, words),
        "said_vectors": torch.randn(topics, places, WIDTH),
        "said": _known(topics, places),
    }


def _known(rows: int, words: int) -> Tensor:
    """Which words there are: in each row one fewer, as long as one is left."""
    return torch.arange(words)[None] < (words - torch.arange(rows)).clamp(min=1)[:, None]


def judged(tower: Sentences, given: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """What the graph that judges takes, of what was drawn; the first sentence has none before."""
    states, means = tower(given["vectors"], given["known"])
    statement, statement_means = tower(given["said_vectors"], given["said"])
    near = torch.ones(len(means), AROUND, dtype=torch.bool)
    near[0, 0] = False
    around = torch.stack([means.roll(1, 0), means, means.mean(0).expand_as(means)], 1)
    return {
        "states": states, "known": given["known"], "around": around * near[:, :, None],
        "near": near, "means": means, "statement": statement, "said": given["said"],
        "statement_means": statement_means,
    }  # fmt: skip


def _graph(
    module: nn.Module, given: Mapping[str, Tensor], axes: Mapping[str, tuple[str, ...]],
    to: Path, gives: tuple[str, ...],
) -> None:  # fmt: skip
    takes = [name for name in axes if name not in gives]
    torch.onnx.export(
        module, tuple(given[name] for name in takes), str(to), input_names=takes,
        output_names=list(gives), opset_version=OPSET, dynamo=False,
        dynamic_axes={name: dict(enumerate(each)) for name, each in axes.items()},
    )  # fmt: skip
