"""The trained network as the files that ship: two graphs in small whole numbers, and labels."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from annotate.encoder import session
from annotate.training import across
from annotate.training.network import Network

OPSET = 17

GIVEN = ("pieces", "cases", "first", "last")
"""What the graph of words takes."""

ANSWERS = (
    "vectors", "tag", "pos", "morph", "lemma", "start", "entity", "source", "cue", "content",
    "arc_child", "arc_head", "relation_child", "relation_head", "source_link_one",
    "source_link_other", "content_link_one", "content_link_other",
)  # fmt: skip
"""What the graph of words gives, in this order."""

_BEST = ("tag", "pos", "morph", "lemma")
"""Heads of which the best label is enough."""


class Words(nn.Module):
    """The network as the graph of words."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.encoder = across.Laid(network.encoder)

    def forward(
        self, pieces: Tensor, cases: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """The answers in their order, sequence × word × …"""
        network = self.network
        vectors, within = self.encoder(pieces, cases, first, last)
        scores = {name: head(vectors) for name, head in network.linear.items()}
        return (
            within,
            *(scores[name].argmax(2) for name in _BEST),
            torch.softmax(scores["start"], 2)[:, :, 1],
            *(
                torch.log_softmax(scores[name], 2)
                for name in ("entity", "source", "cue", "content")
            ),
            *network.arc.project(vectors),
            network.relation.child(vectors),
            network.relation.head(vectors),
            *network.source_link.project(vectors),
            *network.content_link.project(vectors),
        )


def export(network: Network, to: Path, full: Path) -> None:
    """Write the graphs that ship into a folder, and into another those before shortening."""
    network.eval()
    for folder in (to, full):
        folder.mkdir(parents=True, exist_ok=True)
    _graph(Words(network), _words(), full / session.WORDS, GIVEN, ANSWERS)
    marked = ("vectors", "known", "target")
    _graph(network.attitude, _marked(), full / session.ATTITUDES, marked, ("scores",))
    for name in (session.WORDS, session.ATTITUDES):
        shorten(full / name, to / name)


def beside(
    network: Network,
    labels: Mapping[str, Sequence[str]],
    lemmas: Mapping[str, str],
    pieces: Path,
    to: Path,
) -> None:
    """Write what the graphs need beside them."""
    to.mkdir(parents=True, exist_ok=True)
    out = network.relation.out
    np.savez(
        to / session.RELATIONS,
        weights=out.weight.detach().numpy().T.copy(),
        bias=out.bias.detach().numpy(),
    )
    _write(to / session.LABELS, {name: list(each) for name, each in labels.items()})
    _write(to / session.LEMMAS, lemmas)
    shutil.copyfile(pieces, to / session.PIECES)


def _write(path: Path, rows: Mapping[str, object]) -> None:
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def shorten(graph: Path, to: Path) -> None:
    """Write a graph with its weights as whole numbers of eight bits, of which seven are used.

    Processors without instructions for this add up two products in sixteen bits, which overflow
    if all eight are used.
    """
    quantize_dynamic(graph, to, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def _words() -> tuple[Tensor, ...]:
    return (
        torch.randint(1000, 2000, (2, 7)), torch.ones(2, 7, dtype=torch.long),
        torch.tensor([[1, 3, 4], [1, 2, 0]]), torch.tensor([[2, 3, 5], [1, 4, 0]]),
    )  # fmt: skip


def _marked() -> tuple[Tensor, ...]:
    known = torch.tensor([[True, True, True], [True, True, False]])
    return torch.randn(2, 3, 384), known, torch.tensor([[False, True, False], [True, True, False]])


def _graph(
    module: nn.Module, given: tuple[Tensor, ...], to: Path, takes: Sequence[str],
    gives: Sequence[str],
) -> None:  # fmt: skip
    axes = {name: {0: "sequence", 1: _second(name)} for name in [*takes, *gives]}
    axes |= {name: {0: "sequence"} for name in gives if name == "scores"}
    torch.onnx.export(
        module, given, str(to), input_names=list(takes), output_names=list(gives),
        dynamic_axes=axes, opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def _second(name: str) -> str:
    return "piece" if name in ("pieces", "cases") else "word"
