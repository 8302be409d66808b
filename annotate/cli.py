"""The commands: read the arguments, call one function, show the answer; errors become a status.

Nothing heavy is imported before a command runs, so that `--help` starts at once.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from annotate.errors import AnnotateError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Know who says what in a pile of articles, and quote it without a mistake.",
)

CodebookOption = Annotated[
    Path | None,
    typer.Option(help="The codebook; without it that of the workspace one stands in, else none."),
]
LayersOption = Annotated[
    str | None,
    typer.Option(help="Layers to show, by commas: entity, number, quote, stance, term, sentence."),
]


def main() -> None:
    """Run the command that the arguments name; an AnnotateError is one line and status 1."""
    try:
        app()
    except AnnotateError as error:
        print(f"annotate: {error}", file=sys.stderr)
        sys.exit(1)


@app.callback()
def _version_first() -> None:
    """Make every verb a command, also while there is only one."""


@app.command()
def pipe(layers: LayersOption = None, codebook: CodebookOption = None) -> None:
    """Annotate JSON lines from standard input, a document a line, to JSON lines."""
    from annotate import pipe as pipes
    from annotate import workspace

    book = workspace.codebook_for(codebook)
    shown = pipes.layers(layers)
    _stream(pipes.pipe(sys.stdin.buffer, codebook=book, layers=shown))


def _stream(records: Iterable[dict[str, Any]]) -> None:
    """Print records as they come; status 1 if one of them is an error."""
    failed = False
    for record in records:
        failed = failed or "error" in record
        print(json.dumps(record, ensure_ascii=False), flush=True)
    if failed:
        raise typer.Exit(1)
