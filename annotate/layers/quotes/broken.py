"""One quotation that its attribution breaks: "Yes," he said, "we can"; "it is, he says, full".

Where the sentence goes on behind it, what stands around it is one quotation in parts. A new
sentence behind it is a quotation of its own with the same source and cue (GUIDELINES 4).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotate.grammar.cues import find
from annotate.grammar.reading import Reading
from annotate.grammar.trees import Tree
from annotate.layers.quotes import content, continued
from annotate.layers.quotes.reports import Report, naming
from annotate.model import Pair

_EDGES = frozenset({",", "–", "—", "―", "--", "-", "(", ")"})
"""What sets an attribution off from the words around it."""

_NEAR = 4
"""Tokens between an attribution's first known word and the comma before it, articles and titles."""


def joined(reading: Reading, reports: Iterable[Report]) -> list[Report]:
    """The reports, with pieces of one sentence around one cue as one."""
    kept: list[Report] = []
    for each in _completed(reading, list(reports)):
        if kept and _goes_on(reading, kept[-1], each):
            kept[-1] = _one(kept[-1], each)
        else:
            kept.append(each)
    return kept


def _completed(reading: Reading, reports: list[Report]) -> Iterator[Report]:
    """The reports, and after one in marks the marked text that goes on behind its attribution."""
    ends = {report.last for report in reports}
    for each in reports:
        yield each
        if each.label == "direct" and each.cue is not None and each.last <= each.cue[0]:
            behind = reading.next_mark(each.cue[1])
            if behind is not None and not ends & {behind.last, behind.inner[1]}:
                taken = continued.taken_up(reading, behind, each)
                yield from [taken] if taken else []


def _goes_on(reading: Reading, before: Report, after: Report) -> bool:
    """Whether a sentence goes on behind its attribution: no stop between, and no second cue."""
    cue = before.cue
    if cue is None or after.cue != cue or after.source != before.source:
        return False
    if not before.last <= cue[0] < after.first:
        return False
    if continued.STOPS & set(reading.words[before.last : after.first]):
        return False
    return not any(True for _ in find(reading, cue[1], after.first))


def _one(before: Report, after: Report) -> Report:
    label = before.label if before.label == after.label else "mixed"
    return replace(before, last=after.last, parts=(*_parts(before), *_parts(after)), label=label)


def _parts(report: Report) -> tuple[Pair, ...]:
    return report.parts or (report.tokens,)


def parted(reading: Reading, report: Report, tree: Tree | None) -> Report:
    """A report with its attribution left out, where that stands in the midst of what is said."""
    cue = report.cue
    if report.parts or cue is None or not report.first < cue[0] < cue[1] <= report.last:
        return report
    first, last = _attribution(reading, report, cue, tree)
    before = _edge(reading, range(first - 1, max(report.first, first - _NEAR - 1), -1))
    if before is not None and last >= report.last - 1:
        return _said(reading, report, (report.first, before))
    if before is not None and _told_of(reading, cue, last, report.last):
        return _said(reading, report, (report.first, before))
    behind = _edge(reading, range(last, min(report.last, last + _NEAR)))
    if before is None or behind is None:
        return report
    return _said(reading, report, (report.first, before), (behind + 1, report.last))


def _told_of(reading: Reading, cue: Pair, last: int, end: int) -> bool:
    """Whether only more is told of a speaker behind a verb: "…, said | Ann Orr, who was there"."""
    inverted = reading.words[cue[0] - 1] in _EDGES
    told = reading.words[last : last + 2]
    return inverted and last < end and told[:1] == (",",) and told[1:] in {("who",), ("whose",)}


def _said(reading: Reading, report: Report, *pieces: Pair) -> Report:
    parts = tuple(content.trimmed(reading, *each) for each in pieces)
    if not all(first < last for first, last in parts):
        return report
    return replace(report, last=parts[-1][1], parts=parts if len(parts) > 1 else ())


def _attribution(reading: Reading, report: Report, cue: Pair, tree: Tree | None) -> Pair:
    """The tokens of a cue, its source, and what is told of that: "…, said Kolde, a geographer"."""
    named = naming(reading, report.source)
    if not named or not report.first <= named.start < named.stop <= report.last:
        return cue
    last = max(cue[1], named.stop)
    if tree is not None and named.start >= cue[1]:
        told = (c for at in named for c in tree.under(at, *_TOLD))
        last = max([last, *(tree.edges[each][1] for each in told)])
    return min(cue[0], named.start), last


_TOLD = ("appos", "acl", "nmod", "conj", "flat")
"""Relations of what is told of a speaker."""


def _edge(reading: Reading, tokens: Iterable[int]) -> int | None:
    return next((at for at in tokens if reading.words[at] in _EDGES), None)
