"""A document whose text was changed, with everything that is told in the text's offsets moved."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from annotate.model import (
    Document,
    Leaf,
    Mention,
    Pair,
    Segment,
    Span,
    Stretch,
    Target,
    span_id,
)
from annotate.release.edits import GAP, Moved

T = TypeVar("T")


def moved(document: Document, to: Moved) -> Document:
    """The document with the new text; what was cut has gone, also spans cut in part."""
    return replace(
        document,
        text=to.text,
        segments=tuple(_segments(document.segments, to)),
        marks=tuple(pair for pair in (to.stretch(*mark) for mark in document.marks) if pair),
        spans=tuple(_spans(document.spans, to)),
        targets=tuple(_targets(document.targets, to)),
        pages=tuple(_pages(document.pages, to)),
    )


def renamed(record: T, rename: Callable[[str], str]) -> T:
    """A record with every string in it, however deep, renamed."""
    found: T = _renamed(record, rename)
    return found


def _renamed(value: Any, rename: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return rename(value)
    if isinstance(value, tuple):
        return tuple(_renamed(each, rename) for each in value)
    if isinstance(value, Mapping):
        return {_renamed(key, rename): _renamed(each, rename) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        names = (each.name for each in fields(value) if each.name not in _FIXED)
        told = {name: getattr(value, name) for name in names}
        new = {key: _renamed(each, rename) for key, each in told.items()}
        changed = {key: each for key, each in new.items() if each != told[key]}
        return replace(value, **changed) if changed else value
    return value


_FIXED = frozenset({"act", "distance", "form", "hedge", "kind", "label", "mode", "use"})
"""Fields whose words are ours, and no name even where they are spelled like one."""


def named_anew(document: Document) -> Document:
    """The document with ids made of what its spans are now; of two alike the first is kept."""
    named: dict[str, Span] = {}
    for span in document.spans:
        known = span_id(document.id, span)
        named.setdefault(known, replace(span, id=known))
    return replace(document, spans=tuple(named.values()))


def _segments(segments: Iterable[Segment], to: Moved) -> Iterator[Segment]:
    kept: set[int] = set()
    for segment in segments:
        pieces = [pair for pair in (_piece(each, to) for each in segment.stretches) if pair]
        if pieces:
            kept.add(segment.n)
            yield replace(
                segment,
                start=pieces[0][0],
                end=pieces[-1][1],
                parts=tuple(pieces) if len(pieces) > 1 else (),
                heading=segment.heading if segment.heading in kept else None,
                source=None,
                xpath=None,
            )


def _piece(stretch: Pair, to: Moved) -> Pair | None:
    """Where a stretch of a segment is now, with the sign for what was left out of it."""
    place = to.stretch(*stretch)
    if place is None:
        return None
    start, end = place
    if not to.is_whole(stretch[0], stretch[0] + 1) and to.text.endswith(f"{GAP} ", 0, start):
        start -= len(GAP) + 1
    if not to.is_whole(stretch[1] - 1, stretch[1]) and to.text.startswith(f" {GAP}", end):
        end += len(GAP) + 1
    return start, end


def _spans(spans: Iterable[Span], to: Moved) -> Iterator[Span]:
    for span in spans:
        place = to.stretch(span.start, span.end)
        if place and to.is_whole(span.start, span.end):
            yield replace(
                span, start=place[0], end=place[1], text=to.text[slice(*place)], **_own(span, to)
            )


def _own(span: Span, to: Moved) -> dict[str, Any]:
    """What a span tells in offsets besides its own place, moved; what was cut is not told."""
    told = {each.name: getattr(span, each.name) for each in fields(span)}
    return {name: _moved_value(value, to) for name, value in told.items() if _is_placed(value)}


def _is_placed(value: object) -> bool:
    if isinstance(value, tuple):
        return bool(value)
    return isinstance(value, (Stretch, Mention))


def _moved_value(value: Any, to: Moved) -> Any:
    """A stretch, a mention, or several of them or of pairs of offsets."""
    if isinstance(value, Stretch):
        return _stretch(value, to)
    if isinstance(value, Mention):
        return _mention(value, to)
    if isinstance(value[0], int):
        return to.stretch(*value)
    moved = (_moved_value(each, to) for each in value)
    return tuple(each for each in moved if each is not None)


def _stretch(stretch: Stretch, to: Moved) -> Stretch | None:
    place = _whole((stretch.start, stretch.end), to)
    return Stretch(start=place[0], end=place[1]) if place else None


def _mention(mention: Mention, to: Moved) -> Mention:
    if mention.start is None or mention.end is None:
        return mention
    place = _whole((mention.start, mention.end), to)
    start, end = place or (None, None)
    return replace(mention, start=start, end=end)


def _whole(stretch: Pair, to: Moved) -> Pair | None:
    return to.stretch(*stretch) if to.is_whole(*stretch) else None


def _targets(targets: Iterable[Target], to: Moved) -> Iterator[Target]:
    for target in targets:
        if place := _whole((target.start, target.end), to):
            yield replace(target, start=place[0], end=place[1])


def _pages(pages: Iterable[Leaf], to: Moved) -> Iterator[Leaf]:
    for page in pages:
        if place := to.stretch(page.start, page.end):
            yield replace(page, start=place[0], end=place[1])
