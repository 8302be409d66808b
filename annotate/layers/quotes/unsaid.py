"""Reports of what nobody says: what is only supposed, called so, wished or left unsaid."""

from annotate import lexicons
from annotate.grammar.cues import find, of_class, verbs
from annotate.grammar.nobody import is_nobody
from annotate.grammar.reading import Reading
from annotate.layers.quotes.reports import Report
from annotate.model import Pair


def by_nobody(report: Report) -> bool:
    """Whether it is told that nobody says it: "nobody blamed | the board for it"."""
    named = report.source.canonical if report.source else ""
    return report.label != "direct" and is_nobody(named)


def unsaid(reading: Reading, cue: Pair | None, first: int) -> bool:
    """Whether a word tells no speech: what a work is called, what somebody wishes, what is only
    supposed, what a flood takes: "a piece headlined | “Who pays?”", "hopes that", "claimed lives".
    """
    if cue is None:
        return False
    word = reading.words[cue[1] - 1]
    lost = word.startswith("claim") and {"life", "lives"} & {*reading.words[first : first + 3]}
    return bool(lost) or word in _NO_SPEECH or _supposed(reading, cue[0])


_NO_SPEECH = lexicons.classes("naming_verbs", "title") | of_class("wishing")


def imagined(reading: Reading, cue: Pair, first: int, last: int) -> bool:
    """Whether words in marks are what nobody has said: "smells of | “I need it”", "his | “vote for
    me” | ad", which they only describe.
    """
    if reading.words[cue[0]] in _SEEMING:
        return True
    behind, before = reading.words[last : last + 1], reading.words[first - 1 : first]
    marked = behind in {("”",), ('"',)} and before in {("“",), ('"',)} and first > 1
    if not marked or last + 1 >= len(reading.words):
        return False
    parsed, led = reading.passage.parsed, first - 2 - (reading.words[first - 2] == ",")
    return parsed[last + 1].tag_ in {"NN", "NNS"} and parsed[led].tag_ in _DESCRIBING


_SEEMING = frozenset({"reek", "reeked", "reeks", "smell", "smelled", "smells", "smelt"})
_DESCRIBING = frozenset({"DT", "JJ", "NN", "PRP$"})
"""Tags of words before a noun."""


def would(reading: Reading, at: int) -> bool:
    """Whether somebody only would say it: "the court could very well | decide"."""
    while at and (reading.words[at - 1] in of_class("adverb") or reading.words[at - 1] in _DEGREE):
        at -= 1
    return at > 0 and reading.words[at - 1] in {"could", "might", "would"}


_DEGREE = frozenset({"even", "very", "well"})


def left_unsaid(reading: Reading, report: Report) -> bool:
    """Whether somebody says or does nothing: "declined | to comment", "refused | to testify"."""
    if report.cue is None or reading.words[report.cue[0]] not in of_class("declining"):
        return False
    behind = reading.words[report.cue[0] + 1 : report.cue[1]]
    behind += reading.words[report.first : report.first + 2]
    return behind[:1] == ("to",)


def _supposed(reading: Reading, at: int) -> bool:
    """Whether a verb stands in what is only supposed: "if they | think the vote was bought"."""
    first, _ = reading.unit_at(at)
    near = range(at - 2, max(first - 1, at - 2 - _SUBJECT), -1)
    opening = next((n for n in near if reading.words[n] in {"if", "unless"}), None)
    if opening is None or "," in reading.words[opening:at]:
        return False
    before = reading.words[opening - 1] if opening > first else ""
    asked = before in verbs() or before == "even"
    asked = asked or (before == "as" and "were" not in reading.words[opening:at])
    return not asked and next(find(reading, opening + 1, at), None) is None


_SUBJECT = 4
"""Tokens of who would say what is supposed, at most."""


def unheld(reading: Reading, report: Report) -> bool:
    """Whether a thought is nobody's: "the idea is that", "there was hope that"."""
    if report.source is not None or report.cue is None or not report.rule.startswith("noun"):
        return False
    return reading.words[report.cue[0]] in of_class("thought")
