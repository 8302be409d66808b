"""The commands that ask the corpus who says what: a question a command, its answer as rows.

Nothing heavy is imported before a command runs.
"""

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from annotate.cli_desk import DatabaseOption, console, database_at, tell
from annotate.errors import RequestError

FormatOption = Annotated[str, typer.Option("--format", help="table, csv or json (a row a line).")]


def figures(
    database: DatabaseOption = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also figures that nobody contradicts.")
    ] = False,
    sums: Annotated[
        bool, typer.Option("--sums", help="Instead the sums that the texts state, checked.")
    ] = False,
    form: FormatOption = "table",
) -> None:
    """List the figures of the corpus that contradict each other, with who says so."""
    from annotate.figures.tables import sums_table, table, told
    from annotate.store import ledger, markup

    conn = database_at(database)
    if sums and form != "table":
        raise RequestError("--sums has no other format than table")
    if sums:
        stated = ledger.sums(conn)
        console().print(sums_table(stated) if stated else "the articles state no sums")
        return
    entries = list(ledger.whole(conn, "all" if every else "contested"))
    hidden = markup.of(conn, (line.figure.document for each in entries for line in each.lines))
    if form != "table":
        _answer(told(entries, hidden), form)
    elif not entries:
        print("no figures of the corpus contradict each other; --all lists the others")
    for entry in entries if form == "table" else ():
        console().print(table(entry, hidden))


def matrix(
    topic: Annotated[str | None, typer.Option(help="One topic only.")] = None,
    database: DatabaseOption = None,
    form: FormatOption = "table",
) -> None:
    """Count who supports and who opposes what: the writers' own voice, reported ones, comments."""
    from annotate.store import asked
    from annotate.store.matrix import matrix as stored

    conn = database_at(database)
    one = topic and asked.topic(conn, topic)
    _answer(stored(conn, topic=one).positions, form)


def who(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Whom; without it, everybody is listed.")
    ] = None,
    database: DatabaseOption = None,
    form: FormatOption = "table",
) -> None:
    """List by date what somebody says: quotations, stances, contested words and figures."""
    from annotate.store import speakers

    conn = database_at(database)
    if name is None:
        _answer(speakers.speakers(conn), form)
        return
    found = speakers.who(conn, name)
    _answer(found.statements, form)
    if form == "table" and (others := speakers.nearby(conn, found.speaker.name or name)):
        tell(f"there are also {'; '.join(others)}; `annotate names` makes names one")


def terms(
    by: Annotated[str, typer.Option("--by", help="speaker or outlet.")] = "outlet",
    database: DatabaseOption = None,
    form: FormatOption = "table",
) -> None:
    """Count who uses which contested word as their own or as another's, and who avoids it."""
    from annotate.store.uses import terms as stored

    _answer([each for each in stored(database_at(database), side=by) if each.tells], form)


def recommendations(
    addressee: Annotated[str | None, typer.Option(help="Who is urged.")] = None,
    topic: Annotated[str | None, typer.Option(help="One topic only.")] = None,
    database: DatabaseOption = None,
    form: FormatOption = "table",
) -> None:
    """Count what is urged on whom, by addressee, act and topic."""
    from annotate.store import asked
    from annotate.store.recommendations import recommendations as stored

    conn = database_at(database)
    whom = addressee and asked.addressee(conn, addressee)
    what = topic and asked.topic(conn, topic)
    _answer(stored(conn, addressee=whom, topic=what), form)


COMMANDS = (figures, matrix, who, terms, recommendations)
"""In the order in which help lists them."""


def _answer(rows: Iterable[Any], form: str) -> None:
    from annotate.answers import written

    answer = list(written(rows, form))
    for each in answer:
        if isinstance(each, str):
            tell(each)
        else:
            console().print(each)
    if form == "table" and not answer:
        print("nothing of this is in the corpus")
