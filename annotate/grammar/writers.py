"""Whose voice a passage is: the author's, a commenter's, an editor's."""

import re
from typing import Literal

from annotate.language import Parsed, Passage
from annotate.model import AUTHOR, Entity, Mention

_SIGNED = re.compile(r"[–—-]\s*([^–—.!?\n]{2,60}?)\s*$")
_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")


def writer(
    parsed: Parsed, passage: Passage, entities: tuple[Entity, ...]
) -> Mention | Literal["author"]:
    """Who writes a passage: the author, unless it is a comment or a note."""
    if passage.segment.kind == "comment":
        return _commenter(parsed, passage)
    if passage.segment.kind == "note":
        return _editor(parsed, passage, entities)
    return AUTHOR


def _commenter(parsed: Parsed, passage: Passage) -> Mention:
    """A commenter by name, where their name line has it; the nameless by the date."""
    segment = passage.segment
    if segment.author is None:
        return Mention(canonical=f"commenter {segment.date}" if segment.date else "commenter")
    above = [p.segment for p in parsed.passages if p.segment.end <= segment.start]
    meta = above[-1] if above and above[-1].kind == "comment_meta" else None
    at = parsed.text.find(segment.author, meta.start, meta.end) if meta else -1
    if at < 0:
        return Mention(canonical=segment.author)
    return Mention(canonical=segment.author, start=at, end=at + len(segment.author))


def _editor(
    parsed: Parsed, passage: Passage, entities: tuple[Entity, ...]
) -> Mention | Literal["author"]:
    """Who signed a note, else the publisher; the author where neither is known."""
    segment = passage.segment
    signed = _SIGNED.search(passage.copy)
    if signed:
        start, end = passage.stretch(*signed.span(1))
        named = [e for e in entities if start <= e.start and e.end <= end]
        name = named[0].canonical if named else parsed.text[start:end]
        first, last = (named[0].start, named[0].end) if named else (start, end)
        return Mention(canonical=name, start=first, end=last)
    if parsed.meta.publisher and segment.kind == "note":
        return Mention(canonical=_BRACKET.sub("", parsed.meta.publisher))
    return AUTHOR
