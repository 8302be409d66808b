"""What rules found and what the encoder proposes, as one.

Where both name a cue, both are believed more; what the encoder alone proposes counts where it is
sure, and what a rule that is often wrong found alone counts where the encoder agrees.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotate.grammar.cues import of_class
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Reading
from annotate.grammar.trees import Tree
from annotate.layers.quotes import alone, introductions, trust, unsaid
from annotate.layers.quotes.reports import Report
from annotate.model import Pair
from annotate.offsets import Places

if TYPE_CHECKING:
    from annotate.encoder.quotations import Quotation


def proposed(reading: Reading) -> "tuple[Quotation, ...] | None":
    """What the encoder proposes in a passage that it has read, None if it has not."""
    if not reading.passage.parsed.has_annotation("DEP"):
        return None
    # Not above: who reads with rules alone waits for no network.
    from annotate.encoder.reading import reading as read

    found = read(reading.passage.parsed)
    return None if found is None else found.quotations


def merged(
    reading: Reading, reports: Iterable[Report], memory: Memory, tree: Tree | None = None
) -> Iterator[Report]:
    """The reports of rules and encoder together."""
    reports = [
        each
        for each in reports
        if not (
            unsaid.by_nobody(each)
            or unsaid.unheld(reading, each)
            or unsaid.unsaid(reading, each.cue, each.first)
        )
    ]
    proposals = proposed(reading)
    if proposals is None:
        yield from reports
        return
    taken: set[int] = set()
    contents = Places((each.contents[0][0], each.contents[-1][1]) for each in proposals)
    begun: dict[Pair | None, int] = {}
    for each in reports:
        begun[each.cue] = max(each.first, begun.get(each.cue, 0))
    for each in reports:
        near = contents.touching(each.first, each.last)
        same = [n for n in near if _same(each, proposals[n])]
        taken.update(same)
        if each.label != "direct" and introductions.only_introduces(reading, each, begun[each.cue]):
            continue
        if same and (proposals[same[0]].score >= alone.SURE or not trust.brief(each)):
            yield replace(each, agreed=True, score=proposals[same[0]].score)
        elif not trust.weak(each) or trust.acts(reading, each):
            yield replace(each, score=trust.UNCONFIRMED) if trust.worded(each) else each
        elif each.rule == "verb-set-in" and trust.set_in(reading, each):
            yield replace(each, score=trust.UNCONFIRMED)
    others = [each for n, each in enumerate(proposals) if n not in taken]
    for each_proposal in _uncovered(others, reports):
        for made in alone.found(reading, each_proposal, memory, tree):
            yield made if made.source else _goes_on(reading, made, reports)


def _uncovered(
    proposals: Iterable["Quotation"], reports: Sequence[Report]
) -> Iterator["Quotation"]:
    """The proposals by whose cue rules have found no quotation, nor direct speech around them."""
    cued = Places(each.cue for each in reports if each.cue is not None)
    direct = [each for each in reports if each.label == "direct"]
    spoken = Places((each.first, each.last) for each in direct)
    for proposal in proposals:
        first, last = proposal.contents[0][0], proposal.contents[-1][1]
        around = (direct[n] for n in spoken.touching(first, last))
        covered = any(each.first <= first and last <= each.last for each in around)
        if not covered and not cued.touching(*proposal.cue):
            yield proposal


def _same(report: Report, other: "Quotation") -> bool:
    """Whether a rule and the encoder speak of one quotation: its cue, or most of its content.

    What is doubted has to have the cue: "said they should stop arguing and “open it”" is nothing
    that is argued.
    """
    if _common(report, other) <= 0:
        return False
    touching = report.cue is not None and _touch(report.cue, other.cue)
    return touching or (not report.doubted and _mostly(report, other))


def _mostly(report: Report, other: "Quotation") -> bool:
    """Whether a rule and the encoder give mostly the same content."""
    first, last = other.contents[0][0], other.contents[-1][1]
    whole = last - first + report.last - report.first
    return 2 * _common(report, other) >= 0.5 * whole


def _common(report: Report, other: "Quotation") -> int:
    return min(other.contents[-1][1], report.last) - max(other.contents[0][0], report.first)


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _goes_on(reading: Reading, report: Report, others: Iterable[Report]) -> Report:
    """What a participle adds, with whoever spoke right before it: "…," she said, | adding that"."""
    at = report.cue[0] if report.cue is not None else 0
    if at == 0 or reading.words[at] not in of_class("participle") or reading.words[at - 1] != ",":
        return report
    first, _ = reading.unit_at(at)
    near = [o for o in others if o.source and o.cue and first <= o.cue[0] < at]
    return replace(report, source=max(near, key=_cue_at).source) if near else report


def _cue_at(report: Report) -> int:
    return report.cue[0] if report.cue is not None else 0
