"""On which side evidence is of a statement that finds a danger: "Wolves are a threat to farming".

Who tells of the danger supports the statement, though a bad word stands beside its subject; who
says that there is none, or that it is overblown, opposes it. A danger to the subject is another.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from annotate.layers.stances.evidence import Evidence, Side
from annotate.layers.stances.stems import stem
from annotate.layers.stances.touches import Touch
from annotate.layers.stances.turns import stemmed
from annotate.model import Stretch

_SAID = re.compile(
    r"(?P<subject>[^,;.]+?) (?:is|are|was|were|poses?|represents?|remains?|constitutes?)"
    r"(?P<not> no| not| never)?(?: an?| any| the)?(?: [\w-]+){0,2}? "
    r"(?:dangers?|dangerous|harmful|hazards?|menace|perils?|risks?|threats?)\b"
    r"(?! (?:of|from|posed)\b)"
)
_OUGHT = re.compile(r"\b(?:should|must|ought|needs? to|ha(?:s|ve) to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Danger:
    """A statement's danger: the stems of its subject, and -1 where it says that there is none."""

    subject: frozenset[str]
    side: int


@lru_cache(maxsize=1 << 12)
def stated(statement: str) -> Danger | None:
    """The danger that a statement says its subject is, or is not."""
    found = _SAID.match(statement)
    if found is None or _OUGHT.search(found.group()):
        return None
    words = frozenset(stem(word) for word in re.findall(r"[\w’'-]+", found["subject"]))
    return Danger(subject=words, side=-1 if found["not"] else 1)


_TOLD = re.compile(
    r"\b(?:dangers?|dangerous(?:ly)?|endanger\w*|harm(?!less)\w*|hazard\w*|jeopard\w*|menac\w*|"
    r"perils?|risk\w*|threat\w*|undermin\w*|destroy\w*|damag\w*|ruin\w*|hurt(?:s|ing)?|"
    r"kill(?:s|ed|ing)?|poison(?:s|ed|ing)?|wreck(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:\b(?:no|without|never|hardly|scarcely|cannot)|\b(?:not|n[’']t)"
    r"(?: (?:be|been|being|constitute|pose|present|represent))?)"
    r"(?: (?:a|an|any|the|in|at|real|great|serious|such|much|of))* \Z|"
    r"\b(?:is|are) neither [\w ]{0,20}\Z",
    re.IGNORECASE,
)
"""What stands before a danger that there is not."""
_OVERDONE = re.compile(
    r"\b(?:exaggerat\w*|alarmis\w*|hysteri\w*|imagin(?:ary|ed)|inflat\w*|invent(?:ed|ion)|myths?|"
    r"nonsense|over(?:blown|done|rated|stat\w*)|scaremonger\w*|trumped up|unfounded)\b",
    re.IGNORECASE,
)
_SAFE = re.compile(
    r"\b(?:harmless|innocuous|(?:is|are) (?:perfectly |quite )?safe)\b", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:not|never|n[’']t) (?:\w+ )?\Z", re.IGNORECASE)
_SUFFERS = re.compile(
    r"\b(?:am|are|be|been|being|is|was|were)(?: \w+ly)? "
    r"(?:damaged|destroyed|endangered|harmed|hurt|killed|menaced|poisoned|ruined|threatened|"
    r"undermined|wrecked)\b|\bat risk\b|\bin danger\b",
    re.IGNORECASE,
)
"""A danger to what is spoken of: "wolves are threatened"."""
_VICTIM = re.compile(
    r"(?: (?:to|for|on|against))?(?: (?:all|its|our|some|the|their|these|those|wild))?"
    r"(?: (?!by\b|from\b|of\b|posed\b|that\b|which\b)[\w-]+)? \Z",
    re.IGNORECASE,
)

_RULES = frozenset({"quoted", "view", "writer-judges", "writer-urges"})


def sign(each: Evidence, touch: Touch) -> Side | None:
    """Towards a statement of danger; None where the words tell of none."""
    danger = stated(touch.matter.topic.statement)
    if danger is None or each.rule not in _RULES:
        return None
    places = [at for at, _ in touch.places if stemmed(each.words, at) in danger.subject]
    if not places:
        return None
    safe = _SAFE.search(each.words)
    if safe is not None:
        turned = _DENIED.search(each.words[: safe.start()])
        return (danger.side if turned else -danger.side), 0.8, _stretch(safe)
    told = list(_TOLD.finditer(each.words))
    if not told:
        return None
    if _SUFFERS.search(each.words) or any(_to_it(each.words, m, places) for m in told):
        return 0, 0.0, None
    first = told[0]
    denied = _NONE.search(each.words[: first.start()]) or _OVERDONE.search(each.words)
    return (-danger.side if denied else danger.side), 0.85, _stretch(first)


def _to_it(words: str, danger: re.Match[str], places: list[int]) -> bool:
    """Whether what is spoken of is in danger itself: "a threat to | wolves", "harms | wolves"."""
    behind = [at for at in places if at >= danger.end()]
    return any(_VICTIM.match(words[danger.end() : at]) is not None for at in behind)


def _stretch(found: re.Match[str]) -> Stretch:
    return Stretch(start=found.start(), end=found.end())
