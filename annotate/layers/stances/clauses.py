"""Whether what a writer urges or judges stands in the same clause as a topic's words."""

import re
from collections.abc import Iterable

from annotate.grammar.cues import INSTEAD, of_class
from annotate.layers.stances import polarity

_BREAK = re.compile(
    r"[,;–—](?!\d)|\s-\s|\b(?:while|whereas|although|though|despite|because|since|but|until|unless)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)|,\s(?:which|who|whose|where)\b[^,;]*,")
"""What stands in the middle of a clause without ending it."""
_IN_PLACE = re.compile(rf"\W*(?:{'|'.join(INSTEAD)})\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’']+")
_BARE = 5
"""Words at most of a clause that urges what the sentence spoke of: "… but should be"."""
_REFERS = re.compile(r"\b(?:be|them|it|so|this|that)\W*$", re.IGNORECASE)
_TAKES_UP = re.compile(r"\W*(?:but|and|so)? ?(?:it|they) (?:must|should|has|have|needs?)\b", re.I)
"""A clause about what was spoken of: "…, but it must stay"."""
_BECOMES = re.compile(
    r"(?: not|n[o’']t| also)? (?:(?:be|come|end|cease|stop|continue|remain|go on|stay)\b|"
    r"have (?:been|come|ended|gone)\b|go\W*(?:\Z|[,;:.!?]))",
    re.IGNORECASE,
)


def together(words: str, one: int, other: int) -> bool:
    """Whether two places of a sentence are in one clause."""
    return _clause(words, one) == _clause(words, other)


def urged(words: str, place: int) -> bool:
    """Whether a deed named at a place is what a "should" or "must" of the sentence asks for."""
    return any(_asks(words, at, end, place) for at, end in _urging(words))


def elsewhere(words: str, places: Iterable[int]) -> bool:
    """Whether what a sentence asks for is asked for in other clauses than those of some places."""
    spans = _urging(words)
    held = list(places)
    return bool(spans) and not any(
        together(words, at, p) or _asks(words, at, end, p) for at, end in spans for p in held
    )


def about(words: str, place: int) -> bool:
    """Whether whose conduct is named at a place is told what it should do, or to do it."""
    return any(together(words, at, place) for at, _ in _urging(words)) or urged(words, place)


def acting(words: str) -> bool:
    """Whether words open with a verb that has something done, or stopped."""
    verb = re.match(r"\W*(?P<verb>[\w-]+)", polarity.joined(words))
    return verb is not None and any(
        polarity.of(kind, verb["verb"]) for kind in ("go", "stop", "shield")
    )


_GRANTED = re.compile(
    r"(?P<counts>\b(?:but|yet),?\s+"
    r"(?:for the (?:moment|time being)|for now|at (?:least|present))(?: it)? "
    r"(?:is|are|may|might|was)\b[^.;!?]*|"
    r"\b(?:but|yet),?\s+"
    r"(?:(?:clearly|equally|even so|in the end|nonetheless|on balance|still),? )?"
    r"(?:it(?! (?:is|was) (?:for |the )\b)|they|this|that(?= (?:is|was|would))|"
    r"(?:its|the|their|these|those) (?:\w+ )?(?:advantages?|alternatives?|benefits?|costs?|damage|"
    r"dangers?|drawbacks?|gains?|harm|loss|losses|price|prize|results?|rewards?|risks?|sacrifice))"
    r"\b[^.;!?]*)",
    re.IGNORECASE,
)
_WORTH = re.compile(
    r"\bbut\b[^.;!?]*?(?P<counts>\b(?:costs?|effort|pain|price|risks?|sacrifice) "
    r"(?:is|are|was|were|would be)(?: [\w’']+){0,3} worth\b[^.;!?]*)",
    re.IGNORECASE,
)
"""A clause that tells what counts, after what is only granted: "It is dear, but the price is …"."""


def outweighing(words: str, place: int) -> tuple[int, int] | None:
    """Where the clause stands that outweighs what is said at a place, if one does."""
    found = _GRANTED.search(words, place) or _WORTH.search(words, place)
    return None if found is None else found.span("counts")


def _urging(words: str) -> list[tuple[int, int]]:
    spans = [m.span() for m in _WORD.finditer(words) if polarity.of("urging", m.group())]
    spans += [m.span() for each in (HOPING, DUE, ENTITLED) for m in each.finditer(words)]
    lead = opening(words)
    return [*spans, (lead.start(), lead.start())] if lead else spans


DUE = re.compile(
    r"\b(?:(?:is|[’']s|was) (?:(?:high|about) time|"
    r"time (?:for|that|to|the|this|these|we|they|he|she|it|our))|would do well to|"
    r"had better|"
    r"what (?:we|they|the \w+|\w+) needs? is|(?:is|are|was|were)(?: \w+ly)? needed|"
    r"(?:is|[’']s|was|remains)(?: \w+ly| so)? (?:crucial|essential|imperative|important|vital)"
    r"(?: for [^,;:.]{2,30}?)? (?:that|to)"
    r"(?! (?:add|bear|emphasi[sz]e|know|note|point|realise|realize|recall|remember|say|see|stress|"
    r"understand)\b)|"
    r"deserve(?:s|d(?= to be\b))?(?! better than\b)(?! (?:all |full |great |much |our |the |your )?"
    r"(?:blame|contempt|credit|criticism|gratitude|praise|respect|scorn|sympathy|thanks)\b))\b",
    re.IGNORECASE,
)
"""What is due, told without "should": "it is time to", "would do well to", "deserves better"."""
_FORCES = r"(?:bully|coerce|compel|dictate|force|make|oblige|order)"
ENTITLED = re.compile(
    r"\b(?:(?:not|n[’']t|never) (?:be )?entitled to|(?:is|are|was|were) (?:fully )?entitled to|"
    r"(?:has|have|had|with) (?:no|every|the|absolutely no|any) (?:right|business|authority) to|"
    r"(?:has|have|had) no business(?= \w+ing\b)|"
    rf"(?:nobody|no one|no \w+) (?:can|may|could) {_FORCES}|"
    rf"(?:can|may|could)(?: ?not|n[’']t| never) {_FORCES})(?= )",
    re.IGNORECASE,
)
"""What somebody may do or may not, told without "should": "has no right to force them"."""
HOPING = re.compile(r"\b(?:I|we|We) (?:do )?(?:hope|wish|pray)(?: that)?\b")
"""What a writer says who wants what follows."""


def _asks(words: str, at: int, end: int, place: int) -> bool:
    first, last = _clause(words, at)
    if first <= place < last:
        return place >= end or _BECOMES.match(words[end:last]) is not None
    if _IN_PLACE.match(words) and _clause(words, place)[0] == 0:
        return True
    rest = words[first:last]
    meant = _REFERS.search(rest) or _TAKES_UP.match(rest)
    return place < first and len(_WORD.findall(rest)) <= _BARE and meant is not None


def _clause(words: str, at: int) -> tuple[int, int]:
    whole = _ASIDE.sub(lambda m: "_" * len(m.group()), words)
    breaks = [m.start() for m in _BREAK.finditer(whole)]
    first = max((b for b in breaks if b <= at), default=0)
    return first, min((b for b in breaks if b > at), default=len(words))


_OPENING = re.compile(
    r"\W*(?P<verb>[A-Z][a-z]+(?:-[a-z]+)*) (?:(?:down|off|out|up|with) |(?<=-rid )of )?"
    r"(?:the|this|these|those|every|each|all|any|no|his|her|its|my|their|our|your|them|it|[A-Z]\w*)\b"
)


_TITLE = re.compile(r"\W*(?:[A-Z0-9][\w.+-]*(?:\W+|\Z))+")
"""Words that all have a capital, as a heading or a label has: "Open Source", "Save Draft"."""


def opening(words: str) -> re.Match[str] | None:
    """The imperative that a sentence opens with: "Stop the …", "Let X …", "Grant every …"."""
    found = _OPENING.match(polarity.joined(words))
    if found is None or _TITLE.fullmatch(words):
        return None
    if found["verb"].endswith(("s", "ed", "ing", "sion", "tion")):
        return None
    verb = found["verb"].lower()
    if verb in of_class("preposition"):
        return None  # "Without the toll, …"
    return found if polarity.of("stop", verb) or polarity.of("go", verb) else None
