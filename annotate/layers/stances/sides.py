"""On which side of a topic's statement evidence is, and how sure that is."""

import re
from collections.abc import Callable

from annotate.layers.stances import clauses, conduct, polarity
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.stems import stem
from annotate.layers.stances.touches import Touch
from annotate.model import Stretch


def sign(
    each: Evidence, touch: Touch, side: int, felt: Callable[[], int]
) -> tuple[int, float, Stretch | None]:
    """The attitude to the topic's statement, how sure, and the word that shows it.

    side: on which the holder was shown earlier, 0 if on none. felt: asks what the sentence says of
    the topic's words, as the trained pipeline sees it, 0 where it does not; it takes its time.
    """
    if each.neutral or each.mixed:
        return 1, 0.9, None
    if each.keeps and touch.matter.kind != "conduct":
        return 0, 0.0, None
    if touch.matter.kind == "conduct" and not touch.told:
        return conduct.sign(each, touch, felt)
    if each.rule.startswith("writer") and touch.places and not each.sign:
        found = (_written(each, touch, place) for place in touch.places)
        return next((one for one in found if one[0]), (0, 0.0, None))
    turned = _turned(each, touch, touch.places[0] if touch.places else (0, 1))
    if each.urged and touch.places:
        ended = any(_turned(each, touch, place) < 0 for place in touch.places[1:])
        return -1 if ended and touch.matter.side > 0 else turned, 1.0, None
    if each.urged:
        return _wanted(each.words), 1.0, None
    return _weighed(each, touch, side, felt, turned)


def _weighed(
    each: Evidence, touch: Touch, side: int, felt: Callable[[], int], turned: int
) -> tuple[int, float, Stretch | None]:
    """The attitude that a verb, the trained pipeline or judging words show, else the one before."""
    judged = turned * _state(each, touch)
    total, winning = polarity.balance(polarity.signs(each.words))
    cue = polarity.stretch(winning)
    if each.sign:
        found = each.finds or touch.matter.kind in {"fact", "value"}
        return each.sign * (judged if found else turned), 0.9, cue
    if touch.matter.kind == "fact":
        return _claimed(each, touch, side, turned)
    if liked := felt():
        return liked * judged, 0.85, cue
    if total:
        sure = _ONE_WORD if each.own and abs(total) == 1 else 0.8
        return (1 if total > 0 else -1) * judged, sure, cue
    if each.rule != "quoted":
        return 0, 0.0, None
    if side:
        return side, 0.75, None
    told = len(touch.places) > 1 and not touch.matter.topic.note
    return (turned * touch.matter.judged, 0.75, None) if told else (0, 0.0, None)


def _claimed(
    each: Evidence, touch: Touch, side: int, turned: int
) -> tuple[int, float, Stretch | None]:
    """Towards a statement of fact: who speaks of it claims it, unless they call it untrue."""
    denied = any(polarity.of("denial", m.group()) for m in re.finditer(r"[\w-]+", each.words))
    if denied:
        return -turned, 0.85, None
    if not touch.places:
        return (side, 0.75, None) if side else (0, 0.0, None)
    sure = _CLAIMED if len(touch.places) > 1 else _MENTIONED
    return turned, sure, None


_CLAIMED, _MENTIONED = 0.8, 0.65
"""How sure it is that who says several of a claim's words, or one, claims it."""

_ENDED = re.compile(
    r"\b(?:must|should|ought to|has to|have to) (?:go|end|stop|cease)\b", re.IGNORECASE
)
_FIRST = re.compile(
    r"(?:.*\bto |.*\b(?:must|should|ought to)(?: be)? |\W*)?(?P<verb>\w+)", re.IGNORECASE
)


def _wanted(words: str) -> int:
    """-1 if what is urged is to end what was spoken of: "asked parliament to repeal it"."""
    first = _FIRST.match(words)
    ends = first is not None and polarity.of("stop", first["verb"])
    return -1 if ends or _ENDED.search(words) else 1


def _state(each: Evidence, touch: Touch) -> int:
    """-1 where fault found with the subject supports the statement: "pay should be raised".

    Not where the change itself is judged: "a rise would be a mistake".
    """
    matter = touch.matter
    changed = matter.kind == "deed" and any(stem(w) in matter.change for w in each.words.split())
    return 1 if changed else matter.judged


def _turned(each: Evidence, touch: Touch, place: tuple[int, int]) -> int:
    """1 if liking what stands at a place supports the topic's statement, else -1."""
    said = polarity.governed(each.words, place[0]) * polarity.predicated(each.words, place[0])
    return said * place[1] * touch.matter.side


def _written(
    each: Evidence, touch: Touch, found: tuple[int, int]
) -> tuple[int, float, Stretch | None]:
    """The writer's own attitude: only what is urged or judged in the topic's own clause."""
    place, turned = found[0], _turned(each, touch, found)
    if each.urged and clauses.urged(each.words, place):
        return turned, 1.0, None
    if each.urged and each.own:
        return 0, 0.0, None
    near = [s for s in polarity.signs(each.words) if clauses.together(each.words, s.start, place)]
    total, winning = polarity.balance(near)
    if not total:
        return 0, 0.0, None
    sure = _ONE_WORD if each.own and abs(total) == 1 else 0.8
    return (1 if total > 0 else -1) * turned * _state(each, touch), sure, polarity.stretch(winning)


_ONE_WORD = 0.65
"""How far one judging word in the author's own voice can be trusted; authors report, too."""
