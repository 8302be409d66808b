"""Workers: the outcomes of many files, in this process or in several.

A worker leaves interrupts to its parent and ends with it. The outcomes come in the order of the
files, so that a build saves them as if it had read them itself.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache, partial

from annotate import outcomes
from annotate.articles import Article
from annotate.errors import StoreError
from annotate.outcomes import Before, Maker, Outcome
from annotate.workspace import Workspace

Task = tuple[Article, Before]
"""A file and the fingerprints of its documents in the database."""


def outcomes_of(
    maker: Maker, tasks: Sequence[Task], workers: int
) -> Generator[Iterable[Outcome], None, None]:
    """What became of the articles of each file."""
    if workers == 1 or len(tasks) < 2:
        for article, before in tasks:
            yield outcomes.of_file(maker, article, before)
    else:
        yield from _in_parallel(maker.space, tasks, workers)


def _in_parallel(
    space: Workspace, tasks: Sequence[Task], workers: int
) -> Iterator[Iterable[Outcome]]:
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


def _look_elsewhere(space: Workspace, task: Task) -> list[Outcome]:
    """What the articles of a file are now, as another process tells it."""
    return [_portable(outcome) for outcome in outcomes.of_file(_maker_here(space), *task)]


def _portable(outcome: Outcome) -> Outcome:
    """The same, without read-only views of dicts: these do not travel between processes."""
    if outcome.document is None:
        return outcome
    meta = outcome.document.meta
    plain = replace(meta, origins=dict(meta.origins))
    return replace(outcome, document=replace(outcome.document, meta=plain))


_maker_here = cache(outcomes.maker_of)


def _end_with_the_parent() -> None:
    """Leave interrupts to the parent, and end if it is killed: it cannot say so any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_the_parent, daemon=True).start()


def _wait_for_the_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
