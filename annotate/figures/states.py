"""The states that words put a figure's things in: "hiding", "dead"; rows of lexicons/states.tsv."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from annotate import lexicons
from annotate.figures.words import SEEN


def state(before: Sequence[str], after: Sequence[str]) -> str:
    """The state whose words stand nearest to the figure, what follows it first."""
    behind = [(at, 0, state) for at, _, state in _states_in(after)]
    ahead = [(len(before) - end, 1, state) for _, end, state in _states_in(before)]
    return min([*behind, *ahead], key=lambda each: (each[2] == _LAST, each), default=(0, 0, ""))[2]


_LAST = "living"
"""A state that says least: who lives in hiding is hiding."""


def _states_in(words: Sequence[str]) -> Iterable[tuple[int, int, str]]:
    """The states that words tell, each with where its form begins and ends.

    A longer form says more and counts as nearer: "live without papers" is hiding, not living.
    """
    small = [word.casefold() for word in words]
    if _forms().keys().isdisjoint(small):
        return
    for at, word in enumerate(small):
        for parts, state in _forms().get(word, ()):
            end = at + len(parts)
            if tuple(small[at:end]) == parts:
                more = _WEIGHT * (len(parts) - 1)
                yield at - more, end + more, state


_WEIGHT = 3
"""Words by which a form seems nearer for each word that it has beyond the first."""


@cache
def _forms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The forms of the states by their first words."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for state, forms in lexicons.table("states"):
        for form in forms.split():
            parts = tuple(form.split("_"))
            found.setdefault(parts[0], []).append((parts, state))
    return found


@lru_cache(SEEN)
def nominal(counted: str) -> str:
    """The state that those are in who are counted by it: "inmates" are detained persons."""
    word = counted.rpartition(" ")[2].casefold()
    own = {state for parts, state in _forms().get(word, ()) if len(parts) == 1}
    return min(own & _OF_PERSONS, default="")


_OF_PERSONS = frozenset(
    [
        *("arriving", "born", "dead", "detained", "displaced", "ill", "injured"),
        *("leaving", "living", "protesting", "resettled", "returned", "unemployed", "voting"),
    ]
)
"""States that persons alone are in, so that a noun of it counts persons: "deaths", "arrivals"."""
