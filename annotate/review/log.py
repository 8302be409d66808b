"""The log of decisions: a folder of JSON lines, a file a coder, that only ever grows.

A file of one coder is written by several programs at times (a browser's server, a terminal), so a
writer locks it, mends a last line that was cut short, and writes whole lines at once. A line that
cannot be read costs that line: it stays where it is, and is told with its file and number.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotate import jsonlines
from annotate.errors import AnnotateError, DecisionError
from annotate.review.decisions import Entry, entry_of, entry_record

ENDING = ".jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """All decisions in the order in which they were made; faults: a sentence for each bad line."""

    entries: tuple[Entry, ...] = ()
    faults: tuple[str, ...] = ()


def read(folder: Path) -> Log:
    """What the files of a folder say; nothing if there is no folder.

    Raises DecisionError if a file cannot be read at all.
    """
    if folder.exists() and not folder.is_dir():
        raise DecisionError(f"{folder.name}: is no folder; move it away, or give back the folder")
    entries: list[Entry] = []
    faults: list[str] = []
    seen: set[str] = set()
    for path in sorted(folder.glob(f"*{ENDING}")):
        for where, line in _lines(path):
            try:
                entry = _entry(line, seen)
            except AnnotateError as error:
                faults.append(f"{where}: {error}; this line is left aside")
            else:
                seen.add(entry.id)
                entries.append(entry)
    ordered = sorted(entries, key=lambda entry: (entry.at, entry.coder))
    return Log(entries=tuple(ordered), faults=tuple(faults))


def append(folder: Path, entries: Sequence[Entry]) -> Path:
    """The file of the coder of some decisions, which now ends with them.

    Raises DecisionError if it cannot be written; then none of them is in it.
    """
    (coder,) = {entry.coder for entry in entries}
    path = folder / f"{coder}{ENDING}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _append(path, "".join(f"{jsonlines.written(entry_record(each))}\n" for each in entries))
    except OSError as error:
        raise DecisionError(
            f"{_shown(path)}: cannot be written ({error.strerror}); nothing was decided"
        ) from error
    return path


def _append(path: Path, lines: str) -> None:
    with path.open("ab+") as file, _locked(file.fileno()):
        end = file.seek(0, os.SEEK_END)
        file.seek(max(0, end - 1))
        torn = file.read(1) not in (b"", b"\n")
        try:
            file.write(b"\n" * torn + lines.encode())
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            os.truncate(file.fileno(), end)
            raise


def _lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """The lines that are not blank, each with where it stands."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise DecisionError(f"{_shown(path)}: cannot be read ({error.strerror})") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield f"{_shown(path)}, line {number}", line


def _shown(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _entry(line: bytes, seen: Iterable[str]) -> Entry:
    entry = entry_of(jsonlines.parsed(line))
    if entry.id in seen:
        raise DecisionError(f"{entry.id!r} was decided already")
    return entry


if sys.platform == "win32":
    import msvcrt

    _BEYOND = 1 << 40  # a lock on Windows keeps others from reading: far behind the last byte

    @contextmanager
    def _locked(file: int) -> Iterator[None]:
        """An open file that nobody else writes to meanwhile."""
        os.lseek(file, _BEYOND, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            os.lseek(file, _BEYOND, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    @contextmanager
    def _locked(file: int) -> Iterator[None]:
        """An open file that nobody else writes to meanwhile."""
        fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)
