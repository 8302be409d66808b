"""The number layer beside its peers on their own cases, and its share of the pipeline's time.

The cases and the harness are kept beside the project; without them only the time is told. Peers run
from an environment of their own, where one is named: `NUMBER_PEERS=/path/to/python`.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from annotate import language, pipeline
from annotate.layers import LAYERS
from annotate.model import BLANK, ENGLISH, Document, Span

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
HARNESS = SHARED / "bench" / "numbers" / "run.py"
CASES = SHARED / "data" / "numbers" / "dev.jsonl"
PEERS = ("recognizers", "quantulum3")
RUNS = 3
MOST = 25.0
"""Per cent that the layer may add to the time of what else is run on the same text."""


def rows() -> str:
    """The harness's table, a line for each row and tool."""
    tools = {"product": f"{sys.executable} -m annotate pipe --layers number"}
    if peers := os.environ.get("NUMBER_PEERS"):
        tools |= {name: f"{peers} {HARNESS.parent / 'peers.py'} {name}" for name in PEERS}
    named = [part for name, command in tools.items() for part in ("--tool", f"{name}={command}")]
    run = subprocess.run(
        [sys.executable, str(HARNESS), "--cases", str(CASES), *named],
        check=True,
        capture_output=True,
        text=True,
        cwd=HARNESS.parent,
    )
    return run.stdout


def share(name: str) -> float:
    """Per cent that the number layer adds to reading and to the other layers, on the corpus."""
    articles = [path for path in sorted((ROOT / "corpus").glob("2*")) if path.suffix != ".yml"]
    pairs = [_seconds(articles, name) for _ in range(RUNS + 1)][1:]  # the first one warms up
    return 100 * min(own for own, _ in pairs) / min(other for _, other in pairs)


def _seconds(articles: list[Path], name: str) -> tuple[float, float]:
    """The seconds that the number layer took, and those of all else."""
    own = other = 0.0
    for path in articles:
        began = time.process_time()
        parsed = language.read(_document(path), name=name)
        known: dict[str, tuple[Span, ...]] = {}
        for layer in LAYERS:
            start = time.process_time()
            known[layer] = tuple(LAYERS[layer].find(parsed, known))
            own += (time.process_time() - start) if layer == "number" else 0.0
        other += time.process_time() - began
    return own, other - own


def _document(path: Path) -> Document:
    return pipeline.read(path.read_bytes(), id=path.name)


def main() -> None:
    """Print the harness's rows, and the layer's share of the time."""
    if HARNESS.exists() and CASES.exists():
        print(rows())
    else:
        print(f"skipped the cases: no {CASES}")
    if "NUMBER_PEERS" not in os.environ:
        print("skipped the peers: NUMBER_PEERS names no Python that has them")
    for name in (ENGLISH, BLANK):
        print(f"with {name!r} the number layer adds {share(name):.1f} % (at most {MOST:g} %)")


if __name__ == "__main__":
    main()
