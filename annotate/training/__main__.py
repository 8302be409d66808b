"""`python -m annotate.training`: make the trained pipeline."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from annotate.encoder import session
from annotate.errors import AnnotateError
from annotate.training import making, sources


def main(
    data: Annotated[Path, typer.Option(help="The folder of the data: pipeline/ and stance/.")],
    own: Annotated[Path, typer.Option(help="The folder of our own texts.")] = Path(
        "corpus/training"
    ),
    to: Annotated[Path, typer.Option(help="Where the files that ship go.")] = session.HOME,
    work: Annotated[Path, typer.Option(help="Where weights and silver labels are kept.")] = Path(
        "build/training"
    ),
    weights: Annotated[
        Path | None, typer.Option(help="Weights of an earlier run: export and measure them only.")
    ] = None,
    smoke: Annotated[  # noqa: FBT002  # Typer's form of a flag
        bool, typer.Option("--smoke", help="A few steps, to see that it runs.")
    ] = False,
) -> None:
    """Learn from the data, write the files that ship, and print how good they are."""
    plan = making.SMOKE if smoke else making.PLAN
    found = sources.under(data, own)
    try:
        figures = making.make(found, to, work, plan=plan, weights=weights, tell=_tell)
    except AnnotateError as error:
        sys.exit(f"{error}")
    typer.echo(json.dumps(figures["figures"], indent=1))


def _tell(line: str) -> None:
    typer.echo(line, err=True)


if __name__ == "__main__":
    typer.run(main)
