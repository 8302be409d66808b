"""Whether a sentence wants a thing that it names: 1, or -1 where it has it stopped or denied.

What governs the thing ("stop the …", "not to …", "without …", "instead of …") and what is said of
it ("the … must end", "the … should not be built") each turn it. A topic's statement is read in the
same way: who wants a ban lifted is for "The ban should be lifted", and who wants it is against.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from annotate import lexicons
from annotate.grammar.cues import INSTEAD
from annotate.layers.stances.polarity import TOKEN, joined, negates, of, value
from annotate.layers.stances.stems import WORD, stem

_REACH = 8
"""Words before a topic's word in which what governs it may stand."""
_LAW = 4
"""Words more where a relative clause stands between: "Repeal the law that bars cities from …"."""
_STATEMENTS = 1 << 12
"""Statements whose words' senses are remembered."""


def sense(
    words: str, place: int, *, judged: bool = False, claimed: bool = False, within: int = 0
) -> int:
    """-1 if the word at a place is stopped or denied, else 1.

    judged: judging words tell the side, so that a negation that turned one has been counted.
    claimed: it is claimed, so that words such as "myth" deny it. within: in how many words behind
    it what is said of it begins, if not in those of a sentence.
    """
    told = governed(words, place, judged=judged, claimed=claimed) * _taken_back(words, place)
    told *= -1 if claimed and (_depicted(words, place) or _feared_for(words, place)) else 1
    said = predicated(words, place, judged=judged, claimed=claimed, within=within or _BEHIND)
    out = min(_kept_out(words, place), 1 if judged else _annulled(words, place))
    out = min(out, 1 if claimed else _punished(words, place))
    return told * min(said, out) * _curbed(words, place) * _missing(words, place)


@lru_cache(maxsize=_STATEMENTS)
def stated(statement: str, *, claimed: bool = False) -> Mapping[str, int]:
    """The sense that each stem has in a statement, where it stands first."""
    found: dict[str, int] = {}
    than = COMPARED.search(statement)
    for word in WORD.finditer(statement):
        lesser = -1 if than and word.start() >= than.end() else 1
        said = sense(statement, word.start(), claimed=claimed, within=_STATED)
        found.setdefault(stem(word.group()), lesser * said)
    return found


COMPARED = re.compile(
    r"\b(?:better|worse|safer|(?:more|less) (?:good|harm|useful|important|effective|dangerous))"
    r"(?: [\w’'-]+){0,4}? than\b",
    re.IGNORECASE,
)
"""What finds one thing better or worse than what follows: who likes that differs."""


_TAKEN_BACK = re.compile(
    r"\b(?P<verb>[a-z]+)(?: [\w’'-]+){1,4}? (?:commitments?|decisions?|demands?|guarantees?|laws?|"
    r"orders?|plans?|pledges?|polic(?:y|ies)|promises?|proposals?|requirements?|rules?|rulings?) "
    r"that\b[^,;:.]*$",
    re.IGNORECASE,
)
"""What is ended that says what shall be: "reverse the pledge that | Selm gets the money"."""
_DEPICTED = re.compile(
    r"\b(?:paint|portray|smear|vilif)\w*(?: [\w’'-]+){1,6} as\b[^,;:.]*", re.IGNORECASE
)
"""What others make somebody out to be: "papers that paint her as | a liar"."""


_FEARED_FOR = re.compile(
    r"\b(?:anxiety|anxious|concern|concerned|concerns|doubts?|fear|fears|worried|worries)\b"
    r" (?:about|as to|for|over)(?: (?!in\b|to\b|that\b)[\w’'-]+){0,2} $",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"(?:affordab|fair|free|health|independen|peace|qualit|safe|secur|stab)\w*", re.IGNORECASE
)


def _feared_for(words: str, place: int) -> bool:
    """Whether something good that stands at a place is feared for: "worried about the | safety"."""
    return _GOOD.match(words, place) is not None and _FEARED_FOR.search(words[:place]) is not None


def _depicted(words: str, place: int) -> bool:
    return any(m.start() < place < m.end() for m in _DEPICTED.finditer(words))


def _taken_back(words: str, place: int) -> int:
    """-1 for what a pledge or a rule says that is to be ended."""
    found = _TAKEN_BACK.search(words[:place])
    if found is None or not of("stop", found["verb"]):
        return 1
    behind = [m.group() for m in TOKEN.finditer(words[found.end("verb") : place])]
    reached = len(behind) < _REACH + _LAW and not any(_helps(word.lower()) for word in behind)
    return 1 if reached else -1


def governed(words: str, place: int, *, judged: bool = False, claimed: bool = False) -> int:
    """-1 if the word at a place is stopped or denied by what governs it, else 1."""
    before = [m.group() for m in TOKEN.finditer(joined(words[:place]))]
    sign, outside = 1, _ended(words, place)
    first = max(0, len(before) - _REACH)
    if not {"that", "which"}.isdisjoint(before[first:]):
        first = max(0, first - _LAW)
    few = _few(before, words[place:]) if claimed else None
    reached = before[-1:] == ["to"] and words[place : place + 1].isdigit()
    for at in reversed(range(first, len(before))):
        word = before[at]
        if _parts(before, at) or (claimed and _factual(before, at)):
            break
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


def predicated(
    words: str, place: int, *, judged: bool = False, claimed: bool = False, within: int = 0
) -> int:
    """-1 if what is said of the word at a place denies or ends it, else 1.

    "the mine should not go ahead", "the mine to be stopped", "the strike must end".
    """
    rest = _ASIDE.sub(r"\g<word>", joined(words[place:]), count=1)
    told = [m.group() for m in TOKEN.finditer(rest)][1:]
    behind = [word.lower() for word in told]
    reach = range(min(len(behind), within or _BEHIND))
    opens = next((at for at in reach if _helps(behind[at]) and not _whereto(told, at)), None)
    if opens is None:
        return -1 if _done_with(behind) or _barely(behind) else 1
    if any(_ends_clause(word) for word in behind[:opens]):
        return 1
    sign, passive = (-1 if opens and negates(behind[opens - 1]) else 1), False
    for at, word in enumerate(behind[opens:], start=opens):
        if _ends_clause(word):
            break
        if negates(word) and not (judged and (value(word) or "too" in behind[at : at + _NEAR])):
            sign = -sign
        elif not (word in _AUXILIARY or word.endswith("ly") or word in _TIMES):
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
    clause = next((at for at, word in enumerate(behind) if _ends_clause(word)), len(behind))
    last = behind[clause - 1] if 0 < clause <= _BEHIND else ""
    return last in _GONE or _ended(last, 0) or ("-" in last and of("stop", last))


def _barely(behind: Sequence[str]) -> bool:
    """Whether what is said of a thing hardly holds: "the proof | hardly stands"."""
    clause = next((at for at, word in enumerate(behind) if _ends_clause(word)), len(behind))
    said = behind[: min(clause, _BEHIND)]
    return any(word in {"barely", "hardly", "scarcely"} for word in said)


_GONE = frozenset({"close", "closes", "end", "ends", "go", "gone", "out", "over", "shuts", "stops"})


_JUDGEMENT = 3
"""Words in which a judgement is said of something: "is not | a serious crime"."""


def _ended(words: str, place: int) -> bool:
    """Whether the word at a place says what is done to what stands before it: "the ban lifted"."""
    word = TOKEN.match(words, place)
    return word is not None and word.group().endswith("ed") and of("stop", word.group())


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
    if negates(word) or of("stop", word) or _wards_off(before, at):
        return True
    return claimed and of("denial", word)


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
    behind = before[at + 1 : at + 1 + _NEAR]
    return judges or (negates(word) and ("too" in behind or any(map(value, behind))))


_NEAR = 3
"""Words behind a negation in which it turns a judgement."""


def wills(word: str) -> bool:
    """Whether a word says that something shall be or shall not: "never", "stop", "against"."""
    return negates(word) or word == "against" or of("stop", word) or of("go", word)


def passed_over(words: str, place: int) -> bool:
    """Whether something is done or wanted in place of the word: "obeys rather than | helps"."""
    return _IN_PLACE.search(words[:place]) is not None


def sham(words: str, place: int) -> bool:
    """Whether the word before one at a place calls it untrue: "fake | science"."""
    before = _LAST.search(words[:place])
    return before is not None and of("denial", before.group())


_LAST = re.compile(r"[\w’'-]+(?=\W{1,2}\Z)")
_IN_PLACE = re.compile(
    rf"\b(?:{'|'.join(INSTEAD)}|(?<!no )(?<!none )others?(?: [\w-]+){{0,2}} than)\b[^,;:.]*$",
    re.IGNORECASE,
)


def _curbed(words: str, place: int) -> int:
    """-1 where the next word is what is done against a thing: "night fishing ban", "pay cuts"."""
    behind = [m.group().lower() for m in TOKEN.finditer(words[place:])][1 : 1 + _COMPOUND]
    return -1 if any(word in _CURBS for word in _compound(behind)) else 1


def _compound(behind: Sequence[str]) -> Sequence[str]:
    """The words that may still belong to a noun's compound."""
    stops = (at for at, word in enumerate(behind) if _ends_clause(word) or _helps(word))
    return behind[: next(stops, len(behind))][:1]


def _missing(words: str, place: int) -> int:
    """-1 for what is not there: "blames the missing | clause"."""
    return -1 if _ABSENT.search(words[:place]) else 1


_ABSENT = re.compile(r"\b(?:absent|lacking|missing|non-existent|vanished) \Z", re.IGNORECASE)


def _kept_out(words: str, place: int) -> int:
    """-1 for what is to stay outside or be ended: "keep journalists out", "vote it down"."""
    shut = _SHUTS.search(words[:place]) and _OUT.match(words, place)
    return -1 if shut else 1


_SHUTS = re.compile(
    r"\b(?:keep|keeps|keeping|kept|leav(?:e|es|ing)|left|lock(?:s|ed|ing)?|call(?:s|ed|ing)?|"
    r"throw(?:s|ing|n)?|threw|driv(?:e|es|ing)|drove|kick(?:s|ed|ing)?|push(?:es|ed|ing)?|"
    r"str(?:ike|ikes|iking|uck)|turn(?:s|ed|ing)?|vot(?:e|es|ed|ing)|want(?:s|ed)?|brush(?:es|ed)?|"
    r"wav(?:e|es|ed))\b"
    r"[^,;.:]{0,40}$",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"[\w’'-]+(?: [\w’'-]+){0,5} (?:aside|away|down|off|out|outside)\b(?! (?:of|on|the|to)\b)",
    re.IGNORECASE,
)


def _annulled(words: str, place: int) -> int:
    """-1 for what is to be called unlawful: "declare | the search void"."""
    return -1 if _DECLARES.search(words[:place]) and _VOID.match(words, place) else 1


_DECLARES = re.compile(
    r"\b(?:declar|hold|held|rul)(?:e|es|ed|ing|s)?(?: [\w’'-]+){0,3} $", re.IGNORECASE
)
_VOID = re.compile(
    r"[\w’'-]+(?: (?:of|in|on|at|by)(?: [\w’'-]+){1,4}?)? "
    r"(?:null|void|invalid|illegal|unlawful|unconstitutional)\b",
    re.IGNORECASE,
)


def _punished(words: str, place: int) -> int:
    """-1 for what somebody is to be punished for: "prosecute brokers who charge | fees"."""
    before, behind = words[:place], words[place:]
    done = _OF_WHO.search(before) is not None and _IS_PUNISHED.match(behind) is not None
    return -1 if done or _PUNISHES.search(before) else 1


_PUNISHMENT = r"(?:arrest|fine|jail|penali[sz]e|prosecute|punish|sanction|sue)"
_PUNISHES = re.compile(
    rf"\b{_PUNISHMENT} [^,;.:]{{2,60}}? (?:that|which|who) (?:[\w’'-]+ ){{1,6}}\Z", re.IGNORECASE
)
_OF_WHO = re.compile(r" (?:that|which|who) (?:[\w’'-]+ ){1,6}\Z", re.IGNORECASE)
_IS_PUNISHED = re.compile(
    r"[^,;.:]{0,60}? be (?:arrested|fined|jailed|penali[sz]ed|prosecuted|punished|sanctioned|"
    r"sued)\b",
    re.IGNORECASE,
)
_COMPOUND = 2
_CURBS = lexicons.classes("attitude_words", "curb")

_AUXILIARY = lexicons.classes("stance_words", "auxiliary")
_FINITE = _AUXILIARY - {"to", "be", "been", "being"}
"""Words behind a subject; of what stands before them only a negation governs what is behind."""
_NEXT_CLAUSE = lexicons.classes("stance_words", "clause")
_BEHIND = 5
"""Words behind a topic's word in which its predicate begins: "the mine in the delta should"."""
_STATED = 12
"""The same in a statement, which has one predicate: "The line from Selm to Brook Hill should"."""
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
    return (word in _ENDS or perfect) and (not after or _ends_clause(after[0]) or after[0] in when)


_ENDED, _PERFECT = frozenset({"ceased", "closed", "ended", "finished", "stopped"}), 2
"""What should have been over before: "should have | ended years ago"."""


def _whereto(words: Sequence[str], at: int) -> bool:
    """Whether "to" tells where a thing leads, and not what is done: "the line | to Brook Hill"."""
    behind = words[at + 1 : at + 2]
    leads = bool(behind) and (behind[0][:1].isupper() or behind[0] in {"a", "an", "the"})
    return words[at] == "to" and leads


def _helps(word: str) -> bool:
    return word in _AUXILIARY or word.endswith(("n't", "n’t"))


def _ends_clause(word: str) -> bool:
    return word in ",;:.!?–—" or word in _NEXT_CLAUSE


def _wards_off(before: Sequence[str], at: int) -> bool:
    """Whether "against", "from" or "of" keeps off what follows: "protect them from …".

    "A protest against" and "violence against" are against it already, by the word before.
    """
    word, back = before[at].lower(), before[max(0, at - _REACH) : at]
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
