"""A reference resolved in a database: in which documents to look, and the passage found there."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from annotate.cite import references
from annotate.cite.anchors import candidates
from annotate.cite.references import Passage, Reference
from annotate.cite.snippet import Snippet, snippet
from annotate.errors import RequestError
from annotate.model import Document
from annotate.store import database, queries, search

SEGMENTS = 100
"""How many segments that may hold the words are looked into. All of those that hold them in order
come first, so that words in more places than these are too few to point at one anyway."""


def passage(conn: sqlite3.Connection, written: str) -> Passage:
    """The passage that a reference points at: a span's id, ARTICLE#p12, ARTICLE#s31, or words.

    Raises RequestError if there is none, or words stand in more than one place.
    """
    reference = references.parse(written)
    try:
        return references.locate(reference, _documents(conn, reference))
    except RequestError as error:
        if had := _had(conn, reference):
            raise RequestError(f"{error}; {had}") from None
        if reference.words in {listing.id for listing in queries.documents(conn)}:
            raise RequestError(
                f"'{reference.words}' is a whole article; add the paragraph, "
                f"{reference.words}#p1, or give some of its words"
            ) from None
        raise


def _had(conn: sqlite3.Connection, reference: Reference) -> str:
    """That the words of a reference stood in an article before it changed, "" if they did not."""
    words = reference.words or ""
    if not words or any(_holds(each, words) for each in _documents(conn, reference)):
        return ""
    found = next((each for each in queries.replaced(conn) if _holds(each, words)), None)
    if found is None:
        return ""
    return f"{found.document!r} had them before it changed (text {found.version})"


def _holds(text: Document | queries.Version, words: str) -> bool:
    return bool(candidates(text.text, words, marks=text.marks))


def _documents(conn: sqlite3.Connection, reference: Reference) -> list[Document]:
    if reference.kind == "words":
        found = search.find_text(conn, reference.words or "", limit=SEGMENTS)
        names = dict.fromkeys(candidate.document for candidate in found)
    elif reference.kind == "span":
        names = dict.fromkeys([queries.span(conn, str(reference.id))[0]])
    else:
        names = dict.fromkeys([str(reference.id)])
    return [queries.document(conn, name) for name in names]


def cite(written: Iterable[str], *, path: Path, style: str = "apa") -> list[Snippet]:
    """The snippet of each reference, from the database at a path.

    Raises RequestError for a reference that points at nothing, or a style that is none;
    StoreError if there is no database.
    """
    cited = cite_each(written, path=path, style=style)
    if cited.faults:
        raise cited.faults[0]
    return cited.found


class Cited(NamedTuple):
    """The snippets of references, why others lead to nothing, and what to know of those found."""

    found: list[Snippet]
    faults: list[RequestError]
    notes: list[str]


def cite_each(written: Iterable[str], *, path: Path, style: str = "apa") -> Cited:
    """As `cite`, but what points at nothing costs itself alone."""
    found: list[Passage] = []
    faults: list[RequestError] = []
    notes: list[str] = []
    with closing(database.open_for_reading(path)) as conn:
        for each in written:
            try:
                found.append(passage(conn, each))
            except RequestError as error:
                faults.append(error)
                continue
            if references.parse(each).kind == "span" and (had := reworded(conn, found[-1])):
                notes.append(f"{each}: {had}")
    snippets = [
        snippet(each.document, each.start, each.end, style=style, pieces=each.pieces)
        for each in found
    ]
    return Cited(snippets, faults, notes)


def reworded(conn: sqlite3.Connection, found: Passage) -> str:
    """What stood in the place of a passage before its article changed, "" if just that did.

    A finding's id hangs on its place: in a text where “12” was corrected to “14”, the id that was
    of the one is of the other.
    """
    document, text = found.document, found.document.text
    words = text[found.start : found.end]
    around = text[max(0, found.start - _AROUND) : found.start], text[found.end :][:_AROUND]
    for each in queries.replaced(conn, document.id):
        before, behind = each.text[: found.start], each.text[found.end :]
        had = each.text[found.start : found.end]
        if had != words and (before[-_AROUND:], behind[:_AROUND]) == around:
            return (
                f"“{' '.join(had.split())}” stood here before {document.id!r} changed "
                f"(text {each.version})"
            )
    return ""


_AROUND = 12
"""Signs on each side that are the same where only the words between them have been changed."""
