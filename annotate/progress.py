"""A build as a terminal shows it: a bar that moves, or plain lines where nobody watches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from annotate.build import Event, Summary


@contextmanager
def reporting(console: Console) -> Iterator[Callable[[Event], None]]:
    """What to tell of each article while a build runs."""
    if not console.is_terminal:
        yield lambda event: print(plain(event), flush=True)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as progress:
        task = progress.add_task("reading", total=None)

        def report(event: Event) -> None:
            progress.update(
                task, completed=event.done, total=event.total, description=event.article[:40]
            )
            if event.what == "failed":
                progress.console.print(plain(event), style="red", markup=False, highlight=False)

        yield report


def plain(event: Event) -> str:
    """What became of an article, in a line."""
    why = f": {event.message}" if event.message else ""
    return f"[{event.done}/{event.total}] {event.what:<9} {event.article}{why}"


def summary(done: Summary, aside: int) -> str:
    """What a build did, in a line. aside: files of the corpus that are no articles."""
    counts = {
        "read": len(done.read),
        "unchanged": len(done.kept),
        "forgotten": len(done.forgotten),
        "failed": len(done.failed),
        "left aside": aside,
        "not tagged (in another language than English)": len(done.untagged),
        f"decision{'' if done.lost == 1 else 's'} lost (the words are gone)": done.lost,
    }
    told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return f"{done.database.name}: {told or 'there are no articles'}"
