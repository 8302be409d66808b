"""Backed by X, under fire from X: attitudes towards a subject of whom a phrase names behind it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from annotate.layers.stances import clauses, polarity
from annotate.layers.stances.agents import agent
from annotate.layers.stances.attitudes import attitude
from annotate.layers.stances.bills import owned
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.scenes import Scene, stretched
from annotate.layers.stances.wishes import finds
from annotate.model import Pair
from annotate.patterns import Pattern

_BY = re.compile(
    r"\b(?P<not>(?:not|never) (?:been )?)?(?:\w+ly )?"
    r"(?P<verb>[a-z]+ed|(?:ruled|voted|thrown|brushed|waved|turned|shot|shouted) "
    r"(?:aside|away|down|out))(?: \w+ly)? by\b"
)
_DRAWN = (
    r"(?:announced|backed|devised|drafted|drawn up|floated|introduced|made|outlined|presented|"
    r"proposed|published|put forward|set out|submitted|tabled|unveiled)"
)
_PLANS = Pattern(
    r"\b(?:bill|campaign|draft|initiative|measure|motion|plan|policy|proposal|scheme)s?"
    rf"(?: being| (?:that )?(?:is|are|was|were) being)? (?P<verb>{_DRAWN}) by\b",
    re.IGNORECASE,
)
"""What is meant to be done, by whom it is from: "plans drawn up by the council to …"."""
_CALLS = Pattern(
    r"\b(?:appeals?|calls?|demands?|pleas?|pressure) (?P<verb>by|from)\b", re.IGNORECASE
)
"""What is asked for, by whom: "calls from residents to | close it"."""
_ASKED = re.compile(r"[^,;.:]{2,60}? (?:for|that|to) (?=[a-z])")
_TO = re.compile(r"[^,;.:]{2,60}? to (?=[a-z])")


_BODILY = frozenset({"attacked", "questioned", "wanted"})
"""What the police does to a suspect, and no attitude: "was questioned by the police"."""


_MEETS = (
    r"(?:attract|dr(?:ew|aw|awn)|earn|fac|found|g[eo]t|ha[ds]|have|me[et]t?|prompt|provok|receiv|"
    r"spark|w[io]n|enjoy)(?:ed?|es|s|ing)?(?: with)?(?: the)?(?: (?!no\b)[\w-]+)?"
)
_ANGER = r"(?:anger|condemnation|criticism|objections|opposition|outrage|protests?|resistance)"
_UNDER = (
    r"(?:com(?:e|es|ing)|came|is|are|was|were)(?: \w+)? under (?:\w+ )?(?:attack|criticism|fire)"
)
_PRAISE = r"(?:applause|approval|backing|blessing|praise|support)"
_DONORS = (
    r" [^,;:.]{0,60}\b(?:[Dd]onations?|[Dd]onors?|[Ee]ndowments?|[Ff]oundations?|[Ff]unds?|"
    r"[Gg]rants?|[Pp]hilanthropists?|[Ss]ponsors?|[Tt]rusts?)\b"
)
"""Whose support is money: "receives support from two foundations"."""
_FROM = (
    (Pattern(rf"\b(?:{_MEETS} {_ANGER}|{_UNDER}) from\b", re.IGNORECASE), -1),
    (Pattern(rf"\b{_MEETS} {_PRAISE} (?:from|of)\b(?!{_DONORS})", re.IGNORECASE), 1),
)
"""Phrases whose subject somebody is for or against whom they name: "drew criticism from X"."""


_MOVES = (
    (
        Pattern(
            r"\b(?:alarm|anger|annoy|appall?|disappoint|disgust|dismay|enrag|exasperat|frustrat|"
            r"horrif[iy]|infuriat|irk|irritat|offend|outrag|sadden|upset(?= ))"
            r"(?:e?d|(?<!alarm)e?s|(?<=upset))(?= (?!by\b|with\b|at\b|that\b)\w)",
            re.IGNORECASE,
        ),
        -1,
    ),
    (
        Pattern(
            r"\b(?:cheer|delight|gladden|gratif[iy]|hearten|pleas|thrill)(?:e?s|i?ed)"
            r"(?= (?!by\b|with\b|at\b|that\b)\w)",
            re.IGNORECASE,
        ),
        1,
    ),
)
"""What a thing does to who likes it or not: "The toll | angered X"."""
_NO_VERB = re.compile(
    r"\b(?:an?|be|been|being|is|are|was|were|the|so|very|to|by|of|in|"
    r"(?:an?|another|few|many|most|other|several|some|the|these|those|\d+|two|three|four|five|six|"
    r"seven|eight|nine|ten)(?: \w+ly)?)\W*\Z",
    re.I,
)
"""What stands before a participle that only tells of somebody: "another | frustrated voter"."""


def suffering(scene: Scene) -> Iterator[Evidence]:
    """What stands before "rejected by X" or "drew criticism from X", as X sees it."""
    plans = (_planned(scene, match) for match in _PLANS.finditer(scene.words))
    calls = (_called_for(scene, match) for match in _CALLS.finditer(scene.words))
    if (plan := next(filter(None, (*owned(scene), *plans, *calls)), None)) is not None:
        yield plan
        return
    told = [(m, _passive(m)) for m in _BY.finditer(scene.words)]
    told += [(m, sign) for each, sign in _FROM for m in each.finditer(scene.words)]
    told += [
        (m, sign)
        for each, sign in _MOVES
        for m in each.finditer(scene.words)
        if not _NO_VERB.search(scene.words[: m.start()])
    ]
    found = (_suffered(scene, match, sign) for match, sign in told)
    yield from islice((each for each in found if each is not None), 1)


def _passive(match: re.Match[str]) -> int:
    verb = match["verb"]
    if verb in _BODILY:
        return 0
    if " " in verb:
        return 1 if match["not"] else -1
    return (1 if verb in _BROUGHT else polarity.wanted(verb)) * (-1 if match["not"] else 1)


_BROUGHT = frozenset({"drafted", "initiated", "introduced", "proposed", "sponsored", "tabled"})
"""What is done to a bill or a motion by who is for it."""


def _planned(scene: Scene, match: re.Match[str]) -> Evidence | None:
    """What a plan by somebody would have done: "plans drawn up by the council to | close it"."""
    start, end = stretched(scene, match)
    tokens = scene.reading.passage.tokens(start, end)
    if _PLANNED.search(scene.words, 0, match.start()) and tokens is not None:
        region = scene.place[0], stretched(scene, match)[0]
        return _plan(scene, tokens.end, region, (start, end))
    to = _TO.match(scene.words, match.end())
    if tokens is None or to is None or not clauses.acting(scene.words[to.end() :]):
        return None
    return _plan(scene, tokens.end, (stretched(scene, to)[1], scene.place[1]), (start, end))


_PLANNED = re.compile(
    r"\b(?:shall|will|would)(?: \w+)? be [^,;.:]* under (?:the |these |its )?(?:\w+ )?\Z",
    re.IGNORECASE,
)
"""What is told as part of a plan: "The ward would be closed under | plans drawn up by …"."""


def _called_for(scene: Scene, match: re.Match[str]) -> Evidence | None:
    """What somebody calls for: "calls from residents to | close it"."""
    cue = stretched(scene, match)
    tokens = scene.reading.passage.tokens(*cue)
    asked = _ASKED.match(scene.words, match.end())
    if tokens is None or asked is None:
        return None
    found = _plan(scene, tokens.end, (stretched(scene, asked)[1], scene.place[1]), cue)
    return replace(found, act="urges") if found else None


def _plan(scene: Scene, at: int, region: Pair, cue: Pair) -> Evidence | None:
    holder = agent(scene, at)
    if holder is None or scene.quoted(*cue):
        return None
    found = attitude(scene, holder, region, 1, cue=cue, rule="attitude-plan", finds=False)
    return replace(found, act="asserts")


def _suffered(scene: Scene, match: re.Match[str], sign: int) -> Evidence | None:
    start, end = stretched(scene, match)
    tokens = scene.reading.passage.tokens(start, end)
    region = scene.place[0], start
    if not sign or tokens is None or scene.quoted(start, end) or region[0] >= start:
        return None
    holder = agent(scene, tokens.end)
    if holder is None:
        return None
    found = finds(match.groupdict().get("verb", "criticise"))
    return attitude(scene, holder, region, sign, cue=(start, end), rule="passive", finds=found)
