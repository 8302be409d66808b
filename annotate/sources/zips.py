"""Zip archives from strangers: what is in them, within bounds of members and unpacked bytes.

A small archive can unpack to any size, declare another size than it has, hold millions of members
or name places outside itself. So its table of contents is read up to a bound, members are only read
in memory and never by their path, and not one byte behind a bound is unpacked.
"""

import zipfile
import zlib
from collections.abc import Mapping
from typing import IO, Any

from annotate.errors import SourceError

TABLE = 4_000_000
"""The most bytes of an archive's table of contents: about 40,000 members."""

MEMBERS = 20_000
"""The most members of an archive. A book with a picture a page has about a thousand."""

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""How members of office files are packed. Other methods ask for memory as the archive pleases."""

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    UnicodeError,
    ValueError,
)
"""What Python's zip reader raises for what is no archive, or a broken one."""


class _Wary:
    """An archive's file that hands out no table of contents beyond the bound."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def read(self, size: int = -1) -> bytes:
        if size > TABLE:
            raise zipfile.BadZipFile
        return self.file.read(size)

    def __getattr__(self, name: str) -> Any:  # whatever else a file does
        return getattr(self.file, name)


def opened(file: IO[bytes], name: str) -> zipfile.ZipFile:
    """An archive whose table of contents is read and within bounds.

    Raises SourceError, which names `name`, if it is none, is broken off, encrypted, has more than
    MEMBERS members, or members packed otherwise than word processors and crawlers pack them.
    """
    try:
        archive = zipfile.ZipFile(_Wary(file))
    except DAMAGE:
        raise SourceError(
            f"{name}: is no whole zip archive (broken off, or with too many members); "
            "fetch or save it again"
        ) from None
    members = archive.infolist()
    if len(members) > MEMBERS:
        raise SourceError(
            f"{name}: has {len(members):,} members, more than the {MEMBERS:,} of an archive; "
            "take out what is no text"
        )
    for member in members:
        if member.flag_bits & 1:
            raise SourceError(f"{name}: is encrypted; save it without a password")
        if member.compress_type not in _METHODS:
            raise SourceError(f"{name}: is packed in an uncommon way; save or zip it again")
    return archive


def unpacked(
    archive: zipfile.ZipFile, wanted: Mapping[str, zipfile.ZipInfo], *, most: int, name: str
) -> dict[str, bytes]:
    """The bytes of some members by name, all of them together `most` bytes at most.

    Raises SourceError if they are more, declared or in truth, or if one of them is broken.
    """
    declared = sum(member.file_size for member in wanted.values())
    if declared > most:
        raise SourceError(
            f"{name}: its text unpacks to {declared:,} bytes, more than the {most:,} of one "
            "article; split it"
        )
    try:
        # A member is never read beyond the size that it declares, so the sum above holds.
        return {path: archive.read(member) for path, member in wanted.items()}
    except DAMAGE:
        raise SourceError(f"{name}: is damaged; fetch or save it again") from None
