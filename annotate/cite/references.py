"""What somebody points at: a finding, a paragraph, a segment, or words.

q-abcdefghij2345         the finding of this id
kolde-2013#p12           the twelfth paragraph of an article
kolde-2013#s31           its segment 31
the water took the fields    words, wherever they stand
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from annotate.cite.anchors import find_quote
from annotate.errors import RequestError
from annotate.model import SPAN_TYPES, Document, Segment, Stretch, span_id

_SPAN = re.compile(rf"[{''.join(kind.letter for kind in SPAN_TYPES.values())}]-[a-z2-7]{{14}}")
_PLACE = re.compile(r"(?P<id>\S.*?)#(?P<unit>[ps])(?P<number>\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What somebody points at, as far as its words say.

    id: of the finding, or of the article. number: of its paragraph or segment. words: quoted.
    """

    kind: Literal["span", "paragraph", "segment", "words"]
    id: str | None = None
    number: int | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a document."""

    document: Document
    start: int
    end: int


def parse(written: str) -> Reference:
    """What a reference points at; whatever is no id and no place is quoted words.

    Raises RequestError if there is nothing in it.
    """
    line = written.strip()
    if not line:
        raise RequestError("an empty reference; give an id, ARTICLE#p12, ARTICLE#s31 or words")
    if _SPAN.fullmatch(line):
        return Reference(kind="span", id=line)
    if place := _PLACE.fullmatch(line):
        kind: Literal["paragraph", "segment"] = "paragraph" if place["unit"] == "p" else "segment"
        return Reference(kind=kind, id=place["id"], number=int(place["number"]))
    return Reference(kind="words", words=line)


def locate(reference: Reference, documents: Iterable[Document]) -> Passage:
    """The passage that a reference points at among these documents.

    Raises RequestError if there is none, or words stand in more than one place.
    """
    found = [passage for document in documents for passage in _within(reference, document)]
    if not found:
        raise RequestError(
            f"{_described(reference)} is in none of the articles; {_advice(reference)}"
        )
    if len(found) > 1:
        listed = ", ".join(f"{passage.document.id} at {passage.start}" for passage in found)
        raise RequestError(
            f"{_described(reference)} is in {len(found)} articles: {listed}; give more words"
        )
    return found[0]


def _within(reference: Reference, document: Document) -> Sequence[Passage]:
    """The passage of one document that a reference points at, if any."""
    found = _stretch(reference, document)
    return [Passage(document=document, start=found.start, end=found.end)] if found else []


def _stretch(reference: Reference, document: Document) -> Stretch | Segment | None:
    """The place in one document that a reference points at."""
    if reference.kind == "words":
        return find_quote(document.text, reference.words or "", marks=document.marks)
    if reference.kind == "span":
        ids = ((span.id or span_id(document.id, span), span) for span in document.spans)
        found = next((span for each, span in ids if each == reference.id), None)
        return Stretch(start=found.start, end=found.end) if found else None
    if document.id != reference.id:
        return None
    key = "number" if reference.kind == "paragraph" else "n"
    numbered = (each for each in document.segments if getattr(each, key) == reference.number)
    return next(numbered, None)


def _described(reference: Reference) -> str:
    """What the reference points at, for a message."""
    if reference.kind == "words":
        return f"“{' '.join((reference.words or '').split())[:80]}”"
    number = "" if reference.number is None else f"#{reference.kind[0]}{reference.number}"
    return f"{reference.kind} '{reference.id}{number}'"


def _advice(reference: Reference) -> str:
    """What would do instead."""
    if reference.kind == "words":
        return "give fewer of its words, as the article has them"
    if reference.kind == "span":
        return "run the build again, or give the words"
    return "give the article's id, and a number it has"
