"""What governs a thing that a sentence names: whether that stops or denies it."""

import re
from collections.abc import Sequence

from annotate import lexicons
from annotate.layers.stances import predicates
from annotate.layers.stances.polarity import TOKEN, joined, negates, of, value

REACH = 8
"""Words before a topic's word in which what governs it may stand."""

LAW = 4
"""Words more where a relative clause stands between: "Repeal the law that bars cities from …"."""


def governed(words: str, place: int, *, judged: bool = False, claimed: bool = False) -> int:
    """-1 if the word at a place is stopped or denied by what governs it, else 1."""
    before = [m.group() for m in TOKEN.finditer(joined(words[:place]))]
    sign, outside = 1, predicates.ended(words, place)
    first = max(0, len(before) - REACH)
    if not {"that", "which"}.isdisjoint(before[first:]):
        first = max(0, first - LAW)
    few = _few(before, words[place:]) if claimed else None
    reached = before[-1:] == ["to"] and words[place : place + 1].isdigit()
    for at in reversed(range(first, len(before) - (_JOINED if _beside(words, place) else 0))):
        word = before[at]
        if _parts(before, at) or (claimed and _factual(before, at)):
            break
        if claimed and _FLOUTS.match(word) and _RULE.match(words, place):
            sign = -sign
            continue
        if reached and of("stop", word):  # "limit lets | to 90 nights" is for 90 nights
            reached = False
            continue
        outside = outside or word.lower() in _FINITE
        if judged and _counted(before, at):
            continue
        compared = judged and word == "than" and any(map(value, before[:at]))
        turned = negates(word) if outside else _turns(before, at, claimed=claimed)
        turned = turned or at == few
        if compared or turned:
            sign = -sign
        elif of("go", word) and sign == 1 and _leads(before, word):
            break
    return sign


def _beside(words: str, place: int) -> bool:
    """Whether a participle stands beside another, which governs nothing: "tried and | ousted"."""
    return _DONE.match(words, place) is not None and _AND_DONE.search(words[:place]) is not None


_DONE = re.compile(r"[a-z]+(?:ed|en)\b")
_AND_DONE = re.compile(r"\b(?:be|been|being|get|is|was|are|were) [a-z]+(?:ed|en) (?:and|or) \Z")
_JOINED = 2
"""Tokens of the other participle and what joins them."""

_FLOUTS = re.compile(
    r"(?:breach|break|broke|def(?:y|ie)|disobey|disregard|flout|ignor|infring|trampl|violat)\w*\Z",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"(?:code|conditions?|constitution|convention|deadline|dut(?:y|ies)|ethic\w*|law|laws|limits?|"
    r"obligations?|orders?|principles?|promises?|pledges?|rights?|rules?|standards?|terms|"
    r"treat(?:y|ies)|wishes)\b",
    re.IGNORECASE,
)
"""Who flouts a rule does not keep it: "ignores the | rules"."""


def _parts(before: Sequence[str], at: int) -> bool:
    """Whether a clause begins with a word, so that nothing before it governs what is behind."""
    word = before[at].lower()
    return (
        word in ",;:.!?–—" or word in _PARTS or (word == "and" and before[at + 1 :][:1] == ["to"])
    )


_PARTS = frozenset({"because", "but", "if", "since", "unless", "until", "when", "whereas", "while"})


def _factual(before: Sequence[str], at: int) -> bool:
    """Whether what follows is told as true: "hides the fact | that", "denies the reality that"."""
    return before[at].lower() == "that" and before[at - 1 : at] in (
        ["fact"],
        ["reality"],
        ["truth"],
    )


def _turns(before: Sequence[str], at: int, *, claimed: bool) -> bool:
    word = before[at]
    if word.lower() == "close" and "".join(before[at + 1 : at + 2]).lower() in _NEAR_BY:
        return False  # "close ties"
    if negates(word) or (of("stop", word) and not _in_name(before, at)) or _wards_off(before, at):
        return True
    return claimed and of("denial", word) and not _is_quarrel(before, at)


def _is_quarrel(before: Sequence[str], at: int) -> bool:
    """Whether a word that denies is what people quarrel in: "to do with a | dispute over"."""
    named = before[at - 1 : at] and before[at - 1].lower() in {"a", "the", "this", "their", "any"}
    return before[at].lower() == "dispute" and bool(named)


def _in_name(before: Sequence[str], at: int) -> bool:
    """Whether a word is one of a name's: "the Crown | Prosecution | Service"."""
    beside = (*before[max(0, at - 1) : at], *before[at + 1 : at + 2])
    plain = any(each.islower() for each in before[:at])  # not in a heading, where all have capitals
    return plain and all(any(each.istitle() for each in some) for some in ((before[at],), beside))


_NEAR_BY = lexicons.classes("stance_words", "near-by")
"""What is close, and is not closed by anybody."""


def _few(before: Sequence[str], behind: str) -> int | None:
    """Which word says that hardly anybody does what is claimed: "| few donors will pay", not "a
    few", nor "few could be so good".
    """
    said = (at for at, word in enumerate(before) if word.lower() == "few")
    return None if _COMPARES.search(behind) else next(said, None)


_COMPARES = re.compile(r"\b(?:as|so|such)\b")


def _counted(before: Sequence[str], at: int) -> bool:
    """Whether a word judges, or is a negation that has turned a judging word."""
    word = before[at]
    judges = value(word) != 0 and not of("stop", word)
    behind = before[at + 1 : at + 1 + predicates.NEAR]
    return judges or (negates(word) and ("too" in behind or any(map(value, behind))))


_FINITE = predicates.AUXILIARY - {"to", "be", "been", "being"}
"""Words behind a subject; of what stands before them only a negation governs what is behind."""


def _wards_off(before: Sequence[str], at: int) -> bool:
    """Whether "against", "from" or "of" keeps off what follows: "protect them from …".

    "A protest against" and "violence against" are against it already, by the word before.
    """
    word, back = before[at].lower(), before[max(0, at - REACH) : at]
    if word == "than":  # "other towns than | Selm"
        return not _OTHER.isdisjoint(back[-_OTHERS:])
    if word == "against":
        return not any(value(w) < 0 or _hostile(w) for w in back[-2:])
    if word == "for":  # "reimburse them for | fees"
        return any(_REFUNDS.match(each) for each in back)
    if word == "from":
        return any(of("shield", each) for each in back) or bool(_EXEMPT & set(before[:at]))
    return word == "of" and (back[-1:] in (["free"], ["instead"]) or back[-2:] == ["in", "place"])


_REFUNDS = re.compile(r"(?:compensat|indemnif|refund|reimburs)", re.IGNORECASE)

_OTHER, _OTHERS = frozenset({"other", "others"}), 3
"""What may stand a few words before "than" that passes over what follows."""

_EXEMPT = frozenset(
    f"{first}xempt{last}" for first in "eE" for last in ("", "s", "ed", "ing", "ion", "ions")
)
"""What keeps somebody off a thing: "Exempt small hosts | from the cap"."""


def _hostile(word: str) -> bool:
    return any(of(name, word) for name in ("stop", "want-", "deed-"))


def _leads(before: Sequence[str], word: str) -> bool:
    """Whether a word opens the stretch, so that nothing before it governs."""
    return before[0] == word
