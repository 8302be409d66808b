"""The layer of entities: who and what a text names, and the one name we know each by.

Lists and rules propose, one passage at a time; the longest proposal wins, then the most trusted.
"""

from collections.abc import Iterator

from annotate.language import Known, Parsed, Passage
from annotate.layers.entities import capitals, gazetteer, governments, names, words
from annotate.layers.entities.phrases import Phrases, matches
from annotate.layers.entities.proposals import Proposal, settled
from annotate.model import Entity, Span


def find(parsed: Parsed, known: Known) -> list[Span]:  # noqa: ARG001  # every layer has this form
    """The names in a document, in order of their place; none overlaps another."""
    listed = (names.of_codebook(parsed.codebook), gazetteer.everywhere())
    return [
        _entity(parsed, passage, proposal)
        for passage in parsed.passages
        for proposal in _read(passage, listed)
    ]


def _read(passage: Passage, listed: tuple[Phrases, ...]) -> list[Proposal]:
    text = passage.parsed.text
    places = settled(_listed(text, listed))
    proposals = settled([*places, *governments.proposals(text, places)])
    return [capitals.decided(text, proposal) for proposal in proposals]


def _listed(text: str, listed: tuple[Phrases, ...]) -> Iterator[Proposal]:
    read = words.split(text)
    for phrases in listed:
        for first, last, name in matches(phrases, read):
            yield Proposal(
                start=read[first].start,
                end=read[last - 1].end,
                label=name.label,
                canonical=name.canonical,
                by=name.by,
                seat=name.seat,
                country=name.country,
            )


def _entity(parsed: Parsed, passage: Passage, proposal: Proposal) -> Entity:
    start, end = passage.stretch(proposal.start, proposal.end)
    return Entity(
        label=proposal.label,
        start=start,
        end=end,
        text=parsed.text[start:end],
        by=proposal.by,
        canonical=proposal.canonical,
        stands_for=proposal.stands_for,
    )
