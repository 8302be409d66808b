"""The commands by which people see to the names of the corpus: `annotate names`.

Nothing heavy is imported before a command runs.
"""

from pathlib import Path
from typing import Annotated, Any

import typer

from annotate import cli_desk
from annotate.cli_desk import CoderOption, DatabaseOption, NoteOption

NamesArgument = Annotated[
    list[str], typer.Argument(metavar="NAME...", help="Names, as `annotate names list` shows them.")
]
ProposalsArgument = Annotated[
    list[str], typer.Argument(metavar="PROPOSAL...", help="Ids from `annotate names proposals`.")
]
ArticlesOption = Annotated[
    list[str] | None, typer.Option("--article", help="Only in this article; may be repeated.")
]

names = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@names.command("list")
def list_names(
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="A part of the name.")] = "",
    limit: Annotated[int, typer.Option(help="How many.")] = 50,
    hidden: Annotated[bool, typer.Option(help="Those that are hidden.")] = False,
    database: DatabaseOption = None,
) -> None:
    """List the corpus's names, and which others each stands for."""
    from annotate.review import lists

    with cli_desk.at(database) as desk:
        cli_desk.show(lists.names(desk.conn, words, hidden=hidden, limit=limit))


@names.command()
def proposals(database: DatabaseOption = None) -> None:
    """List names that may be one, each with its evidence and how to accept it."""
    from annotate.review import lists

    with cli_desk.at(database) as desk:
        cli_desk.show(lists.proposals(desk))


@names.command("accept")
def accept_proposals(
    ids: ProposalsArgument, coder: CoderOption = None, database: DatabaseOption = None
) -> None:
    """Make the two names of proposals one."""
    _name("take", ids, coder=coder, database=database)


@names.command("refuse")
def refuse_proposals(
    ids: ProposalsArgument, coder: CoderOption = None, database: DatabaseOption = None
) -> None:
    """Keep the two names of proposals apart, and propose them no more."""
    _name("refuse", ids, coder=coder, database=database)


@names.command()
def merge(
    merged: NamesArgument,
    into: Annotated[str, typer.Option(help="The name to show for them.")],
    articles: ArticlesOption = None,
    note: NoteOption = "",
    coder: CoderOption = None,
    database: DatabaseOption = None,
) -> None:
    """Show names under another one: they are of one thing."""
    more = {"articles": tuple(articles or ()), "note": note}
    _name("merge", merged, into, coder=coder, database=database, **more)


@names.command()
def split(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name.")],
    articles: ArticlesOption = None,
    into: Annotated[str, typer.Option("--as", help="What it is called in these.")] = "",
    note: NoteOption = "",
    coder: CoderOption = None,
    database: DatabaseOption = None,
) -> None:
    """Make a name its own again, or another one in some articles: it is of two things."""
    more = {"articles": tuple(articles or ()), "into": into, "note": note}
    _name("split", name, coder=coder, database=database, **more)


@names.command()
def rename(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The name to show instead.")],
    coder: CoderOption = None,
    database: DatabaseOption = None,
) -> None:
    """Show a name, and all that is shown under it, under a new one."""
    _name("rename", name, new, coder=coder, database=database)


@names.command()
def hide(
    hidden: NamesArgument,
    note: NoteOption = "",
    coder: CoderOption = None,
    database: DatabaseOption = None,
) -> None:
    """Take names out: they are none, or of no use."""
    _name("hide", hidden, coder=coder, database=database, note=note)


@names.command("show")
def show_names(
    hidden: NamesArgument, coder: CoderOption = None, database: DatabaseOption = None
) -> None:
    """Show hidden names again."""
    _name("show", hidden, coder=coder, database=database)


@names.command("undo")
def undo_names(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name.")],
    coder: CoderOption = None,
    database: DatabaseOption = None,
) -> None:
    """Take back your last decision about a name."""
    _name("undo", name, coder=coder, database=database)


def _name(
    verb: str, *arguments: Any, coder: str | None, database: Path | None, **more: Any
) -> None:
    from annotate.review import names as corpus

    with cli_desk.at(database, coder) as desk:
        made = getattr(corpus, verb)(desk, *arguments, **more)
        print(f"{desk.coder} wrote {cli_desk.number(made, 'decision')} about names")
