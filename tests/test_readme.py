"""The README says what is so."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from annotate import store
from tests import regenerate
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_list_of_commands_is_that_of_the_code() -> None:
    assert regenerate.readme(README) == README, "run `just docs`"


def test_its_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code, {})  # noqa: S102  # our own README
    assert "nearly 120,000" in out.getvalue()


def test_the_written_schema_is_that_of_the_code() -> None:
    assert Path(ROOT / "schema" / "store.sql").read_text(encoding="utf-8") == store.schema()


def test_the_top_level_holds_what_it_should() -> None:
    allowed = {
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "annotate",
        "codebook.yml",
        "corpus",
        "docs",
        "justfile",
        "metadata.yml",
        "pyproject.toml",
        "schema",
        "tests",
    }
    made = {"build", "corpus.db", "decisions", "dist"}
    shown = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert shown - made - {"annotate.egg-info"} == allowed
