"""The side that a writer shows: only what is urged or judged in the topic's own clause counts."""

import re

from annotate.layers.stances import (
    clauses,
    nearness,
    polarity,
    statements,
    turns,
    wants,
)
from annotate.layers.stances.evidence import NO_SIDE, Evidence, Side
from annotate.layers.stances.polarity import Sign
from annotate.layers.stances.touches import Touch


def asked_last(each: Evidence, touch: Touch) -> list[tuple[int, int]]:
    """The places of a topic's words: what is asked of somebody tells more than who is asked."""
    named = wants.asked(touch)
    return sorted(touch.places, key=lambda at: turns.stemmed(each.words, at[0]) in named)


def written(each: Evidence, touch: Touch, place: tuple[int, int]) -> Side:
    """The writer's own attitude: only what is urged or judged in the topic's own clause."""
    at = place[0]
    if each.urged and clauses.urged(each.words, at):
        faulted = touch.matter.kind == "value" and touch.matter.judged < 0
        faulted = faulted and not statements.changes(each.words)
        return turns.at(each, touch, place) * (-1 if faulted else 1), 1.0, None
    if each.urged and each.own:
        return NO_SIDE
    near = nearness.outweighing(each.words, at) or [
        s for s in polarity.signs(each.words) if clauses.together(each.words, s.start, at)
    ]
    own = [m.span() for phrase in touch.matter.phrases for m in phrase.finditer(each.words)]
    total, winning = polarity.balance(near, own)
    if not total:
        return NO_SIDE
    framed = any(polarity.framed(each.words, sign) for sign in near)
    faint = each.own and abs(total) == 1 and not (framed or _plain(each.words, at, near))
    alone = len(touch.places) == 1 and not any(_too(each.words, sign) for sign in near)
    sure = (_BOTH_ONE if alone else ONE_WORD) if faint else 0.8
    turned = turns.at(each, touch, place, judged=True) * wants.turn(each, touch.matter)
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

ONE_WORD = 0.65
"""How far one judging word in the author's own voice can be trusted; authors report, too."""
_BOTH_ONE = 0.55
"""The same beside one word of the topic: of 17 such sentences in 80 articles 4 had its topic."""


def _too(words: str, sign: Sign) -> bool:
    """Whether a thing is found to be more than it should: "The mast is | too tall"."""
    return words[sign.start :].lower().startswith("too ")
