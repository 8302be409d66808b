"""How the ledger's work grows with the figures: the time for four times as many, by the time.

What compares all with all takes 16 times as long, what is in proportion 4. Of one quantity, and of
a made corpus (`tests.bench.corpus`). The times are the processor's, the least of some runs.
"""

import gc
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

from annotate.figures import clashes, ledger
from annotate.figures.figure import Figure
from annotate.store.figures import figures
from tests.bench import corpus
from tests.figures.made import figure

SMALL, TIMES = 10_000, 4
FINDINGS = 40_000
RUNS = 3


def seconds(work: Callable[[], object]) -> float:
    """The least that some runs take of the processor."""
    taken = []
    for _ in range(RUNS):
        gc.collect()
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def of_one(count: int) -> list[Figure]:
    """Figures of one quantity, by many voices, at many times."""
    rng = Random(7)  # noqa: S311  # nothing secret
    return [
        figure(
            id=str(n),
            document=f"d{n // 3}",
            value=float(rng.randint(1, 100_000)),
            as_of=f"{rng.randint(1995, 2024)}-{rng.randint(1, 12):02}" if n % 2 else None,
            published=f"{rng.randint(1995, 2024)}-06-01",
        )
        for n in range(count)
    ]


def of_corpus(findings: int) -> list[Figure]:
    """The figures of a made corpus of so many findings."""
    path = Path(tempfile.gettempdir()) / f"annotate-bench-{findings}.db"
    corpus.build(path, findings)
    with closing(sqlite3.connect(path)) as conn:
        return figures(conn)


def told(name: str, make: Callable[[int], Sequence[Figure]], size: int,
         work: Callable[[Sequence[Figure]], object]) -> str:  # fmt: skip
    """A line: how long the work takes for a size and for four times that."""
    few, many = make(size), make(TIMES * size)
    one, other = seconds(lambda: work(few)), seconds(lambda: work(many))
    return (
        f"{name:12} {len(few):7,} figures {one:6.2f} s, {len(many):7,} figures {other:6.2f} s: "
        f"{other / one:4.1f} times as long for {len(many) / len(few):.1f} times as many"
    )


def main() -> None:
    """Print a line for one quantity, and one for a corpus."""
    print(told("one quantity", of_one, SMALL, clashes.against))
    print(told("a corpus", of_corpus, FINDINGS, ledger))


if __name__ == "__main__":
    main()
