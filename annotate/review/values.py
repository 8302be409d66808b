"""What a person may say of a finding, field by field, as words that are typed or chosen.

A table of fields a layer: which words a field takes, and how they become what a record holds.
Words of the text (a cue, what is said, the finding's own) become the place where they stand.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from annotate import records
from annotate.cite.anchors import candidates
from annotate.dates import is_day
from annotate.errors import DecisionError
from annotate.model import (
    ACTS,
    AUTHOR,
    DISTANCES,
    ENTITY_LABELS,
    HEDGES,
    MODES,
    NUMBER_LABELS,
    QUOTE_LABELS,
    STANCE_LABELS,
    USES,
    Document,
    Span,
)

WORDS = "words"
"""The field for a finding's own words: where it starts and ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words are looked for: near a finding, or in all of a text."""

    text: str
    near: int


Reader = Callable[[str, Place, Any], Any]
"""Words, where they are looked for, and what the record held, to what it shall hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a layer. choices: all that it may say, if that is a list; "" for nothing."""

    name: str
    read: Reader
    choices: tuple[str, ...] = ()
    default: str | None = None


def changes(document: Document, span: Span, given: Mapping[str, str]) -> dict[str, Any]:
    """What a record of a finding shall hold otherwise, of words given for its fields.

    Raises DecisionError for a field or words that the layer does not have.
    """
    record = records.span_record(span)
    place = Place(text=document.text, near=span.start)
    found: dict[str, Any] = {}
    for name, words in given.items():
        if name == WORDS:
            found |= {**(stretch := _near(words, place)), "text": words_at(document, stretch)}
            if "parts" in record and stretch != {"start": span.start, "end": span.end}:
                found["parts"] = []  # the words that a person gives are whole
        else:
            found[name] = field(span.layer, name).read(words.strip(), place, record.get(name))
    changed = {key: value for key, value in found.items() if record.get(key) != value}
    if {"start", "end"} & changed.keys():
        changed |= {key: found[key] for key in ("start", "end", "text")}
    return changed


def words_at(document: Document, stretch: Mapping[str, int]) -> str:
    """The words of a stretch."""
    return document.text[stretch["start"] : stretch["end"]]


def whole(document: Document, layer: str, start: int, end: int, given: Mapping[str, str]) -> Span:
    """A finding that a person adds. Raises DecisionError if it lacks what its layer needs."""
    place = Place(text=document.text, near=start)
    words = {each.name: each.default for each in fields(layer) if each.default is not None}
    if layer == "entity":
        words["canonical"] = " ".join(document.text[start:end].split())
    words |= given
    made = {name: field(layer, name).read(said, place, None) for name, said in words.items()}
    missing = [each.name for each in fields(layer) if is_chosen(each)]
    if lacking := [name for name in missing if not made.get(name)]:
        raise DecisionError(f"{layer}: needs {lacking[0]!r}; {_choices(field(layer, lacking[0]))}")
    record = made | {"layer": layer, "start": start, "end": end, "by": "person"}
    try:
        return records.span(record, document.text)
    except (TypeError, KeyError) as error:
        raise DecisionError(f"{layer}: not whole: {error}") from None


def is_chosen(wanted: Field) -> bool:
    """Whether a field cannot be left open: one of its choices is to be taken."""
    return bool(wanted.choices) and "" not in wanted.choices


def shown(document: Document, span: Span) -> dict[str, str]:
    """The fields of a finding as the words that a person would type for them."""
    record = records.span_record(span)
    said = {each.name: _said(record.get(each.name), document) for each in fields(span.layer)}
    return {WORDS: span.text} | said


def fields(layer: str) -> tuple[Field, ...]:
    """The fields of a layer. Raises DecisionError if there is none of this name."""
    if layer not in FIELDS:
        raise DecisionError(f"unknown layer {layer!r}; the layers are {', '.join(sorted(FIELDS))}")
    return FIELDS[layer]


def field(layer: str, name: str) -> Field:
    """A field of a layer. Raises DecisionError if it has none of this name."""
    for each in fields(layer):
        if each.name == name:
            return each
    names = ", ".join(sorted([WORDS, *(each.name for each in fields(layer))]))
    raise DecisionError(f"{layer}: no field {name!r}; its fields are {names}")


def _choices(wanted: Field) -> str:
    return f"choose of {', '.join(wanted.choices)}" if wanted.choices else "say which"


def _choice(name: str, choices: tuple[str, ...], *, default: str | None = None) -> Field:
    def read(words: str, _: Place, __: Any) -> str | None:
        if words not in choices:
            raise DecisionError(f"{name}: unknown {words!r}; choose of {', '.join(choices)}")
        return words or None

    return Field(name=name, read=read, choices=choices, default=default)


def _text(words: str, _: Place, __: Any) -> str | None:
    return words or None


def _needed(name: str, *, default: str | None = None) -> Field:
    def read(words: str, _: Place, __: Any) -> str:
        if not words:
            raise DecisionError(f"{name}: may not be empty")
        return words

    return Field(name=name, read=read, default=default)


def _quantity(words: str, _: Place, __: Any) -> float | str | None:
    """A number, or a day or a part of one: "2500", "2.5", "2012-03", "XXXX-04-17"."""
    if not words:
        return None
    try:
        return float(words.replace(",", "").replace("_", ""))
    except ValueError:
        if is_day(words.replace("XXXX", "2000")):
            return words
    raise DecisionError(f"{words!r} is neither a number nor a day such as 2012-03-01 or 2012-03")


def _flag(words: str, _: Place, __: Any) -> bool:
    if words.lower() not in _FLAGS:
        raise DecisionError(f"{words!r} is neither 'yes' nor 'no'")
    return _FLAGS[words.lower()]


_FLAGS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": False}


def _mention(words: str, _: Place, before: Any) -> Any:
    """A name, at the place of the one that it replaces."""
    if not words:
        return None
    place = before if isinstance(before, Mapping) else {}
    return {"start": place.get("start"), "end": place.get("end"), "canonical": words}


def _holder(words: str, place: Place, before: Any) -> Any:
    if not words:
        raise DecisionError(f"holder: may not be empty; {AUTHOR!r} is the writer")
    return words if words == AUTHOR else _mention(words, place, before)


def _mentions(words: str, _: Place, before: Any) -> Any:
    known = {each["canonical"]: each for each in before or ()}
    names = [each.strip() for each in words.split(";") if each.strip()]
    return [known.get(each, {"start": None, "end": None, "canonical": each}) for each in names]


def _stretch(words: str, place: Place, _: Any) -> Any:
    return _near(words, place) if words else None


def _near(words: str, place: Place) -> dict[str, int]:
    """Where words of the text stand that are nearest to a place."""
    found = candidates(place.text, words)
    if not found:
        raise DecisionError(f"{words!r} does not stand in the article; copy its words")
    best = min(found, key=lambda each: abs(each.start - place.near))
    return {"start": best.start, "end": best.end}


FIELDS: Mapping[str, tuple[Field, ...]] = {
    "entity": (
        _choice("label", ENTITY_LABELS),
        _needed("canonical"),
        Field(name="stands_for", read=_text),
    ),
    "number": (
        _choice("label", NUMBER_LABELS),
        *(Field(name=name, read=_quantity) for name in ("value", "low", "high")),
        Field(name="approx", read=_flag, choices=("", "yes", "no"), default="no"),
        *(Field(name=name, read=_text) for name in ("unit", "counted", "as_of", "said_by")),
    ),
    "quote": (
        _choice("label", QUOTE_LABELS),
        Field(name="source", read=_mention),
        Field(name="cue", read=_stretch),
        _choice("distance", ("", *DISTANCES)),
    ),
    "stance": (
        _choice("label", STANCE_LABELS),
        Field(name="holder", read=_holder, default=AUTHOR),
        _needed("target"),
        _choice("act", ACTS),
        _choice("mode", MODES),
        _choice("hedge", HEDGES, default="plain"),
        Field(name="addressee", read=_text),
        Field(name="via", read=_mentions),
        Field(name="cue", read=_stretch),
        Field(name="content", read=_stretch),
    ),
    "term": (
        _needed("label"),
        _needed("holder", default=AUTHOR),
        _choice("use", USES, default="own"),
    ),
}
"""The fields of each layer, in the order in which a person reads them."""


def _said(value: Any, document: Document) -> str:  # whatever a record holds
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case {"canonical": str(name)}:
            return name
        case {"start": int(), "end": int()}:
            return words_at(document, value)
        case list():
            return "; ".join(_said(each, document) for each in value)
    return f"{value:.15g}" if isinstance(value, float) else str(value)
