"""Where reported content ends: with its clause.

That is at the sentence's last mark, at a dash or bracket that closes what holds it, or where the
same speaker is given a second verb ("… and warned that …").
"""

from bisect import bisect_left, bisect_right
from operator import attrgetter

from annotate import lexicons
from annotate.grammar import frames, phrases
from annotate.grammar.cues import CALLING, Cue, find, nouns, of_class, verbs
from annotate.grammar.reading import Marked, Reading
from annotate.layers.quotes import content, finite

_DASHES = frozenset({"–", "—", "―", "--", "-"})


def _opened(reading: Reading, at: int, last: int) -> Marked | None:
    """The marks that open at a token and close before another, None if none do."""
    first, behind = (
        cut(reading.marked, at, key=attrgetter("first")) for cut in (bisect_left, bisect_right)
    )
    return next((each for each in reading.marked[first:behind] if each.last <= last), None)


def of(reading: Reading, cue: Cue, first: int, last: int) -> int:
    """The token at which the content that begins at `first` ends, at most `last`."""
    at, depth = first, 0
    words = reading.words
    subordinate = _subordinate(reading, cue, first)
    while at < last:
        pair = _opened(reading, at, last)
        if pair is not None and at > first - 1:
            named = pair.first == first and not content.clause_inside(reading, pair)
            at = pair.last
            if (not named and _breaks(reading, at, last)) or (
                at < last and words[at] in _PARTICIPLES
            ):
                return at
            if subordinate and words[pair.inner[1] - 1] == ",":
                return at
            continue
        word = words[at]
        if word == "(" and _aside(reading, at, last):
            return at
        if word == "(":
            depth += 1
        elif word == ")":
            depth -= 1
            if depth < 0:
                return at
        elif (depth == 0 and _ends(reading, cue, at, last, first)) or (
            subordinate and word == "," and at > first + 2
        ):
            return at
        at += 1
    return last


def _aside(reading: Reading, at: int, last: int) -> bool:
    """Whether a bracket holds the reporter's aside, a clause up to the sentence's end."""
    closing = next((n for n in range(at, last) if reading.words[n] == ")"), last)
    return closing - at > _ASIDE and last - closing <= 2


_ASIDE = 6
"""Words from which a bracket at a sentence's end is an aside, not a gloss on the last word."""


def _breaks(reading: Reading, at: int, last: int) -> bool:
    """Whether a clause of the reporter's own follows marked text: "“norms” and the delegation"."""
    words = reading.words
    if at + 1 >= last:
        return False
    if words[at : at + 2] == ("and", "that"):
        return False  # "“late” | and that it leaks": both are said
    return (
        words[at] == "and"
        and (words[at + 1] in of_class("determiner", "pronoun") or at + 1 in reading.names)
    ) or words[at : at + 2] == ("in", "order")


def _subordinate(reading: Reading, cue: Cue, begin: int) -> bool:
    """Whether the verb stands in a clause that opens its sentence: "Though some insist …,"."""
    first, _ = reading.unit_at(cue.first)
    opener = {"though", "although", "while", "whilst", "as", "when", "if", "because"}
    joined = (n for n in range(cue.first - 1, first, -1) if reading.words[n] in {"and", "but"})
    first = next((n + 1 for n in joined if reading.words[n + 1] in opener), first)
    stretch = reading.words[first : cue.first]
    if "," in reading.words[cue.last : begin]:
        return False  # "As Kolde noted in May, | the dam, which …": its clause is over
    when = (phrases.says_when(stretch, at) for at in range(1, min(_WHEN, len(stretch))))
    return bool(stretch) and (stretch[0] in opener or any(when)) and "," not in stretch


_WHEN = 5
"""Words in which a clause says when it was: "the day after | the board announced that"."""


def _ends(reading: Reading, cue: Cue, at: int, last: int, first: int) -> bool:
    words, word = reading.words, reading.words[at]
    if word == ";":
        return True
    own = _own_voice(words, at + 1) or _summed_up(words, at + 1)
    if word in _DASHES and at > first and own:
        return True
    if word in _DASHES and word != "—" and at > first and _spaced(reading, at):
        return not (_goes_on(reading, first, at, last) or _dashes(reading, at + 1, last))
    if word == "," and cue.head > 0 and words[cue.head - 1] in of_class("relative"):
        return True
    if word == "," and _closes_aside(words, first, at):
        return False
    if word == ",":
        own = _own_voice(words, at + 1) or _others_say(reading, at + 1, last)
        own = own or _summed_up(words, at + 1) or _asks(words, at + 1, last)
        return own or _second_cue(reading, cue, at + 1, last)
    if word in {"and", "or", "but"}:
        return _second_cue(reading, cue, at + 1, last)
    return False


def _dashes(reading: Reading, first: int, last: int) -> int:
    """How many dashes between two tokens set something off."""
    words = reading.words
    return sum(words[at] in _DASHES and _spaced(reading, at) for at in range(first, last))


def _goes_on(reading: Reading, first: int, dash: int, last: int) -> bool:
    """Whether what is said goes on behind a dash: it closes what another opened, or a thing is told
    of that stands before it: "says the dam – built in 1900 – | is old", "met a man – | a clerk".
    """
    behind = reading.words[dash + 1 : dash + 2]
    closes = _dashes(reading, first, dash) % 2 == 1 and not {*behind} & of_class("subordinator")
    told_of = behind in _ARTICLES
    return closes or (told_of and not finite.within(reading, dash + 1, last))


_ARTICLES = {("a",), ("an",)}


def _spaced(reading: Reading, at: int) -> bool:
    """Whether a dash sets off a clause: a hyphen between two words without a space does not."""
    if reading.ranges(at):
        return False
    word = reading.words[at]
    before = at > 0 and bool(reading.passage.parsed[at - 1].whitespace_)
    behind = bool(reading.passage.parsed[at].whitespace_)
    return behind if word == "—" else (before and behind) or word == "--"


def _asks(words: tuple[str, ...], at: int, last: int) -> bool:
    """Whether the writer doubts what was said: "claims it is safe, | but is it?"."""
    helpers = of_class("be", "do", "have", "modal")
    asked = words[last - 1 : last + 1][-1:] == ("?",) or words[last - 1] == "?"
    return asked and words[at] in {"but", "yet"} and words[at + 1] in helpers


def _own_voice(words: tuple[str, ...], at: int) -> bool:
    return words[at : at + 1] in {("though",), ("although",)} or words[at : at + 2] == (
        "according",
        "to",
    )


def _others_say(reading: Reading, at: int, last: int) -> bool:
    """Whether somebody else is heard next: "fear it will fail, | while others think it holds"."""
    if reading.words[at : at + 1] not in {("while",), ("whereas",)}:
        return False
    heard = find(reading, at + 2, min(at + _NEXT, last))
    return any(not cue.passive and cue.form != "ing" for cue in heard)


def _closes_aside(words: tuple[str, ...], first: int, at: int) -> bool:
    """Whether a comma closes what stands behind a "that": "and that|, as a doctor|, he agrees"."""
    opening = next((n for n in range(at - 1, first, -1) if words[n] == ","), first)
    return opening > first and words[opening - 1] == "that"


_NEXT = 8
"""Tokens from "while" to the verb by which somebody else is heard."""


def _summed_up(words: tuple[str, ...], at: int) -> bool:
    """Whether the writer takes up what was said: "…, | a charge that he denies", "| which …"."""
    if words[at : at + 1] in {("which",), ("something",)}:
        known = words[at + 1 : at + 3] in {("is", "what"), ("is", "why"), ("is", "how")}
        who, calls = words[at + 1 : at + 2], words[at + 2 : at + 3]
        named = who in {("he",), ("it",), ("she",), ("they",)} and bool({*calls} & _NAMING)
        return known or named or any(word in _TURNED_DOWN for word in words[at + 1 : at + _WHO])
    if words[at : at + 1] not in {("a",), ("an",)}:
        return False
    if {*words[at + 1 : at + 4]} & {"which", "that"} and _TURNED_DOWN & {*words[at + 2 : at + 9]}:
        return True  # "…, | a figure which the chamber disputes"
    if words[at + 1 : at + 2] and words[at + 1] in _DEEDS and words[at + 2 : at + 3] in _THAT:
        return bool({*words[at + 3 : at + 4]} & of_class("determiner", "possessive", "pronoun"))
    noun = next((n for n in (at + 1, at + 2) if words[n : n + 1] and words[n] in nouns()), None)
    behind = words[noun + 1 : noun + 2] if noun is not None else ()
    return bool(behind) and (behind[0] in _TAKEN_UP or behind[0] in of_class("determiner"))


_DEEDS = frozenset(
    {"decision", "measure", "move", "plan", "policy", "practice", "proposal", "step"}
)
"""What the writer may call a thing that is said or asked: "…, | a measure that the board backs"."""
_THAT = {("that",), ("which",)}
_WHO = 6
"""Tokens in which a clause that takes up what was said has its verb: "which the clerk denies"."""
_TURNED_DOWN = of_class("denying")
_NAMING = CALLING | lexicons.classes("naming_verbs", "as")
_TAKEN_UP = of_class("pronoun", "relative") | {"denied", "rejected", "shared", "echoed", "disputed"}


def _second_cue(reading: Reading, cue: Cue, at: int, last: int) -> bool:
    """Whether the speaker's next verb begins here: ", adding", "and warned", "but they said"."""
    words = reading.words
    while at < last and words[at] in of_class("adverb") | {"and", "but", "or", ","}:
        at += 1
    if at < last and words[at] in {"he", "she", "they", "it"}:
        at += 1
        while at < last and words[at] in of_class("adverb", "have"):
            at += 1
        return at < last and words[at] in verbs() and words[at] not in _COMMON
    if at >= last:
        return False
    if words[at - 1] == "," and (_does_beside(words, at) or words[at : at + 2] in _POINTING):
        return True
    if words[at] not in verbs() or at in reading.names:
        return False
    if words[at].endswith("ing"):
        return cue.form == "ing" or (words[at - 1] == "," and words[at] in _PARTICIPLES)
    same = (cue.form == "past" and words[at].endswith("ed")) or words[at] == "said"
    return same or (cue.form == "s" and words[at].endswith("s") and words[at - 1] in {"and", "but"})


def _does_beside(words: tuple[str, ...], at: int) -> bool:
    """Whether the speaker does something else at the same time: ", | while conceding that"."""
    verb = "".join(words[at + 1 : at + 2])
    reports = verb in verbs() or verb in frames.verbs()
    return words[at] in {"while", "whilst"} and reports and verb.endswith("ing")


_POINTING = frozenset({("pointing", "to"), ("pointing", "at"), ("referring", "to")})
"""What a speaker does beside what is said: "said that it leaks, | pointing to a crack"."""
_COMMON = of_class("everyday")
_PARTICIPLES = of_class("participle")


def infinitive(reading: Reading, begin: int, end: int) -> int:
    """Where an infinitive ends before a clause of the reporter's own, or a second deed."""
    words = reading.words
    for at in range(begin + 3, end - 1):
        if words[at] == "," and words[at + 1] in {"which", "who"}:
            return at
        follows = words[at + 2 : at + 3] if words[at : at + 2] == (",", "and") else ()
        did = reading.passage.parsed[at + 2].tag_ == "VBD" if follows else False
        if did or any(w.endswith("ing") or w in of_class("pronoun") for w in follows):
            return at
    return end
