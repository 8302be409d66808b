"""On which side of a topic's statement evidence is, and how sure that is.

A word of the topic has a sense in the sentence and one in the statement (`senses`). Who likes what
is said where the two agree supports the statement, who likes it where they differ opposes it.
"""

import re
from collections.abc import Callable

from annotate import lexicons
from annotate.layers.stances import (
    authored,
    claims,
    clauses,
    conduct,
    dangers,
    nearness,
    needs,
    polarity,
    senses,
    statements,
    turns,
    urges,
    wants,
)
from annotate.layers.stances.evidence import NO_SIDE, Evidence, Side
from annotate.layers.stances.stems import WORD, stem
from annotate.layers.stances.touches import Touch
from annotate.patterns import any_of


def sign(each: Evidence, touch: Touch, side: int, felt: Callable[[], int]) -> Side:
    """On which side evidence is.

    side: on which the holder was shown earlier, 0 if on none. felt: asks what the sentence says of
    the topic's words, as the trained pipeline sees it, 0 where it does not; it takes its time.
    """
    if not each.doubted:
        return _of(each, touch, side, felt)
    found, sure, cue = _of(each, touch, -side, lambda: -felt())
    return -found, sure, cue


def _of(each: Evidence, touch: Touch, side: int, felt: Callable[[], int]) -> Side:
    """On which side evidence is, as one who holds what its words say."""
    if each.rule == "silence" and not touch.places and _NO_COMMENT.search(each.words):
        return NO_SIDE
    if each.neutral or each.mixed:
        return 1, 0.9, None
    if each.rule == "deed" and _by_its_own(each, touch):
        return NO_SIDE
    if touch.matter.kind == "conduct" and not touch.told:
        return conduct.sign(each, touch, felt)
    if each.keeps and not touch.places:
        return NO_SIDE
    if lacking := needs.sign(each, touch):
        return lacking, 0.8, None
    return dangers.sign(each, touch) or _of_form(each, touch, side, felt)


def _of_form(each: Evidence, touch: Touch, side: int, felt: Callable[[], int]) -> Side:
    """The side that the form of evidence tells, or what is said of the topic's words."""
    if each.urged and urges.of_subject_alone(each, touch):
        return NO_SIDE
    judging = each.rule.startswith("writer") and each.rule != "writer-orders"
    if judging and touch.places and not each.sign:
        found = (authored.written(each, touch, place) for place in authored.asked_last(each, touch))
        return next((one for one in found if one[0]), NO_SIDE)
    if each.urged and not _asks_other(each, touch):
        return urges.urged(each, touch)
    if each.rule == "deed-files" and _filed(each, touch):
        return turns.aim(touch.matter), 0.8, None
    if each.rule == "deed" and _done(each, touch):
        return turns.turned(each, touch) * wants.turn(each, touch.matter), 0.8, None
    said = each.charge or (each.rule == "quoted" and each.act == "fears") or _decried(each, touch)
    if each.sign and not (said and touch.matter.kind == "fact"):
        return _told(each, touch)
    if touch.matter.kind == "fact":
        return claims.claimed(each, touch, side)
    return _weighed(each, touch, side, felt)


def _decried(each: Evidence, touch: Touch) -> bool:
    """Whether a wrong that a statement speaks of is condemned, by who thereby says that it is done:
    "condemned the | genocide"; claims of it are only claims.
    """
    blamed = each.sign < 0 and (each.finds or each.rule == "position-turns-against")
    if not (blamed and touch.places) or each.act == "denies" or each.rule in _OF_WORDS:
        return False
    said = (WORD.match(each.words, place) for place, _ in touch.places)
    wrong = any(word is not None and polarity.value(word.group()) < 0 for word in said)
    return wrong and not _SAID.search(each.words)


_SAID = re.compile(
    r"\b(?:accusation|accuse|allegation|alleg|charge|claim|idea|rumou?r|suggest|talk)",
    re.IGNORECASE,
)


def _by_its_own(each: Evidence, touch: Touch) -> bool:
    """Whether a deed is told of those whom a statement judges by it: it is not done against them.

    "The climate protests went on" says nothing of "The conduct of the protesters is right".
    """
    spoken = statements.read(touch.matter.topic.statement).subject
    return _PROTESTING.search(spoken) is not None and _AIMED.search(each.words) is None


_NO_COMMENT = re.compile(
    r"\bcomment (?:about|on|regarding|for (?:the|this) (?:article|piece|report|story))\b",
    re.IGNORECASE,
)
"""What tells of no topic: "declined to comment for this story"."""
_PROTESTING = re.compile(rf"\b{any_of(lexicons.classes('stance_words', 'protester'))}\b", re.I)
_AIMED = re.compile(r"\bagainst\b|\bin protest at\b")


def _done(each: Evidence, touch: Touch) -> bool:
    """Whether a topic is what somebody does: who is on strike is for "The strike is justified"."""
    words = (WORD.match(each.words, place) for place, _ in touch.places)
    return any(word is not None and polarity.of("deed-", word.group()) for word in words)


def _filed(each: Evidence, touch: Touch) -> bool:
    """Whether a topic is what somebody files: who does is for "The complaint should be heard"."""
    head = statements.read(touch.matter.topic.statement).head
    found = _FILED.match(head) and re.search(rf"\b{re.escape(head)}s?\b", each.context)
    return bool(found)


_FILED = re.compile(r"(?:appeal|case|challenge|complaint|lawsuit|motion|petition|suit)s?\Z", re.I)


def _asks_other(each: Evidence, touch: Touch) -> bool:
    """Whether evidence judges a topic, and asks for something else: "We need power, but …"."""
    at = [place for place, _ in touch.places]
    return bool(at) and clauses.elsewhere(each.words, at) and bool(nearness.within(each, touch))


def _told(each: Evidence, touch: Touch) -> Side:
    """The side that a verb or a deed shows, to what follows it."""
    matter = touch.matter
    if each.rule == "quoted" and matter.kind != "fact" and _CONTESTED.search(each.words):
        return NO_SIDE
    total, winning = polarity.balance(nearness.near(each, touch))
    cue = polarity.stretch(winning)
    if each.rule in _OF_WORDS and total and matter.kind != "fact":
        both = each.sign * (1 if total > 0 else -1)
        return both * turns.turned(each, touch, judged=True) * wants.turn(each, matter), 0.9, cue
    if each.rule == "denied" and matter.kind != "fact" and not _SHALL.search(each.words):
        return NO_SIDE
    if _DECIDED_ON.search(each.words) and each.finds:
        return NO_SIDE
    turned = turns.turned(each, touch, claimed=matter.kind == "fact")
    found = each.rule not in _OF_WORDS and (each.finds or matter.kind == "value")
    return each.sign * turned * (wants.turn(each, matter) if found else 1), 0.9, cue


_SHALL = re.compile(
    r"\b(?:allow|be|had better|let|must|need|needs|ought|permit|shall|should)\b|\A\W*\w+ing\b",
    re.I,
)
"""What is denied that something shall be; who denies a fact is on no side by that."""
_DECIDED_ON = re.compile(
    r"\b(?:decision|judge?ment|report|ruling|verdict|vote) "
    r"(?:about|concerning|on|over|regarding)\b",
    re.I,
)
"""What is found good or bad whichever way it went: "denounced the ruling on the fines"."""
_CONTESTED = re.compile(
    r"\b(?:can|could|may|might|will|would)(?: \w+ly| well)* (?:be|face|invite|prompt)"
    r"(?: (?:an?|more|new))? (?:annulled|appeal(?:s|ed)?|challenged?|challenges|contested|"
    r"lawsuits?|overruled|overturned|quashed|struck down)\b",
    re.I,
)
"""What others may do about a thing, which who warns of it is for or against."""
_OF_WORDS = frozenset({"calls-claim", "denied", "position-sure"})
"""Rules whose sign is towards what is said, not towards what is spoken of."""


def _weighed(each: Evidence, touch: Touch, side: int, felt: Callable[[], int]) -> Side:
    """The side that the trained pipeline or judging words show, else the one before."""
    matter = touch.matter
    turned = turns.turned(each, touch, judged=True) * wants.turn(each, matter)
    total, winning = polarity.balance(nearness.near(each, touch))
    if total:
        sure = authored.ONE_WORD if each.own and abs(total) == 1 else 0.8
        sure *= _INFERRED if each.rule == "quoted" and _of_nothing(each, touch) else 1.0
        return (1 if total > 0 else -1) * turned, sure, polarity.stretch(winning)
    works = statements.WORKS.search(matter.topic.statement) and len(touch.places) > 1
    if works or senses.COMPARED.search(matter.topic.statement):
        return claims.claimed(each, touch, side)
    if liked := felt():
        planned = _PLANNED.match(each.words) is not None
        return liked * turned, _FELT_OF_PLANS if planned else _ONLY_FELT, None
    if each.rule != "quoted":
        return NO_SIDE
    if side and touch.places:
        return side, 0.75, None
    told = len(touch.places) > 1 and not matter.topic.note and _says(each, touch)
    if supposed := _SUPPOSED.match(each.words):
        missed = told and supposed["without"] is not None
        return (
            (-turns.turned(each, touch) * wants.turn(each, matter), 0.7, None)
            if missed
            else NO_SIDE
        )
    return (turns.turned(each, touch) * wants.turn(each, matter), 0.75, None) if told else NO_SIDE


def _of_nothing(each: Evidence, touch: Touch) -> bool:
    """Whether what judges says no word of what should be done, nor anything that may mean it."""
    return touch.matter.kind == "deed" and not touch.places and not turns.IT.search(each.words)


_INFERRED = 0.75
"""How sure it is, beside other words, that what judges something judges what is spoken of around
it: of 54 such sentences four were right in everything."""

_PLANNED = re.compile(r"\W*to [a-z]")
"""What is only planned, and found neither good nor bad by who plans it: "plans | to loosen it"."""
_SUPPOSED = re.compile(
    r"\W*(?:(?:and|but|so) )?(?:(?P<without>without)|if|unless|should(?=[^?]*,)|"
    r"(?:to \w+|\w+ing)\b[^,;:.]*\b(?:could|may|might|will|would))\b",
    re.IGNORECASE,
)
"""What foresees what a thing would bring, and not that it should be: "Closing it would …". Only
who asks what would be without a thing is for it."""

_ONLY_FELT = 0.6
"""How sure a side is that only the trained pipeline sees: told where the topic's words
weigh all they can, and else a proposal: of 47 told by it in 67 articles by others the topic was
right in 24, holder and side too in 15 (`python -m tests.bench.stances`)."""
_FELT_OF_PLANS = 0.5
"""The same of what somebody plans, which others feel good or bad about."""


def _says(each: Evidence, touch: Touch) -> bool:
    """Whether evidence says more of a topic's subject than what it is: something of the statement,
    or that it shall be or not."""
    if touch.matter.kind == "deed" and wants.more(each, touch.matter):
        return False
    if any(senses.wills(word) for word in WORD.findall(each.words)):
        return True
    subject = statements.read(touch.matter.topic.statement).subject
    named = {stem(word) for word in WORD.findall(subject)}
    return any(turns.stemmed(each.words, place) not in named for place, _ in touch.places)
