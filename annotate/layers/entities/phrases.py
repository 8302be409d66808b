"""Names known beforehand, and where they stand in a passage: the longest at each place."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.words import Word, key

Condition = Callable[[Sequence[Word], int, int], bool]
"""Whether words first to last may be the name, by what stands around them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a known name is.

    seat: the country that it means where it stands for a government. country: whether governments
    of it stand for it. when: what must hold around it, None for a name that is always one.
    weak: whether it gives way to whatever overlaps it. shared: whether the next list that has the
    name says what it is where `when` does not hold: the town of a river's name; it is `otherwise`.
    """

    canonical: str
    label: str
    by: str
    seat: str | None = None
    country: bool = False
    when: Condition | None = None
    weak: bool = False
    shared: bool = False
    otherwise: "Known | None" = None

    def at(self, words: Sequence[Word], first: int, last: int) -> "Known | None":
        """What the name is at a place, None if it is none there."""
        if self.when is None or self.when(words, first, last):
            return self
        return self.otherwise.at(words, first, last) if self.otherwise else None


def alias(named: Proposal) -> Known:
    """What another name is of what a name of the text was decided to be."""
    return Known(
        canonical=named.canonical,
        label=named.label,
        by="rule:alias",
        seat=named.seat,
        country=named.country,
        weak=named.weak,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Known names by their words. lengths: for each first word how long its phrases are."""

    entries: Mapping[tuple[str, ...], Known]
    lengths: Mapping[str, tuple[int, ...]]


def holds(known: Phrases, phrase: str) -> bool:
    """Whether a phrase is one of the names, wherever it may stand."""
    return key(phrase) in known.entries


def phrases(names: Iterable[tuple[str, Known]]) -> Phrases:
    """The names ready to be found; of two with the same words the first is kept."""
    entries: dict[tuple[str, ...], Known] = {}
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for phrase, name in names:
        words = key(phrase)
        if words:
            known = entries.setdefault(words, name)
            if known.shared and not known.otherwise and not name.shared:
                entries[words] = replace(known, otherwise=name)
            lengths[words[0]].add(len(words))
    ordered = {first: tuple(sorted(of, reverse=True)) for first, of in lengths.items()}
    return Phrases(entries=entries, lengths=ordered)


def matches(known: Phrases, words: Sequence[Word]) -> Iterator[tuple[int, int, Known]]:
    """The first and one past the last word of each name, from left to right, none in another."""
    end = 0
    for at, (_, _, text) in enumerate(words):
        # Most words open no name: that is asked here, where it costs least.
        if at < end or not (text in known.lengths or text.isupper()):
            continue
        found = _longest(known, words, at)
        if found:
            end = at + found[0]
            yield at, end, found[1]


def _longest(known: Phrases, words: Sequence[Word], at: int) -> tuple[int, Known] | None:
    for length in known.lengths.get(words[at].text, ()):
        if at + length > len(words):
            continue
        name = known.entries.get(tuple(word.text for word in words[at : at + length]))
        if name and (here := name.at(words, at, at + length)):
            return length, here
    return _shouted(known, words, at)


def _shouted(known: Phrases, words: Sequence[Word], at: int) -> tuple[int, Known] | None:
    """A name in capitals, as at the head of a report: "PHNOM PENH — The …"."""
    if len(words[at].text) < 4 or not words[at].text.isupper():
        return None
    for length in known.lengths.get(words[at].text.title(), ()):
        if at + length > len(words):
            continue
        texts = [word.text for word in words[at : at + length]]
        name = known.entries.get(tuple(text.title() for text in texts))
        if name and name.when is None and all(text.isupper() for text in texts):
            return length, name
    return None
