"""The encoder's two graphs, run on one core, and the labels of their heads.

Nothing of what trained them is needed: the graphs bring their weights along, as small whole
numbers. They are loaded when a text is first read, which takes half a second.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from annotate.encoder.pieces import Pieces
from annotate.errors import RequestError

HOME = Path(__file__).parent.parent / "models" / "english"
"""Where the shipped files lie."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Table = NDArray[Any]

WORDS, ATTITUDES, LABELS, LEMMAS, PIECES, RELATIONS = (
    "words.onnx", "attitudes.onnx", "labels.json", "lemmas.json", "tokenizer.json",
    "relations.npz",
)  # fmt: skip
"""The files: what reads words, what tells attitudes, and what their numbers mean."""


@dataclass(frozen=True, eq=False)
class Encoder:
    """What reads words: its sub-words, its graphs, and the labels of each head in order.

    lemmas: the rules of lemmas of forms that are known ("told VERB"), for which no guess is due.
    """

    pieces: Pieces
    words: onnxruntime.InferenceSession
    attitudes: onnxruntime.InferenceSession
    labels: Mapping[str, tuple[str, ...]]
    lemmas: Mapping[str, str]
    relation_weights: Floats
    relation_bias: Floats

    def read(self, sequences: Sequence[Sequence[str]]) -> dict[str, Table]:
        """What the heads say of some sequences of words: by head, sequence × word × …"""
        read = self.pieces.read(sequences)
        names = [each.name for each in self.words.get_outputs()]
        given = {
            "pieces": read.pieces, "cases": read.cases, "first": read.first, "last": read.last,
        }  # fmt: skip
        return dict(zip(names, self.words.run(names, given), strict=True))

    def relations(self, children: Floats, heads: Floats) -> Ints:
        """The relation of each word to its head, as a number among the labels."""
        both = np.maximum(children + heads, 0)
        return np.asarray((both @ self.relation_weights + self.relation_bias).argmax(axis=1))


def load(home: Path = HOME) -> Encoder:
    """The encoder in a folder, loaded once, whoever asks for it.

    Raises RequestError if its files are not there.
    """
    return _loaded(home)


@cache  # not on `load`: it would hold a home named and the same one left out for two
def _loaded(home: Path) -> Encoder:
    if missing := [name for name in (WORDS, ATTITUDES) if not (home / name).exists()]:
        raise RequestError(
            f"the trained pipeline is not in this copy: {home / missing[0]} is missing; "
            "set `pipeline: blank` in annotate.yml, or make it with `python -m annotate.training`"
        )
    labels = json.loads((home / LABELS).read_text(encoding="utf-8"))
    with np.load(home / RELATIONS) as weights:
        return Encoder(
            pieces=Pieces(home / PIECES),
            words=_session(home / WORDS),
            attitudes=_session(home / ATTITUDES),
            labels={name: tuple(values) for name, values in labels.items()},
            lemmas=json.loads((home / LEMMAS).read_text(encoding="utf-8")),
            relation_weights=weights["weights"],
            relation_bias=weights["bias"],
        )


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # One core a process: a build has its own workers, and two that wait for each other are slower.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The arena keeps what the largest batch took; texts are read in batches of one size anyway.
    options.enable_cpu_mem_arena = True
    return onnxruntime.InferenceSession(
        str(path),
        options,
        providers=["CPUExecutionProvider"],
        # What it makes of an addition and its normalisation takes a seventh of all time longer.
        disabled_optimizers=["SkipLayerNormFusion"],
    )
