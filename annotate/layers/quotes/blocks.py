"""Blocks quoted whole: one direct quotation by the document or person that the line above names."""

from collections.abc import Sequence

from annotate.grammar import holders, plain_subjects
from annotate.grammar.cues import find, of_class
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.layers.quotes import signed
from annotate.layers.quotes.reports import Report
from annotate.model import Mention, Stretch

_BRIEF = 5
"""Tokens between a verb that introduces a block and the colon: "answered in writing:"."""
_BACK = 3
"""Passages before a block in which its document may be named."""


def report(
    reading: Reading,
    before: Sequence[Reading],
    memory: Memory,
    last: Report | None,
    signer: tuple[Mention, Stretch] | None,
) -> Report:
    """The block as one quotation.

    before: the passages above, nearest first. last: the report of a block directly above, whose
    source goes on. signer: who signs the block at its end, and the dash before the name.
    """
    words = reading.words
    first, end = 0, len(words)
    while first < end and words[first] in {">", "“", '"'}:
        first += 1
    if ends := signed.ending(reading, memory):
        end, signer = ends
    while end > first and words[end - 1] in {"”", '"'}:
        end -= 1
    source, dash = signer or (last.source if last else introduced(before, memory), None)
    return Report(first=first, last=end, rule="block", source=source, told=dash, label="direct")


def tells(reading: Reading) -> bool:
    """Whether a block is speech set apart, with its speaker in it: "“…,” said Kolde"."""
    words = reading.words
    first = next((at for at, word in enumerate(words) if word != ">"), len(words))
    if words[first : first + 1] not in {("“",), ('"',)}:
        return False
    return any(reading.spoken(cue.first) is None for cue in find(reading, first, len(words)))


def introduced(before: Sequence[Reading], memory: Memory) -> Mention | None:
    """Who the lines above say is quoted: "X said:", else the document that they spoke of."""
    if not before:
        return None
    nearest = before[0]
    first, last = nearest.units[-1] if nearest.units else (0, 0)
    if nearest.words[last - 1 : last] == (":",):
        for cue in reversed(list(find(nearest, first, last))):
            own_content = "that" in nearest.words[cue.last : last] or last - cue.last > _BRIEF
            if not cue.takes("dc") or cue.passive or own_content:
                continue
            who = plain_subjects.before(nearest, cue, first)
            source = holders.mention(nearest, who, memory) if who else None
            if source and not _silent(nearest, who):
                return source
    return next((found for each in before[:_BACK] if (found := _document(each))), None)


def _silent(reading: Reading, who: Phrase | None) -> bool:
    return who is not None and reading.words[who.first] in {"he", "she", "it", "they"}


def _document(reading: Reading) -> Mention | None:
    """The document that a passage spoke of last: a cable, a letter, a report."""
    kinds = of_class("document")
    words = reading.words
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        single = word.removesuffix("s") if word.removesuffix("s") in kinds else word
        if single in kinds and at not in reading.names:
            last = _dated(words, at)
            start, end = reading.place(at, last)
            dated = reading.passage.text_of(at + 1, last)
            return Mention(canonical=f"{single} {dated}".strip(), start=start, end=end)
    return None


def _dated(words: tuple[str, ...], at: int) -> int:
    """The token behind a document and its date: "cable of June 14, 2012"."""
    if words[at + 1 : at + 2] not in {("of",), ("dated",), ("from",)}:
        return at + 1
    end = at + 2
    while end < len(words) and words[end] not in {":", ".", ";", "("} and end - at < _DATE:
        end += 1
    return end if any(word.isdigit() for word in words[at:end]) else at + 1


_DATE = 9
"""Tokens of a document with its date at most."""
