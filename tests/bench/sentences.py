"""Sentence starts on treebanks' text beside peers, by the harness kept beside the project.

Peers (pysbd, syntok) run from an environment of their own: `SENTENCE_PEERS=/path/to/python`. Golden
rules are counted where `PYSBD_DIR` names a copy of pySBD's repository, which is not kept here.
"""

import os
import subprocess
import sys
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared"
HARNESS = SHARED / "bench" / "sentences" / "run.py"
TREES = SHARED / "data" / "sentences"
PEERS = ("pysbd", "syntok")


def table() -> str:
    """The harness's lines for us, and for the peers where they are to be had."""
    tools = {"product": f"{sys.executable} -m annotate pipe --layers sentence"}
    if peers := os.environ.get("SENTENCE_PEERS"):
        tools |= {name: f"{peers} {HARNESS} serve {name}" for name in PEERS}
    run = subprocess.run(
        [sys.executable, str(HARNESS), *(f"--tool={name}={line}" for name, line in tools.items())],
        check=True, capture_output=True, text=True, cwd=HARNESS.parent,
        env={**os.environ, "UD_DIRS": f"{TREES / 'EWT'}:{TREES / 'GUM'}", "UD_SPLITS": "dev"},
    )  # fmt: skip
    return run.stdout


def main() -> None:
    """Print the harness's table."""
    if not (HARNESS.exists() and TREES.exists()):
        print("skipped: no harness or treebanks beside the project")
        return
    print(table())
    for name, what in (("SENTENCE_PEERS", "the peers"), ("PYSBD_DIR", "the golden rules")):
        if name not in os.environ:
            print(f"skipped {what}: {name} names none")


if __name__ == "__main__":
    main()
