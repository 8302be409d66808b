"""What the encoder alone proposes, where it is sure enough, as reports."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from annotate.grammar import frames
from annotate.grammar.cues import CALLING, nouns, of_class, verbs
from annotate.grammar.memories import Memory
from annotate.grammar.nobody import is_nobody
from annotate.grammar.reading import Reading
from annotate.grammar.trees import Tree
from annotate.layers.quotes import content, continued, introductions, standing, trust, unsaid, whose
from annotate.layers.quotes.reports import Report
from annotate.model import Pair

if TYPE_CHECKING:
    from annotate.encoder.quotations import Quotation

SURE = 0.8
"""How sure the encoder is of what it may propose alone. Of what it proposed with 0.7 to 0.8 in
fifteen sets of texts that others marked a third was right, though news gains down to there."""

SURER = 0.9
"""The same by a word that no lexicon knows to report: less sure, half of them are wrong on news."""

SUREST = 0.95
"""The same of a word or two ("both deny | it"): less sure, these are names given to things."""


def found(
    reading: Reading, proposal: "Quotation", memory: Memory, tree: Tree | None
) -> Iterator[Report]:
    """What only the encoder found, a report for each piece of the content."""
    if proposal.score < _needed(reading, proposal) or _spoken(reading, proposal.cue[0]):
        return
    if unsaid.unsaid(reading, proposal.cue, proposal.contents[0][0]) or unsaid.would(
        reading, proposal.cue[0]
    ):
        return
    if tree is not None and standing.asked(tree, proposal.cue[0]):
        return
    source = whose.owning(reading, proposal, memory, tree)
    source = source or whose.named(reading, proposal, memory)
    if proposal.source is not None and source is None:
        return
    source = source or whose.told(reading, proposal, memory, tree)
    if source is not None and is_nobody(source.canonical):
        return
    for first, last in _pieces(reading, proposal):
        if first == proposal.cue[0]:  # "who | described as a gift | the wall"
            first = proposal.cue[1] + (
                reading.words[proposal.cue[1] : proposal.cue[1] + 1] == ("as",)
            )
        last = _aside_end(reading, proposal.cue, first, last)
        begin, end = content.trimmed(reading, first, content.headed(reading, first, last))
        begin, end = content.unsplit(reading, begin, _to_mark(reading, begin, end))
        begin, end, label = content.bare(reading, begin, end)
        taken = label == "direct" and reading.words[begin - 2 : begin - 1] == ("as",)
        sure = proposal.score >= SUREST or end - begin >= trust.STATED or taken
        if (
            begin < end
            and sure
            and not (
                introductions.introduces(reading, end)
                or _names(reading, begin, end, proposal.cue)
                or unsaid.imagined(reading, proposal.cue, begin, end)
            )
        ):
            yield Report(
                first=begin, last=end, rule="", source=source, cue=proposal.cue, label=label,
                score=proposal.score,
            )  # fmt: skip


def _to_mark(reading: Reading, begin: int, end: int) -> int:
    """The end of what begins with an opening mark: where that closes, if it is short of it; of
    what holds a sentence's end in marks that end, for another sentence follows.
    """
    for held in reading.begun(begin + 1, end):
        stopped = reading.words[held.inner[1] - 1] in {".", "!", "?"} and held.pair.closed
        if held.last < end and stopped and reading.title_case(held.last):
            return held.last
    whole = (m for m in reading.begun(begin - 1, begin + 1) if m.pair.closed)
    marked = next(whole, None)
    opened = marked is not None and begin < end < marked.last and not reading.framed(marked)
    return marked.inner[1] if marked is not None and opened else end


def _needed(reading: Reading, proposal: "Quotation") -> float:
    """How sure the encoder has to be of a quotation: of one by a word that no lexicon knows to
    report, or knows in other frames ("taught me | to splice"), surer.
    """
    words = reading.words[slice(*proposal.cue)]
    known = any(word in _reporting() for word in words)
    deed = reading.words[proposal.contents[0][0]] == "to" and all(map(_takes_no_deed, words))
    return SURE if known and not deed else SURER


def _takes_no_deed(word: str) -> bool:
    """Whether a verb is known to report, and in no frame what one does or should do."""
    rows = frames.verbs().get(word, ())
    listed = verbs().get(word)
    deeds = any(each.endswith("to") for row in rows for each in row.frames)
    return bool(rows) and not deeds and not (listed and set(listed.frames) & {*"ixA"})


@cache
def _reporting() -> frozenset[str]:
    """The words that some lexicon knows to report."""
    return frozenset({*frames.verbs(), *frames.adjectives(), *nouns(), *verbs()})


def _names(reading: Reading, first: int, last: int, cue: Pair) -> bool:
    """Whether some are only called something, with no word in marks: "calls | them evacuees"."""
    marked = bool(reading.begun(first, last))
    held = reading.words[cue[0]] in CALLING and reading.words[first] in of_class("object")
    return held and not marked


def _pieces(reading: Reading, proposal: "Quotation") -> list[Pair]:
    """What is proposed, pieces with a word or two between them as one."""
    kept: list[Pair] = []
    for first, last in proposal.contents:
        if kept and _joins(reading, proposal, kept[-1][1], first):
            kept[-1] = kept[-1][0], last
        else:
            kept.append((first, last))
    return kept


def _joins(reading: Reading, proposal: "Quotation", first: int, last: int) -> bool:
    """Whether what stands between two pieces was only missed: neither source, cue nor stop."""
    told = [proposal.cue, *([proposal.source] if proposal.source else [])]
    apart = any(begin < last and first < end for begin, end in told)
    stopped = continued.STOPS & {*reading.words[first:last]}
    return not (apart or stopped) and last - first <= _MISSED


_MISSED = 5
"""Tokens that the encoder misses in the midst of what is said, mostly a name."""


def _spoken(reading: Reading, at: int) -> bool:
    """Whether a cue is itself said in marks."""
    return reading.spoken(at) is not None


def _aside_end(reading: Reading, cue: Pair, first: int, last: int) -> int:
    """Where a clause in commas ends that reports: "the court, which held that …, | has asked"."""
    at, words = cue[0], reading.words
    if at < 2 or words[at - 1] not in of_class("relative") or words[at - 2] != ",":
        return last
    return next((n for n in range(max(first, cue[1]), last) if words[n] == ","), last)
