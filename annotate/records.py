"""A document to its JSON record and back, as schema/document.schema.json says."""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from annotate import claims, leaves
from annotate.errors import RequestError
from annotate.model import (
    AUTHOR,
    COMMENTS,
    NUMBERED,
    SPAN_TYPES,
    Claim,
    Document,
    Entity,
    Leaf,
    Mention,
    Meta,
    Number,
    Pair,
    Quote,
    Segment,
    Span,
    Stance,
    Stretch,
    Target,
    Term,
)

Record = dict[str, Any]
"""A JSON object."""

META_KEYS = (
    "title",
    "authors",
    "published",
    "publisher",
    "url",
    "license",
    "language",
    "type",
)
"""What is told of a work. What else there is is told only where it is known."""


def to_record(document: Document) -> Record:
    """The document as a line of JSON tells it: id, text, meta, segments, spans."""
    record: Record = {
        "id": document.id,
        "text": document.text,
        "meta": meta_record(document.meta),
        "segments": [_paged(segment, document) for segment in document.segments],
        "spans": [span_record(span) for span in document.spans],
    }
    if document.pages:
        record["pages"] = [_leaf_record(page) for page in document.pages]
    return record | ({"untagged": document.untagged} if document.untagged else {})


def _paged(segment: Segment, document: Document) -> Record:
    """A segment, of a printed work with its page."""
    page = leaves.named(document.pages, segment.stretches) if document.pages else None
    return segment_record(segment) | ({"page": page} if page else {})


def _leaf_record(page: Leaf) -> Record:
    return {"start": page.start, "end": page.end, "label": page.label}


def _leaf(record: Mapping[str, Any]) -> Leaf:
    return Leaf(start=record["start"], end=record["end"], label=record["label"])


def from_record(record: Mapping[str, Any]) -> Document:
    """The document that a record tells.

    A span may lack "id" and "by", as a person's do; these are then "" and "person".
    Raises RequestError if the record lacks a field or a span does not quote the text.
    """
    try:
        text = str(record["text"])
        return Document(
            id=str(record["id"]),
            text=text,
            meta=meta(record.get("meta") or {}),
            segments=numbered(segment(each) for each in record.get("segments", ())),
            spans=tuple(span(each, text) for each in record.get("spans", ())),
            targets=tuple(target(each) for each in record.get("targets", ())),
            pages=tuple(_leaf(each) for each in record.get("pages", ())),
            untagged=record.get("untagged"),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        name = record.get("id") if isinstance(record, Mapping) else None
        raise RequestError(f"record {name!r} is not of the documents' form: {error!r}") from error


def meta_record(known: Meta) -> Record:
    """What is known of a work, null where nothing is."""
    record: Record = {key: getattr(known, key) for key in META_KEYS}
    record["authors"] = list(known.authors)
    more: Record = {key: getattr(known, key) for key in ("container_title", "accessed")}
    more |= {"origins": dict(known.origins), "claims": _claim_records(known)}
    return record | {key: value for key, value in more.items() if value}


def _claim_records(known: Meta) -> list[Record]:
    contested = claims.conflicts(known)
    return [
        {"key": each.key, "value": each.value, "origins": list(each.origins)}
        | ({"conflicts": True} if each in contested else {})
        for each in known.claims
    ]


def _claim(record: Mapping[str, Any]) -> Claim:
    return Claim(key=record["key"], value=record["value"], origins=tuple(record["origins"]))


def meta(record: Mapping[str, Any]) -> Meta:
    """What a record says of a work; unknown keys are left aside."""
    values: Record = {key: record.get(key) for key in (*META_KEYS, "container_title", "accessed")}
    values["authors"] = tuple(record.get("authors") or ())
    values["origins"] = dict(record.get("origins") or {})
    values["claims"] = tuple(_claim(each) for each in record.get("claims") or ())
    return Meta(**values)


def segment_record(segment: Segment) -> Record:
    """A segment; what it lacks is left out."""
    record: Record = {
        "n": segment.n,
        "kind": segment.kind,
        "start": segment.start,
        "end": segment.end,
    }
    if segment.parts:
        record["parts"] = [list(part) for part in segment.parts]
    if segment.heading is not None:
        record["heading"] = segment.heading
    if segment.kind in COMMENTS:
        record |= {"author": segment.author, "date": segment.date}
    if segment.xpath is not None:
        record["xpath"] = segment.xpath
    if segment.source is not None:
        record["source"] = _stretch_record(segment.source)
    return record


def segment(record: Mapping[str, Any]) -> Segment:
    """The segment that a record tells."""
    return Segment(
        n=record["n"],
        kind=record["kind"],
        start=record["start"],
        end=record["end"],
        parts=_pairs(record.get("parts")),
        heading=record.get("heading"),
        author=record.get("author"),
        date=record.get("date"),
        xpath=record.get("xpath"),
        source=_stretch(record.get("source")),
    )


def numbered(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """The segments with their paragraph numbers, which a record leaves to the reader's count."""
    count = itertools.count(1)
    return tuple(
        replace(each, number=next(count)) if each.kind in NUMBERED else each for each in segments
    )


def span_record(span: Span) -> Record:
    """A span with the fields of its layer."""
    record: Record = {"id": span.id, "layer": span.layer, "label": span.label}
    record |= {"start": span.start, "end": span.end, "text": span.text}
    record |= _values(span)
    record["by"] = span.by
    if span.score is not None:
        record["score"] = span.score
    return record


def _values(span: Span) -> Record:
    match span:
        case Entity():
            more = {"stands_for": span.stands_for} if span.stands_for else {}
            return {"canonical": span.canonical, **more}
        case Number():
            bounds = {key: _plain(getattr(span, key)) for key in ("value", "low", "high")}
            rest = ("approx", "unit", "counted", "as_of", "said_by")
            return bounds | {key: getattr(span, key) for key in rest} | _read_from(span)
        case Quote():
            return _quote_values(span)
        case Stance():
            return _stance_values(span)
        case Term():
            return {"holder": span.holder, "use": span.use}
    return {}


READ = ("counted_span", "as_of_span", "said_by_span", "first_span")
"""What a number tells of the words that it was read from, where it tells anything."""


def _read_from(number: Number) -> Record:
    known = {key: _stretch_record(getattr(number, key)) for key in READ}
    return {key: value for key, value in known.items() if value}


def _quote_values(quote: Quote) -> Record:
    parts = [_stretch_record(Stretch(start=first, end=last)) for first, last in quote.parts]
    record: Record = {"parts": parts} if parts else {}
    record |= {"source": _mention_record(quote.source), "cue": _stretch_record(quote.cue)}
    record["depth"] = quote.depth
    return record | ({"distance": quote.distance} if quote.distance else {})


def _stance_values(stance: Stance) -> Record:
    holder = stance.holder
    record: Record = {"holder": holder if holder == AUTHOR else _mention_record(holder)}
    record |= {"target": stance.target, "act": stance.act, "mode": stance.mode}
    record |= {"cue": _stretch_record(stance.cue), "content": _stretch_record(stance.content)}
    record |= {"addressee": stance.addressee, "hedge": stance.hedge}
    record["via"] = [_mention_record(each) for each in stance.via]
    more = {"target_span": _stretch_record(stance.target_span)} if stance.target_span else {}
    return record | more | ({"proposed": True} if stance.proposed else {})


def span(record: Mapping[str, Any], text: str) -> Span:
    """The span that a record tells, of the type of its layer.

    Raises ValueError if its layer is none or its words are not what stands there.
    """
    kind = SPAN_TYPES.get(record["layer"])
    if kind is None:
        raise ValueError(f"unknown layer {record['layer']!r}")
    start, end = record["start"], record["end"]
    words = text[start:end]
    if record.get("text", words) != words:
        raise ValueError(f"{record['text']!r} does not stand at {start}–{end}, but {words!r}")
    own = {field.name for field in fields(kind)} - {"label", "start", "end", "text", "by"}
    values = {key: _read(key, value) for key, value in record.items() if key in own}
    return kind(
        label=record["label"],
        start=start,
        end=end,
        text=words,
        by=record.get("by", "person"),
        **values,
    )


def _read(key: str, value: Any) -> Any:  # whatever JSON holds
    reader = _READERS.get(key)
    return reader(value) if reader else value


def _mention(value: Mapping[str, Any] | None) -> Mention | None:
    if value is None:
        return None
    return Mention(canonical=value["canonical"], start=value.get("start"), end=value.get("end"))


def _holder(value: Mapping[str, Any] | str) -> Mention | str | None:
    return value if isinstance(value, str) else _mention(value)


def _stretch(value: Mapping[str, Any] | None) -> Stretch | None:
    return None if value is None else Stretch(start=value["start"], end=value["end"])


def _mentions(value: Iterable[Mapping[str, Any]] | None) -> tuple[Mention, ...]:
    return tuple(each for item in value or () if (each := _mention(item)))


def _pairs(value: Iterable[Sequence[int] | Mapping[str, int]] | None) -> tuple[Pair, ...]:
    """Stretches as pairs, or as objects with "start" and "end": other programs write either."""
    return tuple(
        (each["start"], each["end"]) if isinstance(each, Mapping) else (each[0], each[1])
        for each in value or ()
    )


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "source": _mention,
    "holder": _holder,
    "cue": _stretch,
    "content": _stretch,
    "target_span": _stretch,
    **dict.fromkeys(READ, _stretch),
    "via": _mentions,
    "parts": _pairs,
}


def target(record: Mapping[str, Any]) -> Target:
    """A mention towards which an attitude is asked."""
    return Target(id=str(record["id"]), start=record["start"], end=record["end"])


def _mention_record(mention: Mention | str | None) -> Record | str | None:
    if mention is None or isinstance(mention, str):
        return mention
    return {"start": mention.start, "end": mention.end, "canonical": mention.canonical}


def _stretch_record(stretch: Stretch | None) -> Record | None:
    return None if stretch is None else {"start": stretch.start, "end": stretch.end}


def _plain(value: float | str | None) -> float | str | None:
    """A whole number without the point that JSON would give it."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def with_targets(document: Document, targets: Iterable[Mapping[str, Any]]) -> Document:
    """The document with the mentions towards which an attitude is asked."""
    return replace(document, targets=tuple(target(each) for each in targets))
