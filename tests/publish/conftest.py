"""A built database, and the Datasette that serves it."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotate.codebook import Codebook
from annotate.codebook import load as load_codebook
from annotate.model import Document
from annotate.publish import server
from annotate.store import database, runs, write
from tests.conftest import CODEBOOK
from tests.publish.articles import ferries

RECIPE = runs.Recipe(tool="0.1.0", codebook="c", rules="r", model="blank")


def build(path: Path, documents: Iterable[Document], names: str = "") -> Path:
    """A database of these documents at a path. names: further lines for the codebook."""
    with closing(database.open_for_writing(path)) as conn:
        number = runs.begin(conn, RECIPE, _codebook(path.parent, names))
        for document in documents:
            write.save(conn, document)
        runs.end(conn, number, runs.Counts(read=1), {"corpus/broken.html": "no text in it"})
    return path


def _codebook(folder: Path, names: str) -> Codebook:
    path = folder / "codebook.yml"
    path.write_text(CODEBOOK + names, encoding="utf-8")
    return load_codebook(path)


async def started(datasette: Any) -> Any:
    """A Datasette ready to be asked."""
    await datasette.invoke_startup()
    return datasette


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A database of one article."""
    return build(tmp_path / "corpus.db", [ferries()])


@pytest.fixture
async def served(built: Path) -> Any:
    """The Datasette that serves the article."""
    return await started(server.application(built))
