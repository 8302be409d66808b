"""The commands by which people decide: about findings, `annotate review`; names, `annotate names`.

Groups of their own, so that cli.py stays in a few screens; nothing heavy is imported before a
command runs.
"""

import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

SpansArgument = Annotated[
    list[str], typer.Argument(metavar="SPAN...", help="Ids of findings, as pages and lists show.")
]
NamesArgument = Annotated[
    list[str], typer.Argument(metavar="NAME...", help="Names, as `annotate names list` shows them.")
]
ProposalsArgument = Annotated[
    list[str], typer.Argument(metavar="PROPOSAL...", help="Ids from `annotate names proposals`.")
]
CoderOption = Annotated[
    str | None,
    typer.Option(help="Who decides; without it ANNOTATE_CODER, else who is logged in."),
]
DatabaseOption = Annotated[
    Path | None,
    typer.Option(help="The database; without it corpus.db of the workspace one stands in."),
]
NoteOption = Annotated[str, typer.Option(help="Why, in your words.")]
LikeOption = Annotated[
    bool,
    typer.Option("--like", help="Also of all undecided findings that say the same of such words."),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="A field and its value; empty for none."),
]
ArticlesOption = Annotated[
    list[str] | None, typer.Option("--article", help="Only in this article; may be repeated.")
]
LayerOption = Annotated[str, typer.Option(help="entity, number, quote, stance or term.")]

review = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
names = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@review.command("list")
def queue(
    layer: LayerOption = "",
    rule: Annotated[str, typer.Option(help="What made them, as `annotate explain` says.")] = "",
    article: Annotated[str, typer.Option(help="Of this article alone.")] = "",
    limit: Annotated[int, typer.Option(help="How many.")] = 20,
    disputed: Annotated[bool, typer.Option(help="Those about which coders differ.")] = False,
    lost: Annotated[bool, typer.Option(help="Decisions whose words are gone.")] = False,
    proposals: Annotated[
        bool, typer.Option("--proposals", help="Those too unsure to show before you accept them.")
    ] = False,
    database: DatabaseOption = None,
) -> None:
    """List what waits for a person, the least sure first."""
    from annotate.review import lists

    with _desk(database) as desk:
        if disputed or lost:
            found = lists.disputed(desk.conn) if disputed else lists.lost(desk.conn)
        elif proposals:
            found = lists.proposed(desk.conn, by=rule, document=article, limit=limit)
        else:
            found = lists.waiting(desk.conn, layer=layer, by=rule, document=article, limit=limit)
        _print(found)


@review.command()
def rules(layer: LayerOption = "", database: DatabaseOption = None) -> None:
    """List what made the findings, and how people judged each so far."""
    from annotate.review import lists

    with _desk(database) as desk:
        _print(lists.rules(desk.conn, layer))


@review.command()
def like(
    span: Annotated[str, typer.Argument(metavar="SPAN", help="A finding's id.")],
    database: DatabaseOption = None,
) -> None:
    """List the undecided findings to which `--like` would extend a decision."""
    from annotate.review import lists

    with _desk(database) as desk:
        _print(lists.alike(desk.conn, span))


@review.command()
def accept(
    spans: SpansArgument,
    like: LikeOption = False,
    note: NoteOption = "",
    coder: CoderOption = None,
    database: DatabaseOption = None,
) -> None:
    """Say that findings are right."""
    _decide("accept", spans, like=like, note=note, coder=coder, database=database)


@review.command()
def reject(
    spans: SpansArgument,
    like: LikeOption = False,
    note: NoteOption = "",
    coder: CoderOption = None,
    database: DatabaseOption = None,
) -> None:
    """Say that findings are none; they no longer show."""
    _decide("reject", spans, like=like, note=note, coder=coder, database=database)


@review.command()
def correct(
    spans: SpansArgument,
    fields: SetOption = None,
    like: LikeOption = False,
    note: NoteOption = "",
    coder: CoderOption = None,
    database: DatabaseOption = None,
) -> None:
    """Give findings other values: --set label=ORG, --set words="the words it should have"."""
    _decide(
        "correct",
        spans,
        given=_fields(fields),
        like=like,
        note=note,
        coder=coder,
        database=database,
    )


@review.command()
def add(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's id.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words, copied.")],
    layer: LayerOption,
    fields: SetOption = None,
    near: Annotated[int | None, typer.Option(help="About where, if they stand twice.")] = None,
    note: NoteOption = "",
    coder: CoderOption = None,
    database: DatabaseOption = None,
) -> None:
    """Add a finding that the machine lacks: --layer entity --set label=ORG."""
    from annotate.review import deciding

    with _desk(database, coder) as desk:
        made = deciding.add(
            desk, article, words, layer, given=_fields(fields), near=near, note=note
        )
    _say(f"{made.coder} added {made.span} {made.quote!r}")


@review.command()
def note(
    span: Annotated[str, typer.Argument(metavar="SPAN", help="A finding's id.")],
    words: Annotated[str, typer.Argument(metavar="NOTE", help="What to note.")],
    coder: CoderOption = None,
    database: DatabaseOption = None,
) -> None:
    """Note something on a finding, and decide nothing."""
    _decide("note", [span], note=words, coder=coder, database=database)


@review.command()
def undo(spans: SpansArgument, coder: CoderOption = None, database: DatabaseOption = None) -> None:
    """Take back your last decision about findings."""
    from annotate.review import deciding

    with _desk(database, coder) as desk:
        taken = deciding.undo(desk, spans)
        _say(f"{desk.coder} took back {_number(taken, 'decision')}")


@review.command()
def show(
    span: Annotated[str, typer.Argument(metavar="SPAN", help="A finding's id.")],
    database: DatabaseOption = None,
) -> None:
    """Say what was decided about a finding, when and by whom."""
    from annotate.review import lists

    with _desk(database) as desk:
        _print(lists.history(desk.conn, span))


@review.command()
def agreement(
    coders: Annotated[
        list[str] | None,
        typer.Argument(metavar="CODER CODER", help="Two coders; without them the busiest two."),
    ] = None,
) -> None:
    """Say how far two coders agree, by layer, with Cohen's kappa."""
    from annotate import workspace
    from annotate.review import lists, log

    _print(lists.agreement(log.read(workspace.find().decisions).entries, coders or ()))


@names.command("list")
def list_names(
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="A part of the name.")] = "",
    limit: Annotated[int, typer.Option(help="How many.")] = 50,
    hidden: Annotated[bool, typer.Option(help="Those that are hidden.")] = False,
    database: DatabaseOption = None,
) -> None:
    """List the corpus's names, and which others each stands for."""
    from annotate.review import lists

    with _desk(database) as desk:
        _print(lists.names(desk.conn, words, hidden=hidden, limit=limit))


@names.command()
def proposals(database: DatabaseOption = None) -> None:
    """List names that may be one, each with its evidence and how to accept it."""
    from annotate.review import lists

    with _desk(database) as desk:
        _print(lists.proposals(desk))


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


def _decide(
    action: str,
    spans: Sequence[str],
    *,
    given: dict[str, str] | None = None,
    like: bool = False,
    note: str,
    coder: str | None,
    database: Path | None,
) -> None:
    from annotate.review import deciding

    with _desk(database, coder) as desk:
        wanted = deciding.with_alike(desk, spans) if like else spans
        made = deciding.decide(desk, action, wanted, given=given or {}, note=note)
    for each in made:
        _say(f"{each.coder}: {action} {each.span} {each.quote!r}")


def _name(
    verb: str, *arguments: Any, coder: str | None, database: Path | None, **more: Any
) -> None:
    from annotate.review import names as corpus

    with _desk(database, coder) as desk:
        made = getattr(corpus, verb)(desk, *arguments, **more)
        _say(f"{desk.coder} wrote {_number(made, 'decision')} about names")


def _desk(database: Path | None, coder: str | None = None) -> AbstractContextManager[Any]:
    from annotate import workspace
    from annotate.review.desk import desk

    space = workspace.find()
    return desk(replace(space, database_file=database or space.database_file), coder)


def _fields(given: Sequence[str] | None) -> dict[str, str]:
    found = [each.partition("=") for each in given or ()]
    if unclear := [name for name, sign, _ in found if not sign]:
        raise typer.BadParameter(f"{unclear[0]!r} is not FIELD=VALUE", param_hint="--set")
    return {name.strip(): value for name, _, value in found}


def _number(made: Sequence[Any], noun: str) -> str:
    return f"{len(made)} {noun}{'' if len(made) == 1 else 's'}"


def _print(found: Iterable[Any]) -> None:
    from rich.console import Console

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    for each in found:
        console.print(each)


def _say(line: str) -> None:
    print(line)
