"""Where the pages lie when they are files: for a host that only hands out files, or for none.

What a server is asked by its query is then a file of its own, links lead from file to file, and
an address that narrows what one page shows all the same leads to that page.
"""

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import quote, unquote_plus, urlencode

from annotate.model import Segment
from annotate.publish import headers
from annotate.publish.addresses import Addresses, Pair, segment_anchor

MARK = "annotate.filed"
"""Where a request carries the addresses of the file that its page will be."""

HOME = "index.html"
ASSETS = "assets"

Place = tuple[str, str]
"""An article, and an anchor on the page of its quotations."""

_LONGEST = 60
"""Letters of a file's name that tell what it is; a few signs of a hash keep it from others."""

_NARROWING = frozenset({"layer", "voice"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All files of a set of pages.

    place_of: where a finding, by its id, is ready to be quoted. is_listed: whether search engines
    may list the pages. addresses: what each file that was spoken of is asked for by. assets: names
    of the styles and scripts spoken of.
    """

    place_of: Callable[[str], Place]
    is_listed: bool = False
    addresses: dict[str, str] = field(default_factory=dict)
    assets: set[str] = field(default_factory=set)

    def file(self, address: str) -> str:
        """The name of the file that answers to an address."""
        name = file_name(address)
        self.addresses.setdefault(name, address)
        return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed(Addresses):
    """The addresses on one page that is a file. here: its name."""

    shelf: Shelf
    here: str = HOME

    @property
    def is_filed(self) -> bool:
        """Whether the pages are files, which can ask a server for nothing."""
        return True

    @property
    def policy(self) -> str:
        """What the page tells browsers that it may do."""
        return headers.FILED + ("; frame-src 'self'" if self.here.startswith("original/") else "")

    def asset(self, name: str) -> str:
        """Of a style or script of ours."""
        self.shelf.assets.add(name)
        return self._from_here(f"{ASSETS}/{name}")

    def article(self, document: str, anchor: str = "", **more: str) -> str:  # noqa: ARG002  # whole
        """Of an article, at a paragraph or a finding of it."""
        return Addresses.article(self, document, anchor)

    def beside(self, document: str, anchor: str = "") -> str:  # noqa: ARG002  # whole
        """Of what was received of an article, alone."""
        return self.original(document)

    def original(self, document: str, anchor: str = "") -> str:  # noqa: ARG002  # whole
        """Of what was received of an article; no place of it is marked."""
        return Addresses.original(self, document)

    def received(self, document: str, anchor: str = "") -> str:  # noqa: ARG002  # whole
        """Of what is shown of it in a frame."""
        return Addresses.received(self, document)

    def cite_segment(self, document: str, segment: Segment) -> str:
        """Of a segment ready to be quoted; what is no part of a work is not."""
        anchor = "" if segment.kind == "boilerplate" else segment_anchor(segment)
        return self.quotations(document, anchor)

    def cite_span(self, span: str) -> str:
        """Of a finding ready to be quoted, or of the passage that it stands in."""
        return self.quotations(*self.shelf.place_of(span))

    def statements(self, **wanted: str | None) -> str:
        """Of the sentences that a filter leaves; all of one speaker's stand on one page."""
        speaker = wanted.get("speaker")
        if speaker and set(wanted) - {"speaker"} <= _NARROWING:
            return self.who(speaker)
        return Addresses.statements(self, **wanted)

    def who(self, name: str | None, **more: str) -> str:
        """Of everything that somebody says; None for what nobody is said to say."""
        return Addresses.who(self, name, **{key: more[key] for key in ("page",) if key in more})

    def _listed(self, path: str, conditions: Iterable[Pair]) -> str:
        return self._to(path, "", dict(conditions))

    def _to(self, path: str, anchor: str = "", more: dict[str, str] | None = None) -> str:
        query = {key: value for key, value in (more or {}).items() if (key, value) != _FIRST}
        ending = f"?{urlencode(sorted(query.items()))}" if query else ""
        file = self.shelf.file(f"{path}{ending}")
        if anchor and file == self.here:
            return f"#{quote(anchor)}"
        return self._from_here(file) + (f"#{quote(anchor)}" if anchor else "")

    def _from_here(self, file: str) -> str:
        return posixpath.relpath(file, posixpath.dirname(self.here) or ".")


_FIRST = ("page", "1")


def of(request: Any) -> Filed | None:
    """The addresses of the file that a request's page will be, None where a server answers it."""
    found: Filed | None = request.scope.get(MARK)
    return found


def file_name(address: str) -> str:
    """The file that answers to an address: "who/anja-kolde.html" to "/-/who/Anja%20Kolde".

    Its signs are those that every host and every disk takes as they are.
    """
    path, _, query = address.partition("?")
    head, _, tail = path.removeprefix("/-/").partition("/")
    if path == "/":
        return HOME
    if head == "export":
        return f"downloads/{_EXPORTS[tail]}"
    ending = _ENDINGS.get(query, ".html")
    return f"{head}/{_slug(tail + (f'?{query}' if query else ''))}{ending}"


_EXPORTS = {
    "csv": "sentences.csv",
    "json-lines": "articles.jsonl",
    "csl-json": "works.json",
    "ris": "works.ris",
    "biblatex": "works.bib",
}
"""Files of the whole corpus in the forms that results are taken along in."""

_ENDINGS = {"form=csv": ".csv", "form=json": ".jsonl"}


def _slug(spelled: str) -> str:
    """A name for a file: the words as far as ASCII has them, and a hash where these are not all."""
    words = unquote_plus(spelled)
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
    if slug == words:
        return slug or "all"
    return f"{slug}-{sha256(spelled.encode()).hexdigest()[:10]}".lstrip("-")
