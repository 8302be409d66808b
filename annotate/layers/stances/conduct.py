"""On which side evidence is towards a statement that somebody's conduct is right."""

import re
from collections.abc import Callable

from annotate.layers.stances import clauses, governors, polarity, senses
from annotate.layers.stances.evidence import NO_SIDE, Evidence, Side
from annotate.layers.stances.stems import WORD, stem
from annotate.layers.stances.touches import Touch


def own(each: Evidence, touch: Touch) -> bool:
    """Whether a holder speaks of its own conduct."""
    matter = touch.matter
    words = {stem(word) for word in each.name.split()}
    acting = each.name == matter.actor or bool(words & matter.who)
    return matter.kind == "conduct" and acting


def sign(each: Evidence, touch: Touch, felt: Callable[[], int]) -> Side:
    """Towards a statement that someone's conduct is right, or wrong."""
    if each.urged and _ANYBODY.match(each.words):
        return NO_SIDE
    side = touch.matter.side * touch.matter.judged
    found, sure, cue = _right(each, touch, felt)
    return found * side, sure, cue


def _right(each: Evidence, touch: Touch, felt: Callable[[], int]) -> Side:
    """Whether conduct is found right: who calls for change does not."""
    if own(each, touch):
        if each.keeps:
            return 1, 0.9, None
        return (1, 0.8, None) if touch.places else (0, 0.0, None)
    if each.keeps:
        return NO_SIDE
    total, winning = polarity.balance(_bound(each, touch))
    if each.own and not touch.places and not each.urged:
        sure = total <= _SEVERAL
        return (-1, 0.9, polarity.stretch(winning)) if sure else (0, 0.0, None)
    due = _DUE.search(each.words)
    if due is not None and (value := polarity.balance(polarity.signs(due["what"]))[0]):
        return (1 if value > 0 else -1), 0.9, None
    if each.urged and _asks(each, touch):
        goes_on = _GOES_ON.match(each.words) or _lets(each, touch)
        kept = governors.governed(each.words, touch.places[0][0]) if touch.places else 1
        return (kept if goes_on else -1), 0.9, None
    if each.sign and (touch.places or _towards(each)):
        return each.sign, 0.9, None
    if any(senses.passed_over(each.words, place) for place, _ in touch.places):
        return -1, 0.8, polarity.stretch(winning)
    if abs(total) <= 1 and (liked := felt()):
        return liked, 0.85, polarity.stretch(winning)
    return ((1 if total > 0 else -1), 0.8, polarity.stretch(winning)) if total else (0, 0.0, None)


def _towards(each: Evidence) -> bool:
    """Whether evidence is an attitude to whom it names."""
    return each.rule in {"attitude-verb", "deed"} or each.rule.startswith("position-")


_DUE = re.compile(r"\b(?:should|must|ought to) be (?P<what>\w+)", re.IGNORECASE)
"""What somebody deserves: "should be thanked", "ought to be ashamed"."""

_ANYBODY = re.compile(r"\W*(?:and |but |so |then )?[Yy]ou (?:need|have to|ought|must)\b")
"""What anybody should do, and nobody in particular: "You need patience to win"."""
_GOES_ON = re.compile(r"(?:to )?(?:continue|keep|maintain|preserve)\b", re.IGNORECASE)
_LETS = re.compile(
    r"\W*(?:let|allow|help|support|fund|protect|strengthen) (?:the )?", re.IGNORECASE
)


def _lets(each: Evidence, touch: Touch) -> bool:
    """Whether the party itself is to be let or helped: "Let X do its work"."""
    found = _LETS.match(each.words)
    if found is None:
        return False
    named = [place for place, _ in touch.places if place == found.end()]
    return any(_is_party(each, touch, place) for place in named)


def _is_party(each: Evidence, touch: Touch, place: int) -> bool:
    """Whether a word names the party, and is no word of what it does: "Let | pupils attend"."""
    word = WORD.match(each.words, place)
    called = word is not None and (
        word.group()[0].isupper() or stem(word.group()) in touch.matter.who
    )
    return called or touch.matter.crowd is not None


def _bound(each: Evidence, touch: Touch) -> list[polarity.Sign]:
    """The judging words; of a writer's sentence those in the clause that names the conduct."""
    found = list(polarity.signs(each.words))
    if not touch.places:
        return polarity.itself(each.words, found)
    if not (each.rule.startswith("writer") and touch.places):
        return found
    place = touch.places[0][0]
    return [s for s in found if clauses.together(each.words, s.start, place)]


def _asks(each: Evidence, touch: Touch) -> bool:
    """Whether what is urged concerns the conduct: its actor is asked, or its words are in it."""
    if not each.rule.startswith("writer") or touch.matter.actor in each.asked:
        return True
    return any(clauses.about(each.words, place) for place, _ in touch.places)


_SEVERAL = -3
"""Balance of judging words from which an author is taken to judge whom the sentence names."""
