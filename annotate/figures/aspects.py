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
from annotate.figures import places, states
from annotate.figures.clauses import pieces, until
from annotate.figures.figure import Figure
from annotate.figures.units import kind_of
from annotate.figures.words import SEEN, quantity, singular, stem
from annotate.model import Pair

REACH = 8
"""How many words before and after a figure tell what is said of what it counts.

Clauses of news prose have about this many; a longer reach joins what only stands near.
"""


WINDOW = 400
"""Code points beside a figure in which so many words stand, however long they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspects:
    """What a figure is about.

    kind: "count", "share", a currency or a dimension. thing: what is counted; ("people",) for
    persons under any name. group: names among the words of what is counted. state: of
    lexicons/states.tsv, "" for none. places: with their relation. rate: "year" of "a year".
    degree: "minimum" of a minimum wage, which is no median one.
    is_part: of what was counted before ("of them, 12"), so no figure of the whole. words: stems of
    what else is said. names: whom and where the sentence names.
    """

    kind: str
    thing: tuple[str, ...]
    group: frozenset[str]
    state: str
    places: frozenset[tuple[str, str]]
    rate: str
    degree: str
    is_part: bool
    words: frozenset[str]
    names: frozenset[str]


def aspects(figures: Sequence[Figure], *, rivals: Collection[str] = ()) -> dict[str, Aspects]:
    """What each figure is about, by its id. rivals: words that name the same persons."""
    names = frozenset(singular(word.casefold()) for word in rivals)
    found = {each.id: _own(each, ends, names) for each, ends in _with_ends(figures)}
    for figure, before in _elided(figures):
        said, own = found[before.id], found[figure.id]
        if own.is_part:
            continue
        state, places = own.state or said.state, own.places or said.places
        words = own.words if own.state or own.places else own.words | said.words
        found[figure.id] = replace(own, state=state, places=places, words=words)
    return found


def _with_ends(figures: Iterable[Figure]) -> Iterable[tuple[Figure, Pair]]:
    """Each figure with where the words about it end: at the figures before and after it."""
    ordered = sorted(figures, key=lambda each: (each.document, each.start))
    for before, figure, after in _beside(ordered):
        yield figure, (before.end if before else 0, after.start if after else MOST)


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
    kind = kind_of(figure)
    return Aspects(
        kind=kind,
        thing=_thing(figure, rivals),
        group=_group(figure.counted or ""),
        state=_part_s_state(before, after, own)
        if kind == "share"
        else states.state(before, after) or states.nominal(figure.counted or ""),
        places=places.of_figure(figure, ends),
        rate=_rate(after),
        degree=_degree(words),
        is_part=_is_part(figure, ends),
        words=(frozenset(map(_said, words)) - own - _SILENT) | _size(figure),
        names=_names(figure),
    )


def _part_s_state(before: Sequence[str], after: Sequence[str], own: Collection[str]) -> str:
    """The state that a share's part is in: what it is a share of is the same in every poll."""
    said = ([word for word in side if stem(word) not in own] for side in (before, after))
    return states.state(*said)


def _thing(figure: Figure, rivals: Collection[str]) -> tuple[str, ...]:
    if not figure.counted:
        return (figure.unit or "",)
    words = quantity(figure.counted)
    head = words[-1] if words else ""
    named = figure.counted.split()[-1].istitle()
    if not _size(figure) and (
        named
        or head in lexicons.listed("people")
        or head in rivals
        or states.nominal(figure.counted)
    ):
        return ("people",)
    if len(words) > 1 and head == "rate":
        words = words[:-1]  # "a 7% unemployment rate" is one of unemployment
    return tuple(word for word in words if word not in _group(figure.counted)) or words


def wholes(figures: Sequence[Figure]) -> dict[str, str]:
    """The figures beside which a part of them is told, each with its part: "9 of | 12"."""
    found = {}
    ordered = sorted(figures, key=lambda each: (each.document, each.start))
    neighbours = {one.id: (before, after) for before, one, after in _beside(ordered)}
    for figure, ends in _with_ends(ordered):
        before, after = neighbours[figure.id]
        if after and _is_of_next(figure, ends):
            found[after.id] = figure.id
        elif before and _is_of_last(figure, ends):
            found[before.id] = figure.id
    return found


def _beside(ordered: Sequence[Figure]) -> Iterable[tuple[Figure | None, Figure, Figure | None]]:
    """Each figure with those before and after it in its work."""
    for before, one, after in zip([None, *ordered], ordered, [*ordered[1:], None], strict=False):
        of_work = (
            each if each and each.document == one.document else None for each in (before, after)
        )
        yield next(of_work), one, next(of_work)


def _is_part(figure: Figure, ends: Pair) -> bool:
    """Whether a figure is of those counted beside it: "of them, 12", "40 of whom", "9 of 12"."""
    if figure.sentence_start is None:
        return False
    sentence, at = figure.sentence or "", figure.start - figure.sentence_start
    if _PART_BEFORE.search(sentence[:at]) or _PART_AFTER.match(sentence[at + len(figure.text) :]):
        return True
    return _is_of_next(figure, ends) or _is_of_last(figure, ends)


def _is_of_next(figure: Figure, ends: Pair) -> bool:
    """Whether a figure is a part of the one behind it: "9 | of 12"."""
    if figure.sentence_start is None:
        return False
    first, last = (each - figure.sentence_start for each in (figure.end, ends[1]))
    return _OF.fullmatch(figure.sentence or "", first, max(last, 0)) is not None


def _is_of_last(figure: Figure, ends: Pair) -> bool:
    """Whether a figure is a part of the one before it: "of 12, | 9"."""
    if figure.sentence_start is None:
        return False
    sentence, opens = figure.sentence or "", ends[0] - figure.sentence_start
    before = sentence[: figure.start - figure.sentence_start]
    return bool(_OF_WHOLE.search(sentence, 0, max(opens, 0)) and _CLOSED.fullmatch(before, opens))


_PART_BEFORE = re.compile(
    r"\b(?:(?:of|among) (?:them|these|those|whom|which)|including)\b,?[^,;:.]{0,30}$", re.IGNORECASE
)
_PART_AFTER = re.compile(r"\s*(?:\([^)]*\)\s*)?of (?:them|these|those|whom|which)\b")
_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|these|those|all|its|their|our)\s+)?")
"""What stands between a part and the figure of its whole: "31 of the 46 boats"."""
_OF_WHOLE = re.compile(
    r"(?:^|[,;:(—–]\s*)(?:out )?of (?:(?:the|these|those|all|its|their|our) )?[\w.,]+$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[^,;:.]{1,40},[^,;:.]{0,40}")
"""What stands between a whole that is told first and its part: "Of the 46 boats, 31"."""


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
    before = until(reversed(pieces(sentence[max(first, at - WINDOW) : at])), REACH)
    ahead = 1 if before[:1] and before[0].casefold() in _ONLY else 0
    if before[ahead:] and before[ahead].casefold() in _CHANGED_TO:
        before = before[ahead + 1 :]  # "the number reached 23,000", "turnout reached only 48%"
    end = at + len(figure.text)
    after = pieces(_ASIDE.sub(" ", sentence[end : min(last, end + WINDOW)]))
    if last < min(len(sentence), end + WINDOW) and after and after[-1].casefold() in _CHANGED_TO:
        after = after[:-1]  # what another figure behind reached
    return before[::-1], until(after, REACH + 3)


_ONLY = frozenset({"about", "almost", "around", "just", "nearly", "only", "some"})
_CHANGED_TO = frozenset({"reach", "reached", "reaches", "reaching"})
_ASIDE = re.compile(r"\s*[\])]*\s*\((?:#|as of [^()]*)\)|\s*\((?:as of|by|in) [^()]*\)")
"""What stands in brackets behind a figure and does not end its clause: when, and a link."""


def _size(figure: Figure) -> frozenset[str]:
    """The stem of what has one size at a place: its population, its turnout, its unemployment."""
    counted = (figure.counted or "").casefold()
    words = [word for word in counted.split() if word != "rate"]
    if not words:
        return _NONE
    ahead = figure.counted_start is not None and figure.counted_start < figure.start
    level = ahead and kind_of(figure) == "share" and not words[-1].endswith("s")
    rate = counted.endswith(" rate")
    body = words[-1] in lexicons.classes("number_neighbours", "counted-bodies")
    return frozenset({stem(words[-1])}) if level or rate or body else _NONE


_NONE: frozenset[str] = frozenset()


def _degree(words: Sequence[str]) -> str:
    """Which of several such sizes a figure is: the least, the middle, what is left of it."""
    degrees = _degrees()
    return next((found for word in words if (found := degrees.get(word.casefold()))), "")


@cache
def _degrees() -> dict[str, str]:
    rows = lexicons.table("figure_degrees")
    return {word: degree for degree, words in rows for word in words.split()}


_RATE = re.compile(
    r"\b(?:an?|per|each|every) (hour|day|week|month|year|head|thousand|million)\b"
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
    own = {*quantity(figure.counted or ""), *quantity(figure.said_by or "")}
    named = [word for word, alone in _capitals(figure.sentence or "") if alone not in own]
    placed = (place.canonical.casefold() for place in figure.places)
    return frozenset({*named, *(place for place in placed if singular(place) not in own)})


@lru_cache(SEEN)
def _capitals(sentence: str) -> tuple[tuple[str, str], ...]:
    """A sentence's words with a capital but the first one, each in small letters and singular."""
    words = _WORD.findall(sentence)[1:]
    small = [word.casefold() for word in words if word[0].isupper()]
    return tuple((word, singular(word)) for word in small)


@lru_cache(SEEN)
def _said(word: str) -> str:
    """The stem of a word that says something of its own, "" of names, times, words of grammar."""
    says = len(word) > 2 and word.islower() and _grammar().isdisjoint((word, singular(word)))
    return stem(word) if says else ""


_SILENT = frozenset({""})


@cache
def _grammar() -> frozenset[str]:
    closed = {word for row in lexicons.table("function_words") for word in row[1].split()}
    return frozenset({*closed, *lexicons.words("empty_words"), *lexicons.words("people")})
