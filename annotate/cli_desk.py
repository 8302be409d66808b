"""What several commands have in common: options, the desk at which people decide, the terminal.

Nothing heavy is imported before a command runs.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

CoderOption = Annotated[
    str | None,
    typer.Option(help="Who decides; without it ANNOTATE_CODER, else who is logged in."),
]
DatabaseOption = Annotated[
    Path | None,
    typer.Option(help="The database; without it corpus.db of the workspace one stands in."),
]
NoteOption = Annotated[str, typer.Option(help="Why, in your words.")]


def at(database: Path | None, coder: str | None = None) -> AbstractContextManager[Any]:
    """The desk of the workspace one stands in, at which a coder decides."""
    from annotate import workspace
    from annotate.review.desk import desk

    space = workspace.find()
    return desk(replace(space, database_file=database or space.database_file), coder)


def database_at(path: Path | None) -> Any:  # sqlite3 is loaded with the store only
    """A connection to the database, that of the workspace one stands in unless it is given."""
    from annotate import workspace
    from annotate.store import database

    return database.open_for_reading(path or workspace.find().database)


def number(made: Sequence[Any], noun: str) -> str:
    """How many of something: "2 decisions"."""
    return f"{len(made)} {noun}{'' if len(made) == 1 else 's'}"


def show(found: Iterable[Any]) -> None:
    """Print tables and lines as the terminal can show them."""
    printed = console()
    for each in found:
        printed.print(each)


def tell(line: str, *, on: TextIO | None = None) -> None:
    """Print a line that may have words of articles, on standard output unless told otherwise.

    A terminal gets no signs that would have it do something; files and programs get all as it is.
    """
    to = on or sys.stdout
    print(harmless(line) if to.isatty() else line, file=to)


def harmless(words: str) -> str:
    """Words with pictures of the signs that control a terminal; lines and tabs stay.

    Signs that turn the way in which words run are left out: an open one turns the rest of the line.
    """
    return words.translate(_PICTURES)


_PICTURES = {
    **{sign: 0x2400 + sign for sign in range(32) if chr(sign) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
}


def console() -> Any:  # rich is loaded by those who print only
    """What prints tables: as wide as the terminal, or as a page where the output goes elsewhere.

    Words are shown as they are: no marks of style, no names of pictures, and on a terminal no
    signs that control it.
    """
    from rich.console import Console
    from rich.segment import Segment

    class Harmless(Console):
        def render(self, renderable: Any, options: Any = None) -> Iterator[Segment]:
            for part in super().render(renderable, options):
                plain = part.control or not self.is_terminal
                yield part if plain else Segment(harmless(part.text), part.style)

    width = None if sys.stdout.isatty() else 120
    return Harmless(highlight=False, markup=False, emoji=False, width=width)
