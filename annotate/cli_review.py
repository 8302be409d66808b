"""The commands by which people decide about findings: `annotate review`.

Nothing heavy is imported before a command runs.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from annotate import cli_desk
from annotate.cli_desk import CoderOption, DatabaseOption, NoteOption

SpansArgument = Annotated[
    list[str], typer.Argument(metavar="SPAN...", help="Ids of findings, as pages and lists show.")
]
LikeOption = Annotated[
    bool,
    typer.Option("--like", help="Also of all undecided findings that say the same of such words."),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="A field and its value; empty for none."),
]
LayerOption = Annotated[str, typer.Option(help="entity, number, quote, stance or term.")]

review = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


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

    with cli_desk.at(database) as desk:
        if disputed or lost:
            found = lists.disputed(desk.conn) if disputed else lists.lost(desk.conn)
        elif proposals:
            found = lists.proposed(desk.conn, by=rule, document=article, limit=limit)
        else:
            found = lists.waiting(desk.conn, layer=layer, by=rule, document=article, limit=limit)
        cli_desk.show(found)


@review.command()
def rules(layer: LayerOption = "", database: DatabaseOption = None) -> None:
    """List what made the findings, and how people judged each so far."""
    from annotate.review import lists

    with cli_desk.at(database) as desk:
        cli_desk.show(lists.rules(desk.conn, layer))


@review.command()
def like(
    span: Annotated[str, typer.Argument(metavar="SPAN", help="A finding's id.")],
    database: DatabaseOption = None,
) -> None:
    """List the undecided findings to which `--like` would extend a decision."""
    from annotate.review import lists

    with cli_desk.at(database) as desk:
        cli_desk.show(lists.alike(desk.conn, span))


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

    with cli_desk.at(database, coder) as desk:
        made = deciding.add(
            desk, article, words, layer, given=_fields(fields), near=near, note=note
        )
    print(f"{made.coder} added {made.span} {made.quote!r}")


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

    with cli_desk.at(database, coder) as desk:
        taken = deciding.undo(desk, spans)
        print(f"{desk.coder} took back {cli_desk.number(taken, 'decision')}")


@review.command()
def show(
    span: Annotated[str, typer.Argument(metavar="SPAN", help="A finding's id.")],
    database: DatabaseOption = None,
) -> None:
    """Say what was decided about a finding, when and by whom."""
    from annotate.review import lists

    with cli_desk.at(database) as desk:
        cli_desk.show(lists.history(desk.conn, span))


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

    cli_desk.show(lists.agreement(log.read(workspace.find().decisions).entries, coders or ()))


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

    with cli_desk.at(database, coder) as desk:
        wanted = deciding.with_alike(desk, spans) if like else spans
        made = deciding.decide(desk, action, wanted, given=given or {}, note=note)
    for each in made:
        print(f"{each.coder}: {action} {each.span} {each.quote!r}")


def _fields(given: Sequence[str] | None) -> dict[str, str]:
    found = [each.partition("=") for each in given or ()]
    if unclear := [name for name, sign, _ in found if not sign]:
        raise typer.BadParameter(f"{unclear[0]!r} is not FIELD=VALUE", param_hint="--set")
    return {name.strip(): value for name, _, value in found}
