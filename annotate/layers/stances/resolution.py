"""From evidence to stances: towards which topic, for or against, and how sure.

`score` is the product of how far the form is trusted, how much of the topic the region touches, and
how clearly its words judge: an estimate between 0 and 1, for ranking what to review first.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from annotate.grammar.nobody import is_nobody
from annotate.layers.stances import (
    conduct,
    fits,
    parties,
    polarity,
    sides,
    spans,
    targets,
    turns,
)
from annotate.layers.stances.evidence import Evidence, name
from annotate.layers.stances.subjects import Subjects
from annotate.layers.stances.talk import Said, Talk
from annotate.layers.stances.themes import Themes
from annotate.layers.stances.touches import Touch, touches
from annotate.layers.stances.urging import urging
from annotate.model import Entity, Stance, Stretch

THRESHOLD = 0.5
"""Stances scored below are proposals, shown to nobody who has not accepted them: a wrong stance in
a person's mouth does harm. Measure with `python -m tests.bench.stances` before changing it."""

_KEPT = 0.54
"""What a side must score that is kept for what its holder says later: one that is only just told
would make others that are not. At 0.5 and 0.6 fewer were right (twenty sets of articles)."""

LEAST = 0.25
"""What is scored below is not even proposed: not one in six of these was right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """A stance, and whether evidence for it names its topic, or means it by "it"."""

    stance: Stance
    named: bool = True

    @property
    def rank(self) -> tuple[bool, bool, float]:
        """What is told before what is proposed, what names its topic before what is inferred."""
        return not self.stance.proposed, self.named, self.stance.score or 0.0


def stances(
    found: Iterable[Evidence],
    argued: Subjects,
    rare: Mapping[str, float],
    text: str,
    known: Themes,
    feel: Callable[[Stretch], float] = lambda _: 0.0,
    names: Sequence[Entity] = (),
) -> Iterator[Stance]:
    """The stances that evidence shows: one for each holder, topic and sentence, the surest."""
    best: dict[tuple[int, int, str, str], _Made] = {}
    work = _Resolution(
        argued=argued, rare=rare, text=text, talk=Talk(themes=known, feel=feel), names=names
    )
    for each in sorted(_once(found), key=lambda e: e.sentence):
        _keep_surest(best, work.of(each))
    _keep_surest(best, work.later())
    yield from _without_echoes(made.stance for made in best.values())


def _once(found: Iterable[Evidence]) -> Iterator[Evidence]:
    """The evidence, but a verb without an object only as an answer, where it is one: "They differ".

    Else it would be about whatever is spoken of around it, too.
    """
    every = list(found)
    answers = {(each.sentence, each.name) for each in every if each.answers}
    for each in every:
        bare = each.rule == "attitude-verb" and not any(map(str.isalnum, each.words))
        if not (bare and (each.sentence, each.name) in answers):
            yield each


def _keep_surest(best: dict[tuple[int, int, str, str], _Made], found: Iterable[_Made]) -> None:
    for made in found:
        stance = made.stance
        key = (stance.start, stance.end, stance.target, name(stance.holder))
        held = best.get(key)
        if held is None or held.rank < made.rank:
            best[key] = made


def _without_echoes(found: Iterable[Stance]) -> Iterator[Stance]:
    """The stances, but a party's support of its own conduct only where it shows nothing else."""
    kept = list(found)
    for each in kept:
        other = any(
            o is not each and o.start == each.start and name(o.holder) == name(each.holder)
            for o in kept
        )
        if not (other and each.by.endswith("-own")):
            yield each


@dataclass(slots=True, kw_only=True)
class _Resolution:
    """The evidence of one document, tried piece by piece against the topics.

    open: evidence that shows no side itself, with the topic it is about.
    """

    argued: Subjects
    rare: Mapping[str, float]
    text: str
    talk: Talk
    names: Sequence[Entity] = ()
    open: list[tuple[Evidence, Touch]] = field(default_factory=list)

    def of(self, each: Evidence) -> Iterator[_Made]:
        """The stances that a piece of evidence is."""
        if is_nobody(each.name):
            return
        if each.rule == "quoted":
            self.talk.voices.append((each.sentence[1], each.name, self._named(each)))
        if each.topic is not None:
            yield _Made(
                stance=spans.stance(each, each.topic, each.sign, each.base, None, self.text)
            )
            return
        sign = each.answers or _taken_up(each, self.text)
        last = self._answered(each) if sign else None
        if last is not None:
            self._remember(each, last.topic, last.sign * sign)
            answer = spans.stance(each, last.topic, last.sign * sign, each.base, None, self.text)
            yield _Made(stance=answer)
        if last is not None or (each.answers and each.rule != "calls-claim"):
            return
        touched = self._touched(each)
        if each.named is not None and not any(t.places for t in touched):
            yield _Made(
                stance=spans.stance(each, each.named, each.sign, each.base, None, self.text)
            )
            return
        touched = targets.in_context(each, touched, self.argued, self.talk)
        if each.rule == "calls-claim":
            each, touched = _of_claim(each, touched)
        chosen = targets.chosen(touched, each)
        if chosen:
            self.talk.spoken[each.name] = each.sentence[1], chosen[0]
        made = [one for touch in chosen for one in self._tried(each, touch)]
        yield from made
        if all(one.stance.proposed for one in made) and not any(t.places for t in chosen):
            yield from self._by_name(each)

    def _answered(self, each: Evidence) -> Said | None:
        """Whom evidence answers: who spoke last, on what its sentence names if on anything."""
        start, named = each.sentence[0], self._named(each)
        on_it = self.talk.answered(start, each.name, named) if named else None
        return on_it or self.talk.answered(start, each.name)

    def _named(self, each: Evidence) -> frozenset[str]:
        """The topics that evidence names by its own words."""
        return frozenset(touch.matter.topic.key for touch in self._touched(each))

    def _by_name(self, each: Evidence) -> Iterator[_Made]:
        """The attitude to somebody named, where no topic is spoken of."""
        who = parties.judged(each, self.names, self.talk.feel)
        if who is not None:
            score = each.base * who.sure
            found = spans.stance(each, who.target, who.sign, score, who.cue, self.text)
            yield _Made(stance=replace(found, by=f"{found.by}-name", proposed=score < THRESHOLD))

    def later(self) -> Iterator[_Made]:
        """The stances of who showed a side elsewhere in the document, and not in the sentence."""
        for each, touch in self.open:
            _, side = self.talk.sides.get((each.name, touch.matter.topic.key), (0, 0))
            if side:
                yield from self._made(each, touch, side, _score(each, touch, _ELSEWHERE), None)

    def _touched(self, each: Evidence) -> list[Touch]:
        names = each.names | {each.name}
        listed = each.rule == "recommendation"
        found = (
            touches(
                matter,
                each.words,
                names,
                self.rare,
                context=each.context,
                loosely=listed,
                by_name=targets.aimed(each, matter),
                near=each.near,
                holder=each.name,
            )
            for matter in self.argued.matters
        )
        touched = [
            touch
            for touch in found
            if touch is not None and (listed or self.argued.meant(touch, each.sentence[0]))
        ]
        if not touched and listed:
            return targets.addressed(each, self.argued.matters)
        return touched

    def _tried(self, each: Evidence, touch: Touch) -> Iterator[_Made]:
        if _is_what_is_stated(each, touch, self.text):
            return
        key = each.name, touch.matter.topic.key
        felt = partial(_felt, each, touch, self.talk, self.text)
        side = self.talk.side(key, each.sentence[0])
        sign, sure, cue = sides.sign(each, touch, side, felt)
        if not sign and each.rule == "quoted":
            self.open.append((each, touch))
        turned = not touch.places and side not in {0, sign}
        if sign and not turned:
            yield from self._made(each, touch, sign, _score(each, touch, sure), cue)

    def _made(
        self, each: Evidence, touch: Touch, sign: int, score: float, cue: Stretch | None
    ) -> Iterator[_Made]:
        if score < LEAST:
            return
        key = touch.matter.topic.key
        if score >= _KEPT:
            self._remember(each, key, sign)
        stance = spans.stance(each, key, sign, score, cue, self.text)
        stance = replace(stance, proposed=score < THRESHOLD)
        if conduct.own(each, touch):
            stance = replace(stance, by=f"{stance.by}-own")
        named = bool(touch.places) or turns.IT.search(each.words) is not None
        yield _Made(stance=stance, named=named)

    def _remember(self, each: Evidence, topic: str, sign: int) -> None:
        if not (each.neutral or each.mixed):
            start, end = each.sentence
            self.talk.sides[each.name, topic] = start, sign
            self.talk.said.append(Said(end=end, holder=each.name, topic=topic, sign=sign))


def _of_claim(each: Evidence, touched: list[Touch]) -> tuple[Evidence, list[Touch]]:
    """A verdict on a claim that nobody was shown to make, and the topics that may be claimed."""
    if each.answers:
        facts = [touch for touch in touched if touch.matter.kind == "fact"]
        return replace(each, sign=each.answers), facts
    wanted = urging(each.words)
    return each, [touch for touch in touched if wanted or touch.matter.kind != "deed"]


_THIS = r"(?:the|this|that|such an?) (?:idea|call|demand|proposal|suggestion|view|argument"
_SPOKEN = re.compile(rf"\W*{_THIS})\b\W*$", re.IGNORECASE)
"""Objects that mean what was said, whichever side that was on."""


def _is_what_is_stated(each: Evidence, touch: Touch, text: str) -> bool:
    """Whether a statement says of a holder what a verb tells here: "the West wants to weaken it".

    Who wants something does not thereby say that he wants it.
    """
    if each.rule != "attitude-verb" or each.cue is None:
        return False
    verb = text[each.cue.start : each.cue.end][:_STEM]
    stated = rf"\b{re.escape(each.name)}\b(?: \w+){{0,2}} {re.escape(verb)}"
    return re.search(stated, touch.matter.topic.statement, re.IGNORECASE) is not None


_STEM = 4
"""Letters that a verb has in each of its forms: "want" in "wants"."""


def _taken_up(each: Evidence, text: str) -> int:
    """How what somebody just asked for is found: "backed the idea", "calls that suicide", "“This is
    absurd,” she said". 0 if evidence says nothing of it.
    """
    if each.rule == "attitude-verb" and _SPOKEN.match(each.words):
        return each.sign
    if each.rule == "calls" and _MEANT.match(each.words):
        return each.sign
    cue = text[each.cue.start : each.cue.end] if each.cue else ""
    called = _CALLS.match(cue) is not None and _MEANT.match(each.words) is not None
    if each.rule == "quoted" and (called or _FOUND.match(each.words)):
        total, _ = polarity.balance(polarity.signs(each.words))
        return (total > 0) - (total < 0)
    return 0


_IDEA = rf"{_THIS}|notion)\b"
_MEANT = re.compile(rf"\W*(?:{_IDEA}|th(?:at|is) (?:as |an? |[“\"‘]|[\w-]+\W*\Z))", re.IGNORECASE)
_CALLS = re.compile(r"(?:brand|call|deem|describ|dismiss|label)", re.IGNORECASE)
_FOUND = re.compile(
    rf"\W*(?:{_IDEA}|th(?:at|is)\b)(?:[’']s|[’']d be| is| was| would be| will be)"
    r"(?: [\w’'-]+){1,5}\W*\Z",
    re.IGNORECASE,
)
"""What is found good or bad, where it was just said that it should be done."""


def _score(each: Evidence, touch: Touch, sure: float) -> float:
    return each.base * min(1.0, _EVEN + touch.weight / 2) * sure * fits.fit(each, touch)


_ELSEWHERE = 0.7
"""How sure it is that who was shown on a side in another sentence is on it in this one."""


def _felt(each: Evidence, touch: Touch, talk: Talk, text: str) -> int:
    """The side that the trained pipeline sees taken to the topic's words, 0 if it is not sure."""
    for place, _ in touch.places:
        word = re.compile(r"\w+").match(each.words, place)
        at = word and spans.placed(each, Stretch(start=place, end=word.end()), text)
        felt = talk.feel(at) if at else 0.0
        if abs(felt) >= _SURE:
            return 1 if felt > 0 else -1
    return 0


_SURE = 0.7
"""How likely an attitude must be that only the trained pipeline sees."""

_EVEN = 0.5
"""A topic touched by a weight of 1 (a word of its own) counts fully, by half, three quarters."""
