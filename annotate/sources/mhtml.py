"""Web archives of one page (MHTML): the page itself as it was received, its address and its day.

The file is a mail whose parts are the page and what it shows. Mail can nest parts in parts and
lines in lines as it pleases; so parts are cut out at their boundaries, to a bounded depth and
number, and only the one that is the page is unpacked.
"""

import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.utils import parsedate_to_datetime

from annotate.errors import SourceError
from annotate.model import Meta
from annotate.sources import saved
from annotate.sources.encodings import LIMIT
from annotate.sources.parts import PAGE_TYPES, Part

PACKED = 200_000_000
"""The most bytes of a file; nearly all of them are pictures, which stay packed."""

DEPTH = 4
"""How deep parts may lie in parts: a page in its alternatives in a mail has three."""

PARTS = 5_000
"""The most parts of a file. A page shows some hundred pictures and styles."""

HEAD = 65_536
"""The most bytes of a part's head; a line of it is a kilobyte at most by the standard."""

_BLANK = re.compile(rb"\r?\n\r?\n")


def looks_like(data: bytes) -> bool:
    """Whether some bytes open as a web archive of one page does."""
    head = _head(data[:HEAD].lstrip())
    return "mime-version" in head and _type(head) in {*PAGE_TYPES, "multipart/related"}


def page(data: bytes, *, name: str = "") -> Part:
    """The page of a web archive: its bytes, what they are encoded in, its address and day.

    Raises SourceError, which names `name`, if there is none, or beyond the bounds of this module.
    """
    where = name or "the web archive"
    if len(data) > PACKED:
        raise SourceError(
            f"{where}: has {len(data):,} bytes, more than the {PACKED:,} of one web archive; "
            "save the page without its pictures"
        )
    head = _head(data)
    pages = [part for part in _parts(data, where) if _type(_head(part)) in PAGE_TYPES]
    wanted = _address(head, "Snapshot-Content-Location") or _address(head, "Content-Location")
    start = _start(head)
    chosen = next((part for part in pages if start and _id(part) == start), None)
    chosen = chosen or next(
        (part for part in pages if wanted and _address(_head(part), "Content-Location") == wanted),
        pages[0] if pages else None,
    )
    if chosen is None:
        raise SourceError(
            f"{where}: holds no whole web page; is it a web archive (MHTML), or broken off?"
        )
    own = _address(_head(chosen), "Content-Location")
    meta = saved.with_origin(Meta(), wanted or own, _day(head), "web archive file")
    return Part(
        data=_unpacked(chosen, where),
        form="html",
        encoding=_head(chosen).get_content_charset(),
        name=own or wanted or "",
        meta=meta,
    )


def _head(part: bytes) -> Message:
    """The head of a part."""
    end = _BLANK.search(part, 0, HEAD)
    return BytesHeaderParser().parsebytes(part[: end.end() if end else HEAD])


def _type(head: Message) -> str:
    return head.get_content_type().lower()


def _parts(part: bytes, where: str, depth: int = 0) -> Iterator[bytes]:
    """The parts of a part that hold no parts; the part itself if it is none of several."""
    head = _head(part)
    boundary = head.get_boundary()
    if head.get_content_maintype() != "multipart" or not boundary:
        yield part
        return
    if depth >= DEPTH:
        raise SourceError(f"{where}: has parts nested deeper than {DEPTH}; save the page again")
    mark = b"--" + boundary.encode("ascii", "replace")
    pieces = re.split(rb"(?:\A|\r?\n)" + re.escape(mark) + rb"(?=[\r\n \t-])", part, maxsplit=PARTS)
    if len(pieces) > PARTS:
        raise SourceError(f"{where}: has more than {PARTS:,} parts; save the page again")
    whole = [piece for piece in pieces[1:] if not piece.startswith(b"--")]
    if len(whole) == len(pieces) - 1:
        whole = whole[:-1]  # nothing closes the last one: the file is broken off in it
    for piece in whole:
        yield from _parts(piece.lstrip(b" \t").removeprefix(b"\r")[1:], where, depth + 1)


def _unpacked(part: bytes, where: str) -> bytes:
    """The bytes of a page as its server sent them."""
    if len(part) > 4 * LIMIT:
        raise SourceError(
            f"{where}: its page has {len(part):,} bytes packed, too many for one article; split it"
        )
    body = BytesParser().parsebytes(part, headersonly=True).get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _address(head: Message, key: str) -> str | None:
    """An address in a head, whole and without the blanks at which long lines are folded."""
    said = _words(head, key)
    return re.sub(r"\s+", "", said) if said else None


def _words(head: Message, key: str) -> str:
    """A field of a head; mail writes what is not ASCII in a form of its own."""
    try:
        return str(make_header(decode_header(str(head.get(key, "")))))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return ""


def _start(head: Message) -> str:
    """The name of the part that is the page, where the head names it."""
    said = head.get_param("start", "")
    return said if isinstance(said, str) else ""


def _id(part: bytes) -> str:
    return str(_head(part).get("Content-ID", "")).strip()


def _day(head: Message) -> str | None:
    """The day on which the page was saved."""
    try:
        return parsedate_to_datetime(str(head.get("Date", ""))).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
