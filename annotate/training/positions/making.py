"""From articles and news to the graphs of positions: learn, export, measure, write down.

It learns over the graph of words as this ships: what is rounded there is rounded here too. The
graphs of positions themselves do not ship; docs/stances.md tells why.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from spacy.language import Language

from annotate.encoder import session
from annotate.encoder.pieces import Pieces
from annotate.training import scores as standing
from annotate.training import sources
from annotate.training.network import set_last
from annotate.training.positions import articles, graphs, learning, likeness, scores
from annotate.training.positions.network import Positions, weighted
from annotate.training.recipe import Told
from annotate.training.sources import Sources

SCORES = "scores.json"
"""The file of figures that lies beside the graphs."""

WEIGHTS = "positions.pt"
"""The file of the weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is learned.

    news: pieces whose first sentences teach likeness; likeness, positions: how often through
    these, and through the articles.
    """

    news: int
    likeness: int
    positions: int


PLAN = Plan(news=8000, likeness=2, positions=6)
"""Three minutes for likeness and a quarter of an hour for positions, on two cores."""

SMOKE = Plan(news=4, likeness=1, positions=2)
"""Enough to see that it runs."""


def make(
    found: Sources,
    home: Path,
    to: Path,
    base: Path,
    *,
    plan: Plan = PLAN,
    weights: Path | None = None,
    tell: Told = print,
) -> dict[str, Any]:
    """The figures of the graphs that are written into the folder `to`, with their weights.

    home: the folder of the graph of words. base: that of all-MiniLM-L6-v2. weights: those of an
    earlier run, to export and measure without learning.
    """
    nlp = standing.pipeline(str(home))
    to.mkdir(parents=True, exist_ok=True)
    learned: dict[str, Any] = {}
    if weights:
        network = weighted(torch.load(weights))
    else:
        network = Positions()
        learned = learn(network, found, nlp, base, to, plan, tell)
    graphs.export(network, to, to / "full")
    tried = articles.read(found.stances, nlp, tried=True)
    told = {
        "data": sources.digest(found.stances),
        "weights": {name: _digest(to / name) for name in (graphs.SENTENCES, graphs.POSITIONS)},
        **learned,
        "figures": scores.figures(tried, to),
        "before shortening": scores.figures(tried, to / "full"),
    }
    (to / SCORES).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return told


def learn(
    network: Positions, found: Sources, nlp: Language, base: Path, to: Path, plan: Plan,
    tell: Told,
) -> dict[str, Any]:  # fmt: skip
    """The network taught in place, likeness first; what is to be known of it."""
    torch.manual_seed(learning.SEED)
    set_last(network.layers, load_file(base / "model.safetensors"))
    alike = _likeness(network, found.news, nlp, base, plan, tell)
    seen = articles.read(found.stances, nlp, tried=False)
    tell(f"{len(seen)} articles")
    losses = learning.teach(network, seen, plan.positions, keep=to / WEIGHTS, tell=tell)
    return {"plan": asdict(plan), "seed": learning.SEED, "likeness": alike, "losses": losses}


def _likeness(
    network: Positions, news: Path, nlp: Language, base: Path, plan: Plan, tell: Told
) -> float:
    cutter = Pieces(base / session.PIECES)
    read = list(likeness.sentences(news, nlp, plan.news))
    tell(f"{len(read)} sentences of news")
    wanted = likeness.meanings(read, base, cutter)
    return likeness.teach(network, read, wanted, plan.likeness, tell)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
