"""The page of the facets: sentences with what was found in them, and what narrows them further."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from annotate.model import Pair, Segment
from annotate.publish import conditions as said
from annotate.publish import narrowing
from annotate.publish.addresses import Addresses, segment_anchor
from annotate.publish.answering import answering, page, pages_of
from annotate.publish.conditions import Conditions
from annotate.publish.corpora import Corpus
from annotate.publish.display import instead
from annotate.publish.notes import Note, note
from annotate.store import columns, hits, queries, search, selection
from annotate.store.kept import kept
from annotate.store.selection import Asked, Selection

PAGE = 20
"""Sentences on a page of results."""

NOTES = 6
"""Findings told beside a sentence; the rest are marked in it."""


FORMS: Mapping[str, str] = MappingProxyType(
    {
        "csv": "CSV",
        "json-lines": "JSON lines",
        "markdown": "quotations in Markdown",
        "csl-json": "works as CSL-JSON",
        "ris": "RIS",
        "biblatex": "BibLaTeX",
    }
)
"""The forms that a result can be taken along in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A sentence laid out. pieces: its words, each with whether they were sought."""

    hit: hits.Sentence
    href: str
    quote: str
    pieces: tuple[tuple[str, bool], ...]
    notes: tuple[Note, ...]
    further: int


@answering
async def find(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of the facets."""
    asked = await asked_of(request, corpus)
    topics = {topic.key: topic.statement for topic in await corpus.ask(queries.topics)}
    selected, sentences = await corpus.ask(lambda conn: _answer(conn, asked))
    total = len(selected.sentences)
    at = corpus.addresses
    context = {
        "corpus": corpus,
        "conditions": asked,
        "words": asked.words,
        "total": total,
        "meeting": narrowing.meeting(selected, asked),
        "page": asked.page,
        "pages": pages_of(total, PAGE),
        "first": (asked.page - 1) * PAGE + 1,
        "chosen": said.chosen(asked, at),
        **narrowing.choices(selected, asked, at),
        "found": [_found(each, topics, at) for each in sentences],
        "exports": exports(asked, at),
        "turned": lambda to: at.find([*asked.query, ("page", str(to))]),
    }
    return await page(datasette, request, "find", context)


async def asked_of(request: Any, corpus: Corpus) -> Conditions:
    """What an address asks for; whoever it calls by another name of the codebook is meant."""
    asked = said.asked(request.args)
    if not asked.names:
        return asked
    return asked.with_names(await corpus.ask(lambda conn: queries.canonical(conn, asked.names)))


def exports(asked: Conditions, at: Addresses) -> list[tuple[str, str]]:
    """The forms that a result can be taken along in, and where."""
    return [(name, at.export(form, asked.query)) for form, name in FORMS.items()]


def _answer(conn: Any, asked: Conditions) -> tuple[Selection, list[hits.Sentence]]:
    known = kept(conn, columns.read)
    question = question_of(conn, asked)
    selected = selection.select(
        known,
        question,
        facets=narrowing.offered(question),
        most=narrowing.MOST,
        full=asked.full,
    )
    first = (asked.page - 1) * PAGE
    places = known.sentences[selected.sentences[first : first + PAGE]]
    return selected, hits.sentences(conn, places.tolist(), question, asked.words)


def question_of(conn: Any, asked: Conditions) -> Asked:
    """What an address asks of the columns."""
    return Asked(
        wanted=asked.wanted,
        layers=asked.layers,
        segments=search.segments(conn, asked.words) if asked.words else None,
    )


def _found(hit: hits.Sentence, topics: Mapping[str, str], at: Addresses) -> Found:
    segment = Segment(n=hit.n, kind=hit.kind, start=hit.start, end=hit.end, number=hit.number)
    anchor = hit.findings[0].id if hit.findings else segment_anchor(segment)
    hidden = [(hit.start + start, hit.start + end) for start, end in hit.hidden]
    return Found(
        hit=hit,
        href=at.article(hit.document, anchor),
        quote=at.quote_words(hit.document, start=str(hit.start), end=str(hit.end)),
        pieces=tuple(pieces(hit.text, hit.marks, hit.hidden)),
        notes=tuple(note(each, topics, hidden) for each in hit.findings[:NOTES]),
        further=max(0, len(hit.findings) - NOTES),
    )


def pieces(
    text: str, marks: Sequence[Pair], hidden: Sequence[Pair] = ()
) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether a mark holds it; marks may overlap, what is hidden goes.

    Where markup holds a line end that breaks no word, a space stays.
    """
    borders = sorted({0, len(text), *(at for pair in (*marks, *hidden) for at in pair)})
    held: list[tuple[str, bool]] = []
    for start, end in pairwise(borders):
        words = text[start:end]
        if any(first <= start and end <= last for first, last in hidden):
            words = instead(text, (start, end))
        is_marked = any(first <= start and end <= last for first, last in marks)
        if held and held[-1][1] == is_marked:
            held[-1] = (held[-1][0] + words, is_marked)
        else:
            held.append((words, is_marked))
    yield from held
