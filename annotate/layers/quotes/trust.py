"""Which reports of rules are believed without the encoder, and how far.

Rules that are often wrong need its agreement, unless the word itself is an act of speech.
"""

from annotate.grammar import frames, persons
from annotate.grammar.cues import nouns, of_class, verbs
from annotate.grammar.reading import Reading
from annotate.layers.quotes.reports import Report, naming

UNCONFIRMED = 0.65
"""How sure what words tell without the encoder's agreement is: the part of it that is right on our
own texts held out and on news, as `python -m tests.bench.attribution` counts it by rule."""

STATED = 3
"""Tokens of a thing that is questioned or denied; shorter ones say too little of what is."""

WEAK = frozenset(
    {
        "verb-set-in", "verb-to", "noun-of", "noun-to", "verb-ing",
        "verb-as-said", "verb-name", "verb-obj", "verb-obj-phrase", "verb-wh",
    }
)  # fmt: skip
"""Rules that are believed only where the encoder agrees, if there is one."""


def brief(report: Report) -> bool:
    """Whether a rule that is often wrong tells of a word or two: "regrets | the delay"."""
    return weak(report) and report.last - report.first < STATED


def weak(report: Report) -> bool:
    """Whether a report needs the encoder to agree."""
    nobodys = report.rule == "urged" and report.source is None
    return report.doubted or nobodys or report.rule in WEAK


def worded(report: Report) -> bool:
    """Whether words alone tell a report, no marks and no layout."""
    return report.label != "direct" and report.rule.startswith(("verb-", "noun", "adjective"))


def acts(reading: Reading, report: Report) -> bool:
    """Whether a verb is itself an act of speech in its frame: "blamed | X for", "vowed to".

    The rest of these frames report deeds and plans as often as speech. "Put up a board at" has a
    word between.
    """
    if report.cue is None:
        return False
    word = reading.words[report.cue[0]]
    if report.rule == "verb-name" and report.label == "mixed":
        return _called(reading, report)
    if report.rule == "verb-name" and word in _FINDING:
        return _inquires(reading, report)
    if report.rule == "verb-obj" and reading.words[report.last - 1] == "innocence":
        return reading.words[report.first] in of_class("possessive")
    if report.rule == "verb-obj" and word in of_class("voicing"):
        return report.last - report.first >= STATED and _of_speech(reading, report)
    if report.rule == "noun-to":
        return word in of_class("asking")
    if report.rule == "verb-to":
        return word in of_class("promising", "declining", "professing")
    if report.rule == "noun-of":
        article = reading.words[report.first] in of_class("determiner")
        begin = report.first + article
        return bool(reading.begun(begin, begin + 1))
    if report.rule == "verb-obj-phrase":
        return report.first == report.cue[1]
    particle = " ".join(reading.words[report.cue[0] + 1 : report.cue[1]])
    rows = [row for row in frames.verbs().get(word, ()) if row.particle == particle]
    stated = report.rule == "verb-obj" and report.last - report.first >= STATED
    stated = stated and word not in _TURNING_DOWN
    spoken = word in _TELLING_OF and not _somebody(reading, report)
    spoken = spoken or all(row.act in _SPEAKING for row in rows)
    return stated and bool(rows) and spoken


def _inquires(reading: Reading, report: Report) -> bool:
    """Whether what finds is an inquiry: "the | poll | found most ready to strike"."""
    named = naming(reading, report.source)
    return bool(named) and reading.words[named.stop - 1] in of_class("inquiring")


_FINDING = frozenset({"find", "finds", "found"})


def _of_speech(reading: Reading, report: Report) -> bool:
    """Whether what is voiced is a noun that reports: "voiced | concerns with its height"."""
    tokens = reading.passage.parsed[report.first : report.last]
    return any(token.text.lower() in nouns() for token in tokens if token.dep_ == "obj")


def _somebody(reading: Reading, report: Report) -> bool:
    """Whether a verb has a person for its object: "cited | an unnamed clerk"."""
    tokens = reading.passage.parsed[report.first : report.last]
    heads = (token.text.lower() for token in tokens if token.dep_ in {"obj", "obl"})
    return persons.may_speak(next(heads, ""))


def _called(reading: Reading, report: Report) -> bool:
    """Whether only who is called so stands before the words in marks: "calls them | “Z”"."""
    marks = [each.first for each in reading.begun(report.first, report.last)]
    called = reading.words[report.first : min(marks, default=report.last)]
    return len(called) <= _CALLED and not {*called} & of_class("preposition")


_CALLED = 5
"""Words at most that name who or what is called something: "its late chairman"."""


def set_in(reading: Reading, report: Report) -> bool:
    """Whether an attribution certainly is set into what is said."""
    return _hung(reading, report) or _amid(reading, report)


def _hung(reading: Reading, report: Report) -> bool:
    """Whether a parse hangs what is said on the verb that is set into it."""
    if report.cue is None:
        return False
    clauses = (c for c in reading.passage.parsed[report.cue[0]].children if c.dep_ == "ccomp")
    return any(report.first <= each.i < report.last for each in clauses)


def _amid(reading: Reading, report: Report) -> bool:
    """Whether a verb of saying alone stands between commas in the midst of what is said: "the
    error, he submitted, | was the clerk's".
    """
    if report.cue is None or not report.first < report.cue[0] < report.last - 1:
        return False
    first, last = report.cue
    verb = verbs().get(reading.words[first])
    if verb is None or not {*verb.frames} & {"c", "t"}:
        return False
    near = reading.words[max(report.first, first - _AHEAD) : first - 1]
    behind = reading.words[last : last + _WHERE]
    where = behind[:1] == (",",) or bool({*behind[:1]} & of_class("preposition"))
    return "," in near and where and "," in behind and not {*near} & of_class("relative")


_AHEAD = 9
"""Tokens from a comma to the verb that is set in behind it: ", | the same clerk had | written"."""
_WHERE = 4
"""Tokens from a verb that is set in to its comma at most: "had written | in May |,"."""


_TELLING_OF = of_class("promising", "telling-of")
"""Verbs by which a thing is told or promised: "spoke of eleven huts", "cited the year's floods"."""
_TURNING_DOWN = of_class("turning-down")
"""Verbs by which an offer or a claim is turned down, mostly by a deed: "rejected an offer"."""

_SPEAKING = frozenset({"questions", "urges", "criticises", "denies", "concedes"})
"""Acts done to a thing by speaking of it: "questioned the need for it", "demands a response"."""
