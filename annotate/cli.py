"""The commands: read the arguments, call one function, show the answer; errors become a status.

Nothing heavy is imported before a command runs, so that `--help` starts at once.
"""

import gc
import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from annotate import cli_names, cli_questions, cli_review
from annotate.cli_desk import DatabaseOption, console, database_at, tell
from annotate.errors import AnnotateError, RequestError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Know who says what in a pile of articles, and quote it without a mistake.",
)

app.add_typer(
    cli_review.review,
    name="review",
    help="Decide about findings: accept, correct, reject, add, note, undo; what waits, who agrees.",
)
app.add_typer(
    cli_names.names,
    name="names",
    help="See to the names of the corpus: list, merge, split, rename, hide; what may be one.",
)

CodebookOption = Annotated[
    Path | None,
    typer.Option(help="The codebook; without it that of the workspace one stands in, else none."),
]
LayersOption = Annotated[
    str | None,
    typer.Option(help="Layers to show, by commas: entity, number, quote, stance, term, sentence."),
]
PipelineOption = Annotated[
    str | None,
    typer.Option(help="What reads: english, blank (rules alone), or an installed spaCy package."),
]


def main() -> None:
    """Run the command that the arguments name; an AnnotateError is one line and status 1."""
    try:
        _check_arguments(sys.argv[1:])
        app()
    except AnnotateError as error:
        tell(f"annotate: {error}", on=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output has enough of it; the shell expects us to end quietly.
        sys.stderr.close()
        sys.exit(1)


def _check_arguments(arguments: Iterable[str]) -> None:
    """Raises RequestError for an argument with bytes that are no text: nothing is called so."""
    for each in arguments:
        told = each.encode("utf-8", "backslashreplace").decode()
        if told != each:
            raise RequestError(f"{told}: is no UTF-8; type it anew, or rename the file")


@app.command()
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where; made if need be.")
    ] = Path(),
) -> None:
    """Make a new workspace: a commented codebook and one sample article."""
    from annotate import workspace

    for path in workspace.create(folder):
        print(path)
    print("`annotate build` reads corpus/ into corpus.db, `annotate serve` publishes it.")


@app.command()
def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATHS", help="Articles or folders; without them the whole corpus."),
    ] = None,
    codebook: CodebookOption = None,
    database: DatabaseOption = None,
    workers: Annotated[int, typer.Option(help="Processes that read articles.")] = 1,
) -> None:
    """Read, segment, tag and store what is new or has changed."""
    from annotate import progress
    from annotate.build import build as built

    space = _workspace(paths, codebook, database)
    terminal = console()
    with progress.reporting(terminal) as report:
        done = built(space, paths=paths or (), workers=workers, report=report)
    print(progress.summary(done, aside=len(space.aside())))
    for entry in done.unmatched:
        tell(f"{entry}: describes no article of the corpus")
    for told in space.told_aside():
        tell(told)
    for fault in done.faults:
        tell(fault)
    if done.failed:
        raise typer.Exit(1)


@app.command()
def pipe(
    layers: LayersOption = None,
    codebook: CodebookOption = None,
    pipeline: PipelineOption = None,
) -> None:
    """Annotate JSON lines from standard input, a document a line, to JSON lines."""
    from annotate import workspace
    from annotate.pipe import pipe as answers
    from annotate.pipe import shown
    from annotate.pipeline import prepare

    book = workspace.codebook_for(codebook)
    asked = shown(layers)
    prepare(asked)
    gc.freeze()  # what is loaded by now stays: no need to look through it again and again
    gc.set_threshold(_YOUNG)
    name = workspace.pipeline_for(pipeline)
    _stream(answers(_given(), codebook=book, layers=asked, name=name))


def _given() -> Iterable[bytes]:
    """The lines of standard input; of a file several are read at once, since pages are long."""
    raw = getattr(sys.stdin.buffer, "raw", None)
    return io.BufferedReader(raw, _AT_ONCE) if raw else sys.stdin.buffer


_AT_ONCE = 4_000_000
"""Bytes of standard input that are read at once, at most: what waits there, never more."""

_YOUNG = 100_000
"""New records after which Python looks for cycles among them; those of a document form none."""


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The port; 0 for any that is free.")] = 8001,
    host: Annotated[
        str, typer.Option(help="The address to bind to; the default is this machine alone.")
    ] = "127.0.0.1",
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    review: Annotated[
        bool, typer.Option("--review", help="Let people decide about findings in the browser.")
    ] = False,
    coder: Annotated[str | None, typer.Option(help="Who decides there; as for `review`.")] = None,
    warm: Annotated[
        bool, typer.Option("--warm", help="Count first what all pages count, for large corpora.")
    ] = False,
    database: DatabaseOption = None,
) -> None:
    """Publish the built corpus with Datasette, for this machine unless told otherwise."""
    from annotate import workspace
    from annotate.publish.server import reviewing
    from annotate.publish.server import serve as served

    path = database or workspace.find().database
    robots = workspace.config_for(database).robots
    more = reviewing(_workspace(None, None, database), coder) if review else {}
    more |= {"host": host, "port": port, "open_browser": open_, "robots": robots, "warm": warm}
    served(path, announce=_announce, **more)


@app.command()
def publish(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where; an older publication is replaced.")
    ] = Path("public"),
    database: DatabaseOption = None,
) -> None:
    """Make a folder of what may leave the house: licences, choices and names are heeded."""
    from annotate.release import publish as published
    from annotate.release.making import summary

    for line in summary(published(_workspace([], None, database), folder)):
        print(line)


@app.command()
def cite(
    references: Annotated[
        list[str] | None,
        typer.Argument(metavar="REF", help="A span's id, ARTICLE#p12, or a quoted text."),
    ] = None,
    style: Annotated[
        str | None,
        typer.Option(help="apa, chicago-notes, chicago-author-date, mla, or a CSL style's name."),
    ] = None,
    form: Annotated[
        str,
        typer.Option("--format", help="text, markdown, html, csl-json, biblatex or ris."),
    ] = "text",
    batch: Annotated[
        bool, typer.Option("--batch", help="Render JSON lines of citations from standard input.")
    ] = False,
    database: DatabaseOption = None,
) -> None:
    """Quote passages with their citation, paragraph and link."""
    if batch:
        from annotate.cite.batch import render_batch

        _stream(render_batch(sys.stdin.buffer))
        return
    if not references:
        raise typer.BadParameter("give a span's id, ARTICLE#p12 or some words", param_hint="REF")
    from annotate import workspace
    from annotate.cite.formats import write_all
    from annotate.passages import cite_each

    path = database or workspace.find().database
    chosen = style or workspace.style_for(database)
    cited = cite_each(references, path=path, style=chosen)
    if cited.found:
        tell(write_all(cited.found, form))
    for said in (*cited.notes, *cited.faults):
        tell(f"annotate: {said}", on=sys.stderr)
    if cited.faults:
        raise typer.Exit(1)


@app.command()
def show(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's id.")],
    database: DatabaseOption = None,
    layers: LayersOption = None,
) -> None:
    """Show an article in the terminal with its spans marked."""
    from annotate.pipe import shown
    from annotate.show import article as shows
    from annotate.store import queries

    document = queries.document(database_at(database), article)
    for text in shows(document, layers=shown(layers)):
        console().print(text)


@app.command()
def explain(
    span: Annotated[str, typer.Argument(metavar="SPAN", help="A span's id.")],
    database: DatabaseOption = None,
) -> None:
    """Say which rule or model made a span, and on which words."""
    from annotate.show import explanation
    from annotate.store import laid, queries

    conn = database_at(database)
    document_id, found = queries.span(conn, span)
    for line in explanation(queries.document(conn, document_id), found):
        tell(line)
    if standing := laid.standings(conn, document_id).get(found.id):
        print(f"  decided  {standing.decided} by {standing.by}; see `annotate review show {span}`")


for _question in cli_questions.COMMANDS:  # here, since help lists commands as they come
    app.command()(_question)


@app.command()
def score(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD", help="Gold records, or folders of them.")
    ],
    codebook: CodebookOption = None,
    pipeline: PipelineOption = None,
    floors: Annotated[
        Path | None, typer.Option(help="Figures that must be reached, else status 1.")
    ] = None,
    labels: Annotated[bool, typer.Option(help="Also a row for each label.")] = False,
) -> None:
    """Compare annotations with gold records: precision, recall and F1 by layer and label."""
    from annotate import workspace
    from annotate.gold import against_gold
    from annotate.score import below, table, total
    from annotate.score import floors as stated

    book, name = workspace.codebook_for(codebook), workspace.pipeline_for(pipeline)
    found = against_gold(gold, codebook=book, name=name)
    console().print(table(found, labels=labels))
    if floors and (short := below(total(found.values()), stated(floors))):
        raise AnnotateError("; ".join(short))


def _stream(records: Iterable[dict[str, Any]]) -> None:
    """Print records as they come; status 1 if one of them is an error."""
    from annotate.jsonlines import written

    failed = False
    for record in records:
        failed = failed or "error" in record
        print(written(record), flush=True)
    if failed:
        raise typer.Exit(1)


def _announce(address: str) -> None:
    print(f"{address} shows the corpus; Ctrl-C ends it.", flush=True)


def _workspace(paths: list[Path] | None, codebook: Path | None, database: Path | None) -> Any:
    """The workspace one stands in; with paths, any folder will do."""
    from dataclasses import replace

    from annotate import workspace

    space = workspace.find_or_here() if paths else workspace.find()
    return replace(space, codebook_file=codebook, database_file=database)


if __name__ == "__main__":
    main()
