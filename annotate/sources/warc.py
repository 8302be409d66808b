"""Web archives of many pages (WARC, WACZ): each page as its server sent it, its address and day.

The archive is read twice: once for what there is (`warc_index.py`), once for the pages that count,
so that it is never in memory whole. Its records are walked by `warc_records.py`; what is in one of
them warcio reads.
"""

import hashlib
import io
import re
import unicodedata
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import IO
from urllib.parse import unquote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from annotate.errors import SourceError
from annotate.model import Meta
from annotate.sources import saved, warc_index, warc_records
from annotate.sources.encodings import LIMIT
from annotate.sources.parts import Part
from annotate.sources.warc_index import PAGES, Listed, Page
from annotate.sources.warc_records import Opener, Record

BODY = 2 * LIMIT
"""The most bytes of a response as it was sent."""

_UNREADABLE = frozenset({"br", "zstd"})
"""How servers pack pages that we cannot unpack."""


def pages(
    files: Sequence[Opener], *, listed: Collection[Listed] | None = None, name: str = ""
) -> Iterator[Part]:
    """The pages of some files of records, in order of their place.

    A part's key is made of its address, so that it stays the same whatever else is there; the only
    page of an archive has none. listed: the pages that count; None for all.
    Raises SourceError, which names `name`, if there is no page, if the archive is beyond the bounds
    of this module, and, behind the whole pages, if it breaks off.
    """
    where = name or "the web archive"
    index = warc_index.read(files, where)
    chosen = warc_index.chosen(index, listed)
    if len(chosen) > PAGES:
        raise SourceError(
            f"{where}: holds {len(chosen):,} pages, more than the {PAGES:,} of one archive; "
            "split it"
        )
    for page, record in _read(files, chosen, where):
        yield _part(page, record, alone=len(chosen) == 1)
    if index.broken:
        raise SourceError(
            f"{where}: breaks off or is damaged in its record {index.broken.n + 1:,}; "
            f"{_counted(len(chosen))} read before it; fetch it again"
        )
    if not chosen:
        raise SourceError(f"{where}: holds no web page that was received whole (status 200, HTML)")


def _counted(count: int) -> str:
    return "one whole page was" if count == 1 else f"{count:,} whole pages were"


def _read(
    files: Sequence[Opener], chosen: Sequence[Page], where: str
) -> Iterator[tuple[Page, Record]]:
    """The pages with their records, read a second time."""
    by_place = {page.place: page for page in chosen}

    def wanted(at: int, n: int, _: Mapping[str, str], length: int) -> int:
        return length if (at, n) in by_place and length <= BODY + warc_records.HEAD else 0

    for place, record in warc_records.each(files, where, wanted) if by_place else ():
        if record is not None and place in by_place:
            yield by_place[place], record


def _part(page: Page, record: Record, *, alone: bool) -> Part:
    meta = saved.with_origin(Meta(), page.url, page.date[:10] or None, "WARC record")
    head = warc_index.http_head(record.body)
    data, fault = _payload(record, str(head.get("Content-Encoding", "")).strip().lower())
    return Part(
        data=data,
        form="html",
        encoding=head.get_content_charset(),
        key="" if alone else key(page.url),
        name=page.url,
        meta=meta,
        fault=fault,
    )


def _payload(record: Record, packing: str) -> tuple[bytes, str | None]:
    """A page as its server sent it, chunks joined and unpacked; or why there is none."""
    if record.length > BODY + warc_records.HEAD:
        return b"", f"has {record.length:,} bytes, too many for one article"
    if packing in _UNREADABLE:
        return b"", f"is packed as {packing!r}, which we do not read; crawl it without"
    if not re.search(rb"\r?\n\r?\n", record.body[: warc_records.HEAD]):
        return b"", "is a response without an end of its head; crawl it again"
    whole = io.BytesIO(record.head + record.body + b"\r\n\r\n")
    try:
        data = b"".join(_pieces(whole))
    except (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError):
        return b"", "is damaged; crawl it again"
    if len(data) > LIMIT:
        return b"", f"unpacks to more than the {LIMIT:,} bytes of one article"
    return data, None


def _pieces(whole: IO[bytes]) -> Iterator[bytes]:
    """The content of a record, piece by piece, up to the first piece beyond the bound."""
    size = 0
    for record in ArchiveIterator(whole):
        stream = record.content_stream()
        while size <= LIMIT and (piece := stream.read(1 << 16)):
            size += len(piece)
            yield piece
        return


_WORDS = 40
"""Signs of an address in the name of an article: what a reader knows it by."""


def key(url: str) -> str:
    """A short name for a page that is the same wherever it is archived: its words and a digest."""
    try:
        parts = urlsplit(url)
        place = parts.path.rstrip("/").rpartition("/")[2] or (parts.hostname or "")
    except ValueError:
        place = ""
    said = unicodedata.normalize("NFC", unquote(re.sub(r"\.(?:x?html?|php|aspx?)$", "", place)))
    words = re.sub(r"[\W_]+", "-", said.lower()).strip("-")[:_WORDS].strip("-")
    digest = hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{words}-{digest}" if words else digest
