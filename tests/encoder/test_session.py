"""The files of the trained pipeline."""

from pathlib import Path

import pytest

from annotate.encoder import session
from annotate.errors import RequestError


def test_a_folder_without_graphs_is_named_with_what_would_do(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"words\.onnx is missing; set `pipeline: blank`"):
        session.load(tmp_path)


def test_the_encoder_is_loaded_once_whoever_asks_for_it() -> None:
    assert session.load() is session.load(session.HOME)
