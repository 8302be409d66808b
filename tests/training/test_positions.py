"""The head for positions: its graphs say what the network says."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

if not (find_spec("torch") and find_spec("onnx")):
    pytest.skip("asks for the extra `train`", allow_module_level=True)

import torch

from annotate.training.positions import graphs, learning
from annotate.training.positions.network import Positions, weighted

# torch and the exporter tell of changes to come in parts that we use as they are.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

SIZES = (
    {"sentences": 7, "words": 13, "topics": 5, "places": 9},
    {"sentences": 1, "words": 1, "topics": 1, "places": 2},
    {"sentences": 2, "words": 30, "topics": 1, "places": 1},
)


@pytest.fixture(scope="module")
def network() -> Positions:
    """A network that has learned nothing."""
    torch.manual_seed(1)
    return Positions().eval()


@pytest.fixture(scope="module")
def exported(network: Positions, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graphs, and in `full` those before shortening."""
    folder = tmp_path_factory.mktemp("positions")
    graphs.export(network, folder, folder / "full")
    return folder


def _said(home: Path, size: dict[str, int], network: Positions) -> tuple[np.ndarray, ...]:
    """The scores of pairs by the graphs of a folder, and by the network."""
    torch.manual_seed(2)
    drawn = graphs.drawn(**size)
    with torch.no_grad():
        given = graphs.judged(graphs.Sentences(network).eval(), drawn)
        wanted = graphs.Pairs(network).eval()(*(given[name] for name in given))
    tower = onnxruntime.InferenceSession(str(home / graphs.SENTENCES))
    table = {name: each.numpy() for name, each in given.items()}
    for words, states, means in (
        ("vectors", "states", "means"),
        ("said_vectors", "statement", "statement_means"),
    ):
        known = {"vectors": "known", "said_vectors": "said"}[words]
        told = {"vectors": drawn[words].numpy(), "known": drawn[known].numpy()}
        table[states], table[means] = tower.run(None, told)
    (scores,) = onnxruntime.InferenceSession(str(home / graphs.POSITIONS)).run(None, table)
    return scores, wanted.numpy()


@pytest.mark.parametrize("size", SIZES)
def test_the_graphs_say_what_the_network_says(
    size: dict[str, int], network: Positions, exported: Path
) -> None:
    scores, wanted = _said(exported / "full", size, network)
    assert scores.shape == (size["sentences"], size["topics"], 3)
    assert np.allclose(scores, wanted, atol=1e-4)


@pytest.mark.parametrize("size", SIZES)
def test_whole_numbers_are_close_to_it(
    size: dict[str, int], network: Positions, exported: Path
) -> None:
    scores, wanted = _said(exported, size, network)
    assert np.abs(scores - wanted).max() < 0.2 * np.abs(wanted).max()


def test_a_network_has_as_many_layers_as_its_weights_are_of() -> None:
    other = Positions(tower=3, looks=2)
    again = weighted(other.state_dict())
    assert (len(again.layers), len(again.cross)) == (3, 2)


def test_the_loss_falls_with_topic_and_side_and_counts_nothing_for_what_is_unknown() -> None:
    labels = torch.tensor([[1, 0], [0, 2], [-1, 0]])
    right = torch.zeros(3, 2, 3)
    right[:, :, 0] = 4.0
    right[0, 0] = torch.tensor([0.0, 4.0, 0.0])
    right[1, 1] = torch.tensor([0.0, 0.0, 4.0])
    other_side, unknown = right.clone(), right.clone()
    other_side[0, 0] = torch.tensor([0.0, 0.0, 4.0])
    unknown[2, 0] = torch.tensor([0.0, 4.0, 0.0])
    loss = learning.total(right, labels)
    assert loss < learning.total(other_side, labels)
    assert loss < learning.total(torch.zeros(3, 2, 3), labels)
    assert torch.isclose(loss, learning.total(unknown, labels))
