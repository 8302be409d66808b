"""On which side evidence is that says what shall be done."""

import re

from annotate.layers.stances import (
    polarity,
    predicates,
    senses,
    turns,
    wants,
)
from annotate.layers.stances.evidence import NO_SIDE, Evidence, Side
from annotate.layers.stances.matters import Matter
from annotate.layers.stances.stems import WORD
from annotate.layers.stances.touches import Touch


def urged(each: Evidence, touch: Touch) -> Side:
    """The side of what shall be done: to what it names, or to what was spoken of."""
    if _AGAINST.match(each.words):
        return -1, 1.0, None
    first = _FIRST.match(each.words)
    sure = _LOOKED_AT if first is not None and polarity.of("look", first["verb"]) else 1.0
    if touch.places:
        turned = turns.turned(each, touch)
        if touch.matter.kind == "value" and touch.matter.judged < 0:
            turned = turned if _OTHER.search(each.words) else -turned
        over = _NOT_IT.search(each.words)
        spoken = over and all(place < over.start() for place, _ in touch.places)
        return -turned if spoken else turned, sure, None
    if turns.PROPOSED.search(each.words):
        return _wanted(each.words), sure, None
    if _of_else(each, touch.matter):
        return NO_SIDE
    return _wanted(each.words) * turns.aim(touch.matter), sure, None


def _of_else(each: Evidence, matter: Matter) -> bool:
    """Whether what is asked for is another thing, since no word of it is the topic's or means it:
    "told its members to stay at home".
    """
    if each.rule != "quoted":
        return False
    needless = _NEEDLESS.search(each.words) and not turns.IT.search(each.words)
    meant = each.mode == "direct" or matter.kind == "conduct" or _BACK.search(each.words)
    return matter.kind == "value" or bool(needless) or not meant


_BACK = re.compile(
    r"\b(?:it|its|this|that|these|those|them|they|their|such|so|must|ought|should)\b", re.IGNORECASE
)
"""What may mean what was spoken of, or says by itself what shall be."""
_NEEDLESS = re.compile(r"\b(?:do|does|did)(?: not|n[’']t) (?:have|need) to\b", re.IGNORECASE)


def of_subject_alone(each: Evidence, touch: Touch) -> bool:
    """Whether who a statement wants to do something is asked for another thing: of "Boats should
    pay a toll" nothing in "Boats should be safe".
    """
    if touch.matter.kind != "deed" or touch.matter.patterns or not (each.own and touch.places):
        return False
    named = wants.asked(touch)
    return bool(named) and all(
        turns.stemmed(each.words, place) in named for place, _ in touch.places
    )


_AGAINST = re.compile(r"\W*against(?: (?:it|that|this))?\W*(?:[,;:.]|\Z)", re.IGNORECASE)
"""What is advised who is advised "against": not to do what was spoken of."""

_OTHER = re.compile(
    r"\b(?:better|cheaper|fewer|higher|larger|less|longer|lower|more|safer|shorter|smaller|"
    r"stricter)\b",
    re.IGNORECASE,
)
"""What is asked for by who finds a thing too much or too little: "smaller classes"."""

_LOOKED_AT = 0.5
"""How sure it is that who asks for a thing to be looked into is for it."""

_FIRST = re.compile(
    r"(?:.*\bto |.*\b(?:must|should|ought to)(?: be)? |\W*)?(?P<verb>\w+)", re.IGNORECASE
)

_THING = re.compile(
    r"\b(?:the|this|that|these|those|such) (?P<noun>bill|decision|deal|idea|law|measures?|order|"
    r"plans?|project|proposals?|rules?|ruling|scheme)\b",
    re.IGNORECASE,
)
"""What was spoken of before: "throw the bill out"."""

_NOT_IT = re.compile(
    r"\b(?:must|ought|shall|should)(?: not|n[’']t|not| never)(?: \w+ly)?(?: to)?(?: \w+){1,2} "
    r"(?:it|this|that)\b",
    re.IGNORECASE,
)
"""What is not to be done with what was spoken of: "we should not | pursue it"."""


def _wanted(words: str) -> int:
    """-1 if what is urged is to end what was spoken of: "asked parliament to repeal it"."""
    first = _FIRST.match(words)
    it, thing = turns.IT.search(words), _THING.search(words)
    stops = any(polarity.of("stop", word) for word in WORD.findall(words))
    ends = first is not None and polarity.of("stop", first["verb"])
    ends = ends or (stops and it is None and thing is None)
    over = it is not None and predicates.predicated(words, it.start()) < 0
    over = over or _NOT_IT.search(words) is not None
    over = over or (thing is not None and senses.sense(words, thing.start("noun")) < 0)
    return -1 if ends or over else 1
