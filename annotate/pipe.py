"""The interface for other programs: documents in, annotated documents out, as JSON lines."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from jsonschema.exceptions import ValidationError

from annotate import pipeline, records, schemas
from annotate.codebook import EMPTY, Codebook
from annotate.dates import is_day
from annotate.errors import RequestError
from annotate.jsonlines import Record, answers
from annotate.model import ENGLISH, Document

FORMS = ("text", "html", "markdown")
"""The forms an article may come in; a line has exactly one of them."""


def pipe(
    lines: Iterable[str | bytes],
    *,
    codebook: Codebook = EMPTY,
    layers: Collection[str] = pipeline.ALL,
    name: str = ENGLISH,
) -> Iterator[Record]:
    """For each line its annotated record, or `{"id", "error"}` for a line that cannot be read.

    name: the language pipeline that reads the documents.
    """
    return answers(lines, lambda line: annotated(line, codebook, layers, name))


def annotated(
    request: Mapping[str, Any], codebook: Codebook, layers: Collection[str], name: str
) -> Record:
    """The record of one document. Raises AnnotateError if the request is not of its form."""
    check(request)
    form = _form(request)
    document = pipeline.read(
        request[form],
        id=request["id"],
        form=form,
        url=request.get("url"),
        known=records.meta(request.get("meta") or {}),
    )
    asked = records.with_targets(document, request.get("targets") or [])
    _check_targets(asked)
    return records.to_record(pipeline.tag(asked, codebook=codebook, layers=layers, pipeline=name))


def check(request: Mapping[str, Any]) -> None:
    """Raises RequestError if the request is not of the form that its schema states."""
    for problem in schemas.validator("request").iter_errors(request):
        raise RequestError(_sentence(problem))
    for key in ("published", "accessed"):
        day = (request.get("meta") or {}).get(key)
        if day and not is_day(day):
            raise RequestError(
                f'"meta.{key}": {day!r} is no day; write 2012-03-01, 2012-03 or 2012'
            )


_KINDS = {
    "string": "a string",
    "integer": "a whole number",
    "array": "a list",
    "object": "an object",
}


def _sentence(problem: ValidationError) -> str:
    where = ".".join(str(part) for part in problem.absolute_path)
    if problem.validator == "type":
        wanted: Any = problem.validator_value
        kind = wanted if isinstance(wanted, str) else wanted[0]
        return f'"{where}" is not {_KINDS[kind]}'
    return f'"{where or "the line"}": {problem.message[:200]}'


def _check_targets(document: Document) -> None:
    for target in document.targets:
        if not 0 <= target.start < target.end <= len(document.text):
            raise RequestError(f"target {target.id!r} lies outside the text")


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
