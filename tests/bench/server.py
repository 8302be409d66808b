"""How long the server of a corpus works on each page, beside Datasette's own page of the same rows.

`just bench server` makes a corpus of a million findings in the folder for temporary files (once;
minutes) and asks a real server for every kind of page, for different things each time. What counts
is the processor's time that the server takes, which other work on the machine does not change; the
time on the clock stands beside it. A peer is a page of plain Datasette that shows the same.
`python -m tests.bench.server 150000` takes a smaller corpus, words behind it the pages so named.
"""

import math
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode
from urllib.request import urlopen

from annotate.publish import configuration
from annotate.store import queue
from tests.bench import corpus

FINDINGS = 1_000_000
TIMES = 20
PATIENCE = 60
"""Seconds that a page may take on the clock; what takes longer is said to, and not asked again."""

BARS = {"page": 200, "search": 100, "article": 300}
"""Milliseconds that nineteen of twenty pages may take."""

SERVE = """
import sys
from pathlib import Path
from annotate.publish import room, server
path = Path(sys.argv[1])
desk = room.Room(database=path, folder=path.with_suffix(".decisions"), coder="bench")
server.serve(path, port=0, warm=sys.argv[2] == "warm", announce=lambda at: print(at, flush=True),
             review=desk if sys.argv[2] == "review" else None)
"""


@contextmanager
def serving(path: Path, how: str = "warm") -> Iterator[tuple[str, int]]:
    """A server in a process of its own: its address and the process. how: "warm" or "review"."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, str(path), how], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip().rstrip("/"), process.pid
        finally:
            process.kill()


def worked(pid: int) -> float:
    """Milliseconds that all threads of a process have run."""
    told = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(each.read_text().split()[0]) for each in told) / 1e6


def questions(path: Path) -> dict[str, tuple[str, list[str]]]:
    """For each kind of page, which bar it has and what is asked for."""
    with closing(sqlite3.connect(path)) as conn:
        names = _leading(conn, "entities", "canonical")
        holders = _leading(conn, "stances", "holder")
        topics = _leading(conn, "stances", "target")
        articles = [row[0] for row in conn.execute("SELECT id FROM documents LIMIT 20")]
        words = conn.execute("SELECT text FROM segments WHERE kind = 'paragraph' LIMIT 20")
        sought = [" ".join(row[0].split()[2:4]) for row in words]
        common = [row[0].split()[-1].strip(".") for row in conn.execute(
            "SELECT text FROM sentences LIMIT 20")]  # fmt: skip
    find, years = "/-/find", [str(1995 + n) for n in range(20)]
    table = f"/{path.stem}"
    return {
        "start": ("page", ["/"] * TIMES),
        "find: everything": ("page", [find] * TIMES),
        "find: a name": ("page", [f"{find}?{urlencode({'name': each})}" for each in names]),
        "find: holder, topic": ("page", [
            f"{find}?{urlencode({'holder': a, 'topic': b})}"
            for a, b in zip(holders, topics, strict=False)]),
        "find: year, layer": ("page", [f"{find}?year={each}&layer=number" for each in years]),
        "find: second-hand": ("page", [f"{find}?hand=second&year={each}" for each in years]),
        "find: words, layer": ("page", [f"{find}?{urlencode({'q': each})}&layer=stance"
                                        for each in sought]),
        "find: all names": ("page", [f"{find}?all=name&year={each}" for each in years]),
        "search: two words": ("search", [f"/-/search?{urlencode({'q': w})}" for w in sought]),
        "search: a frequent word": ("search", [f"/-/search?{urlencode({'q': w})}" for w in common]),
        "article": ("article", [f"/-/article/{quote(each)}" for each in articles]),
        "article, 10,000 words": ("article", [f"/-/article/{corpus.LONG}"] * TIMES),
        "quote": ("page", [f"/-/quote/{quote(each)}/40-90" for each in articles]),
        "who": ("page", ["/-/who"] * TIMES),
        "matrix": ("page", ["/-/matrix"] * TIMES),
        "terms": ("page", ["/-/terms"] * TIMES),
        "table: names": ("page", [f"{table}/entities?_facet=label&canonical__exact={quote(n)}"
                                  for n in names]),
        **tables(path),
        "peer of `a name`": ("", [f"{table}/entities?{urlencode({'canonical__exact': n})}{_MANY}"
                                  for n in names[:5]]),
        "peer of `year, layer`": ("", [f"{table}/numbers?year__exact={y}{_MANY}&_facet=counted"
                                       for y in years[:5]]),
        "figures": ("page", ["/-/figures"] * TIMES),
    }  # fmt: skip


def tables(path: Path) -> dict[str, tuple[str, list[str]]]:
    """Each published table whole and with the leading value of each facet, and each query."""
    (published,) = configuration.source()["databases"].values()
    table = f"/{path.stem}"
    with closing(sqlite3.connect(path)) as conn:
        shown = {
            name: [
                f"{table}/{name}",
                *(
                    f"{table}/{name}?{urlencode({f'{facet}__exact': value})}"
                    for facet in told.get("facets", ())
                    for value in _leading(conn, name, facet)[:2]
                ),
            ]
            for name, told in published["tables"].items()
            if not told.get("hidden")
        }
    asked = [f"{table}/{name}" for name in published["queries"]]
    large = {f"table: {name}": ("page", shown.pop(name) * 4) for name in LARGE}
    rest = [page for pages in shown.values() for page in pages]
    return large | {"tables: the others": ("page", rest), "queries": ("page", asked * 3)}


LARGE = ("entities", "numbers", "quotes", "stances", "terms", "statements")
"""Tables that have a line of their own."""

_MANY = "&_facet=label&_facet=publisher&_facet=year&_facet=kind&_facet=by"


def reviewing(path: Path) -> dict[str, tuple[str, list[str]]]:
    """The same for the pages of a server on which people decide."""
    with closing(sqlite3.connect(path)) as conn:
        found = {
            layer: [each.id for each in queue.waiting(conn, layer=layer, limit=TIMES)]
            for layer in queue.LAYERS
        }
        makers = [each.by for each in queue.makers(conn)][:TIMES]
    spans = [each for some in found.values() for each in some[: TIMES // len(found)]]
    at = "/-/review"
    return {
        "review: queue": ("page", [at] * TIMES),
        "review: a layer": ("page", [f"{at}?layer={each}" for each in found] * 2),
        "review: a maker": ("page", [f"{at}?{urlencode({'by': each})}" for each in makers]),
        "review: page 50": ("page", [f"{at}?layer={each}&page=50" for each in found]),
        "review: a finding": ("page", [f"{at}/finding/{quote(each)}" for each in spans]),
    }


def _leading(conn: sqlite3.Connection, table: str, column: str) -> list[str]:
    sql = f'''SELECT "{column}" FROM {table} WHERE "{column}" IS NOT NULL
        GROUP BY 1 ORDER BY count(*) DESC LIMIT {TIMES}'''  # noqa: S608  # ours
    return [row[0] for row in conn.execute(sql)]


def at(times: Sequence[float], share: float) -> float:
    """The time that this share of the pages kept to, by nearest rank: of twenty, nineteen."""
    return sorted(times)[max(0, math.ceil(share * len(times)) - 1)]


def main() -> None:
    """Print a line for each kind of page."""
    findings = int(sys.argv[1]) if len(sys.argv) > 1 else FINDINGS
    path = Path(tempfile.gettempdir()) / f"annotate-bench-{findings}.db"
    corpus.build(path, findings)
    chosen = sys.argv[2:] or [""]
    print(f"{path.name}\n{'page':26}{'p50':>8}{'p95':>8}{'bar':>6}   on the clock p50, p95 (ms)")
    for how, every in (("warm", questions(path)), ("review", reviewing(path))):
        asked = {name: each for name, each in every.items() if any(one in name for one in chosen)}
        if asked:
            _report(path, how, asked)


def _report(path: Path, how: str, asked: dict[str, tuple[str, list[str]]]) -> None:
    """Print a line for each kind of page of a server."""
    began = time.perf_counter()
    with serving(path, how) as (address, pid):
        ready, passed = worked(pid) / 1000, time.perf_counter() - began
        print(f"({how}: ready after {ready:.1f} s of work, {passed:.0f} s)")
        for name, (bar, pages) in asked.items():
            try:
                waited, work = measured(address, pid, pages)
            except TimeoutError:
                print(f"{name:26}  no answer in {PATIENCE} s  OVER", flush=True)
                continue
            limit = str(BARS.get(bar, ""))
            late = "  OVER" if bar and at(work, 0.95) > BARS[bar] else ""
            print(
                f"{name:26}{at(work, 0.5):8.0f}{at(work, 0.95):8.0f}{limit:>6}"
                f"{at(waited, 0.5):10.0f}{at(waited, 0.95):8.0f}{late}",
                flush=True,
            )


def measured(address: str, pid: int, pages: Sequence[str]) -> tuple[list[float], list[float]]:
    """Milliseconds on the clock and of the server's work, for each of some pages."""
    clock, work = [], []
    for page in pages:
        before, began = worked(pid), time.perf_counter()
        with urlopen(address + page, timeout=PATIENCE) as answer:  # noqa: S310  # our own
            answer.read()
        clock.append(1000 * (time.perf_counter() - began))
        work.append(worked(pid) - before)
    return clock, work


if __name__ == "__main__":
    main()
