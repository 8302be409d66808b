"""Citations in bulk for other programs: a request a line in, its citations a line out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotate.cite.render import Citeproc
from annotate.errors import RequestError
from annotate.jsonlines import Record, answers


def render_batch(lines: Iterable[str | bytes]) -> Iterator[Record]:
    """For each request its citations and bibliography as plain text, or its error; in order.

    A line is {"id", "style", "items", "cites", "bibliography"}, rendered as if it were alone.
    A style is a name or the path of a .csl file; cites are single or in groups.
    Source: "Citations in bulk" of the JSON interface.
    """
    with Citeproc() as citeproc:
        yield from answers(lines, lambda request: rendered(citeproc, request))


def rendered(citeproc: Citeproc, request: Mapping[str, Any]) -> Record:
    """The answer to one request. Raises RequestError if it is not of its form."""
    if "items" not in request:
        raise RequestError('no "items"; give the works as CSL-JSON, or cite a REF without --batch')
    named = request.get("style", "apa")
    if not isinstance(named, str):
        raise RequestError("style is no name; give one such as apa")
    cites = [[each] if isinstance(each, Mapping) else each for each in _list(request, "cites")]
    wanted = bool(request.get("bibliography", False))
    made = citeproc.render(_list(request, "items"), cites, named, bibliography=wanted)
    return {
        "id": request.get("id"),
        "citations": [each.text for each in made.citations],
        "bibliography": [each.text for each in made.bibliography],
    }


def _list(request: Mapping[str, Any], key: str) -> list[Any]:
    """The list under a key; none if absent."""
    value = request.get(key) or []
    if not isinstance(value, list):
        raise RequestError(f'"{key}" is no list; put it in brackets')
    return value
