"""Web archives of many pages (WARC, WACZ): each page as its server sent it, its address and day.

The archive is read twice: once for what there is, once for the pages that count, so that it is
never in memory whole. We walk from record to record ourselves, because nothing in the format keeps
a record's head or the archive's size within bounds; what is in one record warcio reads.

A page counts if its record is a response with status 200 that is HTML, the last one of its address;
what a browser says it fetched for a frame or a script does not. Where the archive lists its pages
(WACZ), those count that it lists.
"""

import gzip
import hashlib
import io
import re
import unicodedata
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesHeaderParser
from functools import partial
from typing import IO, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from annotate.errors import SourceError
from annotate.model import Meta
from annotate.sources import saved
from annotate.sources.encodings import LIMIT
from annotate.sources.parts import Part

UNPACKED = 4_000_000_000
"""The most bytes of an archive, unpacked. Crawlers begin a new file at one billion."""

RECORDS = 200_000
"""The most records of an archive: of a billion bytes, one for every 5,000."""

PAGES = 5_000
"""The most pages of an archive; each becomes an article."""

HEAD = 65_536
"""The most bytes of the head of a record, or of the response in it."""

BODY = 2 * LIMIT
"""The most bytes of a response as it was sent."""

_UNREADABLE = frozenset({"br", "zstd"})
"""How servers pack pages that we cannot unpack."""

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_DAMAGE = (OSError, EOFError, zlib.error)


class BrokenError(Exception):
    """An archive ends, or makes no more sense, in the middle of a record."""


Opener = Callable[[], IO[bytes]]
"""What opens one file of records, from its start."""


class _Place(NamedTuple):
    """Which record: the file's number and its own number in it."""

    file: int
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A response that is a page. date: when it was received, ISO 8601 in UTC."""

    place: _Place
    id: str
    url: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """A record: its number, its head as it stands there and by fields, and its first bytes."""

    n: int
    head: bytes
    fields: Mapping[str, str]
    length: int
    body: bytes


@dataclass(slots=True)
class _Index:
    """What there is in some files of records. broken: in which file and record it breaks off."""

    pages: list[_Page] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    framed: set[str] = field(default_factory=set)
    broken: _Place | None = None


class Listed(NamedTuple):
    """A page that an archive lists: its address, and when it was received, "" if not told."""

    url: str
    date: str


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
    index = _index(files, where)
    chosen = _chosen(index, listed)
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


# records


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
        """The next line. Raises BrokenError if it is none within bounds."""
        line = self._count(self.file.readline(HEAD))
        if line and not line.endswith(b"\n"):
            raise BrokenError
        return line

    def read(self, size: int) -> bytes:
        """So many bytes. Raises BrokenError if there are fewer."""
        data = self._count(self.file.read(size))
        if len(data) < size:
            raise BrokenError
        return data

    def skip(self, size: int) -> None:
        """Go on so many bytes."""
        while size > 0:
            size -= len(self.read(min(size, 1 << 20)))


def _records(
    stream: _Stream, wanted: Callable[[int, Mapping[str, str], int], int]
) -> Iterator[_Record]:
    """The records of a file, each with as many bytes of its body as are wanted.

    Raises BrokenError where the file ends in a record, or something else than a record begins.
    """
    n = 0
    while opening := stream.line():
        if not opening.strip():
            continue
        if not opening.startswith(b"WARC/") or n >= RECORDS:
            raise BrokenError
        head = opening + _head(stream)
        fields = _fields(head)
        size = fields.get("content-length", "")
        if not re.fullmatch(r"\d{1,15}", size):
            raise BrokenError
        length = int(size)
        body = stream.read(min(length, wanted(n, fields, length)))
        stream.skip(length - len(body))
        yield _Record(n=n, head=head, fields=fields, length=length, body=body)
        n += 1


def _head(stream: _Stream) -> bytes:
    """The lines of a head up to and with the blank one."""
    head = b""
    while len(head) < HEAD:
        line = stream.line()
        head += line
        if not line.strip(b"\r\n"):
            return head
    raise BrokenError


def _fields(head: bytes) -> dict[str, str]:
    """The fields of a head by their names in lower case."""
    fields: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").splitlines()[1:]:
        key, colon, value = line.partition(":")
        if colon:
            fields.setdefault(key.strip().lower(), value.strip())
    return fields


def _each(
    files: Sequence[Opener], where: str, wanted: Callable[[int, int, Mapping[str, str], int], int]
) -> Iterator[tuple[_Place, _Record | None]]:
    """The records of all files with their places; None for the record in which one breaks off."""
    spent = 0
    for at, opener in enumerate(files):
        n = -1
        try:
            stream = _Stream(opener(), where, spent)
            for record in _records(stream, partial(wanted, at)):
                n = record.n
                yield _Place(at, n), record
            spent = stream.spent
        except (*_DAMAGE, BrokenError):
            yield _Place(at, n + 1), None


# the index


def _index(files: Sequence[Opener], where: str) -> _Index:
    """What there is: pages, where others have moved to, and what was fetched for frames."""
    index = _Index()
    for place, record in _each(files, where, _glance):
        if record is None:
            if place.n == 0 and len(files) == 1:
                raise SourceError(f"{where}: is no web archive (WARC), or is damaged at its start")
            index.broken = index.broken or place
        elif len(index.pages) + len(index.moved) + len(index.framed) > 10 * PAGES:
            raise SourceError(f"{where}: holds too many pages for one archive; split it")
        else:
            _note(index, place, record)
    return index


def _glance(_: int, __: int, fields: Mapping[str, str], ___: int) -> int:
    """How much of a record the index asks for: the head of a response or a request."""
    return HEAD if fields.get("warc-type") in {"response", "request"} else 0


def _note(index: _Index, place: _Place, record: _Record) -> None:
    fields = record.fields
    if fields.get("warc-type") == "request":
        fetched_for = _http(record.body).get("Sec-Fetch-Dest", "document")
        if fetched_for != "document":
            index.framed.add(fields.get("warc-concurrent-to", ""))
        return
    url = urldefrag(fields.get("warc-target-uri", "").strip("<>"))[0]
    status = re.match(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b", record.body)
    if fields.get("warc-type") != "response" or status is None or len(url) > 4_000:
        return
    head = _http(record.body)
    if status[1] == b"200" and head.get_content_type() in _PAGE_TYPES:
        index.pages.append(
            _Page(
                place=place,
                id=fields.get("warc-record-id", ""),
                url=url,
                date=fields.get("warc-date", ""),
            )
        )
    elif status[1].startswith(b"3") and (target := str(head.get("Location", ""))):
        index.moved[url] = _joined(url, target)


def _joined(url: str, target: str) -> str:
    try:
        return urldefrag(urljoin(url, target))[0][:4_000]
    except ValueError:
        return ""


def _http(body: bytes) -> Message:
    """The fields of the head of a request or a response."""
    head = re.split(rb"\r?\n\r?\n", body, maxsplit=1)[0]
    return BytesHeaderParser().parsebytes(head.partition(b"\n")[2] + b"\n\n")


def _chosen(index: _Index, listed: Collection[Listed] | None) -> list[_Page]:
    """The pages that count, in order of their place."""
    whole = [page for page in index.pages if page.id not in index.framed or not page.id]
    if listed is None:
        last = {page.url: page for page in sorted(whole, key=lambda page: page.date)}
        return sorted(last.values(), key=lambda page: page.place)
    by_url: dict[str, list[_Page]] = {}
    for page in index.pages:
        by_url.setdefault(page.url, []).append(page)
    found: dict[str, _Page] = {}
    for url, date in sorted(listed):
        if captures := by_url.get(_arrived(url, by_url, index.moved), []):
            page = min(captures, key=lambda page: (page.date[:19] != date[:19], _late(page.date)))
            found[page.url] = page
    return sorted(found.values(), key=lambda page: page.place)


def _late(date: str) -> list[int]:
    """A key by which the last date comes first."""
    return [-ord(sign) for sign in date]


def _arrived(url: str, there: Collection[str], moved: Mapping[str, str]) -> str:
    """Where an address leads to, by way of five others at most."""
    at = urldefrag(url)[0]
    for _ in range(5):
        if at in there or at not in moved:
            break
        at = moved[at]
    return at


# the pages


def _read(
    files: Sequence[Opener], chosen: Sequence[_Page], where: str
) -> Iterator[tuple[_Page, _Record]]:
    """The pages with their records, read a second time."""
    by_place = {page.place: page for page in chosen}

    def wanted(at: int, n: int, _: Mapping[str, str], length: int) -> int:
        return length if (at, n) in by_place and length <= BODY + HEAD else 0

    for place, record in _each(files, where, wanted) if by_place else ():
        if record is not None and place in by_place:
            yield by_place[place], record


def _part(page: _Page, record: _Record, *, alone: bool) -> Part:
    meta = saved.with_origin(Meta(), page.url, page.date[:10] or None, "WARC record")
    head = _http(record.body)
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


def _payload(record: _Record, packing: str) -> tuple[bytes, str | None]:
    """A page as its server sent it, chunks joined and unpacked; or why there is none."""
    if record.length > BODY + HEAD:
        return b"", f"has {record.length:,} bytes, too many for one article"
    if packing in _UNREADABLE:
        return b"", f"is packed as {packing!r}, which we do not read; crawl it without"
    if not re.search(rb"\r?\n\r?\n", record.body[:HEAD]):
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
