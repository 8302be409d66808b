"""Who was asked or told something is not who says it: nobody is named who does.

"Asked whether it was safe, Kolde …", "the villagers were told that …", "the inquiry heard that …".
"""

from dataclasses import replace

from annotate.grammar.cues import of_class
from annotate.grammar.reading import Reading
from annotate.layers.quotes.reports import Report

_TOLD = frozenset(
    {"advised", "asked", "assured", "informed", "pressed", "reminded", "told", "warned"}
)
"""Participles of what is said to somebody."""
_HEARING = frozenset(
    {"commission", "committee", "court", "hearing", "inquest", "inquiry", "jury", "panel"}
    | {"trial", "tribunal"}
)
"""Bodies before which others speak: what they heard was said to them."""


def unspoken(reading: Reading, report: Report) -> Report:
    """The report, without a source where its grammatical subject only listens."""
    if report.source is None or report.cue is None or not listens(reading, report):
        return report
    return replace(report, source=None, back=False)


def listens(reading: Reading, report: Report) -> bool:
    """Whether a cue is what was said to its subject."""
    first, last = report.cue or (0, 0)
    word = reading.words[first]
    if word in {"heard", "hears"} and report.source is not None:
        return report.source.canonical.split()[-1].lower() in _HEARING
    if word not in _TOLD or last - first > 1:
        return False
    unit, _ = reading.unit_at(first)
    before = first
    while before > unit and reading.words[before - 1] in of_class("adverb", "have"):
        before -= 1
    opens = before == unit and report.first > first and report.label != "direct"
    passive = reading.words[before - 1] in of_class("be") - {"'s"}
    by = reading.words[last : last + 1] == ("by",) and _behind(reading, report)
    return not by and (opens or (passive and not _behind(reading, report)))


def _behind(reading: Reading, report: Report) -> bool:
    """Whether a source stands behind its cue: "was told | by the mayor"."""
    at = report.source.start if report.source else None
    return at is not None and report.cue is not None and at > reading.place(*report.cue)[0]
