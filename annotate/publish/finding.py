"""The page of the facets: sentences with what was found in them, and what narrows them further."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import numpy as np

from annotate.model import Pair, Segment
from annotate.publish import conditions as said
from annotate.publish.addresses import Addresses, segment_anchor
from annotate.publish.answering import answering, page
from annotate.publish.conditions import LAYER_NAMES, Conditions
from annotate.publish.corpora import Corpus
from annotate.publish.display import instead
from annotate.publish.notes import Note, note
from annotate.store import columns, hits, queries, search, selection
from annotate.store.facets import ARTICLE, FACETS, FOUND, LAYERS, OWN
from annotate.store.kept import kept
from annotate.store.selection import Asked, Counts, Selection

PAGE = 20
"""Sentences on a page of results."""

MOST = 8
"""Values of a facet on the page; a link leads to all."""

FULL = 1000
"""Values of a facet where all of them are asked for."""

LEADING = ("topic", "holder", "stance", "source", "counted", "name", "type", "term")
"""Facets that are offered whatever is asked; the others once their layer is."""

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
class Value:
    """A value of a facet. href: of the results with it, or without it where it is chosen."""

    name: str
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A facet with its values. more: how many are not shown, all: where they are."""

    key: str
    title: str
    values: tuple[Value, ...]
    more: int
    all: str


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
        "page": asked.page,
        "pages": -(-total // PAGE),
        "first": (asked.page - 1) * PAGE + 1,
        "chosen": said.chosen(asked, at),
        "layers": list(_layers(selected, asked, at)),
        "groups": list(_groups(selected, asked, at)),
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
        facets=_offered(question),
        most=MOST,
        full=asked.full,
    )
    first = (asked.page - 1) * PAGE
    places = known.sentences[selected.sentences[first : first + PAGE]]
    return selected, hits.sentences(conn, places.tolist(), question, asked.words)


def question_of(conn: Any, asked: Conditions) -> Asked:
    """What an address asks of the columns."""
    rows = search.segments(conn, asked.words) if asked.words else None
    return Asked(
        wanted=asked.wanted,
        layers=asked.layers,
        segments=None if rows is None else np.array(rows, dtype=np.int64),
    )


def _offered(question: Asked) -> list[str]:
    own = [each.key for each in OWN if each.layer in question.required or each.key in LEADING]
    shared = [each.key for each in (*FOUND, *ARTICLE) if each.key not in _UNOFFERED]
    return [*own, *shared]


def _layers(selected: Selection, asked: Conditions, at: Addresses) -> Iterator[Value]:
    for layer in LAYERS:
        count = selected.layers[layer]
        is_chosen = layer in asked.layers
        if count or is_chosen:
            href = at.find(asked.toggled("layer", layer).query)
            yield Value(name=LAYER_NAMES[layer], count=count, href=href, chosen=is_chosen)


def _groups(
    selected: Selection, asked: Conditions, at: Addresses
) -> Iterator[tuple[str, list[Choice]]]:
    """The facets that have a value, under the names of their layers."""
    parts: Sequence[tuple[str, Sequence[Any]]] = [
        *((LAYER_NAMES[layer], [each for each in OWN if each.layer == layer]) for layer in _ORDER),
        ("articles", ARTICLE),
        ("findings", FOUND),
    ]
    for name, facets in parts:
        choices = [
            _choice(selected.counts[each.key], asked, at)
            for each in facets
            if each.key in selected.counts and selected.counts[each.key].distinct
        ]
        if choices:
            yield name, choices


_UNOFFERED = frozenset({"article"})
"""Facets that an address may ask for, but that a list of thousands would not help to choose."""

_ORDER = ("stance", "quote", "number", "entity", "term")


def _choice(counts: Counts, asked: Conditions, at: Addresses) -> Choice:
    ticked = asked.wanted.get(counts.key, [])
    listed = counts.values[:FULL]
    known = {str(value) for value, _ in listed}
    every = [*((value, 0) for value in ticked if value not in known), *listed]
    return Choice(
        key=counts.key,
        title=FACETS[counts.key].title,
        values=tuple(
            Value(
                name=said.shown(counts.key, value),
                count=count,
                href=at.find(asked.toggled(counts.key, str(value)).query),
                chosen=str(value) in ticked,
            )
            for value, count in every
        ),
        more=counts.distinct - len(listed),
        all=at.find([*asked.query, ("all", counts.key)]) + f"#facet-{counts.key}",
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
