"""How long `annotate --help` takes, beside a bare Python and an import of spaCy in the same run."""

import subprocess
import sys
import time

RUNS = 5

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "annotate --help": ["-m", "annotate", "--help"],
    "import spacy": ["-c", "import spacy"],
}


def seconds(arguments: list[str]) -> float:
    """The shortest of some runs: what the program takes when nothing disturbs it."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    """Print a line for each command."""
    found = {name: seconds(arguments) for name, arguments in COMMANDS.items()}
    spacy = found["import spacy"]
    for name, taken in found.items():
        print(f"{name:18} {1000 * taken:6.0f} ms   {taken / spacy:5.2f} of import spacy")


if __name__ == "__main__":
    main()
