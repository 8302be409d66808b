"""Bytes to one text, its blocks and its metadata."""

import re

from annotate.model import Block, Meta, Segment, Source


def read(
    data: bytes | str,
    *,
    form: str | None = None,
    encoding: str | None = None,
    url: str | None = None,
    name: str = "",
) -> Source:
    text = data if isinstance(data, str) else data.decode(encoding or "utf-8")
    blocks = tuple(
        Block(start=m.start(), end=m.end()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
    )
    return Source(text=text, blocks=blocks, form=form or "text")


def metadata_of(source: Source, segments: tuple[Segment, ...]) -> Meta:
    return source.meta
