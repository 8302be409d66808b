"""What several tests build on: the shipped corpus, a small workspace, the shared folder."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from tests.program import run

# The clock of a shared machine is no property of the code; and what is landed shall not hang on
# luck: new examples are sought at the desk, where CI is not set.
settings.register_profile("annotate", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("annotate")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

CODEBOOK = """\
topics:
  ferries:
    statement: The night ferries should be stopped.
    patterns: ['\\bnight ferr(?:y|ies)\\b']
terms:
  refugee: [refugee, refugees, 难民]
  drifter: [drifter, drifters, 漂民]
names:
  Dorvania: {label: GPE, aliases: [LRD], demonym: Dorvanian}
  Ostrea: {label: GPE, aliases: [FRO], demonym: Ostrean}
  Vantor: {label: GPE, stands_for: Ostrea}
"""

ARTICLE = """\
# The night ferries

By Anja Kolde

2 May 2013

Nearly 9,000 Dorvanians crossed the Ilva in 2012, Delta Rights Watch says. Vantor counts 4,000.

“The night ferries must be stopped,” said Tomas Verrin. Haixian papers call them 漂民.
"""


@pytest.fixture
def shared() -> Path:
    """The folder beside the project that holds gold and seeds; the test is skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the project")
    return SHARED


def workspace_in(root: Path) -> Path:
    """The folder, now a workspace of one article and a codebook."""
    (root / "corpus").mkdir()
    (root / "codebook.yml").write_text(CODEBOOK, encoding="utf-8")
    (root / "corpus" / "ferries.md").write_text(ARTICLE, encoding="utf-8")
    return root


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of one article and a codebook."""
    return workspace_in(tmp_path)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of one article, built by the program; for all tests, so none may change it."""
    root = workspace_in(tmp_path_factory.mktemp("once"))
    done = run("build", folder=root)
    assert (done.returncode, done.stderr) == (0, "")
    return root


@pytest.fixture
def built_folder(built_once: Path, tmp_path: Path) -> Path:
    """A copy of the built workspace of one article, to change."""
    return Path(shutil.copytree(built_once, tmp_path / "built"))
