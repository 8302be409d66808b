"""A workspace to its database: reads what has changed, and says what became of each article.

Each article is saved in a transaction of its own, in order of the files. A build that is killed
therefore leaves a database with the articles before that one; the next build finds them unchanged
and goes on. An article that cannot be read is noted and costs the others nothing; what was read of
it before stays. A database that cannot be written ends the build.
"""

import multiprocessing
import os
import signal
import sqlite3
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Literal

from annotate import bibliographies, languages, pipeline, sources, workspace
from annotate.bibliographies import Entry
from annotate.codebook import Codebook
from annotate.errors import AnnotateError, RequestError, SourceError, StoreError, WorkspaceError
from annotate.forms import COLLECTIONS
from annotate.model import Document
from annotate.recipe import fingerprint, recipe
from annotate.review import overlay
from annotate.store import database, runs, write
from annotate.store.runs import Recipe
from annotate.workspace import Article, Workspace

Before = Mapping[str, str]
"""The fingerprints of documents in the database, by their ids."""

What = Literal["read", "kept", "failed", "forgotten"]
"""What may become of an article."""


PLAIN = frozenset({None, "utf-8", "utf-8-sig", "ascii"})
"""Encodings that go without saying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What became of one article, told once that is in the database.

    path: of its file, below the workspace, with its address where the file is an archive of pages;
    "" if it was forgotten. message: why it failed, or the encoding that it was read in if that is
    none of `PLAIN`. done, total: how many files have been looked at, and how many there are.
    """

    what: What
    article: str
    path: str
    done: int
    total: int
    message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a build did: the ids of articles; of those that failed, the messages by path.

    untagged: those in the database whose language the layers do not know. unmatched: the entries
    of bibliographies that describe no article there. faults: why which lines of people's decisions
    were left aside. lost: how many decisions are about words that are no longer there.
    """

    database: Path
    read: tuple[str, ...]
    kept: tuple[str, ...]
    forgotten: tuple[str, ...]
    failed: Mapping[str, str]
    untagged: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    lost: int = 0


def build(
    space: Workspace,
    *,
    paths: Sequence[Path] = (),
    workers: int = 1,
    report: Callable[[Event], None] = lambda _: None,
) -> Summary:
    """What it took to bring the workspace's database up to date.

    paths: the articles to look at; without them all, and documents whose article is gone are
    forgotten. workers: processes, each with a language pipeline of its own. report: is told of
    each article in turn.
    Raises StoreError if the database cannot be written or another build is at work, WorkspaceError
    if there is no corpus, CodebookError if the codebook is not of its form.
    """
    if workers < 1:
        raise RequestError(f"{workers} workers can read nothing; take 1 or more")
    if not paths and not space.corpus.is_dir():
        raise WorkspaceError(f"{space.corpus}: no such folder; `annotate init` makes a workspace")
    maker = _maker(space)
    articles = space.articles(paths)
    events: list[Event] = []
    with (
        database.alone(space.database),
        closing(database.open_for_writing(space.database)) as conn,
    ):
        number = runs.begin(conn, maker.recipe, maker.codebook)
        with closing(_events(conn, maker, articles, workers)) as looked_at:
            for event in looked_at:
                events.append(event)
                report(event)
        if not paths:
            for event in _forgotten(conn, articles, events):
                events.append(event)
                report(event)
        summary = _summary(space.database, events, runs.untagged(conn))
        used = runs.origins(conn) if maker.entries else frozenset()
        unmatched = tuple(each.origin for each in maker.entries if each.origin not in used)
        people = overlay.refresh(conn, space.decisions)
        summary = replace(summary, unmatched=unmatched, faults=people.faults, lost=people.lost)
        aside = _left_aside(conn, events) if paths else {}
        runs.end(conn, number, _counts(summary), {**aside, **summary.failed})
    return summary


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    """All that it takes to make a document of an article."""

    space: Workspace
    codebook: Codebook
    recipe: Recipe
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """An article with its document; or why there is none; or neither, if nothing has changed."""

    article: str
    path: str
    document: Document | None = None
    received: write.Received | None = None
    message: str | None = None


def _maker(space: Workspace) -> _Maker:
    codebook = space.codebook()
    files = space.bibliographies()
    return _Maker(
        space=space,
        codebook=codebook,
        recipe=recipe(codebook, space.config.pipeline),
        entries=tuple(
            each for file in files for each in bibliographies.read(file, shown=_below(space, file))
        ),
    )


def _looks(maker: _Maker, article: Article, before: Before) -> Iterator[_Outcome]:
    """What the articles of a file are now, one after the other.

    before: the fingerprints of those in the database. What is wrong with the file is told last,
    under the file's own name.
    """
    whole = _Outcome(article=article.id, path=_below(maker.space, article.path))
    if article.rival is not None:
        yield replace(whole, message=_contested(article, whole.path, maker.space))
        return
    parts = _parts(article, whole.path)
    while True:
        try:
            part = next(parts, None)
        except AnnotateError as error:
            yield replace(whole, message=str(error))
            return
        if part is None:
            return
        yield _look(maker, workspace.part(article, part.key), part, before)


def _contested(article: Article, shown: str, space: Workspace) -> str:
    other = _below(space, article.rival) if article.rival else ""
    return f"{shown} and {other} would both be the article {article.id!r}; rename one"


def _parts(article: Article, shown: str) -> Iterator[sources.Part]:
    """The articles of a file. Raises SourceError if it cannot be read, or not to its end."""
    try:
        with article.path.open("rb") as file:
            yield from sources.parts(file, form=article.form, name=shown)
    except OSError as error:
        raise SourceError(
            f"{shown}: cannot be read ({error.strerror}); see whether it is there and may be read"
        ) from error


def _look(maker: _Maker, article: Article, part: sources.Part, before: Before) -> _Outcome:
    """What one article of a file is now."""
    path = _below(maker.space, article.path)
    shown = f"{path} ({part.name})" if part.key else path
    outcome = _Outcome(article=article.id, path=shown)
    try:
        sidecar, named = workspace.known(article), workspace.encoding(article)
        known = pipeline.merged(sidecar, part.meta)
        made_by = (repr(maker.recipe), sources.tool(part.form))
        entries = _candidates(maker, article, part)
        now = fingerprint(part.data, shown, repr(known), repr(named), *made_by, *map(repr, entries))
        if now == before.get(article.id):
            return outcome
        given, encoding = sources.characters(part, encoding=named, name=shown)
        document = pipeline.read(given, id=article.id, form=part.form, known=known, name=shown)
        entry = bibliographies.described(entries, article.path, document.meta, shown=shown)
        if entry is not None:
            meta = bibliographies.laid_over(entry, sidecar, document.meta)
            document = replace(document, meta=meta)
        tagged = _tagged(maker, document)
    except RequestError:
        raise  # what the workspace asks for is wrong for every article
    except AnnotateError as error:
        return replace(outcome, message=str(error))
    received = write.Received(
        data=part.data, encoding=encoding, path=path, part=part.name or None, fingerprint=now
    )
    return replace(outcome, document=tagged, received=received)


def _candidates(maker: _Maker, article: Article, part: sources.Part) -> list[Entry]:
    """The entries of the bibliographies that may describe an article."""
    if not maker.entries:
        return []
    return bibliographies.candidates(maker.entries, article.path, part.form, part.data)


def _tagged(maker: _Maker, document: Document) -> Document:
    return pipeline.tag(
        document,
        codebook=maker.codebook,
        layers=pipeline.SHOWN,
        pipeline=maker.space.config.pipeline,
        proposals=True,
    )


def _below(space: Workspace, path: Path) -> str:
    """A path as it is shown and stored: below the workspace where it lies there."""
    path, root = path.absolute(), space.root.absolute()
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _events(
    conn: sqlite3.Connection, maker: _Maker, articles: Sequence[Article], workers: int
) -> Generator[Event, None, None]:
    """What became of each article, which is in the database by then."""
    before = runs.fingerprints(conn)
    tasks = [(article, _before(article, before)) for article in articles]
    with closing(_outcomes(maker, tasks, workers)) as files:
        for done, outcomes in enumerate(files, start=1):
            for outcome in outcomes:
                what, message = _settle(conn, outcome)
                yield Event(
                    what=what,
                    article=outcome.article,
                    path=outcome.path,
                    done=done,
                    total=len(articles),
                    message=message,
                )


def _before(article: Article, before: Before) -> Before:
    """The fingerprints of what a file held when it was read last."""
    if article.form in COLLECTIONS:
        return {name: each for name, each in before.items() if article.holds(name)}
    return {article.id: before[article.id]} if article.id in before else {}


def _settle(conn: sqlite3.Connection, outcome: _Outcome) -> tuple[What, str | None]:
    if outcome.message is not None:
        return "failed", outcome.message
    if outcome.document is None:
        return "kept", None
    try:
        write.save(conn, outcome.document, outcome.received)
    except write.UnsavableError as error:
        return "failed", str(error)
    encoding = outcome.received.encoding if outcome.received else None
    untagged = outcome.document.untagged
    told = [None if encoding in PLAIN else f"in {encoding}"]
    told += [languages.not_tagged(untagged) if untagged else None]
    return "read", "; ".join(each for each in told if each) or None


def _forgotten(
    conn: sqlite3.Connection, articles: Sequence[Article], events: Sequence[Event]
) -> Iterator[Event]:
    """The documents whose article is gone, taken out of the database.

    What a web archive held stays while that cannot be read.
    """
    failed = {event.article for event in events if event.what == "failed"}
    held = [each for each in articles if each.form in COLLECTIONS and each.id in failed]
    gone = set(runs.fingerprints(conn)) - {event.article for event in events}
    for name in sorted(name for name in gone if not any(each.holds(name) for each in held)):
        write.forget(conn, name)
        total = len(articles)
        yield Event(what="forgotten", article=name, path="", done=total, total=total)


def _summary(path: Path, events: Sequence[Event], untagged: Sequence[str]) -> Summary:
    def ids(what: What) -> tuple[str, ...]:
        return tuple(event.article for event in events if event.what == what)

    return Summary(
        database=path,
        read=ids("read"),
        kept=ids("kept"),
        forgotten=ids("forgotten"),
        failed={event.path: event.message or "" for event in events if event.what == "failed"},
        untagged=tuple(untagged),
    )


def _counts(summary: Summary) -> runs.Counts:
    return runs.Counts(read=len(summary.read), kept=len(summary.kept), failed=len(summary.failed))


def _left_aside(conn: sqlite3.Connection, events: Sequence[Event]) -> dict[str, str]:
    """Failures of articles that a build of some articles did not look at."""
    seen = {event.path for event in events}
    return {path: why for path, why in runs.failures(conn).items() if path not in seen}


Task = tuple[Article, Before]
"""A file and the fingerprints of its documents in the database."""


def _outcomes(
    maker: _Maker, tasks: Sequence[Task], workers: int
) -> Generator[Iterable[_Outcome], None, None]:
    """What became of the articles of each file."""
    if workers == 1 or len(tasks) < 2:
        for article, before in tasks:
            yield _looks(maker, article, before)
    else:
        yield from _in_parallel(maker.space, tasks, workers)


def _in_parallel(
    space: Workspace, tasks: Sequence[Task], workers: int
) -> Iterator[Iterable[_Outcome]]:
    """The same outcomes in the same order, from several processes."""
    pool = ProcessPoolExecutor(
        min(workers, len(tasks)),
        mp_context=multiprocessing.get_context("spawn"),  # a fork would copy spaCy's threads' locks
        initializer=_end_with_the_parent,
    )
    try:
        yield from pool.map(partial(_look_elsewhere, space), tasks)
    except BrokenProcessPool:
        raise StoreError(
            "a worker process died, perhaps for want of memory; build again with fewer workers, "
            "what was saved before is kept"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _look_elsewhere(space: Workspace, task: Task) -> list[_Outcome]:
    """What the articles of a file are now, as another process tells it."""
    return [_portable(outcome) for outcome in _looks(_maker_here(space), *task)]


def _portable(outcome: _Outcome) -> _Outcome:
    """The same, without read-only views of dicts: these do not travel between processes."""
    if outcome.document is None:
        return outcome
    meta = outcome.document.meta
    plain = replace(meta, origins=dict(meta.origins))
    return replace(outcome, document=replace(outcome.document, meta=plain))


_maker_here = cache(_maker)


def _end_with_the_parent() -> None:
    """Leave interrupts to the parent, and end if it is killed: it cannot say so any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_the_parent, daemon=True).start()


def _wait_for_the_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
