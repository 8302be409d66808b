"""The ledger of figures: one entry for one quantity, and whether its figures contradict each other.

That two figures are of the same quantity is a proposal: they count the same thing, and the same is
said of it: two words in common, or a word and a name (“hide in Ostrea”, “in hiding in Ostrea”).
Persons are the same thing under any name (“people”, “Dorvanians”, rival words of the codebook), for
the name is what is argued about. Two figures contradict each other when different voices give them,
their bounds share nothing and nothing says that they are of different times.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rich.table import Table

from annotate import lexicons
from annotate.bounds import stated
from annotate.store.figures import Figure

SLACK = 0.1
"""How far "about", "nearly" and "just over" reach, as a part of the value.

Writers round to one or two figures; a tenth keeps "about 5,000" and 5,200 together and parts
"about 5,000" and 6,000. What it parts is shown side by side, not dropped.
"""


REACH = 8
"""How many words before and after a figure tell what is said of what it counts.

Clauses of news prose have about this many; a longer reach joins what only stands near.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A quantity with all that is said of it, and whether any of it is contradictory.

    state: the word that its figures share, "" if there is but one.
    """

    counted: str
    state: str
    figures: tuple[Figure, ...]
    contested: bool


def ledger(figures: Iterable[Figure], *, rivals: Collection[str] = ()) -> list[Entry]:
    """The entries of a corpus's figures, the contested ones first, then those with most figures.

    rivals: words of the codebook's contested terms, which name the same persons.
    """
    names = {singular(word.casefold()) for word in rivals}
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.counted:
            thing = _thing(figure.counted, names)
            groups[(figure.label, figure.unit or "", *thing)].append(figure)
    entries = [entry for group in groups.values() for entry in _entries(group)]
    return sorted(entries, key=lambda each: (not each.contested, -len(each.figures), each.counted))


def _entries(figures: Sequence[Figure]) -> Iterator[Entry]:
    """The figures of one thing, those together of which alike is said."""
    said = {figure: states(figure) for figure in figures}
    left = list(figures)
    while left:
        own = [left.pop(0)]
        for member in own:  # grows while it is read
            near = [each for each in left if _alike(member, each, said)]
            own += near
            left = [each for each in left if each not in near]
        counts = Counter(state for each in own for state in said[each])
        state = min(counts, key=lambda each: (-counts[each], each), default="")
        yield _entry(own, _spoken(own, state) if len(own) > 1 else "")


def _spoken(figures: Sequence[Figure], state: str) -> str:
    """The commonest form of the words of a stem: "hiding" of "hid"."""
    words = [word for each in figures for word in re.findall(r"[^\W\d_]+", each.sentence or "")]
    forms = Counter(word for word in words if word.islower() and stem(word) == state)
    return min(forms, key=lambda word: (-forms[word], word), default=state)


def _alike(one: Figure, other: Figure, said: Mapping[Figure, frozenset[str]]) -> bool:
    """Whether the same is said of two figures: two words in common, or a word and a name."""
    shared = said[one] & said[other]
    return len(shared) > 1 or bool(shared and names(one) & names(other))


def names(figure: Figure) -> frozenset[str]:
    """The words with a capital in a figure's sentence, but its first: whom and where it names."""
    words = re.findall(r"[^\W\d_]{2,}", figure.sentence or "")
    own = set(quantity(figure.counted or ""))
    return frozenset(
        word.casefold()
        for word in words[1:]
        if word[0].isupper() and singular(word.casefold()) not in own
    )


def _entry(figures: Sequence[Figure], state: str) -> Entry:
    ordered = sorted(figures, key=lambda each: (_time(each) or "", each.document, each.start))
    return Entry(
        counted=max((str(each.counted) for each in ordered), key=len),
        state=state,
        figures=tuple(ordered),
        contested=any(contradict(*pair) for pair in combinations(ordered, 2)),
    )


def _thing(counted: str, rivals: Collection[str]) -> tuple[str, ...]:
    words = quantity(counted)
    head = words[-1] if words else ""
    persons = head in lexicons.words("people") or head in rivals or counted.split()[-1].istitle()
    return ("people",) if persons else words


def quantity(counted: str) -> tuple[str, ...]:
    """The words that tell one thing from another, in the singular."""
    words = re.findall(r"\w+", counted.casefold())
    return tuple(singular(word) for word in words if word not in _EMPTY)


_EMPTY = frozenset({"a", "an", "the", "of", "such", "these", "those", "other", "more", "further"})


def states(figure: Figure) -> frozenset[str]:
    """The stems of the words that say what is so of what a figure counts."""
    sentence = figure.sentence or ""
    at = max(sentence.find(figure.text), 0)
    before = _clause(sentence[:at])[-REACH:]
    after = _clause(sentence[at + len(figure.text) :], first=True)[: REACH + 3]
    own = {stem(word) for word in quantity(figure.counted or "")}
    return frozenset(stem(word) for word in (*before, *after) if _says(word)) - own


def _clause(words: str, *, first: bool = False) -> list[str]:
    pieces = re.split(r"[;:.!?–—“”()]", words)
    return re.findall(r"[^\W\d_]+", pieces[0 if first else -1])


def _says(word: str) -> bool:
    """Whether a word says something of its own: no name, no time, no word of grammar."""
    return len(word) > 2 and word.islower() and _grammar().isdisjoint((word, singular(word)))


@cache
def _grammar() -> frozenset[str]:
    closed = {word for row in lexicons.table("function_words") for word in row[1].split()}
    return frozenset({*closed, *lexicons.words("empty_words"), *lexicons.words("people")})


def stem(word: str) -> str:
    """A word without the ending of its form: "hiding", "hides" and "hide" are "hid"."""
    return re.sub(r"(?<=...)(?:ings?|ed|es|e|s)$", "", word)


_SINGULAR = (
    (re.compile(r"(?<=..)ies$"), "y"),
    (re.compile(r"(?<=(?:sh|ch|ss))es$|(?<=x)es$"), ""),
    (re.compile(r"(?<=...)(?<![su])s$"), ""),
)


def singular(word: str) -> str:
    """The singular of a regular English plural, any other word unchanged."""
    for pattern, end in _SINGULAR:
        if pattern.search(word):
            return pattern.sub(end, word)
    return word


def contradict(one: Figure, other: Figure) -> bool:
    """Whether two voices give figures of one quantity that cannot both be right.

    One voice that gives two figures tells two things apart.
    """
    if (one.document, one.said_by) == (other.document, other.said_by):
        return False
    first, second = _time(one), _time(other)
    if first and second and not (first.startswith(second) or second.startswith(first)):
        return False
    low, high = bounds(one)
    other_low, other_high = bounds(other)
    return high < other_low or other_high < low


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure allows; infinite on a side that it leaves open."""
    value = figure.value
    if value is None:
        return _or(figure.low, -math.inf), _or(figure.high, math.inf)
    loose = abs(value) * SLACK if figure.approx else 0.0
    low, high = value - loose, value + loose
    if figure.high is not None:
        low, high = value - abs(value) * SLACK, figure.high
    if figure.low is not None:
        low, high = figure.low, max(high, value + abs(value) * SLACK)
    return low, high


def _or(bound: float | None, otherwise: float) -> float:
    return otherwise if bound is None else bound


def _time(figure: Figure) -> str | None:
    return figure.as_of.partition("/")[0][:4] if figure.as_of else None


def tables(entries: Iterable[Entry]) -> Iterator[Table]:
    """A table for each quantity: what is said, bounds, time, who says so, where."""
    for entry in entries:
        unit = entry.figures[0].unit
        state = f", {entry.state}" if entry.state else ""
        title = f"{entry.counted}{state}" + (f" ({unit})" if unit else "")
        table = Table("figure", "bounds", "as of", "said by", "article", title=title)
        for figure in entry.figures:
            words = " ".join(figure.text.split())
            table.add_row(words, stated(figure), figure.as_of, speaker(figure), place(figure))
        yield table


def speaker(figure: Figure) -> str:
    """Who gives the figure: whom the sentence names, else a commenter, else the article."""
    return figure.said_by or ("a reader" if figure.kind == "comment" else "the article")


def place(figure: Figure) -> str:
    """Where the figure stands, as `annotate cite` takes it, and the year of the article."""
    numbered = f"{figure.document}#p{figure.paragraph}" if figure.paragraph else figure.segment
    return (numbered or figure.document) + (f" ({figure.year})" if figure.year else "")
