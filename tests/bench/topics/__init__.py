"""Texts of ours in which each sentence says which topic it is about, and how often we find it.

A file is like those of `tests.bench.stances`, but topics stand alone in its braces: "{pay}", or
"{vandals; university}". Most sentences say what they say in other words than the statement's ("My
landlord does not accept applause" in a text on nurses' pay), so that what they are about shows in
what is said around them. No rule was made by them. The texts are ours, CC0.

`python -m tests.bench.topics` prints, by text and in all, in how many sentences in a hundred the
topic that ranks first is right: by the sentence's own words, and with what is said around it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotate import language, pipeline
from annotate.codebook import Codebook, Topic
from annotate.language import Parsed
from annotate.layers.stances.matters import Matter, matters
from annotate.layers.stances.themes import Part, themes
from annotate.layers.stances.touches import rarity, touches

HERE = Path(__file__).resolve().parent

_MARK = re.compile(r" ?\{([^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
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


def marked(name: str) -> Marked:
    """One of the texts."""
    head, _, body = (HERE / f"{name}.txt").read_text("utf-8").partition("\n---\n")
    rows = (line.partition(": ") for line in head.splitlines())
    topics = {key: Topic(key=key, statement=statement) for key, _, statement in rows}
    about: dict[int, frozenset[str]] = {}
    text, last = "", 0
    for mark in _MARK.finditer(body):
        text += body[last : mark.start()]
        last = mark.end()
        about[len(text)] = frozenset(mark.group(1).split("; "))
        assert about[len(text)] <= set(topics), f"{name}: {mark.group()} is no topic"
    return Marked(name=name, text=text + body[last:], codebook=Codebook(topics=topics), about=about)


def count(found: Marked) -> Count:
    """How often the topic is found in a text."""
    document = pipeline.read(found.text, id=found.name)
    parsed = language.read(document, codebook=found.codebook)
    argued = matters(found.codebook)
    rare = rarity(sentence.text for sentence in parsed.sentences)
    spoken = themes(_paragraphs(parsed), argued, rare)
    total = Count()
    for sentence in parsed.sentences:
        about = _about(found, sentence.start, sentence.end)
        if not about:
            continue
        own = _own(sentence.text, argued, rare)
        both = Counter(spoken.around(sentence.start))
        both.update(own)
        total.there += 1
        total.own += _first(own) in about
        total.around += _first(both) in about
    return total


def _about(found: Marked, start: int, end: int) -> frozenset[str]:
    return frozenset().union(*(keys for at, keys in found.about.items() if start < at <= end + 1))


def _own(words: str, argued: list[Matter], rare: Mapping[str, float]) -> dict[str, float]:
    touched = ((each, touches(each, words, frozenset(), rare)) for each in argued)
    return {each.topic.key: touch.weight for each, touch in touched if touch is not None}


def _first(weights: Mapping[str, float]) -> str | None:
    return max(weights, key=lambda key: weights[key], default=None)


def _paragraphs(parsed: Parsed) -> Iterator[list[Part]]:
    for passage in parsed.passages:
        worded = [each for each in passage.sentences if passage.text_of(*each).strip()]
        inside = [passage.place(*each) for each in worded]
        yield [(at, parsed.text[at[0] : at[1]], frozenset()) for at in inside]
