"""Bytes to characters, with the one encoding that we can be sure of.

A page that is read in the wrong encoding is quoted wrongly for ever, so what cannot be decided is
refused with a sentence instead of being read as something. In order: what the caller says, the
byte order mark, words that can be nothing but UTF-8, the page's own declaration, UTF-8, and then a
guess where it is a sure one.
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
    codec = _codec(declared) if declared else None
    text = _as_utf8(data)
    if text is not None and (codec in {None, "utf-8"} or data.isascii()):
        return text, codec or "utf-8"
    if codec is None:
        return _guessed(data, where)
    if text is not None and (_one_byte(codec) or len(_UNASCII.findall(text)) >= _SURE):
        return text, "utf-8"
    suggestion = "utf-8" if text is not None else _likely(data)
    hint = f"try `encoding: {suggestion}` in its sidecar"
    message = f"{where}: declared as {declared} but is not; {hint}"
    if text is not None:
        raise SourceError(message)
    return _strictly(data, codec, message), codec


_UNASCII = re.compile(r"[^\x00-\x7f]")
_SURE = 20
"""Characters beyond ASCII in words that can be read as UTF-8, from which they are UTF-8 although a
page declares an encoding of several bytes a character; two or three happen to be both."""

_STRAY = 10
"""How many times as many characters beyond ASCII as bytes that are no UTF-8 make a page UTF-8 into
which others' words were pasted; each such byte then reads as U+FFFD, as in a browser."""


def _as_utf8(data: bytes) -> str | None:
    """The characters, where they are UTF-8 but for stray bytes and a last one that was cut off."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if error.reason == _CUT_OFF:
            return data[: error.start].decode()
    text = data.decode(errors="replace")
    stray = text.count("\ufffd")
    return text if len(_UNASCII.findall(text)) > (_STRAY + 1) * stray else None


_CUT_OFF = "unexpected end of data"


def _one_byte(codec: str) -> bool:
    """Whether each byte is a character, so that words which read as UTF-8 would make no sense."""
    return all(len(pair.decode(codec, "replace")) == len(pair) for pair in _PAIRS)


_PAIRS = b"\xb0\xa1", b"\x88\x9f"
"""What is one character in Chinese, Korean and Japanese encodings, the second in Shift JIS."""


def _likely(data: bytes) -> str:
    """The encoding to try first."""
    best = from_bytes(data[:_GUESSED_BY]).best()
    return best.encoding if best is not None and best.encoding != "utf_8" else "cp1252"


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


_GUESSED_BY = 200_000
"""Bytes that a guess looks at."""


def _guessed(data: bytes, where: str) -> tuple[str, str]:
    """A guess that charset-normalizer is sure of: one reading, hardly any noise in it."""
    best = from_bytes(data[:_GUESSED_BY], threshold=0.1).best()
    if best is None or best.chaos > 0.05 or not (best.coherence > 0.3 or best.bom):
        raise SourceError(
            f"{where}: its encoding cannot be told; name it in its sidecar, as `encoding: cp1252`"
        )
    unclear = f"{where}: seems to be {best.encoding} but is not; name its `encoding` in its sidecar"
    return _strictly(data, best.encoding, unclear), best.encoding
