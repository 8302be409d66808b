"""What is said of a thing that a sentence names: whether that denies or ends it."""

import re
from collections.abc import Sequence

from annotate import lexicons
from annotate.layers.stances.polarity import TOKEN, joined, negates, of, value


def predicated(
    words: str, place: int, *, judged: bool = False, claimed: bool = False, within: int = 0
) -> int:
    """-1 if what is said of the word at a place denies or ends it, else 1.

    "the mine should not go ahead", "the mine to be stopped", "the strike must end".
    """
    rest = _ASIDE.sub(r"\g<word>", joined(words[place:]), count=1)
    told = [m.group() for m in TOKEN.finditer(rest)][1:]
    behind = [word.lower() for word in told]
    reach = range(min(len(behind), within or BEHIND))
    opens = next((at for at in reach if helps(behind[at]) and not _whereto(told, at)), None)
    if opens is None:
        return -1 if _done_with(behind) or _barely(behind) else 1
    if any(ends_clause(word) for word in behind[:opens]):
        return 1
    sign, passive = (-1 if opens and negates(behind[opens - 1]) else 1), False
    for at, word in enumerate(behind[opens:], start=opens):
        if ends_clause(word):
            break
        if negates(word) and not (judged and (value(word) or "too" in behind[at : at + NEAR])):
            sign = -sign
        elif not (word in AUXILIARY or word.endswith("ly") or word in _TIMES):
            said = behind[at : at + _JUDGEMENT]
            if judged and any(map(value, said)):
                return 1
            to_do = behind[opens] == "to" and word != "be"
            denied = claimed and not to_do and any(of("denial", each) for each in said)
            ended = (passive and of("stop", word)) or _is_over(word, behind, at)
            ended = ended or (word in _DECLINES and behind[at + 1 : at + 2] == ["to"])
            ended = ended or (passive and _shut_out(word, behind[at + 1 : at + 2]))
            return -sign if denied or ended else sign
        passive = word in _BE
    return sign


_ASIDE = re.compile(r"\A(?P<word>[\w’'-]+), [^,;.:!?]+,")
"""What stands between a thing and what is said of it: "the licence, issued in May, is void"."""


def _done_with(behind: Sequence[str]) -> bool:
    """Whether a thing is wanted ended: "(wants) the ban lifted", "the ban gone"."""
    clause = next((at for at, word in enumerate(behind) if ends_clause(word)), len(behind))
    last = behind[clause - 1] if 0 < clause <= BEHIND else ""
    return last in _GONE or ended(last, 0) or ("-" in last and of("stop", last))


def _barely(behind: Sequence[str]) -> bool:
    """Whether what is said of a thing hardly holds: "the proof | hardly stands"."""
    clause = next((at for at, word in enumerate(behind) if ends_clause(word)), len(behind))
    said = behind[: min(clause, BEHIND)]
    return any(word in {"barely", "hardly", "scarcely"} for word in said)


_GONE = frozenset({"close", "closes", "end", "ends", "go", "gone", "out", "over", "shuts", "stops"})

_JUDGEMENT = 3
"""Words in which a judgement is said of something: "is not | a serious crime"."""


def ended(words: str, place: int) -> bool:
    """Whether the word at a place says what is done to what stands before it: "the ban lifted"."""
    word = TOKEN.match(words, place)
    return word is not None and word.group().endswith("ed") and of("stop", word.group())


NEAR = 3
"""Words behind a negation in which it turns a judgement."""

AUXILIARY = lexicons.classes("stance_words", "auxiliary")

_NEXT_CLAUSE = lexicons.classes("stance_words", "clause")

BEHIND = 5
"""Words behind a topic's word in which its predicate begins: "the mine in the delta should"."""

_TIMES = frozenset({"ever", "now", "also", "even", "just", "still", "at", "once", "all"})

_BE = frozenset({"be", "been", "being", "is", "are", "was", "were", "get", "gets", "got"})

_ENDS = frozenset(
    {"cease", "close", "end", "go", "quit", "resign", "stand-down", "step-down", "stop"}
)


def _shut_out(word: str, after: Sequence[str]) -> bool:
    """Whether what is spoken of is kept elsewhere: "preachers should be | kept out"."""
    return word in _SHUT and bool(after) and after[0] in {"away", "out", "outside"}


_SHUT = frozenset({"driven", "kept", "left", "locked", "pushed", "thrown", "turned"})

_DECLINES = frozenset({"decline", "refuse"})

_LEAVES_OFF = frozenset({"cease", "stop"})

_WHEN = frozenset({"at", "by", "forthwith", "immediately", "now", "soon", "today", "within"})

_SINCE_WHEN = lexicons.classes("stance_words", "over-when")


def _is_over(word: str, behind: Sequence[str], at: int) -> bool:
    """Whether what is spoken of ends, or what it does ("must stop selling"), not another thing."""
    after = behind[at + 1 : at + 2]
    if word in _LEAVES_OFF and after and after[0].endswith("ing"):
        return True
    if word.startswith(("come-to-", "comes-to-")):
        return True
    perfect = word in _ENDED and "have" in behind[max(0, at - _PERFECT) : at]
    when = _WHEN | _SINCE_WHEN if perfect else _WHEN
    return (word in _ENDS or perfect) and (not after or ends_clause(after[0]) or after[0] in when)


_ENDED, _PERFECT = frozenset({"ceased", "closed", "ended", "finished", "gone", "stopped"}), 2
"""What should have been over before: "should have | ended years ago"."""


def _whereto(words: Sequence[str], at: int) -> bool:
    """Whether "to" tells where a thing leads, and not what is done: "the line | to Brook Hill"."""
    behind = words[at + 1 : at + 2]
    leads = bool(behind) and (behind[0][:1].isupper() or behind[0] in {"a", "an", "the"})
    return words[at] == "to" and leads


def helps(word: str) -> bool:
    return word in AUXILIARY or word.endswith(("n't", "n’t"))


def ends_clause(word: str) -> bool:
    return word in ",;:.!?–—" or word in _NEXT_CLAUSE
