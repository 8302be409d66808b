"""Which of the codebook's topics a document speaks of, and where.

A pile of articles holds some that have nothing to do with a topic, or touch it in passing, and
there a word of its statement ("free", "means", "released") means something else. What counts is
where a sentence says two of a topic's words, at least one as the codebook spells it, or its phrase;
words that any text may use ("better", "buy") tell nothing by themselves, and of a document that
speaks of less than half of the topics more is asked: half of what a topic speaks of, wherever, and
of a statement of fact more than half at one place.
A topic that is said so nowhere is not looked for, but others that share a word with one that is may
be found in other words; and one word alone points to a topic only near a place that speaks of it,
unless the document is on the subject of the codebook throughout.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotate.layers.stances.matters import Matter
from annotate.layers.stances.stems import WORD, spelled, stem
from annotate.layers.stances.touches import Touch
from annotate.model import Pair

_WORDS = 2
"""Different words of a topic that a sentence has which speaks of it; all, if it has fewer."""
_SAID = 0.5
"""Share of a topic's telling words that a document says which is on it."""
_MOST = 0.5
"""Share of a codebook's topics from which on a document is on the subject of them all."""
_NEAR = 250
"""Characters around a sentence that speaks of a topic in which one of its words means it."""
_BRIEF, _SHORT = 400, 1500
"""Characters of a text that is too short to tell: it is taken to be on the subject."""
_PLACES, _AROUND, _COVERED = 3, 1000, 0.75
"""Of a document that is on the subject throughout: sentences that speak of topics, characters
around these, and the share of the document there. Our articles on a subject reach .84 to 1, news
that only touches one .2 to .7."""

_SHARE, _SENTENCES, _FEW = 0.35, 0.25, 4
"""Of a document that says much of what the codebook does: the share of the topics' words that it
says, and of its sentences that say one; of fewer topics a share tells nothing. Of 456 articles on
subjects of their own 68 in a hundred pass, of 7,279 readings with another's topics 5."""
_TELLING = 1.0
"""What a topic's words weigh in a sentence of such a document that are taken to mean it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """The topics that a document speaks of, in the codebook's order.

    places: by topic, where the sentences start that speak of it. throughout: whether the document
    is on the subject of the codebook all along. wordy: whether it says much of what the codebook
    does, sentence by sentence or not, so that a word which tells enough points to its topic.
    """

    matters: list[Matter]
    places: Mapping[str, Sequence[int]]
    throughout: bool
    wordy: bool = False

    def meant(self, touch: Touch, start: int) -> bool:
        """Whether a topic is meant that is touched by the sentence that starts at a place."""
        if self.throughout or touch.clear or (self.wordy and touch.weight >= _TELLING):
            return True
        if touch.named:
            return False
        return _beside(self.places.get(touch.matter.topic.key, ()), start, _NEAR)


def throughout(matters: list[Matter]) -> Subjects:
    """The topics of a document that is on their subject all along."""
    return Subjects(matters=matters, places={}, throughout=True)


Sentence = tuple[Pair, str]
"""A sentence's place and its words."""


def subjects(
    matters: list[Matter], sentences: Sequence[Sentence], names: Collection[str]
) -> Subjects:
    """The topics that a document speaks of.

    names: the names in it, each by its canonical, a capital by its country too.
    """
    length = sum(end - start for (start, end), _ in sentences)
    if length < _BRIEF:
        return throughout(matters)
    said = [{stem(word): spelled(word) for word in WORD.findall(text)} for _, text in sentences]
    here = {word for words in said for word in words}
    if length < _SHORT:
        return throughout([m for m in matters if _hinted(m, here)])
    places = {
        m.topic.key: list(_places(m, sentences, said)) if _about(m, here) else [] for m in matters
    }
    if sum(map(bool, places.values())) < _MOST * len(matters):
        places |= {m.topic.key: [] for m in matters if not (_hinted(m, here) and _claims(m, said))}
    sure = {m.topic.key: m for m in matters if places[m.topic.key] or m.actor in names}
    shared = {word for m in sure.values() for word in m.clues if word in here}
    found = [
        m
        for m in matters
        if m.topic.key in sure
        or (m.clues.keys() & shared and any(_says(m, words) for words in said))
    ]
    thorough = _throughout(places, sentences)
    wordy = not thorough and _wordy(matters, said)
    every = matters if wordy or len(found) >= _MOST * len(matters) else found
    return Subjects(matters=every, places=places, throughout=thorough, wordy=wordy)


def _wordy(matters: list[Matter], said: Sequence[Mapping[str, str]]) -> bool:
    """Whether a document says many of the topics' words as they are spelled, in many sentences."""
    own = frozenset().union(*(m.telling for m in matters))
    written = frozenset().union(*(m.spelled for m in matters))
    found = [{each for each in own & words.keys() if words[each] in written} for words in said]
    if len(matters) < _FEW or sum(map(bool, found)) < _SENTENCES * len(said):
        return False
    return len(set().union(*found)) >= _SHARE * len(own)


def _throughout(places: Mapping[str, Sequence[int]], sentences: Sequence[Sentence]) -> bool:
    spoken = sorted({at for each in places.values() for at in each})
    near = sum(end - start for (start, end), _ in sentences if _beside(spoken, start, _AROUND))
    whole = sum(end - start for (start, end), _ in sentences)
    return len(spoken) >= _PLACES and near >= _COVERED * whole


def _beside(places: Sequence[int], start: int, reach: int) -> bool:
    at = bisect_left(places, start)
    return any(abs(each - start) <= reach for each in places[max(0, at - 1) : at + 1])


def _places(
    matter: Matter, sentences: Sequence[Sentence], said: Sequence[Mapping[str, str]]
) -> Iterator[int]:
    """Where the sentences start that speak of a topic by its own words, phrase or pattern."""
    shapes = (*matter.phrases, *matter.patterns)
    for (place, text), words in zip(sentences, said, strict=True):
        told = not matter.telling.isdisjoint(words) and _says(matter, words, as_spelled=True)
        if told or any(each.search(text) for each in shapes):
            yield place[0]


def _hinted(matter: Matter, here: Collection[str]) -> bool:
    """Whether a document says, wherever, enough of what a topic speaks of to be on it."""
    if matter.patterns:
        return True
    said = len(matter.telling.intersection(here))
    return _about(matter, here) and said >= _SAID * len(matter.telling)


def _claims(matter: Matter, said: Sequence[Mapping[str, str]]) -> bool:
    """Whether two sentences in a row say more than half of what a statement of fact speaks of: of
    "Noise harms sleep" both, since a text on noise says nothing yet of sleep.
    """
    if matter.kind != "fact" or matter.patterns:
        return True
    pairs = zip(said, [*said[1:], {}], strict=True)
    told = (len(matter.telling & (one.keys() | other.keys())) for one, other in pairs)
    return any(2 * each > len(matter.telling) for each in told)


def _about(matter: Matter, here: Collection[str]) -> bool:
    """Whether a document says, wherever, what is held of those whom a statement names.

    An article on a president says nothing yet of whether he is too old.
    """
    claims = {word for word, clue in matter.clues.items() if not clue.name}
    if matter.kind == "conduct" or matter.patterns or len(claims) == len(matter.clues):
        return True
    return len(claims.intersection(here)) >= min(_WORDS, len(claims))


def _own(matter: Matter) -> frozenset[str]:
    return matter.who | matter.clues.keys()


def _says(matter: Matter, words: Mapping[str, str], *, as_spelled: bool = False) -> bool:
    """Whether a sentence says enough of a topic's words; words: by stem, without its ending."""
    own = _own(matter)
    found = own & words.keys()
    by_name = matter.named & words.keys() if found else frozenset[str]()
    if len(_things(matter, found | by_name)) < (min(_WORDS, len(own)) or 1):
        return False
    return not as_spelled or not matter.spelled.isdisjoint(words[each] for each in found)


def _things(matter: Matter, words: Collection[str]) -> set[str]:
    """What a topic's words speak of: those of one name are one thing."""
    return {_name(matter, word) or word for word in words}


def _name(matter: Matter, word: str) -> str:
    clue = matter.clues.get(word)
    return clue.name if clue is not None else ""
