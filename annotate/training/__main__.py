"""`python -m annotate.training`: make the trained pipeline."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from annotate.encoder import session
from annotate.errors import AnnotateError
from annotate.training import making, sources
from annotate.training.positions import making as positions


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
    trial: Annotated[
        Path | None,
        typer.Option(
            "--positions",
            help="Learn a head for positions over the files in --to, which stay; it goes here.",
        ),
    ] = None,
    smoke: Annotated[  # noqa: FBT002  # Typer's form of a flag
        bool, typer.Option("--smoke", help="A few steps, to see that it runs.")
    ] = False,
) -> None:
    """Learn from the data, write the files that ship, and print how good they are."""
    plan, course = (each.SMOKE if smoke else each.PLAN for each in (making, positions))
    found = sources.under(data, own)
    try:
        if trial:
            told = positions.make(
                found, to, trial, making.base(), plan=course, weights=weights, tell=_tell
            )
        else:
            told = making.make(found, to, work, plan=plan, weights=weights, tell=_tell)
    except AnnotateError as error:
        sys.exit(f"{error}")
    typer.echo(json.dumps(told["figures"], indent=1))


def _tell(line: str) -> None:
    typer.echo(line, err=True)


if __name__ == "__main__":
    typer.run(main)
