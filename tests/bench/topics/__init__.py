"""Texts of ours in which each sentence says which topic it is about, and how often we find it.

A file is like those of `tests.bench.stances`, but topics stand alone in its braces: "{pay}", or
"{vandals; university}". Most sentences say what they say in other words than the statement's ("My
landlord does not accept applause" in a text on nurses' pay), so that what they are about shows in
what is said around them. No rule was made by them. The texts are ours, CC0.

`python -m tests.bench.topics` prints, by text and in all, in how many sentences in a hundred the
topic that ranks first is right: by the sentence's own words, and with what is said around it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotate import language, pipeline
from annotate.codebook import Codebook
from annotate.language import Parsed
from annotate.layers.stances.matters import matters
from annotate.layers.stances.subjects import throughout
from annotate.layers.stances.themes import Part, themes, weighed
from annotate.layers.stances.touches import rarity
from annotate.training import marked

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text, its topics, and where each sentence ends that is about some of them, with these."""

    name: str
    text: str
    codebook: Codebook
    about: Mapping[int, frozenset[str]]


@dataclass(slots=True)
class Count:
    """In how many sentences the topic was found: by own words, with what is said around them."""

    own: int = 0
    around: int = 0
    there: int = 0

    def __str__(self) -> str:
        """The parts of a hundred."""
        own, around = (100 * part / max(1, self.there) for part in (self.own, self.around))
        return f"own words {own:5.1f}   with what is around {around:5.1f}   of {self.there}"


def names() -> list[str]:
    """The texts' names."""
    return sorted(path.stem for path in HERE.glob("*.txt"))


def text(name: str) -> Text:
    """One of the texts."""
    read = marked.read(HERE / f"{name}.txt")
    about = {end: frozenset(mark.split("; ")) for end, mark in read.marks}
    for keys in about.values():
        assert keys <= set(read.codebook.topics), f"{name}: {'; '.join(keys)} is no topic"
    return Text(name=name, text=read.text, codebook=read.codebook, about=about)


def count(found: Text) -> Count:
    """How often the topic is found in a text."""
    document = pipeline.read(found.text, id=found.name)
    parsed = language.read(document, codebook=found.codebook)
    argued = throughout(matters(found.codebook))
    rare = rarity(sentence.text for sentence in parsed.sentences)
    spoken = themes(_paragraphs(parsed), argued, rare)
    total = Count()
    for sentence in parsed.sentences:
        about = _about(found, sentence.start, sentence.end)
        if not about:
            continue
        place = sentence.start, sentence.end
        own = weighed((place, sentence.text, frozenset()), argued, rare)
        both = Counter(spoken.around(sentence.start))
        both.update(own)
        total.there += 1
        total.own += _first(own) in about
        total.around += _first(both) in about
    return total


def _about(found: Text, start: int, end: int) -> frozenset[str]:
    return frozenset().union(*(keys for at, keys in found.about.items() if start < at <= end + 1))


def _first(weights: Mapping[str, float]) -> str | None:
    return max(weights, key=lambda key: weights[key], default=None)


def _paragraphs(parsed: Parsed) -> Iterator[list[Part]]:
    for passage in parsed.passages:
        worded = [each for each in passage.sentences if passage.text_of(*each).strip()]
        inside = [passage.place(*each) for each in worded]
        yield [(at, parsed.text[at[0] : at[1]], frozenset()) for at in inside]
