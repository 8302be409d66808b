"""Web pages kept beside the project: the body found, the way back, and the time it takes.

The body, comments and metadata are scored by the shared script, with trafilatura beside the product
in the same run where PEERS names the Python of an environment that has it (the script's
requirements): `PEERS=venv/bin/python just bench extraction`. What is counted here is the way back:
whether each segment's `xpath` gives one element, and `source` opens and ends as the segment does.
"""

import importlib
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

from lxml.html import HTMLParser, document_fromstring

from annotate import pipeline, records
from annotate.errors import AnnotateError
from annotate.score import floors

SHARED = Path(__file__).resolve().parents[3] / "shared"
HARNESS = SHARED / "bench" / "extraction"
DATA = SHARED / "data" / "extraction"
FOLDERS = {"FUNDUS_DIR": "fundus", "WCXB_DIR": "wcxb", "MERGED_DIR": "merged"}
SETS = ("fundus", "l3s", "wcxb", "wcxb-forum")
PEER = "trafilatura_full"
FLOORS = Path(__file__).parents[1] / "floors_pages.yml"


def pages() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each page of the shared sets, with the set's name."""
    sys.path.insert(0, str(HARNESS))
    datasets = importlib.import_module("datasets")  # the harness's own
    for name in SETS:
        for page in datasets.LOAD[name]():
            yield name, page


def faults(page: str, record: Mapping[str, Any]) -> Counter[str]:
    """How many segments there are, and how many of them do not lead back."""
    data = page.replace("\0", "\ufffd").encode("utf-8", "replace")
    root = document_fromstring(data, parser=HTMLParser(encoding="utf-8"))
    count: Counter[str] = Counter()
    for segment in record["segments"]:
        words = _folded(record["text"][segment["start"] : segment["end"]])
        count["segments"] += 1
        found = root.xpath(segment["xpath"])
        count["xpath wrong"] += not isinstance(found, list) or len(found) != 1
        source = segment.get("source")
        if source is None:
            count["source absent"] += 1
            continue
        there = _folded(unescape(page[source["start"] : source["end"]]))
        count["source wrong"] += there[:1] != words[:1] or there[-1:] != words[-1:]
    return count


def _folded(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split())


def ways_back() -> dict[str, Counter[str]]:
    """What is wrong with the ways back of each set."""
    found: dict[str, Counter[str]] = {}
    for name, page in pages():
        count = found.setdefault(name, Counter())
        try:
            read = pipeline.read(page["html"], id=page["id"], form="html")
        except AnnotateError:
            count["refused"] += 1
            continue
        count += faults(page["html"], records.to_record(read))
    return found


def scored() -> dict[str, list[Mapping[str, Any]]]:
    """The harness's figures for each set: the product's, and the peer's where it is installed."""
    python = os.environ.get("PEERS", sys.executable)
    command = [python, str(HARNESS / "run.py"), "--bench", ",".join(SETS)]
    ours = f"{sys.executable} -m annotate pipe --layers none"
    command += ["--tool", "product", "--cmd", ours]
    if subprocess.run([python, "-c", "import trafilatura"], capture_output=True).returncode == 0:
        command += ["--tool", PEER]
    else:
        print("PEERS names no Python with trafilatura: no comparison")
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.json"
        subprocess.run([*command, "--json", str(figures)], check=True, cwd=HARNESS)
        found: dict[str, list[Mapping[str, Any]]] = json.loads(figures.read_text("utf-8"))
    return found


def ratio(rows: list[Mapping[str, Any]]) -> str:
    """The product's CPU time a page as a share of the peer's."""
    cpu = {row["tool"]: row["cpu"] for row in rows}
    return f"{cpu['product'] / cpu[PEER]:5.2f}" if PEER in cpu else "    –"


def too_low(figures: Mapping[str, list[Mapping[str, Any]]]) -> Iterator[str]:
    """A sentence for each of the product's figures that is below its floor."""
    for name, floor in floors(FLOORS).items():
        bench, figure = name.split()
        rows = [row for row in figures.get(bench, []) if row["tool"] == "product"]
        yield from (
            f"{name} is {100 * row[figure]:.1f}, below its floor of {floor:g}"
            for row in rows
            if round(100 * row[figure], 1) < floor
        )


def main() -> None:
    """Print the harness's tables, then a line for each set; fail below a floor."""
    if not HARNESS.is_dir() or not DATA.is_dir():
        print(f"{SHARED} is not there: nothing to measure")
        return
    for variable, folder in FOLDERS.items():
        os.environ.setdefault(variable, str(DATA / folder))
    figures = scored()
    for name, rows in figures.items():
        print(f"{name:12} CPU time a page, trafilatura's being 1: {ratio(rows)}")
    for name, count in ways_back().items():
        told = ", ".join(f"{key} {value:,}" for key, value in sorted(count.items()))
        print(f"{name:12} {told}")
    if low := list(too_low(figures)):
        sys.exit("\n".join(low))


if __name__ == "__main__":
    main()
