"""The text as a reader sees it: marks of markup gone, white space as the page means it.

The text itself never moves; what is shown is told per code point, so that marks can start and end
anywhere. A page shows these words with `white-space: pre-line`: a line break here is one there.
"""

import re
from collections.abc import Iterable

from annotate.model import Document, Pair

LINED = frozenset({"byline", "comment_meta", "notice"})
"""Kinds whose lines are lines everywhere."""

WRAPPED = frozenset({"markdown", "pdf", "text"})
"""Forms in which a line ends where it is full, so that a line end in a paragraph is a space."""

_GAP = re.compile(r"[ \t]*(?:\r\n|[\n\r\f\v\u2028\u2029])\s*")
_BULLET = re.compile(r"[-*+–•‣▪][ \t]")
_HYPHENS = ("-", "\u2010", "\u00ad")


def as_shown(document: Document) -> list[str]:
    """For each code point of the text what a reader sees of it, often itself, "" for nothing."""
    text = document.text
    signs = list(text)
    lined = _lined(document)
    for gap in _GAP.finditer(text):
        breaks = len(re.findall(r"\r\n|[^\S \t]", gap[0]))
        is_line = document.form not in WRAPPED or lined[gap.start()] or _is_hard(document, gap)
        _replace(signs, gap.span(), "\n\n" if breaks > 1 else "\n" if is_line else " ")
    for mark in document.marks:
        _replace(signs, mark, instead(text, mark))
    for segment in document.segments:
        if segment.kind == "list_item" and _BULLET.match(text, segment.start):
            signs[segment.start] = "•"
    return signs


def _is_hard(document: Document, gap: re.Match[str]) -> bool:
    """Whether a line's end is meant, as Markdown has it: behind two spaces or a backslash."""
    meant = gap[0].startswith("  ") or document.text[: gap.start()].endswith("\\")
    return document.form == "markdown" and meant


def seen(text: str, hidden: Iterable[Pair]) -> str:
    """What a reader sees of a text. hidden: what not, in order."""
    shown, at = "", 0
    for start, end in hidden:
        shown += text[at:start] + instead(text, (start, end))
        at = end
    return shown + text[at:]


def instead(text: str, mark: Pair) -> str:
    """What stands for a mark: nothing, or the space that it holds, unless it breaks a word."""
    start, end = mark
    words = text[start:end]
    breaks_word = text[start - 1 : start].startswith(_HYPHENS) or words.startswith(_HYPHENS)
    return " " if any(sign.isspace() for sign in words) and not breaks_word else ""


def _replace(signs: list[str], stretch: Pair, by: str) -> None:
    start, end = stretch
    if start < end:
        signs[start:end] = [by, *[""] * (end - start - 1)]


def _lined(document: Document) -> bytearray:
    """Which code points stand in a segment whose lines are lines."""
    lined = bytearray(len(document.text) + 1)
    for segment in document.segments:
        if segment.kind in LINED:
            lined[segment.start : segment.end] = b"\1" * (segment.end - segment.start)
    return lined
