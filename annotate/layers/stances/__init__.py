"""Who holds what attitude to which topic of the codebook, sentence by sentence (GUIDELINES 5).

Evidence is gathered first (recommendations, quotations, verbs of attitude, names given, the
writer's own judgements, deeds), then tried against the topics; what is not sure enough is left
out. Without topics only mentions that were asked about are answered.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from annotate import offsets
from annotate.codebook import Codebook
from annotate.grammar import demonyms, memories, wording
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Reading, read
from annotate.grammar.writers import writer
from annotate.language import Known, Parsed, Passage
from annotate.layers.stances import (
    advice,
    documents,
    joint,
    matters,
    mentions,
    offices,
    people,
    recommendations,
    resolution,
    scenes,
    speakers,
    subjects,
    themes,
    touches,
    voices,
)
from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.feelings import feeling
from annotate.layers.stances.scenes import Named, Scene
from annotate.model import AUTHOR, Entity, Quote, Span, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """A codebook's words as every sentence is read with them, made once for a document."""

    aliases: Mapping[str, str]
    families: dict[str, str]
    terms: re.Pattern[str] | None
    label_topics: dict[str, str]
    opinion: bool
    advises: bool


_READ = frozenset({"paragraph", "list_item", "quote", "note", "comment", "caption"})
"""Kinds in which attitudes are looked for."""
_HEADLINE = "title"
"""Where only what somebody else holds is told: who writes a title is hardly the writer."""


def find(parsed: Parsed, known: Known) -> list[Span]:
    """The stances of a document, in order of their place."""
    entities = tuple(each for each in known.get("entity", ()) if isinstance(each, Entity))
    found: list[Span] = list(mentions.answers(parsed, entities))
    sentences = [((each.start, each.end), each.text) for each in parsed.sentences]
    argued = subjects.subjects(matters.matters(parsed.codebook), sentences, _names(entities))
    if not argued.matters:
        return found
    quotes = tuple(each for each in known.get("quote", ()) if isinstance(each, Quote))
    rare = touches.rarity(words for _, words in sentences)
    known_as = offices.offices(parsed.text, entities)
    home = offices.home(entities, demonyms.countries(parsed.codebook).values())
    named, bodies = people.people(entities), people.bodies(entities)

    def holds(holder: Holder) -> Holder:
        holder = documents.author(holder, parsed.text, entities)
        return people.full(offices.resolved(holder, parsed.text, known_as, home), named, bodies)

    evidence = [
        _held(one, holds(one.holder))
        for each in _evidence(parsed, entities, quotes)
        for one in joint.apart(each, entities)
    ]
    spoken = themes.themes(_paragraphs(parsed, offsets.Row(entities)), argued, rare)
    feel = _feeling(parsed)
    found += resolution.stances(evidence, argued, rare, parsed.text, spoken, feel, entities)
    return sorted(found, key=lambda span: (span.start, span.end, span.label))


def _held(evidence: Evidence, holder: Holder) -> Evidence:
    return evidence if holder == evidence.holder else replace(evidence, holder=holder)


def _paragraphs(parsed: Parsed, entities: offsets.Row[Entity]) -> Iterator[list[themes.Part]]:
    """The sentences of each passage, with the names in them."""
    for passage in parsed.passages:
        ends = [each for each in passage.sentences if passage.text_of(*each).strip()]
        places = [passage.place(*each) for each in ends]
        yield [(at, parsed.text[at[0] : at[1]], _names(entities.begun(*at))) for at in places]


def _names(entities: Iterable[Entity]) -> frozenset[str]:
    return frozenset(name for e in entities for name in (e.canonical, e.stands_for) if name)


def _feeling(parsed: Parsed) -> Callable[[Stretch], float]:
    @cache  # several holders and topics ask about one word
    def felt(start: int, end: int) -> float:
        return feeling(parsed, start, end) or 0.0

    return lambda at: felt(at.start, at.end)


def _evidence(
    parsed: Parsed, entities: tuple[Entity, ...], quotes: tuple[Quote, ...]
) -> Iterator[Evidence]:
    spoken, placed = offsets.Row(quotes), offsets.Row(entities)
    readings = [_reading(passage, placed) for passage in parsed.passages]
    book = _wording(
        parsed.codebook, opinion=_opinion(parsed, spoken), advises=advice.advises(readings)
    )
    memory = memories.of(parsed.codebook, readings)
    near = [_named(r, 0, len(r.words), book, memory) for r in readings]
    listed = list(recommendations.items(readings, near))
    yield from listed
    done = {each.sentence[0] for each in listed} | recommendations.leads(readings)
    voiced = speakers.speakers(readings, parsed.text)
    for number, reading in enumerate(readings):
        segment = reading.passage.segment
        ordered = book.advises and segment.kind == "heading"
        looked_at = segment.kind in {*_READ, _HEADLINE} or ordered
        if looked_at and not any(segment.start <= at < segment.end for at in done):
            voice = voiced.get(number) or writer(parsed, reading.passage, entities)
            for scene in _scenes(parsed, reading, voice, spoken, memory, book):
                found = voices.evidence(scene)
                titled = segment.kind == _HEADLINE
                yield from (each for each in found if not (titled and each.holder == AUTHOR))
        memories.remember(memory, reading)


def _reading(passage: Passage, entities: offsets.Row[Entity]) -> Reading:
    return read(passage, entities.begun(passage.segment.start, passage.segment.end))


def _scenes(
    parsed: Parsed,
    reading: Reading,
    voice: Holder,
    quotes: offsets.Row[Quote],
    memory: Memory,
    book: _Wording,
) -> Iterator[Scene]:
    terms = book.terms if book.label_topics else None
    uses = tuple(wording.uses(reading.passage, terms, book.families)) if terms else ()
    for first, last in reading.passage.sentences:
        words = reading.passage.text_of(first, last)
        if not words.strip():
            continue
        place = _place(parsed, reading, first, last)
        held = tuple(quotes.touching(*place))
        yield Scene(
            reading=reading,
            first=first,
            last=last,
            place=place,
            words=words,
            quotes=held,
            writer=voice,
            named=_named(reading, first, last, book, memory),
            memory=memory,
            text=parsed.text,
            uses=uses,
            label_topics=book.label_topics,
            opinion=book.opinion,
            advises=book.advises,
        )


def _place(parsed: Parsed, reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The sentence in code points, without white space and without an item's number."""
    start, end = reading.place(first, last)
    words = parsed.text[start:end]
    marker = (
        recommendations.MARKER.match(words) if reading.passage.segment.kind == "list_item" else None
    )
    lead = marker.end() if marker and first == 0 else len(words) - len(words.lstrip())
    return start + lead, end - (len(words) - len(words.rstrip()))


def _named(
    reading: Reading, first: int, last: int, book: _Wording, memory: Memory
) -> tuple[Named, ...]:
    """The names of some tokens, each with all that it may be looked for under."""
    found: dict[int, Named] = {}
    for at in range(first, last):
        name = reading.names.get(at)
        if name is not None and id(name) not in found:
            behind = reading.behind(at)
            spelled = scenes.people(name.canonical, name.label, name.stands_for, memory, behind)
            spelled |= {book.aliases.get(each, each) for each in (name.canonical, name.text)}
            found[id(name)] = Named(start=name.start, end=name.end, names=frozenset(spelled))
    return tuple(found.values())


def _wording(codebook: Codebook, *, opinion: bool, advises: bool) -> _Wording:
    return _Wording(
        aliases={
            alias: name.canonical
            for name in codebook.names.values()
            for alias in (name.canonical, *name.aliases)
        },
        families=wording.families(codebook.terms),
        terms=wording.pattern(codebook.terms),
        label_topics=_label_topics(codebook),
        opinion=opinion,
        advises=advises,
    )


_SELF = re.compile(r"\b(?:I|my|we|We|our|Our|us)\b")
_SELVES = 3
"""How often a writer says "I" or "we" who writes to say what to think."""


def _opinion(parsed: Parsed, quotes: offsets.Row[Quote]) -> bool:
    """Whether the article's writer speaks as "I" or "we", outside of what others say."""
    count = 0
    for passage in parsed.passages:
        if passage.segment.kind in {"paragraph", "list_item"}:
            start, end = passage.segment.start, passage.segment.end
            for found in _SELF.finditer(parsed.text, start, end):
                count += not quotes.touching(found.start(), found.start() + 1)
    return count >= _SELVES


def _label_topics(codebook: Codebook) -> dict[str, str]:
    """For each family of terms that a topic's statement says of somebody, the topic."""
    found: dict[str, str] = {}
    for key, topic in codebook.topics.items():
        for family, words in codebook.terms.items():
            spelled = "|".join(re.escape(word) for word in words)
            if re.search(
                rf"\b(?:are|is)\s+(?:an? )?(?:{spelled})\b", topic.statement, re.IGNORECASE
            ):
                found[family] = key
    return found
