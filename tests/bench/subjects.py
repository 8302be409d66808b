"""What the ledger takes for a contradiction between articles on different subjects.

The articles of corpus/training/stances are on a subject each, so hardly a figure of one can
contradict one of another; those of corpus/ are on one, and theirs shall stay. Prints for both how
many quantities of more than one article are contested, with all articles taken for articles on one
subject and as the tool takes them: `python -m tests.bench.subjects`.
"""

import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from shutil import copy

from annotate.figures import ledger
from annotate.figures.figure import Figure
from annotate.store import figures
from tests.conftest import workspace_in
from tests.program import run

CORPUS = Path("corpus")
SUBJECTS = {"one": CORPUS.glob("*.*"), "many": (CORPUS / "training/stances").glob("*.txt")}


def contested(found: list[Figure], names: Mapping[str, Mapping[str, int]]) -> int:
    """How many quantities of more than one article are contested."""
    works = (
        {each.document for each in entry.figures}
        for entry in ledger(found, names=names)
        if entry.contested
    )
    return sum(len(each) > 1 for each in works)


def main() -> None:
    """Print both figures for both corpora."""
    for name, articles in SUBJECTS.items():
        with tempfile.TemporaryDirectory() as folder:
            root = workspace_in(Path(folder))
            for each in (root / "corpus").iterdir():
                each.unlink()
            for each in articles:
                copy(each, root / "corpus")
            run("build", folder=root)
            with closing(sqlite3.connect(root / "corpus.db")) as conn:
                found, names = figures.figures(conn), figures.names(conn)
        alike, apart = contested(found, {}), contested(found, names)
        print(f"{name:4} subject(s), {len(names):3} articles, {len(found):6,} figures: ", end="")
        print(f"contested between articles {alike} as on one subject, {apart} as told")


if __name__ == "__main__":
    main()
