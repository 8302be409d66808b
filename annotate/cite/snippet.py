"""A passage ready to be quoted: its words, its citation, its place, who said it, and a link.

Who reads the citation shall know whose words these are: a speaker whom the article quotes is
named before the article, a reader's comment is never its author's, and a paragraph is counted
as a reader would count it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotate import leaves
from annotate.cite.csl import Item, item
from annotate.cite.page import Block, blocks
from annotate.cite.quotation import holder, quotation
from annotate.cite.render import Cite, Citeproc, Formatted, Rendered, render
from annotate.cite.styles import style as style_of
from annotate.cite.text_fragment import deep_link
from annotate.model import AUTHOR, COMMENTS, Document, Pair, Quote, Segment

REPORTED = {"direct": "quoted in", "mixed": "quoted in", "indirect": "paraphrased in"}
"""How a speaker's words came into the article; an indirect quotation's words are the article's."""

WITHIN = {"caption": "caption in", "note": "note in"}
"""Kinds of segments that are often not by the work's author, and how they are cited."""

_AROUND = ' \n“”"‘’«».,;:!?'
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A passage and all that goes with it.

    quotation: its words, to stand between “ and ”. paragraphs: their numbers, "12" or "12-13".
    speaker: who said it, if the article quotes somebody. prefix: what stands before the work in
    its citation ("Anja Kolde, quoted in"). in_notes: whether the citation is a footnote.
    pages: of a printed work, "12" or "12-13"; then they are its place in the citation.
    entry: the work in a bibliography. link: to the passage on its page. item: the work as CSL.
    """

    document_id: str
    start: int
    end: int
    quotation: str
    style: str
    citation: Formatted
    entry: Formatted
    item: Item
    in_notes: bool = False
    paragraphs: str | None = None
    pages: str | None = None
    speaker: str | None = None
    prefix: str = ""
    link: str | None = None


def snippet(
    document: Document, start: int, end: int, *, style: str = "apa", pieces: Sequence[Pair] = ()
) -> Snippet:
    """The snippet of a passage in a style.

    pieces: the stretches of it that are quoted, if not all of it.

    Raises RequestError if there is nothing to quote, or no such style.
    """
    return in_styles(document, start, end, [style], pieces=pieces)[style]


def in_styles(
    document: Document,
    start: int,
    end: int,
    styles: Sequence[str],
    *,
    pieces: Sequence[Pair] = (),
) -> dict[str, Snippet]:
    """The snippets of a passage, one for each style, in one run of the citation processor."""
    draft = _draft(document, start, end, pieces)
    rendered = render([draft.item], [[draft.cite]], styles)
    return {named: _finished(draft, named, made, 0) for named, made in rendered.items()}


def of_document(
    citeproc: Citeproc, document: Document, places: Sequence[Sequence[Pair]], *, style: str = "apa"
) -> list[Snippet]:
    """The snippets of several passages of a document, in one request to a running processor.

    places: of each passage its one stretch, or the pieces of it that are quoted.
    A style of notes would see them as notes that follow each other, with "ibid." for the later.
    Raises RequestError if there is nothing to quote at a place.
    """
    if not places:
        return []
    page = blocks(document)
    drafts = [
        _draft(document, p[0][0], p[-1][1], p if len(p) > 1 else (), page=page) for p in places
    ]
    made = citeproc.render([drafts[0].item], [[draft.cite] for draft in drafts], style)
    return [_finished(draft, style, made, n) for n, draft in enumerate(drafts)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A snippet before a style has rendered it."""

    document_id: str
    start: int
    end: int
    quotation: str
    item: Item
    cite: Cite
    paragraphs: str | None
    pages: str | None
    speaker: str | None
    prefix: str
    link: str | None


def _draft(
    document: Document,
    start: int,
    end: int,
    pieces: Sequence[Pair],
    *,
    page: Sequence[Block] | None = None,
) -> _Draft:
    work = item(document)
    numbers = paragraphs(document, start, end)
    said_by = _speech(document, pieces or [(start, end)])
    words = quotation(document, start, end, pieces=pieces, one_voice=said_by is not None)
    prefix = _prefix(document, start, end, said_by)
    cite = {"id": work["id"], "prefix": prefix}
    printed = leaves.named(document.pages, pieces or [(start, end)])
    if printed or numbers:
        label = "page" if printed else "paragraph"
        cite |= {"label": label, "locator": str(printed or numbers)}
    return _Draft(
        document_id=document.id,
        start=start,
        end=end,
        quotation=words,
        item=work,
        cite=cite,
        paragraphs=numbers,
        pages=printed,
        speaker=said_by.source.canonical if said_by and said_by.source else None,
        prefix=prefix,
        link=deep_link(document, start, end, page=page),
    )


def _finished(draft: _Draft, named: str, made: Rendered, at: int) -> Snippet:
    same = set(_Draft.__dataclass_fields__) - {"cite"}
    return Snippet(
        style=named,
        in_notes=style_of(named).in_notes,
        citation=made.citations[at],
        entry=made.bibliography[0] if made.bibliography else made.citations[at],
        **{key: getattr(draft, key) for key in same},
    )


def paragraphs(document: Document, start: int, end: int) -> str | None:
    """The numbers of the paragraphs that a passage touches, "12" or "12-13"; None if of none."""
    numbers = [each.number for each in _segments(document, start, end) if each.number is not None]
    if not numbers:
        return None
    first, last = min(numbers), max(numbers)
    return str(first) if first == last else f"{first}-{last}"


def _segments(document: Document, start: int, end: int) -> list[Segment]:
    """The segment that a passage is of, else those that it touches with their own stretches."""
    if own := holder(document, start, end):
        return [own]
    return [
        segment
        for segment in document.segments
        if any(first < end and start < last for first, last in segment.stretches)
    ]


def _speech(document: Document, pieces: Sequence[Pair]) -> Quote | None:
    """The quotation that the pieces are from; the first, if they are of one speaker's."""
    found = [_quote(document, start, end) for start, end in pieces]
    speakers = {each.source.canonical if each and each.source else None for each in found}
    return found[0] if len(speakers) == 1 else None


def _quote(document: Document, start: int, end: int) -> Quote | None:
    """The innermost quotation that holds the passage and whose source is not its author."""
    holding = [
        span
        for span in document.spans
        if isinstance(span, Quote)
        and span.source is not None
        and not _is_author(document, span.source.canonical)
        and _holds(document, span, start, end)
    ]
    return min(holding, key=lambda span: (-span.depth, span.end - span.start), default=None)


def _holds(document: Document, span: Quote, start: int, end: int) -> bool:
    """Whether the passage starts and ends in a part of the quotation, marks around it aside."""
    words = document.text[start:end]
    start, end = end - len(words.lstrip(_AROUND)), start + len(words.rstrip(_AROUND))
    return (
        start < end
        and any(first <= start < last for first, last in span.stretches)
        and any(first < end <= last for first, last in span.stretches)
    )


def _is_author(document: Document, name: str) -> bool:
    """Whether a source is the writer of the article."""
    return name == AUTHOR or name.casefold() in {each.casefold() for each in document.meta.authors}


def _prefix(document: Document, start: int, end: int, said_by: Quote | None) -> str:
    """What stands before the work in the citation: who said it, and where in it."""
    parts = []
    if said_by is not None and said_by.source is not None:
        parts.append(f"{said_by.source.canonical}, {REPORTED[said_by.label]}")
    touched = _segments(document, start, end)
    if len(touched) == 1:
        parts.append(_place(touched[0]))
    return " ".join(part for part in parts if part)


def _place(segment: Segment) -> str:
    """What a passage of a segment is within the work, if it is not simply the work."""
    if segment.kind in COMMENTS:
        by = [f"comment by {segment.author or 'an unnamed reader'}", _day(segment.date)]
        return ", ".join(part for part in by if part) + (", on" if segment.date else " on")
    return WITHIN.get(segment.kind, "")


def _day(written: str | None) -> str | None:
    """A day as English bibliographies write it; what is no day stays as it is."""
    found = _DAY.fullmatch(written or "")
    if found is None or not 1 <= int(found[2]) <= 12:
        return written
    return f"{_MONTHS[int(found[2]) - 1]} {int(found[3])}, {found[1]}"
