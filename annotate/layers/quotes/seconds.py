"""Where a second attribution ends what the first one tells.

"She says it is early | but noted that the vote is near": whoever stands outside what is said and
has a second verb in it has two verbs side by side, and so two quotations. So it is with two who
are named in one sentence: "The mill is sold, Orr said, | which cost 40 jobs, according to a clerk".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from annotate.grammar.cues import of_class
from annotate.grammar.reading import Reading
from annotate.layers.quotes import content, set_in
from annotate.layers.quotes.reports import Report, naming
from annotate.model import Pair
from annotate.offsets import Places

_JOINING = frozenset({"and", "but", "or", "yet", "then"})

_NEAR = 4
"""Tokens from a second verb back to what joins it to the first: "but | has repeatedly | said"."""


def ended(reading: Reading, reports: list[Report]) -> Iterator[Report]:
    """The reports, each ended before its speaker's next verb."""
    by_cue = sorted(
        (each for each in reports if each.cue is not None), key=lambda each: (each.cue or (0,))[0]
    )
    cues = [each.cue[0] for each in by_cue if each.cue is not None]
    for each in reports:
        inside = by_cue[bisect_right(cues, each.first) : bisect_left(cues, each.last)]
        ends = [end for other in inside if (end := _end(reading, each, other)) is not None]
        if not ends:
            yield each
            continue
        first, last = content.trimmed(reading, each.first, min(ends))
        yield replace(each, last=last) if first < last else each


def told_apart(reading: Reading, reports: list[Report], spoken: list[Report]) -> Iterator[Report]:
    """The reports, those into which somebody else's attribution is set without what is theirs.

    spoken: the direct speech beside them.
    """
    told = [(each, at) for each in (*reports, *spoken) if (at := _attribution(reading, each))]
    begun = Places((at[0], at[0] + 1) for _, at in told)
    contents = Places(each.tokens for each, _ in told)
    for each in reports:
        mine = _attribution(reading, each)
        near = {*begun.touching(each.first, each.last)} if mine else set()
        near |= {*contents.touching(mine[0], mine[0] + 1)} if mine else set()
        for other, others in (told[n] for n in sorted(near)):
            if mine is None or each.label == "direct" or _of_same(each, other):
                continue
            if (left := _mine(reading, each, mine, other, others)) is not None:
                first, last = content.trimmed(reading, *left)
                each = replace(each, first=first, last=last) if first < last else each
        yield each


def _mine(reading: Reading, report: Report, mine: Pair, other: Report, others: Pair) -> Pair | None:
    """What is left of a report beside another's attribution, None where that changes nothing.

    mine, others: the tokens of either attribution.
    """
    first, last = report.tokens
    set_off = reading.words[others[0] - 1] in _SET_OFF
    if mine[1] <= first < others[0] < last and first < other.last <= others[0] and set_off:
        return first, others[0]  # "The guild says the wards are “full,” | the nurse said"
    if mine[1] <= first < others[0] <= other.first < last and _against(reading, others[0]):
        # "The guild says 40 left, | while the board puts it at 9", "| and though clerks say no"
        return first, _clause_start(reading, others[0])
    if last <= mine[0] and first < others[0] < last and _set_in(reading, others):
        return others[1] + 1, last  # "The mill is sold, Orr said, | …, according to a clerk"
    if last <= others[0] and first < mine[0] < last and _set_in(reading, mine):
        return (first, mine[0]) if other.first < mine[0] < other.last else None
    return None


_SET_OFF = frozenset({",", "”", '"', "’", "'"})
"""What stands before an attribution behind what is said."""


def _of_same(report: Report, other: Report) -> bool:
    """Whether two reports are of one source."""
    if report.source is None or other.source is None:
        return report.source is other.source
    return report.source.canonical == other.source.canonical


def _against(reading: Reading, at: int) -> bool:
    """Whether a clause of its own begins before a token, behind a comma."""
    start = _clause_start(reading, at)
    return start < at and reading.words[start - 1] in _SET_OFF


def _clause_start(reading: Reading, at: int) -> int:
    """Where the words begin that lead to a clause which is set against another."""
    words = reading.words
    start = at - (words[at - 1] in _SETTING_AGAINST)
    joined = start < at or words[at] not in _REFERRING
    return start - (joined and words[start - 1] in {"and", "but"})


_SETTING_AGAINST = frozenset({"although", "though", "whereas", "while"})
_REFERRING = frozenset({"he", "it", "she", "they"})
"""Pronouns, by which a clause may go on with what is said: "he says it leaks, and they know"."""


def _set_in(reading: Reading, attribution: Pair) -> bool:
    """Whether commas set an attribution off on both sides."""
    before, behind = attribution[0] - 1, attribution[1]
    return reading.words[before] == "," and reading.words[behind : behind + 1] == (",",)


def _attribution(reading: Reading, report: Report) -> Pair | None:
    """The tokens of who speaks and the verb, None where either stands elsewhere."""
    named, cue = naming(reading, report.source), report.cue
    if not named or cue is None:
        return None
    first = set_in.opening(reading, named.start, reading.unit_at(named.start)[0])
    return min(first, cue[0]), max(named.stop, cue[1])


def _end(reading: Reading, report: Report, other: Report) -> int | None:
    """Where the words that join a second verb to the first begin, None if none does."""
    if report.label == "direct" or report.cue is None or other.cue is None or other is report:
        return None
    second = other.cue[0]
    if not report.cue[1] <= report.first < second < report.last:
        return None
    if not _of_one(reading, report, other):
        return None
    between = of_class("adverb", "have", "be", "modal")
    at = second - 1
    while at > max(report.first, second - _NEAR) and _between(reading.words[at], between):
        at -= 1
    return at if at > report.first and reading.words[at] in _JOINING else None


def _between(word: str, known: frozenset[str]) -> bool:
    return (word in known or word.endswith("ly")) and word not in _JOINING


def _of_one(reading: Reading, report: Report, other: Report) -> bool:
    """Whether one noun phrase, outside what the first verb tells, is the source of both."""
    source, again = report.source, other.source
    if source is None or again is None:
        return False
    if again.start != source.start or again.canonical != source.canonical:
        return False
    named = naming(reading, source)
    return bool(named) and not report.first <= named.start < report.last
