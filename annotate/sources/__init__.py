"""Bytes to one text, its blocks and its metadata."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from annotate import forms
from annotate.errors import SourceError
from annotate.forms import FORMS
from annotate.model import Meta, Segment, Source
from annotate.sources import html, markdown, metadata, plain
from annotate.sources.encodings import LIMIT, decoded
from annotate.sources.positions import led_back


def read(
    data: bytes | str,
    *,
    form: str | None = None,
    encoding: str | None = None,
    url: str | None = None,
    name: str = "",
) -> Source:
    """An article as read: its text, blocks, marks and what its form says of it.

    form: "text", "markdown" or "html"; None is told by the name's ending, else by the words.
    encoding: of the bytes, None finds it. url: where it is from; known rather than read.
    Raises SourceError, which names `name`, for what is empty, binary, too long, or not in the
    encoding that is stated.
    """
    chosen = form or forms.of(name)
    if chosen is not None and chosen in MADE and isinstance(data, bytes):
        source = MADE[chosen](data, name=name)
    else:
        source = _read_text(data, chosen, encoding, name)
    return replace(source, meta=_with_url(source.meta, url)) if url else source


def _read_text(data: bytes | str, form: str | None, encoding: str | None, name: str) -> Source:
    """An article that came as text: its bytes decoded, or its characters."""
    text = data if isinstance(data, str) else decoded(data, encoding=encoding, name=name)[0]
    if len(text) > LIMIT:
        raise SourceError(
            f"{name or 'the article'}: has {len(text):,} characters, more than the {LIMIT:,} of one"
            " article; split it"
        )
    chosen = form or sniffed(text)
    return html.read(text, name=name) if chosen == "html" else _READERS[chosen](text)


def metadata_of(source: Source, segments: tuple[Segment, ...]) -> Meta:
    """What the article says of itself, by its form and by its segments."""
    return metadata.of(source, segments)


def sniffed(text: str) -> str:
    """The form of a text by its words: "html", "markdown" or "text"."""
    if html.looks_like(text):
        return "html"
    return "markdown" if markdown.looks_like(text) else "text"


def _text(text: str) -> Source:
    """A plain text that is in truth Markdown is read as Markdown: the text stays the same."""
    return markdown.read(text) if markdown.looks_like(text) else plain.read(text)


def _with_url(meta: Meta, url: str) -> Meta:
    return replace(meta, url=url, origins={**meta.origins, "url": "given"})


_READERS = {"text": _text, "markdown": markdown.read}


class _Maker(Protocol):
    def __call__(self, data: bytes, *, name: str) -> Source: ...


MADE: Mapping[str, _Maker] = {}
"""The readers of forms whose bytes are no text: they make one."""

__all__ = ["FORMS", "LIMIT", "MADE", "decoded", "led_back", "metadata_of", "read", "sniffed"]
