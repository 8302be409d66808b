"""Whether what a writer urges or judges is in the same clause as a topic's words."""

import pytest

from annotate.layers.stances import clauses


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("Vantor must stop the return.", True),
        ("The return must end.", True),
        ("The return, which nobody saw, must end.", True),
        ("The return of goods must pay.", False),
        ("While the return goes on, Vantor must build dykes.", False),
        ("Nobody tried the return – but it should be.", True),
        ("Stop the return.", True),
        ("The return stops the bus.", False),
    ],
)
def test_what_is_urged_is_bound_to_the_urging_word(words, bound):
    assert clauses.urged(words, words.index("return")) is bound


def test_a_bracket_does_not_part_a_clause_and_a_comma_does():
    words = "The office (of old) failed, and the bus left."
    assert clauses.together(words, words.index("office"), words.index("failed"))
    assert not clauses.together(words, words.index("office"), words.index("bus"))


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Stop the raids.", "Stop"),
        ("Let Haixia wait.", "Let"),
        ("Stops the raids.", None),
        ("Rain fell on the delta.", None),
        ("Open Hours (Winter 2.0)", None),
        ("Open Selm to trade.", "Open"),
    ],
)
def test_a_sentence_may_open_with_an_imperative(words, verb):
    found = clauses.opening(words)
    assert (found["verb"] if found else None) == verb
