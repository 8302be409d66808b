"""The records of web archives (WARC), one after the other, within bounds.

We walk from record to record ourselves, because nothing in the format keeps a record's head or the
archive's size within bounds; what is in one record warcio reads (`warc.py`).
"""

import gzip
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import IO, NamedTuple

from annotate.errors import SourceError

UNPACKED = 4_000_000_000
"""The most bytes of an archive, unpacked. Crawlers begin a new file at one billion."""

RECORDS = 200_000
"""The most records of an archive: of a billion bytes, one for every 5,000."""

HEAD = 65_536
"""The most bytes of the head of a record, or of the response in it."""

_DAMAGE = (OSError, EOFError, zlib.error, zipfile.BadZipFile)


class _BrokenError(Exception):
    """An archive ends, or makes no more sense, in the middle of a record."""


Opener = Callable[[], IO[bytes]]
"""What opens one file of records, from its start."""


class Place(NamedTuple):
    """Which record: the file's number and its own number in it."""

    file: int
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record: its number, its head as it stands there and by fields, and its first bytes."""

    n: int
    head: bytes
    fields: Mapping[str, str]
    length: int
    body: bytes


class _Stream:
    """The bytes of a file of records, unpacked and counted."""

    def __init__(self, file: IO[bytes], where: str, spent: int) -> None:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        self.file = gzip.GzipFile(fileobj=file) if packed else file
        self.where = where
        self.spent = spent

    def _count(self, data: bytes) -> bytes:
        self.spent += len(data)
        if self.spent > UNPACKED:
            raise SourceError(
                f"{self.where}: unpacks to more than {UNPACKED:,} bytes, the most of one archive; "
                "split it"
            )
        return data

    def line(self) -> bytes:
        """The next line. Raises _BrokenError if it is none within bounds."""
        line = self._count(self.file.readline(HEAD))
        if line and not line.endswith(b"\n"):
            raise _BrokenError
        return line

    def read(self, size: int) -> bytes:
        """So many bytes. Raises _BrokenError if there are fewer."""
        data = self._count(self.file.read(size))
        if len(data) < size:
            raise _BrokenError
        return data

    def skip(self, size: int) -> None:
        """Go on so many bytes."""
        while size > 0:
            size -= len(self.read(min(size, 1 << 20)))


def _records(
    stream: _Stream, wanted: Callable[[int, Mapping[str, str], int], int]
) -> Iterator[Record]:
    """The records of a file, each with as many bytes of its body as are wanted.

    Raises _BrokenError where the file ends in a record, or something else than a record begins.
    """
    n = 0
    while opening := stream.line():
        if not opening.strip():
            continue
        if not opening.startswith(b"WARC/") or n >= RECORDS:
            raise _BrokenError
        head = opening + _head(stream)
        fields = _fields(head)
        size = fields.get("content-length", "")
        if not re.fullmatch(r"\d{1,15}", size):
            raise _BrokenError
        length = int(size)
        body = stream.read(min(length, wanted(n, fields, length)))
        stream.skip(length - len(body))
        yield Record(n=n, head=head, fields=fields, length=length, body=body)
        n += 1


def _head(stream: _Stream) -> bytes:
    """The lines of a head up to and with the blank one."""
    head = b""
    while len(head) < HEAD:
        line = stream.line()
        head += line
        if not line.strip(b"\r\n"):
            return head
    raise _BrokenError


def _fields(head: bytes) -> dict[str, str]:
    """The fields of a head by their names in lower case."""
    fields: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").splitlines()[1:]:
        key, colon, value = line.partition(":")
        if colon:
            fields.setdefault(key.strip().lower(), value.strip())
    return fields


def each(
    files: Sequence[Opener], where: str, wanted: Callable[[int, int, Mapping[str, str], int], int]
) -> Iterator[tuple[Place, Record | None]]:
    """The records of all files with their places; None for the record in which one breaks off."""
    spent = 0
    for at, opener in enumerate(files):
        n = -1
        try:
            stream = _Stream(opener(), where, spent)
            for record in _records(stream, partial(wanted, at)):
                n = record.n
                yield Place(at, n), record
            spent = stream.spent
        except (*_DAMAGE, _BrokenError):
            yield Place(at, n + 1), None
