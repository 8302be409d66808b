"""Citations and bibliographies in any style, by pandoc's citation processor.

One pandoc process answers request after request (`citeproc.lua`): a start costs more than most
citations, and a document of its own for each request keeps them from seeing each other, which
year suffixes, numbers and ibidems would show.
"""

import atexit
import json
import re
import subprocess
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pypandoc

from annotate.cite.items import checked, whole
from annotate.cite.styles import Style, style
from annotate.errors import RequestError

Cite = Mapping[str, Any]
"""One work cited: "id", and where known "locator" and its "label", "prefix", "suffix"."""

PATIENCE = 120
"""Seconds that one request may take; all passages of a long article take two."""

_SCRIPT = Path(__file__).with_name("citeproc.lua")
_INSIDES = re.compile(r"\.lua\b|Error in \$|stack traceback")
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
            raise RequestError(f"style '{named}' cannot render these items{_reason(answer)}")
        return Rendered(
            citations=tuple(_formatted(each) for each in answer["citations"]),
            bibliography=tuple(_formatted(each) for each in answer["bibliography"]),
        )

    def _ask(self, line: str) -> dict[str, Any]:
        """The answer to one line; a process that died is started again for the next one."""
        assert self._process.stdin is not None  # noqa: S101 - it was opened as a pipe
        assert self._process.stdout is not None  # noqa: S101
        late = threading.Timer(PATIENCE, self._process.kill)
        late.start()
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
            answer: dict[str, Any] = json.loads(self._process.stdout.readline() or "null") or {}
        except BrokenPipeError:
            answer = {}
        finally:
            late.cancel()
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


@contextmanager
def running() -> Iterator[Citeproc]:
    """The processor that this program keeps running, for one user at a time."""
    with _taken:
        yield _kept()


_taken = threading.Lock()


@cache
def _kept() -> Citeproc:
    started = Citeproc()
    atexit.register(started.close)
    return started


@lru_cache(maxsize=1024)
def _remembered(items: str, cites: str, styles: tuple[str, ...]) -> tuple[Rendered, ...]:
    with running() as citeproc:
        return tuple(
            citeproc.render(json.loads(items), json.loads(cites), named) for named in styles
        )


def _request(
    items: Sequence[Mapping[str, Any]],
    cites: Sequence[Sequence[Cite]],
    chosen: Style,
    *,
    bibliography: bool,
) -> dict[str, Any]:
    """The line that the processor reads, checked."""
    works = checked(items)
    known = [work["id"] for work in works]
    whole(cites, "a cite")
    return {
        "style": str(chosen.file),
        **({"locale": chosen.locale} if chosen.locale else {}),
        **({"lang": chosen.locale} if chosen.locale and chosen.is_dependent else {}),
        "items": json.dumps(works),
        "ids": known,
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


def _reason(answer: Mapping[str, Any]) -> str:
    """What the processor said, if it is about the style or the items and not its own insides."""
    said = " ".join(str(answer["error"]).split())[:200]
    return "; try the items one by one" if _INSIDES.search(said) else f": {said}"


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
