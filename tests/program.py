"""The program, run as a person runs it."""

import subprocess
import sys
from pathlib import Path


def run(*arguments: str, folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """The program's end in a folder; its output as text."""
    return subprocess.run(
        [sys.executable, "-m", "annotate", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
