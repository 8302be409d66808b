"""Blocks quoted whole: one direct quotation by the document or person that the line above names."""

import re
from collections.abc import Sequence

from annotate.grammar import holders, plain_subjects, subjects
from annotate.grammar.cues import find, of_class
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Reading
from annotate.grammar.trees import tree
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


def depth(reading: Reading, text: str) -> int:
    """How many quote each other where a passage stands, by the signs before it: "> > Dear Ann,"."""
    segment = reading.passage.segment
    signs = _SIGNS.match(text, segment.start, segment.end)
    return signs[0].count(">") if signs else 0


_SIGNS = re.compile(r"[>\s]*")


def only_names(reading: Reading, source: Mention | None, *, deeper: bool) -> bool:
    """Whether a quoted mail's passage says nothing: it signs, or names who wrote the next one.

    deeper: whether what another wrote is quoted right below.
    """
    words = reading.words
    first = next((at for at, word in enumerate(words) if word != ">"), len(words))
    leads = deeper and words[first : first + 1] == ("on",) and words[-2:] == ("wrote", ":")
    named = all(at in reading.names or not word.isalpha() for at, word in enumerate(words))
    own = source is not None and reading.passage.copy.startswith(source.canonical)
    signs = own and words[-1] not in {".", "!", "?", "…"}
    return leads or signs or (named and bool(reading.names))


def in_marks(reading: Reading, before: Sequence[Reading]) -> bool:
    """Whether a paragraph of several sentences stands in marks below a line that leads to it:
    "Here is the passage:".
    """
    whole = reading.whole()
    led = before and before[0].words[-1:] == (":",)
    return bool(led) and whole is not None and len(reading.passage.sentences) > 1


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
        by_cue = _speaker(nearest, first, last, memory)
        if found := by_cue or _document(nearest, first) or _subject(nearest, first, last, memory):
            return found
    return next((found for each in before[:_BACK] if (found := _document(each))), None)


def _speaker(reading: Reading, first: int, last: int, memory: Memory) -> Mention | None:
    """Who says what follows the colon: "She answered in writing:"."""
    for cue in reversed(list(find(reading, first, last))):
        own_content = "that" in reading.words[cue.last : last] or last - cue.last > _BRIEF
        if not cue.takes("dc") or cue.passive or own_content:
            continue
        who = plain_subjects.before(reading, cue, first)
        source = holders.mention(reading, who, memory) if who else None
        if source and not _unresolved(source):
            return source
    return None


def _unresolved(source: Mention) -> bool:
    """Whether a pronoun could be given to nobody."""
    return source.canonical in {"he", "she", "it", "they"}


def _subject(reading: Reading, first: int, last: int, memory: Memory) -> Mention | None:
    """The person of whom the sentence is that leads to the block: "She puts it better:"."""
    drawn = tree(reading)
    root = next((n for n in range(first, last) if drawn and drawn.heads[n] == n), None)
    who = subjects.of(drawn, root) if drawn and root is not None else None
    if drawn is None or who is None:
        return None
    phrase = subjects.phrase(reading, drawn, who)
    person = reading.is_person(phrase.last - 1) or reading.words[who] in {"he", "she"}
    source = holders.mention(reading, phrase, memory) if person else None
    return None if source is None or _unresolved(source) else source


def _document(reading: Reading, first: int = 0) -> Mention | None:
    """The document that a passage spoke of last from a token on: a cable, a letter, a report."""
    kinds = of_class("document")
    words = reading.words
    for at in range(len(words) - 1, first - 1, -1):
        word = words[at]
        single = word.removesuffix("s") if word.removesuffix("s") in kinds else word
        vague = single != word and not {*words[max(0, at - 3) : at]} & _KNOWN
        if single in kinds and at not in reading.names and not vague:
            last = _dated(words, at)
            start, end = reading.place(at, last)
            dated = reading.passage.text_of(at + 1, last)
            return Mention(canonical=f"{single} {dated}".strip(), start=start, end=end)
    return None


_KNOWN = frozenset({"both", "her", "his", "its", "our", "the", "their", "these", "those", "two"})
"""What stands before the documents of which a text speaks; "documents leak" are none of these."""


def _dated(words: tuple[str, ...], at: int) -> int:
    """The token behind a document and its date: "cable of June 14, 2012"."""
    if words[at + 1 : at + 2] not in {("of",), ("dated",), ("from",)}:
        return at + 1
    end = at + 2
    while end < len(words) and words[end] not in _BEHIND_DATE and end - at < _DATE:
        end += 1
    return end if any(word.isdigit() for word in words[at:end]) else at + 1


_BEHIND_DATE = (of_class("be", "have", "do", "modal", "relative") | {":", ".", ";", "("}) - {"may"}
_DATE = 9
"""Tokens of a document with its date at most."""
