"""Pictures of the pages of the shipped corpus: `just screenshots FOLDER`, to be looked at.

Without a folder, the two that the README shows are made anew in docs/.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = "-/article/2014-vantor-courier-border-figures"
PAGES = {
    "start": "",
    "article": ARTICLE,
    "beside": f"{ARTICLE}?beside=p4",
    "quotations": ARTICLE.replace("article", "quotations"),
    "figures": "-/figures",
    "findings": "-/find",
    "matrix": "-/matrix",
    "people": "-/who",
    "recommendations": "-/recommendations",
    "search": "-/search?q=ferries",
    "terms": "-/terms",
}
SHOWN = ("article", "figures")
SIZES = {"": "1200,1500", "-phone": "500,1500"}
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-sync", "--no-first-run",
    "--disable-background-networking", "--hide-scrollbars",
)  # fmt: skip


@contextmanager
def served() -> Iterator[str]:
    """The address of the shipped corpus, built and served for as long as it is looked at."""
    command = [sys.executable, "-m", "annotate"]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "corpus", Path(folder) / "corpus")
        shutil.copy(ROOT / "codebook.yml", folder)
        subprocess.run([*command, "build"], cwd=folder, check=True, capture_output=True)
        serve = [*command, "serve", "--port", "0"]
        with subprocess.Popen(serve, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                yield process.stdout.readline().split()[0]
            finally:
                process.terminate()


def take(address: str, to: Path, size: str) -> None:
    """Write the picture of a page."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["chromium", *QUIET, f"--user-data-dir={profile}", f"--window-size={size}"]
        subprocess.run(
            [*command, f"--screenshot={to}", address], check=True, capture_output=True, timeout=60
        )


def main() -> None:
    """Take every page wide and narrow into a folder, or those that the README shows."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    with served() as address:
        for name, page in PAGES.items() if folder else ((each, PAGES[each]) for each in SHOWN):
            for suffix, size in SIZES.items() if folder else (("", "1200,900"),):
                to = (folder or ROOT / "docs") / f"{name}{suffix}.png"
                take(f"{address}{page}", to.resolve(), size)
                print(to)


if __name__ == "__main__":
    main()
