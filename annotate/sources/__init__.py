"""Bytes to one text, its blocks and its metadata."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import islice
from typing import IO, Protocol

from annotate import forms
from annotate.errors import SourceError
from annotate.forms import FORMS
from annotate.model import Meta, Segment, Source
from annotate.sources import (
    html,
    letter,
    markdown,
    metadata,
    mhtml,
    office,
    pdf,
    plain,
    properties,
    saved,
    wacz,
    warc,
)
from annotate.sources.encodings import LIMIT, decoded
from annotate.sources.parts import Part


def read(
    data: bytes | str,
    *,
    form: str | None = None,
    encoding: str | None = None,
    url: str | None = None,
    name: str = "",
) -> Source:
    """An article as read: its text, blocks, marks and what its form says of it.

    form: one of `annotate.forms`; None is told by the name's ending, else by the words.
    encoding: of the bytes, None finds it. url: where it is from; known rather than read.
    Raises SourceError, which names `name`, for what is empty, binary, too long, or not in the
    encoding that is stated, and for an archive of several articles.
    """
    chosen = form or forms.of(name)
    if isinstance(data, str) and chosen not in {"mail", "mhtml"}:
        source = _of_text(data, chosen, name)
    else:
        given = data.encode() if isinstance(data, str) else data
        source = _of_part(_only(given, chosen, name), encoding, name)
    if url is None:
        return source
    return replace(source, meta=saved.with_origin(source.meta, url, None, "given"))


def parts(file: IO[bytes], *, form: str | None, name: str = "") -> Iterator[Part]:
    """The articles that a file holds, each as received: one, or the pages of a web archive.

    Raises SourceError, which names `name`, for a file that is not of its form or beyond the bounds
    of its reader; behind the whole pages where a web archive breaks off.
    """
    where = name or "the file"
    if not file.read(1):
        raise SourceError(f"{where}: is empty; there is nothing to read")
    file.seek(0)
    if form == "wacz":
        yield from wacz.pages(file, name=where)
    elif form == "warc":
        yield from warc.pages([partial(_from_start, file)], name=where)
    else:
        data = file.read(FILE + 1)
        if len(data) > FILE:
            raise SourceError(f"{where}: has more than the {FILE:,} bytes of one file; split it")
        yield letter.of(data, name=where) if form == "mail" else _whole(data, form, where)


def _whole(data: bytes, form: str | None, where: str) -> Part:
    """The article of a file that holds one; what is called a page may be an archive or a PDF."""
    page = form in {"html", None}
    if page and pdf.looks_like(data):
        return Part(data=data, form="pdf")
    if form != "mhtml" and not (page and mhtml.looks_like(data)):
        return Part(data=data, form=form or "")
    if html.looks_like(data[:20_000].decode("utf-8", "replace")):
        return Part(data=data, form="html")
    return mhtml.page(data, name=where)


FILE = 250_000_000
"""The most bytes that are read of a file at once; its reader may take fewer."""


def _from_start(file: IO[bytes]) -> IO[bytes]:
    file.seek(0)
    return file


def characters(
    part: Part, *, encoding: str | None = None, name: str = ""
) -> tuple[bytes | str, str | None]:
    """What a part's reader takes: its characters and the encoding they came in, or its bytes.

    encoding: what it must be in. The text of a form that is none is made by its reader. Raises
    SourceError for a part that cannot be read.
    """
    if part.fault:
        raise SourceError(f"{name or part.name}: {part.fault}")
    if part.form in MADE:
        return part.data, None
    return decoded(part.data, encoding=encoding, stated=part.encoding, name=name)


def _only(data: bytes, form: str | None, name: str) -> Part:
    """The only article of some bytes. Raises SourceError if they hold several."""
    found = list(islice(parts(BytesIO(data), form=form, name=name or "the article"), 2))
    if len(found) > 1:
        raise SourceError(
            f"{name or 'the archive'}: holds several pages; `annotate build` reads each of them"
        )
    return found[0]


def _of_part(part: Part, encoding: str | None, name: str) -> Source:
    given, _ = characters(part, encoding=encoding, name=name)
    if isinstance(given, bytes):
        return MADE[part.form](given, name=name)
    source = _of_text(given, part.form or None, name)
    told = {key: getattr(part.meta, key) for key in part.meta.origins}
    origins = {**source.meta.origins, **part.meta.origins}
    return replace(source, meta=replace(source.meta, **told, origins=origins))


def _of_text(text: str, form: str | None, name: str) -> Source:
    """An article that came as text."""
    if len(text) > LIMIT:
        raise SourceError(
            f"{name or 'the article'}: has {len(text):,} characters, more than the {LIMIT:,} of one"
            " article; split it"
        )
    chosen = form or sniffed(text)
    if chosen not in _READERS:
        return _of_page(text, name)
    return _READERS[chosen](text)


def _of_page(text: str, name: str) -> Source:
    """A web page, with what it says of its being saved."""
    source = html.read(text, name=name)
    return replace(source, meta=saved.told(text, source.meta))


def metadata_of(source: Source, segments: tuple[Segment, ...]) -> Meta:
    """What the article says of itself, by its form and by its segments; then what its file says."""
    strong, weak = properties.weak(source.meta)
    meta = metadata.of(replace(source, meta=strong), segments)
    values = {key: getattr(weak, key) for key in weak.origins if not getattr(meta, key)}
    origins = {**meta.origins, **{key: weak.origins[key] for key in values}}
    return replace(meta, **values, origins=origins) if values else meta


def sniffed(text: str) -> str:
    """The form of a text by its words: "html", "markdown" or "text"."""
    if html.looks_like(text):
        return "html"
    return "markdown" if markdown.looks_like(text) else "text"


def _text(text: str) -> Source:
    """A plain text that is in truth Markdown is read as Markdown: the text stays the same."""
    return markdown.read(text) if markdown.looks_like(text) else plain.read(text)


_READERS = {"letter": letter.read, "markdown": markdown.read, "text": _text}


def tool(form: str) -> str:
    """What makes the text of a form besides this package and its libraries, with its version."""
    return office.tool() if form in office.NAMES else ""


class _Maker(Protocol):
    def __call__(self, data: bytes, *, name: str) -> Source: ...


MADE: Mapping[str, _Maker] = {
    "pdf": pdf.read,
    **{form: partial(office.read, form=form) for form in office.NAMES},
}
"""The readers of forms whose bytes are no text: they make one."""

__all__ = [
    "FORMS",
    "LIMIT",
    "MADE",
    "Part",
    "characters",
    "decoded",
    "metadata_of",
    "parts",
    "read",
    "sniffed",
    "tool",
]
