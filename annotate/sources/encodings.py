"""Bytes to characters, with the one encoding that we can be sure of.

A page that is read in the wrong encoding is quoted wrongly for ever, so what cannot be decided is
refused with a sentence instead of being read as something. In order: what the caller says, the
byte order mark, the page's own declaration, UTF-8, and then a guess where it is a sure one.
"""

import codecs
import re

from charset_normalizer import from_bytes

from annotate.errors import SourceError

LIMIT = 20_000_000
"""The most bytes of one article. The longest book in plain text has about five million; what is
longer is an archive or a dump, and spaCy would hold a hundred times its size in memory."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF", "a PDF", "give it the ending .pdf"),
    (b"PK\x03\x04", "a zip archive", "give it the ending .docx, .odt, .epub or .wacz if it is one"),
    (b"\xd0\xcf\x11\xe0", "an older word processor's file", "save it as .docx or .odt"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first, or give it the ending .warc.gz if it is one"),
    (b"{\\rtf", "a rich text file", "save it as plain text"),
    (b"\x89PNG", "a picture", "give its words as plain text"),
    (b"\xff\xd8\xff", "a picture", "give its words as plain text"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?"""
    rb"""encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_WEB_NAMES = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "iso-8859-9": "cp1254",
    "utf8": "utf-8",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
}
"""What a page that declares one encoding is read in: browsers do the same (WHATWG Encoding)."""


def decoded(
    data: bytes, *, encoding: str | None = None, stated: str | None = None, name: str = ""
) -> tuple[str, str]:
    """The characters of an article and the encoding that they came in.

    encoding: what it must be in. stated: what its server or archive said of it, which counts unless
    the bytes tell otherwise.
    Raises SourceError for what is empty, too long, no text, or of an encoding that is stated
    wrongly or cannot be decided.
    """
    where = name or "the article"
    _refuse_what_is_no_text(data, where)
    if encoding:
        return _as_said(data, encoding, where), encoding
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strictly(data, codec, f"{where}: opens as {codec} but is not"), codec
    return _as_stated(data, stated) or _without_mark(data, where)


def _refuse_what_is_no_text(data: bytes, where: str) -> None:
    if not data.strip():
        raise SourceError(f"{where}: is empty; there is nothing to read")
    if len(data) > LIMIT:
        raise SourceError(
            f"{where}: has {len(data):,} bytes, more than the {LIMIT:,} of one article; split it"
        )
    for magic, kind, remedy in _KINDS:
        if data.startswith(magic):
            raise SourceError(f"{where}: is {kind}, not text; {remedy}")
    marked = any(data.startswith(mark) for mark, _ in _MARKS)
    if b"\0" in data and not marked:
        raise SourceError(
            f"{where}: is a binary file (it holds NUL bytes); give text, Markdown or HTML"
        )


def _as_said(data: bytes, encoding: str, where: str) -> str:
    try:
        codec = codecs.lookup(encoding)
    except LookupError:
        raise SourceError(
            f"{where}: there is no encoding {encoding!r}; try utf-8, cp1252, gb18030 or euc-kr"
        ) from None
    if not getattr(codec, "_is_text_encoding", True):
        raise SourceError(f"{where}: {encoding!r} is no encoding of text; try utf-8")
    return _strictly(
        data, codec.name, f"{where}: is not in {encoding}; leave `encoding` out of its sidecar"
    )


def _as_stated(data: bytes, stated: str | None) -> tuple[str, str] | None:
    """The characters in the encoding that a server states; None if it states none that fits.

    Servers state one encoding for all they send; words that happen to be UTF-8 are UTF-8.
    """
    codec = _codec(stated.lower()) if stated else None
    if codec is None or (codec != "utf-8" and not data.isascii() and _is_utf8(data)):
        return None
    try:
        return data.decode(codec), codec
    except (UnicodeError, ValueError):
        return None


def _without_mark(data: bytes, where: str) -> tuple[str, str]:
    declared = declaration(data)
    utf8 = _is_utf8(data)
    if declared and (codec := _codec(declared)):
        suggestion = "utf-8" if utf8 else "another"
        hint = f"try `encoding: {suggestion}` in its sidecar"
        message = f"{where}: declared as {declared} but is not; {hint}"
        if utf8 and codec != "utf-8" and not data.isascii():
            raise SourceError(message)  # that other words happen to be UTF-8 does not happen
        return _strictly(data, codec, message), codec
    if utf8:
        return data.decode(), "utf-8"
    return _guessed(data, where)


def declaration(data: bytes) -> str | None:
    """The encoding that a page says it is in, in its first kilobytes; None where it says none."""
    hit = _DECLARED.search(data[:4096])
    return (hit[1] or hit[2]).decode("ascii", "replace").lower() if hit else None


def _codec(declared: str) -> str | None:
    try:
        codec = codecs.lookup(_WEB_NAMES.get(declared, declared))
    except (LookupError, ValueError):
        return None
    return codec.name if getattr(codec, "_is_text_encoding", True) else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _strictly(data: bytes, codec: str, message: str) -> str:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError):
        raise SourceError(message) from None


def _guessed(data: bytes, where: str) -> tuple[str, str]:
    """A guess that charset-normalizer is sure of: one reading, hardly any noise in it."""
    best = from_bytes(data[:200_000], threshold=0.1).best()
    if best is None or best.chaos > 0.05 or not (best.coherence > 0.3 or best.bom):
        raise SourceError(
            f"{where}: its encoding cannot be told; name it in its sidecar, as `encoding: cp1252`"
        )
    unclear = f"{where}: seems to be {best.encoding} but is not; name its `encoding` in its sidecar"
    return _strictly(data, best.encoding, unclear), best.encoding
