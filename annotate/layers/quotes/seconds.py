"""Where a speaker's second verb ends what the first one tells.

"She says it is early | but noted that the vote is near": whoever stands outside what is said and
has a second verb in it has two verbs side by side, and so two quotations.
"""

from collections.abc import Iterator
from dataclasses import replace

from annotate.grammar.cues import of_class
from annotate.grammar.reading import Reading
from annotate.layers.quotes import content
from annotate.layers.quotes.reports import Report

_JOINING = frozenset({"and", "but", "or", "yet", "then"})

_NEAR = 4
"""Tokens from a second verb back to what joins it to the first: "but | has repeatedly | said"."""


def ended(reading: Reading, reports: list[Report]) -> Iterator[Report]:
    """The reports, each ended before its speaker's next verb."""
    for each in reports:
        ends = [end for other in reports if (end := _end(reading, each, other)) is not None]
        if not ends:
            yield each
            continue
        first, last = content.trimmed(reading, each.first, min(ends))
        yield replace(each, last=last) if first < last else each


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
    if source is None or again is None or source.start is None or source.end is None:
        return False
    if (again.start, again.end) != (source.start, source.end):
        return False
    named = reading.passage.tokens(source.start, source.end)
    return named is not None and not report.first <= named.start < report.last
