"""What a topic's statement says of what: whose conduct it judges, and which way judgements count.

Who finds fault with a curfew supports "The curfew should be lifted", and so does who finds fault
with pay that "should be raised"; who finds a price too high supports "The price is too high".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from annotate import lexicons
from annotate.layers.stances import governors, polarity, senses
from annotate.patterns import any_of

_OUGHT = re.compile(
    r"(?<!than it )(?<!than they )\b(?:should|must|ought to|needs? to|has to|have to|"
    r"needs?(?= (?:better|fewer|higher|less|lower|more|new|stronger)\b))"
    r"(?P<not> not)?(?: be)? (?P<verb>\w+)",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:more|higher|better|fewer|less|lower|sooner|earlier)\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?:rais|ris(?=e|ing)|hik(?=e|ing)|increas|improv|strengthen|expand|extend|rais|rebuil|reform|chang|reduc|lower|cut|"
    r"shorten|tighten|moderni|mend|repair|replac|renegotiat|updat|overhaul|pressed)\w*\Z",
    re.IGNORECASE,
)
_DOING = any_of(lexicons.classes("stance_words", "conduct"))
_WHOSE = re.compile(
    r"(?:The )?(?P<actor>[^\W\d_][^,.;]*?)(?:['’]s?) (?:[\w-]+ ){0,2}?"
    rf"{_DOING}\b"
)
_OF_WHOM = re.compile(
    rf"(?:The )?(?:{_DOING}(?:,? and |, | ))+of (?:the )?"
    rf"(?P<actor>(?![^,.;]*{any_of(lexicons.classes('stance_words', 'protester'))}\b)"
    r"[^,.;]+?) (?:is|are|was|were)\b"
)
"""Whose conduct is judged, but for those who protest: they are spoken of by what they do."""
_DOES = re.compile(
    r"(?:The )?(?P<actor>[^,.;]+?) "
    r"(?:does,|(?:has|have) (?:acted|behaved|handled|done|dealt|treated))"
)

_TOO = re.compile(r"\b(?:is|are|was|were|remains?)(?: not)? (?:far |much )?too \w+", re.IGNORECASE)
WORKS = re.compile(r"\b(?:succeed(?:s|ed)?|work(?:s|ed)?)\W*\Z", re.IGNORECASE)
"""What a statement says that finds a thing of use: "The plan will | work"."""
_VALUED = re.compile(
    r"\b(?:is|are|was|were|be|been|remains?)(?: not)?(?: \w+ly)? (?:too |a |an |the )?"
    rf"(?:{'|'.join(sorted(lexicons.classes('attitude_words', 'evaluative', 'verdict')))})\b"
    r"(?<!\bresponsible(?= for\b))|"
    rf"{_TOO.pattern}|"
    r"\b(?:honestly|fairly|unfairly|justly|unjustly|badly|wrongly|rightly|lawfully|unlawfully|"
    r"responsibly)\b|"
    r"\bmore (?:harm|good) than\b|"
    rf"{WORKS.pattern}",
    re.IGNORECASE,
)
"""What a statement says that finds something good or bad: "is justified", "is too low"."""

_MANNER = re.compile(
    r"\b(?:adequately|properly|(?:do|does|did|done|doing) enough|(?:good|sound) "
    r"(?=judge?ment|leadership|management|work)|"
    r"(?<!\bas )well(?! as\b)(?= (?:at|by|enough|for|in|of|on|with)\b|\W*\Z))\b",
    re.IGNORECASE,
)
"""What a statement says of how a thing is done: "cares | well for its dogs"."""

_SUBJECT = re.compile(
    r"(?P<all>(?:[\w’'-]+ )*?(?P<head>[\w-]+)(?: (?:of|on|in|for|to|towards?|against|by|at|from|"
    r"with|that|who|which) [^,;.]*?)??) (?:should|must|ought|needs?|is|are|was|were|has|have|had|"
    r"will|would|can|may|does|do|did)\b"
)

_THERE = re.compile(
    r"There (?:is|are|was|were)(?: (?:an?|any|enough|good|much|no|not|real|some|sufficient|too))* "
    r"(?P<all>(?P<head>[\w-]+)(?: [^,;.]*)?)"
)
"""What a statement says that there is: "There is enough | proof"."""

_TOLD = re.compile(
    r"\b(?:can|cannot|could|may|might|will|would|do|does|did)(?: not)?(?: \w+ly| never)? "
    r"(?!be\b|have\b)(?P<verb>\w+)"
)
"""What a statement says will be, or is not: "will never | pay"."""

_ACTIVE = re.compile(
    r"(?P<who>[^,;.]+?) (?:(?:must|ought to|should)|needs?(?= (?:an?|the|more|new)\b))"
    r"(?: not| no longer| never| all)? "
    r"(?!(?:all|be|close|end|get|go|have|lose|never|no|not|open|receive|remain|reopen|resign|shut|"
    r"stay)\b)\w"
)
"""A statement that asks somebody to do something, and not for something to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a statement is read.

    judged: 1 if praise of its subject supports it, -1 if fault found with it does. grows: whether
    it speaks of more or less of its subject ("should be raised"), which fault found with what there
    is calls for. valued: whether it says that something is good or bad. actor: the words for whose
    conduct it judges, "" if it judges none's. verb: of what shall be done. subject: what it speaks
    of; head: the last word of that, without what hangs on it: "ban" of "The ban on night fishing".
    """

    judged: int
    grows: bool
    valued: bool
    actor: str
    verb: str
    subject: str
    head: str
    told: str
    manner: bool
    asked: str


@lru_cache(maxsize=1 << 12)
def read(statement: str) -> Reading:
    """How a statement is read."""
    ought = _OUGHT.search(statement)
    verb = ought["verb"] if ought else ""
    subject = _THERE.match(statement) or _SUBJECT.match(statement)
    return Reading(
        judged=_judged(statement),
        grows=ought is not None and changes(statement[ought.start("verb") :]),
        valued=ought is None and _finds(statement),
        actor=_actor(statement),
        verb=verb,
        subject=subject["all"] if subject else "",
        head=subject["head"] if subject else "",
        told=told["verb"] if ought is None and (told := _TOLD.search(statement)) else "",
        asked=asked["who"] if (asked := _ACTIVE.match(statement)) else "",
        manner=ought is None and _MANNER.search(statement) is not None,
    )


def changes(words: str) -> bool:
    """Whether words speak of more or less of something: "raised", "higher", "to be paid more"."""
    first = words.split(maxsplit=1)
    return bool(first and _CHANGE.match(first[0].strip(".,"))) or _MORE.search(words) is not None


def _finds(statement: str) -> bool:
    """Whether a statement finds something good or bad, or better or worse than another thing."""
    found = _VALUED.search(statement) or senses.COMPARED.search(statement)
    return found is not None


def _judged(statement: str) -> int:
    ought = _OUGHT.search(statement)
    if ought is not None:
        ends = polarity.of("stop", ought["verb"]) or _CHANGE.match(ought["verb"])
        changes = ends or _MORE.search(statement, ought.start("verb"))
        return -1 if changes and not ought["not"] else 1
    if _TOO.search(statement):
        return -1
    total = sum(s.value * governors.governed(statement, s.start) for s in polarity.signs(statement))
    return -1 if total < 0 else 1


def _actor(statement: str) -> str:
    found = _WHOSE.match(statement) or _OF_WHOM.match(statement) or _DOES.match(statement)
    return found["actor"] if found else ""
