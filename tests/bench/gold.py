"""The scores on the gold kept beside the project, by its own script, held to floors_shared.yml."""

import json
import subprocess
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
SCORER = HERE.parents[2] / "shared" / "bench" / "gold" / "score.py"
FLOORS = HERE.parent / "floors_shared.yml"


def figures() -> dict[str, float]:
    """The scorer's figures, per cent of F1; "meta" is the share of metadata that is right."""
    command = f"{sys.executable} -m annotate pipe --codebook {{codebook}}"
    run = subprocess.run(
        [sys.executable, str(SCORER), "--json", "--cmd", command],
        check=True,
        capture_output=True,
        text=True,
        cwd=SCORER.parent,
    )
    found = json.loads(run.stdout)
    return {name: 100 * (value if name == "meta" else value["f1"]) for name, value in found.items()}


def floors() -> dict[str, float]:
    """The figures that must be reached."""
    stated: dict[str, float] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    return stated


def main() -> None:
    """Print a line for each figure, with its floor where it has one."""
    wanted = floors()
    for name, value in figures().items():
        floor = f"   floor {wanted[name]:g}" if name in wanted else ""
        print(f"{name:32} {value:6.1f}{floor}")


if __name__ == "__main__":
    main()
