"""Names beside the gold kept with the harness, by its own script: exact spans, places as one label.

Dev parts of the sources that the pipeline learned from, and the part of our own texts that it did
not; the sets that judge are kept elsewhere. Rules alone, and the trained pipeline with them.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from annotate import language
from annotate.encoder import session

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
HARNESS = SHARED / "bench" / "entities" / "run.py"
DEV = SHARED / "data" / "pipeline" / "ner" / "dev.jsonl"

Row = dict[str, object]


def sets() -> Iterator[tuple[str, list[Row]]]:
    """The texts with their gold, by the name of their source."""
    rows = [json.loads(line) for line in DEV.read_text(encoding="utf-8").splitlines()]
    for source in sorted({row["src"] for row in rows}):
        yield source, [row for row in rows if row["src"] == source]
    yield "own, held out", list(_own())


def _own() -> Iterator[Row]:
    from annotate.training import own, sources

    for text in own.read((ROOT / "corpus" / "training").glob("*.xml")):
        if sources.is_tried(text):
            yield {"src": "own", "text": text.text, "spans": text.names, "missing": []}


def table(rows: list[Row], pipeline: str) -> str:
    """The harness's lines for some texts read by a pipeline."""
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder) / "gold.jsonl"
        gold.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        command = [sys.executable, "-m", "annotate.cli", "pipe", "--layers", "entity"]
        run = subprocess.run(
            [sys.executable, str(HARNESS), str(gold), "--", *command, "--pipeline", pipeline],
            check=True, capture_output=True, text=True, cwd=folder,
        )  # fmt: skip
    return re.sub(r"^\S+gold\.jsonl ", "", run.stdout, flags=re.MULTILINE)


def main() -> None:
    """Print the harness's table for each source and pipeline."""
    if not (HARNESS.exists() and DEV.exists()):
        print(f"skipped: no {DEV.relative_to(SHARED.parent)} beside the project")
        return
    shipped = (session.HOME / session.WORDS).exists()
    for source, rows in sets():
        for name in (language.BLANK, language.ENGLISH) if shipped else (language.BLANK,):
            print(f"{source}, pipeline {name}: {table(rows, name)}")


if __name__ == "__main__":
    main()
