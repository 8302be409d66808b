"""The interface for other programs: documents in, annotated documents out, as JSON lines."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from annotate import pipeline, records
from annotate.codebook import EMPTY, Codebook
from annotate.errors import RequestError
from annotate.jsonlines import Record, answers
from annotate.language import BLANK
from annotate.model import Document

FORMS = ("text", "html", "markdown")
"""The forms an article may come in; a line has exactly one of them."""


def pipe(
    lines: Iterable[str | bytes],
    *,
    codebook: Codebook = EMPTY,
    layers: Collection[str] = pipeline.ALL,
    name: str = BLANK,
) -> Iterator[Record]:
    """For each line its annotated record, or `{"id", "error"}` for a line that cannot be read."""
    return answers(lines, lambda line: annotated(line, codebook, layers, name))


def annotated(
    request: Mapping[str, Any], codebook: Codebook, layers: Collection[str], name: str
) -> Record:
    """The record of one document. Raises AnnotateError if the request is not of its form."""
    form = _form(request)
    known = records.meta(_object(request, "meta"))
    document = pipeline.read(
        _string(request, form),
        id=_string(request, "id"),
        form=form,
        url=request.get("url"),
        known=known,
    )
    document = _targeted(document, request)
    return records.to_record(
        pipeline.tag(document, codebook=codebook, layers=layers, pipeline=name)
    )


def shown(names: str | None) -> tuple[str, ...]:
    """The layers that a list by commas names, all of them for None, none for "none"."""
    if names is None:
        return pipeline.ALL
    wanted = tuple(name.strip() for name in names.split(",") if name.strip())
    return () if wanted == ("none",) else pipeline.known(wanted)


def _form(request: Mapping[str, Any]) -> str:
    given = [form for form in FORMS if form in request]
    if not given:
        raise RequestError('no "text", "html" or "markdown"')
    if len(given) > 1:
        raise RequestError(f'"{given[0]}" and "{given[1]}" in one line; give one of them')
    return given[0]


def _string(request: Mapping[str, Any], key: str) -> str:
    value = request.get(key)
    if not isinstance(value, str):
        raise RequestError(f'"{key}" is not a string')
    if not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
        raise RequestError(f'"{key}" holds half a character (a lone surrogate)')
    return value


def _object(request: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = request.get(key, {})
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise RequestError(f'"{key}" is not an object')
    return value


def _targeted(document: Document, request: Mapping[str, Any]) -> Document:
    targets = request.get("targets") or []
    try:
        asked = records.with_targets(document, targets)
    except (KeyError, TypeError, AttributeError):
        raise RequestError('"targets" are not objects with "id", "start" and "end"') from None
    for target in asked.targets:
        if not 0 <= target.start < target.end <= len(document.text):
            raise RequestError(f"target {target.id!r} lies outside the text")
    return asked
