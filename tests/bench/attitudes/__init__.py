"""Sentences of ours with targets, and how often the shipped head tells the attitude to them.

`sentences.txt` has a sentence a line, in which each target stands in square brackets behind a sign:
minus for a negative attitude, a point for none, plus for a positive one. They are written to be
hard: many come in pairs or threes of like words and another attitude, few judge by a word that is
common, and no name in them is anybody's. They were marked as they were written, before any answer
was looked at. The texts are ours, CC0.

`python -m tests.bench.attitudes` prints precision, recall and F1 of each attitude, and what
part is right.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from annotate.encoder import session
from annotate.encoder.attitudes import NAMES, attitudes
from annotate.encoder.reading import read
from annotate.language import blank

HERE = Path(__file__).resolve().parent
SIGNS = "-.+"
"""The sign of each attitude, in the order of the head's labels."""

_MARK = re.compile(r"\[(?P<sign>[-.+])(?P<target>[^][]+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, and its targets: start, end, number of the attitude."""

    text: str
    targets: tuple[tuple[int, int, int], ...]


def sentences() -> Iterator[Sentence]:
    """All sentences of the file."""
    for line in (HERE / "sentences.txt").read_text("utf-8").splitlines():
        yield sentence(line)


def sentence(line: str) -> Sentence:
    """A sentence without its marks."""
    text, targets, last = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[last : mark.start()]
        last = mark.end()
        start, text = len(text), text + mark["target"]
        targets.append((start, len(text), SIGNS.index(mark["sign"])))
    return Sentence(text=text + line[last:], targets=tuple(targets))


Counts = Counter[tuple[int, int]]
"""How often a target has the first attitude and is said to have the second."""


def count(given: list[Sentence]) -> Counts:
    """What the head that ships says of the targets of some sentences."""
    nlp, encoder = blank(), session.load()
    docs = [nlp.make_doc(each.text) for each in given]
    read(docs, encoder)
    counts: Counts = Counter()
    for each, doc in zip(given, docs, strict=True):
        asked = [(range(len(doc)), _words(doc, *place)) for *place, _ in each.targets]
        for (*_, there), shares in zip(each.targets, attitudes(doc, asked, encoder), strict=True):
            counts[there, shares.index(max(shares))] += 1
    return counts


def _words(doc: Doc, start: int, end: int) -> range:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no words at {start} to {end} of {doc.text!r}")
    return range(span.start, span.end)


def lines(counts: Counts) -> Iterator[str]:
    """The figures to print, in per cent."""
    every = range(len(NAMES))
    means = []
    for kind, name in enumerate(NAMES):
        right = counts[kind, kind]
        said = sum(counts[other, kind] for other in every)
        there = sum(counts[kind, other] for other in every)
        means.append(200 * right / max(1, said + there))
        precision, recall = 100 * right / max(1, said), 100 * right / max(1, there)
        yield f"{name:10} P {precision:5.1f}  R {recall:5.1f}  F1 {means[-1]:5.1f}  of {there}"
    right = sum(counts[kind, kind] for kind in every)
    yield f"{'all':10} macro F1 {sum(means) / len(means):5.1f}  right {right} of {counts.total()}"
