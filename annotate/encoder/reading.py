"""What the encoder reads in spaCy docs: tags, lemmas and trees, names, and who says what.

Tags and trees go where spaCy keeps them. What later layers judge for themselves, the names and the
quotations that the encoder would propose, is kept beside the doc, with the vectors of its words,
which tell attitudes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.tokens import Doc, Token

from annotate.encoder import lemmas, names, quotations, trees
from annotate.encoder.quotations import Quotation
from annotate.encoder.session import Encoder, Floats, Ints, Table
from annotate.encoder.windows import batches, windows

KEY = "annotate.encoder"
"""Where a doc keeps its reading, in `user_data`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that the encoder proposes, in tokens; score: its least sure word's likelihood."""

    first: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Reading:
    """What the encoder makes of a doc, besides its tags and trees; all places are tokens.

    vectors: one a word that is no white space. tokens: which token each word is. starts: how
    likely each word begins a sentence.
    """

    names: tuple[Name, ...]
    quotations: tuple[Quotation, ...]
    vectors: Floats
    tokens: Ints
    starts: Floats


def reading(doc: Doc) -> Reading | None:
    """What the encoder made of a doc, None if it has not read it."""
    found = doc.user_data.get(KEY)
    return found if isinstance(found, Reading) else None


def read(docs: Sequence[Doc], encoder: Encoder) -> None:
    """Let the docs have what the encoder reads in them; sentences are as they were."""
    words = [[token for token in doc if not token.is_space] for doc in docs]
    for doc, tokens, heads in zip(docs, words, _heads(words, encoder), strict=True):
        if tokens:
            _annotate(doc, tokens, heads, encoder)
            doc.user_data[KEY] = _reading(tokens, heads)


def _heads(docs: Sequence[Sequence[Token]], encoder: Encoder) -> list[dict[str, Table]]:
    """What the heads say of each word of each doc."""
    texts = [[token.text for token in tokens] for tokens in docs]
    wanted = [
        window
        for number, tokens in enumerate(docs)
        for window in windows(number, len(tokens), _starts(tokens))
    ]
    tables: list[dict[str, Table]] = [{} for _ in docs]
    for group in batches(wanted, texts, encoder.pieces):
        said = encoder.read([texts[each.text][each.start : each.end] for each in group])
        for row, each in enumerate(group):
            seen = slice(each.first - each.start, each.last - each.start)
            for head, table in said.items():
                place = tables[each.text].setdefault(
                    head, np.empty((len(texts[each.text]), *table.shape[2:]), table.dtype)
                )
                place[each.first : each.last] = table[row, seen]
    return tables


def _starts(tokens: Sequence[Token]) -> list[int]:
    return [number for number, token in enumerate(tokens) if number == 0 or token.is_sent_start]


def _annotate(
    doc: Doc, tokens: Sequence[Token], heads: Mapping[str, Table], encoder: Encoder
) -> None:
    labels, strings = encoder.labels, doc.vocab.strings
    columns: Any = np.zeros((len(doc), 6), dtype=np.uint64)
    columns[:, 4] = _spaces(doc)
    at = np.array([token.i for token in tokens])
    above = _trees(tokens, heads)
    relations = encoder.relations(heads["relation_child"], heads["relation_head"][above])
    columns[at, 0] = _keys(strings, labels["tag"])[heads["tag"]]
    columns[at, 1] = _keys(strings, labels["pos"])[heads["pos"]]
    columns[at, 2] = _morphs(doc, labels["morph"])[heads["morph"]]
    columns[at, 3] = [strings.add(lemma) for lemma in _lemmas(tokens, heads, encoder)]
    columns[at, 4] = (at[above] - at).astype(np.int64).astype(np.uint64)
    columns[at, 5] = _keys(strings, labels["relation"])[relations]
    columns[at[above == np.arange(len(at))], 5] = strings.add("ROOT")
    doc.from_array(["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP"], columns)


def _spaces(doc: Doc) -> Table:
    """For each token, if it is white space, the step to a token of its sentence; else 0."""
    steps = np.zeros(len(doc), dtype=np.int64)
    for token in doc:
        if token.is_space:
            steps[token.i] = -1 if token.i and not token.is_sent_start else 0
    return steps.astype(np.uint64)


def _keys(strings: Any, labels: Iterable[str]) -> Table:
    return np.array([strings.add(label) for label in labels], dtype=np.uint64)


def _morphs(doc: Doc, labels: Iterable[str]) -> Table:
    return np.array([doc.vocab.morphology.add(label) for label in labels], dtype=np.uint64)


def _lemmas(tokens: Sequence[Token], heads: Mapping[str, Table], encoder: Encoder) -> Iterator[str]:
    rules, kinds = encoder.labels["lemma"], encoder.labels["pos"]
    for token, rule, kind in zip(tokens, heads["lemma"], heads["pos"], strict=True):
        pos, form = kinds[kind], token.text
        named = pos == "PROPN" or (form[:1].isupper() and not token.is_sent_start and pos != "PRON")
        known = encoder.lemmas.get(lemmas.key(form, pos), rules[rule])
        yield lemmas.lemma(form, known, named=named)


def _trees(tokens: Sequence[Token], heads: Mapping[str, Table]) -> Ints:
    """The head of each word, as a number among the words."""
    above = np.arange(len(tokens))
    starts = _starts(tokens)
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        scores = heads["arc_child"][start:end] @ heads["arc_head"][start:end].T
        above[start:end] = trees.heads(scores) + start
    return above


def _reading(tokens: Sequence[Token], heads: Mapping[str, Table]) -> Reading:
    at = np.array([token.i for token in tokens])
    return Reading(
        names=tuple(_names(heads["entity"], at)),
        quotations=tuple(_quotations(heads, at)),
        vectors=heads["vectors"],
        tokens=at,
        starts=heads["start"],
    )


def _names(scores: Floats, at: Ints) -> Iterator[Name]:
    labels = names.path(scores)
    for first, end, kind in names.spans(labels):
        sure = min(float(scores[word, labels[word]]) for word in range(first, end))
        yield Name(
            first=int(at[first]), end=int(at[end - 1]) + 1, label=kind, score=float(np.exp(sure))
        )


def _quotations(heads: Mapping[str, Table], at: Ints) -> Iterator[Quotation]:
    if not (heads["cue"].argmax(axis=1) != quotations.OUTSIDE).any():
        return
    for each in quotations.quotations(heads):
        yield Quotation(
            contents=tuple(_placed(piece, at) for piece in each.contents),
            cue=_placed(each.cue, at),
            source=_placed(each.source, at) if each.source else None,
            score=each.score,
        )


def _placed(words: tuple[int, int], at: Ints) -> tuple[int, int]:
    return int(at[words[0]]), int(at[words[1] - 1]) + 1
