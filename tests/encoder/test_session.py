"""The files of the trained pipeline."""

import hashlib
import json
from pathlib import Path

import pytest

from annotate.encoder import session
from annotate.errors import RequestError


def test_a_folder_without_graphs_is_named_with_what_would_do(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"words\.onnx is missing; set `pipeline: blank`"):
        session.load(tmp_path)


def test_the_encoder_is_loaded_once_whoever_asks_for_it() -> None:
    assert session.load() is session.load(session.HOME)


def test_the_graphs_that_ship_are_those_whose_figures_are_told() -> None:
    scores = json.loads((session.HOME / "scores.json").read_text(encoding="utf-8"))
    told = scores["weights"]
    shipped = {path.name for path in session.HOME.glob("*.onnx")}
    assert shipped <= set(told)
    for name, digest in told.items():
        assert hashlib.sha256((session.HOME / name).read_bytes()).hexdigest() == digest, name


def test_a_window_of_addresses_is_read_though_each_has_many_sub_words() -> None:
    said = session.load().read([["http://example.org/a/b?c=d"] * 160])
    assert {len(table[0]) for table in said.values()} == {160}
