"""Citations and bibliographies in any style, by pandoc's citation processor.

One pandoc process answers request after request (`citeproc.lua`): a start costs more than most
citations, and a document of its own for each request keeps them from seeing each other, which
year suffixes, numbers and ibidems would show.
"""

import json
import subprocess
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pypandoc

from annotate.cite.styles import Style, style
from annotate.errors import RequestError

Cite = Mapping[str, Any]
"""One work cited: "id", and where known "locator" and its "label", "prefix", "suffix"."""

_SCRIPT = Path(__file__).with_name("citeproc.lua")
_CITE_FIELDS = ("label", "locator", "prefix", "suffix")


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """A citation or an entry in three forms, escaped as each of them wants."""

    text: str
    markdown: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The citations, in the order asked for, and the entries of the bibliography, in its own."""

    citations: tuple[Formatted, ...]
    bibliography: tuple[Formatted, ...]


class Citeproc:
    """A running citation processor; leave it by the end of a `with`."""

    def __init__(self) -> None:
        self._process = _start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def render(
        self,
        items: Sequence[Mapping[str, Any]],
        cites: Sequence[Sequence[Cite]],
        named: str,
        *,
        bibliography: bool = True,
    ) -> Rendered:
        """What these citations of these items are in a style.

        cites: groups, each a citation. bibliography: whether to make entries, of all the items.
        Raises RequestError if the style, an item or a cite is not what it should be.
        """
        request = _request(items, cites, style(named), bibliography=bibliography)
        answer = self._ask(json.dumps(request))
        if "error" in answer:
            reason = " ".join(str(answer["error"]).split())[:200]
            raise RequestError(f"style '{named}' cannot render these items: {reason}")
        return Rendered(
            citations=tuple(_formatted(each) for each in answer["citations"]),
            bibliography=tuple(_formatted(each) for each in answer["bibliography"]),
        )

    def _ask(self, line: str) -> dict[str, Any]:
        """The answer to one line; a process that died is started again for the next one."""
        assert self._process.stdin is not None  # noqa: S101 - it was opened as a pipe
        assert self._process.stdout is not None  # noqa: S101
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
            answer: dict[str, Any] = json.loads(self._process.stdout.readline() or "null") or {}
        except BrokenPipeError:
            answer = {}
        if not answer:
            self.close()
            self._process = _start()
            return {"error": "pandoc stopped; try the items one by one"}
        return answer


def render(
    items: Sequence[Mapping[str, Any]],
    cites: Sequence[Sequence[Cite]],
    styles: Sequence[str],
) -> dict[str, Rendered]:
    """For each style, what these citations of these items are; asked again, it is remembered.

    Raises RequestError if a style, an item or a cite is not what it should be.
    """
    return dict(
        zip(styles, _remembered(json.dumps(items), json.dumps(cites), tuple(styles)), strict=True)
    )


@lru_cache(maxsize=1024)
def _remembered(items: str, cites: str, styles: tuple[str, ...]) -> tuple[Rendered, ...]:
    with Citeproc() as citeproc:
        return tuple(
            citeproc.render(json.loads(items), json.loads(cites), named) for named in styles
        )


def render_batch(requests: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each request its citations and bibliography as plain text, or its error; in order.

    Each request {"id", "style", "items", "cites", "bibliography"} is rendered as if alone.
    A style is a name or the path of a .csl file; cites are single or in groups.
    Source: "Citations in bulk" of the JSON interface.
    """
    with Citeproc() as citeproc:
        for request in requests:
            try:
                yield _answer(citeproc, request)
            except RequestError as error:
                yield {"id": _id(request), "error": str(error)}


def _answer(citeproc: Citeproc, request: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to a request of a batch."""
    if not isinstance(request, Mapping):
        raise RequestError("a request is no object; give id, style, items and cites")
    named = request.get("style", "apa")
    if not isinstance(named, str):
        raise RequestError("style is no name; give one such as apa")
    cites = [[each] if isinstance(each, Mapping) else each for each in _list(request, "cites")]
    wanted = bool(request.get("bibliography", False))
    made = citeproc.render(_list(request, "items"), cites, named, bibliography=wanted)
    return {
        "id": _id(request),
        "citations": [" ".join(each.text.split()) for each in made.citations],
        "bibliography": [" ".join(each.text.split()) for each in made.bibliography],
    }


def _id(request: Any) -> Any:
    """The request's id, or None if it has none."""
    return request.get("id") if isinstance(request, Mapping) else None


def _list(request: Mapping[str, Any], key: str) -> list[Any]:
    """The list under a key; none if absent."""
    value = request.get(key) or []
    if not isinstance(value, list):
        raise RequestError(f'"{key}" is no list; put it in brackets')
    return value


def _request(
    items: Sequence[Mapping[str, Any]],
    cites: Sequence[Sequence[Cite]],
    chosen: Style,
    *,
    bibliography: bool,
) -> dict[str, Any]:
    """The line that the processor reads, checked."""
    known: dict[str, None] = {}
    for item in items:
        if not isinstance(item, Mapping) or "id" not in item:
            raise RequestError(f"item {str(item)[:60]!r} has no id; give each item one")
        known[str(item["id"])] = None
    return {
        "style": str(chosen.file),
        **({"locale": chosen.locale} if chosen.locale else {}),
        **({"lang": chosen.locale} if chosen.locale and chosen.is_dependent else {}),
        "items": json.dumps([{**item, "id": str(item["id"])} for item in items]),
        "ids": list(known),
        "cites": [_group(group, known) for group in cites],
        "bibliography": bibliography,
    }


def _group(asked: Any, known: Collection[str]) -> list[dict[str, str]]:
    """The works of one citation."""
    if not isinstance(asked, list | tuple):
        raise RequestError(f"cite {str(asked)[:60]!r} is no group; give a list of cites")
    return [_cite(each, known) for each in asked]


def _cite(asked: Any, known: Collection[str]) -> dict[str, str]:
    """One work cited, its id among the items' ids."""
    if not isinstance(asked, Mapping) or "id" not in asked:
        raise RequestError(f"cite {str(asked)[:60]!r} has no id; give the id of an item")
    if str(asked["id"]) not in known:
        listed = ", ".join(sorted(known)) or "none"
        raise RequestError(f"cite of '{asked['id']}', which is no item; the items are {listed}")
    fields = {key: str(asked[key]) for key in _CITE_FIELDS if asked.get(key) not in (None, "")}
    return {"id": str(asked["id"]), **fields}


def _formatted(answer: Mapping[str, str]) -> Formatted:
    """The three forms, each on one line."""
    return Formatted(**{form: " ".join(answer[form].split()) for form in answer})


def _start() -> subprocess.Popen[str]:
    """A processor that waits for its first line."""
    return subprocess.Popen(  # noqa: S603 - our own program and script
        [pypandoc.get_pandoc_path(), "lua", str(_SCRIPT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
