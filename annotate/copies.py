"""Segments without markup and line wraps, each character with the way back to where it stood.

A rule wants words, not markup and line wraps: so each segment is read as a copy in which marks are
left out and white space is folded. The copy is for finding only.
"""

import re
from bisect import bisect_left

from annotate import lexicons
from annotate.model import Document, Pair, Segment


def copy(document: Document, segment: Segment) -> tuple[str, tuple[int, ...]]:
    """A segment's words without marks, notes' too, and wraps, and where each character stood.

    A line's end stays one in a reader's comment, whose writer sets paragraphs so; elsewhere it is
    a soft wrap, or a page break within a paragraph. A word that a line's end cuts is whole again.
    """
    marked = _marked(document.marks, segment) | _broken(document.text, segment)
    marked |= _note_marks(document.text, segment)
    line = "\n" if segment.kind == "comment" else " "
    words: list[str] = []
    origin: list[int] = []
    for start, end in segment.stretches:
        if not marked and _is_even(document.text, start, end):
            words.extend(document.text[start:end])
            origin.extend(range(start, end))
        else:
            _fold(document.text, range(start, end), marked, line, words, origin)
        cut = end - 1 in marked and document.text[end - 1] in "-‐"
        if words and not words[-1].isspace() and end < segment.end and not cut:
            words.append(" ")
            origin.append(end - 1)
    return "".join(words), tuple(origin)


_UNEVEN = re.compile(r"\s\s|[^\S ]")


def _is_even(text: str, start: int, end: int) -> bool:
    """Whether a stretch is its own copy: it opens with a word, single spaces set words apart."""
    return start < end and not text[start].isspace() and not _UNEVEN.search(text, start, end)


def _fold(
    text: str,
    places: range,
    marked: frozenset[int],
    line: str,
    words: list[str],
    origin: list[int],
) -> None:
    """Put the characters at some places behind the words, and where each stood behind the origin.

    line: what a line's end becomes.
    """
    for at in places:
        if at in marked:
            continue
        sign = text[at]
        if not sign.isspace():
            words.append(sign)
            origin.append(at)
        elif words and not words[-1].isspace():
            words.append(line if sign in "\r\n" else " ")
            origin.append(at)
        elif words and sign in "\r\n":
            words[-1] = line


def _marked(marks: tuple[Pair, ...], segment: Segment) -> frozenset[int]:
    """The code points of a segment that are markup."""
    first = bisect_left(marks, (segment.start, 0))
    last = bisect_left(marks, (segment.end, 0))
    return frozenset(at for start, end in marks[first:last] for at in range(start, end))


_BREAK = re.compile(r"(?<![^\W\d_])(?P<head>[^\W\d_]+)(?P<hyphen>[-‐]\s*\n\s*)(?=[a-zß-öø-ÿ])")


def _broken(text: str, segment: Segment) -> frozenset[int]:
    """The hyphens, and what follows them, that a line's end put into a word: "Conven-", "tion".

    A hyphen after what is a word by itself ("well-", "known") is the writer's.
    """
    if segment.kind == "comment":
        return frozenset()
    return frozenset(
        at
        for found in _BREAK.finditer(text, segment.start, segment.end)
        if found["head"].lower() not in lexicons.listed("common_words", "small_words")
        for at in range(*found.span("hyphen"))
    )


_NOTE_MARK = re.compile(r"(?<=\S)\[(?:\^[^\[\]\s]{1,40}|\d{1,3})\](?![(:])")
"""What leads to a note: "for lorries.[^1] About 4,000", "of 2012.[14]"."""


def _note_marks(text: str, segment: Segment) -> frozenset[int]:
    """The marks that lead to notes: they are no words, and no sentence goes on behind them."""
    found = _NOTE_MARK.finditer(text, segment.start, segment.end)
    return frozenset(at for mark in found for at in range(*mark.span()))
