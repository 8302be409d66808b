"""What a figure is about: the thing, its state, the place, how often, and the words around it.

By the words of the figure's clause, without a parser: the clause ends at marks and at words that
open another one. What a figure leaves out to be counted ("by 2009 it was 2,952") it takes from the
figure that says it, and with it the state and the place. Source of states: lexicons/states.tsv.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from annotate import lexicons
from annotate.figures.words import SEEN, quantity, singular, stem
from annotate.model import Pair
from annotate.store.figures import Figure, Place

REACH = 8
"""How many words before and after a figure tell what is said of what it counts.

Clauses of news prose have about this many; a longer reach joins what only stands near.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspects:
    """What a figure is about.

    kind: "count", "share", a currency or a dimension. thing: what is counted; ("people",) for
    persons under any name. group: names among the words of what is counted. state: of
    lexicons/states.tsv, "" for none. places: with their relation. rate: "year" of "a year".
    words: stems of what else is said. names: whom and where the sentence names.
    """

    kind: str
    thing: tuple[str, ...]
    group: frozenset[str]
    state: str
    places: frozenset[tuple[str, str]]
    rate: str
    words: frozenset[str]
    names: frozenset[str]


def aspects(figures: Sequence[Figure], *, rivals: Collection[str] = ()) -> dict[str, Aspects]:
    """What each figure is about, by its id. rivals: words that name the same persons."""
    names = frozenset(singular(word.casefold()) for word in rivals)
    found = {each.id: _own(each, ends, names) for each, ends in _with_ends(figures)}
    for figure, before in _elided(figures):
        said, own = found[before.id], found[figure.id]
        state, places = own.state or said.state, own.places or said.places
        words = own.words if own.state or own.places else own.words | said.words
        found[figure.id] = replace(own, state=state, places=places, words=words)
    return found


def _with_ends(figures: Iterable[Figure]) -> Iterable[tuple[Figure, Pair]]:
    """Each figure with where the words about it end: at the figures before and after it."""
    ordered = sorted(figures, key=lambda each: (each.document, each.start))
    for at, figure in enumerate(ordered):
        before = [each for each in ordered[max(0, at - 1) : at] if each.document == figure.document]
        after = [each for each in ordered[at + 1 : at + 2] if each.document == figure.document]
        yield (
            figure,
            (
                before[0].end if before else 0,
                after[0].start if after else MOST,
            ),
        )


MOST = 1 << 40
"""Beyond the end of any text."""


def _elided(figures: Iterable[Figure]) -> Iterable[tuple[Figure, Figure]]:
    """Figures that leave out what they count, each with the one of its paragraph that says it."""
    says: dict[tuple[str, int], Figure] = {}
    for figure in sorted(figures, key=lambda each: (each.document, each.start)):
        if figure.counted_start is None:
            continue
        at = (figure.document, figure.counted_start)
        before = says.setdefault(at, figure)
        if before is not figure and figure.segment == before.segment:
            yield figure, before


def _own(figure: Figure, ends: Pair, rivals: frozenset[str]) -> Aspects:
    before, after = _clause(figure, ends)
    words = [*before, *after]
    own = {stem(word) for word in quantity(figure.counted or "")}
    return Aspects(
        kind=_kind(figure),
        thing=_thing(figure, rivals),
        group=_group(figure.counted or ""),
        state=_state(before, after),
        places=_places(figure, ends),
        rate=_rate(after),
        words=frozenset(stem(word) for word in words if _says(word)) - own,
        names=_names(figure),
    )


def _kind(figure: Figure) -> str:
    """What may be compared with what: shares with shares, lengths with lengths."""
    if figure.label in ("percent", "fraction"):
        return "share"
    unit = figure.unit or ""
    return (
        f"{figure.label} {dimension(unit)}"
        if figure.label == "measure"
        else f"{figure.label} {unit}"
    )


def dimension(unit: str) -> str:
    """What a unit measures, the unit itself where that is not known."""
    return _units().get(unit, (unit, 1.0))[0]


def factor(figure: Figure) -> float:
    """By what a figure's values are multiplied to be comparable with others of its kind."""
    if figure.label == "fraction":
        return 100.0
    return _units().get(figure.unit or "", ("", 1.0))[1] if figure.label == "measure" else 1.0


@cache
def _units() -> dict[str, tuple[str, float]]:
    return {row[0]: (row[1], float(row[2])) for row in lexicons.table("units")}


def _thing(figure: Figure, rivals: Collection[str]) -> tuple[str, ...]:
    if not figure.counted:
        return (figure.unit or "",)
    words = quantity(figure.counted)
    head = words[-1] if words else ""
    named = figure.counted.split()[-1].istitle()
    if named or head in lexicons.words("people") or head in rivals:
        return ("people",)
    return tuple(word for word in words if word not in _group(figure.counted)) or words


@lru_cache(SEEN)
def _group(counted: str) -> frozenset[str]:
    """The names among the words of what is counted: "Dorvanian" of "Dorvanian children"."""
    found = re.findall(r"\b[^\W\d_a-z][\w’'-]+", counted)
    return frozenset(singular(word.casefold().removesuffix("’s")) for word in found)


def _clause(figure: Figure, ends: Pair) -> tuple[list[str], list[str]]:
    """The words of a figure's clause before and after it, as far as they reach."""
    sentence = figure.sentence or ""
    at = figure.start - figure.sentence_start if figure.sentence_start is not None else -1
    first, last = (max(0, each - figure.start + at) for each in ends)
    if sentence[at : at + len(figure.text)] != figure.text:
        at, first, last = max(sentence.find(figure.text), 0), 0, MOST
    before = _until(reversed(_pieces(sentence[first:at])), REACH)
    return before[::-1], _until(_pieces(sentence[at + len(figure.text) : last]), REACH + 3)


_PIECE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[;:.!?–—“”()]")
_OPENING = frozenset(
    {"although", "because", "but", "if", "though", "unless", "when", "where", "whereas", "while"}
)


_CLAUSES = _OPENING - {"but"}
"""Words behind which a place belongs to another clause; "but also in Haixia" goes on."""


def _pieces(words: str) -> list[str]:
    return _PIECE.findall(words)


def _until(pieces: Iterable[str], most: int) -> list[str]:
    """The words up to the end of the clause; marks that open it are passed over."""
    taken: list[str] = []
    for piece in pieces:
        if not piece[0].isalpha():
            if taken:
                break
        elif piece in _OPENING:
            break
        else:
            taken.append(piece)
            if len(taken) == most:
                break
    return taken


def _state(before: Sequence[str], after: Sequence[str]) -> str:
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


def _places(figure: Figure, ends: Pair) -> frozenset[tuple[str, str]]:
    """The places to which words of relation tie the figure, in its clause."""
    found: set[tuple[str, str]] = set()
    before, relation = None, ""
    for place in figure.places:
        if ends[0] <= place.start < ends[1]:
            relation = _relation(figure, place) or (
                relation if before and _are_joined(figure, before, place) else ""
            )
            found |= {(relation, place.canonical)} if relation else set()
            before = place
    return frozenset(found)


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
    if re.search(r"[;:.!?–—“”]\s", between) or not _CLAUSES.isdisjoint(_pieces(between)):
        return ""
    words = [piece.casefold() for piece in _pieces(sentence[max(0, at - 40) : at])]
    while words and words[-1] in _TO_PASS:
        words.pop()
    return _relations().get("_".join(words[-2:])) or (
        _relations().get(words[-1], "") if words else ""
    )


_TO_PASS = frozenset({"the", "northern", "southern", "eastern", "western", "central", "whole"})


@cache
def _relations() -> dict[str, str]:
    rows = lexicons.table("place_relations")
    return {word: relation for relation, words in rows for word in words.split()}


_RATE = re.compile(
    r"\b(?:an?|per|each|every) (hour|day|week|month|year|head)\b"
    r"|\b(dai|week|month|year)ly\b|\b(annual)ly\b"
)


def _rate(after: Sequence[str]) -> str:
    """How often, for a figure that is a rate: "a year", "annually"."""
    found = _RATE.search(" ".join(after))
    if found is None:
        return ""
    return next(_RATES.get(each, each) for each in found.groups() if each)


_RATES = {"dai": "day", "annual": "year"}


_WORD = re.compile(r"[^\W\d_]{2,}")


def _names(figure: Figure) -> frozenset[str]:
    """The words with a capital in a figure's sentence, but its first: whom and where it names."""
    words = _WORD.findall(figure.sentence or "")
    own = {*quantity(figure.counted or ""), *quantity(figure.said_by or "")}
    return frozenset(
        word.casefold()
        for word in words[1:]
        if word[0].isupper() and singular(word.casefold()) not in own
    )


@lru_cache(SEEN)
def _says(word: str) -> bool:
    """Whether a word says something of its own: no name, no time, no word of grammar."""
    return len(word) > 2 and word.islower() and _grammar().isdisjoint((word, singular(word)))


@cache
def _grammar() -> frozenset[str]:
    closed = {word for row in lexicons.table("function_words") for word in row[1].split()}
    return frozenset({*closed, *lexicons.words("empty_words"), *lexicons.words("people")})
