"""How far a form of evidence fits a topic: what is done or asked for shows no belief in a fact.

Measured on 456 articles of corpus/training/stances: of 59 answers by deeds, pleas among them, and
by what a writer urges, to a statement of fact, 8 had the right topic; of all, every second has.
"""

import re

from annotate.layers.stances import statements
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.stems import WORD, stem
from annotate.layers.stances.touches import Touch


def fit(each: Evidence, touch: Touch) -> float:
    """By how much evidence is to be trusted less than its form, for a topic that it touches."""
    unfit = (_acts_on_fact, _asks_in_passing, _asks_of_fact, _ends_unasked)
    badly = any(each_way(each, touch) for each_way in unfit)
    return _BADLY if badly else 1.0


_BADLY = 0.5
"""What is left of a score where the form does not fit: a proposal."""


def _acts_on_fact(each: Evidence, touch: Touch) -> bool:
    """Whether evidence tells what is done or asked for, and the topic what is so."""
    acts = each.rule in _ACTING or (each.rule.startswith("deed-") and not each.urged)
    return acts and touch.matter.kind == "fact" and not touch.matter.patterns


def _asks_of_fact(each: Evidence, touch: Touch) -> bool:
    """Whether somebody quoted asks for something, and one word of it is in a statement of fact.

    Of 19 such answers in 128 articles 6 had the right topic, and one the right side and holder.
    """
    asks = each.rule == "quoted" and each.urged
    stated = touch.matter.kind == "fact" and not touch.matter.patterns
    needs = _NEEDS.match(touch.matter.topic.statement) and _NEED.search(each.words)
    return asks and stated and not needs and len(touch.places) == 1


_NEEDS = re.compile(r"[^,;]{2,60}?\b(?<!\bit )(?<!\bthey )(?<!\bwe )needs? (?!to\b)")
_NEED = re.compile(r"\bneed(?:s|ed)?\b")
"""A statement of fact that asks for what it names ("The village needs a school"); who says so."""


def _ends_unasked(each: Evidence, touch: Touch) -> bool:
    """Whether somebody ends a thing whom the statement does not ask to: airlines that cancel
    flights in a strike. Of 17 such answers in 400 articles 2 were right.
    """
    asked = {
        stem(word) for word in WORD.findall(statements.read(touch.matter.topic.statement).asked)
    }
    return each.rule == "deed-blocks" and asked.isdisjoint(map(stem, WORD.findall(each.name)))


_ACTING = frozenset({"deed", "writer-foresees", "writer-urges"})


def _asks_in_passing(each: Evidence, touch: Touch) -> bool:
    """Whether an item of a list asks for something that has hardly a word of the topic."""
    free = touch.matter.kind == "conduct" or touch.matter.patterns or touch.clear
    return each.rule == "recommendation" and not free and touch.weight < _CLEAR


_CLEAR = 0.6
"""What an item of a list must weigh in a topic. Below, 3 of 22 had the right topic; up to 1, 3
of 27, but in the articles of tests.bench.stances most of these have; above, 31 of 55."""
