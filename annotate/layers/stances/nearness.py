"""The judging words that are said of a topic: those in the clauses of its words."""

from annotate.layers.stances import (
    clauses,
    polarity,
    statements,
    turns,
)
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.polarity import Sign
from annotate.layers.stances.stems import WORD, stem
from annotate.layers.stances.touches import Touch


def near(each: Evidence, touch: Touch) -> list[Sign]:
    """The judging words in the clauses of a topic's words, all of them if there are none there."""
    if not touch.places:
        return polarity.itself(each.words, polarity.signs(each.words))
    counts = outweighing(each.words, max(place for place, _ in touch.places))
    found = counts or within(each, touch) or list(polarity.signs(each.words))
    if touch.matter.kind not in {"deed", "value"}:
        return found
    read = statements.read(touch.matter.topic.statement)
    spoken = read.head if touch.matter.kind == "deed" else read.subject
    named = {stem(word) for word in WORD.findall(spoken)}
    return [s for s in found if turns.stemmed(each.words, s.start) not in named]


def outweighing(words: str, place: int) -> list[Sign]:
    """The judging words that count after what is granted: "It hurts, but it is | right"."""
    span = clauses.outweighing(words, place)
    return (
        [] if span is None else [s for s in polarity.signs(words) if span[0] <= s.start < span[1]]
    )


def within(each: Evidence, touch: Touch) -> list[Sign]:
    """The judging words in the clauses of a topic's words."""
    found = polarity.signs(each.words)
    places = [place for place, _ in touch.places]
    return [s for s in found if any(clauses.together(each.words, s.start, p) for p in places)]
