"""Names: marked stretches to labels, one a word, and countries swapped for their letters."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from annotate import sentences
from annotate.encoder.names import LABELS, tag
from annotate.training.examples import Example, Marked, cut, rows, share, worded
from annotate.training.network import NO

_INDEX = {label: number for number, label in enumerate(LABELS)}


def read(path: Path) -> Iterator[Marked]:
    """The texts of a file of JSON lines."""
    for row in rows(path):
        yield Marked(
            text=row["text"],
            names=tuple((start, end, label) for start, end, label in row["spans"]),
            unknown=tuple((start, end) for start, end in row["missing"]),
            source=row["src"],
        )


def examples(texts: Iterable[Marked]) -> Iterator[Example]:
    """The texts as words with a label each."""
    for marked in texts:
        doc = worded(marked.text)
        words = [token.text for token in doc]
        labels = word_labels(doc, marked)
        for piece in cut(words, breaks(doc, labels)):
            yield Example(
                words=tuple(words[piece]),
                labels={"entity": tuple(labels[piece])},
                source=marked.source,
                weight=marked.weight,
            )


def breaks(doc: Doc, labels: list[int] | None = None) -> list[int]:
    """The words at which a text may be cut: the first of sentences, outside of names."""
    starts = set(sentences.starts(doc.text))
    inside = {_INDEX[tag(part, kind)] for part in "IL" for kind in _KINDS}
    return [
        token.i
        for token in doc
        if token.idx in starts and (labels is None or labels[token.i] not in inside)
    ]


_KINDS = sorted({label[2:] for label in LABELS if label != "O"})


def word_labels(doc: Doc, marked: Marked) -> list[int]:
    """The label of each word: where in a name it stands, NO where that cannot be told."""
    if marked.unknown is None:
        return [NO] * len(doc)
    labels = [0] * len(doc)
    for start, end in marked.unknown:
        for word in touched(doc, start, end):
            labels[word] = NO
    for start, end, kind in marked.names:
        words = touched(doc, start, end)
        for word in words:
            labels[word] = _INDEX[tag(_part(word, words), kind)]
    return labels


def _part(word: int, words: range) -> str:
    if len(words) == 1:
        return "U"
    return "B" if word == words[0] else "L" if word == words[-1] else "I"


def touched(doc: Doc, start: int, end: int) -> range:
    """The words that a stretch touches."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


LETTERS = ("PRC", "DPRK", "ROK", "USA", "UK", "UAE", "DRC", "CAR", "KSA", "GDR", "FRG", "USSR",
           "PNG", "ROC", "RSA", "LRD", "FRO", "FSM", "DROC", "BiH")  # fmt: skip
"""Letters that stand for countries, some of them invented: not the letters, the place tells it."""

_SWAPPED = 0.3
"""How many of the texts that name a country are read a second time with letters in its place."""


def with_letters(texts: Iterable[Marked], countries: frozenset[str]) -> Iterator[Marked]:
    """Some of the texts once more, a country's name swapped for letters."""
    for marked in texts:
        names = [
            name
            for name in marked.names
            if name[2] == "GPE" and marked.text[name[0] : name[1]] in countries
        ]
        if names and share("letters:" + marked.text) < _SWAPPED:
            name = names[int(share("which:" + marked.text) * len(names))]
            letters = LETTERS[int(share("whose:" + marked.text) * len(LETTERS))]
            yield swapped(marked, name[0], name[1], letters)


def swapped(marked: Marked, start: int, end: int, words: str) -> Marked:
    """The text with other words at a place, and all that is marked after it moved along."""
    moved = len(words) - (end - start)

    def place(at: int) -> int:
        return at + moved if at >= end else at

    return replace(
        marked,
        text=marked.text[:start] + words + marked.text[end:],
        names=tuple((place(first), place(last), kind) for first, last, kind in marked.names),
        unknown=tuple((place(first), place(last)) for first, last in marked.unknown or ()),
    )
