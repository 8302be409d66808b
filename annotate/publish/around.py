"""A finding in its paragraph, as a reader sees it: without markup, its own words marked."""

import re
from typing import NamedTuple

from annotate.model import Document, Span
from annotate.offsets import inside
from annotate.publish.finding import pieces
from annotate.store.surroundings import Around

MOST = 600
"""Characters before the finding, and behind it, that are shown where one is decided about."""

_LINE_END = re.compile(r"(?<![\r\n])[\r\n](?![\r\n])")
"""A line's end within a paragraph, most often where it was full: one sign, so that places stay."""


class Passage(NamedTuple):
    """Words in pieces, each with whether it is of the finding, and their language."""

    pieces: tuple[tuple[str, bool], ...]
    language: str | None


def seen(around: Around) -> Passage:
    """What a reader sees of a finding and of what stands around it."""
    text = _LINE_END.sub(" ", around.before + around.words + around.after)
    start = len(around.before)
    marked = (start, start + len(around.words))
    return Passage(tuple(pieces(text, [marked], around.hidden)), around.language)


def of(document: Document, span: Span) -> Passage:
    """The same of a finding of a document that is at hand."""
    holder = next((s for s in document.segments if s.start <= span.start < s.end), None)
    first = max(holder.start if holder else 0, span.start - MOST)
    last = min(max(holder.end, span.end) if holder else len(document.text), span.end + MOST)
    return seen(
        Around(
            before=document.text[first : span.start],
            words=span.text,
            after=document.text[span.end : last],
            hidden=tuple(inside(document.marks, first, last)),
            language=document.meta.language,
        )
    )
