"""What the reading pages of a publication cost: files, and seconds for each article.

`just bench site` presses the pages of a made corpus (`tests.bench.corpus`). The seconds
are the clock's, as the citation processor works in a process of its own; beside them stands the
time of this process alone.
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from annotate.release import site
from tests.bench import corpus

FINDINGS = 12_000


def main() -> None:
    """Print what the pages of a corpus cost, and how many there are of each kind."""
    findings = int(sys.argv[1]) if len(sys.argv) > 1 else FINDINGS
    path = Path(tempfile.gettempdir()) / f"annotate-bench-{findings}.db"
    corpus.build(path, findings)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began, worked = time.perf_counter(), time.process_time()
        files = site.write(path, folder, robots=False)
        passed, worked = time.perf_counter() - began, time.process_time() - worked
        kinds = Counter(each.relative_to(folder).parts[0] for each in folder.rglob("*.*"))
        size = sum(each.stat().st_size for each in folder.rglob("*.*"))
    articles = kinds["article"]
    print(f"{articles} articles, {findings:,} findings: {files:,} files, {size / 1e6:.0f} MB")
    print(f"{passed:.0f} s on the clock ({1000 * passed / articles:.0f} ms an article), "
          f"{worked:.0f} s of this process")  # fmt: skip
    print(", ".join(f"{kind} {count:,}" for kind, count in kinds.most_common()))


if __name__ == "__main__":
    main()
