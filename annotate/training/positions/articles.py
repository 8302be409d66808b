"""Texts of ours as the network of positions learns from them: vectors of words, and labels.

An article is read as a whole, since what stands around a sentence helps to tell what it is about.
Vectors are kept in two bytes a number: 570 articles take a third of a gigabyte.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from annotate import language, pipeline
from annotate.encoder.reading import reading
from annotate.language import Parsed
from annotate.training import marked
from annotate.training.marked import Held, Marked
from annotate.training.network import WIDTH
from annotate.training.positions.negation import negated

Halves = NDArray[np.float16]

LONGEST = 80
"""Words of a sentence or statement; what is longer is cut."""

_PART = 8
"""One article of so many is kept for measuring."""

_KINDS = frozenset(
    {"paragraph", "list_item", "quote", "note", "comment", "caption", "heading", "title"}
)
"""The kinds of segments whose sentences are read."""

_BEHIND = 2
"""How many code points a mark may stand behind the end of its sentence."""

NONE, SUPPORTS, OPPOSES, UNKNOWN = 0, 1, 2, -1
_LABELS = {frozenset(): NONE, frozenset({"supports"}): SUPPORTS, frozenset({"opposes"}): OPPOSES}
"""The label of a sentence for a statement; where it shows more than one, or is undecided, that it
shows one is all that can be told."""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Statement:
    """The vectors of the words of what is argued about, and of its opposite where there is one."""

    vectors: Halves
    negated: Halves | None


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Article:
    """A text as the network sees it.

    sentences: the vectors of each one's words. paragraphs: in which each stands. stances: what each
    sentence shows to each statement, by label.
    """

    name: str
    sentences: tuple[Halves, ...]
    paragraphs: tuple[int, ...]
    statements: tuple[Statement, ...]
    stances: tuple[tuple[frozenset[str], ...], ...]

    @property
    def labels(self) -> NDArray[np.int64]:
        """The labels, sentence × statement."""
        rows = [[_LABELS.get(each, UNKNOWN) for each in row] for row in self.stances]
        return np.array(rows, np.int64).reshape(len(self.sentences), len(self.statements))


def read(paths: Iterable[Path], nlp: Language, *, tried: bool | None = None) -> list[Article]:
    """The articles of some files in order: those held out, the others, or all."""
    texts = ((path.stem, marked.read(path)) for path in sorted(paths))
    return [
        article(name, text, nlp)
        for name, text in texts
        if tried is None or is_tried(name, text) == tried
    ]


def is_tried(name: str, text: Marked) -> bool:
    """Whether an article is kept for measuring: it hangs on its sentences alone."""
    parsed = language.read(pipeline.read(text.text, id=name))
    words = " ".join(each.text for each in _sentences(parsed))
    return int(hashlib.sha256(words.encode()).hexdigest()[:8], 16) % _PART == 0


def article(name: str, text: Marked, nlp: Language) -> Article:
    """A text as the network sees it."""
    parsed = language.parsed(pipeline.read(text.text, id=name), nlp)
    sentences = list(_sentences(parsed))
    shown = _shown(sentences, marked.held(text))
    keys = list(text.codebook.topics)
    return Article(
        name=name,
        sentences=tuple(vectors(each.doc, each.first, each.end) for each in sentences),
        paragraphs=tuple(each.paragraph for each in sentences),
        statements=tuple(_statement(each.statement, nlp) for each in text.codebook.topics.values()),
        stances=tuple(tuple(frozenset(row.get(key, ())) for key in keys) for row in shown),
    )


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class _Sentence:
    """A sentence: its words and place in the text, and its tokens in the doc of its paragraph."""

    text: str
    start: int
    stop: int
    paragraph: int
    doc: Doc
    first: int
    end: int


def _sentences(parsed: Parsed) -> Iterator[_Sentence]:
    """The sentences that have words, in order."""
    for number, passage in enumerate(parsed.passages):
        if passage.segment.kind not in _KINDS:
            continue
        for first, end in passage.sentences:
            if all(token.is_space for token in passage.parsed[first:end]):
                continue
            start, stop = passage.place(first, end)
            yield _Sentence(
                text=parsed.text[start:stop], start=start, stop=stop, paragraph=number,
                doc=passage.parsed, first=first, end=end,
            )  # fmt: skip


def _shown(sentences: Sequence[_Sentence], stances: Iterable[Held]) -> list[dict[str, set[str]]]:
    """The labels of each sentence by what they are shown to: a mark is of the last before it."""
    rows: list[dict[str, set[str]]] = [{} for _ in sentences]
    for stance in stances:
        within = [
            number
            for number, each in enumerate(sentences)
            if each.start < stance.end <= each.stop + _BEHIND
        ]
        if within:
            rows[within[-1]].setdefault(stance.target, set()).add(stance.label)
    return rows


def vectors(doc: Doc, first: int, end: int) -> Halves:
    """The encoder's inner vectors of the words among some tokens, word × width."""
    found = reading(doc)
    if found is None:
        return np.zeros((0, WIDTH), np.float16)
    within = np.flatnonzero((found.tokens >= first) & (found.tokens < end))[:LONGEST]
    return found.vectors[within].astype(np.float16)


def _statement(text: str, nlp: Language) -> Statement:
    opposite = negated(text)
    return Statement(vectors=_whole(nlp(text)), negated=_whole(nlp(opposite)) if opposite else None)


def _whole(doc: Doc) -> Halves:
    return vectors(doc, 0, len(doc))
