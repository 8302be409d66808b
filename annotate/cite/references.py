"""What somebody points at: a finding, a paragraph, a segment, or words.

q-abcdefghij2345         the finding of this id
kolde-2013#p12           the twelfth paragraph of an article
kolde-2013#s31           its segment 31
the water took the fields    words, wherever they stand
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from annotate.cite.anchors import Found, candidates, whole_words
from annotate.errors import RequestError
from annotate.model import SPAN_TYPES, Document, Pair, Quote, Segment, Span, Stretch, span_id

_SPAN = re.compile(rf"[{''.join(kind.letter for kind in SPAN_TYPES.values())}]-[a-z2-7]{{14}}")
_PLACE = re.compile(r"(?P<id>\S.*?)#(?P<unit>[ps])(?P<number>\d{1,9})")
_ONE_WORD = re.compile(r"\S+")


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
    """A stretch of a document. pieces: what of it is quoted, if not all: an ellipsis, or the
    attribution of a quotation that this breaks, leaves out the rest.
    """

    document: Document
    start: int
    end: int
    pieces: tuple[Pair, ...] = ()


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
        raise RequestError(
            f"{_described(reference)} stands in {len(found)} places: {_listed(found)}; "
            "give more words, or one of these"
        )
    return found[0]


def said(document: Document, span: Span) -> tuple[Pair, ...]:
    """The pieces of a quotation that its attribution breaks; none of whatever is quoted whole.

    What cuts its segment in two (a page's end, an advertisement) leaves out none of its words.
    """
    parts = span.parts if isinstance(span, Quote) else ()
    own = [pair for segment in document.segments for pair in segment.stretches]
    told = any(
        document.text[max(start, before) : min(end, after)].strip()
        for (_, before), (after, _) in pairwise(parts)
        for start, end in own
        if start < after and before < end
    )
    return parts if told else ()


def _within(reference: Reference, document: Document) -> Iterator[Passage]:
    """The passages of one document that a reference may point at."""
    for found in _stretches(reference, document):
        pieces = found.pieces if isinstance(found, Found) else ()
        yield Passage(document=document, start=found.start, end=found.end, pieces=pieces)


def _stretches(reference: Reference, document: Document) -> Iterable[Stretch | Segment]:
    """The places in one document that a reference may point at."""
    if reference.kind == "words":
        return _quoted(reference.words or "", document)
    if reference.kind == "span":
        ids = ((span.id or span_id(document.id, span), span) for span in document.spans)
        named = next((span for each, span in ids if each == reference.id), None)
        if named is None:
            return []
        return [Found(start=named.start, end=named.end, pieces=said(document, named))]
    if document.id != reference.id:
        return []
    key = "number" if reference.kind == "paragraph" else "n"
    return [each for each in document.segments if getattr(each, key) == reference.number][:1]


def _quoted(words: str, document: Document) -> Iterable[Found]:
    """Where words stand in a document, else where they do without what cuts its segments."""
    found = candidates(document.text, words, marks=document.marks)
    if not found and (cuts := _cuts(document)):
        found = candidates(document.text, words, marks=(*document.marks, *cuts))
    return whole_words(document.text)(found)


def _cuts(document: Document) -> tuple[Pair, ...]:
    """What stands between the parts of segments, without the white space that ends it."""
    pairs = (
        (before[1], after[0])
        for segment in document.segments
        for before, after in pairwise(segment.parts)
    )
    return tuple((start, start + len(document.text[start:end].rstrip())) for start, end in pairs)


def _listed(found: Iterable[Passage]) -> str:
    """The places, each as it may be pointed at."""
    counted = Counter(map(_address, found))
    return ", ".join(
        f"{place} ({count} times)" if count > 1 else place for place, count in counted.items()
    )


def _address(passage: Passage) -> str:
    """The paragraph or segment that a passage starts in; of a text without any, the offset."""
    holding = (
        each
        for each in passage.document.segments
        if any(first <= passage.start < last for first, last in each.stretches)
    )
    segment = next(holding, None)
    if segment is None:
        return f"{passage.document.id} at {passage.start}"
    number = f"s{segment.n}" if segment.number is None else f"p{segment.number}"
    return f"{passage.document.id}#{number}"


_MARKS = '“”" '


def _described(reference: Reference) -> str:
    """What the reference points at, for a message."""
    if reference.kind == "words":
        words = " ".join((reference.words or "").split())
        return f"“{words.strip(_MARKS)[:80]}”"
    number = "" if reference.number is None else f"#{reference.kind[0]}{reference.number}"
    return f"{reference.kind} '{reference.id}{number}'"


def _advice(reference: Reference) -> str:
    """What would do instead."""
    if reference.kind == "words":
        if _ONE_WORD.fullmatch(reference.words or ""):
            return "give more words as the article has them, or its id with a place, ARTICLE#p1"
        return "give fewer of its words, as the article has them"
    if reference.kind == "span":
        return "run the build again, or give the words"
    return "give the article's id, and a number it has"
