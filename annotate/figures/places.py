"""The places to which a figure's sentence ties it, each with how: "in Ostrea", "from Dorvania"."""

import re
from functools import cache

from annotate import lexicons
from annotate.figures.clauses import CLAUSES, pieces
from annotate.figures.figure import Figure, Place
from annotate.model import Pair


def of_figure(figure: Figure, ends: Pair) -> frozenset[tuple[str, str]]:
    """The places to which words of relation tie the figure, in its clause."""
    found: set[tuple[str, str]] = set()
    before, relation = None, ""
    for place in _mostly(figure) or figure.places:
        if ends[0] <= place.start < ends[1]:
            relation = _relation(figure, place) or (
                relation if before and _are_joined(figure, before, place) else ""
            )
            found |= {(relation, place.canonical)} if relation else set()
            before = place
    return frozenset(found)


def _mostly(figure: Figure) -> tuple[Place, ...]:
    """The place where a sentence says that most of those counted are: "mostly in Haixia"."""
    sentence, opens = figure.sentence or "", figure.sentence_start or 0
    return tuple(
        place
        for place in figure.places
        if place.start >= figure.end and _MOSTLY.search(sentence[: place.start - opens])
    )[:1]


_MOSTLY = re.compile(r"\b(?:mostly|mainly|chiefly|largely|most of them) (?:in|to) (?:the )?$")


def _are_joined(figure: Figure, one: Place, other: Place) -> bool:
    """Whether one place follows another in a row: "in Ostrea, Haixia and the islands"."""
    start = figure.sentence_start or 0
    between = (figure.sentence or "")[one.end - start : other.start - start]
    return re.fullmatch(r",?\s*(?:and|or)?\s*(?:the )?", between) is not None


SPREAD = 90
"""Code points between a figure and a place that its clause still ties to it."""


def _relation(figure: Figure, place: Place) -> str:
    if figure.sentence_start is None or not -SPREAD < place.start - figure.end < SPREAD:
        return ""
    sentence = figure.sentence or ""
    at = place.start - figure.sentence_start
    between = sentence[
        min(figure.end, place.end) - figure.sentence_start : max(figure.start, place.start)
        - figure.sentence_start
    ]
    if re.search(r"[;:.!?–—“”]\s", between) or not CLAUSES.isdisjoint(pieces(between)):
        return ""
    if place.end <= figure.start and _HOLDS.fullmatch(between):
        return "at"
    words = [piece.casefold() for piece in pieces(sentence[max(0, at - 40) : at])]
    while words and words[-1] in _TO_PASS:
        words.pop()
    return _relations().get("_".join(words[-2:])) or (
        _relations().get(words[-1], "") if words else ""
    )


_HOLDS = re.compile(
    r"(?: [a-z]\w*){0,2} (?:holds?|held|hosts?|hosted|houses?|housed|shelters?|sheltered|"
    r"(?:is|was) home to|(?:takes?|took|has taken) in) (?:[a-z]\w* ){0,2}"
)
"""What stands between a place and those whom it holds: "Selm hosts some | 900 families"."""

_TO_PASS = frozenset({"the", "northern", "southern", "eastern", "western", "central", "whole"})


@cache
def _relations() -> dict[str, str]:
    rows = lexicons.table("place_relations")
    return {word: relation for relation, words in rows for word in words.split()}
