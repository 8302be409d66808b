"""Towards a claim that finds something good or bad: what is told of its subject alone.

Who says what would be without a bridge is for "The bridge makes life better", whatever they say.
Of "The care is failing patients" whoever speaks of the care tells how it is, good or bad, and a
negation there ("there was no care") is no denial of the fault.
"""

import re

from annotate.layers.stances import polarity, senses, statements, turns
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.matters import Matter
from annotate.layers.stances.polarity import Sign
from annotate.layers.stances.stems import WORD, stem
from annotate.layers.stances.touches import Touch


def side(each: Evidence, touch: Touch, near: list[Sign]) -> int:
    """The side towards such a claim, 0 where its words tell it. near: the judging words beside."""
    total, _ = polarity.balance(polarity.signs(touch.matter.topic.statement))
    found, _ = polarity.balance(near)
    if total > 0 and found <= 0 and _missed(each, touch):
        return 1
    if not total or not _of_subject(each, touch):
        return 0
    return (1 if found * total > 0 else -1) if found else int(total < 0)


def _missed(each: Evidence, touch: Touch) -> bool:
    """Whether it is told what would be without a thing that a statement is about."""
    stated = senses.stated(touch.matter.topic.statement, claimed=True)
    return any(
        _WITHOUT.search(each.words, 0, place)
        and stated.get(turns.stemmed(each.words, place), 0) > 0
        for place, _ in touch.places
    )


_WITHOUT = re.compile(r"\bwithout (?:[\w’'-]+ ){0,2}\Z", re.IGNORECASE)


def _of_subject(each: Evidence, touch: Touch) -> bool:
    """Whether of a statement's words only those of its subject are said."""
    named = _subject(touch.matter)
    return all(turns.stemmed(each.words, place) in named for place, _ in touch.places)


def _subject(matter: Matter) -> set[str]:
    subject = statements.read(matter.topic.statement).subject
    return {stem(word) for word in WORD.findall(subject)}
