"""On which side of a topic's statement evidence is, and how sure that is.

A word of the topic has a sense in the sentence and one in the statement (`senses`). Who likes what
is said where the two agree supports the statement, who likes it where they differ opposes it.
"""

import re
from collections.abc import Callable

from annotate.layers.stances import (
    clauses,
    conduct,
    dangers,
    needs,
    polarity,
    senses,
    statements,
    turns,
)
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.matters import Matter
from annotate.layers.stances.polarity import Sign
from annotate.layers.stances.stems import WORD, stem
from annotate.layers.stances.touches import Touch, pressed
from annotate.model import Stretch

Side = tuple[int, float, Stretch | None]
"""The attitude to a topic's statement, how sure, and the word that shows it."""

_NONE: Side = 0, 0.0, None


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
    if each.neutral or each.mixed:
        return 1, 0.9, None
    if each.rule == "deed" and _by_its_own(each, touch):
        return _NONE
    if touch.matter.kind == "conduct" and not touch.told:
        return conduct.sign(each, touch, felt)
    if each.keeps and not touch.places:
        return _NONE
    if lacking := needs.sign(each, touch):
        return lacking, 0.8, None
    return dangers.sign(each, touch) or _of_form(each, touch, side, felt)


def _of_form(each: Evidence, touch: Touch, side: int, felt: Callable[[], int]) -> Side:
    """The side that the form of evidence tells, or what is said of the topic's words."""
    if each.urged and _of_subject_alone(each, touch):
        return _NONE
    judging = each.rule.startswith("writer") and each.rule != "writer-orders"
    if judging and touch.places and not each.sign:
        found = (_written(each, touch, place) for place in _asked_last(each, touch))
        return next((one for one in found if one[0]), _NONE)
    if each.urged and not _asks_other(each, touch):
        return _urged(each, touch)
    if each.rule == "deed-files" and _filed(each, touch):
        return turns.aim(touch.matter), 0.8, None
    if each.rule == "deed" and _done(each, touch):
        return turns.turned(each, touch) * _state(each, touch.matter), 0.8, None
    said = each.charge or (each.rule == "quoted" and each.act == "fears")
    if each.sign and not (said and touch.matter.kind == "fact"):
        return _told(each, touch)
    if touch.matter.kind == "fact":
        return _claimed(each, touch, side)
    return _weighed(each, touch, side, felt)


def _asked_last(each: Evidence, touch: Touch) -> list[tuple[int, int]]:
    """The places of a topic's words: what is asked of somebody tells more than who is asked."""
    named = _of_asked(touch)
    return sorted(touch.places, key=lambda at: turns.stemmed(each.words, at[0]) in named)


def _of_asked(touch: Touch) -> set[str]:
    """The stems of whom a statement asks to do something."""
    return {
        stem(word) for word in WORD.findall(statements.read(touch.matter.topic.statement).asked)
    }


def _by_its_own(each: Evidence, touch: Touch) -> bool:
    """Whether a deed is told of those whom a statement judges by it: it is not done against them.

    "The climate protests went on" says nothing of "The conduct of the protesters is right".
    """
    spoken = statements.read(touch.matter.topic.statement).subject
    return _PROTESTING.search(spoken) is not None and _AIMED.search(each.words) is None


_PROTESTING = re.compile(r"\b(?:demonstrators|marchers|petitioners|picketers|protesters)\b", re.I)
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
    return bool(at) and clauses.elsewhere(each.words, at) and bool(_within(each, touch))


def _urged(each: Evidence, touch: Touch) -> Side:
    """The side of what shall be done: to what it names, or to what was spoken of."""
    if _AGAINST.match(each.words):
        return -1, 1.0, None
    first = _FIRST.match(each.words)
    sure = _LOOKED_AT if first is not None and polarity.of("look", first["verb"]) else 1.0
    if touch.places:
        turned = turns.turned(each, touch)
        if touch.matter.kind == "value" and touch.matter.judged < 0:
            turned = turned if _OTHER.search(each.words) else -turned
        return turned, sure, None
    if turns.PROPOSED.search(each.words):
        return _wanted(each.words), sure, None
    return _wanted(each.words) * turns.aim(touch.matter), sure, None


def _of_subject_alone(each: Evidence, touch: Touch) -> bool:
    """Whether who a statement wants to do something is asked for another thing: of "Boats should
    pay a toll" nothing in "Boats should be safe".
    """
    if touch.matter.kind != "deed" or touch.matter.patterns or not (each.own and touch.places):
        return False
    named = _of_asked(touch)
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


def _told(each: Evidence, touch: Touch) -> Side:
    """The side that a verb or a deed shows, to what follows it."""
    matter = touch.matter
    if each.rule == "quoted" and matter.kind != "fact" and _CONTESTED.search(each.words):
        return _NONE
    total, winning = polarity.balance(_near(each, touch))
    cue = polarity.stretch(winning)
    if each.rule in _OF_WORDS and total and matter.kind != "fact":
        both = each.sign * (1 if total > 0 else -1)
        return both * turns.turned(each, touch, judged=True) * _state(each, matter), 0.9, cue
    if each.rule == "denied" and matter.kind != "fact" and not _SHALL.search(each.words):
        return _NONE
    if _DECIDED_ON.search(each.words) and each.finds:
        return _NONE
    turned = turns.turned(each, touch, claimed=matter.kind == "fact")
    found = each.rule not in _OF_WORDS and (each.finds or matter.kind == "value")
    return each.sign * turned * (_state(each, matter) if found else 1), 0.9, cue


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
    turned = turns.turned(each, touch, judged=True) * _state(each, matter)
    total, winning = polarity.balance(_near(each, touch))
    if total:
        sure = _ONE_WORD if each.own and abs(total) == 1 else 0.8
        return (1 if total > 0 else -1) * turned, sure, polarity.stretch(winning)
    works = statements.WORKS.search(matter.topic.statement) and len(touch.places) > 1
    if works or senses.COMPARED.search(matter.topic.statement):
        return _claimed(each, touch, side)
    if liked := felt():
        return liked * turned, _ONLY_FELT, None
    if each.rule != "quoted":
        return _NONE
    if side and touch.places:
        return side, 0.75, None
    told = len(touch.places) > 1 and not matter.topic.note and _says(each, touch)
    if supposed := _SUPPOSED.match(each.words):
        missed = told and supposed["without"] is not None
        return (-turns.turned(each, touch) * _state(each, matter), 0.7, None) if missed else _NONE
    return (turns.turned(each, touch) * _state(each, matter), 0.75, None) if told else _NONE


_SUPPOSED = re.compile(
    r"\W*(?:(?:and|but|so) )?(?:(?P<without>without)|if|unless|should(?=[^?]*,)|"
    r"(?:to \w+|\w+ing)\b[^,;:.]*\b(?:could|may|might|will|would))\b",
    re.IGNORECASE,
)
"""What foresees what a thing would bring, and not that it should be: "Closing it would …". Only
who asks what would be without a thing is for it."""


_ONLY_FELT = 0.55
"""How sure a side is that only the trained pipeline sees: right in one of four on our articles
(`python -m tests.bench.stances`), and so a proposal."""


def _says(each: Evidence, touch: Touch) -> bool:
    """Whether evidence says more of a topic's subject than what it is: something of the statement,
    or that it shall be or not."""
    if touch.matter.kind == "deed" and _wants_more(each, touch.matter):
        return False
    if any(senses.wills(word) for word in WORD.findall(each.words)):
        return True
    subject = statements.read(touch.matter.topic.statement).subject
    named = {stem(word) for word in WORD.findall(subject)}
    return any(turns.stemmed(each.words, place) not in named for place, _ in touch.places)


def _claimed(each: Evidence, touch: Touch, side: int) -> Side:
    """Towards a statement of fact: who speaks of it claims it, unless they call it untrue."""
    if not touch.places and any(polarity.of("denial", w) for w in WORD.findall(each.words)):
        return -touch.matter.side, 0.85, None
    if not touch.places:
        return _alike(each, touch) or ((side, 0.75, None) if side else _NONE)
    sure = _CLAIMED if len(touch.places) > 1 else _MENTIONED
    side = turns.turned(each, touch, claimed=True)
    manner = statements.read(touch.matter.topic.statement).manner
    bad = _ill_done(each, touch) if manner and side == touch.matter.side else None
    return (side, sure, None) if bad is None else (-side, sure, polarity.stretch(bad))


def _ill_done(each: Evidence, touch: Touch) -> Sign | None:
    """The bad word that tells how a thing is done, where such words outweigh the good."""
    near = [s for s in _near(each, touch) if s.value > 0 or not _unharmed(each.words, s.start)]
    total, winning = polarity.balance(near)
    return winning if total < 0 else None


def _unharmed(words: str, place: int) -> bool:
    """Whether what a bad word tells happened to nobody: "none of them has been | harmed"."""
    first = max((m.end() for m in _STOPS.finditer(words, 0, place)), default=0)
    return any(polarity.negates(word) for word in WORD.findall(words[first:place]))


_STOPS = re.compile(r"[,;:.!?–—]|\b(?:and|but|that|which|who)\b")


def _alike(each: Evidence, touch: Touch) -> Side | None:
    """Towards a claim that finds something good or bad, as who speaks of the same finds it."""
    total, winning = polarity.balance(_near(each, touch)) if each.judged else (0, None)
    claimed, _ = polarity.balance(polarity.signs(touch.matter.topic.statement))
    both = total * claimed
    return ((1 if both > 0 else -1), _ALIKE, polarity.stretch(winning)) if both else None


_ALIKE = 0.6
"""How sure it is that who finds a thing good or bad speaks of a claim, in no word of it: of 10 such
answers in 135 articles 2 had the right topic."""


_CLAIMED, _MENTIONED = 0.8, 0.65
"""How sure it is that who says several of a claim's words, or one, claims it."""


def _near(each: Evidence, touch: Touch) -> list[Sign]:
    """The judging words in the clauses of a topic's words, all of them if there are none there."""
    if not touch.places:
        return polarity.itself(each.words, polarity.signs(each.words))
    counts = _outweighing(each.words, max(place for place, _ in touch.places))
    found = counts or _within(each, touch) or list(polarity.signs(each.words))
    if touch.matter.kind not in {"deed", "value"}:
        return found
    read = statements.read(touch.matter.topic.statement)
    spoken = read.head if touch.matter.kind == "deed" else read.subject
    named = {stem(word) for word in WORD.findall(spoken)}
    return [s for s in found if turns.stemmed(each.words, s.start) not in named]


def _outweighing(words: str, place: int) -> list[Sign]:
    """The judging words that count after what is granted: "It hurts, but it is | right"."""
    span = clauses.outweighing(words, place)
    return (
        [] if span is None else [s for s in polarity.signs(words) if span[0] <= s.start < span[1]]
    )


def _within(each: Evidence, touch: Touch) -> list[Sign]:
    """The judging words in the clauses of a topic's words."""
    found = polarity.signs(each.words)
    places = [place for place, _ in touch.places]
    return [s for s in found if any(clauses.together(each.words, s.start, p) for p in places)]


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
    over = it is not None and senses.predicated(words, it.start()) < 0
    over = over or _NOT_IT.search(words) is not None
    over = over or (thing is not None and senses.sense(words, thing.start("noun")) < 0)
    return -1 if ends or over else 1


_REDRESS = re.compile(
    r"\b(?:acknowledg|admit|apologi|aveng|compensat|correct|investigat|prosecut|punish|recogni|"
    r"redress|remed|remember|repair)",
    re.IGNORECASE,
)


def _redresses(each: Evidence, matter: Matter) -> bool:
    """Whether a statement asks that a wrong be made good, and evidence speaks of the wrong: of "The
    abuses should be punished" "They were terrible", not "Punishing them is".
    """
    read = statements.read(matter.topic.statement)
    wrong = _REDRESS.match(read.verb) is not None and polarity.value(read.head) < 0
    return wrong and not any(stem(word) in matter.change for word in WORD.findall(each.words))


def _state(each: Evidence, matter: Matter) -> int:
    """-1 where fault found with the subject supports the statement: "pay should be raised".

    Not where the change itself is judged: "a rise would be a mistake".
    """
    if matter.kind != "deed":
        return matter.judged
    return -1 if _wants_more(each, matter) or _redresses(each, matter) else 1


def _wants_more(each: Evidence, matter: Matter) -> bool:
    """Whether a statement asks for a change, and evidence speaks of what there is."""
    asked = statements.read(matter.topic.statement)
    step = matter.change if statements.changes(asked.verb) else frozenset()
    words = WORD.findall(each.words)
    changed = any(statements.changes(w) or _DUE.match(w) or stem(w) in step for w in words)
    changed = changed or (bool(matter.pressing) and pressed(each.words) is not None)
    ends = polarity.of("stop", asked.verb)  # its subject is what is wanted less of already
    return asked.grows and not ends and not changed


_DUE = re.compile(r"deserv", re.IGNORECASE)
"""What is deserved is not there yet: "They deserve a fair wage."."""


def _written(each: Evidence, touch: Touch, place: tuple[int, int]) -> Side:
    """The writer's own attitude: only what is urged or judged in the topic's own clause."""
    at = place[0]
    if each.urged and clauses.urged(each.words, at):
        return turns.at(each, touch, place), 1.0, None
    if each.urged and each.own:
        return _NONE
    near = _outweighing(each.words, at) or [
        s for s in polarity.signs(each.words) if clauses.together(each.words, s.start, at)
    ]
    own = [m.span() for phrase in touch.matter.phrases for m in phrase.finditer(each.words)]
    total, winning = polarity.balance(near, own)
    if not total:
        return _NONE
    framed = any(polarity.framed(each.words, sign) for sign in near)
    faint = each.own and abs(total) == 1 and not (framed or _plain(each.words, at, near))
    sure = _ONE_WORD if faint else 0.8
    turned = turns.at(each, touch, place, judged=True) * _state(each, touch.matter)
    return (1 if total > 0 else -1) * turned, sure, polarity.stretch(winning)


def _plain(words: str, at: int, signs: list[Sign]) -> bool:
    """Whether a sentence says of what stands at a place that it is good or bad, and no more."""
    joined = polarity.joined(words)
    return any(
        polarity.of("verdict", joined[sign.start : sign.end])
        and _PREDICATE.fullmatch(joined, at, sign.start)
        for sign in signs
    )


_PREDICATE = re.compile(
    r"[\w’' -]{1,50}?\b(?:is|are|was|were|remains?|has|have|(?:would|has|have) (?:be|been))"
    r"(?: (?:an?|complete|great|just|nothing but|not|quite|sheer|simply|so|such|the|total|utter|"
    r"\w+ly))* "
)
_ONE_WORD = 0.65
"""How far one judging word in the author's own voice can be trusted; authors report, too."""
