"""The layer of entities: who and what a text names, and the one name we know each by.

Lists and rules propose, passage by passage; the longest proposal wins, then the most trusted. What
the text says of its own names (a full name, letters in brackets) is learned from the whole of it
and found everywhere in a second reading.
"""

from collections.abc import Iterator, Sequence

from annotate.language import Known, Parsed
from annotate.layers.entities import aliases, alike, capitals, gazetteer, modelled, names, reading
from annotate.layers.entities.phrases import Phrases
from annotate.layers.entities.proposals import settled
from annotate.layers.entities.reading import Reading
from annotate.model import Entity, Span


def find(parsed: Parsed, known: Known) -> list[Span]:  # noqa: ARG001  # every layer has this form
    """The names in a document, in order of their place; none overlaps another."""
    readings = reading.read(parsed)
    first = [settled(each.proposals) for each in readings]
    learned = aliases.learned(
        (read.text, each) for read, found in zip(readings, first, strict=True) for each in found
    )
    lists = (names.of_codebook(parsed.codebook), learned, gazetteer.everywhere())
    found = (entity for each in readings for entity in _entities(parsed, each, learned, lists))
    return list(alike.alike(found))


def _entities(
    parsed: Parsed, read: Reading, learned: Phrases, lists: Sequence[Phrases]
) -> Iterator[Entity]:
    again = reading.listed(read.words, (learned,))
    for settled_on in settled([*read.proposals, *again]):
        proposal = modelled.known(settled_on, lists)
        decided = capitals.decided(read.text, proposal)
        start, end = read.passage.stretch(decided.start, decided.end)
        yield Entity(
            label=decided.label,
            start=start,
            end=end,
            text=parsed.text[start:end],
            by=decided.by,
            score=decided.score,
            canonical=decided.canonical,
            stands_for=decided.stands_for,
        )
