"""Where the pages lie: the one place that knows how an address is spelled.

An article's id may hold slashes, dots, spaces and any script; slashes stay, the rest is
percent-encoded. Where one Datasette serves several corpora, `?database=` tells which is meant.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote, urlencode

from annotate.model import Segment

Pair = tuple[str, str]
"""A name and a value behind the question mark."""

_PLAIN = re.compile(r"[A-Za-z0-9-]+")
"""What an address says as it is."""

HASH = 16
"""Digits of a text's hash that an address tells: two texts of an article do not share them."""

PASSAGE = "annotate-passage"
"""The anchor of the passage that is marked in what was received."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The addresses of one corpus.

    path: what puts the server's prefix before a path. database: its name, where it must be told.
    reviewed: whether people decide here.
    """

    path: Callable[[str], str]
    database: str | None = None
    reviewed: bool = False

    @property
    def is_filed(self) -> bool:
        """Whether the pages are files, which can ask a server for nothing."""
        return False

    def asset(self, name: str) -> str:
        """Of a style or script of ours."""
        return self.path(f"/-/static-plugins/annotate/{name}")

    def review(self, action: str = "", **more: str) -> str:
        """Of the queue of what waits for a person, or of a form's action there."""
        return self._to(f"/-/review/{action}" if action else "/-/review", "", more)

    def review_finding(self, span: str, back: str = "") -> str:
        """Of the page on which a finding is decided about. back: the queue one comes from."""
        path = f"/-/review/finding/{quote(span, safe='')}"
        return self._to(path, "", {"back": back} if back else {})

    def article(self, document: str, anchor: str = "", **more: str) -> str:
        """Of an article, at a paragraph or a finding of it."""
        return self._to(f"/-/article/{_quoted(document)}", anchor, more)

    def cite_segment(self, document: str, segment: Segment) -> str:
        """Of the citation of a segment: by its paragraph number, else by its place."""
        return self._to(f"/-/cite/article/{_quoted(document)}/{segment_anchor(segment)}")

    def cite_span(self, span: str) -> str:
        """Of the citation of a finding; quick, as a page has thousands."""
        before, after = _around_span(self)
        known = span if _PLAIN.fullmatch(span) else quote(span, safe="")
        return f"{before}{known}{after}"

    def beside(self, document: str, anchor: str = "") -> str:
        """Of an article with what was received of it beside, both at a paragraph or segment."""
        return self.article(document, anchor, beside=anchor or "start")

    def original(self, document: str, anchor: str = "") -> str:
        """Of what was received of an article, at a paragraph or another segment."""
        return self._to(f"/-/original/{_quoted(document)}", "", {"at": anchor} if anchor else {})

    def received(self, document: str, anchor: str = "") -> str:
        """Of what is shown of it in a frame."""
        mark = PASSAGE if anchor else ""
        return self._to(f"/-/received/{_quoted(document)}", mark, {"at": anchor} if anchor else {})

    def printed(self, document: str, number: int) -> str:
        """Of a printed page of it, by its number from 1 on."""
        return self._to(f"/-/received/{_quoted(document)}", "", {"page": str(number)})

    def search(self, words: str = "", **more: str) -> str:
        """Of a search for words."""
        return self._to("/-/search", "", {"q": words, **more} if words else more)

    def find(self, conditions: Iterable[Pair] = ()) -> str:
        """Of the sentences whose findings meet conditions: pairs of a facet and a value."""
        return self._listed("/-/find", conditions)

    def export(self, form: str, conditions: Iterable[Pair]) -> str:
        """Of the same sentences in a form for other programs."""
        return self._listed(f"/-/export/{quote(form, safe='')}", conditions)

    def quote(self, document: str, start: int, end: int, sha256: str) -> str:
        """Of a passage that stands in a text of this hash, for good."""
        path = f"/-/quote/{_quoted(document)}/{start}-{end}"
        return self._to(path, "", {"text": sha256[:HASH]})

    def quote_words(self, document: str, **more: str) -> str:
        """Of the passage of an article that words are from, wherever they stand in it."""
        return self._to(f"/-/quote/{_quoted(document)}", "", more)

    def quotations(self, document: str, anchor: str = "") -> str:
        """Of all passages of an article ready to be quoted, at one of them."""
        return self._to(f"/-/quotations/{_quoted(document)}", anchor)

    def figures(self, anchor: str = "", **more: str) -> str:
        """Of the ledger of figures, at a quantity of it."""
        return self._to("/-/figures", anchor, {key: each for key, each in more.items() if each})

    def statements(self, **wanted: str | None) -> str:
        """Of the sentences that a filter leaves; None is what the texts do not state."""
        return self._to("/-/statements", "", {key: value or "" for key, value in wanted.items()})

    def who(self, name: str | None, **more: str) -> str:
        """Of everything that somebody says; None for what nobody is said to say."""
        if not name:
            return self.statements(speaker=None)
        return self._to(f"/-/who/{quote(name, safe='')}", "", more)

    def view(self, name: str, **more: str) -> str:
        """Of a page about the whole corpus: matrix, who, terms, recommendations."""
        return self._to(f"/-/{name}", "", more)

    def start(self) -> str:
        """Of what the corpus holds."""
        return self._to("/")

    def _listed(self, path: str, conditions: Iterable[Pair]) -> str:
        query = list(conditions)
        if self.database is not None:
            query.append(("database", self.database))
        return f"{self.path(path)}?{urlencode(query)}" if query else self.path(path)

    def _to(self, path: str, anchor: str = "", more: dict[str, str] | None = None) -> str:
        query = dict(more or {})
        if self.database is not None:
            query["database"] = self.database
        ending = f"?{urlencode(query)}" if query else ""
        return f"{self.path(path)}{ending}" + (f"#{quote(anchor)}" if anchor else "")


@lru_cache(maxsize=64)
def _around_span(addresses: Addresses) -> tuple[str, str]:
    """What stands before and behind a finding's id in the address of its citation."""
    before, _, after = addresses._to("/-/cite/span/-id-").partition("-id-")
    return before, after


def segment_anchor(segment: Segment) -> str:
    """What a segment is called in addresses: "p12" by its paragraph number, "s3" by its place."""
    return segment_place(segment.n, segment.number)


def segment_place(n: int | None, number: int | None) -> str:
    """The same by the segment's number and its paragraph's; "" where neither is known."""
    if number is not None:
        return f"p{number}"
    return "" if n is None else f"s{n}"


def named(part: str) -> str:
    """The name that a part of an address spells."""
    return unquote(part)


def _quoted(document: str) -> str:
    return quote(document, safe="/")
