"""Whose attitude a sentence shows that has several ways of showing one."""

from dataclasses import replace

import pytest

from annotate.layers.stances import spans, voices
from annotate.layers.stances.evidence import Evidence
from annotate.model import Mention, Stretch


def evidence(who: str, rule: str, at: int) -> Evidence:
    """What a rule finds of somebody in a sentence of forty characters, from a place on."""
    return Evidence(
        holder=Mention(canonical=who),
        mode="indirect",
        act="asserts",
        sentence=(0, 40),
        region=(at, 40),
        words="",
        rule=rule,
        base=0.8,
        cue=Stretch(start=at, end=at + 4),
    )


@pytest.mark.parametrize(
    ("who", "told_of"),
    [
        ("Tomas Verrin", True),
        ("ferrymen", True),
        ("Anja Kolde", False),
        ("nobody", False),
        ("No one", False),
        ("none of the ferrymen", False),
    ],
)
def test_who_tells_what_another_is_for_shows_nothing_but_of_nobody(who, told_of):
    quoted = evidence("Anja Kolde", "quoted", 10)
    other = evidence(who, "position-means-to", 18)
    assert voices._tells_of_another(quoted, [quoted, other]) == told_of


@pytest.mark.parametrize(
    ("words", "told_of"),
    [
        ("The ferrymen do not want the toll", True),
        ("The ferrymen do not want that absurd toll", False),
    ],
)
def test_who_judges_in_their_own_words_holds_that_besides(words, told_of):
    quoted = replace(evidence("Anja Kolde", "quoted", 10), mode="direct", words=words)
    other = evidence("ferrymen", "unwilling", 18)
    assert voices._tells_of_another(quoted, [quoted, other]) == told_of


def test_nobody_is_reported_through_themselves():
    told = replace(
        evidence("Anja Kolde", "attitude-verb", 10),
        via=(Mention(canonical="police"), Mention(canonical="Anja Kolde")),
    )
    shown = spans.stance(told, "camps", 1, 0.8, None, "x" * 40)
    assert [each.canonical for each in shown.via] == ["police"]
