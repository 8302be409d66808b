"""From evidence to stances: towards which topic, for or against, and how sure.

`score` is the product of how far the form is trusted, how much of the topic the region touches, and
how clearly its words judge: an estimate between 0 and 1, for ranking what to review first.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from annotate.layers.stances import conduct, sides, spans, targets
from annotate.layers.stances.evidence import Evidence, name
from annotate.layers.stances.matters import Matter
from annotate.layers.stances.talk import Talk
from annotate.layers.stances.themes import Themes
from annotate.layers.stances.touches import Touch, touches
from annotate.model import Stance, Stretch

THRESHOLD = 0.4
"""Stances scored below are left out: a wrong stance in a person's mouth does harm. Of those kept,
two in three have the right sentence and topic on the gold articles and four in five on the corpus;
what lay between 0.3 and 0.4 was wrong. Measure on gold again before changing it."""


def stances(
    found: Iterable[Evidence],
    matters: list[Matter],
    rare: Mapping[str, float],
    text: str,
    known: Themes,
    feel: Callable[[Stretch], float] = lambda _: 0.0,
) -> Iterator[Stance]:
    """The stances that evidence shows: one for each holder, topic and sentence, the surest."""
    best: dict[tuple[int, int, str, str], Stance] = {}
    talk = Talk(themes=known, feel=feel)
    for each in sorted(found, key=lambda e: e.sentence):
        for stance in _of(each, matters, rare, text, talk):
            key = (stance.start, stance.end, stance.target, name(stance.holder))
            held = best.get(key)
            if held is None or (held.score or 0) < (stance.score or 0):
                best[key] = stance
    yield from _without_echoes(best.values())


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


def _of(
    each: Evidence,
    matters: list[Matter],
    rare: Mapping[str, float],
    text: str,
    talk: Talk,
) -> Iterator[Stance]:
    if each.topic is not None:
        yield spans.stance(each, each.topic, each.sign, each.base, None, text)
        return
    names = each.names | {each.name}
    loosely = each.rule == "recommendation"
    touched = [
        touch
        for matter in matters
        if (
            touch := touches(
                matter,
                each.words,
                names,
                rare,
                context=each.context,
                loosely=loosely,
                by_name=targets.aimed(each, matter),
                near=each.near,
            )
        )
    ]
    if not touched and each.rule == "recommendation":
        touched = targets.addressed(each, matters)
    if each.named is not None and not any(t.places for t in touched):
        yield spans.stance(each, each.named, each.sign, each.base, None, text)
        return
    touched = targets.in_context(each, touched, matters, talk)
    chosen = targets.chosen(touched, each)
    if chosen:
        talk.spoken[each.name] = each.sentence[1], chosen[0]
    for touch in chosen:
        key = each.name, touch.matter.topic.key
        felt = _felt(each, touch, talk, text)
        side = talk.side(key, each.sentence[0])
        sign, sure, cue = sides.sign(each, touch, side, felt)
        score = each.base * min(1.0, _EVEN + touch.weight / 2) * sure
        turned = not touch.places and side not in {0, sign}
        if sign and score >= THRESHOLD and not turned:
            talk.sides[key] = each.sentence[0], sign
            stance = spans.stance(each, touch.matter.topic.key, sign, score, cue, text)
            yield replace(stance, by=f"{stance.by}-own") if conduct.own(each, touch) else stance


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
