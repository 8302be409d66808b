"""What words that are looked up find is what comparing every figure with every other one finds."""

from hypothesis import given
from hypothesis import strategies as st

from annotate.figures import ledger
from annotate.figures.aspects import aspects
from annotate.figures.figure import Figure
from annotate.figures.quantities import proposed
from annotate.subjects import akin
from tests.figures.made import figure

WORDS = ["boats", "drown", "harbour", "night", "papers", "coast", "Selm", "Vantor", "Brenn"]
SAID = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)


@given(st.lists(SAID, max_size=25))
def test_figures_of_which_alike_is_said_are_of_one_quantity(said: list[str]) -> None:
    figures = [
        figure(f"Then 12 Dorvanians {words}.", "12", id=f"n{n}", document=f"d{n}", value=12.0)
        for n, words in enumerate(said)
    ]
    found = {
        frozenset(one.id for one in group)
        for group in proposed(figures, aspects(figures), akin({}))
    }
    assert found == _by_pairs(figures)


def _by_pairs(figures: list[Figure]) -> set[frozenset[str]]:
    """The groups of figures that share two words, or a word and a name, each with each."""
    about = aspects(figures)
    groups = [{each.id} for each in figures]
    for one in figures:
        for other in figures:
            words = len(about[one.id].words & about[other.id].words)
            names = len(about[one.id].names & about[other.id].names)
            if words > 1 or (words and names):
                joined = [each for each in groups if each & {one.id, other.id}]
                groups = [each for each in groups if each not in joined]
                groups.append(set().union(*joined))
    return {frozenset(each) for each in groups}


NAMES = dict.fromkeys(("Selm", "Vantor", "Ann Orr", "Dorvania", "Haixia"), 1)
OTHERS = dict.fromkeys(("Brenn", "Ida Kral", "Osk", "Tavan", "Orvik", "Lude"), 2)
"""How often two works on one subject, and one on another, name what."""


def test_works_on_different_subjects_have_quantities_of_their_own() -> None:
    said = {"a": "12 people died on the ferry.", "b": "Some 40 people died on the ferry.",
            "c": "Then 90 people died on the ferry."}  # fmt: skip
    figures = [
        figure(words, words.split(" people")[0].split()[-1], id=key, document=key, counted="people")
        for key, words in said.items()
    ]
    names = {"a": NAMES | {"Ostrea": 9}, "b": NAMES | {"Ostrea": 5}, "c": OTHERS}
    found = {frozenset(each.id for each in entry.figures) for entry in ledger(figures, names=names)}
    assert found == {frozenset("ab"), frozenset("c")}
    assert {frozenset("abc")} == {
        frozenset(each.id for each in entry.figures) for entry in ledger(figures)
    }


def test_a_figure_without_a_place_joins_one_of_a_work_on_its_subject() -> None:
    placed = "In Ostrea 300 people drowned in the storm."
    loose = {"b": "So 40 people drowned in the storm.", "c": "Now 90 people drowned in the storm."}
    figures = [figure(placed, "300", id="a", document="a", counted="people", places=("Ostrea",))]
    figures += [
        figure(words, words.split()[1], id=key, document=key, counted="people")
        for key, words in loose.items()
    ]
    names = {"a": NAMES | {"Ostrea": 9}, "b": NAMES | {"Ostrea": 2}, "c": OTHERS}
    found = {frozenset(each.id for each in entry.figures) for entry in ledger(figures, names=names)}
    assert found == {frozenset("ab"), frozenset("c")}
