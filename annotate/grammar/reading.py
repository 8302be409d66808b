"""A passage as the rules of quotation read it: words, names, quotation marks, clauses.

Rules count in tokens, half open. A unit is a sentence, or several that one pair of quotation
marks holds together, so that “One. Two,” says X is read whole.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import Any

from annotate.grammar import marks
from annotate.language import Passage
from annotate.model import Entity


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Marked:
    """A pair of quotation marks in tokens: first and last (half open) take in the marks."""

    first: int
    last: int
    pair: marks.Pair

    @property
    def inner(self) -> tuple[int, int]:
        """The tokens between the marks."""
        return self.first + 1, self.last - (1 if self.pair.closed else 0)


_REACHED = (-1, -1)
"""Where a reading keeps how far its pairs of marks reach, up to each of them."""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Reading:
    """One passage, tokenised. words: lower case, apostrophes straight. names: by token.

    marked: in order of their opening marks. kept: what was found of some of its tokens, so that the
    next layer need not look again.
    """

    passage: Passage
    words: tuple[str, ...]
    marked: tuple[Marked, ...] = ()
    names: Mapping[int, Entity] = field(default_factory=dict)
    units: tuple[tuple[int, int], ...] = ()
    kept: dict[tuple[int, int], Any] = field(default_factory=dict)

    def unit_at(self, token: int) -> tuple[int, int]:
        """The unit that a token lies in."""
        return self.units[bisect_right(self.units, token, key=itemgetter(0)) - 1]

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """The characters of the passage that tokens first to last cover."""
        return self.passage.starts[first], self.passage.ends[last - 1]

    def place(self, first: int, last: int) -> tuple[int, int]:
        """The code points of the document that tokens first to last cover."""
        return self.passage.place(first, last)

    def spoken(self, token: int) -> Marked | None:
        """The outermost pair of marks that holds a token."""
        if not self.marked:
            return None
        reached = self.kept.get(_REACHED)
        if reached is None:
            reached = list(accumulate((each.last for each in self.marked), max))
            self.kept[_REACHED] = reached
        at = bisect_right(reached, token)  # the first pair that ends behind the token
        found = self.marked[at] if at < len(self.marked) else None
        return found if found and found.first <= token else None

    def begun(self, first: int, end: int) -> tuple[Marked, ...]:
        """The pairs of marks that begin in a stretch of tokens, in order."""
        return self.marked[self._at(first) : self._at(end)]

    def next_mark(self, token: int) -> Marked | None:
        """The first pair of marks that begins at a token or behind it."""
        at = self._at(token)
        return self.marked[at] if at < len(self.marked) else None

    def holding(self, token: int) -> list[Marked]:
        """The pairs of marks that hold a token, the outermost first."""
        if self.spoken(token) is None:
            return []
        first = bisect_right(self.kept[_REACHED], token)
        return [each for each in self.marked[first : self._at(token + 1)] if token < each.last]

    def quoted(self, token: int) -> bool:
        """Whether a token stands in speech: between marks that frame no others."""
        return any(not self.framed(each) for each in self.holding(token))

    def _at(self, token: int) -> int:
        return bisect_left(self.marked, token, key=attrgetter("first"))

    def framed(self, marked: Marked) -> bool:
        """Whether other marked text lies inside a pair of marks: these are a frame around it."""
        first, last = (
            bisect_right(self.marked, at, key=attrgetter("first"))
            for at in (marked.first, marked.last)
        )
        return any(each.last <= marked.last for each in self.marked[first:last])

    def whole(self) -> Marked | None:
        """The pair of marks that holds the whole passage."""
        first = next(iter(self.marked), None)
        return first if first and first.first == 0 and first.last == len(self.words) else None

    def ranges(self, token: int) -> bool:
        """Whether a token is the dash between two numerals: "6,000 – 16,000", "$4 – $9"."""
        parsed = self.passage.parsed
        if self.words[token] not in {"-", "–", "—", "--"} or not 0 < token < len(parsed) - 1:
            return False
        before, behind = parsed[token - 1], parsed[token + 1]
        return (before.like_num or before.text == "%") and (behind.like_num or behind.is_currency)

    def is_person(self, token: int) -> bool:
        """Whether a token is of a person's name."""
        name = self.names.get(token)
        return name is not None and name.label == "PERSON"

    def name_at(self, token: int) -> tuple[int, int]:
        """The tokens of the name that a token is of; the token alone where it is of none."""
        name = self.names.get(token)
        first, last = token, token + 1
        while name is not None and self.names.get(first - 1) is name:
            first -= 1
        while name is not None and self.names.get(last) is name:
            last += 1
        return first, last

    def behind(self, token: int) -> str:
        """The word behind the name that a token is of, "" at the passage's end."""
        _, last = self.name_at(token)
        return self.words[last] if last < len(self.words) else ""

    def owning(self, token: int) -> bool:
        """Whether an apostrophe ends a plural that owns what follows: "the shopkeepers' league"."""
        if token == 0 or self.words[token] not in {"'", "’"}:
            return False
        parsed = self.passage.parsed
        after_s = self.words[token - 1].endswith("s") and not parsed[token - 1].whitespace_
        return after_s and bool(parsed[token].whitespace_) and self.spoken(token) is None

    def title_case(self, token: int) -> bool:
        """Whether a word begins with a capital."""
        return self.passage.words[token][:1].isupper()


def read(passage: Passage, entities: Iterable[Entity], *, goes_on: bool = False) -> Reading:
    """The passage with its names, marks and units. goes_on: see `marks.pairs`.

    Layers that ask with the same names share one reading.
    """
    entities = tuple(entities)
    shared: list[tuple[tuple[Entity, ...], bool, Reading]] = passage.kept.setdefault("readings", [])
    for known, went_on, reading in shared:
        if known == entities and went_on == goes_on:
            return reading
    shared.append((entities, goes_on, _read(passage, entities, goes_on=goes_on)))
    return shared[-1][2]


def unframed(reading: Reading) -> Reading:
    """The passage as it reads without the marks around the whole of it."""
    frame = reading.whole()
    if frame is None:
        return reading
    first, last = frame.inner
    inner = reading.marked[1:]
    units = [(max(a, first), min(b, last)) for a, b in _units(reading.passage.sentences, inner)]
    return replace(reading, marked=inner, units=tuple((a, b) for a, b in units if a < b), kept={})


def _read(passage: Passage, entities: Iterable[Entity], *, goes_on: bool) -> Reading:
    def token_at(char: int) -> int:
        return max(0, bisect_right(passage.starts, char) - 1)

    marked = tuple(
        Marked(first=token_at(pair.start), last=token_at(pair.end - 1) + 1, pair=pair)
        for pair in marks.pairs(passage.copy, goes_on=goes_on)
    )
    names: dict[int, Entity] = {}
    for entity in entities:
        if tokens := passage.tokens(entity.start, entity.end):
            names.update(dict.fromkeys(range(tokens.start, tokens.end), entity))
    words = tuple(_word(passage, at, names) for at in range(len(passage.words)))
    units = tuple(_units(passage.sentences, marked))
    return Reading(passage=passage, words=words, marked=marked, names=names, units=units)


def _word(passage: Passage, token: int, names: Mapping[int, Entity]) -> str:
    """A token in lower case, capitals that would then be a pronoun with stops: "u.s.", "w.h.o."."""
    written = passage.words[token]
    word = written.lower().replace("’", "'")
    if word not in _LIKE_PRONOUNS or written != written.upper():
        return word
    nouns = (each.tag_.startswith("NN") for each in passage.parsed[token : token + 2])
    named = token in names or any(nouns)
    return "".join(f"{letter}." for letter in word) if named else word


_LIKE_PRONOUNS = frozenset({"it", "us", "who"})
"""Pronouns that countries, bodies and trades are called by: "US officials", "the WHO said"."""


def _units(
    sentences: Iterable[tuple[int, int]], marked: tuple[Marked, ...]
) -> Iterable[tuple[int, int]]:
    held: tuple[int, int] | None = None
    reached, begun = 0, 0  # where the pairs end that begin before the sentence's end
    for first, last in sentences:
        held = (held[0] if held else first, last)
        while begun < len(marked) and marked[begun].first < last:
            reached = max(reached, marked[begun].last)
            begun += 1
        if reached - 1 <= last:
            yield held
            held = None
    if held:
        yield held
