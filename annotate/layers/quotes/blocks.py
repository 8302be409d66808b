"""Blocks quoted whole: one direct quotation by the document or person that the line above names."""

from collections.abc import Sequence

from annotate.layers.quotes import phrases, sources
from annotate.layers.quotes.cues import find, of_class
from annotate.layers.quotes.phrases import Phrase
from annotate.layers.quotes.reading import Reading
from annotate.layers.quotes.reports import Report
from annotate.layers.quotes.sources import Memory
from annotate.model import Mention

_BACK = 3
"""Passages before a block in which its document may be named."""


def report(
    reading: Reading, before: Sequence[Reading], memory: Memory, last: Report | None
) -> tuple[Report, Mention | None]:
    """The block as one quotation, and its source.

    before: the passages above, nearest first. last: the report of a block directly above, whose
    source goes on.
    """
    words = reading.words
    first, end = 0, len(words)
    while first < end and words[first] in {">", "“", '"'}:
        first += 1
    while end > first and words[end - 1] in {"”", '"'}:
        end -= 1
    source = last.source if last else introduced(before, memory)
    found = Report(first=first, last=end, rule="block", source=source, label="direct")
    return found, source


def introduced(before: Sequence[Reading], memory: Memory) -> Mention | None:
    """Who the lines above say is quoted: "X said:", else the document that they spoke of."""
    if not before:
        return None
    nearest = before[0]
    first, last = nearest.units[-1] if nearest.units else (0, 0)
    if nearest.words[last - 1 : last] == (":",):
        for cue in reversed(list(find(nearest, first, last))):
            if not cue.takes("dc") or cue.passive:
                continue
            who = phrases.before(nearest, cue, first)
            source = sources.mention(nearest, who, memory) if who else None
            if source and not _silent(nearest, who):
                return source
    return next((found for each in before[:_BACK] if (found := _document(each))), None)


def _silent(reading: Reading, who: Phrase | None) -> bool:
    return who is not None and reading.words[who.first] in {"he", "she", "it", "they"}


def _document(reading: Reading) -> Mention | None:
    """The document that a passage spoke of last: a cable, a letter, a report."""
    kinds = of_class("document")
    for at in range(len(reading.words) - 1, -1, -1):
        word = reading.words[at]
        single = word.removesuffix("s") if word.removesuffix("s") in kinds else word
        if single in kinds and at not in reading.names:
            start, end = reading.place(at, at + 1)
            return Mention(canonical=single, start=start, end=end)
    return None
