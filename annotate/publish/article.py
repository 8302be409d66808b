"""An article laid out for reading: the work in its blocks, then its comments, then the rest."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from annotate import claims, languages, leaves
from annotate.cite.text_fragment import web_address
from annotate.model import Document, Meta, Segment, Span
from annotate.publish.addresses import segment_anchor
from annotate.publish.decided import UNDECIDED, Decided, with_decisions
from annotate.publish.display import as_shown
from annotate.publish.nesting import Mark, Node, Words, nest, stretches
from annotate.publish.notes import Note, note

LAYERS = ("entity", "number", "quote", "stance", "term")
"""The layers that a reader can switch on and off."""

COMMENTS = frozenset({"comment", "comment_meta"})

_SIGN = re.compile(r"\s*(?:[(\[]?[\w]{1,4}[.)\]:]|[•·‣▪*–—-])\s")


@dataclass(frozen=True, slots=True)
class Run:
    """Words, or where a mark begins or ends; a flat row of these is written faster than a tree.

    kind: "words", "link", "mark", "inner" (a mark within a link), or "end" with the element's name
    in `words`.
    note: of the finding that begins here. id: its own, on its first piece alone.
    """

    kind: str
    words: str = ""
    note: Note | None = None
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A segment with what stands beside it.

    said: notes on quotations and stances. stated: on figures and contested words. names: on names.
    has_sign: a list item brings its number or bullet. page: of a printed work, where a new one
    begins.
    """

    segment: Segment
    anchor: str
    runs: tuple[Run, ...]
    said: tuple[Note, ...]
    stated: tuple[Note, ...]
    names: tuple[Note, ...]
    has_sign: bool
    page: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value known of the work and what it was read from. href: where it leads, if anywhere.

    also: what else states it. others: values stated instead, those that contradict it first.
    """

    name: str
    value: str
    origin: str
    href: str | None = None
    also: tuple[str, ...] = ()
    others: tuple["Other", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A value that something else states. conflicts: whether it contradicts the one taken."""

    value: str
    origins: tuple[str, ...]
    conflicts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article laid out. groups: rows of one kind in a row, so that a list is one list.

    untagged: why it has no findings, where its language is the reason.
    """

    document: Document
    title: Row | None
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    comments: tuple[Row, ...]
    rest: tuple[Row, ...]
    facts: tuple[Fact, ...]
    counts: Mapping[str, int]
    address: str | None
    untagged: str | None = None


def lay_out(
    document: Document, statements: Mapping[str, str], decided: Decided = UNDECIDED
) -> Reading:
    """The document laid out. statements: the codebook's, by topic."""
    rows = list(_rows(document, statements, decided))
    title = next((row for row in rows if row.segment.kind == "title"), None)
    body = [row for row in rows if row is not title and _section(row) == "body"]
    return Reading(
        document=document,
        title=title,
        groups=tuple(
            (kind, tuple(group)) for kind, group in groupby(body, lambda row: row.segment.kind)
        ),
        comments=tuple(row for row in rows if _section(row) == "comments"),
        rest=tuple(row for row in rows if _section(row) == "rest"),
        facts=tuple(facts(document.meta)),
        counts=_counts(document.spans),
        address=web_address(document.meta.url),
        untagged=languages.not_tagged(document.untagged) if document.untagged else None,
    )


def facts(meta: Meta) -> Iterator[Fact]:
    """What is known of a work, and where each value came from."""
    for key, name in _NAMES.items():
        value = getattr(meta, key)
        words = claims.JOINED.join(value) if isinstance(value, tuple) else value
        if words:
            href = web_address(words) if key in ("url", "license") else None
            origin = meta.origins.get(key, "")
            also = tuple(each for each in claims.origins(meta, key) if each != origin)
            others = tuple(_others(meta, key))
            yield Fact(name=name, value=words, origin=origin, href=href, also=also, others=others)


def _others(meta: Meta, key: str) -> list[Other]:
    contested = claims.conflicts(meta)
    found = (
        Other(value=each.value, origins=each.origins, conflicts=each in contested)
        for each in claims.others(meta, key)
    )
    return sorted(found, key=lambda other: not other.conflicts)


_NAMES = {
    "title": "Title",
    "authors": "By",
    "published": "Published",
    "container_title": "In",
    "publisher": "Publisher",
    "url": "Address",
    "accessed": "Accessed",
    "license": "Licence",
    "language": "Language",
    "type": "Type",
}


def _section(row: Row) -> str:
    kind = row.segment.kind
    return "rest" if kind == "boilerplate" else "comments" if kind in COMMENTS else "body"


def _counts(spans: Iterable[Span]) -> dict[str, int]:
    counts = dict.fromkeys(LAYERS, 0)
    for span in spans:
        if span.layer in counts:
            counts[span.layer] += 1
    return counts


def _rows(document: Document, statements: Mapping[str, str], decided: Decided) -> Iterator[Row]:
    shown = (span for span in document.spans if span.layer in LAYERS)
    notes = {span.id: with_decisions(note(span, statements), decided) for span in shown}
    signs = as_shown(document)
    opened: set[str] = set()
    pages: dict[bool, str | None] = {}  # what is no part of the work is shown apart
    for segment, spans in _shared_out(document):
        runs = tuple(_runs(_nodes(segment, spans), signs, notes, opened))
        own = [notes[span.id] for span in spans if segment.start <= span.start]
        page, apart = leaves.named(document.pages, segment.stretches), segment.kind == "boilerplate"
        before, pages[apart] = pages.get(apart), page
        yield Row(
            segment=segment,
            anchor=segment_anchor(segment),
            runs=runs,
            said=_of(own, "quote", "stance"),
            stated=_of(own, "number", "term"),
            names=_of(own, "entity"),
            has_sign=bool(_SIGN.match("".join(signs[segment.start : segment.end])[:12])),
            page=page if page != before else None,
        )


def _of(notes: Iterable[Note], *layers: str) -> tuple[Note, ...]:
    return tuple(each for each in notes if each.span.layer in layers)


def _shared_out(document: Document) -> Iterator[tuple[Segment, list[Span]]]:
    """Each segment with the findings that reach into it, in order of their places."""
    shown = (span for span in document.spans if span.layer in LAYERS)
    ordered = sorted(shown, key=lambda span: (span.start, -span.end))
    starts = [span.start for span in ordered]
    long = [span for span in ordered if span.layer in _LONG]
    for segment in document.segments or (_whole(document),):
        first, last = (bisect_left(starts, place) for place in (segment.start, segment.end))
        reaching = [span for span in long if span.start < segment.start < span.end]
        yield segment, [each for each in reaching + ordered[first:last] if _is_in(each, segment)]


_LONG = frozenset({"quote", "stance"})
"""Layers whose findings may run over several segments."""


def _is_in(span: Span, segment: Segment) -> bool:
    return any(first < span.end and span.start < last for first, last in segment.stretches)


def _whole(document: Document) -> Segment:
    return Segment(n=0, kind="paragraph", start=0, end=len(document.text))


def _nodes(segment: Segment, spans: Collection[Span]) -> Iterator[Node]:
    """The segment's own text with its marks; where a stretch ends and another begins, a space."""
    for start, end in segment.stretches:
        yield from nest(spans, start, end)
        if end != segment.end:
            yield Words(start=end, end=end)


def _runs(
    nodes: Iterable[Node],
    signs: Sequence[str],
    notes: Mapping[str, Note],
    opened: set[str],
    *,
    in_link: bool = False,
) -> Iterator[Run]:
    for node in nodes:
        if isinstance(node, Mark):
            yield _opening(node, notes[node.span.id], opened, in_link=in_link)
            within = in_link or node.is_link
            yield from _runs(node.inner, signs, notes, opened, in_link=within)
            yield _LINK_END if node.is_link else _MARK_END
        else:
            yield Run(
                "words", "".join(signs[node.start : node.end]) if node.start < node.end else " "
            )


_LINK_END = Run("end", "a")
_MARK_END = Run("end", "span")


def _opening(mark: Mark, noted: Note, opened: set[str], *, in_link: bool) -> Run:
    span = mark.span
    is_first = span.id not in opened and mark.start == stretches(span)[0][0]
    opened.update([span.id] if is_first else [])
    kind = "link" if mark.is_link else "inner" if in_link else "mark"
    return Run(kind, "", noted, span.id if is_first else "")
