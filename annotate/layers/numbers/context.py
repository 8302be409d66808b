"""What a figure counts, to which date the sentence ties it, and who gives it.

The finding is by the pieces beside the figure; `counted.py` reads the noun phrase.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from annotate import offsets
from annotate.language import Known, Parsed, Passage
from annotate.layers.numbers import codebook, inner, takes, tallies, ties
from annotate.layers.numbers.atoms import Atom, word_at
from annotate.layers.numbers.counted import Reading, counted_of, singular
from annotate.layers.numbers.drafts import QUANTITIES, Draft
from annotate.layers.numbers.phrases import Phrase, is_plural, phrase_at
from annotate.layers.numbers.search import Drafts
from annotate.model import Number, Pair, Quote, Stretch

COUNTING = frozenset({"count", "percent", "fraction", "ordinal"})


class Read(NamedTuple):
    """What something was read as, and the words that it was read from."""

    words: str
    span: Stretch


class Earlier:
    """What the figures before counted: how often, and where last. It grows as they are read."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()
        self._last: dict[str, Read] = {}
        self._values: dict[float, Read] = {}

    def add(self, counted: Read, value: float | str | None) -> None:
        """Note what one more figure counts, and how many."""
        self._times[counted.words] += 1
        self._last[counted.words] = counted
        if isinstance(value, float):
            self._values[value] = counted

    def of_value(self, value: float | str | None) -> Read | None:
        """What was counted last of which there were so many."""
        return self._values.get(value) if isinstance(value, float) else None

    def most(self) -> Read | None:
        """What most of them count, where that was said last."""
        return self._last[self._times.most_common(1)[0][0]] if self._times else None


class _Counting:
    """What the figures of a passage count, asked in their order.

    A figure that leaves out what it counts counts what the one before does; with none before it in
    the passage, what most others do. Behind the end of a sentence it must take something up.
    """

    def __init__(
        self, passage: Passage, found: Drafts, earlier: Earlier, named: inner.Named
    ) -> None:
        self._passage, self._atoms, self._earlier = passage, found.atoms, earlier
        self._bodies = sorted((e.start, e.end) for e in named.values() if e.label == "ORG")
        self._begun = {each.first: each for each in found.drafts}
        self._before = earlier.most()
        self._sentence = -1
        self._ranked: Read | None = None
        self._measured = -1
        self._asked = _asked(passage, found.atoms)

    def of(self, draft: Draft, sentence: int) -> Read | None:
        """What a figure counts, None if nothing. sentence: the number of its sentence."""
        while self._asked and self._asked[0].start < self._atoms[draft.first].start:
            asked = self._asked.pop(0)
            self._before, self._sentence = _read(asked, self._passage), sentence
        if draft.label in _MEASURING:
            self._measured = sentence
        if draft.label not in COUNTING:
            return None
        reading = counted_of(draft, self._atoms, self._begun)
        if reading.phrase and self._in_body(reading.phrase):
            reading = reading._replace(phrase=None, elided=True)  # no "League of | Families"
        counted = _counted(reading, self._left_out(draft, sentence), self._passage)
        if draft.label == "ordinal":
            counted = self._ranked = (self._ranked or counted) if reading.single else counted
        elif reading.elided and self._measured == sentence and not _is_of_them(draft, self._atoms):
            counted = None  # "300 hectares, this year 120"
        if reading.phrase and counted and self._is_taken_up(draft, reading.phrase, counted):
            self._before, self._sentence = counted, sentence
            self._earlier.add(counted, draft.value)
        return counted

    def _left_out(self, draft: Draft, sentence: int) -> Read | None:
        """What a figure counts if it leaves that out."""
        if self._sentence == sentence or takes.taken_up(draft, self._atoms):
            return self._before
        known = takes.is_the_same(draft, self._atoms)
        return self._earlier.of_value(draft.value) if known else None

    def _in_body(self, phrase: Phrase) -> bool:
        """Whether a phrase is a piece of a body's name: "the Valley | Families | ' League"."""
        start, end = self._passage.stretch(phrase.start, phrase.end)
        at = bisect_right(self._bodies, (start, math.inf)) - 1
        first, last = self._bodies[at] if at >= 0 else (0, 0)
        return first <= start and end <= last and (first, last) != (start, end)

    def _is_taken_up(self, draft: Draft, phrase: Phrase, counted: Read) -> bool:
        """Whether figures behind this one may count the same without saying so."""
        level = draft.label == "percent" and phrase.start < self._atoms[draft.first].start
        return not level and _goes_before(draft, counted.words, self._atoms)  # no "rates rose to"


def numbers(
    passage: Passage, found: Drafts, parsed: Parsed, known: Known, earlier: Earlier
) -> list[Number]:
    """The spans of a passage's drafts with their context.

    earlier: what the figures before counted; this passage's are added.
    """
    atoms = found.atoms
    named = _named(passage, known)
    counting = _Counting(passage, found, earlier, named)
    dated = ties.dates_of(found.drafts, atoms, passage)
    quotes = _quotes(passage, known)
    placed = offsets.Row(quotes)
    starts = ties.sentence_starts(passage)
    spans: list[Number] = []
    for draft in filter(_is_finite, found.drafts):
        sentence = bisect_right(starts, atoms[draft.first].start)
        counted = counting.of(draft, sentence)
        tied = draft.label in ties.TIED and word_at(atoms, draft.last) != "now"
        date = _date(dated.get(draft.first), passage, atoms) if tied else None
        span = _number(passage, draft, atoms, parsed.text, counted, date)
        if draft.label in QUANTITIES and draft.rule != "length":
            near = placed.touching(span.start, span.end) if quotes else ()
            opens = starts[sentence - 1] if sentence else 0
            span = _with_teller(passage, atoms, draft.first, opens, named, span, near)
        spans.append(span)
    return codebook.with_rules(spans, passage, parsed)


_MEASURING = frozenset({"measure", "money"})


def _is_of_them(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a figure says that it is of what was counted before: "40 of them"."""
    return word_at(atoms, draft.last) == "of"


def _counted(reading: Reading, before: Read | None, passage: Passage) -> Read | None:
    """What a figure counts: the phrase that was read, or the one before where it is left out."""
    if phrase := reading.phrase:
        return _read(phrase, passage)
    if not (reading.elided and before):
        return None
    return before._replace(words=singular(before.words)) if reading.single else before


def _read(phrase: Phrase, passage: Passage) -> Read:
    return Read(phrase.words, _stretch(passage.stretch(phrase.start, phrase.end)))


def _asked(passage: Passage, atoms: Sequence[Atom]) -> list[Phrase]:
    """What a text asks the number of, which the figures behind tell: "how many | clerks"."""
    if "ow many" not in passage.copy:
        return []
    pairs = enumerate(pairwise(atom.word for atom in atoms))
    asked = (phrase_at(atoms, at + 2, plural=True) for at, two in pairs if two == ("how", "many"))
    return [phrase for phrase in asked if phrase and is_plural(phrase.words)]


def _date(date: Draft | None, passage: Passage, atoms: Sequence[Atom]) -> Read | None:
    """The date to which a figure is tied."""
    if date is None:
        return None
    place = passage.stretch(atoms[date.first].start, atoms[date.last - 1].end)
    return Read(ties.told(date) or "", _stretch(place))


def _stretch(pair: Pair) -> Stretch:
    return Stretch(start=pair[0], end=pair[1])


_ABSTRACT = frozenset(
    {"figures", "numbers", "estimates", "things", "reasons", "ways", "times", "others"}
)


def _goes_before(draft: Draft, counted: str, atoms: Sequence[Atom]) -> bool:
    """Whether a later figure may leave out what this one counts."""
    if draft.label == "ordinal" or _among(draft, atoms):
        return False
    plain = not any(sign.isdecimal() for sign in counted)  # "the bank's 100,000 clerks"
    return plain and counted.rpartition(" ")[2] not in _ABSTRACT and is_plural(counted)


def _among(draft: Draft, atoms: Sequence[Atom]) -> bool:
    """Whether a figure is a part of the one before: "among them 40 children"."""
    return [atom.word for atom in atoms[max(0, draft.first - 2) : draft.first]] in (
        ["among", "them"],
        ["of", "whom"],
        ["including", "some"],
    )


def _number(
    passage: Passage,
    draft: Draft,
    atoms: Sequence[Atom],
    text: str,
    counted: Read | None,
    date: Read | None,
) -> Number:
    start, end = passage.stretch(atoms[draft.first].start, atoms[draft.last - 1].end)
    return Number(
        label=draft.label,
        start=start,
        end=end,
        text=text[start:end],
        by=f"rule:{draft.rule}",
        value=_plain(draft.value),
        low=_plain(draft.low),
        high=_plain(draft.high),
        approx=draft.approx,
        unit=draft.unit or None,
        counted=counted and counted.words,
        counted_span=counted and counted.span,
        as_of=date and date.words,
        as_of_span=date and date.span,
    )


def _is_finite(draft: Draft) -> bool:
    """Whether floats hold all values of a draft, which a unit may have made too large."""
    values = (draft.value, draft.low, draft.high)
    return all(math.isfinite(value) for value in values if isinstance(value, float))


def _plain(value: float | str | None) -> float | str | None:
    """A whole number as such, a value of digits no float can hold as it is."""
    if not isinstance(value, float):
        return value
    value = float(f"{value:.15g}") if 1 < abs(value) < 1e300 else value  # 4.1 million is 4100000
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def _quotes(passage: Passage, known: Known) -> list[Quote]:
    """The quotes with a source that touch a passage."""
    segment = passage.segment
    return [
        quote
        for quote in known.get("quote", ())
        if isinstance(quote, Quote)
        and quote.source is not None
        and quote.start < segment.end
        and segment.start < quote.end
    ]


def _with_teller(
    passage: Passage,
    atoms: Sequence[Atom],
    at: int,
    opens: int,
    named: inner.Named,
    span: Number,
    quotes: Sequence[Quote],
) -> Number:
    """A figure with who gives it: who is told to, or who counts."""
    if (apart := tallies.left_out(passage, atoms, at, opens, named)) is not None:
        return _told_by(span, apart)
    span = _with_source(quotes, span)
    within = None
    if _is_told_directly(quotes, span):
        within = inner.teller(passage, atoms, at, opens, named)
    elif span.said_by is None:
        within = tallies.teller(passage, atoms, at, opens, named)
    return _told_by(span, within) if within else span


def _named(passage: Passage, known: Known) -> inner.Named:
    """The names of a passage by where they end."""
    segment = passage.segment
    names = known.get("entity", ())
    return {each.end: each for each in names if segment.start < each.end <= segment.end}


def _is_told_directly(quotes: Sequence[Quote], span: Number) -> bool:
    """Whether a figure stands in direct speech, in which speech is no quotation of its own."""
    return any(each.label == "direct" and each.holds(span.start, span.end) for each in quotes)


def _told_by(span: Number, teller: inner.Teller) -> Number:
    return replace(span, said_by=teller.name, said_by_span=_stretch(teller.stretch))


def _is_share(quote: Quote) -> bool:
    """Whether those who say something are a share of those asked, who give no figures."""
    return quote.source is not None and bool(_SHARE.match(quote.source.canonical.lower()))


_SHARE = re.compile(r"(?:[a-z]+ ){0,3}(?:\d[\d.,]*|[a-z]+)(?:%| ?per ?cent\b)")


def _with_source(quotes: Sequence[Quote], span: Number) -> Number:
    """A figure with whose speech holds it: the innermost quote's source."""
    holding = [
        quote for quote in quotes if quote.holds(span.start, span.end) and not _is_share(quote)
    ]
    inner = min(holding, key=lambda quote: (-quote.depth, quote.end - quote.start), default=None)
    if inner is None or inner.source is None:
        return span
    source = inner.source
    read = None if source.start is None or source.end is None else (source.start, source.end)
    return replace(span, said_by=source.canonical, said_by_span=_stretch(read) if read else None)
