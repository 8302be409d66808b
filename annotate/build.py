"""A workspace to its database: reads what has changed, and says what became of each article.

Each article is saved in a transaction of its own, in order of the files. A build that is killed
therefore leaves a database with the articles before that one; the next build finds them unchanged
and goes on. An article that cannot be read is noted and costs the others nothing; what was read of
it before stays. A database that cannot be written ends the build.
"""

import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from annotate import languages
from annotate.articles import Article
from annotate.errors import RequestError, WorkspaceError
from annotate.forms import COLLECTIONS
from annotate.outcomes import Before, Maker, Outcome, maker_of
from annotate.review import overlay
from annotate.store import database, runs, write
from annotate.workers import outcomes_of
from annotate.workspace import Workspace

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
    maker = maker_of(space)
    articles = space.articles(paths)
    with (
        database.alone(space.database),
        closing(database.open_for_writing(space.database)) as conn,
    ):
        number = runs.begin(conn, maker.recipe, maker.codebook)
        with closing(_events(conn, maker, articles, workers)) as looked_at:
            events = list(_told(looked_at, report))
        if not paths:
            events += _told(_forgotten(conn, articles, events), report)
        summary = _summary(space.database, events, runs.untagged(conn))
        unmatched = _unmatched(conn, maker)
        people = overlay.refresh(conn, space.decisions)
        faults = (*people.faults, *people.strays)
        summary = replace(summary, unmatched=unmatched, faults=faults, lost=people.lost)
        aside = _left_aside(conn, events) if paths else {}
        runs.end(conn, number, _counts(summary), {**aside, **summary.failed})
    return summary


def _told(events: Iterable[Event], report: Callable[[Event], None]) -> Iterator[Event]:
    """The events, each reported as it happens."""
    for event in events:
        report(event)
        yield event


def _unmatched(conn: sqlite3.Connection, maker: Maker) -> tuple[str, ...]:
    """The entries of bibliographies that are of no article."""
    used = runs.origins(conn) if maker.entries else frozenset()
    return tuple(each.origin for each in maker.entries if each.origin not in used)


def _events(
    conn: sqlite3.Connection, maker: Maker, articles: Sequence[Article], workers: int
) -> Generator[Event, None, None]:
    """What became of each article, which is in the database by then."""
    before = runs.fingerprints(conn)
    tasks = [(article, _before(article, before)) for article in articles]
    with closing(outcomes_of(maker, tasks, workers)) as files:
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


def _settle(conn: sqlite3.Connection, outcome: Outcome) -> tuple[What, str | None]:
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
