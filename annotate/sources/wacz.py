"""Web archives in a zip archive (WACZ): its files of records, and which of their pages count."""

import io
import json
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import IO, Any

from annotate.errors import SourceError
from annotate.sources import warc, zips
from annotate.sources.encodings import LIMIT
from annotate.sources.parts import Part
from annotate.sources.warc_index import PAGES, Listed

FILES = 1_000
"""The most files of records in an archive."""


def pages(file: IO[bytes], *, name: str = "") -> Iterator[Part]:
    """The pages of a WACZ file: those that its lists name, or all where it lists none.

    Raises SourceError, which names `name`, for what is no such file, damaged, or out of bounds.
    """
    where = name or "the web archive"
    with zips.opened(file, where) as archive:
        records = [
            member
            for member in archive.infolist()
            if member.filename.startswith("archive/")
            and member.filename.lower().endswith((".warc", ".warc.gz"))
        ]
        if not records:
            raise SourceError(f"{where}: holds no archive/*.warc.gz; is it a WACZ file?")
        if len(records) > FILES:
            raise SourceError(f"{where}: holds {len(records):,} files of records; split it")
        openers = [partial(_opened, archive, member, where) for member in records]
        yield from warc.pages(openers, listed=_listed(archive, where), name=where)


def _opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> IO[bytes]:
    try:
        return archive.open(member)
    except zips.DAMAGE:
        raise SourceError(f"{where}: is damaged; fetch or save it again") from None


def _listed(archive: zipfile.ZipFile, where: str) -> list[Listed] | None:
    """The pages that the archive lists; None where it has no list."""
    lists = {
        member.filename: member
        for member in archive.infolist()
        if member.filename.startswith("pages/") and member.filename.endswith(".jsonl")
    }
    said = zips.unpacked(archive, lists, most=LIMIT, name=where)
    found = [page for data in said.values() for page in _lines(data)]
    return found[: 2 * PAGES] or None


def _lines(data: bytes) -> Iterator[Listed]:
    for line in io.BytesIO(data):
        try:
            page: Any = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            yield Listed(page["url"], str(page.get("ts") or ""))
