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
    head: Annotated[  # noqa: FBT002  # Typer's form of a flag
        bool,
        typer.Option("--positions", help="Learn the head for positions alone, over what is there."),
    ] = False,
    positions_weights: Annotated[
        Path | None, typer.Option(help="Its weights of an earlier run: export and measure it only.")
    ] = None,
    smoke: Annotated[  # noqa: FBT002  # Typer's form of a flag
        bool, typer.Option("--smoke", help="A few steps, to see that it runs.")
    ] = False,
) -> None:
    """Learn from the data, write the files that ship, and print how good they are."""
    plan, course = (each.SMOKE if smoke else each.PLAN for each in (making, positions))
    found = sources.under(data, own)
    try:
        if head or positions_weights:
            base = making.base()
            figures = positions.make(
                found, to, work, base, plan=course, weights=positions_weights, tell=_tell
            )
        else:
            figures = making.make(
                found, to, work, plan=plan, weights=weights, positions_plan=course, tell=_tell
            )
    except AnnotateError as error:
        sys.exit(f"{error}")
    typer.echo(json.dumps([figures["figures"], figures["positions"]["figures"]], indent=1))


def _tell(line: str) -> None:
    typer.echo(line, err=True)


if __name__ == "__main__":
    typer.run(main)
