"""Findings as rows of their layers' tables, and back.

Both directions of one kind stand side by side. Of a number, what is a string is a date and goes to
the columns for dates.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from annotate import records
from annotate.model import (
    AUTHOR,
    Entity,
    Mention,
    Number,
    Quote,
    Sentence,
    Span,
    Stance,
    Stretch,
    Term,
)
from annotate.store.rows import pairs, stretch_of, stretch_row
from annotate.store.sql import Row

SPAN_TABLES: Mapping[str, str] = {
    "entity": "entities",
    "quote": "quotes",
    "number": "numbers",
    "stance": "stances",
    "term": "terms",
    "sentence": "sentences",
}
"""The table of each layer."""


PROPOSED = "proposed"
"""How a finding is called that waits for a person before it is shown."""


def overruled_row(document: str, span: Span, *, decided: str) -> dict[str, Any]:
    """A finding that is not shown as its row; decided: why."""
    return {
        "id": span.id,
        "document": document,
        "layer": span.layer,
        "label": span.label,
        "start_char": span.start,
        "end_char": span.end,
        "text": span.text,
        "by": span.by,
        "score": span.score,
        "decided": decided,
        "decided_by": None,
        "disputed": False,
        "record": json.dumps(records.span_record(span), ensure_ascii=False),
    }


def span_row(span: Span, text: str) -> dict[str, Any]:
    """What a span itself says, as its row. text: the document's."""
    row = {
        "id": span.id,
        "start_char": span.start,
        "end_char": span.end,
        "text": span.text,
        "by": span.by,
        "score": span.score,
    }
    if not isinstance(span, Sentence):
        row["label"] = span.label
    return row | _TO_ROW[span.layer](span, text)


def _stretches(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}_{side}" for name in names for side in ("start", "end"))


def columns(layer: str) -> tuple[str, ...]:
    """The columns of a layer's table that tell its spans; the others repeat what is elsewhere."""
    label = () if layer == "sentence" else ("label",)
    return (*_SHARED, *label, *_OWN[layer])


_SHARED = ("id", "position", "start_char", "end_char", "text", "by", "score")
_OWN: Mapping[str, tuple[str, ...]] = {
    "entity": ("canonical", "stands_for"),
    "quote": (*_stretches("source", "cue"), "source", "depth", "distance", "parts"),
    "number": (
        *("value", "low", "high", "date", "date_from", "date_to", "approx"),
        *("unit", "counted", "as_of", "said_by"),
        *_stretches("counted", "as_of", "said_by", "first"),
    ),
    "stance": (
        *("holder", "target", "act", "mode", "hedge", "addressee"),
        *_stretches("holder", "cue", "content", "target"),
    ),
    "term": ("holder", "use"),
    "sentence": (),
}


def span_of(layer: str, row: Row, *, via: tuple[Mention, ...] = ()) -> Span:
    """The span of a row of its layer's table. via: of a stance, its reporters."""
    own = _FROM_ROW[layer](row)
    if layer == "stance":
        own["via"] = via
    return _TYPES[layer](
        id=row["id"],
        start=row["start_char"],
        end=row["end_char"],
        text=row["text"],
        by=row["by"],
        score=row["score"],
        label="sentence" if layer == "sentence" else row["label"],
        **own,
    )


def _entity_row(span: Entity, _: str) -> dict[str, Any]:
    return {"canonical": span.canonical, "stands_for": span.stands_for}


def _entity_values(row: Row) -> dict[str, Any]:
    return {"canonical": row["canonical"], "stands_for": row["stands_for"]}


_BOUNDS = (("value", "date"), ("low", "date_from"), ("high", "date_to"))
_NUMBER = ("unit", "counted", "as_of", "said_by")
_READ = ("counted", "as_of", "said_by", "first")
_READ_COLUMNS = tuple((f"{each}_span", f"{each}_start", f"{each}_end") for each in _READ)


def _number_row(span: Number, _: str) -> dict[str, Any]:
    row: dict[str, Any] = {key: getattr(span, key) for key in _NUMBER}
    for quantity, date in _BOUNDS:
        value = getattr(span, quantity)
        row[quantity], row[date] = (None, value) if isinstance(value, str) else (value, None)
    read = (stretch_row(each, getattr(span, f"{each}_span")) for each in _READ)
    return row | {"approx": span.approx} | {key: at for each in read for key, at in each.items()}


def _number_values(row: Row) -> dict[str, Any]:
    values = {key: row[key] for key in _NUMBER}
    for quantity, date in _BOUNDS:
        values[quantity] = row[quantity] if row[date] is None else row[date]
    for each, start, end in _READ_COLUMNS:
        first = row[start]
        values[each] = None if first is None else Stretch(start=first, end=row[end])
    values["approx"] = bool(row["approx"])
    return values


def _quote_row(span: Quote, text: str) -> dict[str, Any]:
    return (
        {"depth": span.depth, "distance": span.distance, "parts": json.dumps(span.parts)}
        | _mention_row("source", span.source)
        | _cue_row(span.cue, text)
    )


def _quote_values(row: Row) -> dict[str, Any]:
    return {
        "source": _mention_of("source", row),
        "cue": stretch_of("cue", row),
        "parts": pairs(row["parts"]),
        "depth": row["depth"],
        "distance": row["distance"],
    }


_STANCE = ("target", "act", "mode", "hedge", "addressee")


def _stance_row(span: Stance, text: str) -> dict[str, Any]:
    holder = Mention(canonical=AUTHOR) if isinstance(span.holder, str) else span.holder
    return (
        {key: getattr(span, key) for key in _STANCE}
        | _mention_row("holder", holder)
        | _cue_row(span.cue, text)
        | stretch_row("content", span.content)
        | stretch_row("target", span.target_span)
    )


def _stance_values(row: Row) -> dict[str, Any]:
    holder = _mention_of("holder", row)
    unnamed = row["holder"] == AUTHOR and row["holder_start"] is None
    return {key: row[key] for key in _STANCE} | {
        "holder": AUTHOR if unnamed else holder,
        "cue": stretch_of("cue", row),
        "content": stretch_of("content", row),
        "target_span": stretch_of("target", row),
    }


def via_rows(stance: Stance) -> Iterable[Row]:
    """The reporters of a stance as rows."""
    for position, mention in enumerate(stance.via):
        yield {
            "stance": stance.id,
            "position": position,
            "canonical": mention.canonical,
            "start_char": mention.start,
            "end_char": mention.end,
        }


def via_of(row: Row) -> Mention:
    """The reporter of a row."""
    return Mention(canonical=row["canonical"], start=row["start_char"], end=row["end_char"])


def addressee_rows(stance: Stance) -> Iterable[Row]:
    """Whom a stance urges, one by one, as rows."""
    named = [name.strip() for name in re.split(r";\s", stance.addressee or "")]
    for position, name in enumerate(name for name in named if name):
        yield {"stance": stance.id, "position": position, "addressee": name}


def _term_row(span: Term, _: str) -> dict[str, Any]:
    return {"holder": span.holder, "use": span.use}


def _term_values(row: Row) -> dict[str, Any]:
    return {key: row[key] for key in ("holder", "use")}


def _mention_row(key: str, mention: Mention | None) -> dict[str, Any]:
    if mention is None:
        return {key: None, f"{key}_start": None, f"{key}_end": None}
    return {key: mention.canonical, f"{key}_start": mention.start, f"{key}_end": mention.end}


def _mention_of(key: str, row: Row) -> Mention | None:
    if row[key] is None:
        return None
    return Mention(canonical=row[key], start=row[f"{key}_start"], end=row[f"{key}_end"])


def _cue_row(cue: Stretch | None, text: str) -> dict[str, Any]:
    words = None if cue is None else text[cue.start : cue.end]
    return stretch_row("cue", cue) | {"cue": words}


_TYPES: Mapping[str, Callable[..., Span]] = {
    "entity": Entity,
    "quote": Quote,
    "number": Number,
    "stance": Stance,
    "term": Term,
    "sentence": Sentence,
}
_TO_ROW: Mapping[str, Callable[[Any, str], dict[str, Any]]] = {
    "entity": _entity_row,
    "quote": _quote_row,
    "number": _number_row,
    "stance": _stance_row,
    "term": _term_row,
    "sentence": lambda _, __: {},
}
_FROM_ROW: Mapping[str, Callable[[Row], dict[str, Any]]] = {
    "entity": _entity_values,
    "quote": _quote_values,
    "number": _number_values,
    "stance": _stance_values,
    "term": _term_values,
    "sentence": lambda _: {},
}
