"""Whether a file tells a protected name, in any form that we know and however it is packed.

A database is asked twice. As a database: every value of every table and every word of the index,
also unescaped and unpacked. As bytes: the whole file in the encodings and escapes of text, in which
a name of one word counts only where no longer word that may leave holds it. The pages beside it are
asked for their words, with their tags and without, and for their names.
"""

import base64
import bz2
import io
import json
import lzma
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from html import escape
from pathlib import Path
from urllib.parse import quote

from annotate.release.names import Names, flat, readings
from annotate.store import database, release

DEPTH = 4
"""How often something packed is unpacked from something packed."""

UNPACKED = 50_000_000
"""Bytes that one packed value is unpacked to at most; what is larger counts as a leak."""

Unpack = Callable[[bytes], bytes]


def leaks(path: Path, names: Names) -> list[str]:
    """Where a database tells a protected name, each place once: "versions.text tells 'verrin'"."""
    if not names.names:
        return []
    with closing(database.open_for_reading(path)) as conn:
        conn.execute("PRAGMA query_only = OFF")  # for a table of ours in memory
        found = [*_in_values(conn, names)]
        longer = _longer_words(conn, names)
    return list(dict.fromkeys([*found, *in_bytes(path.read_bytes(), names, besides=longer)]))


def in_files(folder: Path, names: Names, *, besides: str) -> Iterator[str]:
    """Where the files of a folder tell a protected name. besides: a file asked in another way."""
    if not names.names:
        return
    spelled = {words for name in names.names for words in (name.name, *_spelled(name.forms))}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        place = path.relative_to(folder).as_posix()
        if place == besides:
            continue
        data = path.read_bytes()
        text = data.decode("utf-8", "ignore")
        for words in (place, text, _TAG.sub("", text)):
            if names.stand_in(words):
                yield f"{place} tells {_told(names, words)!r}"
                break
        for words in spelled:
            if len(words) > _SHORT:
                yield from (f"{place}: {each}" for each in _encoded(data, words))


_TAG = re.compile(r"<[^<>]*>")


def in_bytes(data: bytes, names: Names, *, besides: Iterable[str] = ()) -> Iterator[str]:
    """Where bytes tell a name in any encoding. besides: forms that stand in harmless words."""
    plain = flat(data.decode("utf-8", "ignore")).replace(" ", "")
    harmless = set(besides)
    for name in names.names:
        for form in name.forms:
            if form not in harmless and len(form) > _SHORT and form.replace(" ", "") in plain:
                yield f"the file's bytes tell {form!r}"
        for words in (name.name, *_spelled(name.forms)):
            if len(words) > _SHORT and flat(words).strip() not in harmless:
                yield from _encoded(data, words)


_SHORT = 3
"""Letters that stand anywhere in a file by chance."""


def _spelled(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield from (form, form.title(), form.upper())


def _encoded(data: bytes, words: str) -> Iterator[str]:
    ways = {
        "in UTF-16": [words.encode("utf-16-le"), words.encode("utf-16-be")],
        "escaped": [
            json.dumps(words)[1:-1].encode(),
            escape(words).encode(),
            "".join(f"&#{ord(sign)};" for sign in words).encode(),
            "".join(f"&#x{ord(sign):x};" for sign in words).encode(),
            quote(words).encode(),
        ],
        "in base64": [*_base64(words.encode())],
    }
    for way, forms in ways.items():
        if any(len(form) > _SHORT and form in data for form in forms):
            yield f"the file's bytes tell {words!r} {way}"


def _base64(words: bytes) -> Iterator[bytes]:
    """What of some bytes is told by base64 that packs them wherever they stand in a text."""
    for before in range(3):
        packed = base64.b64encode(b"\0" * before + words)
        first, last = (0, 2, 3)[before], len(packed) - (0, 4, 4)[(before + len(words)) % 3]
        if last - first > 2 * _SHORT:
            yield packed[first:last]


def _in_values(conn: sqlite3.Connection, names: Names) -> Iterator[str]:
    for place, value in release.values(conn):
        for text in _texts(value):
            if names.stand_in(text):
                yield f"{place} tells {_told(names, text)!r}"
                break


def _told(names: Names, text: str) -> str:
    words = {form for name in names.names for form in name.forms}
    return next(
        (form for form in sorted(words, key=len, reverse=True) if form in " ".join(readings(text))),
        "a name",
    )


def _texts(value: str | bytes) -> Iterator[str]:
    """What a value says: itself, or what its bytes say in either encoding, packed or not."""
    if isinstance(value, str):
        yield value
        return
    for data in _unpacked(value, DEPTH):
        yield data.decode("utf-8", "ignore")
        if b"\0" in data:
            yield data.decode("utf-16-le", "ignore")
            yield data.decode("utf-16-be", "ignore")


def _unpacked(data: bytes, depth: int) -> Iterator[bytes]:
    yield data
    if depth:
        for unpack in (_gzip, _zlib, bz2.decompress, lzma.decompress):
            with suppress(OSError, EOFError, ValueError, zlib.error, lzma.LZMAError):
                yield from _unpacked(unpack(data)[:UNPACKED], depth - 1)
        yield from _members(data, depth)


def _members(data: bytes, depth: int) -> Iterator[bytes]:
    if data[:2] != b"PK":
        return
    broken = (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error)
    with suppress(*broken), zipfile.ZipFile(io.BytesIO(data)) as held:
        for member in held.infolist():
            yield member.filename.encode()
            with held.open(member) as opened:
                yield from _unpacked(opened.read(UNPACKED), depth - 1)


def _gzip(data: bytes) -> bytes:
    return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, UNPACKED)


def _zlib(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data, UNPACKED)


def _longer_words(conn: sqlite3.Connection, names: Names) -> set[str]:
    """The forms that stand within longer words of what leaves, such as `hill` in `uphill`."""
    waiting = {form for name in names.names for form in name.forms if " " not in form}
    found: set[str] = set()
    for _, value in release.values(conn):
        plain = flat(value).replace(" ", "") if isinstance(value, str) else ""
        hit = {form for form in waiting if form in plain}
        found |= hit
        waiting -= hit
        if not waiting:
            break
    return found
