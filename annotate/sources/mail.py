"""What mails and web archives of one page are made of: heads, parts in parts, packed bytes.

Mail can nest parts in parts and lines in lines as it pleases; so parts are cut out at their
boundaries, to a bounded depth and number, and only the one that is wanted is unpacked.
"""

import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.utils import parsedate_to_datetime

from annotate.errors import SourceError
from annotate.sources.encodings import LIMIT

PACKED = 200_000_000
"""The most bytes of a file; nearly all of them are pictures, which stay packed."""

DEPTH = 4
"""How deep parts may lie in parts: a page in its alternatives in a mail has three."""

PARTS = 5_000
"""The most parts of a file. A page shows some hundred pictures and styles."""

HEAD = 65_536
"""The most bytes of a part's head; a line of it is a kilobyte at most by the standard."""

_BLANK = re.compile(rb"\r?\n\r?\n")


def head(part: bytes) -> Message:
    """The head of a part."""
    end = _BLANK.search(part, 0, HEAD)
    return BytesHeaderParser().parsebytes(part[: end.end() if end else HEAD])


def kind(of: Message) -> str:
    """The media type that a head states, in small letters."""
    return of.get_content_type().lower()


def parts(part: bytes, where: str, depth: int = 0) -> Iterator[bytes]:
    """The parts of a part that hold no parts; the part itself if it is none of several.

    Raises SourceError, which names `where`, beyond the bounds of this module.
    """
    said = head(part)
    boundary = said.get_boundary()
    if said.get_content_maintype() != "multipart" or not boundary:
        yield part
        return
    if depth >= DEPTH:
        raise SourceError(f"{where}: has parts nested deeper than {DEPTH}; save it again")
    mark = b"--" + boundary.encode("ascii", "replace")
    pieces = re.split(rb"(?:\A|\r?\n)" + re.escape(mark) + rb"(?=[\r\n \t-])", part, maxsplit=PARTS)
    if len(pieces) > PARTS:
        raise SourceError(f"{where}: has more than {PARTS:,} parts; save it again")
    whole = [piece for piece in pieces[1:] if not piece.startswith(b"--")]
    if len(whole) == len(pieces) - 1:
        whole = whole[:-1]  # nothing closes the last one: the file is broken off in it
    for piece in whole:
        yield from parts(piece.lstrip(b" \t").removeprefix(b"\r")[1:], where, depth + 1)


def unpacked(part: bytes, where: str) -> bytes:
    """The bytes of a part as they were sent. Raises SourceError if they are too many."""
    if len(part) > 4 * LIMIT:
        raise SourceError(
            f"{where}: holds {len(part):,} bytes packed, too many for one article; split it"
        )
    body = BytesParser().parsebytes(part, headersonly=True).get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def words(of: Message, key: str) -> str:
    """A field of a head; mail writes what is not ASCII in a form of its own."""
    try:
        return str(make_header(decode_header(str(of.get(key, "")))))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return ""


def day(of: Message) -> str | None:
    """The day that a head states."""
    try:
        return parsedate_to_datetime(str(of.get("Date", ""))).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
