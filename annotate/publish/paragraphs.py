"""The paragraphs of an article as its page shows them: words with their marks, notes beside them.

A long article has thousands of findings. Each is told once, in rows of plain values that a template
takes apart by names, and all values of a kind are escaped in one go: to ask records for their
fields and to escape field by field would take most of the time of a page.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from annotate import leaves
from annotate.model import Document, Segment, Span
from annotate.publish.addresses import segment_anchor
from annotate.publish.decided import Decided, with_decisions
from annotate.publish.direction import direction
from annotate.publish.display import as_shown
from annotate.publish.macros import escaped
from annotate.publish.nesting import Piece, Sort, nest
from annotate.publish.notes import Note, note
from annotate.store.facets import LAYERS
from annotate.store.rows import own_text

Cite: TypeAlias = Callable[[str], str]
"""The address of the citation of a finding, by its id."""

_SIGN = re.compile(r"\s*(?:[(\[]?[\w]{1,4}[.)\]:]|[•·‣▪*–—-])\s")


class Run(NamedTuple):
    """Words and what follows them, as of a piece; all of it escaped.

    layer, href, tip, sign: of the mark that begins. id: its finding's, on its first piece alone.
    """

    words: str
    sort: Sort
    layer: str = ""
    href: str = ""
    tip: str = ""
    sign: str = ""
    id: str = ""


class Beside(NamedTuple):
    """A note as the margin has it, escaped. href: of the citation. facts, tip: in one line."""

    layer: str
    id: str
    href: str
    sign: str
    head: str
    text: str
    facts: str
    tip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A segment with what stands beside it.

    said: notes on quotations and stances. stated: on figures and contested words. names: on names.
    has_sign: a list item brings its number or bullet. page: of a printed work, where a new one
    begins. direction: which way its words run. has_words: there is something to quote.
    """

    segment: Segment
    anchor: str
    direction: str
    runs: tuple[Run, ...]
    said: tuple[Beside, ...]
    stated: tuple[Beside, ...]
    names: tuple[Beside, ...]
    has_sign: bool
    has_words: bool
    page: str | None = None


def rows_of(
    document: Document, statements: Mapping[str, str], decided: Decided, cite: Cite
) -> Iterator[Row]:
    """The segments in order. statements: the codebook's, by topic. cite: as `Cite` says."""
    shown = (span for span in document.spans if span.layer in LAYERS)
    told = (note(span, statements, document.marks) for span in shown)
    notes = [with_decisions(each, decided) for each in told]
    beside = _beside(notes, cite)
    signs = as_shown(document)
    opened: set[str] = set()
    pages: dict[bool, str | None] = {}  # what is no part of the work is shown apart
    for segment, spans in _shared_out(document):
        runs = tuple(_runs(list(_pieces(segment, spans)), signs, beside, opened))
        own = [beside[span.id] for span in spans if segment.start <= span.start]
        page, apart = leaves.named(document.pages, segment.stretches), segment.kind == "boilerplate"
        before, pages[apart] = pages.get(apart), page
        seen = "".join(signs[segment.start : segment.end])
        yield Row(
            segment=segment,
            anchor=segment_anchor(segment),
            direction=direction(own_text(document.text, segment)),
            runs=runs,
            said=_of(own, "quote", "stance"),
            stated=_of(own, "number", "term"),
            names=_of(own, "entity"),
            has_sign=bool(_SIGN.match(seen[:12])),
            has_words=bool(seen.strip()),
            page=page if page != before else None,
        )


def _beside(notes: Sequence[Note], cite: Cite) -> dict[str, Beside]:
    """The notes by the ids of their findings."""
    values = escaped(value for each in notes for value in _values(each, cite))
    rows = map(Beside._make, zip(*[iter(values)] * len(Beside._fields), strict=True))
    return {each.span.id: row for each, row in zip(notes, rows, strict=True)}


def _values(note: Note, cite: Cite) -> Beside:
    span = note.span
    facts = " · ".join(note.facts)
    return Beside(
        span.layer, span.id, cite(span.id), note.sign, note.head, note.text, facts, note.tip
    )


def _of(notes: Iterable[Beside], *layers: str) -> tuple[Beside, ...]:
    return tuple(each for each in notes if each.layer in layers)


def _shared_out(document: Document) -> Iterator[tuple[Segment, list[Span]]]:
    """Each segment with the findings that reach into it, in order of their places."""
    shown = (span for span in document.spans if span.layer in LAYERS)
    ordered = sorted(shown, key=lambda span: (span.start, -span.end))
    starts = [span.start for span in ordered]
    long = [span for span in ordered if span.layer in _LONG]
    for segment in document.segments or (_whole(document),):
        first, last = (bisect_left(starts, place) for place in (segment.start, segment.end))
        reaching = [span for span in long if span.start < segment.start < span.end]
        found = reaching + ordered[first:last]
        yield segment, [each for each in found if not segment.parts or _is_in(each, segment)]


_LONG = frozenset({"quote", "stance"})
"""Layers whose findings may run over several segments."""


def _is_in(span: Span, segment: Segment) -> bool:
    return any(first < span.end and span.start < last for first, last in segment.stretches)


def _whole(document: Document) -> Segment:
    return Segment(n=0, kind="paragraph", start=0, end=len(document.text))


def _pieces(segment: Segment, spans: Collection[Span]) -> Iterator[Piece]:
    """The segment's own text with its marks; where a stretch ends and another begins, a space."""
    at = segment.start
    for start, end in segment.stretches:
        if at < start:
            yield Piece(start, start)
        yield from nest(spans, start, end)
        at = end


def _runs(
    pieces: Sequence[Piece], signs: Sequence[str], beside: Mapping[str, Beside], opened: set[str]
) -> Iterator[Run]:
    """What a page shows of the pieces. opened: findings of which a piece was shown; grows."""
    shown = escaped(_words(piece, signs) for piece in pieces)
    for (_, at, sort, span), words in zip(pieces, shown, strict=True):
        if span is None or sort in _ENDS:
            yield Run(words, sort)
            continue
        layer, name, href, sign, _, _, _, tip = beside[span.id]
        is_first = span.id not in opened and at == span.stretches[0][0]
        if is_first:
            opened.add(span.id)
        yield Run(words, sort, layer, href, tip, sign, name if is_first else "")


_ENDS = frozenset({"unlink", "end"})


def _words(piece: Piece, signs: Sequence[str]) -> str:
    start, end, _, span = piece
    return " " if span is None and start == end else "".join(signs[start:end])
