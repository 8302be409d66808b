"""Names beside the gold kept with the harness, by its own script: exact spans, places as one label.

Dev parts of the sources that the pipeline learned from, and the part of our own texts that it did
not, of these each label for itself; the sets that judge are kept elsewhere. Rules alone, and the
trained pipeline with them, whose figures have floors (`tests/floors_names.yml`).
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from annotate.encoder import session
from annotate.model import BLANK, ENGLISH

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
HARNESS = SHARED / "bench" / "entities" / "run.py"
DEV = SHARED / "data" / "pipeline" / "ner" / "dev.jsonl"

FLOORS = HERE.parent / "floors_names.yml"
OWN = "own, held out"

Row = dict[str, object]
Figures = dict[str, dict[str, float]]


def sets(only: str | None = None) -> dict[str, list[Row]]:
    """The texts with their gold, by the name of their source. only: of this one alone."""
    if only == OWN:
        return {OWN: list(_own())}
    rows = [json.loads(line) for line in DEV.read_text(encoding="utf-8").splitlines()]
    by_source = {
        source: [row for row in rows if row["src"] == source]
        for source in sorted({str(row["src"]) for row in rows})
    }
    return by_source if only else {**by_source, OWN: list(_own())}


def _own() -> Iterator[Row]:
    from annotate.training import own, sources

    for text in own.read((ROOT / "corpus" / "training").glob("*.xml")):
        if sources.is_tried(text):
            yield {"src": "own", "text": text.text, "spans": text.names, "missing": []}


def figures(rows: list[Row], pipeline: str, *, full: bool = False) -> Figures:
    """The harness's figures for some texts read by a pipeline, by label.

    full: each of the nine labels for itself; else places are one, and laws, events and works none.
    """
    with tempfile.TemporaryDirectory() as folder:
        gold, told = Path(folder) / "gold.jsonl", Path(folder) / "told.json"
        gold.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        command = [sys.executable, "-m", "annotate", "pipe", "--layers", "entity"]
        subprocess.run(
            [sys.executable, str(HARNESS), *(["--full"] if full else []), "--json", str(told),
             str(gold), "--", *command, "--pipeline", pipeline],
            check=True, capture_output=True, cwd=folder,
        )  # fmt: skip
        found: dict[str, dict[str, Figures]] = json.loads(told.read_text(encoding="utf-8"))
    (answer,) = found.values()
    return answer["rows"]


def floors() -> dict[str, dict[str, float]]:
    """The figures that must be reached with the trained pipeline, by source and label."""
    stated: dict[str, dict[str, float]] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    return stated


def main() -> None:
    """Print a line for each source, pipeline and label."""
    if not (HARNESS.exists() and DEV.exists()):
        print(f"skipped: no {DEV.relative_to(SHARED.parent)} beside the project")
        return
    shipped = (session.HOME / session.WORDS).exists()
    wanted = floors()
    for source, rows in sets().items():
        for name in (BLANK, ENGLISH) if shipped else (BLANK,):
            print(f"{source}, pipeline {name}")
            for label, row in figures(rows, name, full=source == OWN).items():
                held = wanted[source].get(label) if name == ENGLISH else None
                floor = "" if held is None else f"   floor {held:g}"
                print(f"  {label:7} P {row['p']:5.1f}  R {row['r']:5.1f}  F1 {row['f1']:5.1f}  "
                      f"n={row['n']}{floor}")  # fmt: skip


if __name__ == "__main__":
    main()
